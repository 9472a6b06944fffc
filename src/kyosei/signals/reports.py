"""What of a statement is a report of an organisation, and how late it was: told by an office, or by the organisation itself."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kyosei.facts.kinds import Span
from kyosei.facts.statements import Statement
from kyosei.facts.vocabulary import KINDS
from kyosei.signals.channels import CHANNELS, NOT_COUNTED, Channel
from kyosei.signals.lateness import Report
from kyosei.timelines.days import legal_day

__all__ = ["CHANNEL_OF", "DIRECT", "OWN_KINDS", "event_day", "report_of", "told_by_itself", "told_by_office"]

DIRECT: Final = "direct"
"""In place of the receiving office, where organisations enter their own lines: all who do are compared with one another."""

CHANNEL_OF: Final[Mapping[str, Channel]] = MappingProxyType({channel.kind: channel for channel in CHANNELS})

OWN_KINDS: Final[Mapping[str, int]] = MappingProxyType(
    {
        kind.facts.name: kind.facts.lag_days
        for kind in KINDS
        if kind.facts.name not in CHANNEL_OF and kind.facts.name not in NOT_COUNTED
    }
)
"""The kinds that are a channel where an organisation tells them itself, with what is allowed, in days."""

_SPAN: Final = {kind.facts.name: kind.facts.span for kind in KINDS}


def event_day(kind: str, from_day: int, until_day: int) -> int:
    """The first day on which it can be told: of a period, such as a month of pay, its last."""
    return until_day - 1 if _SPAN[kind] is Span.PERIOD else from_day


def report_of(s: Statement, institution: str, known_day: int) -> Report | None:
    """The report that a statement is; None: it is nobody's, or goes on telling what was told before. institution: who
    entered it. A statement that an office replaced or took back by then is for the caller to leave out.
    """
    if (channel := CHANNEL_OF.get(s.kind)) is not None:
        return told_by_office(channel, institution, s, known_day)
    if s.kind in OWN_KINDS and s.source.startswith("org:") and s.replaces is None and s.carried_by is None:
        return told_by_itself(s.source, s.kind, institution, s.from_day, s.until_day, s.stated_at)
    return None


def told_by_office(channel: Channel, office: str, s: Statement, known_day: int) -> Report | None:
    """How late the organisation of a statement was; None if it says no day, or is about no organisation."""
    organisation = s.about.get(channel.role)
    event = s.from_day if channel.event is None else s.data.get(channel.event)
    done = s.from_day if channel.done is None else s.data.get(channel.done, s.data.get("unpaid_as_of"))
    if organisation is None or not isinstance(event, int) or not isinstance(done, int) or done > known_day:
        return None
    if channel.done is not None and channel.done not in s.data and done <= event:
        return None  # not paid yet, and not due by then either
    return Report(organisation, channel.kind, office, done, max(done - event, 0), channel.allowed_days)


def told_by_itself(
    source: str, kind: str, institution: str, from_day: int, until_day: int, stated_at: int
) -> Report:  # fmt: skip
    """How late an organisation told something itself; stated_at in microseconds."""
    stated = legal_day(stated_at)
    delay = max(stated - event_day(kind, from_day, until_day), 0)
    return Report(source, kind, DIRECT if institution == source else institution, stated, delay, OWN_KINDS[kind])
