"""Does the employer keep to what the standards for specified skilled workers ask about pay and the cost of support?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.immigration import DeclaredConditions, ResidenceStatus
from kyosei.facts.vocabulary.labour import WorkContract, WorkPay
from kyosei.facts.vocabulary.support import SupportEngagement
from kyosei.law.jp.contract_as_applied import paid_as_agreed
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import IMMIGRATION_ACT, SSW_STANDARDS
from kyosei.law.jp.on_record import told
from kyosei.law.jp.residence import keeps_status
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, any_one, item, yen
from kyosei.terms.text import Text

__all__ = ["NORMS", "equal_pay", "specified_skilled", "ssw_i", "support_cost_not_charged"]

_IN_FORCE = since_day(2019, 4, 1)
_READ_ON = date(2026, 11, 21)


def specified_skilled(job: Employment) -> Cond:
    """The person stays as a specified skilled worker, of either kind."""
    return item(
        None,
        Text("在留資格「特定技能」", "在留資格は 特定技能です", "status Specified Skilled Worker"),
        keeps_status(job.person, ("specified-skilled-worker",)),
        IMMIGRATION_ACT.article("2-5", 1),
    )


def ssw_i(job: Employment) -> Cond:
    """A specified skilled worker (i): by the subclass, or because the support that only these are given is on record."""
    supported = SupportEngagement.at(person=job.worker, employer=job.employer).where(
        SupportEngagement.for_.is_("ssw_1")
    )
    return item(
        None,
        Text("特定技能1号", "特定技能 1号です", "specified skilled worker (i)"),
        all_of(
            specified_skilled(job),
            any_one(ResidenceStatus.at(job.person).subclass.is_("ssw-1"), told(supported.holds())),
        ),
        IMMIGRATION_ACT.article("2-5", 6),
    )


@limit(
    SSW_STANDARDS.article(1, 1, "3"),
    IMMIGRATION_ACT.article("2-5", 2),
    id="jp.ssw.equal-pay",
    title=Text(
        "日本人と同等以上の報酬（特定技能）",
        "日本人と 同じか、もっと 高い お金を もらいます（特定技能）",
        "Pay no lower than a Japanese peer's (specified skilled worker)",
    ),
    bearer="employer",
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def equal_pay(job: Employment) -> Limit:
    """A specified skilled worker earns no less than a Japanese who does the work: by the contract, by what the office was
    told, and by what was paid. Who the peer is, is what the employer itself names.
    """
    contract, declared = WorkContract.at(job), DeclaredConditions.at(job)
    peer = contract.japanese_peer_wage_yen_per_month
    return Limit(
        applies=all_of(employed(job), contract.holds(), specified_skilled(job)),
        respected=all_of(
            item(
                None,
                Text("契約の賃金", "けいやくの お金", "the wage signed"),
                contract.wage_yen_per_month >= peer,
            ),
            item(
                None,
                Text("申告された賃金", "入管に 言った お金", "the wage the office was told"),
                declared.wage_yen_per_month >= declared.japanese_peer_wage_yen_per_month,
            ),
            item(None, Text("支払われた賃金", "もらった お金", "the wage paid"), paid_as_agreed(job, peer)),
        ),
        figures={
            "peer_yen": peer,
            "told_yen": declared.wage_yen_per_month,
            "signed_yen": contract.wage_yen_per_month,
            "paid_yen": WorkPay.at(job).gross_yen,
        },
    )


@limit(
    SSW_STANDARDS.article(2, 1, "8"),
    id="jp.ssw.support-cost-not-charged",
    title=Text(
        "支援費用を本人に負担させない（特定技能1号）",
        "支援の お金は 会社が はらいます（特定技能 1号）",
        "The cost of support is not charged to the worker (specified skilled worker (i))",
    ),
    bearer="employer",
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def support_cost_not_charged(job: Employment) -> Limit:
    """The host does not let the worker bear what support costs, neither directly nor indirectly.

    Read here is what the pay slip names as a cost of support; a charge under another name is for the office to find.
    """
    charged = WorkPay.at(job).deductions.of("support_cost")
    return Limit(
        applies=all_of(employed(job), ssw_i(job)),
        respected=item(
            "2(1)8",
            Text("支援費用の控除がない", "支援の お金を ひいて いません", "nothing is deducted for support"),
            charged <= yen(0, EMPLOYMENT),
            SSW_STANDARDS.article(2, 1, "8"),
        ),
        figures={"support_cost_yen": charged},
    )


NORMS = (equal_pay, support_cost_not_charged)
