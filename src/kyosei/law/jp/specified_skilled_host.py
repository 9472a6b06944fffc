"""Does the host of a specified skilled worker meet what the criteria ask of hosts, and what can the worker do if it does not?

The opening words of the row on specified skilled workers ask that the host meets Act art. 2-5 (3) and (4): its failures can
refuse the worker's own renewal with that host. They are never the worker's conduct, and another host is looked at on its own.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import Employment, Person, Support
from kyosei.facts.vocabulary.labour import WorkPay
from kyosei.facts.vocabulary.support import SupporterRegistration, SupportPlan
from kyosei.law.jp.contract_as_applied import contract_as_applied, wages_in_full
from kyosei.law.jp.employment_insurance import report_acquisition as report_employment_insurance
from kyosei.law.jp.host_notice import notice_of_ended_contract
from kyosei.law.jp.host_reports import host_report
from kyosei.law.jp.insured import employed
from kyosei.law.jp.judged import assessed
from kyosei.law.jp.laws import IMMIGRATION_ACT, LANDING_CRITERIA, SSW_STANDARDS
from kyosei.law.jp.minimum_wage import minimum_wage
from kyosei.law.jp.pension_notice import report_acquisition, report_health_acquisition
from kyosei.law.jp.prohibitions import papers_not_kept
from kyosei.law.jp.residence import keeps_status
from kyosei.law.jp.specified_skilled import equal_pay, specified_skilled, support_cost_not_charged
from kyosei.law.jp.specified_skilled_entry import asks_to_work_here
from kyosei.law.jp.specified_skilled_stay import full_hours, no_deposit
from kyosei.law.jp.support_engaged import supported_by_host, supported_by_organisation
from kyosei.norms.declare import limit, requirement, right, since_day
from kyosei.norms.forms import Limit, Requirement, Right
from kyosei.norms.references import breached
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, any_one, excused_by, item, nearing
from kyosei.terms.text import Text

__all__ = [
    "NORMS",
    "delegated_to_registered",
    "host_meets_standards",
    "move_to_another_host",
    "pay_can_be_verified",
    "plan_handed_over",
]

_SKILLED = ("specified-skilled-worker",)
_IN_FORCE = since_day(2019, 4, 1)
_READ_ON = date(2026, 11, 22)
_of_host = partial(
    limit,
    bearer="employer",
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="ministerial_ordinance",
    authority="authority:isa",
)


def _contract_fails() -> Cond:
    """Act art. 2-5 (1) and (2): what the contract has to hold, as it is applied."""
    return item(
        "2-5(1)",
        Text("特定技能雇用契約の基準", "けいやくの ルール", "the standards of the contract"),
        any_one(breached(equal_pay), breached(full_hours), breached(contract_as_applied)),
        IMMIGRATION_ACT.article("2-5", 1),
    )


def _law_is_broken() -> Cond:
    """Item 1: labour, social insurance and tax law."""
    return item(
        "2(1)1",
        Text("労働・社会保険・租税の法令の遵守", "会社が まもる 法律", "labour, social insurance and tax law are kept"),
        any_one(
            breached(minimum_wage),
            breached(wages_in_full),
            breached(report_acquisition),
            breached(report_health_acquisition),
            breached(report_employment_insurance),
        ),
        SSW_STANDARDS.article(2, 1, "1"),
    )


def _acts_improperly() -> Cond:
    """Items 4リ, 6, 7 and 8: papers kept, notices not given, deposits, the cost of support."""
    return item(
        "2(1)4",
        Text("不正又は著しく不当な行為", "会社の わるい こと", "improper or grossly unfair acts"),
        any_one(
            breached(papers_not_kept),
            breached(notice_of_ended_contract),
            breached(host_report),
            breached(no_deposit),
            breached(support_cost_not_charged),
        ),
        SSW_STANDARDS.article(2, 1, "4リ"),
    )


@requirement(
    LANDING_CRITERIA.article("main"),
    IMMIGRATION_ACT.article("2-5", 3),
    IMMIGRATION_ACT.article("2-5", 4),
    IMMIGRATION_ACT.article(21, 3),
    SSW_STANDARDS.article(2, 1, "1"),
    id="jp.ssw.host-meets-standards",
    title=Text(
        "特定技能所属機関の基準への適合",
        "会社が 特定技能の ルールを まもって いる",
        "The host meets the standards for hosts (specified skilled worker)",
    ),
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def host_meets_standards(job: Employment) -> Requirement:
    """Whoever asks to go on with this employer, or to change to it, needs one that meets the standards for hosts and their
    contracts. What the employer broke is not the worker's conduct: it waits for the office, and the employer is named. Where
    it is not mended, the way on is another host: a contract there, and a change of status filed while the stay runs, which
    looks at the new host alone. Dismissals of others, disqualifications of officers and the field's own rules are for the
    office to see; so are leave to go home for a time, the cost of the way home, care for health, dispatch, records kept, workers
    who vanished, what towns ask of hosts, and the field's council.
    """
    fails = any_one(_contract_fails(), _law_is_broken(), _acts_improperly())
    text = Text("受入れ機関の基準", "会社の ルール", "the standards for hosts, as found by the office")
    return Requirement(
        applies=asks_to_work_here(job),
        met=all_of(
            assessed(job.person, "host_standards", None, text, LANDING_CRITERIA.article("main")),
            excused_by(~fails, fails),
        ),
    )


@right(
    IMMIGRATION_ACT.article(20, 1),
    IMMIGRATION_ACT.article(20, 2),
    IMMIGRATION_ACT.article(20, 6),
    IMMIGRATION_ACT.article("19-18", 1, "1"),
    id="jp.ssw.move-to-another-host",
    title=Text(
        "他の特定技能所属機関への転職（在留資格変更）",
        "特定技能の 人は 会社を かわる ことが できます",
        "Moving to another host (specified skilled worker)",
    ),
    holder="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    authority="authority:isa",
)
def move_to_another_host(person: Person) -> Right:
    """A specified skilled worker may leave and work for another host in a field whose tests were passed. The designated
    organisation changes by a change of status: apply while the stay runs, and begin at the new host with the new card, not
    before. No employer's consent is needed, and a clause that forbids it or asks for money is void or forbidden. Whoever waits
    for a decision beyond the end of the stay goes on with the status (art. 20 (6)), and so can still ask for its change.
    """
    kept = keeps_status(person, _SKILLED)
    return Right(
        applies=kept,
        exercisable=kept,
        how=Text(
            "新しい受入れ機関と契約し、在留期間内に在留資格変更許可を申請する。新しい在留カードを受け取るまで働けない",
            "新しい 会社と けいやくして、在留期限までに 入管に「在留資格変更」を 申請します。"
            "新しい カードを もらってから 働きます。今の 会社の ゆるしは いりません。",
            "Conclude a contract with the new host and apply for a change of status while the stay runs; work begins with "
            "the new card, and the present employer's consent is not needed",
        ),
        against="authority:isa",
        lost=Text(
            "在留期間の満了（特例期間中はその終わり）とともに失われる",
            "在留期限が すぎると、できません。申請の 結果を まって いる ときは、結果が 出るまで できます。",
            "With the end of the stay, or of the special period while a decision is awaited",
        ),
    )


@_of_host(
    SSW_STANDARDS.article(2, 1, "12"),
    id="jp.ssw.pay-by-transfer",
    title=Text(
        "口座振込み等による報酬の支払（特定技能）",
        "給料は 銀行に 入れます（特定技能）",
        "Pay by bank transfer or another way that can be verified (specified skilled worker)",
    ),
)
def pay_can_be_verified(job: Employment) -> Limit:
    """The pay of a specified skilled worker goes to the account that the worker names, or is paid in a way by which the amount
    really paid can be verified; whoever pays otherwise than to the account has the payment confirmed by the office with
    papers. So pay in cash is for the office to look at.
    """
    paid_by = WorkPay.at(job).paid_by
    to_account, otherwise = paid_by.is_("bank_transfer"), paid_by.is_in(("cash", "other"))
    return Limit(
        applies=all_of(employed(job), specified_skilled(job)),
        respected=item(
            "2(1)12",
            Text(
                "口座への振込み又は確認できる方法",
                "銀行に 入れる",
                "to the worker's account, or verified by the office",
            ),
            any_one(to_account, otherwise.waits_for_judgement()),
            SSW_STANDARDS.article(2, 1, "12"),
        ),
    )


@_of_host(
    SSW_STANDARDS.article(3, 2),
    IMMIGRATION_ACT.article("2-5", 6),
    id="jp.ssw.plan-handed-over",
    title=Text(
        "支援計画の写しの交付（特定技能1号）",
        "支援の 計画の 紙を もらいます（特定技能 1号）",
        "A copy of the support plan is handed over (specified skilled worker (i))",
    ),
)
def plan_handed_over(given: Support) -> Limit:
    """The host makes a plan of support in Japanese and in a language that the worker understands well, and hands the worker a
    copy. Whether the language is understood, the worker can say; no language is read here.
    """
    copy = SupportPlan.at(given).copy_given_on
    return Limit(
        applies=any_one(supported_by_host(given), supported_by_organisation(given)),
        respected=item(
            "3(2)",
            Text("支援計画の写しの交付", "計画の 紙を もらった", "a copy of the plan was handed over"),
            nearing(copy, months=0),
            SSW_STANDARDS.article(3, 2),
        ),
    )


@_of_host(
    IMMIGRATION_ACT.article("2-5", 5),
    IMMIGRATION_ACT.article("19-23", 1),
    id="jp.ssw.delegated-to-registered",
    title=Text(
        "支援の全部委託は登録支援機関へ",
        "支援を ぜんぶ たのむ 団体は、登録が いります",
        "All support is delegated to a registered organisation only",
    ),
)
def delegated_to_registered(given: Support) -> Limit:
    """A host that gives no support itself is taken to meet what is asked of supporting hosts only while all of it is delegated
    to an organisation that is registered; a registration lasts five years.
    """
    return Limit(
        applies=supported_by_organisation(given),
        respected=item(
            "2-5(5)",
            Text("登録支援機関への委託", "登録された 団体です", "the organisation is registered"),
            SupporterRegistration.at(supporter=given.supporter).holds(),
            IMMIGRATION_ACT.article("2-5", 5),
        ),
    )


NORMS = (
    host_meets_standards,
    move_to_another_host,
    pay_can_be_verified,
    plan_handed_over,
    delegated_to_registered,
)
