"""Has the host told the office in time that the support plan changed, or that it can hardly keep the worker on?"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import Employment, Support
from kyosei.facts.vocabulary.immigration import AffiliationNotice, OrganisationChange
from kyosei.facts.vocabulary.support import SupportPlan
from kyosei.facts.vocabulary.working_conditions import DismissalNotice
from kyosei.law.jp.host_notice import specified_skilled_here
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.on_record import on_record, told
from kyosei.law.jp.organisation_notice import fourteen_days
from kyosei.law.jp.residence import keeps_status
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Duty
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, any_one, begins, item, shifted
from kyosei.terms.scopes import Party
from kyosei.terms.text import Text

__all__ = ["NORMS", "notice_of_changed_plan", "notice_of_difficulty"]

_of_host = partial(
    duty,
    bearer="employer",
    protects="person",
    in_force=since_day(2019, 4, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:isa",
)


def _received(host: Party, worker: Party, event: str) -> Cond:
    notice = AffiliationNotice.at(organisation=host, person=worker)
    return notice.where(AffiliationNotice.event.is_(event)).happened(key="event_on")


@_of_host(
    IMMIGRATION_ACT.article("19-18", 1, "2"),
    IMMIGRATION_RULES.article("19-17", 2),
    IMMIGRATION_RULES.article("19-17", 4),
    id="jp.immigration.host-notice-plan",
    title=Text(
        "1号特定技能外国人支援計画の変更の届出（14日以内）",
        "会社は 支援の 計画を 変えたら 14日以内に 入管に 知らせる",
        "The host notifies within fourteen days that the support plan changed",
    ),
)
def notice_of_changed_plan(given: Support) -> Duty:
    """A host that changes what support it gives to a specified skilled worker (i), or how, notifies the office within fourteen
    days. The first plan was before the office when the status was granted. A change that touches neither is a minor one; a
    new plan on record is taken for a change of what is given.
    """
    plan = SupportPlan.at(given)
    changed = item(
        "19-18(1)(ii)",
        Text("支援計画の変更", "支援の 計画が 変わった", "the support plan changed"),
        all_of(plan.starts(), shifted(told(plan.holds()), days_later=1)),
        IMMIGRATION_ACT.article("19-18", 1, "2"),
    )
    return Duty(
        arises=all_of(changed, keeps_status(given.person, ("specified-skilled-worker",))),
        performed=_received(given.employer, given.party("person"), "plan_changed"),
        due=fourteen_days(),
        matched_by_day=True,
    )


@_of_host(
    IMMIGRATION_ACT.article("19-18", 1, "4"),
    IMMIGRATION_RULES.article("19-17", 6, "1"),
    IMMIGRATION_RULES.article("19-17", 2),
    id="jp.immigration.host-notice-difficulty",
    title=Text(
        "特定技能外国人の受入れ困難の届出（14日以内）",
        "会社は 特定技能の 人と つづけられなく なったら 14日以内に 入管に 知らせる",
        "The host notifies within fourteen days that it can hardly keep a specified skilled worker on",
    ),
)
def notice_of_difficulty(job: Employment) -> Duty:
    """A host for which it has become difficult to keep a specified skilled worker on notifies the office within fourteen days,
    and says how the worker can go on. Records tell of it when the host gives notice of dismissal and when the host is
    dissolved; a bankruptcy or a worker who has vanished no record tells of. The end of the contract is another notice.
    """
    dissolution = OrganisationChange.at(organisation=job.employer).where(OrganisationChange.change.is_("dissolved"))
    trouble = item(
        "19-17(6)(i)",
        Text("受入れ困難", "つづけて 働いて もらう ことが むずかしい", "it is difficult to keep the worker on"),
        any_one(
            begins(on_record(DismissalNotice.at(job).happened())),
            begins(on_record(dissolution.happened())),
        ),
        IMMIGRATION_RULES.article("19-17", 6, "1"),
    )
    return Duty(
        arises=all_of(trouble, specified_skilled_here(job)),
        performed=_received(job.employer, job.worker, "acceptance_difficult"),
        due=fourteen_days(),
        matched_by_day=True,
    )


NORMS = (notice_of_changed_plan, notice_of_difficulty)
