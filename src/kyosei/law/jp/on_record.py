"""Is it on record? For provisos that an office's act or a shown document must bring about, not the mere facts.

Everywhere else silence is open(missing). A few exceptions of the law do not lie in the facts but in an act that somebody
has to do, keep and show: a certificate of coverage under an agreement, a permit for a reduced wage, a leave of absence
or an exemption that was granted, a request that the person made. Nobody can prove that no such act exists, so an
unknown one would open every duty of everybody for ever. Such an exception is therefore in play only from the day on
which somebody who can settle it has told of it. From then on it is weighed like every fact. Where what was told is
contradicted, or a natural person disputes it, it is open whether it is on record at all (decision 0023).
"""

from __future__ import annotations

from kyosei.terms.expressions import Cond, apply
from kyosei.terms.language import begins
from kyosei.timelines.program import Op, Value
from kyosei.timelines.truth import MISSING, UNCONFIRMED

__all__ = ["on_record", "recorded_day", "spoken_of", "told"]

_NOT_TOLD = MISSING | UNCONFIRMED
"""The causes of an open fact that nobody who can settle it has told of."""


def on_record(fact: Cond) -> Cond:
    """Yes from the first day on which the fact was told to hold; no where nobody who can settle it has told of it."""
    return Cond(apply(Op.ON_RECORD, Value.TRUTH, (fact,), (_NOT_TOLD,)))


def told(fact: Cond) -> Cond:
    """The fact, if it is on record at all: no where nobody who can settle it has ever told of it."""
    return on_record(fact) & fact


def spoken_of(fact: Cond) -> Cond:
    """Yes from the first day on which the fact was told to hold; open where only somebody who cannot settle it says so.

    For a ban on what nobody would record: of most jobs nobody says that nothing was done, and no office has to. A word of
    the person protected opens the question, and so names who has to answer it (decision 0086).
    """
    return Cond(apply(Op.ON_RECORD, Value.TRUTH, (fact,), (MISSING,)))


def recorded_day(event: Cond, *, record: Cond) -> Cond:
    """An event on the very day that a keyed record tells of: on every other day nothing can happen, whoever is silent.

    `record`: the same without conditions on its fields, so that a field nobody told leaves the event open, not absent.
    """
    return event & begins(on_record(record))
