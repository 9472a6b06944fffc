"""What shows that two local persons are one: the closed set of evidence, checked when made, and how entries write it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, assert_never

from kyosei.errors import IdentityError
from kyosei.facts.case_file.shown import nearest, shown
from kyosei.facts.case_file.values import printable

__all__ = [
    "HUMANS", "SHARED_KINDS", "Compared", "DocumentSeen", "Evidence", "PersonSays", "SharedIdentifier", "evidence_of",
    "written_evidence",
]  # fmt: skip

HUMANS: Final = ("staff:", "person:")
"""How the ids of natural persons begin who decide or see something."""

SHARED_KINDS: Final = ("residence_card", "basic_pension", "employment_insurance")
"""Numbers that one authority gives to each person and that other institutions hold too."""

_MASK: Final = "•"
_UNMASKED_MAX: Final = 3
_TEXT_LONGEST: Final = 1_000
_FOUND_MAX: Final = 100


@dataclass(frozen=True, slots=True)
class SharedIdentifier:
    """Both institutions hold the same number of a third: its kind, and the number masked."""

    kind: str
    masked: str

    def __post_init__(self) -> None:
        if self.kind not in SHARED_KINDS:
            raise IdentityError(f"no number of kind {shown(self.kind)} is shared; {nearest(self.kind, SHARED_KINDS)}")
        legible = sum(character not in (_MASK, "-") for character in self.masked)
        if _MASK not in self.masked or legible > _UNMASKED_MAX or len(self.masked) > 40:
            raise IdentityError(
                f"a {self.kind} in evidence is not masked; hide all but its last {_UNMASKED_MAX} characters with {_MASK}"
            )


@dataclass(frozen=True, slots=True)
class DocumentSeen:
    """A document that shows both, and the natural person who saw it; e.g. a residence card at the bank's counter."""

    document: str
    seen_by: str

    def __post_init__(self) -> None:
        if not self.seen_by.startswith(HUMANS):
            raise IdentityError(f"a document was seen by {shown(self.seen_by)}; name who saw it, such as staff:sato")


@dataclass(frozen=True, slots=True)
class PersonSays:
    """The person concerned says so, with the party id under which they said it."""

    person: str

    def __post_init__(self) -> None:
        if not self.person.startswith("person:"):
            raise IdentityError(f"{shown(self.person)} is no person who could say so; name one such as person:hoa")


@dataclass(frozen=True, slots=True)
class Compared:
    """Names, birth date and sex were compared: the versions of normalisation and model, and what agreed how."""

    normalisation: str
    model: str
    found: tuple[tuple[str, str], ...]


Evidence = SharedIdentifier | DocumentSeen | PersonSays | Compared

_KEYS: Final = {
    "shared_identifier": ("kind", "masked"),
    "document_seen": ("document", "seen_by"),
    "person_says": ("person",),
    "compared": ("normalisation", "model", "found"),
}


def evidence_of(written: object) -> tuple[Evidence, ...]:
    """The evidence that an entry writes, a list of objects with a `type`. IdentityError says which one is none, and why."""
    if not isinstance(written, list) or not 0 < len(written) <= _FOUND_MAX:
        raise IdentityError(
            f"`evidence` is {shown(written)}; write a list of at least one object such as"
            ' {"type": "document_seen", "document": "residence card", "seen_by": "staff:sato"}'
        )
    return tuple(_piece(f"evidence {number}", piece) for number, piece in enumerate(written, start=1))


def written_evidence(evidence: Iterable[Evidence]) -> list[dict[str, object]]:
    """The evidence as an entry writes it, which `evidence_of` reads back."""
    return [_written(piece) for piece in evidence]


def _piece(where: str, written: object) -> Evidence:
    if not isinstance(written, dict) or not isinstance(type_ := written.get("type"), str):
        raise IdentityError(f"{where} is {shown(written)}; write an object with a `type`: {', '.join(_KEYS)}")
    if type_ not in _KEYS:
        raise IdentityError(f"{where} has unknown type {shown(type_)}; {nearest(type_, tuple(_KEYS))}")
    if written.keys() != {"type", *_KEYS[type_]}:
        raise IdentityError(f"{where}, a {type_}, must have exactly the keys type, {', '.join(_KEYS[type_])}")
    match type_:
        case "shared_identifier":
            return SharedIdentifier(_text(where, written, "kind"), _text(where, written, "masked"))
        case "document_seen":
            return DocumentSeen(_text(where, written, "document"), _text(where, written, "seen_by"))
        case "person_says":
            return PersonSays(_text(where, written, "person"))
        case _:  # _KEYS has no other
            return Compared(
                _text(where, written, "normalisation"), _text(where, written, "model"), _found(where, written["found"])
            )


def _written(piece: Evidence) -> dict[str, object]:
    match piece:
        case SharedIdentifier():
            return {"type": "shared_identifier", "kind": piece.kind, "masked": piece.masked}
        case DocumentSeen():
            return {"type": "document_seen", "document": piece.document, "seen_by": piece.seen_by}
        case PersonSays():
            return {"type": "person_says", "person": piece.person}
        case Compared():
            return {
                "type": "compared", "normalisation": piece.normalisation, "model": piece.model,
                "found": [list(pair) for pair in piece.found],
            }  # fmt: skip
        case _:
            assert_never(piece)


def _text(where: str, written: dict[str, object], key: str) -> str:
    value = written[key]
    if not _is_text(value):
        raise IdentityError(f"{where}: `{key}` is {shown(value)}; write text of at most {_TEXT_LONGEST} characters")
    return str(value)


def _found(where: str, written: object) -> tuple[tuple[str, str], ...]:
    pairs = written if isinstance(written, list) and len(written) <= _FOUND_MAX else None
    if pairs is None or not all(
        isinstance(pair, list) and len(pair) == 2 and all(map(_is_text, pair)) for pair in pairs
    ):
        raise IdentityError(
            f'{where}: `found` is {shown(written)}; write pairs of what was compared and how it agreed, such as ["name", "same"]'
        )
    return tuple((str(compared), str(outcome)) for compared, outcome in pairs)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _TEXT_LONGEST and printable(value)
