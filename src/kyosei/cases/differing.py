"""Two lives of one person beside each other, as recorded and as supposed: every answer of the days to come that differs.

Both are evaluated as everything else is. Duties are compared obligation by obligation, so that what would begin stands there with
its day, and not as something that nobody has done yet; all other norms are compared by their answers over the days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kyosei.norms.compiler import CompiledNorm
from kyosei.norms.declare import NormKind
from kyosei.timelines.days import NEVER
from kyosei.timelines.program import State
from kyosei.verdicts.check import Examined, judge
from kyosei.verdicts.segments import place_on
from kyosei.verdicts.verdict import Need, Needs, Segment, Verdict

__all__ = ["Arising", "Differences", "Turned", "differences"]

_NOT_IN_PLAY: Final = "not_applicable"
_Key = tuple[str, tuple[tuple[str, str], ...], int]


@dataclass(frozen=True, slots=True)
class Arising:
    """A duty that begins in one life and not in the other: the first of `count` that differ in nothing but their days.

    due: -1 without a day. is_settled: whether it surely would begin; else the records do not tell.
    """

    norm: str
    about: Mapping[str, str]
    bearer: str | None
    arose: int
    due: int
    count: int
    is_settled: bool
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Turned:
    """Another answer from a day on: of which norm, before (as recorded) and after (as supposed).

    may_apply: whether it is not settled that the norm asks anything then. until: of the answer after, -1 without an end.
    needs: who would settle it, where it is open.
    """

    norm: str
    kind: NormKind
    about: Mapping[str, str]
    bearer: str | None
    protects: str | None
    day: int
    before: str
    after: str
    may_apply: bool
    causes: tuple[str, ...]
    until: int
    verdict: Verdict

    @property
    def needs(self) -> tuple[Need, ...]:
        """The records that would settle it."""
        found = self.verdict.needs
        return () if found is None else found.leaves() if isinstance(found, Needs) else (found,)


@dataclass(frozen=True, slots=True)
class Differences:
    """begins: duties only of the supposed life; falls: only of the recorded one. turned: other answers, in the order of days.
    stays: statuses that are met in both on the day after the first, as the supposed life has them.
    """

    begins: Sequence[Arising]
    falls: Sequence[Arising]
    turned: Sequence[Turned]
    stays: Sequence[Verdict]


def differences(before: Examined, after: Examined, from_day: int, until_day: int) -> Differences:
    """Duties that begin from the one day to before the other, and answers after it that differ. Goals are left out."""
    was, now = _instances(before), _instances(after)
    duties = [_arising(one, found, from_day, until_day) for one, found in ((before, was), (after, now))]
    return Differences(
        _only_in(duties[1], duties[0]), _only_in(duties[0], duties[1]),
        sorted(_turned(before, was, after, now, from_day + 1, until_day), key=lambda one: (one.day, one.norm)),
        list(_staying(before, was, after, now, from_day + 1)),
    )  # fmt: skip


def _instances(examined: Examined) -> dict[_Key, tuple[CompiledNorm, int]]:
    return {
        (norm.id, tuple(examined.about(norm, instance).items()), examined.key(norm, instance)): (norm, instance)
        for norm in examined.loaded.law.norms
        if norm.latest.goal is None
        for instance in range(examined.instances(norm))
    }


_Obligations = dict[tuple[_Key, int, int], Arising]


def _arising(
    examined: Examined, found: Mapping[_Key, tuple[CompiledNorm, int]], from_day: int, until_day: int
) -> _Obligations:
    """Every obligation of these days, by what tells it from others."""
    duties: _Obligations = {}
    for key, (norm, instance) in found.items():
        if norm.latest.kind != "duty":
            continue
        for one in judge(examined, norm, instance, until_day - 1, obligations=True).obligations or ():
            if one.arose >= from_day:
                verdict = judge(examined, norm, instance, one.arose + 1, obligations=True)
                began = [same for same in verdict.obligations or () if (same.arose, same.due) == (one.arose, one.due)]
                settled = any(same.state != "open" for same in began)
                due = one.due if 0 <= one.due < NEVER else -1
                duties[key, one.arose, due] = Arising(
                    norm.id, verdict.about, verdict.bearer, one.arose, due, 1, settled, verdict
                )
    return duties


def _only_in(duties: _Obligations, others: _Obligations) -> list[Arising]:
    """Those of the one that the other lacks, or does not have as surely; of each norm and relation the first, and how many."""
    grouped: dict[tuple[object, ...], Arising] = {}
    for place, one in sorted(duties.items(), key=lambda item: (item[1].arose, item[1].due)):
        other = others.get(place)
        if other is not None and (other.is_settled or not one.is_settled):
            continue
        group = (one.norm, tuple(one.about.items()), one.is_settled)
        first = grouped.get(group)
        grouped[group] = one if first is None else replace(first, count=first.count + 1)
    sure = {(one.norm, tuple(one.about.items())) for one in grouped.values() if one.is_settled}
    kept = (one for one in grouped.values() if one.is_settled or (one.norm, tuple(one.about.items())) not in sure)
    return sorted(kept, key=lambda one: (one.due < 0, one.due, one.arose, one.norm))


def _turned(
    before: Examined, was: Mapping[_Key, tuple[CompiledNorm, int]], after: Examined,
    now: Mapping[_Key, tuple[CompiledNorm, int]], from_day: int, until_day: int,
) -> Iterator[Turned]:  # fmt: skip
    """Of each norm and relation, each answer of the supposed life that the recorded one does not have then, once."""
    told: set[tuple[object, ...]] = set()
    for key in dict.fromkeys((*now, *was)):
        norm = (now.get(key) or was[key])[0]
        if norm.latest.kind == "duty":
            continue
        old, new = _segments(before, was.get(key)), _segments(after, now.get(key))
        for day in _days(old, new, from_day, until_day):
            one, other = old[place_on(old, day)], new[place_on(new, day)]
            same = (key[0], key[1], other.state, other.uncertain)
            if _answer(one) == _answer(other) or same in told:
                continue
            told.add(same)
            examined, found = (after, now) if key in now else (before, was)
            verdict = judge(examined, *found[key], day)
            until = other.until_day if other.until_day < NEVER else -1
            yield Turned(
                norm.id, norm.latest.kind, verdict.about, verdict.bearer, verdict.protects, day, one.state, other.state,
                other.uncertain, other.causes, until, verdict,
            )  # fmt: skip


def _staying(
    before: Examined, was: Mapping[_Key, tuple[CompiledNorm, int]], after: Examined,
    now: Mapping[_Key, tuple[CompiledNorm, int]], day: int,
) -> Iterator[Verdict]:  # fmt: skip
    for key, (norm, instance) in now.items():
        if norm.latest.kind != "status" or key not in was:
            continue
        if after.state_on(norm, instance, day) == State.MET == before.state_on(*was[key], day):
            yield judge(after, norm, instance, day)


def _segments(examined: Examined, found: tuple[CompiledNorm, int] | None) -> Sequence[Segment]:
    """The answers of an instance; of one that a life does not have, that nothing is in play."""
    if found is None:
        return (Segment(0, NEVER, _NOT_IN_PLAY, (), -1, -1, False, True),)
    return examined.segments(*found)


def _days(old: Iterable[Segment], new: Iterable[Segment], from_day: int, until_day: int) -> list[int]:
    """The days on which either answer may change."""
    starts = {one.from_day for group in (old, new) for one in group if from_day < one.from_day < until_day}
    return sorted(starts | {from_day})


def _answer(segment: Segment) -> tuple[str, bool]:
    return segment.state, segment.uncertain
