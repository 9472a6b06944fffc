"""What the loader refuses of a law pack, each with its exact words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kyosei.errors import LawError
from kyosei.facts.kinds import UNBOUND
from kyosei.facts.scopes import EMPLOYMENT, ORGANISATION, PERSON, Employment, Person, Study
from kyosei.facts.vocabulary.education import StudyEnrolment
from kyosei.facts.vocabulary.immigration import AffiliationNotice, PersonParticulars, ResidenceStatus
from kyosei.facts.vocabulary.labour import WorkContract, WorkPay
from kyosei.norms.declare import Norm, Reads, requirement, since_day, status
from kyosei.norms.forms import Limit, Requirement, Status
from kyosei.norms.references import breached
from kyosei.terms.citations import Provision
from kyosei.terms.expressions import Cond, Yen
from kyosei.terms.language import all_of, always, any_of, dated, hours, month_ends_before, yen
from kyosei.terms.questions import Form, Question
from kyosei.timelines.days import NEVER
from tests.evidence.asking import asking, norm_of
from tests.norms.norms import ACT, TITLE, VERIFIED, loaded, report, with_force


def refused(*norms: Norm) -> str:
    """The words with which a law pack is refused."""
    with pytest.raises(LawError) as caught:
        loaded(*norms)
    return str(caught.value)


def refused_at_once(write: Callable[[], object]) -> str:
    """The words with which an expression is refused as it is written."""
    with pytest.raises(LawError) as caught:
        write()
    return str(caught.value)


def test_the_small_norm_itself_is_accepted() -> None:
    assert [norm.id for norm in loaded(report()).norms] == ["test.report"]


def test_two_versions_in_force_on_one_day() -> None:
    before = with_force(report(), date(2000, 1, 1), date(2010, 1, 2))
    after = with_force(report(7), date(2010, 1, 1), date(2020, 1, 1))
    assert refused(after, before) == (
        "test.report: two versions are in force on 2010-01-01; end the earlier one on the day the later one begins"
    )
    assert loaded(with_force(before, date(2000, 1, 1), date(2010, 1, 1)), after).norms[0].latest == after


def test_versions_of_one_norm_that_differ_in_kind_scope_or_bearer() -> None:
    before = with_force(report(), date(2000, 1, 1), date(2010, 1, 1))
    after = replace(with_force(report(), date(2010, 1, 1), date(2020, 1, 1)), bearer="person")
    assert refused(before, after) == "test.report: versions differ in kind, scope or bearer; make them two norms"


def test_a_parameter_that_begins_after_the_norm_came_into_force() -> None:
    wage = WorkContract.at(Employment()).wage_yen_per_month
    parameter = dated(EMPLOYMENT, Yen, [(date(2016, 10, 1), 88_000)])
    norm = with_force(norm_of("test.wage", wage >= parameter), date(2016, 9, 30), date(2030, 1, 1))
    assert refused(norm) == (
        "test.wage: a parameter begins on 2016-10-01, after the norm came into force on 2016-09-30; "
        "date the version by its parameters"
    )
    assert loaded(with_force(norm, date(2016, 10, 1), date(2030, 1, 1))).norms


def test_a_duty_or_limit_without_bearer() -> None:
    assert refused(replace(report(), bearer=None)) == "test.report: a duty has exactly one bearer"
    limit = Limit(always(EMPLOYMENT), always(EMPLOYMENT))
    assert (
        refused(replace(report(), kind="limit", body=limit, bearer=None))
        == "test.report: a limit has exactly one bearer"
    )


def test_a_protected_attribute_that_is_not_declared() -> None:
    norm = norm_of("test.sex", PersonParticulars.sex.is_("female"))
    assert refused(norm) == (
        "test.sex reads sex without declaring it; "
        "add reads=(Reads(…),) with the article that makes it relevant, or do not read it"
    )
    assert loaded(replace(norm, reads=(Reads("sex", ACT.article(7)),))).norms


def test_a_protected_attribute_in_a_test_of_a_statement() -> None:
    norm = norm_of("test.language", PersonParticulars.where(PersonParticulars.languages.has_any("ja")).holds())
    assert refused(norm).startswith("test.language reads language without declaring it; ")


def test_a_birthplace_cannot_be_read_at_all() -> None:
    assert refused_at_once(lambda: PersonParticulars.birthplace) == (
        "person.particulars.birthplace is free text; no norm may read it"
    )


def test_an_expression_of_another_relation() -> None:
    contract, school = WorkContract.at(Employment()).holds(), StudyEnrolment.at(Study()).holds()
    assert refused_at_once(lambda: contract & school) == (
        "expressions about employment and study do not meet; go up with any_of, every, count or total first"
    )


def test_a_norm_about_a_person_that_speaks_of_one_employment() -> None:
    norm = replace(norm_of("test.person", always(PERSON)), body=Status(always(PERSON), WorkContract.holds()))
    assert refused(norm) == "test.person: holds speaks of employment; go up to person with a quantifier"


def test_a_quantifier_that_goes_up_to_nobody() -> None:
    assert refused_at_once(lambda: any_of(always(PERSON), closed_by=always(PERSON))) == (
        "a quantifier goes up from a relation to its subject, not from person"
    )


def test_a_kind_that_the_vocabulary_does_not_have() -> None:
    node = replace(WorkContract.holds().node, question=Question("work.contrat", Form.HOLDS, (0, 1)))
    assert refused(norm_of("test.kind", Cond(node))) == (
        "test.kind asks for work.contrat, which the vocabulary does not have"
    )


def test_a_question_that_does_not_say_about_whom_its_records_are_kept() -> None:
    norm = norm_of("asked", AffiliationNotice.at(organisation=Employment().employer).holds())
    assert refused_at_once(lambda: asking([norm])) == (
        "residence.affiliation_notice is kept by its person: a question about it must say which,"
        " or go up from a relation of person with a quantifier"
    )


def test_a_norm_about_nobody() -> None:
    norm = replace(norm_of("test.nobody", always(ORGANISATION)), scope=UNBOUND)
    assert refused(norm) == (
        "test.nobody speaks about nobody; give it the scope of the person, organisation or relation"
    )


def test_a_norm_of_a_scope_that_the_law_does_not_list() -> None:
    norm = norm_of("test.scope", always(EMPLOYMENT))
    assert refused_at_once(lambda: asking([norm], (PERSON,))) == (
        "test.scope: its scope employment is not listed among the scopes of the law"
    )


def test_a_quantity_of_some_of_what_was_told() -> None:
    some = WorkPay.at(Employment()).where(WorkPay.base_yen >= yen(1, EMPLOYMENT))
    words = "takes in whatever is told of the kind; leave out where(…)"
    assert refused_at_once(lambda: some.quantity("gross_yen")) == f"work.pay: quantity(…) {words}"
    assert refused_at_once(lambda: some.quantity_of_others("gross_yen")) == f"work.pay: quantity_of_others(…) {words}"
    assert refused_at_once(some.covered) == f"work.pay: covered() {words}"


BAD_CITATIONS: dict[str, tuple[Callable[[], object], str]] = {
    "a_title_instead_of_a_number": (
        lambda: Provision("Immigration Act", "19"),
        "a law is cited by its register number such as 326CO0000000319, or as guideline:NAME; not 'Immigration Act'",
    ),
    "an_address": (
        lambda: Provision("https://laws.e-gov.go.jp/law/326CO0000000319", "19"),
        "a law is cited by its register number such as 326CO0000000319, or as guideline:NAME; "
        "not 'https://laws.e-gov.go.jp/law/326CO0000000319'",
    ),
    "an_article_in_words": (
        lambda: Provision("326CO0000000319", "第十九条"),
        "article '第十九条' of 326CO0000000319: write 19-16 for article 19 no. 16, "
        "suppl:17 for a supplementary provision, app:NAME for an appended table, main for a rule without articles",
    ),
    "a_paragraph_in_words": (
        lambda: Provision("326CO0000000319", "19", "two"),
        "paragraph 'two' of 326CO0000000319 article 19: write digits",
    ),
}


@pytest.mark.parametrize("id_", BAD_CITATIONS)
def test_a_citation_that_is_not_well_formed(id_: str) -> None:
    write, words = BAD_CITATIONS[id_]
    assert refused_at_once(write) == words


def test_a_norm_that_cites_nothing() -> None:
    assert refused(replace(report(), provisions=())) == "test.report: cite the provision it rests on"


def test_a_norm_that_was_never_in_force() -> None:
    norm = with_force(report(), date(2020, 1, 1), date(2020, 1, 1))
    assert refused(norm) == "test.report: in force from 43829 until 43829 is no period"


def test_a_review_that_lies_before_the_verification() -> None:
    norm = report()
    assert refused(replace(norm, review_on=norm.verified_on - 1)) == (
        "test.report: the review date lies before the day it was verified"
    )


NO_BOOL = (
    "an expression of a norm is a whole timeline, not true or false: "
    "write &, |, ~, all_of, any_of and .unless instead of and, or, not, if"
)
_STUDENT: Any = ResidenceStatus.status.is_("student")  # Any: the type checker refuses these, too (tests/facts/mistakes)
AS_BOOL: dict[str, Callable[[], Any]] = {  # Any: what would come out does not matter
    "and": lambda: _STUDENT and _STUDENT,
    "or": lambda: _STUDENT or _STUDENT,
    "not": lambda: not _STUDENT,
    "if": lambda: 1 if _STUDENT else 0,
    "bool": lambda: bool(_STUDENT),
    "a_chain_of_comparisons": lambda: hours(1, EMPLOYMENT) < WorkContract.hours_per_week < hours(2, EMPLOYMENT),
}


@pytest.mark.parametrize("id_", AS_BOOL)
def test_an_expression_used_as_true_or_false(id_: str) -> None:
    assert refused_at_once(AS_BOOL[id_]) == NO_BOOL


def test_an_expression_that_is_looped_over() -> None:
    assert refused_at_once(lambda: all_of(*_STUDENT)) == (
        "an expression of a norm cannot be looped over; use any_of, every, count or total"
    )


def test_a_sample_of_a_month_that_has_not_ended() -> None:
    assert refused_at_once(lambda: month_ends_before(_STUDENT, months=0)) == (
        "0 months back, on the first day of a month: that month has not ended yet; ask for 1 or more"
    )


def test_a_reference_to_a_norm_that_is_listed_later() -> None:
    refers = norm_of("test.refers", breached(report()))
    assert loaded(report(), refers).norms
    assert refused(refers, report()) == "a norm refers to test.report, which must be listed before it"


def _undocumented() -> None:
    @status(ACT.article(1), id="test.silent", title=TITLE, in_force=since_day(2000, 1, 1), verified_on=VERIFIED,
            authority="authority:isa")  # fmt: skip
    def norm(person: Person) -> Status:
        return Status(always(PERSON), always(PERSON))

    del norm


def _of_two() -> None:
    declare: Any = requirement(ACT.article(1), id="test.two", title=TITLE, in_force=since_day(2000, 1, 1),
                               verified_on=VERIFIED, authority="authority:isa")  # fmt: skip

    def norm(person: Person, job: Employment) -> Requirement:
        """It speaks of two."""
        return Requirement(always(PERSON), always(PERSON))

    declare(norm)


def test_a_norm_that_does_not_say_what_its_provision_demands() -> None:
    assert refused_at_once(_undocumented) == "test.silent: say in the docstring what the provision demands"


def test_a_norm_with_two_arguments() -> None:
    assert refused_at_once(_of_two) == (
        "test.two: the function of a norm takes one argument, whose type names its scope"
    )


def test_a_bearer_who_is_no_party() -> None:
    from kyosei.norms.declare import limit

    @limit(ACT.article(1), id="test.bearer", title=TITLE, bearer="employer", protects=None,
           in_force=since_day(2000, 1, 1), verified_on=VERIFIED, authority="authority:isa")  # fmt: skip
    def of_job(job: Employment) -> Limit:
        """It has a bearer."""
        return Limit(always(EMPLOYMENT), always(EMPLOYMENT))

    assert of_job.bearer == "employer"

    def of_person(person: Person) -> Limit:
        """It has none."""
        return Limit(always(PERSON), always(PERSON))

    declare = limit(ACT.article(1), id="test.bearer", title=TITLE, bearer="employer", protects=None,
                    in_force=since_day(2000, 1, 1), verified_on=VERIFIED, authority="authority:isa")  # fmt: skip
    assert (
        refused_at_once(lambda: declare(of_person))
        == "test.bearer: 'employer' is no party of person, nor an office (authority:NAME) that bears it"
    )


def test_a_norm_may_stay_in_force_for_ever() -> None:
    assert report().force.until_day == NEVER
