"""Looking at cases from the command line: each person about whom one is shown gets an access entry, with the purpose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kyosei.cli.asking import Asker
from kyosei.errors import AccessRefusedError, QuestionError

if TYPE_CHECKING:
    from kyosei.access.purposes import Purposes
    from kyosei.access.reading import ReadPath

__all__ = ["Shown", "looked_at", "looked_at_one"]

Document = Mapping[str, Any]  # Any: JSON


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of cases, and the ids of those that were refused, with why."""

    parts: Sequence[Document]
    refused: Sequence[tuple[str, str]]


def looked_at(path: ReadPath, purposes: Purposes, asker: Asker, documents: Sequence[Document]) -> Shown:
    """What somebody may see of cases: one look at each person whom those are about that their purpose lets them see.

    A look that is refused is an entry as well, and its cases are not shown. AccessRefusedError if all are refused.
    """
    from kyosei.cases.showing import is_about_a_person

    parts: list[Document] = []
    refused: list[tuple[str, str]] = []
    decided: dict[str, AccessRefusedError | None] = {}
    for document in documents:
        part = _part(purposes, asker, document)
        if part is None and asker.purpose in purposes.by_id:
            continue
        subject = document["subject"]
        if is_about_a_person(document) and subject not in decided:
            decided[subject] = _refusal(path, asker, subject)
        error = decided.get(subject)
        if error is not None:
            refused.append((document["id"], error.refusal.value))
        elif part is not None:
            parts.append(part)
    errors = [error for error in decided.values() if error is not None]
    if errors and not parts:
        raise errors[0]
    return Shown(parts, refused)


def looked_at_one(path: ReadPath, purposes: Purposes, asker: Asker, document: Document) -> Document:
    """What somebody may see of a case; its id is the reference of the look, if they gave none. AccessRefusedError, or
    QuestionError if it is not for them.
    """
    from kyosei.cases.showing import is_about_a_person

    own = asker if asker.case is not None else replace(asker, case=document["id"])
    if is_about_a_person(document) and asker.is_silent():
        raise QuestionError("a case is about somebody: say who looks and why (--as, --role, --purpose, --basis)")
    shown = looked_at(path, purposes, own, [document])
    if not shown.parts:
        raise QuestionError(
            f"case {document['id']!r} is not for this purpose, or not a case of {own.organisation or own.actor}; "
            "`kyosei cases list` with the same options lists those that are"
        )
    return shown.parts[0]


def _part(purposes: Purposes, asker: Asker, document: Document) -> Document | None:
    from kyosei.cases.showing import is_about_a_person, shown_part

    if not is_about_a_person(document):
        return document
    requester = asker.request(document["subject"], None).requester  # or says what is missing of who looks
    return shown_part(document, requester, purposes.by_id.get(asker.purpose or ""))


def _refusal(path: ReadPath, asker: Asker, subject: str) -> AccessRefusedError | None:
    try:
        path.show_cases(asker.request(subject, None))
    except AccessRefusedError as error:
        return error
    return None
