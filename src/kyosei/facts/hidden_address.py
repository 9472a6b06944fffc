"""Whose address is hidden, and which lines tell it: the person asks for it, or a municipality that supports them says so.

No reason is asked and nothing is proved. What somebody disputes of it changes nothing: what protects is not held up. Beside the
lines about homes every line that names a municipality tells where somebody lives, if not in which house.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import IntEnum
from typing import Final

from kyosei.facts.case_file import parties_of
from kyosei.facts.statements import Coverage, Statement
from kyosei.facts.vocabulary.housing import (
    AddressHidden,
    HomeLease,
    HomeProvided,
    HomeRegistration,
    MoveOutNotice,
    RentPayment,
)
from kyosei.facts.vocabulary.immigration import AddressNotice

__all__ = ["ADDRESS_KINDS", "HIDES", "MUNICIPALITY", "Hidden", "hidden_from", "tells_the_address"]

HIDES: Final = AddressHidden.facts.name
"""The kind by which an address is hidden; it is shown to nobody to whom the address is not."""
ADDRESS_KINDS: Final = frozenset(
    kind.facts.name
    for kind in (HomeRegistration, MoveOutNotice, AddressNotice, HomeLease, RentPayment, HomeProvided, AddressHidden)
)
MUNICIPALITY: Final = "municipality:"


class Hidden(IntEnum):
    """From whom an address is hidden, beside those whom a law names."""

    NOT = 0
    BUT_FOR_REPRESENTATIVES = 1
    FROM_ALL = 2


def hidden_from(statements: Iterable[Statement], persons: Collection[str], day: int) -> Hidden:
    """By the statements that stand about a person under their local ids, on a day. Of several the strictest counts."""
    found = Hidden.NOT
    for one in statements:
        said = one.source in persons or one.source.startswith(MUNICIPALITY)
        if one.kind == HIDES and one.about["person"] in persons and said and one.from_day <= day < one.until_day:
            lets_see = one.data.get("shown_to") == "representatives"
            found = max(found, Hidden.BUT_FOR_REPRESENTATIVES if lets_see else Hidden.FROM_ALL)
    return found


def tells_the_address(line: Statement | Coverage, reader: str | None) -> bool:
    """Whether a line tells a reader (an organisation or office) where somebody lives, and they did not say it themselves."""
    if line.kind == HIDES:
        return True
    municipalities = {id_ for id_ in parties_of(line) if id_.startswith(MUNICIPALITY)}
    if line.source == reader or (municipalities and municipalities == {reader}):
        return False
    return line.kind in ADDRESS_KINDS or bool(municipalities)
