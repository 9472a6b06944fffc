"""The third layer: what each institution writes down of a life, and what it answers when it is asked whether that is all."""

from __future__ import annotations

from kyosei.world.events import Life
from kyosei.world.records.households import write_households
from kyosei.world.records.ledger import Entry, Ledger
from kyosei.world.records.offices import write_offices
from kyosei.world.records.organisations import write_organisations
from kyosei.world.records.workplaces import write_workplaces
from kyosei.world.town import Town

__all__ = ["Entry", "records_of", "write_organisations"]


def records_of(town: Town, life: Life) -> list[Entry]:
    """The party line, every statement and every answer about a person, as they were made."""
    ledger = Ledger(life.person, town.known_day)
    ledger.declare(life)
    write_offices(town, life, ledger)
    write_workplaces(town, life, ledger)
    if town.households:
        write_households(town, life, ledger)
    return ledger.entries()
