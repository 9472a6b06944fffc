"""The vocabulary as declared: names, titles, holders and scopes, and what a norm may do with a kind."""

from __future__ import annotations

import re

import pytest

from kyosei.errors import LawError, QuestionError
from kyosei.facts.fields import ChoiceField
from kyosei.facts.kinds import UNBOUND, Anyone, Authority, Kind, Span, TheParty
from kyosei.facts.scopes import EMPLOYMENT, ORGANISATION, PERSON, Employment
from kyosei.facts.vocabulary import KINDS, kind_named
from kyosei.facts.vocabulary.labour import EmployerProfile, WorkContract, WorkPay
from kyosei.facts.vocabulary.social_insurance import PensionContribution, PensionEnrolment
from kyosei.terms import questions
from kyosei.terms.language import heads, hours

SINGLE = [
    "residence.status",
    "residence.basis",
    "residence.declared_conditions",
    "residence.card",
    "residence.presence",
    "person.particulars",
    "residence.points_basis",
    "work.contract",
    "work.hours",
    "work.pay",
    "employer.profile",
    "employer.overtime_agreement",
    "work.annual_leave",
    "pension.establishment_payment",
    "pension.contribution",
    "health.premium",
    "tax.income",
    "bank.account",
    "bank.registered_stay",
    "study.attendance",
    "home.registration",
    "support.plan",
    "support.registration",
    "training.plan",
]
PERIODS = [
    "work.hours",
    "work.pay",
    "pension.contribution",
    "pension.establishment_payment",
    "health.premium",
    "study.attendance",
    "tax.income",
]
STATES = [
    "record.correction_request",
    "residence.status",
    "residence.basis",
    "residence.declared_conditions",
    "residence.card",
    "residence.presence",
    "residence.revocation_proceeding",
    "residence.work_permission",
    "residence.recognition",
    "residence.points_basis",
    "person.particulars",
    "work.contract",
    "work.assignment",
    "work.absence",
    "employer.profile",
    "employer.overtime_agreement",
    "work.annual_leave",
    "work.kept_item",
    "work.clause",
    "pension.enrolment",
    "pension.coverage_certificate",
    "health.enrolment",
    "employment_insurance.enrolment",
    "pension.leave_exemption",
    "bank.account",
    "bank.registered_stay",
    "study.enrolment",
    "study.long_vacation",
    "study.schooling",
    "home.registration",
    "home.lease",
    "home.provided",
    "home.address_hidden",
    "support.engagement",
    "support.plan",
    "support.registration",
    "training.plan",
    "family.relation",
    "consent",
    "mandate",
]


def test_the_vocabulary_has_106_kinds_under_as_many_names() -> None:
    assert len(KINDS) == len({kind.facts.name for kind in KINDS}) == len({kind.__name__ for kind in KINDS}) == 106


def test_kinds_with_one_true_fact_at_a_time_are_those_of_the_vocabulary() -> None:
    assert [kind.facts.name for kind in KINDS if kind.facts.single] == SINGLE


def test_states_and_periods_are_those_of_the_vocabulary_and_all_others_are_events() -> None:
    spans = {kind.facts.name: kind.facts.span for kind in KINDS}

    assert sorted(name for name, span in spans.items() if span is Span.PERIOD) == sorted(PERIODS)
    assert sorted(name for name, span in spans.items() if span is Span.STATE) == sorted(STATES)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.facts.name)
def test_a_kind_and_its_fields_have_titles_in_both_languages_and_plain_slugs(kind: type[Kind]) -> None:
    titles = [(kind.facts.title_ja, kind.facts.title_en)]
    titles += [(field.title_ja, field.title_en) for field in kind.fields.values()]

    assert all(not ja.isascii() and en.isascii() and en for ja, en in titles)
    for field in kind.fields.values():
        if isinstance(field, ChoiceField):
            assert all(re.fullmatch(r"[A-Za-z0-9]+([-_][a-z0-9]+)*", option) for option in field.options)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.facts.name)
def test_somebody_can_settle_every_kind(kind: type[Kind]) -> None:
    assert kind.facts.holders
    assert kind.facts.lag_days >= 0


def test_a_kind_is_found_by_name_and_an_unknown_one_is_refused() -> None:
    assert kind_named("work.pay") is WorkPay
    with pytest.raises(QuestionError, match="is no kind of statement"):
        kind_named("work.salary")


def test_holders_are_an_office_a_party_or_anyone_in_a_role() -> None:
    assert kind_named("residence.status").facts.holders == (Authority("isa"),)
    assert kind_named("home.lease").facts.holders == (TheParty("landlord"),)
    assert kind_named("health.enrolment").facts.holders == (Anyone("insurer"), Anyone("municipality"))


def test_a_field_can_have_fewer_holders_than_its_kind() -> None:
    facts = EmployerProfile.facts

    assert facts.holders_of("legal_form") == (TheParty("employer"),)
    assert facts.holders_of("ordinary_insured_workers") == (Authority("pension-service"),)
    assert facts.holders_of(None) == facts.holders


def test_a_field_is_an_expression_about_the_scope_of_its_kind() -> None:
    assert WorkContract.hours_per_week.scope == EMPLOYMENT
    assert PensionEnrolment.scheme.scope == PERSON
    assert PensionContribution.amount_yen.node.question is not None
    assert PensionContribution.amount_yen.node.question.at_key


def test_a_kind_without_a_scope_takes_one_from_at_and_its_fields_can_be_named_in_where() -> None:
    profile = EmployerProfile.at(employer=Employment().employer).where(
        EmployerProfile.legal_form.is_("sole_proprietor"),
        EmployerProfile.regular_staff >= heads(5, ORGANISATION),
        ~EmployerProfile.covered_establishment,
    )

    leaf = profile.holds()

    assert leaf.scope == EMPLOYMENT
    assert leaf.node.question is not None
    assert leaf.node.question.bound == (1,)
    assert leaf.node.question.tests == (
        questions.Test("legal_form", questions.TestKind.AMONG, 1 << 2),
        questions.Test("regular_staff", questions.TestKind.AT_LEAST, 5),
        questions.Test("covered_establishment", questions.TestKind.AMONG, 1 << 2, wanted=False),
    )


def test_a_kind_about_nobody_yet_is_refused_outside_where() -> None:
    assert EmployerProfile.binding().bound == (questions.ANYBODY,)
    with pytest.raises(LawError, match=r"say about whom, with EmployerProfile\.at"):
        EmployerProfile.holds()
    with pytest.raises(LawError, match="do not meet"):
        (EmployerProfile.regular_hours_per_week >= hours(40, EMPLOYMENT)) & (
            WorkContract.hours_per_week >= hours(40, EMPLOYMENT)
        )
    assert EmployerProfile.regular_hours_per_week.scope == UNBOUND


def test_a_holder_that_is_no_party_is_refused() -> None:
    with pytest.raises(LawError, match="holder 'bank' is no party"):
        type("Odd", (Kind,), {}, name="odd.kind", about=("person",), holders=(TheParty("bank"),))


def test_what_only_some_holders_settle_must_be_a_field() -> None:
    with pytest.raises(LawError, match="has no field 'colour'"):
        type("Odd", (Kind,), {}, name="odd.kind", about=("person",), held_by={"colour": (Authority("isa"),)})
