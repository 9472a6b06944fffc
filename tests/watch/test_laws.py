"""Another law is evaluated for those alone whom a norm concerns that reads what changed; and it ends as if all were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from kyosei.facts.scopes import SCOPES
from kyosei.facts.vocabulary import KINDS
from kyosei.journal.watch_tables import corrections, verdicts, watch_norms, watch_relations, watch_subjects
from kyosei.law.jp import host_reports, organisation_notice
from kyosei.norms.archive import restore_law, write_law
from kyosei.norms.checks import sole_holders
from kyosei.norms.compiler import compile_law
from kyosei.timelines.days import instant_from_microseconds
from kyosei.verdicts.evaluate import Loaded, load
from kyosei.watch.evaluated import Evaluated
from kyosei.watch.following import Step
from kyosei.watch.leads import LEADS, Leads
from kyosei.watch.norm_prints import LawPrints
from kyosei.watch.transitions import Sort
from tests.depth import examples_with_a_database
from tests.journal.fakes import START
from tests.journal.server import Server
from tests.watch.histories import PARTIES, Happening, declarations, histories
from tests.watch.laws import (
    Changed,
    changes,
    few_norms,
    table_of,
    with_amount,
    with_holiday,
    with_longer_term,
    with_more_instances,
    with_other_words,
    with_slower,
    without,
)
from tests.watch.test_following import enter
from tests.watch.towns import Line, Town

DAY = 86_400_000_000
SAID = instant_from_microseconds(START).isoformat()
SCHOOL: tuple[Line, ...] = (
    {"type": "party", "id": "org:z", "party": "organisation", "roles": ["school"]},
    {"type": "statement", "id": "enrolled", "kind": "study.enrolment", "source": "org:z", "from": "2025-04-01",
     "about": {"person": "person:c", "school": "org:z"}, "stated_at": SAID,
     "data": {"course": "vocational", "mode": "day", "full_time": True}},
)  # fmt: skip
"""Person c is a student, too."""


@pytest.fixture(scope="module")
def few(law: Loaded) -> Loaded:
    """A law of few norms."""
    return few_norms(law)


@contextmanager
def seen() -> Iterator[set[tuple[str, str]]]:
    """Which norms are evaluated of whom."""
    found: set[tuple[str, str]] = set()
    made = Evaluated.of

    def noted(loaded: Loaded, case: Any, subjects: Sequence[str], known: int) -> Evaluated:
        norms = [norm.id for norm in loaded.law.norms] or [""]
        found.update((subject, norm) for subject in subjects for norm in norms)
        return made(loaded, case, subjects, known)

    with patch.object(Evaluated, "of", noted):
        yield found


def watched(law: Loaded) -> frozenset[str]:
    """The norms of which verdicts are kept: what one may strive for is not watched."""
    return frozenset(norm.id for norm in law.law.norms if norm.latest.goal is None)


def concerned(town: Town, law: Loaded, norms: Set[str]) -> set[str]:
    """Who has an instance of what one of these norms is about, or a kept verdict of one that is not in the law."""
    there = [norm for norm in law.law.norms if norm.id in norms]
    gone = norms - {norm.id for norm in there}
    with town.engine.connect() as connection:
        there_are = connection.scalars(sa.select(watch_subjects.c.subject)).all()
        found = set(connection.scalars(sa.select(verdicts.c.subject).where(verdicts.c.norm.in_(gone))))
    examined = town.examined(law, there_are)
    return found | {subject for subject, one in examined if any(one.instances(norm) for norm in there)}


def kept(town: Town, *left_out: str) -> set[tuple[Any, ...]]:
    """The kept verdicts as they are, without these columns, and from where they are."""
    columns = [one for one in verdicts.c if one.name not in ("law", "position", "known", *left_out)]
    with town.engine.connect() as connection:
        return {tuple(map(str, row)) for row in connection.execute(sa.select(*columns))}


def forget_what_is_read(engine: sa.Engine) -> None:
    """Then nothing is known to be as it was, so everybody is looked at anew under the next law."""
    with engine.begin() as connection:
        connection.execute(sa.delete(watch_norms))
        connection.execute(sa.delete(watch_relations))


def corrected(town: Town) -> set[tuple[str, ...]]:
    with town.engine.connect() as connection:
        return {tuple(map(str, list(row)[1:])) for row in connection.execute(sa.select(corrections))}


def told_of(town: Town, norms: frozenset[str]) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """What was told of these norms; and of the others, without when, and without whether a breach is settled: that is told as of
    the next day, where nobody is looked at that day.
    """
    of_norms, of_others = set(), set()
    for row in town.told():
        named = row._asdict()
        if row.norm in norms:
            of_norms.add(tuple(str(said) for name, said in named.items() if name != "number"))
        elif row.sort != Sort.SETTLED:
            places = ("number", "id", "day", "position", "known", "law", "settled")
            of_others.add(tuple(str(said) for name, said in named.items() if name not in places))
    return of_norms, of_others


STATED: tuple[Line, ...] = (
    {"type": "statement", "id": "contract", "kind": "work.contract", "source": "org:x", "from": "2025-06-01",
     "about": {"person": "person:a", "employer": "org:x"}, "stated_at": SAID,
     "data": {"hours_per_week": 40, "days_per_month": 21, "wage_yen_per_month": 250000}},
    {"type": "statement", "id": "stays", "kind": "residence.status", "source": "authority:isa", "from": "2025-02-01",
     "until": "2027-02-01", "about": {"person": "person:b"}, "stated_at": SAID,
     "data": {"status": "engineer-humanities-international", "granted_period": "P1Y"}},
    {"type": "statement", "id": "profile", "kind": "employer.profile", "source": "org:x", "from": "2025-06-01",
     "about": {"employer": "org:x"}, "stated_at": SAID, "data": {"legal_form": "corporation"}},
)  # fmt: skip
"""Person a works, person b only stays."""
WORKER, PERSONS, ORGANISATIONS = {"person:a"}, {"person:a", "person:b", "person:c"}, {"org:x", "org:y", "org:z"}
ENROLLED, ACQUIRED, LEFT = "jp.pension.enrolled", "jp.pension.report-acquisition", "jp.education.school-notice-left"


def town_with_staff(engine: sa.Engine) -> Town:
    """One in which links can be ended."""
    town = Town.on(engine)
    town.world.register("authority:isa", human="staff:7", entry_types=["link", "unlink"], speaks_for=["*"])
    return town


def small_town(engine: sa.Engine) -> Town:
    """A worker, a resident and a student."""
    town = town_with_staff(engine)
    for happening in (Happening(START, declarations()), Happening(START, SCHOOL), Happening(START + DAY, STATED)):
        enter(town, happening)
    return town


def test_who_reads_what_changed_and_nobody_else_is_evaluated(database: sa.Engine, few: Loaded) -> None:
    town = small_town(database)
    town.watch(few).catch_up()
    wage = table_of(few, "jp.labour.minimum-wage")
    for changed, subjects, norms in (
        (with_longer_term(few, LEFT), {"person:c"}, {LEFT}),
        (with_longer_term(few, ACQUIRED), WORKER, {ACQUIRED, ENROLLED}),
        (with_longer_term(few, "jp.ssw.supporter-change"), ORGANISATIONS, {"jp.ssw.supporter-change"}),
        (with_longer_term(few, "jp.immigration.apply-before-expiry"), PERSONS, {"jp.immigration.apply-before-expiry"}),
        (with_amount(few, wage), WORKER, {"jp.labour.minimum-wage"}),
        (without(few, ENROLLED), WORKER, {ENROLLED}),
        (with_slower(few, "study.enrolment"), None, None),
        (with_slower(few, "work.employment"), None, None),
        (with_holiday(few, 50_000), None, None),
        (with_other_words(few), set(), set()),
    ):
        read = changed.norms & watched(few) if norms is None else norms
        wanted = concerned(town, changed.law, read) if subjects is None else subjects
        for law in (changed.law, few):
            with seen() as evaluated:
                did = town.watch(law).catch_up()
            there = {norm.id for norm in law.law.norms}
            assert {subject for subject, _ in evaluated} == wanted, changed.what
            assert {norm for _, norm in evaluated if norm} == read & there, changed.what
            assert did.subjects == len(wanted)
            assert town.kept() == town.computed(law, sorted(PERSONS | ORGANISATIONS)), changed.what


def test_where_a_relation_is_told_by_other_records_everybody_is_looked_at_for_the_norms_about_it(
    database: sa.Engine, few: Loaded
) -> None:
    town = small_town(database)
    town.watch(few).catch_up()
    changed = with_more_instances(few, "study", "work.contract", ("person", "employer"))
    for law in (changed.law, few):
        with seen() as evaluated:
            town.watch(law).catch_up()
        assert {subject for subject, _ in evaluated} == PERSONS | ORGANISATIONS
        assert {norm for _, norm in evaluated} == changed.norms & watched(few)
        assert town.kept() == town.computed(law, sorted(PERSONS | ORGANISATIONS))
        studies = {about for subject, norm, about, _ in town.kept() if norm == LEFT and subject == "person:a"}
        assert bool(studies) == (law is changed.law)


def test_another_lead_is_told_to_whom_its_norm_concerns(database: sa.Engine, few: Loaded) -> None:
    town = small_town(database)
    town.watch(few).catch_up()
    with seen() as evaluated:
        town.watch(few, leads=Leads({**LEADS, ACQUIRED: 21})).catch_up()
    assert evaluated == {("person:a", ACQUIRED)}


def test_what_is_not_known_to_be_as_it_was_is_looked_at(database: sa.Engine, few: Loaded) -> None:
    town = small_town(database)
    town.watch(few).catch_up()
    everybody = PERSONS | ORGANISATIONS
    changed = with_longer_term(few, LEFT)
    with database.begin() as connection:
        connection.execute(sa.update(watch_subjects).where(watch_subjects.c.subject == "person:c").values(prints=b""))
        connection.execute(sa.update(watch_subjects).where(watch_subjects.c.subject == "person:b").values(scopes=None))
    with seen() as evaluated:
        town.watch(changed.law).catch_up()
    assert {subject for subject, norm in evaluated if norm == LEFT} == {"person:b", "person:c"}
    assert {subject for subject, norm in evaluated if norm == ACQUIRED} == {"person:c"}
    assert town.kept() == town.computed(changed.law, sorted(everybody))
    forget_what_is_read(database)
    with seen() as evaluated:
        town.watch(few).catch_up()
    assert {subject for subject, norm in evaluated if norm == ACQUIRED} == everybody
    assert town.kept() == town.computed(few, sorted(everybody))


def test_a_law_that_is_read_again_has_the_same_prints(law: Loaded) -> None:
    compiled = compile_law("jp", [*host_reports.NORMS, *organisation_notice.NORMS], SCOPES, sole_holders(KINDS))
    prints = [
        LawPrints.of(load(one, law.table, law.holidays), Leads())
        for one in (compiled, restore_law(write_law(compiled)))
    ]
    assert prints[0].norms
    assert prints[0].together == prints[1].together
    assert not prints[0].changes_to(prints[1]).norms


class StoppedError(Exception):
    """In the place of the end of a process."""


@pytest.mark.parametrize("then", ["the same law", "yet another law", "the law before"])
def test_stopped_at_any_step_of_taking_a_law_it_ends_the_same(server: Server, few: Loaded, then: str) -> None:
    changed = with_longer_term(few, ACQUIRED)
    last = {"the same law": changed, "the law before": Changed(few, frozenset(), "back")}.get(then, without(few, LEFT))
    with server.fresh() as one, server.fresh() as other:
        whole, broken = small_town(one), small_town(other)
        for town in (whole, broken):
            town.enter(
                {**STATED[0], "id": "second", "source": "org:y", "about": {"person": "person:b", "employer": "org:y"}}
            )
            town.watch(few).catch_up()
        whole.watch(changed.law).catch_up()
        whole.watch(last.law).catch_up()
        stops = 0
        for step in Step:

            def stop(found: Step, at: Step = step) -> None:
                if found is at:
                    raise StoppedError

            try:
                broken.watch(changed.law, subjects_max=1, reached=stop).catch_up()
            except StoppedError:
                stops += 1
        assert stops >= 5
        broken.watch(last.law, subjects_max=1).catch_up()
        assert broken.kept() == whole.kept() == broken.computed(last.law, sorted(PERSONS | ORGANISATIONS))
        assert kept(broken) == kept(whole)
        if then == "the same law":
            assert broken.all_told() == whole.all_told()


@given(data=st.data(), history=histories(steps_max=6), most=st.integers(1, 4))
@examples_with_a_database(3)
def test_another_law_ends_as_if_everybody_were_looked_at_and_evaluates_what_reads_the_change(
    server: Server, few: Loaded, data: st.DataObject, history: list[Happening], most: int
) -> None:
    first, second = data.draw(changes(few)), data.draw(changes(few))
    laws = [(first.law, first.norms), (few, first.norms), (second.law, second.norms), (few, second.norms)]
    with server.fresh() as one, server.fresh() as other:
        exact, everybody = town_with_staff(one), town_with_staff(other)
        for town in (exact, everybody):
            for happening in (*history, Happening(history[-1].at, SCHOOL)):
                enter(town, happening)
            town.watch(few).catch_up()
        for law, norms in laws:
            expected = concerned(exact, law, norms & watched(few))
            with seen() as evaluated:
                did = exact.watch(law, subjects_max=most).catch_up()
            assert did.subjects == len(expected)
            assert {subject for subject, _ in evaluated} == expected
            there = {norm.id for norm in law.law.norms} & norms & watched(few)
            assert {norm for _, norm in evaluated if norm} == (there if expected else set())
            forget_what_is_read(other)
            everybody.watch(law).catch_up()
            assert exact.kept() == everybody.kept() == exact.computed(law, (*PARTIES, "org:z"))
            assert kept(exact, "settled", "next_on") == kept(everybody, "settled", "next_on")
            assert corrected(exact) == corrected(everybody)
        both = first.norms | second.norms
        assert told_of(exact, both) == told_of(everybody, both)
        for days in (1, 40):
            for town in (exact, everybody):
                town.world.now[0] += days * DAY
                town.watch(few).catch_up()
            assert kept(exact) == kept(everybody)
            assert told_of(exact, both) == told_of(everybody, both)
            assert corrected(exact) == corrected(everybody)
