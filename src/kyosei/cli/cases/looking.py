"""Looking at cases from the command line: who looks and why is in the options."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kyosei.cli.asking import Asker
from kyosei.errors import QuestionError

if TYPE_CHECKING:
    from kyosei.access.purposes import Purposes
    from kyosei.access.reading import ReadPath
    from kyosei.cases.looking import Looked
    from kyosei.cases.showing import Document

__all__ = ["seen_by", "the_one_seen_by"]


def seen_by(path: ReadPath, purposes: Purposes, asker: Asker, documents: Sequence[Document]) -> Looked:
    """What somebody may see of cases (`kyosei.cases.looking`). AccessRefusedError if all are refused."""
    from kyosei.cases.looking import looked_at

    looked = looked_at(path, purposes, lambda document: asker.request(document["subject"], None), documents)
    if looked.refused and not looked.parts:
        raise looked.refused[0][1]
    return looked


def the_one_seen_by(path: ReadPath, purposes: Purposes, asker: Asker, document: Document) -> Document:
    """What somebody may see of a case; its id is the reference of the look, if they gave none. AccessRefusedError, or
    QuestionError if it is not for them.
    """
    from kyosei.cases.showing import is_about_a_person

    own = asker if asker.case is not None else replace(asker, case=document["id"])
    if is_about_a_person(document) and asker.is_silent():
        raise QuestionError("a case is about somebody: say who looks and why (--as, --role, --purpose, --basis)")
    looked = seen_by(path, purposes, own, [document])
    if not looked.parts:
        raise QuestionError(
            f"case {document['id']!r} is not for this purpose, or not a case of {own.organisation or own.actor}; "
            "`kyosei cases list` with the same options lists those that are"
        )
    return looked.parts[0]
