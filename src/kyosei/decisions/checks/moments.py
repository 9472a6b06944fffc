"""Checks of when, and of who: sealed before notice, delegated, known at the time."""

from __future__ import annotations

from kyosei.decisions.checks.examining import Answer, Examining, answer, cannot_tell
from kyosei.timelines.days import legal_day

__all__ = ["delegation_valid", "facts_known", "sealed_before_notice", "tools_on_record"]


def sealed_before_notice(examining: Examining) -> Answer:
    """The day of notice, if one is set, is not before the seal."""
    day = examining.opinion.notice.day
    return answer(["notice"] if day is not None and day < legal_day(examining.now) else [])


def delegation_valid(examining: Examining) -> Answer:
    """Whoever decides may do so on the day, by an act that is named."""
    given = examining.opinion.authority.delegation
    if given is None:
        return cannot_tell("authority")
    day = examining.assembled.as_of.day
    begun = given.from_day <= day and (given.until_day is None or day < given.until_day)
    return answer([] if begun and given.by.strip() and given.provision.strip() else ["authority"])


def facts_known(examining: Examining) -> Answer:
    """Every record was on record at the instant that the dossier names, and that was before the seal."""
    as_of = examining.assembled.as_of
    late = [one.id for one in examining.assembled.facts if one.recorded is not None and one.recorded > as_of.known]
    return answer([*late, *(["as_of"] if as_of.known > examining.now else [])])


def tools_on_record(examining: Examining) -> Answer:
    """What programs showed is on record; to follow the verdicts takes words of one's own, as departing from them does."""
    unsaid = [f"tool:{one.component}" for one in examining.opinion.tools if not (one.shown.strip() and one.why.strip())]
    return answer([*([] if examining.opinion.on_verdicts.strip() else ["on_verdicts"]), *unsaid])
