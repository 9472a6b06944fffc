"""Every refusal by name: what one request lacks beside one that is granted; each attempt is on record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kyosei.access.policy import Policies
from kyosei.access.reading import ReadPath
from kyosei.access.requests import ByLaw, Request, Requester, Role
from kyosei.errors import AccessRefusal, AccessRefusedError
from kyosei.journal.entries import Actor, ActorKind
from kyosei.law.jp.laws import CIVIL_CODE
from kyosei.timelines.days import day_from_date
from tests.access.setting import NOW, PSEUDONYM, Setting, noon, purposes, software, someone, staff

R = AccessRefusal
TODAY = day_from_date(NOW)
HIRED = {"event": "hired", "event_on": "2026-04-01"}
ACME = {"person": "person:hoa", "employer": "org:acme"}


def employed(s: Setting) -> str:
    return s.state("work.foreign_worker_notice", "authority:labour-office", ACME, HIRED, on="2026-04-10")


def engaged(s: Setting, source: str = "org:acme", until: str | None = None) -> str:
    about = {**ACME, "supporter": "org:midori"}
    return s.state("support.engagement", source, about, {"for": "ssw_1"}, from_="2026-04-01", until=until)


def enrolled(s: Setting, source: str = "person:hoa") -> str:
    about = {"person": "person:hoa", "school": "org:sakura"}
    return s.state("study.enrolment", source, about, {"course": "university"}, from_="2026-04-01")


def resident(s: Setting) -> str:
    about = {"person": "person:hoa", "municipality": "municipality:131130"}
    return s.state("home.registration", "municipality:131130", about, from_="2026-04-01")


def died(s: Setting, person: str = "person:hoa") -> str:
    return s.state("person.death", "municipality:131130", {"person": person}, on="2026-11-20")


EMPLOYER = staff(Role.EMPLOYER, "org:acme")
SUPPORTER = staff(Role.SUPPORTER, "org:midori")
SCHOOL = staff(Role.SCHOOL, "org:sakura")
CITY = staff(Role.OFFICER, "municipality:131130")
BANK = software(Role.BANK, "org:bank")
HELPER = someone(Role.HELPER, "person:bui")
STAY = ("residence.status",)


def officer(s: Setting) -> Request:
    return s.request(staff(), "immigration.examination")


def own(s: Setting) -> Request:
    return s.request(someone(), "own.records")


def helper(s: Setting) -> Request:
    s.mandate()
    return s.request(HELPER, "own.records")


def representative(s: Setting) -> Request:
    s.mandate("org:midori", "representative")
    return s.request(someone(Role.REPRESENTATIVE, "staff:4712", "org:midori"), "own.records")


def guardian(s: Setting) -> Request:
    s.mandate("person:bui", "guardian", source="authority:court")
    return s.request(someone(Role.GUARDIAN, "person:bui"), "own.records")


def employer(s: Setting) -> Request:
    employed(s)
    return s.request(EMPLOYER, "employer.own-duties")


def supporter(s: Setting) -> Request:
    engaged(s)
    return s.request(SUPPORTER, "support.own-duties")


def school(s: Setting) -> Request:
    enrolled(s)
    return s.request(SCHOOL, "school.own-duties")


def city(s: Setting) -> Request:
    resident(s)
    return s.request(CITY, "tax.resident-tax")


def bank(s: Setting) -> Request:
    return s.request(BANK, "bank.stay", s.consent("org:bank", "bank.stay", STAY))


def landlord(s: Setting) -> Request:
    consent = s.consent("org:landlord", "landlord.stay", STAY)
    return s.request(staff(Role.LANDLORD, "org:landlord"), "landlord.stay", consent)


def inspector(s: Setting) -> Request:
    return s.request(
        staff(Role.OFFICER, "authority:labour-office"), "labour.inspection", withheld_until=TODAY + 90
    )  # fmt: skip


def employer_by_consent(s: Setting) -> Request:
    return s.request(EMPLOYER, "employer.own-duties", s.consent("org:acme", "employer.own-duties", STAY))


GRANTED: tuple[Callable[[Setting], Request], ...] = (
    officer, own, helper, representative, guardian, employer, supporter, school, city, bank, landlord, inspector,
    employer_by_consent,
)  # fmt: skip


@pytest.mark.parametrize("granted", GRANTED, ids=lambda granted: granted.__name__)
def test_what_is_granted_is_shown_and_logged(setting: Setting, granted: Callable[[Setting], Request]) -> None:
    shown = setting.path.read(granted(setting))
    (entry,) = setting.log()
    assert (shown.number, entry["decision"], list(shown.fields)) == (1, "permitted", entry["fields"])


def without_mandate(s: Setting) -> Request:
    return s.request(HELPER, "own.records")


def mandate_of_another(s: Setting) -> Request:
    return replace(helper(s), requester=someone(Role.HELPER, "person:minh"))


def mandate_in_another_capacity(s: Setting) -> Request:
    return replace(helper(s), requester=someone(Role.REPRESENTATIVE, "person:bui"))


def mandate_not_to_view(s: Setting) -> Request:
    s.mandate(acts=("apply", "notify"))
    return s.request(HELPER, "own.records")


def mandate_expired_today(s: Setting) -> Request:
    s.mandate(until=NOW.isoformat())
    return s.request(HELPER, "own.records")


def mandate_revoked(s: Setting) -> Request:
    s.end(s.mandate(), "person:hoa")
    return s.request(HELPER, "own.records")


def mandate_revoked_later_than_the_records_asked_for(s: Setting) -> Request:
    before = s.world.now[0]
    mandate = s.mandate()
    s.world.later(2)
    s.end(mandate, "person:hoa")
    return s.request(HELPER, "own.records", known=before)


def mandate_disputed(s: Setting) -> Request:
    mandate = s.mandate("org:midori", "guardian", source="authority:court")
    s.dispute(mandate, "person:hoa")
    return s.request(someone(Role.GUARDIAN, "staff:4712", "org:midori"), "own.records")


def mandate_by_the_helpers_own_word(s: Setting) -> Request:
    s.mandate(source="person:bui")
    return s.request(HELPER, "own.records")


def guardian_by_the_persons_word(s: Setting) -> Request:
    s.mandate("person:bui", "guardian")
    return s.request(someone(Role.GUARDIAN, "person:bui"), "own.records")


def mandate_of_a_dead_person(s: Setting) -> Request:
    died(s)
    return helper(s)


def mandate_of_a_dead_helper(s: Setting) -> Request:
    died(s, "person:bui")
    return helper(s)


def own_records_of_another(s: Setting) -> Request:
    return replace(own(s), requester=someone(id_="person:minh"))


def own_records_after_death(s: Setting) -> Request:
    died(s)
    return own(s)


def engagement_ended_today(s: Setting) -> Request:
    engaged(s, until=NOW.isoformat())
    return s.request(SUPPORTER, "support.own-duties")


def engagement_by_the_supporters_own_word(s: Setting) -> Request:
    engaged(s, source="org:midori")
    return s.request(SUPPORTER, "support.own-duties")


def engagement_that_the_supporter_says_has_ended(s: Setting) -> Request:
    engaged(s)
    engaged(s, source="org:midori", until="2026-10-01")
    return s.request(SUPPORTER, "support.own-duties")


def engagement_disputed(s: Setting) -> Request:
    s.dispute(engaged(s), "person:hoa")
    return s.request(SUPPORTER, "support.own-duties")


def employment_by_the_employers_own_word(s: Setting) -> Request:
    s.state("work.contract", "org:acme", ACME, from_="2026-04-01")
    return s.request(EMPLOYER, "employer.own-duties")


def employment_with_another(s: Setting) -> Request:
    return replace(employer(s), requester=staff(Role.EMPLOYER, "org:kita"))


def employment_long_ended(s: Setting) -> Request:
    employed(s)
    left = {"event": "left", "event_on": "2026-09-20"}
    s.state("work.foreign_worker_notice", "authority:labour-office", ACME, left, on="2026-10-10")
    return s.request(EMPLOYER, "employer.own-duties")


def enrolment_by_the_schools_own_word(s: Setting) -> Request:
    enrolled(s, source="org:sakura")
    return s.request(SCHOOL, "school.own-duties")


def another_city(s: Setting) -> Request:
    return replace(city(s), requester=staff(Role.OFFICER, "municipality:271004"))


def another_office(s: Setting) -> Request:
    return replace(officer(s), requester=staff(Role.OFFICER, "authority:labour-office"))


def consent_for_another_purpose(s: Setting) -> Request:
    return s.request(BANK, "bank.stay", s.consent("org:bank", "landlord.stay", STAY))


def consent_to_another(s: Setting) -> Request:
    return s.request(BANK, "bank.stay", s.consent("org:landlord", "bank.stay", STAY))


def consent_of_another(s: Setting) -> Request:
    return s.request(BANK, "bank.stay", s.consent("org:bank", "bank.stay", STAY, person="person:minh"))


def consent_expired_today(s: Setting) -> Request:
    return s.request(BANK, "bank.stay", s.consent("org:bank", "bank.stay", STAY, until=NOW.isoformat()))


def consent_revoked(s: Setting) -> Request:
    consent = s.consent("org:bank", "bank.stay", STAY)
    s.end(consent, "person:hoa")
    return s.request(BANK, "bank.stay", consent)


def consent_of_the_dead(s: Setting) -> Request:
    died(s)
    return bank(s)


def no_such_consent(s: Setting) -> Request:
    return s.request(BANK, "bank.stay", "e-none")


def bank_by_law_without_consent(s: Setting) -> Request:
    return s.request(BANK, "bank.stay", ByLaw(CIVIL_CODE.article(138)))


def expired_basis(s: Setting) -> Request:
    s.go_to(date(2027, 11, 21))
    return officer(s)


def basis_not_yet_in_force(s: Setting) -> Request:
    # The clock of the read path alone, because nothing can be entered before what is entered.
    s.world.now[0] = noon(date(2026, 6, 13))
    return officer(s)


REFUSED: tuple[tuple[Callable[[Setting], Request], AccessRefusal], ...] = (
    (lambda s: replace(own(s), purpose=None), R.NO_PURPOSE),
    (lambda s: replace(own(s), purpose=""), R.NO_PURPOSE),
    (lambda s: replace(own(s), purpose="curiosity"), R.UNKNOWN_PURPOSE),
    (lambda s: replace(own(s), basis=None), R.NO_BASIS),
    (lambda s: replace(own(s), known=s.world.now[0] + 1), R.KNOWN_IN_FUTURE),
    (lambda s: replace(officer(s), purpose="own.records", basis=own(s).basis), R.ROLE_OUTSIDE_PURPOSE),
    (lambda s: replace(officer(s), basis=ByLaw(CIVIL_CODE.article(138))), R.BASIS_NOT_OF_PURPOSE),
    (bank_by_law_without_consent, R.BASIS_NOT_OF_PURPOSE),
    (expired_basis, R.BASIS_EXPIRED),
    (basis_not_yet_in_force, R.BASIS_EXPIRED),
    (lambda s: replace(officer(s), case=None), R.CASE_MISSING),
    (lambda s: replace(helper(s), requester=software(Role.HELPER, None, "software:bot")), R.HUMAN_NEEDED),
    (lambda s: replace(own(s), requester=software(Role.PERSON, None, "software:app")), R.HUMAN_NEEDED),
    (lambda s: replace(inspector(s), withheld_until=TODAY + 91), R.WITHHOLDING_WITHOUT_LAW),
    (lambda s: replace(inspector(s), withheld_until=TODAY), R.WITHHOLDING_WITHOUT_LAW),
    (lambda s: replace(officer(s), withheld_until=TODAY + 1), R.WITHHOLDING_WITHOUT_LAW),
    (lambda s: replace(helper(s), on_behalf_of="person:minh"), R.ON_BEHALF_OF_ANOTHER),
    (lambda s: replace(helper(s), on_behalf_of=None), R.ON_BEHALF_OF_ANOTHER),
    (lambda s: replace(officer(s), on_behalf_of="person:hoa"), R.ON_BEHALF_OF_ANOTHER),
    (own_records_of_another, R.NOT_THE_PERSON),
    (own_records_after_death, R.NOT_THE_PERSON),
    (without_mandate, R.NO_MANDATE),
    (mandate_of_another, R.NO_MANDATE),
    (mandate_in_another_capacity, R.NO_MANDATE),
    (mandate_not_to_view, R.NO_MANDATE),
    (mandate_expired_today, R.NO_MANDATE),
    (mandate_revoked, R.NO_MANDATE),
    (mandate_revoked_later_than_the_records_asked_for, R.NO_MANDATE),
    (mandate_disputed, R.NO_MANDATE),
    (mandate_by_the_helpers_own_word, R.NO_MANDATE),
    (guardian_by_the_persons_word, R.NO_MANDATE),
    (mandate_of_a_dead_person, R.NO_MANDATE),
    (mandate_of_a_dead_helper, R.NO_MANDATE),
    (another_office, R.NOT_THIS_OFFICE),
    (another_city, R.NOT_THIS_OFFICE),
    (lambda s: s.request(CITY, "tax.resident-tax"), R.NOT_THIS_OFFICE),
    (engagement_ended_today, R.NO_RELATION),
    (engagement_by_the_supporters_own_word, R.NO_RELATION),
    (engagement_that_the_supporter_says_has_ended, R.NO_RELATION),
    (engagement_disputed, R.NO_RELATION),
    (employment_by_the_employers_own_word, R.NO_RELATION),
    (employment_with_another, R.NO_RELATION),
    (employment_long_ended, R.NO_RELATION),
    (enrolment_by_the_schools_own_word, R.NO_RELATION),
    (consent_for_another_purpose, R.NO_CONSENT),
    (consent_to_another, R.NO_CONSENT),
    (consent_of_another, R.NO_CONSENT),
    (consent_expired_today, R.NO_CONSENT),
    (consent_revoked, R.NO_CONSENT),
    (consent_of_the_dead, R.NO_CONSENT),
    (no_such_consent, R.NO_CONSENT),
    (lambda s: s.request(staff(), "immigration.examination", subject="person:nobody"), R.UNKNOWN_SUBJECT),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "refusal"), REFUSED, ids=[f"{i}-{r}" for i, (_, r) in enumerate(REFUSED)])
def test_what_is_refused_says_why_and_is_logged_and_shows_nothing(
    setting: Setting, asked: Callable[[Setting], Request], refusal: AccessRefusal
) -> None:
    request = asked(setting)
    with pytest.raises(AccessRefusedError) as caught:
        setting.path.read(request)
    (entry,) = setting.log(request.subject)
    assert caught.value.refusal is refusal
    assert (entry["decision"], entry["reason"], entry["fields"]) == ("refused", refusal.value, [])


def test_every_refusal_of_the_read_path_is_tried_here() -> None:
    elsewhere = {
        R.MALFORMED, R.SOFTWARE_WITH_HUMAN_ID, R.EVALUATION_FAILED, R.CONSENT_TOO_NARROW, R.ENTRIES_ARE_WHOLE,
        R.LINKS_ARE_THE_PERSONS, R.LINK_DISPUTED, R.DOSSIER_OF_OTHERS,
    }  # fmt: skip
    assert {refusal for _, refusal in REFUSED} == set(AccessRefusal) - elsewhere


def test_a_policy_that_fails_refuses_and_is_logged(setting: Setting) -> None:
    schema = "namespace Kyosei { entity Requester = { id: String, software: Bool, role: String, organisation?: String,"
    schema += " office?: String }; entity Person = { id: String, alive: Bool }; action read appliesTo"
    schema += " { principal: [Requester], resource: [Person], context: { unheardOf: Long } }; }"
    policies = Policies("permit (principal, action, resource);", schema)
    path = ReadPath(setting.engine, purposes(), policies, lambda: setting.world.now[0], PSEUDONYM)
    with pytest.raises(AccessRefusedError) as caught:
        path.read(own(setting))
    assert caught.value.refusal is R.EVALUATION_FAILED
    assert [entry["reason"] for entry in setting.log()] == ["evaluation-failed"]


@pytest.mark.parametrize(
    ("kind", "id_"),
    [
        (ActorKind.SOFTWARE, "staff:4711"), (ActorKind.SOFTWARE, "person:hoa"), (ActorKind.HUMAN, "software:payroll"),
        (ActorKind.HUMAN, "org:acme"),
    ],
)  # fmt: skip
def test_software_never_carries_a_humans_id(kind: ActorKind, id_: str) -> None:
    with pytest.raises(AccessRefusedError) as caught:
        Requester(Actor(kind, id_), Role.OFFICER, "authority:isa")
    assert caught.value.refusal is R.SOFTWARE_WITH_HUMAN_ID


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "org:acme"}, {"subject": "person:a b"}, {"case": ""}, {"case": "x" * 201},
        {"on_behalf_of": "person:\n"}, {"purpose": "two words"},
    ],
    ids=str,
)  # fmt: skip
def test_a_request_with_a_malformed_id_is_none(setting: Setting, change: dict[str, str]) -> None:
    request = own(setting)
    with pytest.raises(AccessRefusedError) as caught:
        replace(request, **change)  # type: ignore[arg-type]  # texts are for these fields
    assert caught.value.refusal is R.MALFORMED


def test_a_natural_person_is_no_organisation() -> None:
    with pytest.raises(AccessRefusedError) as caught:
        staff(Role.EMPLOYER, "person:hoa")
    assert caught.value.refusal is R.MALFORMED
