"""Whom a verifier trusts: the keys of logs and witnesses, and how many witnesses it takes (C2SP tlog-policy)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kyosei.errors import InputError, QuorumError, SignatureError
from kyosei.log.checkpoints import Checkpoint, read_checkpoint
from kyosei.log.keys import KeyKind, VerifierKey, read_verifier_key
from kyosei.log.notes import Note, Verified, read_note, signers_of

__all__ = ["Group", "Opened", "Policy", "TrustedWitness", "read_policy"]


@dataclass(frozen=True, slots=True)
class TrustedWitness:
    """A witness by its key; `url` is the submission prefix where it can be asked, if that is known."""

    key: VerifierKey
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Reached where at least `needed` of the members are: a witness has cosigned, or another group is reached."""

    needed: int
    members: tuple[Group | TrustedWitness, ...]

    def is_reached(self, cosigners: Collection[VerifierKey]) -> bool:
        """Whether cosignatures by these keys are enough."""
        return self.needed <= sum(
            member.is_reached(cosigners) if isinstance(member, Group) else member.key in cosigners
            for member in self.members
        )


@dataclass(frozen=True, slots=True)
class Opened:
    """A checkpoint that the policy accepts, the note it came in, and the cosignatures on it."""

    checkpoint: Checkpoint
    note: Note
    cosignatures: tuple[Verified, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """The logs that are accepted, the witnesses that are known, and the quorum of them."""

    logs: tuple[VerifierKey, ...]
    witnesses: tuple[TrustedWitness, ...] = ()
    quorum: Group = Group(0, ())

    @classmethod
    def of(
        cls, logs: Sequence[VerifierKey], witnesses: Sequence[TrustedWitness] = (), needed: int | None = None
    ) -> Policy:
        """These logs, and `needed` of these witnesses (all of them where it is None). InputError where that cannot be."""
        needed = len(witnesses) if needed is None else needed
        if not 0 <= needed <= len(witnesses):
            raise InputError(f"a quorum of {needed} cannot be had from {len(witnesses)} witnesses")
        _check_keys([*logs, *(witness.key for witness in witnesses)])
        if any(key.kind is not KeyKind.LOG for key in logs):
            raise InputError("the key of a log is of type 1; this one is a witness's")
        if any(witness.key.kind is not KeyKind.WITNESS for witness in witnesses):
            raise InputError("the key of a witness is of type 4; this one is a log's")
        return cls(tuple(logs), tuple(witnesses), Group(needed, tuple(witnesses)))

    def open(self, content: bytes) -> Opened:
        """The checkpoint in these bytes, signed by a log of this policy under its own name, and cosigned by the quorum.

        NoteError, SignatureError or QuorumError otherwise.
        """
        opened = self.open_uncosigned(content)
        cosigners = {cosignature.key for cosignature in opened.cosignatures}
        if not self.quorum.is_reached(cosigners):
            absent = [witness.key.name for witness in self.witnesses if witness.key not in cosigners]
            raise QuorumError(
                f"the checkpoint of {opened.checkpoint.origin} at {opened.checkpoint.size} entries has too few cosignatures",
                (f"not cosigned by {', '.join(absent)}",),
            )
        return opened

    def open_uncosigned(self, content: bytes) -> Opened:
        """The same without asking for the quorum: the cosignatures that are there are verified all the same."""
        note = read_note(content)
        checkpoint = read_checkpoint(note.text)
        own = [key for key in self.logs if key.name == checkpoint.origin]
        if not own:
            known = ", ".join(key.name for key in self.logs) or "none"
            raise SignatureError(
                f"the checkpoint is of the log {checkpoint.origin}; the logs that are trusted here: {known}"
            )
        if not signers_of(note, own):
            raise SignatureError(f"the checkpoint of {checkpoint.origin} is not signed by the key of that log")
        return Opened(checkpoint, note, tuple(signers_of(note, [witness.key for witness in self.witnesses])))


def read_policy(content: bytes) -> Policy:
    """A policy file. InputError with its line."""
    reader = _PolicyReader()
    for number, line in enumerate(content.split(b"\n"), start=1):
        words = line.replace(b"\t", b" ").decode("utf-8", "surrogateescape").split(" ")
        words = [word for word in words if word]
        if words and not words[0].startswith("#"):
            try:
                reader.read(words)
            except InputError as error:
                raise InputError(f"policy, line {number}: {error}") from error
    if reader.quorum is None:
        raise InputError("the policy has no quorum line; write `quorum none` if no witness is needed")
    return Policy(tuple(reader.logs), tuple(reader.witnesses), reader.quorum)


class _PolicyReader:
    """What the lines so far have defined."""

    def __init__(self) -> None:
        self.logs: list[VerifierKey] = []
        self.witnesses: list[TrustedWitness] = []
        self.quorum: Group | None = None
        self._named: dict[str, Group | TrustedWitness] = {}
        self._member: set[str] = set()

    def read(self, words: Sequence[str]) -> None:
        """One line."""
        match words:
            case ["log", key, *url] if len(url) <= 1:
                self.logs.append(_key(key, KeyKind.LOG))
                _check_keys(self.logs)
            case ["witness", name, key, *url] if len(url) <= 1:
                witness = TrustedWitness(_key(key, KeyKind.WITNESS), url[0] if url else None)
                self._define(name, witness)
                self.witnesses.append(witness)
                _check_keys([witness.key for witness in self.witnesses])
            case ["group", name, needed, *members] if members:
                self._define(name, self._group(needed, members))
            case ["quorum", name]:
                self._set_quorum(name)
            case _:
                raise InputError(
                    f"{' '.join(words)!r} is no line of a policy: log, witness, group or quorum, with its parts"
                )

    def _define(self, name: str, what: Group | TrustedWitness) -> None:
        if name == "none" or name in self._named:
            raise InputError(f"the name {name!r} is taken")
        self._named[name] = what

    def _group(self, needed: str, members: Sequence[str]) -> Group:
        for member in members:
            if member not in self._named:
                raise InputError(f"{member!r} is not defined on a line before")
            if member in self._member:
                raise InputError(f"{member!r} is a member of a group already")
            self._member.add(member)
        count = {"any": "1", "all": str(len(members))}.get(needed, needed)
        if not (count.isascii() and count.isdecimal() and 1 <= int(count) <= len(members)):
            raise InputError(
                f"{needed!r} of {len(members)} members: write all, any, or a number from 1 to {len(members)}"
            )
        return Group(int(count), tuple(self._named[member] for member in members))

    def _set_quorum(self, name: str) -> None:
        if self.quorum is not None:
            raise InputError("there is a second quorum line; one is needed")
        if name != "none" and name not in self._named:
            raise InputError(f"{name!r} is not defined on a line before")
        self.quorum = Group(0, ()) if name == "none" else Group(1, (self._named[name],))


def _key(text: str, kind: KeyKind) -> VerifierKey:
    key = read_verifier_key(text)
    if key.kind is not kind:
        raise InputError(f"the key of {key.name} is of type {key.kind:d}; here type {kind:d} is needed")
    return key


def _check_keys(keys: Sequence[VerifierKey]) -> None:
    if len({key.public for key in keys}) != len(keys):
        raise InputError("the same public key is there twice")
