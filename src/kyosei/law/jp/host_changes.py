"""Have a host and a support organisation told the immigration office in time of what changed with them?"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import Employment, Organisation, Support
from kyosei.facts.vocabulary.immigration import AffiliationNotice, OrganisationChange
from kyosei.facts.vocabulary.labour import EmployerFinding, WorkContract
from kyosei.facts.vocabulary.support import SupportEngagement, SupporterNotice, SupporterRegistration
from kyosei.law.jp.host_notice import specified_skilled_here
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES, SSW_STANDARDS
from kyosei.law.jp.on_record import told
from kyosei.law.jp.organisation_notice import fourteen_days
from kyosei.law.jp.residence import keeps_status
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Duty
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, any_one, ends, item, shifted
from kyosei.terms.scopes import Party
from kyosei.terms.text import Text

__all__ = [
    "NORMS",
    "notice_of_changed_contract",
    "notice_of_delegation",
    "notice_of_standards_not_met",
    "notice_of_supporter_change",
]

_READ_ON = date(2026, 11, 21)
_of_host = partial(
    duty,
    bearer="employer",
    protects="person",
    in_force=since_day(2019, 4, 1),
    verified_on=_READ_ON,
    authority="authority:isa",
)


def _received(host: Party, worker: Party, event: str) -> Cond:
    notice = AffiliationNotice.at(organisation=host, person=worker)
    return notice.where(AffiliationNotice.event.is_(event)).happened(key="event_on")


@_of_host(
    IMMIGRATION_ACT.article("19-18", 1, "1"),
    IMMIGRATION_RULES.article("19-17", 2),
    IMMIGRATION_RULES.article("19-17", 3),
    id="jp.immigration.host-notice-changed",
    title=Text(
        "特定技能雇用契約の変更の届出（14日以内）",
        "会社は 特定技能の 契約を 変えたら 14日以内に 入管に 知らせる",
        "The host notifies within fourteen days that the contract of a specified skilled worker changed",
    ),
)
def notice_of_changed_contract(job: Employment) -> Duty:
    """A host that changes the work, the pay or other conditions of a specified skilled worker notifies the office within
    fourteen days. A change that touches no condition of work is a minor one; new terms told of a running contract are taken
    for a change of conditions, because conditions are what they tell.
    """
    terms = WorkContract.at(job)
    changed = item(
        "19-18(1)(i)",
        Text("労働条件の変更", "働く 条件が 変わった", "the conditions of work changed"),
        all_of(terms.starts(), shifted(terms.holds(), days_later=1)),
        IMMIGRATION_ACT.article("19-18", 1, "1"),
    )
    return Duty(
        arises=all_of(changed, specified_skilled_here(job)),
        performed=_received(job.employer, job.worker, "contract_changed"),
        due=fourteen_days(),
        matched_by_day=True,
    )


@_of_host(
    IMMIGRATION_ACT.article("19-18", 1, "4"),
    IMMIGRATION_RULES.article("19-17", 6, "2"),
    IMMIGRATION_RULES.article("19-17", 2),
    SSW_STANDARDS.article(2, 1, "1"),
    id="jp.immigration.host-notice-standards",
    title=Text(
        "受入れ機関の基準に適合しない事由の届出（14日以内）",
        "会社は ルール違反が わかったら 14日以内に 入管に 知らせる",
        "The host notifies within fourteen days of learning that it does not meet the standards",
    ),
)
def notice_of_standards_not_met(job: Employment) -> Duty:
    """A host that learns of a fact by which it no longer meets the standards for hosts notifies the office within fourteen
    days. It surely knows once an office has found that it broke the law. It is the host's failure: the worker is to be
    helped on to another host, and nothing of it counts against the worker.
    """
    return Duty(
        arises=all_of(
            item(
                "19-17(6)(ii)",
                Text("法令違反の指摘", "役所が 会社の 違反を 見つけた", "an office found a breach by the host"),
                EmployerFinding.at(employer=job.employer).happened(),
                IMMIGRATION_RULES.article("19-17", 6, "2"),
            ),
            specified_skilled_here(job),
        ),
        performed=_received(job.employer, job.worker, "standards_not_met"),
        due=fourteen_days(),
        matched_by_day=True,
    )


@_of_host(
    IMMIGRATION_ACT.article("19-18", 1, "3"),
    IMMIGRATION_ACT.article("2-5", 5),
    IMMIGRATION_RULES.article("19-17", 2),
    id="jp.immigration.host-notice-delegation",
    title=Text(
        "支援委託契約の締結・終了の届出（14日以内）",
        "会社は 支援の 団体と 契約したり やめたら 14日以内に 入管に 知らせる",
        "The host notifies within fourteen days that it delegated the support or that this ended",
    ),
)
def notice_of_delegation(given: Support) -> Duty:
    """A host that delegates all of the support to a registered organisation, or whose contract on that ends, notifies the
    office within fourteen days. The worker is then supported by the host itself, or by the next organisation.
    """
    delegated = SupportEngagement.at(given).where(
        SupportEngagement.for_.is_("ssw_1"), SupportEngagement.delegated.is_("all")
    )
    event = item(
        "19-18(1)(iii)",
        Text("支援委託契約の締結又は終了", "支援の 契約の はじめか おわり", "the delegation began or ended"),
        any_one(delegated.starts(), shifted(ends(delegated.holds()), days_later=-1)),
        IMMIGRATION_ACT.article("19-18", 1, "3"),
    )
    return Duty(
        arises=all_of(event, keeps_status(given.person, ("specified-skilled-worker",))),
        performed=_received(given.employer, given.party("person"), "delegation_changed"),
        due=fourteen_days(),
        matched_by_day=True,
    )


@duty(
    IMMIGRATION_ACT.article("19-27", 1),
    IMMIGRATION_RULES.article("19-22"),
    IMMIGRATION_ACT.article("19-32", 1, "2"),
    id="jp.ssw.supporter-change",
    title=Text(
        "登録支援機関の登録事項の変更の届出（14日以内）",
        "支援の 団体は 名前や 場所が 変わったら 14日以内に 入管に 知らせる",
        "A support organisation notifies within fourteen days that what is registered changed",
    ),
    bearer="organisation",
    protects=None,
    in_force=since_day(2019, 4, 1),
    verified_on=_READ_ON,
    authority="authority:isa",
)
def notice_of_supporter_change(organisation: Organisation) -> Duty:
    """A registered support organisation notifies the office within fourteen days that its name, seat or other registered
    particulars changed. Otherwise the registration can be cancelled. Read here is what the commercial registry tells
    of an organisation whose registration is on record.
    """
    itself = organisation.party("organisation")
    notice = SupporterNotice.at(supporter=itself)
    return Duty(
        arises=all_of(
            OrganisationChange.at(organisation=itself).happened(),
            told(SupporterRegistration.at(supporter=itself).holds()),
        ),
        performed=notice.where(SupporterNotice.event.is_in(("changed", "abolished"))).happened(key="event_on"),
        due=fourteen_days(),
        matched_by_day=True,
    )


NORMS = (
    notice_of_changed_contract,
    notice_of_standards_not_met,
    notice_of_delegation,
    notice_of_supporter_change,
)
