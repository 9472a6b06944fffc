"""Was each of the mandatory supports given to a specified skilled worker (i), by whoever has to give it?

The ordinance lists ten supports (イ to ヌ); the office's guideline counts nine, because it takes the accompaniment
together with the orientation. Each stands here twice: with the host as its bearer, and with the support organisation
where all is delegated. Most have no date in the ordinance: they are due at once, and no day makes them breached. The
interviews and the report of breaches (ヌ) stand in `support_interviews.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kyosei.facts.scopes import Support
from kyosei.facts.vocabulary.immigration import ResidenceApplication, ResidencePresence, ResidenceStatus
from kyosei.facts.vocabulary.labour import WorkTermination
from kyosei.facts.vocabulary.support import SupportConsultation
from kyosei.law.jp.laws import IMMIGRATION_ACT, SSW_STANDARDS
from kyosei.law.jp.support_engaged import (
    given_by_host,
    given_by_organisation,
    supported_by_host,
    supported_by_organisation,
)
from kyosei.norms.declare import Norm, duty, limit, since_day
from kyosei.norms.forms import Counting, Due, Duty, Limit, at_once, days_after
from kyosei.terms.expressions import Cond
from kyosei.terms.language import WindowEdge, all_of, any_one, begins, ends, ever, excused_by, item, shifted
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS"]

_IN_FORCE = since_day(2019, 4, 1)
_READ_ON = date(2026, 11, 21)
_SSW = "specified-skilled-worker"
Engaged = Callable[[Support], Cond]
ON_THE_DAY = days_after(0, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.STAYS)


@dataclass(frozen=True, slots=True)
class MandatorySupport:
    """One line of the ordinance: its letter, the norms' ids, what it is called, what it asks, when it arises, by when."""

    letter: str
    by_host: str
    by_organisation: str
    action: str
    title: Text
    asks: str
    arises: Callable[[Support, Engaged], Cond]
    due: Due


def _from_the_start(given: Support, engaged: Engaged) -> Cond:
    """When the support begins."""
    return begins(engaged(given))


def _if_needed(given: Support, engaged: Engaged) -> Cond:
    """When the support begins, as far as there is need for it: somebody has to judge that."""
    return begins(engaged(given)).waits_for_judgement()


def _on_the_journey(given: Support, engaged: Engaged) -> Cond:
    """On landing with the new status, and on leaving for good; not on a trip home."""
    presence = ResidencePresence.at(given.person)
    lands = all_of(begins(presence.holds()), ResidenceStatus.at(given.person).starts())
    leaves = all_of(shifted(ends(presence.holds()), days_later=-1), presence.re_entry.is_("none"))
    return all_of(any_one(lands, leaves), engaged(given))


def _on_a_complaint(given: Support, engaged: Engaged) -> Cond:
    """When the person asks for advice or complains."""
    asked = SupportConsultation.at(person=given.party("person"), supporter=given.supporter).happened()
    return all_of(asked, engaged(given))


def _on_dismissal(given: Support, engaged: Engaged) -> Cond:
    """When the employer ends the contract; whether that lies with the worker, somebody has to judge."""
    ended = WorkTermination.at(person=given.party("person"), employer=given.employer).where(
        WorkTermination.initiative.is_("employer")
    )
    event = all_of(ended.happened(), engaged(given))
    return item(
        "1リ",
        Text(
            "本人の責めに帰すべき事由によらない解除",
            "じぶんの せいでは なく、けいやくが 終わった",
            "the contract is ended for reasons that do not lie with the worker",
        ),
        ~excused_by(~event, event),
        SSW_STANDARDS.article(3, 1, "1リ"),
    )


SUPPORTS = (
    MandatorySupport(
        "1ロ", "jp.ssw.support-pick-up", "jp.ssw.support-pick-up-delegated", "pick_up_and_drop_off",
        Text("出入国時の送迎", "空港の 送りむかえ", "Pick-up and drop-off at the port"),
        "The worker is met at the port on arrival and taken there on leaving for good.",
        _on_the_journey, ON_THE_DAY,
    ),
    MandatorySupport(
        "1ハ", "jp.ssw.support-housing", "jp.ssw.support-housing-delegated", "housing_and_contracts",
        Text("住居の確保・生活に必要な契約の支援", "家や 銀行や 電話の 手伝い", "Help with housing, bank and telephone"),
        "The worker is helped to find a home and to make the contracts that daily life needs.",
        _from_the_start, at_once(),
    ),
    MandatorySupport(
        "1ニ", "jp.ssw.support-life-orientation", "jp.ssw.support-life-orientation-delegated", "life_orientation",
        Text("生活オリエンテーション", "日本の 生活の 説明", "Orientation about life in Japan"),
        "After arrival the worker is told of daily life, notices to offices, advice, doctors, disasters and legal help.",
        _from_the_start, at_once(),
    ),
    MandatorySupport(
        "1ホ", "jp.ssw.support-accompaniment", "jp.ssw.support-accompaniment-delegated", "accompaniment",
        Text("公的手続への同行", "役所に いっしょに 行く", "Accompaniment to offices"),
        "Where there is need, somebody goes with the worker to the offices.",
        _if_needed, at_once(),
    ),
    MandatorySupport(
        "1ヘ", "jp.ssw.support-japanese", "jp.ssw.support-japanese-delegated", "japanese_learning",
        Text("日本語学習の機会の提供", "日本語を 勉強する ところを 教える", "Opportunities to learn Japanese"),
        "The worker is given opportunities to learn the Japanese that daily life needs.",
        _from_the_start, at_once(),
    ),
    MandatorySupport(
        "1ト", "jp.ssw.support-consultation", "jp.ssw.support-consultation-delegated", "consultation",
        Text("相談・苦情への対応", "相談を 聞いて、すぐに こたえる", "Answer to questions and complaints"),
        "A question or complaint of the worker is answered without delay, with advice and what else is needed.",
        _on_a_complaint, at_once(),
    ),
    MandatorySupport(
        "1チ", "jp.ssw.support-exchange", "jp.ssw.support-exchange-delegated", "exchange",
        Text("日本人との交流の促進", "日本人と 会う きかい", "Exchange with Japanese people"),
        "The worker is helped to meet Japanese people.",
        _from_the_start, at_once(),
    ),
    MandatorySupport(
        "1リ", "jp.ssw.support-job-change", "jp.ssw.support-job-change-delegated", "job_change_support",
        Text("転職の支援", "あたらしい しごとを さがす 手伝い", "Help with a change of employer"),
        "A worker whose contract is ended for reasons that do not lie with the worker is helped to a new employer.",
        _on_dismissal, at_once(),
    ),
)  # fmt: skip
"""All but the guidance beforehand (イ) and the interviews (ヌ), in the order of the ordinance."""


def _norms_of(row: MandatorySupport) -> tuple[Norm, Norm]:
    """The duty of the host and the duty of the organisation for one line of the ordinance."""

    def by_host(given: Support) -> Duty:
        return Duty(
            arises=row.arises(given, supported_by_host), performed=given_by_host(given, row.action), due=row.due
        )

    def by_organisation(given: Support) -> Duty:
        return Duty(
            arises=row.arises(given, supported_by_organisation),
            performed=given_by_organisation(given, row.action),
            due=row.due,
        )

    by_host.__doc__ = by_organisation.__doc__ = row.asks
    here = SSW_STANDARDS.article(3, 1, row.letter)
    return (
        duty(
            here, IMMIGRATION_ACT.article("19-22", 1), id=row.by_host, title=row.title, bearer="employer",
            protects="person", in_force=_IN_FORCE, verified_on=_READ_ON, layer="ministerial_ordinance", authority="authority:isa",
        )(by_host),
        duty(
            here, IMMIGRATION_ACT.article("19-30", 1), id=row.by_organisation, title=row.title, bearer="supporter",
            protects="person", in_force=_IN_FORCE, verified_on=_READ_ON, layer="ministerial_ordinance", authority="authority:isa",
        )(by_organisation),
    )  # fmt: skip


def _guided_beforehand(given: Support, guidance: Cond) -> Cond:
    """An application for the certificate or for the change came only after the guidance."""
    filed = ResidenceApplication.at(given.person).where(
        ResidenceApplication.procedure.is_in(("certificate", "change")), ResidenceApplication.for_status.is_(_SSW)
    )
    guided = ever(guidance, last=None, counting=WindowEdge.INCLUDING_THE_DAY)
    return ever(all_of(filed.happened(), guided), last=None, counting=WindowEdge.INCLUDING_THE_DAY)


_GUIDANCE = Text(
    "事前ガイダンス（申請前）",
    "ビザの 申請の 前の 説明",
    "Guidance before the application",
)


@limit(
    SSW_STANDARDS.article(3, 1, "1イ"),
    IMMIGRATION_ACT.article("19-22", 1),
    id="jp.ssw.support-prior-guidance",
    title=_GUIDANCE,
    bearer="employer",
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def prior_guidance(given: Support) -> Limit:
    """Before the certificate or the change of status is applied for, the worker is told what the contract and stay mean."""
    guidance = given_by_host(given, "prior_guidance")
    return Limit(applies=supported_by_host(given), respected=_guided_beforehand(given, guidance))


@limit(
    SSW_STANDARDS.article(3, 1, "1イ"),
    IMMIGRATION_ACT.article("19-30", 1),
    id="jp.ssw.support-prior-guidance-delegated",
    title=_GUIDANCE,
    bearer="supporter",
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def prior_guidance_delegated(given: Support) -> Limit:
    """Before the certificate or the change of status is applied for, the worker is told what the contract and stay mean."""
    guidance = given_by_organisation(given, "prior_guidance")
    return Limit(applies=supported_by_organisation(given), respected=_guided_beforehand(given, guidance))


NORMS = (
    prior_guidance,
    prior_guidance_delegated,
    *(norm for row in SUPPORTS for norm in _norms_of(row)),
)
