"""A witness: remembers the largest tree it saw of each log, and cosigns only what continues it (C2SP tlog-witness v1.0.0).

The state is one file a log, `<hash of the origin>/checkpoint`: the last checkpoint with our cosignature, which is also
what the monitoring interface serves. It is durable before a cosignature leaves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Final

from kyosei.errors import DamagedLogError, NoteError, ProofError, SignatureError
from kyosei.log.checkpoints import Checkpoint, read_checkpoint, read_count
from kyosei.log.disk import PRIVATE, Disk, claim, put
from kyosei.log.keys import SigningKey, VerifierKey, decode_base64, encode_base64
from kyosei.log.merkle import EMPTY_ROOT, HASH_BYTES, check_consistency
from kyosei.log.notes import Note, Signature, cosign_text, read_note, signers_of
from kyosei.log.policy import Policy
from kyosei.log.tile_names import CHECKPOINT

__all__ = ["SIZE_TYPE", "TEXT_TYPE", "Answer", "Submission", "Witness", "read_submission"]

TEXT_TYPE: Final = "text/plain; charset=utf-8"
SIZE_TYPE: Final = "text/x.tlog.size"

_PROOF_MAX: Final = 63


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP status, the type of the body, and the body."""

    status: int
    body: str
    type: str = TEXT_TYPE


@dataclass(frozen=True, slots=True)
class Submission:
    """The body of add-checkpoint: what the log believes we saw last, the proof from there, and the new checkpoint."""

    old: int
    proof: tuple[bytes, ...]
    note: bytes

    def __bytes__(self) -> bytes:
        return "\n".join([f"old {self.old}", *map(encode_base64, self.proof), "", ""]).encode() + self.note


def read_submission(body: bytes) -> Submission:
    """The submission in the body of a request; NoteError where it is none."""
    head, separator, note = body.partition(b"\n\n")
    lines = head.decode("utf-8", "replace").split("\n")
    if not separator or not lines[0].startswith("old "):
        raise NoteError("a submission begins with the line 'old N' and has an empty line before its checkpoint")
    if len(lines) - 1 > _PROOF_MAX:
        raise NoteError(f"the proof has {len(lines) - 1} hashes; up to {_PROOF_MAX} are read")
    proof = tuple(decode_base64(line) for line in lines[1:])
    if any(len(found) != HASH_BYTES for found in proof):
        raise NoteError(f"a hash of the proof has not {HASH_BYTES} bytes")
    return Submission(read_count(lines[0].removeprefix("old "), "the old size"), proof, note)


class Witness:
    """A witness whose state is in one folder, held by one process. `add` may be called from several threads."""

    def __init__(self, directory: Path, key: SigningKey, logs: Sequence[VerifierKey], disk: Disk | None = None) -> None:
        """LogError while another process holds the folder; DamagedLogError where the state is not what we wrote."""
        self.key = key
        self._directory = directory
        self._disk = disk or Disk()
        self._policy = Policy.of(logs)
        self._one_at_a_time = Lock()
        self._held = claim(self._disk, directory)
        try:
            self._latest = self._remembered()
        except BaseException:
            self._held.release()
            raise

    def close(self) -> None:
        """Lets go of the folder."""
        self._held.release()

    def add(self, body: bytes, time: int) -> Answer:
        """The answer to add-checkpoint at a time in seconds since 1970 in UTC."""
        try:
            submission = read_submission(body)
            note = read_note(submission.note)
            checkpoint = read_checkpoint(note.text)
        except NoteError as error:
            return Answer(400, f"{error}\n")
        if all(key.name != checkpoint.origin for key in self._policy.logs):
            return Answer(404, f"this witness does not know the log {checkpoint.origin}\n")
        try:
            self._policy.open_uncosigned(submission.note)
        except SignatureError as error:
            return Answer(403, f"{error}\n")
        if submission.old > checkpoint.size:
            return Answer(
                400, f"the old size {submission.old} is above the size of the checkpoint, {checkpoint.size}\n"
            )
        with self._one_at_a_time:
            return self._judge(submission, checkpoint, note, time)

    def latest(self, origin_hash: str) -> bytes | None:
        """The last checkpoint cosigned, of the log whose origin hashes to this; None where there is none."""
        for origin, (_, content) in self._latest.copy().items():
            if _folder(origin) == origin_hash:
                return content
        return None

    def _judge(self, submission: Submission, checkpoint: Checkpoint, note: Note, time: int) -> Answer:
        """Compares with what was seen last, remembers, and cosigns: in one piece, so that none goes back."""
        seen = self._latest.get(checkpoint.origin)
        size, root = (seen[0].size, seen[0].root) if seen else (0, EMPTY_ROOT)
        if submission.old != size:
            return Answer(409, f"{size}\n", SIZE_TYPE)
        try:
            _check_continues(size, root, checkpoint, submission.proof)
        except ProofError as error:
            return Answer(422, f"{error}\n")
        signature = cosign_text(self.key, checkpoint.text, time)
        self._remember(checkpoint, note, signature)
        return Answer(200, str(signature))

    def _remember(self, checkpoint: Checkpoint, note: Note, signature: Signature) -> None:
        own = signers_of(note, [key for key in self._policy.logs if key.name == checkpoint.origin])
        kept = bytes(Note(note.text, (*(found.signature for found in own), signature)))
        put(self._disk, self._directory, {f"{_folder(checkpoint.origin)}/{CHECKPOINT}": kept})
        self._latest[checkpoint.origin] = (checkpoint, kept)

    def _remembered(self) -> dict[str, tuple[Checkpoint, bytes]]:
        found: dict[str, tuple[Checkpoint, bytes]] = {}
        for folder in sorted(self._directory.iterdir()):
            file = folder / CHECKPOINT
            if folder.name == PRIVATE or not file.is_file():
                continue
            name = f"{folder.name}/{CHECKPOINT}"
            try:
                content = file.read_bytes()
                note = read_note(content)
                checkpoint = read_checkpoint(note.text)
                ours = signers_of(note, [self.key.verifier])
                signers_of(note, self._policy.logs)
            except (NoteError, SignatureError) as error:
                raise DamagedLogError(name, f"{error}; take it from a backup that is not older") from error
            if not ours or folder.name != _folder(checkpoint.origin):
                raise DamagedLogError(name, "is not a checkpoint that this witness cosigned")
            found[checkpoint.origin] = (checkpoint, content)
        return found


def _folder(origin: str) -> str:
    return sha256(origin.encode()).hexdigest()


def _check_continues(size: int, root: bytes, checkpoint: Checkpoint, proof: Sequence[bytes]) -> None:
    """ProofError unless the checkpoint continues the tree of `size` and `root`."""
    if checkpoint.size == 0 and checkpoint.root != EMPTY_ROOT:
        raise ProofError("the root of the empty tree is not the hash of the empty string")
    if size:
        check_consistency(size, checkpoint.size, root, checkpoint.root, proof)
    elif proof:
        raise ProofError("from the empty tree the consistency proof has to be empty")
