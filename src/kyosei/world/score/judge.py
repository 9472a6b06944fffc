"""The judge: what the detector said of some persons against what is true of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from kyosei.timelines.days import JAPAN, date_from_day, day_from_date, microseconds_from_instant
from kyosei.verdicts.verdict import Need, Verdict
from kyosei.world.records.ledger import Line
from kyosei.world.score.detector import Detector, Negative, Records, channel_of, leaves_of
from kyosei.world.truth import Cause, Truth

__all__ = ["Accusation", "Outcome", "Result", "false_accusations", "judge_cause"]

_SHOWN = ("breached", "unmet")
_LONGEST_LEAD_DAYS = 400


class Outcome(StrEnum):
    """What became of a planted failure or of an innocent twin."""

    FOUND = "found"
    """The verdict says no, as it truly is."""
    BEFORE_AN_OFFICIAL = "before_an_official"
    """The law leaves it to judgement, and the verdict waits for exactly that, with the office that owes it."""
    OPEN_NAMED = "open_named"
    """Evidence was lost; the verdict is open, and asking what its needs name, in turn, leads to the truth."""
    OPEN_UNNAMED = "open_unnamed"
    """Evidence was lost; the verdict is open, and its needs leave out something without which it stays so."""
    MISSED = "missed"
    """The evidence is there, and the verdict says neither no nor waits for judgement; or it says yes."""
    ACQUITTED = "acquitted"
    """A twin, and the verdict does not say no."""
    ACCUSED = "accused"
    """A twin, and the verdict says no."""


@dataclass(frozen=True, slots=True)
class Accusation:
    """A negative that the truth contradicts."""

    negative: Negative
    variant: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """One planted failure or twin. Days before it became true that the first warning, and the breach itself, could be
    said with the records known by then; negative: after; None: not measured.
    """

    cause: Cause
    outcome: Outcome
    state: str
    warned_days: int | None = None
    shown_days: int | None = None


def false_accusations(negatives: tuple[Negative, ...], truths: Mapping[str, Truth]) -> Iterator[Accusation]:
    """The negatives of which no true breach holds all days and all parties."""
    for negative in negatives:
        truth = truths.get(negative.about.get("person", ""))
        if truth is None or not any(_holds(breach.norm, breach.about, breach.from_day, breach.until, negative)
                                    for breach in truth.breaches):  # fmt: skip
            variant = None if truth is None or truth.cause is None else truth.cause.variant
            yield Accusation(negative, variant)


def _holds(norm: str, about: Mapping[str, str], from_day: date, until: date | None, negative: Negative) -> bool:
    return (
        norm == negative.norm
        and all(negative.about.get(role) == party for role, party in about.items())
        and day_from_date(from_day) <= negative.from_day
        and (until is None or negative.until_day <= day_from_date(until))
    )


def judge_cause(detector: Detector, records: Records, cause: Cause, *, accused: bool, lead: bool) -> Result:
    """What became of one cause. `accused`: whether something false was said of the person. `lead`: measure it, too."""
    verdict = detector.ask(records, cause.norm, cause.about, day_from_date(cause.look_on))
    state = "nothing" if verdict is None else verdict.state
    if not cause.planted:
        said = state in _SHOWN or accused
        return Result(cause, Outcome.ACCUSED if said else Outcome.ACQUITTED, state)
    outcome = _outcome(cause, verdict)
    if outcome is Outcome.MISSED and cause.lost and state == "open":
        led = _leads_to_the_truth(detector, records, cause, verdict)
        outcome = Outcome.OPEN_NAMED if led else Outcome.OPEN_UNNAMED
    if not lead or outcome is not Outcome.FOUND:
        return Result(cause, outcome, state)
    return Result(
        cause,
        outcome,
        state,
        _lead(detector, records, cause, cause.warned_by, day_from_date(cause.from_day) - 1),
        _lead(detector, records, cause, cause.norm, None),
    )


def _outcome(cause: Cause, verdict: Verdict | None) -> Outcome:
    if verdict is None:
        return Outcome.MISSED
    if verdict.state in _SHOWN:
        return Outcome.FOUND
    needs = leaves_of(verdict.needs)
    if cause.for_judgement and verdict.causes == ("judgement",) and any(n.kind == "assessment.factor" for n in needs):
        return Outcome.BEFORE_AN_OFFICIAL
    return Outcome.MISSED


def _leads_to_the_truth(detector: Detector, records: Records, cause: Cause, verdict: Verdict | None) -> bool:
    """Whether the sources that the needs name, asked one after another, settle it as it truly is."""
    person = cause.about["person"]
    said: list[Line] = []
    while True:
        needs = leaves_of(None if verdict is None else verdict.needs)
        asked = {channel_of(line) for line in cause.answers if any(_asks_for(need, line) for need in needs)}
        if asked <= {channel_of(line) for line in said}:
            return False
        said += [line for line in cause.answers if channel_of(line) in asked and line not in said]
        verdict = detector.ask(records.answered(person, said), cause.norm, cause.about, day_from_date(cause.look_on))
        if _outcome(cause, verdict) is not Outcome.MISSED:
            return True


def _asks_for(need: Need, line: Line) -> bool:
    """Whether a need asks for this line: its kind, of its source or of whoever has that role, and no other parties."""
    about = line["about"]
    assert isinstance(about, dict)
    source = line["source"] in (need.source, about.get(need.source.removeprefix("unknown:")))
    return need.kind == line["kind"] and source and all(about.get(role, party) == party for role, party in need.about)


def _lead(detector: Detector, records: Records, cause: Cause, norm: str, due_near: int | None) -> int | None:
    """Days from the first evening on which it was shown until the day on which the failure was true; negative: after it.

    Found by halving: what is shown stays shown. Looks back a year and a month. None: it is not shown at all.
    """
    first, last = cause.from_day - timedelta(_LONGEST_LEAD_DAYS), date_from_day(detector.known_day)
    low, high = 0, (last - first).days
    if not detector.shown_by(records, norm, cause.about, _evening(last, detector), due_near):
        return None
    while low < high:
        middle = (low + high) // 2
        if detector.shown_by(records, norm, cause.about, _evening(first + timedelta(middle), detector), due_near):
            high = middle
        else:
            low = middle + 1
    return (cause.from_day - (first + timedelta(low))).days


def _evening(day: date, detector: Detector) -> int:
    """The last hour of a day in Japan, in microseconds, as far as anything is known."""
    evening = datetime.combine(day, time(23), JAPAN)
    return min(microseconds_from_instant(evening), detector.known)
