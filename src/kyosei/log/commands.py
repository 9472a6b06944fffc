"""What the commands `kyosei log …` and `python -m kyosei.log …` do: files and texts in, a page of text or a file out."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from kyosei.errors import InputError, LogError
from kyosei.log.keys import KeyKind, SigningKey, read_signing_key, read_verifier_key
from kyosei.log.notes import Verified
from kyosei.log.policy import Policy, TrustedWitness, read_policy
from kyosei.log.proofs import Proof, read_proof, verify_proof, verify_receipt
from kyosei.log.tile_names import CHECKPOINT
from kyosei.log.tiles import Tiles
from kyosei.log.verification import verify
from kyosei.log.witness import Witness
from kyosei.log.witness_http import WitnessServer

__all__ = ["check_proof", "chosen_policy", "make_key", "make_proof", "serve_witness", "verify_log"]


def chosen_policy(file: Path | None, logs: Sequence[str], witnesses: Sequence[str], needed: int | None) -> Policy:
    """The policy of a file, or of keys given one by one: `needed` of the witnesses, all of them where it is None."""
    if file is not None:
        if logs or witnesses or needed is not None:
            raise InputError("a policy file says which keys are trusted: leave out --key, --witness and --quorum")
        return read_policy(_read(file))
    if not logs:
        raise InputError(
            "say whom you trust: --policy FILE, or --key with the verifier key of the log, had from elsewhere"
        )
    return Policy.of(
        [read_verifier_key(key) for key in logs], [TrustedWitness(read_verifier_key(key)) for key in witnesses], needed
    )


def verify_log(directory: Path, policy: Policy, older: Sequence[Path]) -> str:
    """Verifies a whole log; the page says what was verified. Errors as of `verification.verify`."""
    found = verify(directory, policy, [_read(file) for file in older])
    checkpoint = found.opened.checkpoint
    lines = [
        f"{checkpoint.origin}: verified",
        f"  entries      {checkpoint.size}",
        f"  root         {checkpoint.root.hex()}",
        f"  files        {found.files}",
        *_cosigned(found.opened.cosignatures),
        *(f"  continues    the checkpoint at {opened.checkpoint.size} entries" for opened in found.continues),
        *(f"  unpublished  {path} (beyond the checkpoint, which says nothing about it)" for path in found.unpublished),
        *(f"  stranger     {path} (no part of a log)" for path in found.strangers),
    ]
    return "\n".join(lines) + "\n"


def make_proof(directory: Path, policy: Policy, index: int, salt: Path | None) -> bytes:
    """The proof of an entry in the published checkpoint; with the file of its salt it is a receipt. Checked before given."""
    note = _read(directory / CHECKPOINT)
    opened = policy.open(note)
    tiles = Tiles(directory, opened.checkpoint.size)
    proof = Proof(index, tuple(tiles.inclusion(index)), note, b"" if salt is None else _read(salt))
    verify_proof(proof, tiles.entry(index), policy)
    return bytes(proof)


def check_proof(file: Path, policy: Policy, entry: Path | None, leaf: str | None) -> str:
    """Verifies a proof offline: of the entry's own bytes by a receipt, or of the 32 bytes in the log, in hexadecimal."""
    proof = read_proof(_read(file))
    if (entry is None) == (leaf is None):
        raise InputError(
            "say what the proof is of: --entry with the file of the entry, or --leaf with what the log holds of it"
        )
    if entry is not None:
        shown = verify_receipt(proof, _read(entry), policy)
    else:
        shown = verify_proof(proof, _hexadecimal(leaf or ""), policy)
    checkpoint = shown.checkpoint
    lines = [
        f"{checkpoint.origin}: entry {shown.index} is in the log",
        f"  entries      {checkpoint.size}",
        f"  root         {checkpoint.root.hex()}",
        *_cosigned(shown.cosigned),
    ]
    return "\n".join(lines) + "\n"


def make_key(name: str, file: Path, kind: KeyKind) -> str:
    """Writes a new signing key to a file that is not there yet and that only its owner can read; gives the verifier key."""
    key = SigningKey.new(name, kind)
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w", encoding="utf-8") as opened:
            opened.write(key.secret_text() + "\n")
    except OSError as error:
        raise InputError(
            f"{file} cannot be written: {error.strerror or error}; name a file that is not there yet"
        ) from error
    return f"{key.verifier}\n"


def serve_witness(
    directory: Path,
    key_file: Path,
    policy: Policy,
    listen: str,
    clock: Callable[[], float],
    tell: Callable[[str], None],
) -> None:
    """Runs a witness of the policy's logs until it is interrupted; `tell` is given its address and its verifier key."""
    host, _, port = listen.rpartition(":")
    if not host or not (port.isascii() and port.isdecimal() and int(port) < 1 << 16):
        raise InputError(f"{listen!r} is no address to listen at; write host:port such as 127.0.0.1:8787")
    key = read_signing_key(_read(key_file).decode("utf-8", "replace"))
    if key.kind is not KeyKind.WITNESS:
        raise InputError(
            f"the key of {key.name} is a log's; make one for the witness with `kyosei log key --of-witness`"
        )
    witness = Witness(directory, key, policy.logs)
    try:
        with WitnessServer((host, int(port)), witness, clock) as server:
            tell(f"{server.url}\n{key.verifier}\n")
            server.serve_forever()
    except OSError as error:
        raise LogError(
            f"{listen}: {error.strerror or error}; listen at an address of this machine that is free"
        ) from error
    finally:
        witness.close()


def _cosigned(cosignatures: Sequence[Verified]) -> list[str]:
    if not cosignatures:
        return ["  cosigned     by no witness of the policy"]
    return [f"  cosigned     by {found.key.name} at {_instant(found.time or 0)}" for found in cosignatures]


def _instant(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror or error}") from error


def _hexadecimal(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise InputError(f"{text[:100]!r} is not hexadecimal") from error
