"""Support (支援): what hosts and support organisations do for a person, and what was paid on the way here."""

from __future__ import annotations

from kyosei.facts.fields import BoolField, ChoiceField, CountryField, DayField, TextField, YenField
from kyosei.facts.kinds import Anyone, Authority, Kind, Span, TheParty
from kyosei.facts.scopes import EMPLOYMENT, PERSON, SUPPORT
from kyosei.facts.vocabulary.options import LANGUAGES, SPECIFIED_FIELDS

__all__ = [
    "HomeCountryProcedure",
    "RecruitmentDeposit",
    "RecruitmentFee",
    "SupportAction",
    "SupportConsultation",
    "SupportEngagement",
    "SupportInterview",
    "SupportPlan",
    "SupporterNotice",
    "SupporterRegistration",
    "TrainingPlan",
]

HOST_OR_SUPPORTER = (TheParty("employer"), TheParty("supporter"))
ANY_HOST_OR_SUPPORTER = (Anyone("host"), Anyone("supporter"))


class _PaidOnTheWay(Kind):
    amount_yen = YenField("金額", "amount")
    country = CountryField("国・地域", "country")
    understood = BoolField("本人の理解", "the person understood the amount and what it was for")


class SupportEngagement(
    Kind, name="support.engagement", ja="支援の実施体制", en="Who supports the person",
    about=("person", "employer", "supporter?"), single=False, holders=HOST_OR_SUPPORTER, lag_days=30, scope=SUPPORT,
):  # fmt: skip
    """Support is given, by the host or by an organisation to which it is delegated."""

    for_ = ChoiceField("対象", "for", "ssw_1", "skill_development", "trainee")
    delegated = ChoiceField("委託の範囲", "delegated", "all", "part", "none")


class SupportPlan(
    Kind, name="support.plan", ja="支援計画", en="Support plan", about=("person", "employer", "supporter?"),
    holders=HOST_OR_SUPPORTER, lag_days=30, scope=SUPPORT,
):  # fmt: skip
    """The plan of support in force."""

    language = ChoiceField("言語", "language", *LANGUAGES)
    copy_given_on = DayField("写しの交付日", "copy given on")


class RecruitmentFee(
    _PaidOnTheWay, name="recruitment.fee", ja="手数料", en="Fee paid to be recruited", about=("person", "payee?"),
    span=Span.EVENT, single=False, holders=ANY_HOST_OR_SUPPORTER, lag_days=30, scope=PERSON,
):  # fmt: skip
    """The person paid for recruitment."""


class RecruitmentDeposit(
    _PaidOnTheWay, name="recruitment.deposit", ja="保証金・違約金", en="Deposit or penalty agreed",
    about=("person", "payee?"), span=Span.EVENT, single=False, holders=ANY_HOST_OR_SUPPORTER, lag_days=30, scope=PERSON,
):  # fmt: skip
    """Money was taken as a deposit, or a penalty was agreed."""


class HomeCountryProcedure(
    Kind, name="home_country.procedure", ja="本国の手続", en="Procedure of the home country", about=("person",),
    span=Span.EVENT, single=False, holders=ANY_HOST_OR_SUPPORTER, lag_days=30, scope=PERSON,
):  # fmt: skip
    """A procedure that the home country asks for."""

    country = CountryField("国・地域", "country")
    procedure = TextField("手続", "procedure")
    done_on = DayField("完了日", "done on")


class SupportAction(
    Kind, name="support.action", ja="支援の実施", en="An act of support", about=("person", "employer?", "supporter?"),
    span=Span.EVENT, single=False, holders=HOST_OR_SUPPORTER, lag_days=30, scope=SUPPORT,
):  # fmt: skip
    """One of the ten mandatory supports was given."""

    action = ChoiceField(
        "義務的支援", "action", "prior_guidance", "pick_up_and_drop_off", "housing_and_contracts", "life_orientation",
        "accompaniment", "japanese_learning", "consultation", "exchange", "job_change_support",
        "interviews_and_reporting",
    )  # fmt: skip
    language = ChoiceField("言語", "language", *LANGUAGES)


class SupportInterview(
    Kind, name="support.interview", ja="定期的な面談", en="Regular interview",
    about=("person", "supporter?", "employer?"), span=Span.EVENT, single=False, holders=HOST_OR_SUPPORTER,
    lag_days=30, scope=SUPPORT,
):  # fmt: skip
    """An interview with the worker or the supervisor."""

    with_ = ChoiceField("面談の相手", "with", "worker", "supervisor")


class SupportConsultation(
    Kind, name="support.consultation", ja="相談・苦情", en="Consultation", about=("person", "supporter?"),
    span=Span.EVENT, single=False, holders=(TheParty("supporter"),), lag_days=30, scope=SUPPORT,
):  # fmt: skip
    """The person asked for advice or complained; the person may restrict who sees it."""

    matter = ChoiceField("内容", "matter", "pay", "dismissal", "harassment", "housing", "health", "family", "other")


class SupporterRegistration(
    Kind, name="support.registration", ja="登録支援機関の登録", en="Registration of a support organisation",
    about=("supporter",), holders=(Authority("isa"),), lag_days=30,
):  # fmt: skip
    """Registered for five years at a time (Immigration Act art. 19-23)."""


class SupporterNotice(
    Kind, name="support.registration_notice", ja="登録支援機関の届出", en="Notice by a support organisation",
    about=("supporter",), span=Span.EVENT, single=False, holders=(Authority("isa"),), lag_days=3,
):  # fmt: skip
    """A notice of a registered support organisation about itself was received."""

    event = ChoiceField("届出の事由", "event", "changed", "suspended", "abolished", "restarted")
    event_on = DayField("事由発生日", "day of the event")


class TrainingPlan(
    Kind, name="training.plan", ja="育成就労計画の認定", en="Accredited plan of employment for skill development",
    about=("person", "employer"), holders=(Authority("isa"),), lag_days=30, scope=EMPLOYMENT,
):  # fmt: skip
    """The person is employed for skill development under an accredited plan (from 2027-04-01)."""

    field = ChoiceField("育成就労産業分野", "field", *SPECIFIED_FIELDS)
    one_year_only = BoolField("転籍制限1年", "the employer set a restriction of one year in the plan")


KINDS: tuple[type[Kind], ...] = (
    SupportEngagement, SupportPlan, RecruitmentFee, RecruitmentDeposit, HomeCountryProcedure, SupportAction,
    SupportInterview, SupportConsultation, SupporterRegistration, SupporterNotice,
    TrainingPlan,
)  # fmt: skip
"""In the order of the vocabulary."""
