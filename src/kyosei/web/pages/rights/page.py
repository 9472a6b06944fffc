"""My rights with their clocks. A right asks nothing of the person: it stands apart from every list of things to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kyosei.facts.statements import Case
from kyosei.norms.forms import Right
from kyosei.terms.text import Text
from kyosei.timelines.days import NEVER
from kyosei.verdicts.figures import figure_said
from kyosei.verdicts.turns import is_day, is_open_to_holder
from kyosei.verdicts.verdict import Segment, Verdict
from kyosei.web.own.looking import Own, look_at_own
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.visit import Shown, Visit

__all__ = ["RIGHTS", "Held", "Loss", "RightsShown", "rights_shown"]


@dataclass(frozen=True, slots=True)
class Loss:
    """The day from which a part of a right is lost, and in words how much then."""

    day: int
    figures: Sequence[str]


@dataclass(frozen=True, slots=True)
class Held:
    """A right. against: the party that owes what it gives. last_day: on which it can be used, as records stand, -1 without one.
    figures: of today, in words. loss: the next day on which a part of it is lost. more: the same right for other months, which
    ends later.
    """

    verdict: Verdict
    how: Text
    lost: Text
    against: str
    last_day: int
    figures: Sequence[str]
    loss: Loss | None
    more: Sequence[Held] = ()

    @property
    def ends(self) -> int:
        """The first day on which something of it is gone."""
        return min(
            self.last_day + 1 if self.last_day >= 0 else NEVER, self.loss.day if self.loss is not None else NEVER
        )


@dataclass(frozen=True, slots=True)
class RightsShown:
    """now: can be used, the one that ends first at the top. later: cannot be used today. unsettled: the records do not tell."""

    case: Case
    today: int
    now: Sequence[Held]
    later: Sequence[Held]
    unsettled: Sequence[Held]


def rights_shown(own: Own) -> RightsShown:
    """What the page shows."""
    held = sorted(_held(own), key=lambda one: (one.ends, one.verdict.norm))
    now = [one for one in held if is_open_to_holder(one.verdict)]
    later = [one for one in held if one.verdict.applies == "yes" and one.verdict.state == "unmet"]
    unsettled = [one for one in held if one not in now and one not in later]
    return RightsShown(own.case, own.day, _gathered(now), _gathered(later), _gathered(unsettled))


def _gathered(held: Sequence[Held]) -> Sequence[Held]:
    """One for all of a norm about the same parties: the first, with the others behind it."""
    found: dict[object, list[Held]] = {}
    for one in held:
        found.setdefault((one.verdict.norm, tuple(one.verdict.about.items())), []).append(one)
    return [replace(first, more=rest) for first, *rest in found.values()]


def _held(own: Own) -> Iterator[Held]:
    for verdict in own.verdicts:
        norm = own.visit.portal.norms[verdict.norm]
        body = norm.latest.body
        if verdict.protects != own.person or not isinstance(body, Right):
            continue
        segments = own.answers.ahead(norm, verdict.instance)
        last = verdict.until - 1 if is_day(verdict.until) else -1
        yield Held(
            verdict, body.how, body.lost, verdict.about.get(body.against, body.against), last,
            _figures(own, segments[0]), _next_loss(own, segments),
        )  # fmt: skip


def _figures(own: Own, segment: Segment) -> Sequence[str]:
    said = (figure_said(name, low, high, own.visit.language) for name, low, high in segment.figures)
    return [one for one in said if one is not None]


def _next_loss(own: Own, segments: Sequence[Segment]) -> Loss | None:
    """The first day to come on which a figure surely rises: what rights count is what is gone of them."""
    today = segments[0]
    for later in segments[1:]:
        if later.state != today.state:
            return None
        if any(after[1] > before[1] for before, after in zip(today.figures, later.figures, strict=True)):
            return Loss(later.from_day, _figures(own, later))
    return None


def _show(visit: Visit) -> Shown:
    return Shown(rights_shown(look_at_own(visit)))


RIGHTS: Final = Page("rights", "/rights", PERSONS, RightsShown, _show, in_menu=True)
