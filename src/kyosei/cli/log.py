"""`kyosei log`: verify, prove and witness the transparency log; what is done stands in `kyosei.log.commands`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.cli.page import write_text
from kyosei.errors import InputError

if TYPE_CHECKING:
    from kyosei.journal.envelope import VerifyingKey
    from kyosei.log.policy import Policy

__all__ = [
    "KeyOption", "PolicyOption", "QuorumOption", "WitnessOption", "log_application", "read_policy_options", "read_root_key",
]  # fmt: skip

Directory = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the log.", show_default=False)]
PolicyOption = Annotated[
    Path | None, typer.Option("--policy", metavar="FILE", help="Whom to trust (C2SP tlog-policy).")
]
KeyOption = Annotated[list[str] | None, typer.Option("--key", metavar="VKEY", help="A log's verifier key.")]
WitnessOption = Annotated[list[str] | None, typer.Option("--witness", metavar="VKEY", help="A witness's verifier key.")]
QuorumOption = Annotated[
    int | None,
    typer.Option("--quorum", metavar="N", help="How many of the witnesses. Default: all.", show_default=False),
]


def log_application() -> typer.Typer:
    """The group of commands."""
    application = typer.Typer(
        no_args_is_help=True, rich_markup_mode=None, help="Verify, prove and witness the transparency log."
    )
    application.command()(verify)
    application.command()(proof)
    application.command("verify-proof")(verify_proof)
    application.command()(witness)
    application.command("key")(make_key)
    return application


def verify(
    directory: Directory,
    policy: PolicyOption = None,
    key: KeyOption = None,
    witness: WitnessOption = None,
    quorum: QuorumOption = None,
    since: Annotated[list[Path] | None, typer.Option(metavar="CHECKPOINT", help="A checkpoint seen before.")] = None,
) -> None:
    """Verify a whole log from its files: entries, tiles, signatures, cosignatures, and that it continues older ones."""
    from kyosei.log.commands import verify_log

    write_text(verify_log(directory, read_policy_options(policy, key, witness, quorum), since or []))


def proof(
    directory: Directory,
    index: Annotated[int, typer.Argument(metavar="INDEX", help="The number of the entry.", show_default=False)],
    policy: PolicyOption = None,
    key: KeyOption = None,
    witness: WitnessOption = None,
    quorum: QuorumOption = None,
    salt: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Its salt, which makes the proof a receipt.")
    ] = None,
) -> None:
    """Print the proof that an entry is in the log (C2SP tlog-proof)."""
    from kyosei.log.commands import make_proof

    write_text(make_proof(directory, read_policy_options(policy, key, witness, quorum), index, salt).decode())


def verify_proof(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The proof.", show_default=False)],
    policy: PolicyOption = None,
    key: KeyOption = None,
    witness: WitnessOption = None,
    quorum: QuorumOption = None,
    entry: Annotated[Path | None, typer.Option(metavar="FILE", help="The entry itself, for a receipt.")] = None,
    leaf: Annotated[str | None, typer.Option(metavar="HEX", help="What the log holds of the entry.")] = None,
) -> None:
    """Verify a proof or receipt, offline."""
    from kyosei.log.commands import check_proof

    write_text(check_proof(file, read_policy_options(policy, key, witness, quorum), entry, leaf))


def witness(
    state: Annotated[Path, typer.Argument(metavar="STATE", help="The folder of its memory.", show_default=False)],
    signing_key: Annotated[Path, typer.Option(metavar="FILE", help="The witness's signing key.")],
    policy: PolicyOption = None,
    key: KeyOption = None,
    listen: Annotated[str, typer.Option(metavar="HOST:PORT", help="Where it listens.")] = "127.0.0.1:8787",
) -> None:
    """Run a witness of the logs trusted, until it is interrupted."""
    import time

    from kyosei.log.commands import serve_witness

    serve_witness(state, signing_key, read_policy_options(policy, key, None, None), listen, time.time, write_text)


def make_key(
    name: Annotated[str, typer.Argument(metavar="NAME", help="For a log its origin, such as log.example.jp/2026.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the signing key is written.")],
    of_witness: Annotated[bool, typer.Option("--of-witness", help="A key for a witness.")] = False,
) -> None:
    """Make a signing key; prints its verifier key."""
    from kyosei.log import commands
    from kyosei.log.keys import KeyKind

    write_text(commands.make_key(name, file, KeyKind.WITNESS if of_witness else KeyKind.LOG))


def read_policy_options(
    file: Path | None, logs: list[str] | None, witnesses: list[str] | None, quorum: int | None
) -> Policy:
    """Whom the options say to trust."""
    from kyosei.log.commands import chosen_policy

    return chosen_policy(file, logs or [], witnesses or [], quorum)


def read_root_key(written: str) -> VerifyingKey:
    """The operator's root key as somebody wrote it. InputError if it is none."""
    from kyosei.journal.envelope import VerifyingKey

    try:
        return VerifyingKey(written.strip())
    except ValueError as error:
        raise InputError(f"--root is no key: {error}; `kyosei bundle export` prints it") from error
