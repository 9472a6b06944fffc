"""Answers of the read path as JSON: records as lines of a case file, looks in the shape of `findUsage`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import assert_never

from kyosei.access.answers import Disclosure
from kyosei.access.links import ShownLink, ShownLinks
from kyosei.access.purposes import AboutNorms, LegalBasis, Purpose, Purposes, WholeRecord
from kyosei.access.usages import Hidden, Reported, Usage, Usages
from kyosei.facts.case_file.writing import case_lines
from kyosei.identity.persons import Notice
from kyosei.terms.text import Text
from kyosei.timelines.days import JAPAN, date_from_day, instant_from_microseconds

__all__ = ["disclosure_document", "links_document", "notices_document", "purposes_document", "usages_document"]


def disclosure_document(person: str, shown: Disclosure) -> dict[str, object]:
    """What a look shows; `lines` are those of a case file, `entry` is the number of the look."""
    return {
        "person": person,
        "known": _instant(shown.known),
        "entry": shown.number,
        "fields": list(shown.fields),
        "lines": list(case_lines(shown.case)),
    }


def links_document(person: str, shown: ShownLinks) -> dict[str, object]:
    """The links of a person; `entry` is the number of the look."""
    return {
        "person": person,
        "known": _instant(shown.known),
        "entry": shown.number,
        "local_ids": list(shown.local_ids),
        "links": [_link(one) for one in shown.links],
        "notices": notices_document(shown.notices),
    }


def notices_document(notices: Iterable[Notice], named: Collection[str] | None = None) -> list[dict[str, object]]:
    """What a person has to be told: which link is disputed, by which dispute, and of which of their local ids it is.

    named: the only ids that are named, where not all are; null stands for another.
    """
    return [
        {"to": one.to if named is None or one.to in named else None, "link": one.link, "dispute": one.dispute}
        for one in notices
    ]


def usages_document(usages: Usages) -> dict[str, object]:
    """Who has looked, the newest first."""
    period = usages.period
    return {
        "usagePeriod": {"from": _instant_or_none(period.from_instant), "until": _instant_or_none(period.until_instant)},
        "totalUsages": usages.total,
        "returnedUsages": len(usages.usages),
        "usages": [_usage(one) for one in usages.usages],
        "reportedUsages": [_reported(one) for one in usages.reported],
    }


def purposes_document(purposes: Purposes) -> list[dict[str, object]]:
    """Every declared purpose: who may have it, on what it rests, and which fields it reads."""
    return [_purpose(purpose, purposes) for purpose in purposes.by_id.values()]


def _link(link: ShownLink) -> dict[str, object]:
    return {
        "id": link.id,
        "persons": list(link.persons),
        "source": link.source,
        "decided_by": link.decided_by,
        "stated_at": _instant(link.stated_at),
        "recorded_at": _instant(link.recorded_at),
        "evidence": [
            {"type": one.type, "seen": one.seen, "human": one.human, "found": [list(pair) for pair in one.found]}
            for one in link.evidence
        ],
        "disputes": [
            {"id": one.id, "by": one.by, "reason": one.reason, "stated_at": _instant(one.stated_at)}
            for one in link.disputes
        ],
    }


def _usage(usage: Usage | Hidden) -> dict[str, object]:
    match usage:
        case Hidden():
            return {
                "number": usage.number, "record": usage.record, "hidden": True, "hiddenReason": usage.provision.to_json(),
                "hiddenUntil": _day(usage.until_day),
            }  # fmt: skip
        case Usage():
            return _shown(usage)
        case _:
            assert_never(usage)


def _shown(usage: Usage) -> dict[str, object]:
    receiver = usage.receiver
    found: dict[str, object] = {
        "number": usage.number,
        "record": usage.record,
        "hidden": False,
        "logtime": _instant(usage.logtime),
        "action": usage.action,
        "receiver": {
            "organisation": receiver.organisation, "role": receiver.role, "you": receiver.is_the_person,
            "software": receiver.software, "pseudonym": receiver.pseudonym,
        },
        "onYourBehalf": usage.on_behalf_of_the_person,
        "purpose": None if usage.purpose is None else {"id": usage.purpose[0], "title": _text(usage.purpose[1])},
        "legalBasis": None if usage.provision is None else usage.provision.to_json(),
        "consentReference": usage.consent,
        "caseReference": usage.case,
        "known": _instant(usage.known),
        "fields": list(usage.fields),
        "decision": "permitted" if usage.refusal is None else "refused",
        "refusal": usage.refusal,
    }  # fmt: skip
    if usage.was_withheld is not None:
        provision, until_day = usage.was_withheld
        found |= {"hiddenReason": provision.to_json(), "hiddenUntil": _day(until_day)}
    return found


def _reported(reported: Reported) -> dict[str, object]:
    return {
        "logtime": _instant(reported.logtime),
        "receiver": {"organisation": reported.organisation, "software": reported.software},
        "purpose": None
        if reported.purpose is None
        else {"id": reported.purpose[0], "title": _text(reported.purpose[1])},
        "fields": list(reported.fields),
    }


def _purpose(purpose: Purpose, purposes: Purposes) -> dict[str, object]:
    readable = purposes.readable[purpose.id]
    match purpose.reads:
        case AboutNorms(norms):
            about: list[str] | None = list(norms)
        case WholeRecord():
            about = None
        case _:
            assert_never(purpose.reads)
    return {
        "id": purpose.id,
        "title": _text(purpose.title),
        "roles": sorted(purpose.roles),
        "offices": sorted(purpose.audience),
        "norms": about,
        "bases": [_basis(basis) for basis in purpose.bases],
        "consent": None if purpose.consent is None else _basis(purpose.consent),
        "case_needed": purpose.needs_case,
        "days_after": purpose.days_after,
        "existence_only": sorted(readable.telling_kinds()),
        "fields": sorted(readable.names() | ({"person.born"} if readable.born else frozenset())),
    }


def _basis(basis: LegalBasis) -> dict[str, object]:
    return {
        "provision": basis.provision.to_json(), "from": _day(basis.from_day), "until": _day(basis.until_day),
    }  # fmt: skip


def _text(text: Text) -> dict[str, str]:
    return {"ja": text.ja, "ja-easy": text.easy, "en": text.en}


def _day(day: int) -> str:
    return date_from_day(day).isoformat()


def _instant(microseconds: int) -> str:
    return instant_from_microseconds(microseconds).astimezone(JAPAN).isoformat()


def _instant_or_none(microseconds: int | None) -> str | None:
    return None if microseconds is None else _instant(microseconds)
