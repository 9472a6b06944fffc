"""Family (家族), judgement, and authority to act."""

from __future__ import annotations

from kyosei.facts.fields import ChoiceField, FieldNamesField, SlugsField, TextField
from kyosei.facts.kinds import Anyone, Authority, Kind, Span, TheParty
from kyosei.facts.scopes import PERSON

__all__ = ["ACTS", "AssessmentFactor", "Consent", "FamilyEvent", "FamilyRelation", "Mandate", "PersonDeath"]

ACTS = ("apply", "notify", "request_confirmation", "consult", "view", "dispute", "receive_notices")
"""What somebody may do for another."""
STANDINGS = ("national", "permanent_resident", "special_permanent_resident", "resident")
"""What a relative is in Japan."""


class FamilyRelation(
    Kind, name="family.relation", ja="親族関係", en="Family relation", about=("person", "other"), single=False,
    holders=(Anyone("municipality"), Authority("isa")), lag_days=10, scope=PERSON,
):  # fmt: skip
    """What the other is to the person."""

    relation = ChoiceField("続柄", "relation", "spouse", "child", "parent")
    other_is = ChoiceField("相手の地位", "standing of the other", *STANDINGS)


class FamilyEvent(
    Kind, name="family.event", ja="婚姻・離婚・配偶者の死亡", en="Marriage, divorce or the spouse's death",
    about=("person", "other"), span=Span.EVENT, single=False, holders=(Anyone("municipality"),), lag_days=10,
    scope=PERSON,
):  # fmt: skip
    """A marriage with the other began or ended; dated the day on which it did."""

    event = ChoiceField("届出の事由", "event", "marriage", "divorce", "spouse_died")
    other_is = ChoiceField("相手の地位", "standing of the other", *STANDINGS)


class AssessmentFactor(
    Kind, name="assessment.factor", ja="判断の考慮事情", en="An official's assessment", about=("person", "office"),
    span=Span.EVENT, single=False, holders=(TheParty("office"),), lag_days=0, scope=PERSON,
):  # fmt: skip
    """What an official found on a question that the law leaves to judgement."""

    factor = ChoiceField(
        "考慮事情", "factor", "status_fit", "landing_criteria", "activity_done", "conduct", "livelihood",
        "employment_conditions", "tax_and_premiums", "notifications", "justifiable_reason", "unavoidable_circumstances",
        "humanitarian_reasons", "national_interest", "work_within_status", "employer_negligence",
        "special_circumstances", "other", "marriage_in_substance", "contribution_to_japan", "public_health",
        "over_five_years", "intern_training_completed", "no_home_country_procedure", "host_standards",
        "acquisition_ground", "reasonable_ground", "no_hindrance", "suitable_permission", "individually_designated",
    )  # fmt: skip
    finding = ChoiceField("認定", "finding", "yes", "no")
    reasons = TextField("理由", "reasons")
    author_role = TextField("判断者の職", "role of the author")


class Consent(
    Kind, name="consent", ja="同意", en="Consent", about=("person", "recipient"), single=False,
    holders=(TheParty("person"),), lag_days=0, scope=PERSON,
):  # fmt: skip
    """The person lets somebody see something for a purpose."""

    purpose = TextField("利用目的", "purpose")
    fields_ = FieldNamesField("対象項目", "fields")


class Mandate(
    Kind, name="mandate", ja="代理権", en="Authority to act", about=("person", "holder"), single=False,
    holders=(TheParty("person"), Authority("court"), Anyone("municipality")), lag_days=0, scope=PERSON,
):  # fmt: skip
    """Somebody may act for the person; whether on a day: `kyosei.facts.mandates`."""

    as_ = ChoiceField("資格", "as", "representative", "guardian", "helper")
    acts = SlugsField("代理できる行為", "acts", *ACTS)


class PersonDeath(
    Kind, name="person.death", ja="死亡", en="Death", about=("person",), span=Span.EVENT, single=False,
    holders=(Anyone("municipality"),), lag_days=10, scope=PERSON,
):  # fmt: skip
    """The person died."""


KINDS: tuple[type[Kind], ...] = (FamilyRelation, FamilyEvent, AssessmentFactor, Consent, Mandate, PersonDeath)
"""In the order of the vocabulary."""
