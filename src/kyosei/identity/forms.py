"""A submitted form may carry the identifiers of one person only: with two persons' nothing is linked (S6)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kyosei.errors import TwoPersonsError
from kyosei.identity.identifiers import PersonIdentifier

__all__ = ["FormField", "check_form"]


@dataclass(frozen=True, slots=True)
class FormField:
    """An identifier, and the field of the form in which it stands."""

    name: str
    identifier: PersonIdentifier


def check_form(fields: Sequence[FormField], known: Iterable[Collection[PersonIdentifier]]) -> None:
    """TwoPersonsError if two identifiers of a form cannot be one person's; it names both fields.

    known: the groups of identifiers that undisputed links join, each one person's. Two identifiers disagree if they, or
    what is known to be theirs, are different numbers of one kind by one issuer, and no link joins those two.
    """
    group_of = {identifier: group for group in known for identifier in group}
    for place, first in enumerate(fields):
        for second in fields[place + 1 :]:
            _check_pair(first, second, group_of)


def _check_pair(
    first: FormField, second: FormField, group_of: dict[PersonIdentifier, Collection[PersonIdentifier]]
) -> None:
    mine = group_of.get(first.identifier, (first.identifier,))
    theirs = group_of.get(second.identifier, (second.identifier,))
    if mine is theirs or first.identifier == second.identifier:
        return
    for own in mine:
        for other in theirs:
            if own.KIND == other.KIND and own.issuer == other.issuer and own != other:
                raise TwoPersonsError(
                    f"{_told(first)} and {_told(second)} are of two persons: {_because(first, own)}{_because(second, other)}"
                    "nothing was linked. Ask who the form is about, and submit it again with that person's numbers only;"
                    " if both are one person's, a person links them first"
                )


def _told(field: FormField) -> str:
    return f"{field.name} ({field.identifier.JA} {field.identifier.masked})"


def _because(field: FormField, held: PersonIdentifier) -> str:
    """How a number that is not on the form comes in."""
    return "" if held == field.identifier else f"{field.name} is known together with {held.JA} {held.masked}; "
