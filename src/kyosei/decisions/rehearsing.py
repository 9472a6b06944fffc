"""Dossiers of people who do not exist, for a yearly audit of noise: several officers judge the same ones, each for themself.

They are assembled as real ones are, of the records of a synthetic town, with an application that is supposed on the day. Nobody
can seal one: no journal holds its application.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from kyosei.decisions.assembling import Moment, assemble, evaluator_of
from kyosei.decisions.dossier import Assembled
from kyosei.decisions.drafting import Read
from kyosei.decisions.outlook import supposed_application
from kyosei.facts.statements import Case
from kyosei.norms.procedures import Procedure
from kyosei.timelines.days import legal_day
from kyosei.verdicts.evaluate import Loaded

__all__ = ["chosen", "rehearsed"]

_WITHOUT_JOURNAL: Final = 0


def rehearsed(loaded: Loaded, procedure: Procedure, case: Case, person: str, known: int) -> Read | None:
    """What an officer would be shown of an application of the person's on the day of the instant; None if the person has no
    stay that ends, so that nothing could be asked for.
    """
    day = legal_day(known)
    held = [
        one for one in case.statements
        if one.kind == "residence.status" and one.about.get("person") == person and one.from_day <= day < one.until_day
        and "granted_period" in one.data
    ]  # fmt: skip
    if not held:
        return None
    filed = supposed_application(case, procedure.id, person, day, known, None)
    moment = Moment(known, _WITHOUT_JOURNAL, day)
    whole = replace(case, statements=(*case.statements, filed))
    evaluator = evaluator_of(loaded, procedure, whole, person, moment)
    return Read(assemble(evaluator, procedure, filed, moment, lambda same: ()), procedure, evaluator)


def chosen(assembled: Iterable[Assembled], count: int) -> list[int]:
    """The places of so many of these, in order: first one of each set of legally relevant facts, then a second one of each."""
    alike: dict[str, list[int]] = {}
    for place, one in enumerate(assembled):
        alike.setdefault(one.same_facts, []).append(place)
    return sorted(list(_in_turn(list(alike.values())))[:count])


def _in_turn(rows: Sequence[Sequence[int]]) -> Iterator[int]:
    for place in range(max(map(len, rows), default=0)):
        yield from (row[place] for row in rows if place < len(row))
