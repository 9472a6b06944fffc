"""Labour (労働): what employers and labour offices say about work, and what workers say about their own."""

from __future__ import annotations

from kyosei.facts.fields import (
    BoolField,
    ChoiceField,
    CodeField,
    CountField,
    DayField,
    DaysField,
    HoursField,
    ItemsField,
    PartyField,
    PercentField,
    SlugsField,
    TextField,
    YenField,
    YenPerHourField,
)
from kyosei.facts.kinds import Authority, Kind, Span, TheParty
from kyosei.facts.scopes import EMPLOYMENT
from kyosei.facts.vocabulary.options import DUTIES, INDUSTRIES, LANGUAGES, PREFECTURES

__all__ = [
    "ConditionsDocument",
    "ContractTerms",
    "EmployerFinding",
    "EmployerProfile",
    "ForeignWorkerNotice",
    "WorkAbsence",
    "WorkAssignment",
    "WorkBonus",
    "WorkContract",
    "WorkHours",
    "WorkPay",
    "WorkTermination",
]

EMPLOYER = (TheParty("employer"),)
_EMPLOYER_ONLY = (
    "regular_staff", "category", "legal_form", "industry", "prefecture", "capital_yen", "full_time_employees",
    "regular_hours_per_week", "regular_days_per_month", "deduction_agreement", "full_time_residents",
    "business_assets_yen", "advanced_japanese",
)  # fmt: skip
_PENSION_SERVICE_ONLY = ("ordinary_insured_workers", "covered_establishment", "specified_covered")


class ContractTerms(Kind):
    """The terms of work, as signed or as declared to an office."""

    hours_per_week = HoursField("週所定労働時間", "weekly hours")
    days_per_month = DaysField("月所定労働日数", "working days a month")
    days_per_week = DaysField("週所定労働日数", "working days a week")
    wage_yen_per_month = YenField("月額賃金", "monthly wage")
    wage_yen_per_hour = YenPerHourField("時間給", "hourly wage")
    employment_type = ChoiceField("雇用形態", "type of employment", "regular", "fixed_term", "part_time", "dispatched")
    expected_until = DayField("雇用見込みの終期", "expected to end on")
    occupation = TextField("職業分類", "occupation code")
    scheduled_hours_per_month = HoursField("月平均所定労働時間", "scheduled hours a month")
    scheduled_wage_yen_per_month = YenField("所定内賃金", "scheduled monthly wage")
    duties = SlugsField("従事すべき業務の内容", "duties", *DUTIES)
    workplace_prefecture = CodeField("就業場所の都道府県", "prefecture of the workplace", *PREFECTURES)
    japanese_peer_wage_yen_per_month = YenField("日本人比較対象者の月額報酬", "monthly wage of a Japanese peer")
    minimum_wage_reduction_permit = BoolField("最低賃金の減額特例許可", "permit to reduce the minimum wage")
    day_student = BoolField("昼間学生", "day student, as the employer knows")
    dispatched_to = PartyField("派遣先", "dispatched to")


class WorkContract(
    ContractTerms, name="work.contract", ja="労働契約", en="Employment contract", about=("person", "employer"),
    holders=EMPLOYER, lag_days=14, scope=EMPLOYMENT,
):  # fmt: skip
    """What was signed."""


class WorkAssignment(
    Kind, name="work.assignment", ja="従事業務", en="Work really done", about=("person", "employer"), single=False,
    holders=EMPLOYER, lag_days=14, scope=EMPLOYMENT,
):  # fmt: skip
    """What is really done."""

    duties = SlugsField("従事している業務", "duties", *DUTIES)
    share_percent = PercentField("業務の割合", "share of the working time")
    client = PartyField("派遣先・客先", "client")
    entertainment_premises = BoolField("風俗営業の営業所", "on entertainment premises")


class WorkTermination(
    Kind, name="work.termination", ja="労働契約の終了", en="End of employment", about=("person", "employer"),
    span=Span.EVENT, single=False, holders=EMPLOYER, lag_days=14, scope=EMPLOYMENT,
):  # fmt: skip
    """The contract was ended."""

    reason = TextField("理由", "reason")
    initiative = ChoiceField("離職の主体", "on whose initiative", "employer", "worker", "agreement", "expiry")
    notice_allowance_days = DaysField("解雇予告手当の日数", "days of average wage paid in place of notice")


class WorkHours(
    Kind, name="work.hours", ja="労働時間", en="Hours worked", about=("person", "employer?"), span=Span.PERIOD,
    holders=EMPLOYER, lag_days=14, scope=EMPLOYMENT,
):  # fmt: skip
    """Hours over exactly this day or week; without an employer: on the person's own account."""

    hours = HoursField("実労働時間", "hours worked")
    overtime_hours = HoursField("時間外労働時間", "overtime")


class WorkPay(
    Kind, name="work.pay", ja="賃金の支払", en="Pay", about=("person", "employer"), span=Span.PERIOD, holders=EMPLOYER,
    lag_days=14, scope=EMPLOYMENT,
):  # fmt: skip
    """The pay of one wage period."""

    gross_yen = YenField("総支給額", "gross pay")
    base_yen = YenField("基本給", "base pay")
    hours_paid = HoursField("賃金支払の対象時間", "hours paid for")
    allowances = ItemsField(
        "手当", "allowances", "commuting", "family", "attendance", "overtime", "holiday_work", "night_work", "bonus",
        "position", "housing", "closure",
    )  # fmt: skip
    deductions = ItemsField(
        "控除", "deductions", "rent", "support_cost", "meals", "utilities", "union", "advance", "savings",
    )  # fmt: skip
    overtime_hours = HoursField("時間外労働時間数", "hours of overtime")
    holiday_hours = HoursField("休日労働時間数", "hours worked on statutory holidays")
    night_hours = HoursField("深夜労働時間数", "hours worked at night")
    closure_days = DaysField("会社都合の休業日数", "days of closure on the employer's account")
    pension_deducted_yen = YenField("厚生年金保険料控除額", "pension contribution deducted")
    health_deducted_yen = YenField("健康保険料控除額", "health premium deducted")
    employment_insurance_deducted_yen = YenField("雇用保険料控除額", "employment insurance premium deducted")
    resident_tax_deducted_yen = YenField("住民税控除額", "resident tax deducted")
    due_on = DayField("支払期日", "payday")
    paid_on = DayField("支払日", "paid on")
    unpaid_as_of = DayField("未払の確認日", "not paid as of")
    paid_by = ChoiceField("支払方法", "paid by", "bank_transfer", "cash", "other")


class WorkBonus(
    Kind, name="work.bonus", ja="賞与の支払", en="Payment of a bonus", about=("person", "employer"), span=Span.EVENT,
    single=False, holders=EMPLOYER, lag_days=14, scope=EMPLOYMENT,
):  # fmt: skip
    """A bonus was paid on the day, with a slip of its own: for work over more than three months."""

    gross_yen = YenField("賞与額", "bonus")
    pension_deducted_yen = YenField("厚生年金保険料控除額", "pension contribution deducted")
    health_deducted_yen = YenField("健康保険料控除額", "health premium deducted")


class ConditionsDocument(
    Kind, name="work.conditions_document", ja="労働条件通知書", en="Notice of working conditions",
    about=("person", "employer"), span=Span.EVENT, single=False, holders=EMPLOYER, lag_days=14, scope=EMPLOYMENT,
):  # fmt: skip
    """The written conditions were handed over."""

    language = ChoiceField("言語", "language", *LANGUAGES)


class WorkAbsence(
    Kind, name="work.absence", ja="休業・休職", en="Absence from work", about=("person", "employer"), single=False,
    holders=EMPLOYER, lag_days=14, scope=EMPLOYMENT,
):  # fmt: skip
    """Absent while the employment goes on."""

    reason = ChoiceField(
        "理由", "reason", "leave", "sickness", "maternity", "childcare", "closure", "suspension", "dismissal_dispute",
        "work_injury",
    )  # fmt: skip


class ForeignWorkerNotice(
    Kind, name="work.foreign_worker_notice", ja="外国人雇用状況の届出", en="Notice of employing a foreign worker",
    about=("person", "employer"), span=Span.EVENT, single=False, holders=(Authority("labour-office"),), lag_days=14,
    scope=EMPLOYMENT,
):  # fmt: skip
    """The employer's notice was received; what the labour office covers about a person closes the person's jobs."""

    event = ChoiceField("届出の事由", "event", "hired", "left")
    event_on = DayField("雇入れ・離職の日", "day of the event")


class EmployerProfile(
    Kind, name="employer.profile", ja="事業主の概要", en="The employer", about=("employer",),
    holders=(Authority("pension-service"), TheParty("employer")), lag_days=14,
    held_by=dict.fromkeys(_PENSION_SERVICE_ONLY, (Authority("pension-service"),))
    | dict.fromkeys(_EMPLOYER_ONLY, EMPLOYER),
):  # fmt: skip
    """What an employer is, as far as duties depend on it."""

    ordinary_insured_workers = CountField("被保険者数（短時間労働者を除く）", "insured workers without short-time ones")
    covered_establishment = BoolField("適用事業所", "covered establishment")
    specified_covered = BoolField("特定適用事業所", "specified covered establishment")
    regular_staff = CountField("常時使用する従業員の数", "staff regularly employed")
    category = ChoiceField("所属機関のカテゴリー", "category of the organisation", "1", "2", "3", "4")
    legal_form = ChoiceField("法人・個人の別", "legal form", "corporation", "sole_proprietor")
    industry = ChoiceField("業種", "industry", *INDUSTRIES)
    prefecture = CodeField("所在地の都道府県", "prefecture", *PREFECTURES)
    capital_yen = YenField("資本金の額", "capital")
    full_time_employees = CountField("常勤の職員の数", "full-time employees")
    regular_hours_per_week = HoursField("通常の労働者の週所定労働時間", "weekly hours of ordinary workers")
    regular_days_per_month = DaysField("通常の労働者の月所定労働日数", "days a month of ordinary workers")
    full_time_residents = CountField(
        "本邦に居住する常勤の職員の数（別表第一の者を除く）", "full-time employees who reside in Japan outside Table I"
    )
    business_assets_yen = YenField("事業の用に供される財産の総額", "assets used for the business, capital included")
    advanced_japanese = BoolField("日本語能力を有する常勤の者", "somebody full-time has advanced Japanese")
    deduction_agreement = BoolField("賃金控除協定", "written agreement with the staff on deductions from wages")


class EmployerFinding(
    Kind, name="employer.finding", ja="是正勧告・指導", en="Finding against an employer", about=("employer",),
    span=Span.EVENT, single=False, holders=(Authority("labour-office"), Authority("isa")), lag_days=14,
):  # fmt: skip
    """An office found that the employer broke a rule."""

    law = TextField("法令", "law")
    article = TextField("条項", "article")
    matter = ChoiceField("分野", "matter", "labour", "immigration")


KINDS: tuple[type[Kind], ...] = (
    WorkContract, WorkAssignment, WorkTermination, WorkHours, WorkPay, WorkBonus, ConditionsDocument, WorkAbsence,
    ForeignWorkerNotice, EmployerProfile, EmployerFinding,
)  # fmt: skip
"""In the order of the vocabulary."""
