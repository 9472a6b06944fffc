"""Collects cosignatures: asks every witness at once, and stops waiting as soon as the quorum is reached."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from typing import Final, Protocol

from kyosei.errors import LogError, NoteError, QuorumError, SignatureError
from kyosei.log.checkpoints import read_count
from kyosei.log.keys import VerifierKey
from kyosei.log.notes import Note, Signature, read_signatures, signers_of
from kyosei.log.policy import Policy
from kyosei.log.tiles import Tiles
from kyosei.log.witness import Answer, Submission

__all__ = ["AskedWitness", "Cosigning"]

_CLOCKS_APART_SECONDS_MAX: Final = 600
_WAIT_SECONDS_MAX: Final = 15.0


class AskedWitness(Protocol):
    """A witness that a log asks, over the network or in this process."""

    @property
    def key(self) -> VerifierKey:
        """The key of its cosignatures."""

    def add(self, submission: Submission) -> Answer:
        """Its answer to add-checkpoint; LogError where there is none."""


class Cosigning:
    """The witnesses of one log. Remembers how far each has seen the log, and learns it from those that say otherwise."""

    def __init__(self, policy: Policy, witnesses: Sequence[AskedWitness]) -> None:
        """LogError where a witness is asked that the policy does not know: its cosignature would count for nobody."""
        strangers = [w.key.name for w in witnesses if all(w.key != known.key for known in policy.witnesses)]
        if strangers:
            raise LogError(f"the policy does not name the witness {', '.join(strangers)} by this key")
        self._policy = policy
        self._witnesses = tuple(witnesses)
        self._seen: dict[VerifierKey, int] = {}
        self._threads = ThreadPoolExecutor(max(1, len(witnesses)), "witness") if witnesses else None

    def close(self) -> None:
        """Ends the threads; a request under way ends by its own time limit."""
        if self._threads is not None:
            self._threads.shutdown(wait=False, cancel_futures=True)

    def collect(self, note: Note, tiles: Tiles, time: int) -> tuple[Signature, ...]:
        """Cosignatures that reach the quorum, in the order of the witnesses. QuorumError where they do not.

        `tiles` is the tree of the note's checkpoint, `time` now, in seconds since 1970 in UTC. A cosignature whose own
        time is more than ten minutes away is not counted: that witness's clock is wrong, or its answer is an old one.
        """
        found: dict[VerifierKey, Signature] = {}
        reasons: list[str] = []
        if self._policy.quorum.is_reached(()) or self._threads is None:
            return self._enough(found, reasons)
        asked: dict[Future[Signature], AskedWitness] = {
            self._threads.submit(self._ask, witness, note, tiles, time): witness for witness in self._witnesses
        }
        try:
            for answer in as_completed(asked, _WAIT_SECONDS_MAX):
                try:
                    found[asked[answer].key] = answer.result()
                except LogError as error:
                    reasons.append(str(error))
                if self._policy.quorum.is_reached(found):
                    break
        except TimeoutError:
            late = [witness.key.name for answer, witness in asked.items() if not answer.done()]
            reasons += [f"{name} has not answered within {_WAIT_SECONDS_MAX:g} seconds" for name in late]
        return self._enough(found, reasons)

    def _enough(self, found: dict[VerifierKey, Signature], reasons: Sequence[str]) -> tuple[Signature, ...]:
        if not self._policy.quorum.is_reached(found):
            raise QuorumError(
                "too few witnesses have cosigned, so the checkpoint is not published", tuple(sorted(reasons))
            )
        return tuple(found[witness.key] for witness in self._witnesses if witness.key in found)

    def _ask(self, witness: AskedWitness, note: Note, tiles: Tiles, time: int) -> Signature:
        """The cosignature of one witness; asks a second time where it has seen another size than we thought."""
        answer = witness.add(self._submission(witness, note, tiles))
        if answer.status == 409:
            self._seen[witness.key] = self._told(witness, answer, tiles.size)
            answer = witness.add(self._submission(witness, note, tiles))
        if answer.status != 200:
            raise LogError(f"{witness.key.name} answers {answer.status}: {answer.body[:300].strip()}")
        try:
            verified = signers_of(Note(note.text, read_signatures(answer.body)), [witness.key])
        except (NoteError, SignatureError) as error:
            raise LogError(f"{witness.key.name} answers what is no cosignature of its own: {error}") from error
        fresh = [v for v in verified if v.time is not None and abs(v.time - time) <= _CLOCKS_APART_SECONDS_MAX]
        if not fresh:
            raise LogError(f"{witness.key.name} has not cosigned with its key within ten minutes of our clock")
        self._seen[witness.key] = tiles.size
        return fresh[0].signature

    def _submission(self, witness: AskedWitness, note: Note, tiles: Tiles) -> Submission:
        old = min(self._seen.get(witness.key, 0), tiles.size)
        return Submission(old, tuple(tiles.consistency(old)), bytes(note))

    def _told(self, witness: AskedWitness, answer: Answer, size: int) -> int:
        told = read_count(answer.body.removesuffix("\n"), f"the size that {witness.key.name} has seen")
        if told > size:
            raise LogError(
                f"{witness.key.name} has seen {told} entries of this log, which has {size}: the log was set back to an older "
                "copy; restore it whole before it goes on"
            )
        return told
