"""The seven systems that the norms of Japan belong to, and the five failures that they are there to prevent.

A system follows from the second part of a norm's id; some norms belong to a further one. Which norms a failure is about
is our judgement, norm by norm: those whose breach is that failure, those by which it is seen, and those that protect
from it. A norm about none of the five is listed with none.
"""

from __future__ import annotations

from kyosei.norms.coverage import Coverage, Theme
from kyosei.terms.text import Text

__all__ = ["COVERAGE"]

_CORRECTIONS = "jp.records.answer-correction-request"
"""The offices of each of these systems keep records that somebody may ask to correct."""

_SYSTEMS = (
    Theme(
        "immigration",
        Text("入管", "入管", "Immigration"),
        parts=("immigration", "ssw", "esd", "hsp", "pr", "stay", "work"),
        norms=(_CORRECTIONS,),
    ),
    Theme("labour", Text("労働", "しごと", "Labour"), parts=("labour",), norms=(
        "jp.ssw.equal-pay", "jp.ssw.full-hours", "jp.ssw.pay-by-transfer", "jp.stay.conditions-of-work",
        _CORRECTIONS,
    )),
    Theme("social-insurance", Text("社会保険", "年金・健康保険・雇用保険", "Social insurance"),
          parts=("pension", "health", "employment-insurance"),
          norms=("jp.pr.pension", "jp.pr.health-insurance", "jp.stay.tax-and-premiums", _CORRECTIONS)),
    Theme("tax", Text("税", "税金", "Tax"), parts=("tax",),
          norms=("jp.pr.resident-tax", "jp.stay.tax-and-premiums", _CORRECTIONS)),
    Theme("finance", Text("金融", "銀行", "Finance"), parts=("finance",)),
    Theme("education", Text("教育", "学校", "Education"), parts=("education",), norms=(
        "jp.immigration.activity-at-school", "jp.immigration.notify-school-changed", "jp.immigration.notify-school-joined",
        "jp.immigration.notify-school-left", "jp.immigration.student-course",
    )),
    Theme("housing", Text("住居・住所", "家と 住所", "Housing and residence"), parts=("residence",), norms=(
        "jp.immigration.address-within-ninety-days", "jp.immigration.notify-address", "jp.ssw.support-housing",
        "jp.ssw.support-housing-delegated", _CORRECTIONS,
    )),
)  # fmt: skip

_UNAUTHORISED_EMPLOYMENT = Theme(
    "unauthorised-employment",
    Text("不法就労", "してはいけない しごと", "Unauthorised employment"),
    norms=(
        "jp.immigration.work-within-status", "jp.immigration.employ-within-status", "jp.immigration.part-time-hours",
        "jp.immigration.no-entertainment-premises", "jp.immigration.none-employed-on-entertainment-premises",
        "jp.immigration.assistant-needs-no-permission", "jp.immigration.work-certificate", "jp.work.may-start-here",
        "jp.labour.foreign-worker-notice-hired", "jp.labour.foreign-worker-notice-hired-uninsured",
        "jp.labour.foreign-worker-notice-left", "jp.labour.foreign-worker-notice-left-uninsured",
        "jp.education.attending", "jp.education.report-low-attendance", "jp.stay.activity", "jp.labour.no-forced-labour",
    ),
)  # fmt: skip
_MISSING_SOCIAL_INSURANCE = Theme(
    "missing-social-insurance",
    Text("社会保険の未加入", "保険や 年金に 入って いない", "Missing social insurance"),
    parts=("pension", "health", "employment-insurance"),
    norms=("jp.pr.pension", "jp.pr.health-insurance", "jp.stay.tax-and-premiums"),
)
_UNSTABLE_STATUS = Theme(
    "unstable-residence-status",
    Text("不安定な在留資格", "在留資格が あぶない", "Unstable residence status"),
    parts=("pr", "stay", "hsp", "finance", "residence"),
    norms=(
        "jp.immigration.decide-change", "jp.immigration.decide-permanent-residence", "jp.immigration.decide-renewal",
        "jp.immigration.lawful-stay", "jp.immigration.apply-before-expiry", "jp.immigration.apply-for-acquisition",
        "jp.immigration.acquisition-without-landing", "jp.immigration.acquisition-status-fit",
        "jp.immigration.acquisition-reasonable-ground", "jp.immigration.acquisition-permanent-conduct",
        "jp.immigration.acquisition-permanent-livelihood", "jp.immigration.acquisition-permanent-national-interest",
        "jp.immigration.take-the-card", "jp.immigration.fee-on-receipt", "jp.immigration.renew-card",
        "jp.immigration.reissue-lost-card", "jp.immigration.reissue-damaged-card", "jp.immigration.notify-particulars",
        "jp.immigration.carries-card", "jp.immigration.come-back", "jp.immigration.dependant-of-a-resident",
        "jp.immigration.student-course", "jp.immigration.notify-school-left", "jp.immigration.notify-school-joined",
        "jp.immigration.notify-school-changed", "jp.immigration.notify-organisation-left",
        "jp.immigration.notify-organisation-joined", "jp.immigration.notify-organisation-changed",
        "jp.immigration.notify-marriage-ended", "jp.immigration.notify-address", "jp.immigration.activity-at-work",
        "jp.immigration.activity-at-school", "jp.immigration.activity-as-spouse",
        "jp.immigration.address-within-ninety-days", "jp.immigration.heard-before-revocation",
        "jp.immigration.activity-as-dependant", "jp.immigration.permanent-public-charges",
        "jp.immigration.change-after-marriage", "jp.immigration.stay-and-seek-work", "jp.ssw.five-years",
        "jp.ssw.skill-test", "jp.ssw.japanese-test", "jp.ssw.home-country-procedure", "jp.ssw.charges-agreed",
        "jp.ssw.host-meets-standards", "jp.ssw.move-to-another-host", "jp.esd.move-at-own-wish",
        "jp.esd.move-when-unavoidable",
        "jp.tax.resident-tax-ordinary", "jp.tax.resident-tax-withheld", "jp.tax.no-arrears-shown", "jp.education.attending",
        "jp.education.attendance-at-least-half", "jp.education.school-notice-left", "jp.education.school-notice-accepted",
        "jp.education.school-roll", "jp.labour.no-dismissal-without-reason",
        "jp.labour.right-to-expected-renewal",
    ),
)  # fmt: skip
_UNRELATED_WORK = Theme(
    "work-unrelated-to-status",
    Text("在留資格と関係のない業務", "在留資格と ちがう しごと", "Work unrelated to the status"),
    norms=(
        "jp.immigration.work-within-status", "jp.immigration.employ-within-status", "jp.immigration.work-certificate",
        "jp.immigration.work-permission-limited-status", "jp.immigration.work-permission-no-hindrance",
        "jp.immigration.work-permission-suitable", "jp.immigration.work-permission-enrolled",
        "jp.immigration.engineer-education", "jp.immigration.engineer-equal-pay", "jp.immigration.business-manager",
        "jp.immigration.activity-at-work", "jp.immigration.notify-organisation-left",
        "jp.immigration.notify-organisation-joined", "jp.immigration.notify-organisation-changed",
        "jp.immigration.host-notice-ended", "jp.immigration.host-notice-new", "jp.immigration.host-notice-changed",
        "jp.immigration.host-notice-standards", "jp.immigration.host-notice-difficulty", "jp.immigration.host-report",
        "jp.ssw.skill-test", "jp.work.may-start-here", "jp.labour.contract-as-applied",
        "jp.stay.status-fit", "jp.stay.landing-criteria", "jp.stay.activity", "jp.labour.conditions-in-writing",
        "jp.labour.right-to-leave-at-once",
    ),
)  # fmt: skip
_WITHOUT_SUPPORT = Theme(
    "left-without-support",
    Text("支援を受けられない人", "支援が ない 人", "People left without support"),
    norms=(
        *(
            f"jp.ssw.{support}{delegated}"
            for support in ("support-prior-guidance", "support-pick-up", "support-housing", "support-life-orientation",
                            "support-accompaniment", "support-japanese", "support-consultation", "support-exchange",
                            "support-job-change", "interview", "report-breaches")
            for delegated in ("", "-delegated")
        ),
        "jp.ssw.supported", "jp.ssw.supporter-change", "jp.ssw.support-cost-not-charged",
        "jp.immigration.host-notice-delegation", "jp.immigration.host-notice-plan", "jp.immigration.host-notice-difficulty",
        "jp.ssw.supporter-report", "jp.ssw.plan-handed-over", "jp.ssw.delegated-to-registered",
        "jp.ssw.move-to-another-host", "jp.immigration.stay-and-seek-work", "jp.labour.help-to-find-work",
        "jp.labour.right-to-complain", "jp.labour.no-retaliation", "jp.employment-insurance.right-to-allowance",
        "jp.employment-insurance.right-to-certificate", "jp.employment-insurance.separation-certificate",
        "jp.employment-insurance.separation-certificate-from-59", "jp.education.right-to-schooling",
        "jp.residence.right-to-housing-support", "jp.labour.right-to-unpaid-wages", "jp.labour.right-to-accident-benefits",
        "jp.pension.right-to-lump-sum", "jp.tax.right-to-lump-sum-refund", "jp.ssw.supporter-difficulty",
        "jp.labour.right-to-leave-at-once", "jp.esd.yearly-report",
    ),
)  # fmt: skip

COVERAGE = Coverage(
    _SYSTEMS,
    (_UNAUTHORISED_EMPLOYMENT, _MISSING_SOCIAL_INSURANCE, _UNSTABLE_STATUS, _UNRELATED_WORK, _WITHOUT_SUPPORT),
)
