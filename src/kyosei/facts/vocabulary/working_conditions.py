"""Labour (労働), continued: working time and leave, what workers ask for, and what an employer may not keep or agree."""

from __future__ import annotations

from kyosei.facts.fields import BoolField, ChoiceField, CountField, DayField, DaysField, HoursField, PercentField
from kyosei.facts.kinds import Authority, Kind, Span, TheParty
from kyosei.facts.scopes import EMPLOYMENT

__all__ = [
    "AnnualLeave",
    "Complaint",
    "DismissalApproval",
    "DismissalNotice",
    "KeptItem",
    "OvertimeAgreement",
    "PaidLeaveDay",
    "ProhibitedClause",
    "RequestAnswer",
    "WorkerRequest",
]

EMPLOYER = (TheParty("employer"),)
EMPLOYER_OR_INSPECTOR = (TheParty("employer"), Authority("labour-office"))
"""What an employer does not write down itself: it settles it by admitting, the labour office by finding it."""
MATTERS = (
    "employment_certificate", "dismissal_reasons", "settlement", "emergency_pay", "savings_return",
    "treatment_explanation",
)  # fmt: skip


class OvertimeAgreement(
    Kind, name="employer.overtime_agreement", ja="時間外・休日労働に関する協定（36協定）",
    en="Agreement on overtime and holiday work", about=("employer",), holders=(Authority("labour-office"),), lag_days=14,
):  # fmt: skip
    """An agreement of article 36 that the labour office has received, over the period that it covers."""

    hours_per_month = HoursField("延長できる時間（1か月）", "overtime a month")
    hours_per_year = HoursField("延長できる時間（1年）", "overtime a year")
    special_hours_per_month = HoursField(
        "特別条項の時間（1か月、休日労働を含む）", "overtime and holiday work a month under the special clause"
    )
    special_hours_per_year = HoursField("特別条項の時間（1年）", "overtime a year under the special clause")
    special_months = CountField("限度時間を超える月数", "months a year above the limit")
    averaged_over_three_months = BoolField(
        "3か月を超える変形労働時間制", "hours are averaged over more than three months"
    )


class AnnualLeave(
    Kind, name="work.annual_leave", ja="年次有給休暇の付与", en="Annual paid leave granted", about=("person", "employer"),
    holders=EMPLOYER, lag_days=14, scope=EMPLOYMENT,
):  # fmt: skip
    """The register of annual leave: from a base day until the first day outside its year."""

    granted_days = DaysField("付与日数", "days granted")
    attended_percent = PercentField("前期間の出勤率", "attendance in the period before the base day")


class PaidLeaveDay(
    Kind, name="work.paid_leave_day", ja="年次有給休暇の取得日", en="Day of annual paid leave", about=("person", "employer"),
    span=Span.EVENT, single=False, holders=EMPLOYER, lag_days=14, scope=EMPLOYMENT,
):  # fmt: skip
    """The worker was on annual paid leave on the day."""

    portion = ChoiceField("取得の単位", "portion of the day", "full", "half")


class WorkerRequest(
    Kind, name="work.request", ja="労働者の請求", en="Worker's request", about=("person", "employer"), span=Span.EVENT,
    single=False, holders=EMPLOYER_OR_INSPECTOR, lag_days=14, scope=EMPLOYMENT, settled_by_any=True,
):  # fmt: skip
    """The worker asked the employer for something that a law entitles to, and the request arrived."""

    matter = ChoiceField("請求の内容", "matter", *MATTERS)


class RequestAnswer(
    Kind, name="work.request_answer", ja="請求への対応", en="Request fulfilled", about=("person", "employer"),
    span=Span.EVENT, single=False, holders=EMPLOYER, lag_days=14, scope=EMPLOYMENT,
):  # fmt: skip
    """The employer did all that was asked for: handed over, explained, paid or returned."""

    matter = ChoiceField("請求の内容", "matter", *MATTERS)
    requested_on = DayField("請求の日", "requested on")


class DismissalNotice(
    Kind, name="work.dismissal_notice", ja="解雇の予告", en="Notice of dismissal", about=("person", "employer"),
    span=Span.EVENT, single=False, holders=EMPLOYER, lag_days=14, scope=EMPLOYMENT,
):  # fmt: skip
    """The employer told the worker of the dismissal and of its day."""


class DismissalApproval(
    Kind, name="work.dismissal_approval", ja="解雇予告・解雇制限の除外認定", en="Exception for a dismissal approved",
    about=("person", "employer"), span=Span.EVENT, single=False, holders=(Authority("labour-office"),), lag_days=14,
    scope=EMPLOYMENT,
):  # fmt: skip
    """The labour office approved that notice was not needed, or the ban did not hold."""


class KeptItem(
    Kind, name="work.kept_item", ja="使用者による保管", en="Item of the worker's kept by the employer",
    about=("person", "employer"), single=False, holders=(*EMPLOYER_OR_INSPECTOR, Authority("isa")), lag_days=14,
    scope=EMPLOYMENT,
):  # fmt: skip
    """Something that belongs to the worker is in the employer's keeping."""

    item = ChoiceField("保管物", "item", "passport", "residence_card", "bankbook", "phone", "other")


class ProhibitedClause(
    Kind, name="work.clause", ja="違約金・強制貯金等の定め", en="Penalty or savings agreed on", about=("person", "employer"),
    single=False, holders=EMPLOYER_OR_INSPECTOR, lag_days=14, scope=EMPLOYMENT,
):  # fmt: skip
    """A clause binds the worker that the law does not allow."""

    clause = ChoiceField("定めの種類", "clause", "penalty", "savings")


class Complaint(
    Kind, name="work.complaint", ja="監督機関への申告", en="Complaint to the labour office", about=("person", "employer"),
    span=Span.EVENT, single=False, holders=(Authority("labour-office"),), lag_days=14, scope=EMPLOYMENT,
):  # fmt: skip
    """The labour office received the worker's complaint; nothing about its content is recorded."""


KINDS: tuple[type[Kind], ...] = (
    OvertimeAgreement, AnnualLeave, PaidLeaveDay, WorkerRequest, RequestAnswer, DismissalNotice,
    DismissalApproval, KeptItem, ProhibitedClause, Complaint,
)  # fmt: skip
"""In the order of the vocabulary."""
