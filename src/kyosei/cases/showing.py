"""Which cases somebody may be shown, and what of each: showing one that is about a person is a look, with a purpose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, assert_never

from kyosei.access.purposes import AboutNorms, Purpose, WholeRecord
from kyosei.access.requests import Requester, Role
from kyosei.cases.case import owners_part

__all__ = ["Document", "is_about_a_person", "keepers_part", "shown_part"]

Document = Mapping[str, Any]  # Any: JSON

_KEEPERS: Final = ("id", "sort", "norms", "state", "stage", "opened_at", "deadline", "due_on")


def is_about_a_person(document: Document) -> bool:
    """Whether showing a case shows something about a natural person."""
    return bool(document["subject"].startswith("person:"))


def keepers_part(document: Document) -> Document:
    """What whoever keeps the installation sees without a purpose: that there is a case, of which norm, and whose turn it is, if
    that is no natural person. It names nobody whom it is about (decision 145).
    """
    owner = document["owner"]
    return {name: document[name] for name in _KEEPERS} | {"owner": None if owner.startswith("person:") else owner}


def shown_part(document: Document, requester: Requester, purpose: Purpose | None) -> Document | None:
    """What of a case somebody may see who looks for a purpose; None: nothing. That they may look, the read path decides.

    The person sees all of it, and so does the operator, one of whose humans has to look before an office is told. Its owner, and
    an office that it went to, see what the owner may know, as far as their purpose answers its norms.
    """
    match None if purpose is None else purpose.reads:
        case None:
            return None
        case WholeRecord():
            return document
        case AboutNorms(norms):
            if requester.role is Role.OPERATOR:
                return document
            owns = requester.organisation == document["owner"] and not document["hushed"]
            if not (owns or requester.organisation in document["offices"]) or not {*document["norms"]} <= {*norms}:
                return None
            return owners_part(document)
        case other:
            assert_never(other)
