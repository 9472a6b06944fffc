"""The voting rule of DESIGN.md §1, "From statements to timelines": a test for each sentence, named after it."""

from __future__ import annotations

from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.scopes import EMPLOYMENT, ORGANISATION, PERSON, Employment, Instalment, Organisation, Person, Support
from kyosei.facts.statements import Case, Coverage, FieldValue, Statement
from kyosei.facts.vocabulary.education import StudyEnrolment
from kyosei.facts.vocabulary.family import FamilyRelation
from kyosei.facts.vocabulary.immigration import HostReport, ResidenceApplication, ResidenceStatus, WorkPermission
from kyosei.facts.vocabulary.labour import EmployerProfile, ForeignWorkerNotice, WorkContract, WorkHours, WorkPay
from kyosei.facts.vocabulary.social_insurance import (
    PensionAcquisitionNotice,
    PensionContribution,
    PensionCoverageCertificate,
    PensionEnrolment,
)
from kyosei.facts.vocabulary.support import SupportEngagement
from kyosei.facts.vocabulary.tax import TaxIncome, TaxInstalment
from kyosei.law.jp import on_record
from kyosei.terms.language import (
    any_of,
    days,
    every,
    heads,
    hours,
    never,
    reconciled,
    total_within,
    yen,
)
from kyosei.timelines.days import NEVER
from tests.evidence.asking import (
    ISA,
    LABOUR_OFFICE,
    PENSION,
    Answer,
    ask_number,
    ask_truth,
    case_of,
    coverage,
    dispute,
    heartbeat,
    instant,
    on_day,
    resolution,
    statement,
    withdrawal,
)

D = 45_000
HOA = {"person": "person:hoa"}
JOB = {"person": "person:hoa", "employer": "org:employer1"}
OTHER_JOB = {"person": "person:hoa", "employer": "org:employer2"}
ACME = {"employer": "org:employer1"}
COLLEGE = {"person": "person:hoa", "school": "org:school1"}
EMPLOYER, HOST, SCHOOL, CITY = "org:employer1", "org:employer1", "org:school1", "municipality:kita"
MISSING, UNCONFIRMED, CONFLICT, DISPUTED = (
    ("open", ("missing",)), ("open", ("unconfirmed",)), ("open", ("conflict",)), ("open", ("disputed",)),
)  # fmt: skip
YES, NO = ("yes", ()), ("no", ())

STUDENT = ResidenceStatus.status.is_("student")
EMPLOYED = EmploymentRelation.at(Employment()).holds()
STUDIES = StudyEnrolment.holds()
SPOUSE = FamilyRelation.where(FamilyRelation.relation.is_("spouse")).holds()
PROFILE = EmployerProfile.at(employer=Organisation().party("organisation"))
COVERED = PROFILE.covered_establishment
NOTICE = PensionAcquisitionNotice.at(Employment()).happened()
ENROLLED = PensionEnrolment.at(Employment()).where(PensionEnrolment.scheme.is_("employees")).holds()
ORGANISATION_1 = {"organisation": "org:employer1"}


def _status(id_: str, status: str, from_day: int, until_day: int = NEVER, **more: object) -> Statement:
    return statement(id_, "residence.status", ISA, HOA, from_day, until_day, status=status, **more)  # type: ignore[arg-type]  # days and texts, as `statement` takes them


def _contract(id_: str, from_day: int, until_day: int = NEVER, source: str = EMPLOYER, **more: object) -> Statement:
    return statement(id_, "work.contract", source, JOB, from_day, until_day, **more)  # type: ignore[arg-type]  # as above


def _spouse(
    id_: str, source: str, from_day: int = D, until_day: int = NEVER, relation: FieldValue = "spouse"
) -> Statement:
    about = {"person": "person:hoa", "other": "person:minh"}
    return statement(id_, "family.relation", source, about, from_day, until_day, relation=relation)


def _is_student(case: Case, day: int = D + 10) -> object:
    return on_day(ask_truth(case, STUDENT, HOA), day)


def _employed(case: Case, day: int = D + 10, **more: object) -> object:
    return on_day(ask_truth(case, EMPLOYED, JOB, **more), day)  # type: ignore[arg-type]  # options of ask_truth


# Each source votes -----------------------------------------------------------------------------------------------------


def test_of_a_source_that_speaks_of_one_true_fact_the_statement_stated_last_votes() -> None:
    before = _status("s-1", "student", D, stated=D)
    after = _status("s-2", "dependent", D - 5, stated=D + 1)
    assert _is_student(case_of(before, after)) == NO
    assert _is_student(case_of(after, before)) == NO


def test_of_two_stated_at_once_that_differ_both_vote() -> None:
    case = case_of(_status("s-1", "student", D), _status("s-2", "dependent", D))
    assert _is_student(case) == CONFLICT


def test_of_two_stated_at_once_that_agree_nothing_is_in_conflict() -> None:
    assert _is_student(case_of(_status("s-1", "student", D), _status("s-2", "student", D))) == YES


def test_an_absent_field_votes_nothing() -> None:
    silent = statement("s-1", "residence.status", ISA, HOA, D)
    assert _is_student(case_of(silent)) == MISSING
    assert _is_student(case_of(_status("s-0", "student", D - 9, stated=D - 9), silent)) == MISSING


def test_a_difference_that_cannot_change_the_leaf_never_surfaces() -> None:
    case = case_of(
        _contract("s-1", D, hours_per_week=25 * 60), _contract("s-2", D, hours_per_week=30 * 60)
    )  # fmt: skip
    contract = WorkContract.at(Employment())
    assert on_day(ask_truth(case, contract.hours_per_week >= hours(20, EMPLOYMENT), JOB), D) == YES
    assert on_day(ask_truth(case, contract.hours_per_week >= hours(28, EMPLOYMENT), JOB), D) == CONFLICT
    assert on_day(ask_truth(case, contract.hours_per_week >= hours(31, EMPLOYMENT), JOB), D) == NO


def test_of_facts_side_by_side_yes_if_any_active_statement_has_it() -> None:
    case = case_of(_spouse("s-1", CITY, relation="child"), _spouse("s-2", CITY))
    assert on_day(ask_truth(case, SPOUSE, HOA), D) == YES


def test_of_facts_side_by_side_no_only_if_the_source_covers_the_day_and_none_has_it() -> None:
    child, isa = _spouse("s-1", CITY, relation="child"), coverage("c-2", "family.relation", ISA, HOA, D, D + 20)
    assert on_day(ask_truth(case_of(child, isa), SPOUSE, HOA), D) == MISSING
    told = coverage("c-1", "family.relation", CITY, HOA, D, D + 20)
    assert on_day(ask_truth(case_of(child, isa, told), SPOUSE, HOA), D) == NO
    assert on_day(ask_truth(case_of(child, isa, told), SPOUSE, HOA), D + 20) == MISSING


def test_one_of_facts_side_by_side_that_does_not_say_may_be_the_one_asked_for() -> None:
    about = {"person": "person:hoa", "other": "person:minh"}
    silent = statement("s-1", "family.relation", CITY, about, D)
    covers = [coverage(f"c-{n}", "family.relation", source, HOA, D, D + 20) for n, source in enumerate((CITY, ISA))]
    assert on_day(ask_truth(case_of(silent, *covers), SPOUSE, HOA), D) == MISSING


def test_a_covering_source_without_active_statement_votes_no() -> None:
    told = coverage("c-1", "residence.status", ISA, HOA, D, D + 20)
    assert on_day(ask_truth(case_of(told), ResidenceStatus.holds(), HOA), D) == NO
    assert on_day(ask_truth(case_of(told), STUDENT, HOA), D) == NO
    assert on_day(ask_truth(case_of(told), ResidenceStatus.status.is_none(), HOA), D) == YES


def test_absence_without_coverage_proves_nothing() -> None:
    case = case_of(_status("s-1", "student", D, D + 5))
    assert _is_student(case, D - 1) == MISSING
    assert on_day(ask_truth(case, ResidenceStatus.holds(), HOA), D + 5) == MISSING


# What follows from the votes -------------------------------------------------------------------------------------------

_HAS_PROFILE = PROFILE.holds()


def _profile(id_: str, source: str, **data: object) -> Statement:
    return statement(id_, "employer.profile", source, ACME, D, **data)  # type: ignore[arg-type]  # fields, as `statement` takes them


def test_every_holder_that_voted_says_yes_gives_yes() -> None:
    assert on_day(ask_truth(case_of(_profile("s-1", PENSION)), _HAS_PROFILE, ORGANISATION_1), D) == YES
    both = case_of(_profile("s-1", PENSION), _profile("s-2", EMPLOYER))
    assert on_day(ask_truth(both, _HAS_PROFILE, ORGANISATION_1), D) == YES


def test_no_needs_a_no_from_every_holder_possible() -> None:
    one = coverage("c-1", "employer.profile", PENSION, ACME, D, D + 9)
    two = coverage("c-2", "employer.profile", EMPLOYER, ACME, D, D + 9)
    assert on_day(ask_truth(case_of(one), _HAS_PROFILE, ORGANISATION_1), D) == MISSING
    assert on_day(ask_truth(case_of(one, two), _HAS_PROFILE, ORGANISATION_1), D) == NO


def test_where_no_party_is_named_only_who_speaks_of_itself_settles() -> None:
    enrolled = StudyEnrolment.at(person=Person().party("person")).holds()
    for source, expected in (("org:school1", YES), ("person:hoa", UNCONFIRMED), ("org:school2", UNCONFIRMED)):
        line = statement("s-1", "study.enrolment", source, {"person": "person:hoa", "school": "org:school1"}, D)
        assert on_day(ask_truth(case_of(line), enrolled, HOA), D + 9) == expected, source


def test_holders_who_disagree_are_in_conflict() -> None:
    case = case_of(_profile("s-1", PENSION), coverage("c-2", "employer.profile", EMPLOYER, ACME, D, D + 9))
    assert on_day(ask_truth(case, _HAS_PROFILE, ORGANISATION_1), D) == CONFLICT


def test_a_field_that_one_holder_alone_can_settle_waits_for_that_one() -> None:
    said = case_of(_profile("s-1", EMPLOYER, covered_establishment=1))
    assert on_day(ask_truth(said, COVERED, ORGANISATION_1), D) == UNCONFIRMED
    assert (
        on_day(ask_truth(case_of(_profile("s-1", PENSION, covered_establishment=1)), COVERED, ORGANISATION_1), D) == YES
    )


def test_only_others_spoke_is_unconfirmed() -> None:
    assert _employed(case_of(_contract("s-1", D, source="person:hoa"))) == UNCONFIRMED
    own_word = statement("s-1", "residence.status", "person:hoa", HOA, D, status="student")
    assert _is_student(case_of(own_word)) == UNCONFIRMED


def test_another_speaker_against_a_holder_is_a_conflict() -> None:
    own_word = statement("s-2", "residence.status", "person:hoa", HOA, D, status="dependent")
    assert _is_student(case_of(_status("s-1", "student", D), own_word)) == CONFLICT


def test_nobody_spoke_is_missing() -> None:
    assert _is_student(case_of(_status("s-1", "student", D)), D - 1) == MISSING


def test_who_holds_nothing_of_the_scope_says_nothing_by_leaving_it_out() -> None:
    """An employer that has told all its contracts with a person has told nothing about another employer's."""
    other = statement("s-1", "work.contract", "org:employer2", OTHER_JOB, D)
    told = coverage("c-1", "work.contract", EMPLOYER, HOA, D, D + 20)
    assert on_day(ask_truth(case_of(other, told), EMPLOYED, OTHER_JOB), D) == YES


# An organisation and its own duty ---------------------------------------------------------------------------------------

_RECEIVED = statement("s-1", "work.foreign_worker_notice", LABOUR_OFFICE, JOB, D, D + 1, event="hired")
_HIRED = ForeignWorkerNotice.at(Employment()).happened()


def test_what_an_organisation_says_never_opens_its_own_duty() -> None:
    told = coverage("c-1", "pension.acquisition_notice", PENSION, JOB, D, D + 20)
    claims = statement("s-2", "pension.acquisition_notice", EMPLOYER, JOB, D + 3, D + 4)
    case = case_of(_contract("s-0", D), told, claims)
    assert on_day(ask_truth(case, NOTICE, JOB, bearer="employer"), D + 3) == NO
    assert on_day(ask_truth(case, NOTICE, JOB), D + 3) == CONFLICT


def test_what_an_organisation_disputes_never_opens_its_own_duty() -> None:
    """Neither by disputing a statement against it, nor by disputing the answer that nothing was found."""
    enrolled = statement("s-1", "pension.enrolment", PENSION, JOB, D, scheme="employees")
    case = case_of(_contract("s-0", D), enrolled, dispute("d-1", "s-1", EMPLOYER, D + 1))
    assert on_day(ask_truth(case, ENROLLED, JOB, bearer="employer", burdens="yes"), D + 3) == YES
    told = coverage("c-1", "pension.acquisition_notice", PENSION, JOB, D, D + 20)
    case = case_of(_contract("s-0", D), told, dispute("d-1", "c-1", EMPLOYER, D + 21))
    assert on_day(ask_truth(case, NOTICE, JOB, bearer="employer"), D + 3) == NO
    assert on_day(ask_truth(case, NOTICE, JOB), D + 3) == DISPUTED


def test_a_natural_persons_dispute_opens_what_rests_on_it_even_against_their_own_duty() -> None:
    told = coverage("c-1", "residence.status", ISA, HOA, D, D + 20)
    case = case_of(told, dispute("d-1", "c-1", "person:hoa", D + 21))
    assert on_day(ask_truth(case, ResidenceStatus.holds(), HOA, bearer="person"), D) == DISPUTED


def test_an_admission_settles() -> None:
    """An employer who says that somebody is no day student need not wait for every school."""
    no_students = StudyEnrolment.at(person=Employment().worker).holds()
    day_student = WorkContract.at(Employment()).day_student
    case = case_of(_contract("s-1", D, day_student=0))
    assert on_day(ask_truth(case, no_students, JOB, bearer="employer"), D) == MISSING
    assert on_day(ask_truth(case, day_student, JOB, bearer="employer"), D) == NO


def test_an_admission_counts_as_a_holders_word() -> None:
    admits = statement("s-1", "pension.enrolment", EMPLOYER, JOB, D, D + 5, scheme="national_1", stated=D + 5)
    claims = statement("s-2", "pension.enrolment", EMPLOYER, JOB, D, scheme="employees")
    assert on_day(ask_truth(case_of(claims), ENROLLED, JOB, bearer="employer", burdens="yes"), D) == YES
    assert on_day(ask_truth(case_of(claims), ENROLLED, JOB, bearer="employer", burdens="no"), D) == UNCONFIRMED
    assert on_day(ask_truth(case_of(claims), ENROLLED, JOB), D) == UNCONFIRMED
    assert on_day(ask_truth(case_of(admits), ENROLLED, JOB, bearer="employer", burdens="no"), D) == MISSING


# Disputes ----------------------------------------------------------------------------------------------------------------


def test_another_partys_dispute_makes_the_disputed_vote_open() -> None:
    case = case_of(_status("s-1", "student", D), dispute("d-1", "s-1", "person:hoa", D + 2))
    assert _is_student(case) == DISPUTED


def test_undisputed_holders_decide_without_the_disputed_vote() -> None:
    case = case_of(_profile("s-1", PENSION), _profile("s-2", EMPLOYER), dispute("d-1", "s-1", "person:hoa", D + 2))
    assert on_day(ask_truth(case, _HAS_PROFILE, ORGANISATION_1), D) == YES


def test_a_dispute_ends_by_a_resolution_or_by_being_withdrawn() -> None:
    lines = (_status("s-1", "student", D), dispute("d-1", "s-1", "person:hoa", D + 2))
    assert _is_student(case_of(*lines, resolution("r-1", "d-1", ISA, D + 5))) == YES
    assert _is_student(case_of(*lines, withdrawal("w-1", "d-1", "person:hoa", D + 5))) == YES


def test_a_source_cannot_end_a_dispute_by_saying_it_again() -> None:
    again = _status("s-2", "student", D, stated=D + 3, replaces="s-1")
    lines = (_status("s-1", "student", D), dispute("d-1", "s-1", "person:hoa", D + 2), again)
    assert _is_student(case_of(*lines)) == DISPUTED
    assert _is_student(case_of(*lines, resolution("r-1", "d-1", ISA, D + 5))) == YES


def test_a_persons_dispute_counts_beside_an_organisations() -> None:
    told = coverage("c-1", "pension.acquisition_notice", PENSION, JOB, D, D + 20)
    both = (dispute("d-1", "c-1", EMPLOYER, D + 21), dispute("d-2", "c-1", "person:hoa", D + 21))
    for disputes in (both, both[::-1]):
        case = case_of(_contract("s-0", D), told, *disputes)
        assert on_day(ask_truth(case, NOTICE, JOB, bearer="employer"), D + 3) == DISPUTED


def test_a_no_that_rests_on_what_a_disputed_statement_says_of_itself_is_disputed() -> None:
    """Were the disputed child a spouse, the municipality's answer that there is none would be wrong."""
    child = _spouse("s-1", CITY, relation="child")
    covers = [coverage(f"c-{n}", "family.relation", source, HOA, D, D + 20) for n, source in enumerate((CITY, ISA))]
    assert on_day(ask_truth(case_of(child, *covers), SPOUSE, HOA), D) == NO
    disputed = dispute("d-1", "s-1", "person:minh", D + 21)
    assert on_day(ask_truth(case_of(child, *covers, disputed), SPOUSE, HOA), D) == DISPUTED


def test_a_disputed_dismissal_leaves_the_employment_disputed() -> None:
    ended = statement("s-2", "work.termination", EMPLOYER, JOB, D + 5, D + 6, initiative="employer")
    lines = (_contract("s-1", D), ended, dispute("d-1", "s-2", "person:hoa", D + 7))
    assert _employed(case_of(*lines[:2]), D + 6) == NO
    assert _employed(case_of(*lines), D + 5) == YES
    assert _employed(case_of(*lines), D + 6) == DISPUTED
    assert _employed(case_of(*lines, resolution("r-1", "d-1", LABOUR_OFFICE, D + 9)), D + 6) == NO


def test_a_beginning_that_the_worker_disputes_is_no_beginning() -> None:
    lines = (_contract("s-1", D), dispute("d-1", "s-1", "person:hoa", D + 2))
    assert _employed(case_of(lines[0]), D - 1) == NO
    assert _employed(case_of(*lines), D - 1) == MISSING
    assert _employed(case_of(*lines), D + 1) == DISPUTED


# Who settles what --------------------------------------------------------------------------------------------------------


def test_a_document_that_somebody_else_carries_is_its_issuers_own_statement() -> None:
    assert _employed(case_of(_contract("s-1", D, carried_by="person:hoa"))) == YES


def test_an_employment_is_settled_by_the_employer() -> None:
    assert _employed(case_of(_contract("s-1", D))) == YES


def test_an_employment_is_settled_by_the_labour_office() -> None:
    notice = statement(
        "s-1", "work.foreign_worker_notice", LABOUR_OFFICE, JOB, D + 9, D + 10, event="hired", event_on=D
    )
    assert _employed(case_of(notice), D) == YES
    insured = statement("s-1", "employment_insurance.enrolment", LABOUR_OFFICE, JOB, D)
    assert _employed(case_of(insured)) == YES


def test_an_employment_is_settled_by_the_pension_service() -> None:
    assert _employed(case_of(statement("s-1", "pension.enrolment", PENSION, JOB, D, scheme="employees"))) == YES


def test_an_employer_that_stays_away_cannot_make_a_job_unprovable() -> None:
    enrolled = statement("s-1", "pension.enrolment", PENSION, JOB, D, scheme="employees")
    own_word = _contract("s-2", D, source="person:hoa")
    assert _employed(case_of(own_word, enrolled)) == YES


def test_the_end_of_an_enrolment_is_not_the_end_of_the_job() -> None:
    enrolled = statement("s-1", "pension.enrolment", PENSION, JOB, D, D + 5, scheme="employees", stated=D + 9)
    assert _employed(case_of(enrolled), D + 6) == MISSING
    assert _employed(case_of(enrolled, _contract("s-2", D)), D + 6) == YES


def test_a_notice_of_leaving_says_that_the_job_has_ended() -> None:
    notices = [
        statement(f"s-{n}", "work.foreign_worker_notice", LABOUR_OFFICE, JOB, on, on + 1, event=event, event_on=day)
        for n, (event, on, day) in enumerate((("hired", D + 3, D), ("left", D + 30, D + 20)))
    ]
    assert [_employed(case_of(*notices), day) for day in (D, D + 20, D + 21)] == [YES, YES, NO]


def test_a_relation_instance_begins_when_it_is_said_to_begin() -> None:
    assert ask_truth(case_of(_contract("s-1", D)), EMPLOYED, JOB) == [Answer(0, "no", ()), Answer(D, "yes", ())]


def test_a_relation_that_something_tells_of_before_has_no_known_beginning() -> None:
    pay = statement("s-2", "work.pay", EMPLOYER, JOB, D - 30, D, gross_yen=200_000)
    assert _employed(case_of(_contract("s-1", D), pay), D - 1) == MISSING


# Ends --------------------------------------------------------------------------------------------------------------------


def test_without_until_a_statement_holds_until_further_notice() -> None:
    case = case_of(_contract("s-1", D))
    assert [_employed(case, day) for day in (D, D + 9_000)] == [YES, YES]


def test_an_end_that_is_reported_says_no_afterwards_and_a_planned_end_leaves_it_open() -> None:
    assert _employed(case_of(_contract("s-1", D, D + 5, stated=D + 4)), D + 5) == NO
    assert _employed(case_of(_contract("s-1", D, D + 5, stated=D + 3)), D + 5) == MISSING


def test_of_two_statements_with_one_end_a_report_of_it_counts_in_any_order() -> None:
    lines = (_contract("s-1", D, D + 5, stated=D), _contract("s-2", D, D + 5, stated=D + 6))
    assert [_employed(case_of(*order), D + 5) for order in (lines, lines[::-1])] == [NO, NO]


def test_the_reported_end_of_one_fact_says_nothing_of_others_beside_it() -> None:
    """One permission has ended; whether there is another nobody has said."""
    ended = statement("s-1", "residence.work_permission", ISA, HOA, D, D + 5, stated=D + 9)
    assert on_day(ask_truth(case_of(ended), WorkPermission.holds(), HOA), D + 5) == MISSING
    national = statement("s-1", "pension.enrolment", PENSION, JOB, D, D + 5, stated=D + 9, scheme="national_1")
    case = case_of(_contract("s-0", D), national)
    assert on_day(ask_truth(case, ENROLLED, JOB), D + 5) == MISSING
    left = statement("s-1", "study.enrolment", SCHOOL, COLLEGE, D, D + 5, stated=D + 9)
    assert on_day(ask_truth(case_of(left), STUDIES, COLLEGE), D + 5) == NO


# Two clocks --------------------------------------------------------------------------------------------------------------


def test_only_what_was_recorded_by_the_known_instant_counts() -> None:
    case = case_of(_status("s-1", "student", D, stated=D, recorded=D + 30))
    assert on_day(ask_truth(case, STUDENT, HOA, known=instant(D + 29)), D) == MISSING
    assert on_day(ask_truth(case, STUDENT, HOA, known=instant(D + 30)), D) == YES


def test_what_is_replaced_or_withdrawn_by_then_does_not_count() -> None:
    first, second = _status("s-1", "student", D), _status("s-2", "dependent", D, stated=D + 2, replaces="s-1")
    assert on_day(ask_truth(case_of(first, second), STUDENT, HOA, known=instant(D + 1)), D) == YES
    assert on_day(ask_truth(case_of(first, second), STUDENT, HOA, known=instant(D + 2)), D) == NO
    assert _is_student(case_of(first, withdrawal("w-1", "s-1", ISA, D + 3))) == MISSING


def test_withdrawing_a_replacement_revives_the_original() -> None:
    lines = (_status("s-1", "student", D), _status("s-2", "dependent", D, stated=D + 2, replaces="s-1"),
             withdrawal("w-1", "s-2", ISA, D + 4))  # fmt: skip
    assert on_day(ask_truth(case_of(*lines), STUDENT, HOA, known=instant(D + 3)), D) == NO
    assert on_day(ask_truth(case_of(*lines), STUDENT, HOA, known=instant(D + 4)), D) == YES


def test_a_statement_from_before_1970_counts_like_any_other() -> None:
    old = _status("s-1", "student", 20_000)
    assert [_is_student(case_of(old), day) for day in (19_999, 20_000, D)] == [MISSING, YES, YES]


# How far a coverage reaches -------------------------------------------------------------------------------------------------

_HAS_STATUS = ResidenceStatus.holds()
_OPEN_ENDED = coverage("c-1", "residence.status", ISA, HOA, D)


def test_settled_an_open_coverage_reaches_as_far_as_its_source_has_shown_life_less_the_lag() -> None:
    case = case_of(_OPEN_ENDED, heartbeat("h-1", ISA, D + 10))
    settled = ask_truth(case, _HAS_STATUS, HOA, known=instant(D + 11), projected=False)
    assert [on_day(settled, day) for day in (D - 1, D, D + 7, D + 8)] == [MISSING, NO, NO, MISSING]


def test_any_line_of_a_source_is_a_sign_of_its_life() -> None:
    for line in (
        statement("s-2", "residence.card", ISA, HOA, D + 9, stated=D + 10),
        resolution("r-1", "d-1", ISA, D + 10),
        withdrawal("w-1", "s-0", ISA, D + 10),
    ):
        lines = (
            statement("s-0", "residence.card", ISA, HOA, D - 9, D - 8),
            dispute("d-1", "s-0", "person:hoa", D),
            _OPEN_ENDED,
        )
        settled = ask_truth(case_of(*lines, line), _HAS_STATUS, HOA, known=instant(D + 11), projected=False)
        assert [on_day(settled, day) for day in (D + 7, D + 8)] == [NO, MISSING]


def test_projected_an_open_coverage_of_a_live_source_goes_on() -> None:
    case = case_of(_OPEN_ENDED, heartbeat("h-1", ISA, D + 10))
    assert on_day(ask_truth(case, _HAS_STATUS, HOA, known=instant(D + 13)), D + 900) == NO


def test_a_dead_source_never_becomes_a_no() -> None:
    case = case_of(_OPEN_ENDED, heartbeat("h-1", ISA, D + 10))
    dead = ask_truth(case, _HAS_STATUS, HOA, known=instant(D + 14))
    assert [on_day(dead, day) for day in (D + 7, D + 8, D + 900)] == [NO, MISSING, MISSING]


def test_nobody_can_have_told_what_had_not_happened_yet() -> None:
    """An end that lies ahead of the day on which it was said is no more than an open end up to there."""
    case = case_of(coverage("c-1", "residence.status", ISA, HOA, D, D + 900, stated=D + 10))
    alive = ask_truth(case, _HAS_STATUS, HOA, known=instant(D + 13))
    assert [on_day(alive, day) for day in (D + 10, D + 899, D + 900)] == [NO, NO, MISSING]
    dead = ask_truth(case, _HAS_STATUS, HOA, known=instant(D + 500))
    assert [on_day(dead, day) for day in (D + 10, D + 11)] == [NO, MISSING]


def test_nothing_settled_reaches_past_the_known_instant() -> None:
    case = case_of(_status("s-1", "student", D), coverage("c-1", "residence.status", ISA, HOA, D - 9, D + 90, stated=D))
    settled = ask_truth(case, STUDENT, HOA, known=instant(D + 5), projected=False)
    assert [on_day(settled, day) for day in (D - 1, D + 5, D + 6)] == [NO, YES, MISSING]


def test_a_coverage_whose_count_is_wrong_votes_nothing() -> None:
    lines = (_status("s-1", "student", D, D + 5),)
    for count, expected in ((0, CONFLICT), (1, NO), (2, CONFLICT)):
        told = coverage("c-1", "residence.status", ISA, HOA, D, D + 20, count=count)
        assert on_day(ask_truth(case_of(*lines, told), _HAS_STATUS, HOA), D + 9) == expected


def _counted(count: int, stated: int = D + 30, until: int = D + 20) -> Coverage:
    return coverage(f"c-{stated}", "residence.status", ISA, HOA, D, until, count=count, stated=stated)


def test_a_state_says_nothing_while_its_source_counts_another_number() -> None:
    lines = (_status("s-1", "student", D, D + 5), _status("s-2", "student", D + 5))
    for count, expected in ((1, CONFLICT), (2, YES), (3, CONFLICT)):
        assert on_day(ask_truth(case_of(*lines, _counted(count)), STUDENT, HOA), D + 9) == expected
    beyond = _status("s-3", "student", D + 25)  # not of the period that is counted
    assert on_day(ask_truth(case_of(*lines, beyond, _counted(3)), STUDENT, HOA), D + 30) == YES


def test_the_reported_end_of_a_state_says_nothing_while_a_line_is_missing() -> None:
    ended = _status("s-1", "student", D, D + 5, stated=D + 5)
    assert on_day(ask_truth(case_of(ended, _counted(1)), _HAS_STATUS, HOA), D + 9) == NO
    assert on_day(ask_truth(case_of(ended, _counted(2)), _HAS_STATUS, HOA), D + 9) == CONFLICT


def test_a_line_said_twice_is_counted_once() -> None:
    lines = (_status("s-1", "student", D), _status("s-2", "student", D))
    for count, expected in ((1, YES), (2, CONFLICT)):
        assert on_day(ask_truth(case_of(*lines, _counted(count)), STUDENT, HOA), D + 9) == expected


def test_what_a_source_says_later_contradicts_no_earlier_count() -> None:
    lines = (_status("s-1", "student", D, D + 5), _status("s-2", "student", D + 5, stated=D + 40))
    assert on_day(ask_truth(case_of(*lines, _counted(1)), STUDENT, HOA), D + 9) == YES


def test_doubt_ends_when_a_source_has_counted_the_same_rightly_since() -> None:
    lines = (_status("s-1", "student", D), _counted(2))
    for later, expected in (
        (_counted(1, D + 31), YES),
        (_counted(1, D + 31, D + 19), MISSING),
        (_counted(3, D + 31), CONFLICT),
    ):
        assert on_day(ask_truth(case_of(*lines, later), STUDENT, HOA), D + 9) == expected


def test_an_event_speaks_of_its_own_day_unless_too_many_are_held() -> None:
    filed = statement("s-1", "residence.application", ISA, HOA, D, D + 1, procedure="renewal")
    has_filed = ResidenceApplication.where(ResidenceApplication.procedure.is_("renewal")).starts()
    for count, expected in ((0, CONFLICT), (1, YES), (2, YES)):
        told = coverage("c-1", "residence.application", ISA, HOA, D, D + 20, count=count)
        assert on_day(ask_truth(case_of(filed, told), has_filed, HOA), D) == expected


def test_numbers_choices_and_beginnings_of_a_line_in_doubt_are_unknown() -> None:
    contract = _contract("s-1", D, wage_yen_per_month=200_000)
    told = coverage("c-1", "work.contract", EMPLOYER, JOB, D - 20, D + 20, count=2)
    wage = WorkContract.at(Employment()).wage_yen_per_month
    assert ask_number(case_of(contract, told), wage, JOB, D) == (0, 1 << 60)
    assert _employed(case_of(contract, told)) == CONFLICT
    assert _employed(case_of(contract, told), D - 1) == CONFLICT


def test_a_coverage_that_names_fewer_parties_covers_every_instance_with_those() -> None:
    wide = coverage("c-1", "pension.acquisition_notice", PENSION, ACME, D, D + 20)
    narrow = coverage("c-1", "pension.acquisition_notice", PENSION, OTHER_JOB, D, D + 20)
    everything = coverage("c-1", "pension.acquisition_notice", PENSION, {}, D, D + 20)
    for told, expected in ((wide, NO), (narrow, MISSING), (everything, NO)):
        assert on_day(ask_truth(case_of(_contract("s-1", D), told), NOTICE, JOB), D) == expected


def test_whether_a_day_is_covered_can_be_asked() -> None:
    case = case_of(coverage("c-1", "residence.status", ISA, HOA, D, D + 20))
    covered = ask_truth(case, ResidenceStatus.covered(), HOA)
    assert [on_day(covered, day) for day in (D - 1, D, D + 20)] == [MISSING, YES, MISSING]


def test_of_a_wrong_count_even_an_exception_on_record_is_open() -> None:
    """The service counts a certificate that has not arrived: whether there is one is open, not denied (decision 0164)."""
    shown = on_record.told(PensionCoverageCertificate.at(Person()).holds())
    status = _status("s-1", "student", D)
    answered = coverage("c-1", "pension.coverage_certificate", PENSION, HOA, D, D + 20, count=1)
    arrived = statement("s-2", "pension.coverage_certificate", PENSION, HOA, D, D + 9, country="BR")
    assert on_day(ask_truth(case_of(status), shown, HOA), D) == NO
    assert on_day(ask_truth(case_of(status, answered), shown, HOA), D) == CONFLICT
    assert on_day(ask_truth(case_of(status, answered, arrived), shown, HOA), D) == YES


# Numbers and choices --------------------------------------------------------------------------------------------------------


def test_a_known_number_has_one_bound_and_an_unknown_one_none() -> None:
    wage = WorkContract.at(Employment()).wage_yen_per_month
    case = case_of(_contract("s-1", D, wage_yen_per_month=200_000))
    assert ask_number(case, wage, JOB, D) == (200_000, 200_000)
    assert ask_number(case, wage, JOB, D - 1) == (0, 1 << 60)


def test_contradicting_numbers_are_their_hull() -> None:
    wage = WorkContract.at(Employment()).wage_yen_per_month
    says = [_contract("s-1", D, wage_yen_per_month=200_000),
            _contract("s-2", D, source="person:hoa", wage_yen_per_month=250_000)]  # fmt: skip
    assert ask_number(case_of(*says), wage, JOB, D) == (200_000, 250_000)
    assert on_day(ask_truth(case_of(*says), wage >= yen(220_000, EMPLOYMENT), JOB), D) == CONFLICT
    assert on_day(ask_truth(case_of(*says), wage >= yen(150_000, EMPLOYMENT), JOB), D) == YES
    assert on_day(ask_truth(case_of(says[1]), wage >= yen(150_000, EMPLOYMENT), JOB), D) == UNCONFIRMED


def test_a_disputed_number_is_unknown_until_the_dispute_ends() -> None:
    wage = WorkContract.at(Employment()).wage_yen_per_month
    lines = (_contract("s-1", D, wage_yen_per_month=200_000), dispute("d-1", "s-1", "person:hoa", D + 1))
    enough = wage >= yen(150_000, EMPLOYMENT)
    assert on_day(ask_truth(case_of(*lines), enough, JOB), D) == DISPUTED
    assert on_day(ask_truth(case_of(*lines, resolution("r-1", "d-1", LABOUR_OFFICE, D + 5)), enough, JOB), D) == YES


def test_a_choice_holds_the_values_still_possible() -> None:
    case = case_of(_status("s-1", "student", D), _status("s-2", "dependent", D))
    either = ResidenceStatus.status.is_in(("student", "dependent", "professor"))
    assert on_day(ask_truth(case, either, HOA), D) == YES
    assert on_day(ask_truth(case, ResidenceStatus.status.is_("professor"), HOA), D) == NO
    assert on_day(ask_truth(case, STUDENT, HOA), D) == CONFLICT


def test_a_choice_is_none_only_if_every_holder_says_so() -> None:
    delegated = SupportEngagement.at(Support()).delegated
    about = {**JOB, "supporter": "org:supporter1"}
    told = [coverage(f"c-{n}", "support.engagement", source, about, D, D + 20)
            for n, source in enumerate((EMPLOYER, "org:supporter1"))]  # fmt: skip
    once = statement("s-1", "support.engagement", "org:supporter1", about, D - 9, D - 5, stated=D - 9)
    assert on_day(ask_truth(case_of(once, told[0]), delegated.is_none(), about), D) == MISSING
    assert on_day(ask_truth(case_of(once, told[0]), delegated.is_("part"), about), D) == MISSING
    assert on_day(ask_truth(case_of(once, *told), delegated.is_none(), about), D) == YES
    assert on_day(ask_truth(case_of(once, *told), delegated.is_("part"), about), D) == NO


def test_a_choice_that_one_holder_has_without_the_field_and_another_not_at_all_is_open() -> None:
    delegated = SupportEngagement.at(Support()).delegated
    about = {**JOB, "supporter": "org:supporter1"}
    exists = statement("s-1", "support.engagement", "org:supporter1", about, D)
    denied = coverage("c-1", "support.engagement", EMPLOYER, about, D, D + 20)
    assert on_day(ask_truth(case_of(exists, denied), delegated.is_none(), about), D) == CONFLICT
    assert on_day(ask_truth(case_of(exists, denied), delegated.is_("part"), about), D) == CONFLICT
    assert on_day(ask_truth(case_of(exists), delegated.is_none(), about), D) == NO


# The existence of an employment -----------------------------------------------------------------------------------------------


def _credit(id_: str, day: int) -> Statement:
    about = {**JOB, "bank": "org:bank1"}
    return statement(id_, "bank.wage_credit", "org:bank1", about, day, day + 1, amount_yen=200_000)


def test_a_wage_credit_settles_that_the_job_exists_on_its_day() -> None:
    case = case_of(_credit("s-1", D))
    assert [_employed(case, day) for day in (D - 1, D, D + 1)] == [MISSING, YES, MISSING]


def test_between_two_paydays_the_job_goes_on_and_beyond_a_missed_one_nobody_knows() -> None:
    monthly = case_of(_credit("s-1", D), _credit("s-2", D + 31))
    assert [_employed(monthly, day) for day in (D + 1, D + 30, D + 31, D + 32)] == [YES, YES, YES, MISSING]
    assert _employed(case_of(_credit("s-1", D), _credit("s-2", D + 62)), D + 1) == MISSING


def test_the_last_pay_after_the_end_of_a_job_contradicts_nothing_but_pay_that_goes_on_does() -> None:
    ended = _contract("s-0", D - 90, D - 10, stated=D - 11)
    assert _employed(case_of(ended, _credit("s-1", D)), D) == NO
    assert _employed(case_of(ended, _credit("s-1", D), _credit("s-2", D + 70)), D + 70) == CONFLICT
    assert _employed(case_of(ended, _credit("s-1", D - 20), _credit("s-2", D)), D - 10) == NO


def test_a_person_who_disputes_a_wage_credit_opens_it_and_the_employer_does_not() -> None:
    paid = (_credit("s-1", D), _credit("s-2", D + 30))
    by_person = [case_of(*paid, dispute("d-1", target, "person:hoa", D + 40)) for target in ("s-1", "s-2")]
    assert [_employed(case, D) for case in by_person] == [DISPUTED, YES]
    assert [_employed(case, D + 10) for case in by_person] == [MISSING, MISSING]
    by_employer = [case_of(*paid, dispute("d-1", target, EMPLOYER, D + 40)) for target in ("s-1", "s-2")]
    burdened = [_employed(case, D + 10, bearer="employer", burdens="yes") for case in by_employer]
    assert burdened == [YES, YES]


def test_a_salary_report_to_the_municipality_settles_that_the_job_exists_on_its_day() -> None:
    report = statement("s-1", "tax.salary_report", CITY, JOB, D, D + 1)
    assert [_employed(case_of(report), day) for day in (D - 1, D, D + 1)] == [MISSING, YES, MISSING]


def test_a_notice_to_the_insurer_alone_tells_of_an_employment_but_of_none_of_its_days() -> None:
    notice = statement("s-1", "health.acquisition_notice", "insurer:kyokai", JOB, D, D + 1, acquired_on=D)
    assert ask_truth(case_of(_status("s-0", "student", D)), EMPLOYED, JOB) == []
    assert _employed(case_of(notice), D) == MISSING


# Quantities over periods ------------------------------------------------------------------------------------------------------

_HOURS = WorkHours.at(Employment()).quantity("hours")
_OTHERS = WorkHours.at(Employment()).quantity_of_others("hours")
_WEEK = total_within(_HOURS, last=days(7, EMPLOYMENT), except_on=never(EMPLOYMENT))


def _worked(id_: str, from_day: int, until_day: int, minutes: int, source: str = EMPLOYER, **more: object) -> Statement:
    return statement(id_, "work.hours", source, JOB, from_day, until_day, hours=minutes, **more)  # type: ignore[arg-type]  # as above


def test_a_quantity_enters_wholly_if_the_window_contains_its_period() -> None:
    case = case_of(_worked("s-1", D, D + 7, 1200))
    assert ask_number(case, _WEEK, JOB, D + 6) == (1200, 1200)


def test_a_quantity_enters_with_the_bounds_zero_to_all_if_they_only_overlap() -> None:
    case = case_of(_worked("s-1", D, D + 7, 1200), _worked("s-2", D + 7, D + 14, 600))
    assert ask_number(case, _WEEK, JOB, D + 8) == (0, 1800)


def test_days_that_nobody_tells_of_have_no_upper_bound_and_covered_ones_count_nothing() -> None:
    day = _worked("s-1", D, D + 1, 480)
    assert ask_number(case_of(day), _WEEK, JOB, D) == (480, 1 << 60)
    told = coverage("c-1", "work.hours", EMPLOYER, JOB, D - 20, D + 20)
    assert ask_number(case_of(day, told), _WEEK, JOB, D) == (480, 480)


def test_of_two_quantities_stated_at_once_about_one_period_both_count_in_any_order() -> None:
    lines = (_worked("s-1", D, D + 7, 1200), _worked("s-2", D, D + 7, 1500))
    assert [ask_number(case_of(*o), _WEEK, JOB, D + 6) for o in (lines, lines[::-1])] == [(1200, 1500)] * 2
    later = _worked("s-3", D, D + 7, 1400, stated=D + 9)
    assert ask_number(case_of(*lines, later), _WEEK, JOB, D + 6) == (1400, 1400)


def test_a_month_is_answered_only_by_evidence_of_that_month() -> None:
    """A quarter's hours or a year's income say nothing definite about a week or month in it."""
    case = case_of(_worked("s-1", D, D + 92, 13 * 1800))
    assert ask_number(case, _WEEK, JOB, D + 30) == (0, 13 * 1800)
    enough = hours(28, EMPLOYMENT) >= _WEEK
    assert on_day(ask_truth(case, enough, JOB), D + 30)[0] == "open"
    income = statement("s-1", "tax.income", CITY, HOA, D, D + 365, income_yen=3_000_000)
    of_year = TaxIncome.income_yen >= yen(2_000_000, PERSON)
    answers = ask_truth(case_of(income), of_year, HOA)
    assert [on_day(answers, day) for day in (D - 1, D, D + 364, D + 365)] == [MISSING, YES, YES, MISSING]


def test_per_source_first_then_the_hull_over_sources() -> None:
    others = total_within(_OTHERS, last=days(7, EMPLOYMENT), except_on=never(EMPLOYMENT))
    both = reconciled(_WEEK, others)
    lines = (_worked("s-1", D, D + 7, 1200), _worked("s-2", D, D + 7, 1900, source="person:hoa"))
    assert ask_number(case_of(*lines), _WEEK, JOB, D + 6) == (1200, 1200)
    assert ask_number(case_of(*lines), others, JOB, D + 6) == (1900, 1900)
    assert ask_number(case_of(*lines), both, JOB, D + 6) == (1200, 1900)
    assert on_day(ask_truth(case_of(*lines), both <= hours(28, EMPLOYMENT), JOB), D + 6) == CONFLICT
    assert on_day(ask_truth(case_of(*lines), both <= hours(40, EMPLOYMENT), JOB), D + 6) == YES


def test_settled_a_period_that_has_not_ended_says_nothing_yet() -> None:
    case = case_of(_worked("s-1", D, D + 7, 1200))
    assert ask_number(case, _WEEK, JOB, D + 6, known=instant(D + 6), projected=False) == (1200, 1200)
    assert ask_number(case, _WEEK, JOB, D + 6, known=instant(D + 5), projected=False) == (0, 1 << 60)


# Payments -------------------------------------------------------------------------------------------------------------------

_PAID = PensionContribution.paid()


def _month(id_: str, **more: object) -> Statement:
    return statement(id_, "pension.contribution", PENSION, HOA, D, D + 30, **more)  # type: ignore[arg-type]  # as above


def test_an_absent_day_of_payment_says_nothing_and_unpaid_as_of_excludes_up_to_that_day() -> None:
    assert on_day(ask_truth(case_of(_month("s-1")), _PAID, HOA), D + 5) == MISSING
    unpaid = ask_truth(case_of(_month("s-1", unpaid_as_of=D + 40)), _PAID, HOA)
    assert [on_day(unpaid, day) for day in (D + 40, D + 41)] == [NO, MISSING]
    paid = ask_truth(case_of(_month("s-1", paid_on=D + 40)), _PAID, HOA)
    assert [on_day(paid, day) for day in (D + 39, D + 40, D + 41)] == [NO, YES, NO]


def test_nobodys_word_but_the_offices_own_makes_its_silence_an_unpaid_month() -> None:
    """The office must have said "unpaid" itself, undisputed, before its coverage can say that nothing was paid since."""
    told = coverage("c-1", "pension.contribution", PENSION, HOA, D, D + 90)
    own_word = statement("s-1", "pension.contribution", "person:hoa", HOA, D, D + 30)
    assert on_day(ask_truth(case_of(own_word, told), _PAID, HOA), D + 50) == MISSING
    lines = (_month("s-1", unpaid_as_of=D + 40), told)
    assert on_day(ask_truth(case_of(*lines), _PAID, HOA), D + 50) == NO
    disputed = dispute("d-1", "s-1", "person:hoa", D + 45)
    assert on_day(ask_truth(case_of(*lines, disputed), _PAID, HOA), D + 50)[0] == "open"


def test_whoever_levies_a_tax_alone_denies_that_it_was_paid() -> None:
    due = {"person": "person:hoa", "collector": "org:employer1"}
    said = statement("s-1", "tax.instalment", CITY, due, D, D + 1, unpaid_as_of=D + 9)
    assert on_day(ask_truth(case_of(said), TaxInstalment.at(Instalment()).paid(), due), D + 5) == NO


def test_many_payments_with_both_days_fit_into_the_room_there_is() -> None:
    lines = [_month(f"s-{n}", paid_on=D + 40 + n, unpaid_as_of=D + n, stated=D + n) for n in range(40)]
    paid = ask_truth(case_of(*lines), _PAID, HOA)
    assert [on_day(paid, day) for day in (D + 78, D + 79, D + 80)] == [NO, YES, NO]


def test_of_two_payments_stated_at_once_that_differ_both_count() -> None:
    lines = (_month("s-1", paid_on=D + 9), _month("s-2", unpaid_as_of=D + 20))
    for order in (lines, lines[::-1]):
        assert on_day(ask_truth(case_of(*order), _PAID, HOA), D + 9) == CONFLICT


# Open worlds ----------------------------------------------------------------------------------------------------------------

_LONG_HOURS = WorkContract.at(Employment()).hours_per_week >= hours(20, EMPLOYMENT)
_CLOSED = ForeignWorkerNotice.at(Person()).covered()


def test_an_unclosed_relation_keeps_one_further_unknown_instance() -> None:
    case = case_of(_contract("s-1", D, hours_per_week=30 * 60))
    some, all_ = any_of(_LONG_HOURS, closed_by=_CLOSED), every(_LONG_HOURS, closed_by=_CLOSED)
    assert on_day(ask_truth(case, some, HOA), D) == YES
    assert on_day(ask_truth(case, all_, HOA), D) == MISSING
    assert on_day(ask_truth(case, ~some, HOA), D) == NO
    short = case_of(_contract("s-1", D, hours_per_week=10 * 60))
    assert on_day(ask_truth(short, all_, HOA), D) == NO
    assert on_day(ask_truth(short, some, HOA), D) == MISSING


def test_the_coverage_that_closes_a_relation_lets_no_further_instance() -> None:
    told = coverage("c-1", "work.foreign_worker_notice", LABOUR_OFFICE, HOA, D - 9, D + 20)
    short = case_of(_contract("s-1", D, hours_per_week=10 * 60), told)
    some = any_of(_LONG_HOURS, closed_by=_CLOSED)
    assert on_day(ask_truth(short, some, HOA), D) == NO
    assert on_day(ask_truth(short, some, HOA), D + 20) == MISSING
    assert on_day(ask_truth(case_of(told, _contract("s-2", D, source="person:hoa")), some, HOA), D)[0] == "open"


# What begins, and what belongs to an organisation ---------------------------------------------------------------------


def test_of_facts_side_by_side_one_that_is_going_on_hides_none_that_starts() -> None:
    starts = FamilyRelation.where(FamilyRelation.relation.is_("spouse")).starts()
    lines = (_spouse("s-1", CITY, D - 50), _spouse("s-2", CITY, D, relation="child"))
    started = ask_truth(case_of(*lines), starts, HOA)
    assert [on_day(started, day) for day in (D - 50, D - 49, D)] == [YES, MISSING, MISSING]
    both = ask_truth(case_of(*lines, _spouse("s-3", CITY, D)), starts, HOA)
    assert on_day(both, D) == YES


def test_a_kind_that_may_name_a_person_is_found_under_its_organisation() -> None:
    received = HostReport.holds()
    reports = [
        statement("s-1", "residence.host_report", ISA, {"organisation": HOST}, D, D + 1, report="periodic"),
        statement("s-1", "residence.host_report", ISA, {"organisation": HOST, **HOA}, D, D + 1, report="support"),
    ]
    told = coverage("c-1", "residence.host_report", ISA, {"organisation": HOST}, D - 5, D + 5)
    for report in reports:
        answers = ask_truth(case_of(report, told), received, ORGANISATION_1)
        assert [on_day(answers, day) for day in (D - 1, D, D + 1)] == [NO, YES, NO]


def test_pay_of_one_month_says_nothing_of_the_next() -> None:
    gross = WorkPay.at(Employment()).gross_yen >= yen(100_000, EMPLOYMENT)
    case = case_of(statement("s-1", "work.pay", EMPLOYER, JOB, D, D + 30, gross_yen=200_000))
    answers = ask_truth(case, gross, JOB)
    assert [on_day(answers, day) for day in (D - 1, D, D + 29, D + 30)] == [MISSING, YES, YES, MISSING]
    assert ORGANISATION.is_root
    assert heads(1, PERSON).scope == PERSON
