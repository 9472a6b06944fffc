"""Is it on record? For provisos that an office's act or a shown document must bring about, not the mere facts.

Everywhere else silence is open(missing). A few exceptions of the law do not lie in the facts but in an act that somebody
has to do, keep and show: a certificate of coverage under an agreement, a permit for a reduced wage, a leave of absence
or an exemption that was granted, a request that the person made. Nobody can prove that no such act exists, so an
unknown one would open every duty of everybody for ever. Such an exception is therefore in play only from the day on
which anybody has told of it. It is then weighed like every fact: told by somebody who cannot settle it, it opens the
verdict, told by its holder it decides.
"""

from __future__ import annotations

from datetime import date

from kyosei.terms.expressions import Cond, Expression, Heads, apply
from kyosei.terms.language import begins, dated, heads
from kyosei.timelines.program import Deadline, HolidayRule, Op, State, Value

__all__ = ["on_record", "recorded_day", "told"]


def on_record(fact: Cond) -> Cond:
    """Yes from the first day on which the fact is settled to hold, else no.

    It is built as an obligation without date that the fact fulfils: such a one is fulfilled or not yet, never open.
    """
    scope = fact.scope
    counted = dated(scope, Heads, [(date(1900, 1, 1), 0), (date(1900, 1, 2), 1)])
    once = begins(counted >= heads(1, scope))
    parameters = (Deadline.WITHOUT_DATE, 0, 0, HolidayRule.STAYS, 0, 0)
    asked = Expression(apply(Op.DUTY, Value.STATE, (once, fact), parameters))
    return Cond(apply(Op.STATE_IS, Value.TRUTH, (asked,), (1 << State.MET,)))


def told(fact: Cond) -> Cond:
    """The fact, if it is on record at all: no where nobody who can settle it has ever told of it."""
    return on_record(fact) & fact


def recorded_day(event: Cond, *, record: Cond) -> Cond:
    """An event on the very day that a keyed record tells of: on every other day nothing can happen, whoever is silent.

    `record`: the same without conditions on its fields, so that a field nobody told leaves the event open, not absent.
    """
    return event & begins(on_record(record))
