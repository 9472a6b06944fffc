"""The purposes of reading under the law of Japan, listed by hand, each with the provisions on which it rests.

The provisions were compared with their texts on 2026-11-21, save those of the Local Tax Act, whose text was not at hand:
they are looked at again earlier. On the day a basis ends its purpose is refused, until somebody has looked at it again.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from kyosei.access.purposes import AboutNorms, LegalBasis, Purpose, WholeRecord, Withholding
from kyosei.access.requests import Role
from kyosei.law.jp.laws import (
    EMPLOYEES_PENSION_ACT,
    EMPLOYMENT_INSURANCE_ACT,
    GENERAL_TAX_ACT,
    HEALTH_INSURANCE_ACT,
    IMMIGRATION_ACT,
    LABOUR_MEASURES_ACT,
    LABOUR_STANDARDS_ACT,
    LOCAL_TAX_ACT,
    MINIMUM_WAGE_ACT,
    NATIONAL_HEALTH_ACT,
    NATIONAL_PENSION_ACT,
    PERSONAL_INFORMATION_ACT,
    RESIDENT_REGISTER_ACT,
    SCHOOL_EDUCATION_ACT,
)
from kyosei.terms.citations import Provision
from kyosei.terms.text import Text
from kyosei.timelines.days import day_from_date

__all__ = ["OWN_RECORDS", "PURPOSES"]

_TEXTS_IN_FORCE: Final = date(2026, 6, 14)
_LOOK_AGAIN: Final = date(2027, 11, 21)
_LOOK_AGAIN_EARLIER: Final = date(2027, 5, 21)


def _basis(provision: Provision, until: date = _LOOK_AGAIN) -> LegalBasis:
    return LegalBasis(provision, day_from_date(_TEXTS_IN_FORCE), day_from_date(until))


_CONSENT: Final = _basis(PERSONAL_INFORMATION_ACT.article(69, 2, 1))
"""With the person's consent an authority may hand on what it holds."""
_WITHHELD_DURING_INSPECTION: Final = Withholding(_basis(PERSONAL_INFORMATION_ACT.article(78, 1, "7ハ")), days_max=90)
"""While to know of it would make an inspection fail; how long at most is our own rule (decision 0044)."""

_YEARS_OF_ASSESSMENT: Final = 5 * 366
"""A municipality may still assess and collect for somebody who has left: five years at most (Local Tax Act arts. 17-5, 18)."""

_OFFICER: Final = frozenset((Role.OFFICER,))
_ISA: Final = frozenset(("authority:isa",))
_PENSION_SERVICE: Final = frozenset(("authority:pension-service",))
_LABOUR_OFFICE: Final = frozenset(("authority:labour-office",))
_TAX_OFFICE: Final = frozenset(("authority:tax-office",))
_MUNICIPALITIES: Final = frozenset(("municipality:*",))

OWN_RECORDS: Final = Purpose(
    id="own.records",
    title=Text("自分の記録を見る", "じぶんの 記録を 見る", "Seeing one's own records"),
    roles=frozenset((Role.PERSON, Role.REPRESENTATIVE, Role.GUARDIAN, Role.HELPER)),
    reads=WholeRecord(),
    bases=(
        _basis(PERSONAL_INFORMATION_ACT.article(76, 1)),
        _basis(PERSONAL_INFORMATION_ACT.article(76, 2)),
        _basis(PERSONAL_INFORMATION_ACT.article(33, 1)),
    ),
)

_CHECKER: Final = frozenset((Role.CHECKER,))
_LAWFUL_STAY: Final = "jp.immigration.lawful-stay"

_FACTORS: Final = (
    "activity", "landing-criteria", "conditions-of-work", "conduct", "livelihood", "tax-and-premiums", "notices",
    "status-fit",
)  # fmt: skip
_ACQUISITION: Final = (
    "without-landing", "status-fit", "reasonable-ground", "permanent-conduct", "permanent-livelihood",
    "permanent-national-interest",
)  # fmt: skip
_WORK_PERMISSION: Final = ("limited-status", "no-hindrance", "suitable", "enrolled")
_PERMANENT: Final = (
    "years-of-residence", "longest-period", "landing-criteria", "good-conduct", "no-penalty", "livelihood",
    "resident-tax", "pension", "health-insurance", "notices", "public-health", "national-interest",
    "permanent-residence",
)  # fmt: skip
_SUPPORT: Final = (
    "prior-guidance", "pick-up", "housing", "life-orientation", "accompaniment", "japanese", "consultation", "exchange",
    "job-change",
)  # fmt: skip

PURPOSES: tuple[Purpose, ...] = (
    OWN_RECORDS,
    Purpose(
        id="immigration.examination",
        title=Text("在留審査", "在留資格の しんさ", "Examining an application about the stay"),
        roles=_OFFICER,
        sees_addresses=True,
        audience=_ISA,
        needs_case=True,
        bases=(_basis(IMMIGRATION_ACT.article("59-2", 1)), _basis(IMMIGRATION_ACT.article("59-2", 3))),
        reads=AboutNorms((
            "jp.immigration.lawful-stay", "jp.immigration.apply-before-expiry", "jp.immigration.work-within-status",
            "jp.immigration.part-time-hours", "jp.work.may-start-here", "jp.education.attending",
            "jp.education.attendance-at-least-half", "jp.tax.no-arrears-shown", "jp.immigration.apply-for-acquisition",
            "jp.immigration.student-course", "jp.immigration.engineer-education", "jp.immigration.engineer-equal-pay",
            "jp.immigration.dependant-of-a-resident", "jp.immigration.business-manager", "jp.immigration.fee-on-receipt",
            "jp.immigration.assistant-needs-no-permission", "jp.ssw.five-years", "jp.ssw.fee-understood",
            "jp.hsp.points-research", "jp.hsp.points-technical", "jp.hsp.points-management", "jp.hsp.special",
            "jp.immigration.work-certificate", "jp.immigration.change-after-marriage",
            "jp.immigration.stay-and-seek-work", "jp.immigration.no-entertainment-premises",
            "jp.ssw.skill-test", "jp.ssw.japanese-test", "jp.ssw.home-country-procedure", "jp.ssw.charges-agreed",
            "jp.ssw.host-meets-standards", "jp.ssw.move-to-another-host", "jp.esd.move-at-own-wish",
            "jp.esd.move-when-unavoidable", "jp.immigration.decide-renewal", "jp.immigration.decide-change",
            *(f"jp.stay.{name}" for name in _FACTORS),
            *(f"jp.immigration.acquisition-{name}" for name in _ACQUISITION),
            *(f"jp.immigration.work-permission-{name}" for name in _WORK_PERMISSION),
        )),
    ),
    Purpose(
        id="immigration.permanent-residence",
        title=Text("永住許可の審査", "永住の しんさ", "Examining an application for permanent residence"),
        roles=_OFFICER,
        sees_addresses=True,
        audience=_ISA,
        needs_case=True,
        bases=(_basis(IMMIGRATION_ACT.article(22, 2)), _basis(IMMIGRATION_ACT.article("59-2", 1))),
        reads=AboutNorms((
            *(f"jp.pr.{name}" for name in _PERMANENT), "jp.hsp.points-research", "jp.hsp.points-technical",
            "jp.hsp.points-management", "jp.immigration.decide-permanent-residence",
        )),
    ),
    Purpose(
        id="immigration.revocation",
        title=Text("在留資格の取消しの調査", "在留資格の とりけしの しらべ", "Examining whether a status is revoked"),
        roles=_OFFICER,
        sees_addresses=True,
        audience=_ISA,
        needs_case=True,
        bases=(_basis(IMMIGRATION_ACT.article("22-4", 2)), _basis(IMMIGRATION_ACT.article("59-2", 1))),
        reads=AboutNorms((
            "jp.immigration.activity-at-work", "jp.immigration.activity-at-school", "jp.immigration.activity-as-spouse",
            "jp.immigration.address-within-ninety-days", "jp.immigration.heard-before-revocation",
            "jp.immigration.activity-as-dependant", "jp.immigration.permanent-public-charges",
        )),
    ),
    Purpose(
        id="immigration.notices",
        title=Text("中長期在留者の届出の確認", "届出を たしかめる", "Checking notices about mid- to long-term residents"),
        roles=_OFFICER,
        sees_addresses=True,
        audience=_ISA,
        needs_case=True,
        bases=(_basis(IMMIGRATION_ACT.article("19-37", 1)), _basis(IMMIGRATION_ACT.article("19-37", 3))),
        reads=AboutNorms((
            "jp.immigration.notify-school-left", "jp.immigration.notify-school-joined",
            "jp.immigration.notify-organisation-left", "jp.immigration.notify-organisation-joined",
            "jp.immigration.host-notice-ended", "jp.immigration.host-notice-new", "jp.immigration.notify-address",
            "jp.education.school-notice-left", "jp.education.report-low-attendance", "jp.education.school-notice-accepted",
            "jp.education.school-roll", "jp.immigration.notify-marriage-ended", "jp.immigration.notify-particulars",
            "jp.immigration.notify-organisation-changed", "jp.immigration.notify-school-changed",
            "jp.immigration.host-notice-changed", "jp.immigration.host-notice-delegation",
            "jp.immigration.host-notice-standards", "jp.ssw.supporter-change", "jp.immigration.renew-card",
            "jp.immigration.reissue-lost-card", "jp.immigration.reissue-damaged-card", "jp.immigration.return-card",
            "jp.immigration.host-notice-plan", "jp.immigration.host-notice-difficulty", "jp.immigration.host-report",
            "jp.ssw.supporter-report",
        )),
    ),
    Purpose(
        id="immigration.host-oversight",
        title=Text("特定技能所属機関の指導・検査", "会社の 支援を たしかめる", "Overseeing hosts of specified skilled workers"),
        roles=_OFFICER,
        audience=_ISA,
        needs_case=True,
        bases=(_basis(IMMIGRATION_ACT.article("19-19")), _basis(IMMIGRATION_ACT.article("19-20", 1))),
        withholding=_WITHHELD_DURING_INSPECTION,
        reads=AboutNorms((
            "jp.immigration.employ-within-status", "jp.labour.help-to-find-work", "jp.ssw.equal-pay",
            "jp.ssw.support-cost-not-charged", "jp.ssw.interview", "jp.ssw.interview-delegated", "jp.ssw.report-breaches",
            "jp.ssw.report-breaches-delegated", "jp.ssw.supported", "jp.ssw.full-hours", "jp.ssw.no-deposit",
            "jp.immigration.none-employed-on-entertainment-premises", "jp.ssw.pay-by-transfer", "jp.ssw.plan-handed-over",
            "jp.ssw.delegated-to-registered", "jp.immigration.host-report",
            *(f"jp.ssw.support-{name}" for name in _SUPPORT),
            *(f"jp.ssw.support-{name}-delegated" for name in _SUPPORT),
        )),
    ),
    Purpose(
        id="pension.insured-status",
        title=Text("被用者保険の資格の確認", "会社の 保険を たしかめる", "Establishing insurance as an employee"),
        roles=_OFFICER,
        audience=_PENSION_SERVICE,
        needs_case=True,
        bases=(
            _basis(EMPLOYEES_PENSION_ACT.article(100, 1)), _basis(EMPLOYEES_PENSION_ACT.article("100-2", 5)),
            _basis(HEALTH_INSURANCE_ACT.article(198, 1)),
        ),
        reads=AboutNorms((
            "jp.pension.insured", "jp.health.insured", "jp.pension.report-acquisition", "jp.health.report-acquisition",
            "jp.pension.report-loss", "jp.health.report-loss", "jp.pension.enrolled", "jp.pension.deduction-limit",
            "jp.pension.withheld-without-enrolment", "jp.pension.right-to-confirmation",
            "jp.pension.establishment-payment", "jp.pension.report-remuneration", "jp.pension.report-bonus",
            "jp.pension.bonus-deduction-limit", "jp.pension.no-deduction-for-leave", "jp.pension.report-two-employers",
            "jp.health.right-to-confirmation", "jp.health.deduction-limit", "jp.health.withheld-without-enrolment",
            "jp.health.no-deduction-for-leave", "jp.health.bonus-deduction-limit", "jp.pension.standard-remuneration",
            "jp.pension.right-to-restored-months",
        )),
    ),
    Purpose(
        id="pension.national-contributions",
        title=Text("国民年金の保険料", "国民年金の お金", "Contributions to the national pension"),
        roles=_OFFICER,
        sees_addresses=True,
        audience=_PENSION_SERVICE,
        needs_case=True,
        bases=(_basis(NATIONAL_PENSION_ACT.article(106, 1)), _basis(NATIONAL_PENSION_ACT.article(108, 1))),
        reads=AboutNorms((
            "jp.pension.national-contribution", "jp.pension.report-type-change", "jp.pension.right-to-exemption",
            "jp.pension.right-to-student-deferral", "jp.pension.right-to-childcare-exemption",
            "jp.pension.right-to-lump-sum", "jp.pension.right-to-maternity-exemption",
        )),
    ),
    Purpose(
        id="health.national-premiums",
        title=Text("国民健康保険の資格・保険料", "国民健康保険の お金", "National health insurance and its premiums"),
        roles=_OFFICER,
        sees_addresses=True,
        audience=_MUNICIPALITIES,
        needs_case=True,
        days_after=_YEARS_OF_ASSESSMENT,
        bases=(_basis(NATIONAL_HEALTH_ACT.article(113)), _basis(NATIONAL_HEALTH_ACT.article("113-2", 1))),
        reads=AboutNorms((
            "jp.health.national-premium", "jp.health.national-entry", "jp.health.national-exit",
            "jp.health.right-to-medical-expenses",
        )),
    ),
    Purpose(
        id="labour.employment-insurance",
        title=Text("雇用保険の適用", "雇用保険を たしかめる", "Applying employment insurance"),
        roles=_OFFICER,
        audience=_LABOUR_OFFICE,
        needs_case=True,
        bases=(_basis(EMPLOYMENT_INSURANCE_ACT.article(76, 1)), _basis(EMPLOYMENT_INSURANCE_ACT.article(77))),
        reads=AboutNorms((
            "jp.employment-insurance.insured", "jp.employment-insurance.report-acquisition",
            "jp.employment-insurance.report-loss", "jp.employment-insurance.separation-certificate",
            "jp.employment-insurance.separation-certificate-from-59", "jp.employment-insurance.deduction-limit",
            "jp.employment-insurance.withheld-without-enrolment", "jp.employment-insurance.right-to-confirmation",
            "jp.employment-insurance.no-retaliation", "jp.employment-insurance.right-to-allowance",
            "jp.employment-insurance.right-to-certificate",
        )),
    ),
    Purpose(
        id="labour.foreign-workers",
        title=Text("外国人雇用状況の届出の確認", "会社の 届出を たしかめる", "Checking notices about foreign workers"),
        roles=_OFFICER,
        audience=_LABOUR_OFFICE,
        needs_case=True,
        bases=(_basis(LABOUR_MEASURES_ACT.article(28, 2)), _basis(LABOUR_MEASURES_ACT.article(34, 1))),
        reads=AboutNorms((
            "jp.labour.foreign-worker-notice-hired", "jp.labour.foreign-worker-notice-hired-uninsured",
            "jp.labour.foreign-worker-notice-left", "jp.labour.foreign-worker-notice-left-uninsured",
        )),
    ),
    Purpose(
        id="labour.inspection",
        title=Text("労働基準の監督", "給料と 働き方を たしかめる", "Inspecting wages and working conditions"),
        roles=_OFFICER,
        audience=_LABOUR_OFFICE,
        needs_case=True,
        bases=(
            _basis(LABOUR_STANDARDS_ACT.article(101, 1)), _basis(LABOUR_STANDARDS_ACT.article("104-2", 1)),
            _basis(MINIMUM_WAGE_ACT.article(32, 1)),
        ),
        withholding=_WITHHELD_DURING_INSPECTION,
        reads=AboutNorms((
            "jp.labour.minimum-wage", "jp.labour.minimum-wage-by-the-hour", "jp.labour.agreed-hourly-wage-stands",
            "jp.labour.contract-as-applied", "jp.labour.wages-in-full", "jp.labour.wages-in-full-by-the-hour",
            "jp.labour.overtime-agreement", "jp.labour.overtime-month", "jp.labour.overtime-average",
            "jp.labour.no-overtime-of-minors", "jp.labour.overtime-agreed-within-limits", "jp.labour.premiums",
            "jp.labour.premiums-by-the-hour", "jp.labour.annual-leave", "jp.labour.annual-leave-five-days",
            "jp.labour.certificate-of-employment", "jp.labour.certificate-of-dismissal-reasons",
            "jp.labour.final-settlement", "jp.labour.emergency-pay", "jp.labour.savings-returned",
            "jp.labour.dismissal-notice", "jp.labour.dismissal-ban", "jp.labour.no-retaliation",
            "jp.labour.papers-not-kept", "jp.labour.no-penalty-clause", "jp.labour.no-compulsory-savings",
            "jp.labour.no-advance-set-off", "jp.labour.equal-treatment", "jp.labour.wages-by-payday",
            "jp.labour.closure-pay", "jp.labour.no-dismissal-within-term", "jp.labour.explain-differences",
            "jp.labour.trainee-papers-not-kept", "jp.labour.right-to-complain",
            "jp.labour.conditions-in-writing", "jp.labour.contract-term", "jp.labour.no-dismissal-for-pregnancy",
            "jp.labour.right-to-unpaid-wages", "jp.labour.right-to-accident-benefits",
            "jp.labour.right-to-open-ended-contract",
        )),
    ),
    Purpose(
        id="registration.addresses",
        title=Text("住民票の記載事項の調査", "住所を たしかめる", "Checking the register of residents"),
        roles=_OFFICER,
        sees_addresses=True,
        audience=_MUNICIPALITIES,
        needs_case=True,
        bases=(_basis(RESIDENT_REGISTER_ACT.article(34, 1)), _basis(RESIDENT_REGISTER_ACT.article(34, 2))),
        reads=AboutNorms(("jp.residence.move-out-notice",)),
    ),
    Purpose(
        id="education.schooling",
        title=Text("就学の案内", "学校に 入る 案内", "Telling families how a child gets to school"),
        roles=_OFFICER,
        audience=_MUNICIPALITIES,
        needs_case=True,
        bases=(_basis(SCHOOL_EDUCATION_ACT.article(17, 3)),),
        reads=AboutNorms(("jp.education.right-to-schooling",)),
    ),
    Purpose(
        id="tax.resident-tax",
        title=Text("住民税の調査", "住民税を たしかめる", "Resident tax"),
        roles=_OFFICER,
        audience=_MUNICIPALITIES,
        needs_case=True,
        days_after=_YEARS_OF_ASSESSMENT,
        bases=(_basis(LOCAL_TAX_ACT.article(298, 1), _LOOK_AGAIN_EARLIER),),
        reads=AboutNorms(("jp.tax.resident-tax-special", "jp.tax.resident-tax-ordinary", "jp.tax.resident-tax-withheld")),
    ),
    Purpose(
        id="tax.income-tax",
        title=Text("所得税の調査", "所得税を たしかめる", "Income tax withheld from pay"),
        roles=_OFFICER,
        audience=_TAX_OFFICE,
        needs_case=True,
        days_after=_YEARS_OF_ASSESSMENT,
        bases=(_basis(GENERAL_TAX_ACT.article("74-2", 1)),),
        reads=AboutNorms((
            "jp.tax.income-tax-withheld", "jp.tax.withholding-slip-on-leaving", "jp.tax.withholding-slip-yearly",
            "jp.tax.right-to-lump-sum-refund",
        )),
    ),
    Purpose(
        id="records.corrections",
        title=Text(
            "記録の訂正の求めへの対応", "「この 記録は ちがいます」に 答える", "Answering who says that a record is wrong"
        ),
        roles=_OFFICER,
        audience=_ISA | _PENSION_SERVICE | _LABOUR_OFFICE | _TAX_OFFICE | _MUNICIPALITIES,
        needs_case=True,
        bases=(_basis(PERSONAL_INFORMATION_ACT.article(92)), _basis(PERSONAL_INFORMATION_ACT.article(94, 1))),
        reads=AboutNorms(("jp.records.answer-correction-request",)),
    ),
    Purpose(
        id="employer.own-duties",
        title=Text("雇用主自身の義務の確認", "会社が しなければ ならない こと", "An employer's own duties"),
        roles=frozenset((Role.EMPLOYER,)),
        bases=(
            _basis(LABOUR_MEASURES_ACT.article(28, 1)), _basis(EMPLOYEES_PENSION_ACT.article(27)),
            _basis(HEALTH_INSURANCE_ACT.article(48)), _basis(EMPLOYMENT_INSURANCE_ACT.article(7)),
            _basis(IMMIGRATION_ACT.article("19-18", 1)),
        ),
        consent=_CONSENT,
        days_after=62,  # a notice of leaving is due by the end of the following month
        reads=AboutNorms((
            "jp.immigration.employ-within-status", "jp.immigration.host-notice-ended", "jp.immigration.host-notice-new",
            "jp.pension.report-acquisition", "jp.health.report-acquisition", "jp.pension.report-loss",
            "jp.health.report-loss", "jp.employment-insurance.report-acquisition", "jp.pension.deduction-limit",
            "jp.pension.withheld-without-enrolment", "jp.pension.report-remuneration", "jp.pension.report-bonus",
            "jp.pension.bonus-deduction-limit", "jp.pension.no-deduction-for-leave", "jp.health.no-deduction-for-leave",
            "jp.health.deduction-limit", "jp.health.withheld-without-enrolment",
            "jp.employment-insurance.report-loss", "jp.employment-insurance.separation-certificate",
            "jp.employment-insurance.separation-certificate-from-59", "jp.employment-insurance.deduction-limit",
            "jp.employment-insurance.withheld-without-enrolment", "jp.labour.foreign-worker-notice-hired",
            "jp.labour.foreign-worker-notice-hired-uninsured", "jp.labour.foreign-worker-notice-left",
            "jp.labour.foreign-worker-notice-left-uninsured", "jp.labour.minimum-wage",
            "jp.labour.minimum-wage-by-the-hour", "jp.labour.contract-as-applied", "jp.labour.wages-in-full",
            "jp.labour.wages-in-full-by-the-hour", "jp.tax.withholding-slip-on-leaving", "jp.ssw.equal-pay",
            "jp.ssw.support-cost-not-charged", "jp.ssw.interview", "jp.ssw.report-breaches",
            *(f"jp.ssw.support-{name}" for name in _SUPPORT), "jp.ssw.full-hours", "jp.ssw.no-deposit",
            "jp.immigration.host-notice-changed", "jp.immigration.host-notice-delegation",
            "jp.immigration.host-notice-standards", "jp.immigration.none-employed-on-entertainment-premises",
            "jp.immigration.host-notice-plan", "jp.immigration.host-notice-difficulty", "jp.immigration.host-report",
            "jp.ssw.pay-by-transfer", "jp.ssw.plan-handed-over", "jp.ssw.delegated-to-registered",
            "jp.labour.overtime-agreement", "jp.labour.overtime-month", "jp.labour.overtime-average",
            "jp.labour.no-overtime-of-minors", "jp.labour.premiums",
            "jp.labour.premiums-by-the-hour", "jp.labour.annual-leave", "jp.labour.annual-leave-five-days",
            "jp.labour.certificate-of-employment", "jp.labour.certificate-of-dismissal-reasons",
            "jp.labour.final-settlement", "jp.labour.emergency-pay", "jp.labour.savings-returned",
            "jp.labour.explain-differences", "jp.labour.dismissal-notice", "jp.labour.dismissal-ban",
            "jp.labour.no-dismissal-within-term", "jp.labour.wages-by-payday", "jp.labour.closure-pay",
            "jp.labour.equal-treatment", "jp.labour.no-penalty-clause", "jp.labour.no-compulsory-savings",
            "jp.labour.no-advance-set-off", "jp.labour.papers-not-kept", "jp.labour.trainee-papers-not-kept",
            "jp.labour.conditions-in-writing", "jp.labour.contract-term", "jp.labour.no-dismissal-for-pregnancy",
            "jp.tax.withholding-slip-yearly", "jp.pension.standard-remuneration", "jp.health.bonus-deduction-limit",
        )),
    ),
    Purpose(
        id="school.own-duties",
        title=Text("学校自身の届出の確認", "学校が しなければ ならない こと", "A school's own notices"),
        roles=frozenset((Role.SCHOOL,)),
        bases=(_basis(IMMIGRATION_ACT.article("19-17")),),
        consent=_CONSENT,
        days_after=14,  # the notice that the acceptance has ended is due within fourteen days
        reads=AboutNorms((
            "jp.education.school-notice-left", "jp.education.school-notice-accepted", "jp.education.school-roll",
            "jp.education.report-low-attendance",
        )),
    ),
    Purpose(
        id="support.own-duties",
        title=Text("登録支援機関の支援業務", "支援の 会社が する こと", "What a registered support organisation has to do"),
        roles=frozenset((Role.SUPPORTER,)),
        bases=(_basis(IMMIGRATION_ACT.article("19-30", 1)), _basis(IMMIGRATION_ACT.article("19-22", 2))),
        consent=_CONSENT,
        reads=AboutNorms((
            *(f"jp.ssw.support-{name}-delegated" for name in _SUPPORT), "jp.ssw.interview-delegated",
            "jp.ssw.report-breaches-delegated", "jp.ssw.supporter-report",
        )),
    ),
    Purpose(
        id="bank.stay",
        title=Text("口座の届出在留期間の確認", "銀行が 在留期間を たしかめる", "A bank's check of the stay it has on file"),
        roles=frozenset((Role.BANK,)),
        consent=_CONSENT,
        reads=AboutNorms(("jp.finance.registered-stay-current", "jp.finance.stay-not-treated-as-expired")),
    ),
    Purpose(
        id="bank.exchange-residence",
        title=Text("外為法上の居住性の確認", "銀行が 外国に 送る ルールを たしかめる", "A bank's check under the exchange rules"),
        roles=frozenset((Role.BANK,)),
        consent=_CONSENT,
        reads=AboutNorms(("jp.finance.resident-for-exchange",)),
    ),
    Purpose(
        id="immigration.inquiry",
        title=Text("在留審査の照会への回答", "入管の しつもんに 答える", "Answering an inquiry about an application"),
        roles=_OFFICER,
        audience=_PENSION_SERVICE | _LABOUR_OFFICE | _TAX_OFFICE | _MUNICIPALITIES,
        needs_case=True,
        bases=(_basis(IMMIGRATION_ACT.article("59-2", 3)),),
        names_alone=True,
        reads=AboutNorms(()),
    ),
    Purpose(
        id="cases.follow-up",
        title=Text("案件の確認", "だれが する ことか 見る", "Following up a case before an office is told"),
        roles=frozenset((Role.OPERATOR,)),
        bases=(_basis(PERSONAL_INFORMATION_ACT.article(66, 2, 1)),),
        reads=AboutNorms(()),
    ),
    Purpose(
        id="landlord.stay",
        title=Text("賃貸借のための在留の確認", "大家さんが 在留を たしかめる", "A landlord's check of the stay"),
        roles=frozenset((Role.LANDLORD,)),
        consent=_CONSENT,
        reads=AboutNorms(("jp.immigration.lawful-stay",)),
    ),
    Purpose(
        id="share.bank",
        title=Text("本人が見せた証明（銀行）", "わたしが 見せた 証明（銀行）", "What the person shows a bank"),
        roles=_CHECKER,
        consent=_CONSENT,
        reads=AboutNorms((_LAWFUL_STAY,)),
    ),
    Purpose(
        id="share.landlord",
        title=Text("本人が見せた証明（家主）", "わたしが 見せた 証明（大家さん）", "What the person shows a landlord"),
        roles=_CHECKER,
        consent=_CONSENT,
        reads=AboutNorms((_LAWFUL_STAY,)),
    ),
    Purpose(
        id="share.employer",
        title=Text("本人が見せた証明（雇用主）", "わたしが 見せた 証明（会社）", "What the person shows an employer"),
        roles=_CHECKER,
        consent=_CONSENT,
        reads=AboutNorms((_LAWFUL_STAY,), ("residence.status.status", "residence.work_permission.scope")),
    ),
    Purpose(
        id="share.school",
        title=Text("本人が見せた証明（学校）", "わたしが 見せた 証明（学校）", "What the person shows a school"),
        roles=_CHECKER,
        consent=_CONSENT,
        reads=AboutNorms((_LAWFUL_STAY,), ("residence.status.status",)),
    ),
)  # fmt: skip
"""By whom they are used: the person, offices, organisations with duties of their own, whom the person lets, and
whoever holds a code of the person."""
