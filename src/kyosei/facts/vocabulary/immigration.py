"""Immigration (入管): what the immigration office, municipalities and others say about a person's residence."""

from __future__ import annotations

from kyosei.facts.fields import (
    BoolField,
    ChoiceField,
    CountField,
    DayField,
    HoursField,
    NationalityField,
    PartyField,
    SlugsField,
    StatementField,
    TextField,
    YenField,
)
from kyosei.facts.kinds import Anyone, Authority, Kind, Span, TheParty
from kyosei.facts.scopes import EMPLOYMENT, ORGANISATION, PERSON
from kyosei.facts.vocabulary.labour import ContractTerms
from kyosei.facts.vocabulary.options import (
    GRANTED_PERIODS,
    LANGUAGES,
    POINTS_ADDITIONS,
    SPECIFIED_FIELDS,
    STATUSES,
    SUBCLASSES,
)

__all__ = [
    "AddressNotice",
    "AffiliationNotice",
    "CardLoss",
    "CardReissueOrder",
    "CardReturn",
    "DeclaredConditions",
    "DocumentRequest",
    "HostReport",
    "OrganisationChange",
    "OrganisationNotice",
    "ParticularsChange",
    "Penalty",
    "PersonParticulars",
    "PointsBasis",
    "Recognition",
    "ResidenceApplication",
    "ResidenceBasis",
    "ResidenceCard",
    "ResidenceDecision",
    "ResidencePresence",
    "ResidenceStatus",
    "RevocationProceeding",
    "SpouseNotice",
    "WorkPermission",
]

ISA = (Authority("isa"),)
PROCEDURES = (
    "renewal", "change", "permanent", "acquisition", "certificate", "work_permission", "card_renewal", "card_reissue",
    "card_particulars",
)  # fmt: skip


class ResidenceStatus(
    Kind, name="residence.status", ja="在留資格", en="Status of residence", about=("person",), holders=ISA, lag_days=3,
    scope=PERSON,
):  # fmt: skip
    """The status of residence, until the day after the expiry of the period of stay."""

    status = ChoiceField("在留資格", "status", *STATUSES)
    subclass = ChoiceField("区分（号）", "subclass", *SUBCLASSES)
    granted_period = ChoiceField("在留期間", "granted period of stay", *GRANTED_PERIODS)
    designated_activity = ChoiceField(
        "指定された活動", "designated activity", "domestic_worker", "working_holiday", "amateur_sports", "internship",
        "summer_job", "international_cultural_exchange", "nurse_or_care_worker_candidate", "university_graduate",
        "specified_research", "specified_information_processing", "family_of_designated", "long_stay_sightseeing",
        "medical_stay", "start_up", "job_seeking", "awaiting_employment", "job_seeking_after_dismissal",
        "preparing_for_specified_skills", "employment_of_fourth_generation_nikkei", "refugee_applicant", "evacuee",
        "digital_nomad", "preparing_departure", "other",
    )  # fmt: skip
    designated_organisation = PartyField("指定された機関", "designated organisation")
    field = ChoiceField("特定産業分野", "field of industry", *SPECIFIED_FIELDS)


class ResidenceBasis(
    Kind, name="residence.basis", ja="在留資格によらない在留の根拠", en="Basis of stay without a status",
    about=("person",), holders=ISA, lag_days=3, scope=PERSON,
):  # fmt: skip
    """Why a person may be here without a status of residence."""

    basis = ChoiceField(
        "根拠", "basis", "birth_transitional", "nationality_loss_transitional", "special_permanent_resident",
        "provisional_stay", "temporary_refuge", "departure_order",
    )  # fmt: skip


class DeclaredConditions(
    ContractTerms, name="residence.declared_conditions", ja="申請時に申告された雇用条件",
    en="Conditions of work as declared to the immigration office", about=("person", "employer"), holders=ISA,
    lag_days=3, scope=EMPLOYMENT,
):  # fmt: skip
    """What the office was told about the work."""


class DocumentRequest(
    Kind, name="residence.document_request", ja="資料提出通知", en="Request for documents", about=("person",),
    span=Span.EVENT, single=False, holders=ISA, lag_days=3, scope=PERSON,
):  # fmt: skip
    """The office asks for documents."""

    asked = TextField("求められた資料", "what is asked for")
    due_on = DayField("提出期限", "due on")


class ResidenceCard(
    Kind, name="residence.card", ja="在留カード", en="Residence card", about=("person",), holders=ISA, lag_days=3,
    scope=PERSON,
):  # fmt: skip
    """The card that a person holds."""

    number = TextField("在留カード番号", "card number")
    combined_with_my_number_card = BoolField("特定在留カード", "combined with the Individual Number Card")


class CardLoss(
    Kind, name="residence.card_loss", ja="在留カードの紛失等", en="Loss of the residence card", about=("person",),
    span=Span.EVENT, single=False, holders=(TheParty("person"),), lag_days=0, scope=PERSON,
):  # fmt: skip
    """The person found out that the card was gone, or first landed in Japan after finding out abroad."""


class CardReissueOrder(
    Kind, name="residence.card_reissue_order", ja="在留カード再交付申請命令", en="Order to have the card reissued",
    about=("person",), span=Span.EVENT, single=False, holders=ISA, lag_days=3, scope=PERSON,
):  # fmt: skip
    """The office ordered the person to have a damaged card reissued (Immigration Act art. 19-13 (2))."""


class CardReturn(
    Kind, name="residence.card_return", ja="在留カードの返納", en="Return of the residence card", about=("person",),
    span=Span.EVENT, single=False, holders=ISA, lag_days=3, scope=PERSON,
):  # fmt: skip
    """The office received a card that is no longer valid."""


class ParticularsChange(
    Kind, name="residence.particulars_change", ja="身分事項の変更", en="Change of what the card says of the person",
    about=("person",), span=Span.EVENT, single=False, holders=(*ISA, Anyone("municipality")), lag_days=10,
    scope=PERSON,
):  # fmt: skip
    """The name, day of birth, sex or nationality changed; which of them, no norm needs to know."""


class RevocationProceeding(
    Kind, name="residence.revocation_proceeding", ja="在留資格取消しの意見聴取の手続",
    en="Proceedings to revoke the status", about=("person",), single=False, holders=ISA, lag_days=3, scope=PERSON,
):  # fmt: skip
    """From the day on which the notice of the hearing was served, until the day after the hearing."""


class ResidencePresence(
    Kind, name="residence.presence", ja="本邦への在留", en="Presence in Japan", about=("person",), holders=ISA,
    lag_days=3, scope=PERSON,
):  # fmt: skip
    """In Japan from landing until departure."""

    re_entry = ChoiceField("再入国許可", "re-entry permission at departure", "special", "permit", "none")


class ResidenceApplication(
    Kind, name="residence.application", ja="在留諸申請", en="Application to the immigration office", about=("person",),
    span=Span.EVENT, single=False, holders=ISA, lag_days=3, scope=PERSON,
):  # fmt: skip
    """An application was filed."""

    procedure = ChoiceField("申請の種類", "procedure", *PROCEDURES)
    for_status = ChoiceField("希望する在留資格", "status applied for", *STATUSES)


class ResidenceDecision(
    Kind, name="residence.decision", ja="処分", en="Decision on an application", about=("person",), span=Span.EVENT,
    single=False, holders=ISA, lag_days=3, scope=PERSON,
):  # fmt: skip
    """An application was decided; a permission takes effect when the card is handed over."""

    application = StatementField("対象の申請", "the application's statement", "residence.application")
    procedure = ChoiceField("申請の種類", "procedure, if not told by the application", *PROCEDURES)
    outcome = ChoiceField("結果", "outcome", "granted", "refused", "withdrawn")
    granted_status = ChoiceField("許可された在留資格", "status granted", *STATUSES)
    granted_period = ChoiceField("許可された在留期間", "period granted", *GRANTED_PERIODS)
    notified_on = DayField("通知日", "notified on")
    delivered_on = DayField("交付日", "card handed over on")
    remedy_told = ChoiceField("取消訴訟の教示", "how to sue was told", "in_writing", "not_in_writing")


class WorkPermission(
    Kind, name="residence.work_permission", ja="資格外活動許可", en="Permission for other work",
    about=("person", "employer?"), single=False, holders=ISA, lag_days=3, scope=PERSON,
):  # fmt: skip
    """Permission to work outside the status (Immigration Act art. 19 (2))."""

    scope = ChoiceField("許可の範囲", "scope", "comprehensive_28_hours", "individual")
    hours_per_week_max = HoursField("一週の上限時間", "hours a week at most")


class OrganisationNotice(
    Kind, name="residence.organisation_notice", ja="所属機関等に関する届出",
    en="The person's notice on the organisation", about=("person", "organisation"), span=Span.EVENT,
    single=False, holders=ISA, lag_days=3, scope=PERSON,
):  # fmt: skip
    """The person's notice under Immigration Act art. 19-16 was received."""

    event = ChoiceField("届出の事由", "event", "left", "joined", "changed")
    event_on = DayField("事由発生日", "day of the event")


class AffiliationNotice(
    Kind, name="residence.affiliation_notice", ja="所属機関による届出", en="The organisation's notice on the person",
    about=("organisation", "person"), span=Span.EVENT, single=False, holders=ISA, lag_days=3, scope=PERSON,
):  # fmt: skip
    """The organisation's notice under Immigration Act art. 19-17 or 19-18, or a supporter's report (Regulations art. 19-24-2)."""

    event = ChoiceField(
        "届出の事由", "event", "accepted", "ended", "contract_changed", "contract_new", "plan_changed",
        "delegation_changed", "acceptance_difficult", "standards_not_met", "on_roll",
    )  # fmt: skip
    event_on = DayField("事由発生日", "day of the event")


class HostReport(
    Kind, name="residence.host_report", ja="受入れ機関の報告", en="The host's report",
    about=("organisation", "person?"), span=Span.EVENT, single=False, holders=ISA, lag_days=3, scope=ORGANISATION,
):  # fmt: skip
    """A host's periodic or occasional report was received."""

    report = ChoiceField("報告の種類", "report", "periodic", "occasional", "support", "skill_development")
    for_from = DayField("対象期間の初日", "from day reported on")
    for_until = DayField("対象期間の翌日", "until day reported on")


class SpouseNotice(
    Kind, name="residence.spouse_notice", ja="配偶者に関する届出", en="Notice on the spouse", about=("person",),
    span=Span.EVENT, single=False, holders=ISA, lag_days=3, scope=PERSON,
):  # fmt: skip
    """The person's notice of divorce or of the spouse's death was received (art. 19-16 (iii))."""

    event = ChoiceField("届出の事由", "event", "divorce", "death")
    event_on = DayField("事由発生日", "day of the event")


class AddressNotice(
    Kind, name="residence.address_notice", ja="住居地の届出", en="Notice of the address",
    about=("person", "municipality"), span=Span.EVENT, single=False, holders=(TheParty("municipality"),), lag_days=10,
    scope=PERSON,
):  # fmt: skip
    """A notice of the place of residence was received (Immigration Act arts 19-7 to 19-9)."""

    event = ChoiceField("届出の事由", "event", "landing", "move", "new_status")
    moved_on = DayField("住居地を定めた日", "moved in on")


class Penalty(
    Kind, name="conduct.penalty", ja="刑罰", en="Penalty", about=("person",), span=Span.EVENT, single=False,
    holders=(Authority("prosecutor"),), lag_days=3, scope=PERSON,
):  # fmt: skip
    """A sentence; kept only as the answer to a stated requirement."""

    penalty = ChoiceField("刑の種類", "penalty", "fine", "imprisonment", "suspended")
    finalised_on = DayField("確定日", "final since")


class OrganisationChange(
    Kind, name="organisation.change", ja="機関の変更", en="Change of an organisation", about=("organisation",),
    span=Span.EVENT, single=False, holders=(Authority("registry"),), lag_days=3, scope=ORGANISATION,
):  # fmt: skip
    """An organisation changed its name or seat, or was dissolved."""

    change = ChoiceField("変更", "change", "renamed", "moved", "dissolved")


class PersonParticulars(
    Kind, name="person.particulars", ja="身分事項", en="Particulars of the person", about=("person",), holders=ISA,
    lag_days=3, scope=PERSON,
):  # fmt: skip
    """Who the person is."""

    nationality = NationalityField("国籍・地域", "nationality")
    sex = ChoiceField("性別", "sex", "female", "male", "other")
    birthplace = TextField("出生地", "birthplace")
    languages = SlugsField("使用言語", "languages", *LANGUAGES)


class Recognition(
    Kind, name="residence.recognition", ja="難民・補完的保護対象者の認定", en="Recognition as a person in need of protection",
    about=("person",), single=False, holders=ISA, lag_days=3, scope=PERSON,
):  # fmt: skip
    """The person was recognised; resettled: admitted on the recommendation of an international organisation."""

    recognised_as = ChoiceField("認定の種類", "recognised as", "refugee", "complementary_protection", "resettled")


class PointsBasis(
    Kind, name="residence.points_basis", ja="高度専門職のポイント計算の基礎",
    en="What the points of a highly skilled professional rest on", about=("person",), holders=ISA, lag_days=3,
    scope=PERSON,
):  # fmt: skip
    """The rows of the points table that the office found to be met; the points are for the norm to count."""

    activity = ChoiceField("活動の区分", "activity", "research", "technical", "management")
    degree = ChoiceField(
        "学歴の項", "row of education", "doctor", "business_professional", "master", "bachelor", "none"
    )
    degrees_in_several_fields = BoolField("複数分野の学位", "degrees in several fields")
    years_of_experience = CountField("実務経験の年数", "completed years of experience")
    remuneration_yen_per_year = YenField("報酬の年額", "remuneration a year")
    research_achievements = CountField("研究実績の該当数", "kinds of research achievements")
    national_licences = CountField("国家資格の数", "national licences")
    it_examinations = CountField("情報処理試験の合格数", "notified examinations in information processing")
    it_qualifications = CountField("情報処理資格の数", "notified qualifications in information processing")
    position = ChoiceField("地位", "position", "representative", "officer", "none")
    additions = SlugsField("特別加算", "additions", *POINTS_ADDITIONS)


KINDS: tuple[type[Kind], ...] = (
    ResidenceStatus, ResidenceBasis, DeclaredConditions, DocumentRequest, ResidenceCard, CardLoss, CardReissueOrder,
    CardReturn, ParticularsChange, RevocationProceeding, ResidencePresence,
    ResidenceApplication, ResidenceDecision, WorkPermission, OrganisationNotice, AffiliationNotice, HostReport,
    SpouseNotice, AddressNotice, Penalty, OrganisationChange, PersonParticulars, Recognition,
    PointsBasis,
)  # fmt: skip
"""In the order of the vocabulary."""
