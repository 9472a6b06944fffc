"""Social insurance (社会保険): pension, health and employment insurance."""

from __future__ import annotations

from kyosei.facts.fields import BoolField, ChoiceField, CodeField, CountField, DayField, YenField
from kyosei.facts.kinds import Anyone, Authority, Kind, Span
from kyosei.facts.scopes import CONTRIBUTION, EMPLOYMENT, ESTABLISHMENT_MONTH, PERSON, PREMIUM
from kyosei.facts.vocabulary.options import AGREEMENT_COUNTRIES

__all__ = [
    "EmploymentInsuranceConfirmationRequest",
    "EmploymentInsuranceEnrolment",
    "EmploymentInsuranceLossNotice",
    "HealthAcquisitionNotice",
    "HealthConfirmationRequest",
    "HealthEnrolment",
    "HealthLossNotice",
    "HealthNationalNotice",
    "HealthPremium",
    "PensionAcquisitionNotice",
    "PensionBonusNotice",
    "PensionConfirmationRequest",
    "PensionContribution",
    "PensionCoverageCertificate",
    "PensionEnrolment",
    "PensionEstablishmentPayment",
    "PensionLeaveExemption",
    "PensionLossNotice",
    "PensionLumpSum",
    "PensionMultipleEmploymentNotice",
    "PensionNationalNotice",
    "PensionRemunerationNotice",
]

PENSION_SERVICE = (Authority("pension-service"),)
LABOUR_OFFICE = (Authority("labour-office"),)
INSURER = (Anyone("insurer"),)
INSURER_OR_MUNICIPALITY = (Anyone("insurer"), Anyone("municipality"))
MUNICIPALITY = (Anyone("municipality"),)
PENSION_SCHEMES = ("employees", "national_1", "national_3")
HEALTH_SCHEMES = ("association", "society", "national", "dependant")


class _Acquisition(Kind):
    acquired_on = DayField("資格取得年月日", "insured from")


class _Loss(Kind):
    lost_on = DayField("資格喪失年月日", "no longer insured from")


class _ConfirmationRequest(Kind):
    claimed_from = DayField("請求に係る資格取得日", "claimed from")


class _NationalNotice(Kind):
    # category_change is another word for type_changed that municipalities' lists use.
    event = ChoiceField("届出の事由", "event", "entered", "type_changed", "left", "category_change")
    event_on = DayField("事由発生日", "day of the event")


class PensionEnrolment(
    Kind, name="pension.enrolment", ja="年金の被保険者資格", en="Pension enrolment", about=("person", "employer?"),
    single=False, holders=PENSION_SERVICE, lag_days=30, scope=PERSON,
):  # fmt: skip
    """Insured in a pension scheme; for the employees' scheme with an employer."""

    scheme = ChoiceField("制度", "scheme", *PENSION_SCHEMES)
    standard_remuneration_yen = YenField("標準報酬月額", "standard monthly remuneration")


class PensionAcquisitionNotice(
    _Acquisition, name="pension.acquisition_notice", ja="厚生年金保険被保険者資格取得届",
    en="Notice of entry into employees' pension insurance", about=("person", "employer"), span=Span.EVENT, single=False,
    holders=PENSION_SERVICE, lag_days=30, scope=EMPLOYMENT,
):  # fmt: skip
    """Received by the Pension Service."""


class PensionLossNotice(
    _Loss, name="pension.loss_notice", ja="厚生年金保険被保険者資格喪失届",
    en="Notice of exit from employees' pension insurance", about=("person", "employer"), span=Span.EVENT, single=False,
    holders=PENSION_SERVICE, lag_days=30, scope=EMPLOYMENT,
):  # fmt: skip
    """Received by the Pension Service."""


class PensionRemunerationNotice(
    Kind, name="pension.remuneration_notice", ja="被保険者報酬月額算定基礎届・変更届", en="Notice of monthly remuneration",
    about=("person", "employer"), span=Span.EVENT, single=False, holders=PENSION_SERVICE, lag_days=30, scope=EMPLOYMENT,
):  # fmt: skip
    """Received by the Pension Service, which decides the standard remuneration by it (Employees' Pension Act art. 27)."""

    notice = ChoiceField("届の種類", "notice", "regular", "change")
    applies_from = DayField("適用年月の初日", "applies from")
    remuneration_yen = YenField("報酬月額", "monthly remuneration, as the employer computed it")
    short_time = BoolField("短時間労働者", "insured as a short-time worker")


class PensionBonusNotice(
    Kind, name="pension.bonus_notice", ja="被保険者賞与支払届", en="Notice of a bonus", about=("person", "employer"),
    span=Span.EVENT, single=False, holders=PENSION_SERVICE, lag_days=30, scope=EMPLOYMENT,
):  # fmt: skip
    """Received by the Pension Service, which decides the standard bonus by it (Employees' Pension Act art. 24-4)."""

    paid_on = DayField("賞与支払年月日", "day of payment")
    bonus_yen = YenField("賞与額", "bonus, as the employer stated it")


class HealthAcquisitionNotice(
    _Acquisition, name="health.acquisition_notice", ja="健康保険被保険者資格取得届",
    en="Notice of entry into health insurance", about=("person", "employer"), span=Span.EVENT, single=False,
    holders=INSURER, lag_days=30, scope=EMPLOYMENT,
):  # fmt: skip
    """Received by the insurer."""


class HealthLossNotice(
    _Loss, name="health.loss_notice", ja="健康保険被保険者資格喪失届", en="Notice of exit from health insurance",
    about=("person", "employer"), span=Span.EVENT, single=False, holders=INSURER, lag_days=30, scope=EMPLOYMENT,
):  # fmt: skip
    """Received by the insurer."""


class PensionConfirmationRequest(
    _ConfirmationRequest, name="pension.confirmation_request", ja="厚生年金保険の資格の確認の請求",
    en="Request to confirm employees' pension insurance", about=("person", "employer"), span=Span.EVENT, single=False,
    holders=PENSION_SERVICE, lag_days=30, scope=EMPLOYMENT,
):  # fmt: skip
    """The person asks the Pension Service to have the insured status confirmed."""


class HealthConfirmationRequest(
    _ConfirmationRequest, name="health.confirmation_request", ja="健康保険の資格の確認の請求",
    en="Request to confirm health insurance", about=("person", "employer"), span=Span.EVENT, single=False,
    holders=INSURER, lag_days=30, scope=EMPLOYMENT,
):  # fmt: skip
    """The person asks the insurer to have the insured status confirmed."""


class EmploymentInsuranceConfirmationRequest(
    _ConfirmationRequest, name="employment_insurance.confirmation_request", ja="雇用保険の被保険者資格の確認の請求",
    en="Request to confirm employment insurance", about=("person", "employer"), span=Span.EVENT, single=False,
    holders=LABOUR_OFFICE, lag_days=30, scope=EMPLOYMENT,
):  # fmt: skip
    """The person asks the labour office to have the insured status confirmed."""


class PensionNationalNotice(
    _NationalNotice, name="pension.national_notice", ja="国民年金の届出", en="Notice on the National Pension",
    about=("person", "municipality?"), span=Span.EVENT, single=False, holders=MUNICIPALITY, lag_days=30, scope=PERSON,
):  # fmt: skip
    """The person's notice was received."""


class HealthNationalNotice(
    _NationalNotice, name="health.national_notice", ja="国民健康保険の届出", en="Notice on National Health Insurance",
    about=("person", "municipality?"), span=Span.EVENT, single=False, holders=MUNICIPALITY, lag_days=30, scope=PERSON,
):  # fmt: skip
    """The household's notice was received."""


class PensionEstablishmentPayment(
    Kind, name="pension.establishment_payment", ja="事業所の保険料の納付",
    en="An establishment's payment of contributions", about=("employer",), span=Span.PERIOD,
    holders=PENSION_SERVICE, lag_days=30, scope=ESTABLISHMENT_MONTH,
):  # fmt: skip
    """What an establishment owed for the month, and when it paid."""

    amount_yen = YenField("納付すべき額", "amount owed")
    due_on = DayField("納期限", "due on")
    paid_on = DayField("納付日", "paid on")
    unpaid_as_of = DayField("未納の確認日", "not paid as of")


class PensionLumpSum(
    Kind, name="pension.lump_sum", ja="脱退一時金", en="Lump-sum withdrawal payment", about=("person",),
    span=Span.EVENT, single=False, holders=PENSION_SERVICE, lag_days=30, scope=PERSON,
):  # fmt: skip
    """A lump sum was paid; its months no longer count."""

    months = CountField("対象月数", "months withdrawn")
    amount_yen = YenField("支給額", "amount paid")


class PensionContribution(
    Kind, name="pension.contribution", ja="国民年金保険料", en="A month's pension contribution",
    about=("person", "employer?"), span=Span.PERIOD, holders=PENSION_SERVICE, lag_days=30, scope=CONTRIBUTION,
):  # fmt: skip
    """The contribution for the month: employees' pension is paid per establishment."""

    scheme = ChoiceField("制度", "scheme", *PENSION_SCHEMES)
    amount_yen = YenField("保険料額", "amount owed")
    due_on = DayField("納期限", "due on")
    paid_on = DayField("納付日", "paid on")
    unpaid_as_of = DayField("未納の確認日", "not paid as of")
    exempted = ChoiceField(
        "免除・猶予", "exempted", "full", "three_quarters", "half", "quarter", "statutory", "student", "postponed",
        "maternity", "childcare",
    )  # fmt: skip


class PensionCoverageCertificate(
    Kind, name="pension.coverage_certificate", ja="適用証明書（社会保障協定）",
    en="Certificate of coverage under a social security agreement", about=("person",), single=False,
    holders=PENSION_SERVICE, lag_days=30, scope=PERSON,
):  # fmt: skip
    """Insured in another country under an agreement."""

    country = CodeField("相手国", "country", *AGREEMENT_COUNTRIES)


class HealthEnrolment(
    Kind, name="health.enrolment", ja="医療保険の被保険者資格", en="Health insurance enrolment",
    about=("person", "employer?"), single=False, holders=INSURER_OR_MUNICIPALITY, lag_days=30, scope=PERSON,
):  # fmt: skip
    """Insured for health; for association and society with an employer."""

    scheme = ChoiceField("制度", "scheme", *HEALTH_SCHEMES)
    standard_remuneration_yen = YenField("標準報酬月額", "standard monthly remuneration")


class HealthPremium(
    Kind, name="health.premium", ja="医療保険料", en="A month or instalment of a health premium",
    about=("person", "employer?"), span=Span.PERIOD, holders=INSURER_OR_MUNICIPALITY, lag_days=30, scope=PREMIUM,
    settled_by_any=True,  # whoever levies it knows alone whether it was paid
):  # fmt: skip
    """The premium for the month or instalment."""

    scheme = ChoiceField("制度", "scheme", *HEALTH_SCHEMES)
    levied_as = ChoiceField("賦課の方式", "levied as", "premium", "tax")
    amount_yen = YenField("保険料額", "amount owed")
    due_on = DayField("納期限", "due on")
    paid_on = DayField("納付日", "paid on")
    unpaid_as_of = DayField("未納の確認日", "not paid as of")


class EmploymentInsuranceEnrolment(
    Kind, name="employment_insurance.enrolment", ja="雇用保険の被保険者資格", en="Employment insurance enrolment",
    about=("person", "employer"), single=False, holders=LABOUR_OFFICE, lag_days=30, scope=EMPLOYMENT,
):  # fmt: skip
    """Insured against unemployment."""


class EmploymentInsuranceLossNotice(
    _Loss, name="employment_insurance.loss_notice", ja="雇用保険被保険者資格喪失届",
    en="Notice of exit from employment insurance", about=("person", "employer"), span=Span.EVENT, single=False,
    holders=LABOUR_OFFICE, lag_days=30, scope=EMPLOYMENT,
):  # fmt: skip
    """Received by the labour office. `declined`: no certificate, because the worker wants no separation slip."""

    certificate = ChoiceField("離職証明書", "separation certificate", "attached", "declined", "missing")


class PensionMultipleEmploymentNotice(
    Kind, name="pension.multiple_employment_notice", ja="所属選択・二以上事業所勤務届",
    en="Notice of being insured at two or more establishments", about=("person",), span=Span.EVENT, single=False,
    holders=PENSION_SERVICE, lag_days=30, scope=PERSON,
):  # fmt: skip
    """The person's notice was received."""

    since_on = DayField("二以上の事業所に使用されるに至った日", "employed at two or more since")


class PensionLeaveExemption(
    Kind, name="pension.leave_exemption", ja="産前産後休業・育児休業等の保険料免除",
    en="Leave without contributions to employees' pension and health insurance", about=("person", "employer"),
    single=False, holders=PENSION_SERVICE, lag_days=30, scope=EMPLOYMENT,
):  # fmt: skip
    """The employer applied, and the Pension Service recorded the leave: from its first day to the day after its last."""

    leave = ChoiceField("休業の種類", "leave", "maternity", "childcare")


KINDS: tuple[type[Kind], ...] = (
    PensionEnrolment, PensionAcquisitionNotice, PensionLossNotice, PensionRemunerationNotice, PensionBonusNotice,
    HealthAcquisitionNotice, HealthLossNotice, PensionConfirmationRequest, HealthConfirmationRequest,
    EmploymentInsuranceConfirmationRequest, PensionNationalNotice, HealthNationalNotice,
    PensionEstablishmentPayment, PensionLumpSum, PensionContribution, PensionCoverageCertificate, HealthEnrolment,
    HealthPremium, EmploymentInsuranceEnrolment, EmploymentInsuranceLossNotice, PensionMultipleEmploymentNotice,
    PensionLeaveExemption,
)  # fmt: skip
"""In the order of the vocabulary."""
