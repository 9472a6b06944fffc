"""Does somebody talk regularly with a specified skilled worker (i), and tell the offices of what is wrong?

The ordinance asks for regular interviews (ヌ); the office's guideline says at least once in three months. Each interview
begins the next three months (Civil Code arts. 140, 143), the beginning of the support the first. What ends the support
ends the waiting, too. The interview with the worker's superior is asked for in the same words and not encoded yet.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import Employment, Support
from kyosei.facts.vocabulary.immigration import ResidenceStatus
from kyosei.facts.vocabulary.support import SupportConsultation, SupportEngagement, SupportInterview
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import IMMIGRATION_ACT, SSW_STANDARDS
from kyosei.law.jp.specified_skilled import specified_skilled
from kyosei.law.jp.support_engaged import (
    given_by_host,
    given_by_organisation,
    supported_by_host,
    supported_by_organisation,
)
from kyosei.norms.declare import duty, requirement, since_day
from kyosei.norms.forms import Duty, Requirement, at_once, months_after
from kyosei.terms.expressions import Cond
from kyosei.terms.language import WindowEdge, all_of, any_one, begins, ever, item
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = [
    "NORMS",
    "interview",
    "interview_delegated",
    "report_breaches",
    "report_breaches_delegated",
    "supported",
]

_IN_FORCE = since_day(2019, 4, 1)
_READ_ON = date(2026, 11, 21)
_of_host = partial(
    duty,
    bearer="employer",
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="ministerial_ordinance",
    authority="authority:isa",
)
"""Of the host that supports the worker itself."""
_of_organisation = partial(
    duty,
    bearer="supporter",
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="ministerial_ordinance",
    authority="authority:isa",
)
"""Of the organisation to which all support is delegated."""
_GUIDELINE_AGAIN = date(2027, 5, 1)
_AGAIN = Text(
    "定期的な面談（3月に1回以上）",
    "3か月に 1回 話します",
    "An interview with the worker at least every three months",
)
_TELL = Text(
    "法令違反等の関係行政機関への通報",
    "会社の 問題を 知ったら、すぐに 役所に 言います",
    "Report of breaches to the labour standards office",
)


def _waiting(talk: Cond, engaged: Cond) -> Duty:
    """From the beginning, and from each interview on, the next one within three months.

    Only where the beginning itself is certain: it is what the first interview answers, and without it the first one
    would answer itself.
    """
    begun = ever(begins(engaged), last=None, counting=WindowEdge.INCLUDING_THE_DAY)
    return Duty(
        arises=any_one(begins(engaged), all_of(talk, engaged, begun)),
        performed=any_one(talk, begins(~engaged)),
        due=months_after(3, on_holiday=HolidayRule.STAYS),
    )


@_of_organisation(
    SSW_STANDARDS.article(3, 1, "1ヌ"),
    IMMIGRATION_ACT.article("19-30", 1),
    id="jp.ssw.interview-delegated",
    title=_AGAIN,
    review_on=_GUIDELINE_AGAIN,
    layer="guideline",
)
def interview_delegated(given: Support) -> Duty:
    """The support organisation to which all is delegated talks with the worker at least once in three months."""
    talks = SupportInterview.at(person=given.party("person"), supporter=given.supporter)
    return _waiting(talks.where(SupportInterview.with_.is_("worker")).happened(), supported_by_organisation(given))


@_of_host(
    SSW_STANDARDS.article(3, 1, "1ヌ"),
    IMMIGRATION_ACT.article("19-22", 1),
    id="jp.ssw.interview",
    title=_AGAIN,
    review_on=_GUIDELINE_AGAIN,
    layer="guideline",
)
def interview(given: Support) -> Duty:
    """The host that supports the worker itself talks with the worker at least once in three months."""
    talks = SupportInterview.at(person=given.party("person"), employer=given.employer)
    return _waiting(talks.where(SupportInterview.with_.is_("worker")).happened(), supported_by_host(given))


def _complaint(given: Support) -> Cond:
    """The worker told the supporter of something that labour law may forbid."""
    matters = ("pay", "dismissal", "harassment")
    told = SupportConsultation.at(person=given.party("person"), supporter=given.supporter)
    return item(
        None,
        Text("問題の発生を知ったとき", "問題を 知った とき", "on learning of a problem"),
        told.where(SupportConsultation.matter.is_in(matters)).happened(),
        SSW_STANDARDS.article(3, 1, "1ヌ"),
    )


@_of_organisation(
    SSW_STANDARDS.article(3, 1, "1ヌ"),
    IMMIGRATION_ACT.article("19-30", 1),
    id="jp.ssw.report-breaches-delegated",
    title=_TELL,
)
def report_breaches_delegated(given: Support) -> Duty:
    """A support organisation that learns of a breach of labour law or another problem reports it to the office, at once.

    No time to mend it comes first. The report names the workplace, and the worker only with the worker's consent.
    """
    return Duty(
        arises=all_of(_complaint(given), supported_by_organisation(given)),
        performed=given_by_organisation(given, "interviews_and_reporting"),
        due=at_once(),
    )


@_of_host(
    SSW_STANDARDS.article(3, 1, "1ヌ"),
    IMMIGRATION_ACT.article("19-22", 1),
    id="jp.ssw.report-breaches",
    title=_TELL,
)
def report_breaches(given: Support) -> Duty:
    """A host that supports the worker itself and learns of a breach of labour law reports it to the office, at once."""
    return Duty(
        arises=all_of(_complaint(given), supported_by_host(given)),
        performed=given_by_host(given, "interviews_and_reporting"),
        due=at_once(),
    )


@requirement(
    IMMIGRATION_ACT.article("2-5", 6),
    IMMIGRATION_ACT.article("19-22", 1),
    id="jp.ssw.supported",
    title=Text(
        "1号特定技能外国人支援の実施",
        "特定技能 1号の 人には 支援が あります",
        "A specified skilled worker (i) is supported",
    ),
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    authority="authority:isa",
)
def supported(job: Employment) -> Requirement:
    """Whoever works as a specified skilled worker (i) is supported by the host or an organisation on its behalf."""
    engagement = SupportEngagement.at(person=job.worker, employer=job.employer)
    return Requirement(
        applies=all_of(employed(job), specified_skilled(job), ResidenceStatus.at(job.person).subclass.is_("ssw-1")),
        met=engagement.where(SupportEngagement.for_.is_("ssw_1")).holds(),
    )


NORMS = (
    interview,
    interview_delegated,
    report_breaches,
    report_breaches_delegated,
    supported,
)
