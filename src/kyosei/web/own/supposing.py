"""A life that the person supposes, beside the one on record: what would begin, end, stay and be open, each with whose turn it is.

Nothing of it is stored: what somebody supposes is in the form that they send, and in the page that answers. What others would
have to do is never among what the person would have to do (P06).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.alerts.advice import PARTS, notice_of
from kyosei.cases.differing import Arising, Differences, Turned, differences
from kyosei.cases.supposed import Change, supposed, with_enrolments_ended
from kyosei.facts.statements import Case
from kyosei.norms.forms import Right
from kyosei.notices.message import Section
from kyosei.terms.citations import Provision
from kyosei.terms.text import Language, Text
from kyosei.verdicts.check import Examined, examine
from kyosei.verdicts.turns import is_day
from kyosei.verdicts.verdict import Verdict
from kyosei.web.own.looking import Own
from kyosei.web.visit import Visit

__all__ = ["AHEAD", "FOR_GOOD", "Compared", "Duty", "Gained", "Warning", "compared", "examined_as"]

AHEAD: Final = 366
"""For so many days after the change the two lives are compared."""
FOR_GOOD: Final = 50 * 366
"""For so many days what is supposed goes on: further than any answer that is shown."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What somebody would have to do. due: -1 without a day; count: how many times. sections: how, of the person's own;
    original: the same in Japanese, beside one that a further language borrows.
    """

    norm: str
    bearer: str
    about: Sequence[str]
    due: int
    count: int
    provision: Provision
    sections: Sequence[Section]
    original: Sequence[Section]


@dataclass(frozen=True, slots=True)
class Gained:
    """A right that would begin. last_day: -1 without one. is_settled: whether it surely would."""

    norm: str
    how: Text
    lost: Text
    against: str
    from_day: int
    last_day: int
    is_settled: bool
    provision: Provision


@dataclass(frozen=True, slots=True)
class Warning:
    """What holds now and would be open or hold no longer, from a day on. protects: what protects the person; ask: whom to ask."""

    turned: Turned
    protects: Text | None
    ask: Text | None


@dataclass(frozen=True, slots=True)
class Compared:
    """case: the supposed one, which names the parties. mine, theirs: what surely would have to be done, theirs by the party.

    ends, starts: answers that hold in the one life and not in the other. warnings: what would be open or not kept, though
    nothing is missing. unsettled: what the records do not tell, by who would answer. silent: how many rules would ask nothing.
    """

    case: Case
    differences: Differences
    mine: Sequence[Duty]
    mine_perhaps: Sequence[Duty]
    theirs: Sequence[tuple[str, Sequence[Duty]]]
    theirs_perhaps: Sequence[tuple[str, Sequence[Duty]]]
    rights: Sequence[Gained]
    starts: Sequence[Turned]
    ends: Sequence[Turned]
    stays: Sequence[Verdict]
    warnings: Sequence[Warning]
    unsettled: Sequence[tuple[str, Sequence[Turned]]]
    silent: int


def examined_as(own: Own, case: Case) -> Examined | None:
    """All norms over a case of the person, as known at the instant of the look."""
    return next(iter(examine(own.visit.portal.loaded, case, own.known, [own.person])), None)


def compared(own: Own, changes: Sequence[Change], from_day: int) -> Compared | None:
    """The two lives from a day on, the last before the supposed one is another; None where nothing is on record."""
    before = own.examined
    if before is None:
        return None
    case = supposed(own.case, own.person, changes, own.known)
    after = examined_as(own, case)
    if after is None:
        return None
    found = differences(before, after, from_day, from_day + AHEAD)
    case = with_enrolments_ended(case, own.person, _insured_no_longer(found), own.known)
    after = examined_as(own, case) or after
    found = differences(before, after, from_day, from_day + AHEAD)
    duties = [(one, _duty(own, case, one)) for one in found.begins if one.bearer is not None]
    mine = [(one, said) for one, said in duties if one.bearer == own.person]
    theirs = [(one, said) for one, said in duties if one.bearer != own.person]
    return Compared(
        case, found,
        [said for one, said in mine if one.is_settled], [said for one, said in mine if not one.is_settled],
        _by_bearer(said for one, said in theirs if one.is_settled),
        _by_bearer(said for one, said in theirs if not one.is_settled),
        [_gained(own.visit, one) for one in found.turned if _is_gained(own, one)],
        [one for one in found.turned if _starts(one)], [one for one in found.turned if _ends(own, one)],
        _once(found.stays), [_warning(own, one) for one in found.turned if _warns(one)],
        _by_source(one for one in found.turned if one.after == "open" and not _warns(one) and not _is_gained(own, one)),
        sum(1 for one in found.turned if one.kind == "limit" and one.after == "not_applicable"),
    )  # fmt: skip


def _insured_no_longer(found: Differences) -> Mapping[tuple[str, str], int]:
    """From when the person is surely not insured any more, by norm and employer."""
    return {
        (one.norm, one.about["employer"]): one.day
        for one in found.turned
        if one.kind == "status"
        and one.before == "met"
        and one.after in ("unmet", "not_applicable")
        and "employer" in one.about
    }


def _is_gained(own: Own, one: Turned) -> bool:
    return one.kind == "right" and one.protects == own.person and one.after == "met"


def _starts(one: Turned) -> bool:
    """A status or requirement that would be met, and a limit that would be kept where it was not."""
    if one.after != "met" or one.kind == "right":
        return False
    return one.kind != "limit" or one.before in ("unmet", "open")


def _ends(own: Own, one: Turned) -> bool:
    """What is there now and would not be: a legal status, or a right of the person's own."""
    if one.before != "met":
        return False
    if one.kind == "right":
        return one.protects == own.person and one.after in ("unmet", "not_applicable")
    return one.kind in ("status", "requirement") and (
        one.after == "not_applicable" or (one.after == "unmet" and one.kind == "status")
    )


def _warns(one: Turned) -> bool:
    """What would not be kept; and what holds now and would be open, though the norm surely asks it then."""
    if one.kind == "right" or (one.kind == "status" and one.after == "unmet"):
        return False
    return one.after == "unmet" or (one.after == "open" and one.before == "met" and not one.may_apply)


def _once(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Each answer once; what speaks of a single past month or day is left out."""
    found = {(one.norm, tuple(one.about.items())): one for one in verdicts if one.key < 0}
    return list(found.values())


def _duty(own: Own, case: Case, one: Arising) -> Duty:
    is_mine, visit = one.bearer == own.person, own.visit
    sections = _sections(own, one, visit.language) if is_mine else ()
    original = _sections(own, one, "ja") if is_mine and visit.tongue.manner is not None else ()
    others = [party for party in one.about.values() if party != one.bearer and not party.startswith("person:")]
    assert one.bearer is not None, "only duties that somebody bears come here"
    return Duty(
        one.norm, one.bearer, others, one.due, one.count, one.verdict.provisions[0], sections, original
    )  # fmt: skip


def _sections(own: Own, one: Arising, language: Language) -> Sequence[Section]:
    """What a notice says to the person about a duty of theirs: what to do and where."""
    notice = notice_of(
        own.visit.portal.catalogue, one.norm, own.person, one.about, "due", own.visit.today, language,
        one.due if one.due >= 0 else None,
    )  # fmt: skip
    return () if notice is None else tuple(part for part in notice.sections if part.part in PARTS)


def _by_bearer(duties: Iterable[Duty]) -> list[tuple[str, Sequence[Duty]]]:
    found: dict[str, list[Duty]] = {}
    for one in duties:
        found.setdefault(one.bearer, []).append(one)
    return list(found.items())


def _by_source(turned: Iterable[Turned]) -> list[tuple[str, Sequence[Turned]]]:
    """What is open, under the first source that would answer; what nobody in particular would, under none."""
    found: dict[str, dict[str, Turned]] = {}
    for one in turned:
        source = next((need.source for need in one.needs), "")
        found.setdefault(source, {}).setdefault(one.norm, one)
    return [(source, list(norms.values())) for source, norms in found.items()]


def _gained(visit: Visit, one: Turned) -> Gained:
    body = visit.portal.norms[one.norm].latest.body
    assert isinstance(body, Right), "only rights come here"
    ends = is_day(one.until) and one.until < one.day + FOR_GOOD // 2
    return Gained(
        one.norm, body.how, body.lost, one.about.get(body.against, body.against), one.day,
        one.until - 1 if ends else -1, not one.may_apply, one.verdict.provisions[0],
    )  # fmt: skip


def _warning(own: Own, one: Turned) -> Warning:
    """What notices about the norm say beside it: what protects the person, and whom they can ask."""
    guidance = own.visit.portal.catalogue.guidance[one.norm]
    return Warning(one, guidance.protects, guidance.ask)
