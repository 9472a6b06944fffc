"""A person's case out of local persons' records: exact on unlinking (P09), disputed where it rests on a dispute (P10)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.evidence.known import Standing, standing
from kyosei.facts.case_file import read_case
from kyosei.facts.links import LinkEntry, standing_links
from kyosei.facts.statements import Case, Dispute, Statement
from kyosei.identity.person_case import case_of_person
from kyosei.identity.persons import join
from tests.identity.links_made import LOCALS, dispute, link, resolution, sequences, unlink

ISA, PENSION, ACME = "authority:isa", "authority:pension-service", "org:acme"
LATE = 4_000_000_000_000_000  # microseconds, in 2096
A, B, C = "person:a", "person:b", "person:c"
INSTITUTION_OF = {A: ISA, B: PENSION, C: ACME, "person:d": PENSION, "person:e": ISA, "person:f": ACME}


def case(*lines: Mapping[str, object]) -> Case:
    """A case of the local persons, with lines stated in 2026."""
    parties: list[dict[str, object]] = [{"type": "party", "id": local, "party": "person"} for local in LOCALS]
    parties.append({"type": "party", "id": ACME, "party": "organisation", "roles": ["employer"]})
    stated = [{"stated_at": "2026-01-01T09:00:00+09:00", **line} for line in lines]
    return read_case([("case.jsonl", "\n".join(map(json.dumps, [*parties, *stated])).encode())])


def says(id_: str, local: str, source: str) -> dict[str, object]:
    """A statement of the institution about its local person."""
    kind, about, data = {
        ISA: ("residence.status", {"person": local}, {"status": "student"}),
        PENSION: ("pension.enrolment", {"person": local, "employer": ACME}, {"scheme": "employees"}),
        ACME: ("work.contract", {"person": local, "employer": ACME}, {"hours_per_week": 40}),
    }[source]
    return {
        "type": "statement", "id": id_, "kind": kind, "source": source, "about": about, "from": "2025-04-01", "data": data,
    }  # fmt: skip


def covers(id_: str, about: dict[str, str], count: int | None = None) -> dict[str, object]:
    """The Pension Service has told all."""
    return {
        "type": "coverage", "id": id_, "kind": "pension.enrolment", "source": PENSION, "about": about,
        "from": "2025-01-01", "until": "2026-01-01", "count": count,
    }  # fmt: skip


EVERYBODY = case(*(says(f"s-{local[-1]}", local, institution) for local, institution in INSTITUTION_OF.items()))


def seen(held: Case, entries: Iterable[LinkEntry], local: str, known: int = LATE) -> tuple[Case, Standing]:
    made = case_of_person(held, entries, INSTITUTION_OF, local, known)
    return made, standing(made, known)


def about(statements: Iterable[Statement], person: str) -> set[str]:
    return {line.id for line in statements if person in line.about.values()}


@given(sequences(), st.sampled_from(LOCALS))
def test_a_person_has_the_statements_of_all_linked_and_those_behind_a_dispute_are_disputed(
    entries: list[LinkEntry], local: str
) -> None:
    persons = join(LOCALS, standing_links(entries, LATE))
    person = persons.person_of[local]
    assert set(persons.members[person]) & seen(EVERYBODY, entries, local)[0].parties.keys() == {local}
    made, stands = seen(EVERYBODY, entries, local)
    own = {f"s-{member[-1]}" for member in persons.members[person]}
    behind = {f"s-{other[-1]}" for other in persons.behind.get(person, ())}
    assert about(made.statements, local) == own | behind
    assert set(stands.disputers) == behind
    assert all(stands.disputers[id_] in made.parties for id_ in behind)


@given(sequences(), st.permutations(LOCALS), st.sampled_from(LOCALS))
def test_unlinking_restores_every_case_exactly(entries: list[LinkEntry], pair: Sequence[str], local: str) -> None:
    ended = [*entries, link("new", pair[0], pair[1], 100), unlink("end", "new", 200)]
    assert seen(EVERYBODY, ended, local) == seen(EVERYBODY, entries, local)


@given(sequences(), st.sampled_from(LOCALS))
def test_without_links_or_disputes_nothing_is_disputed_and_the_disputes_of_a_case_stay(
    entries: list[LinkEntry], local: str
) -> None:
    settled = [entry for entry in entries if not isinstance(entry, Dispute)]
    said = {"type": "dispute", "id": "d", "target": "s", "by": A, "reason": "wrong"}
    made, stands = seen(case(says("s", A, ISA), said), settled, local)
    assert [line.id for line in made.disputes] == ["d"]
    assert set(stands.disputers) == {"s"}


@pytest.mark.parametrize("by", [A, B, ISA, PENSION, ACME, "municipality:kita", "person:friend"])
@pytest.mark.parametrize("local", [A, B])
def test_whoever_disputes_a_link_what_rests_on_it_is_disputed_on_both_sides(by: str, local: str) -> None:
    """Also where the source of the record disputes: its own line it could not dispute, the link it can."""
    entries: list[LinkEntry] = [link("l1", A, B), dispute("d1", "l1", by)]
    _, stands = seen(EVERYBODY, entries, local)
    other = "s-b" if local == A else "s-a"
    assert set(stands.disputers) == {other}
    kept = [*entries, resolution("r1", "d1", "kept", 1)]
    _, settled = seen(EVERYBODY, kept, local)
    assert not settled.disputers


def test_a_dispute_counts_from_when_it_was_recorded() -> None:
    entries: list[LinkEntry] = [link("l1", A, B), dispute("d1", "l1", at=LATE)]
    assert not seen(EVERYBODY, entries, A, LATE - 1)[1].disputers
    assert seen(EVERYBODY, entries, A)[1].disputers


LINKED: list[LinkEntry] = [link("l1", A, B)]
DISPUTED: list[LinkEntry] = [*LINKED, dispute("d1", "l1")]


@pytest.mark.parametrize(
    ("entries", "kept", "disputed"),
    [
        ([], {"named"}, set()),  # the Pension Service does not know this person: its silence says nothing
        (LINKED, {"wide", "named", "all"}, set()),
        (DISPUTED, {"wide", "named", "all"}, {"wide", "all"}),
        ([*LINKED, unlink("u1", "l1")], {"named"}, set()),
    ],
)
def test_a_wide_coverage_speaks_only_of_those_whom_its_source_knows(
    entries: list[LinkEntry], kept: set[str], disputed: set[str]
) -> None:
    held = case(covers("wide", {"employer": ACME}), covers("all", {}), covers("named", {"person": A}))
    made, stands = seen(held, entries, A)
    assert {line.id for line in made.coverages} == kept
    assert set(stands.disputers) == disputed


def test_a_coverage_about_somebody_behind_a_dispute_is_disputed() -> None:
    _, stands = seen(case(covers("named", {"person": B})), DISPUTED, A)
    assert set(stands.disputers) == {"named"}


@pytest.mark.parametrize(("count", "void"), [(2, set()), (3, {"wide"}), (1, {"wide"}), (None, set())])
def test_counts_are_compared_with_all_that_is_held_and_not_with_one_persons_part(
    count: int | None, void: set[str]
) -> None:
    held = case(
        says("s-1", B, PENSION), says("s-2", "person:d", PENSION), covers("wide", {"employer": ACME}, count)
    )  # fmt: skip
    _, stands = seen(held, LINKED, A)
    assert {line.id for line in stands.void} == void


def test_a_person_is_all_local_persons_in_one() -> None:
    lines: list[dict[str, object]] = [
        {
            "type": "party",
            "id": A,
            "party": "person",
            "born": "1998-05-01",
            "names": [{"script": "Latn", "text": "HOA"}],
        },
        {
            "type": "party",
            "id": B,
            "party": "person",
            "born": "1998-05-01",
            "names": [{"script": "Kana", "text": "ホア"}],
        },
        {"type": "party", "id": C, "party": "person", "born": "1999-05-01"},
    ]
    held = read_case([("case.jsonl", "\n".join(map(json.dumps, lines)).encode())])
    joined = case_of_person(held, LINKED, INSTITUTION_OF, B, LATE).parties[B]
    assert [name.text for name in joined.names] == ["HOA", "ホア"]
    assert joined.born == held.parties[A].born
    three = case_of_person(held, [*LINKED, link("l2", B, C)], INSTITUTION_OF, B, LATE).parties
    assert three[B].born is None  # they differ, so it is not known
    apart = case_of_person(held, DISPUTED, INSTITUTION_OF, A, LATE).parties
    assert [name.text for name in apart[A].names] == ["HOA"]


def test_parties_in_fields_and_speakers_are_the_persons_too() -> None:
    relation = {
        "type": "statement", "id": "s-1", "kind": "family.relation", "source": B, "about": {"person": B, "other": C},
        "from": "2025-04-01", "data": {"relation": "spouse"},
    }  # fmt: skip
    made, _ = seen(case(relation), LINKED, A)
    (line,) = made.statements
    assert (line.source, line.about) == (A, {"person": A, "other": C})
    made, stands = seen(case(relation), DISPUTED, A)
    (line,) = made.statements
    assert (line.source, line.about) == (B, {"person": A, "other": C})  # who spoke may be somebody else
    assert set(stands.disputers) == {"s-1"}
