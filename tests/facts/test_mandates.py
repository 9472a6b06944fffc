"""Who may act for whom on a day as known at an instant, and who may see what with consent: a table of short lives."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.evidence.known import standing
from kyosei.facts.case_file import read_case
from kyosei.facts.mandates import (
    Bar,
    FamilyRecord,
    consents_of,
    majority_day,
    may_act,
    representations_of,
)
from kyosei.facts.vocabulary.family import ACTS
from kyosei.timelines.days import date_from_day, day_from_date, microseconds_from_instant

Line = Mapping[str, object]
PARTIES = [
    {"type": "party", "id": "person:hoa", "party": "person", "born": "1998-05-01"},
    {"type": "party", "id": "person:mai", "party": "person", "born": "2008-03-10"},
    {"type": "party", "id": "person:unborn", "party": "person"},
    {"type": "party", "id": "person:friend", "party": "person", "born": "1990-01-01"},
    {"type": "party", "id": "person:mother", "party": "person", "born": "1980-01-01"},
    {"type": "party", "id": "org:npo", "party": "organisation"},
]


def mandate(id_: str, holder: str, as_: str, *, person: str = "person:hoa", source: str | None = None,
            from_: str = "2026-04-01", until: str | None = None, acts: tuple[str, ...] | None = ("apply", "view"),
            **more: object) -> Line:  # fmt: skip
    data = {"as": as_} | ({} if acts is None else {"acts": list(acts)})
    return {
        "type": "statement", "id": id_, "kind": "mandate", "source": source or person,
        "about": {"person": person, "holder": holder}, "from": from_, "until": until, "data": data,
        "stated_at": "2026-04-01T09:00:00+09:00", **more,
    }  # fmt: skip


def death(person: str, on: str, source: str = "municipality:131130", id_: str = "death") -> Line:
    return {
        "type": "statement", "id": id_, "kind": "person.death", "source": source, "about": {"person": person}, "on": on,
        "stated_at": "2026-06-20T09:00:00+09:00",
    }  # fmt: skip


def withdrawal(target: str, source: str = "person:hoa", at: str = "2026-06-01T09:00:00+09:00") -> Line:
    return {"type": "withdrawal", "id": f"w-{target}", "target": target, "source": source, "stated_at": at}


def dispute(target: str, by: str, at: str = "2026-05-01T09:00:00+09:00") -> Line:
    return {"type": "dispute", "id": f"d-{target}", "target": target, "by": by, "reason": "not mine", "stated_at": at}


def resolution(target: str) -> Line:
    return {
        "type": "resolution", "id": f"r-{target}", "target": target, "by": "authority:court", "outcome": "kept",
        "reason": "heard both", "stated_at": "2026-06-01T09:00:00+09:00",
    }  # fmt: skip


def record(lines: tuple[Line, ...], known: str) -> FamilyRecord:
    """What is on record as known at an instant, from the lines of a file."""
    written = "\n".join(json.dumps(line) for line in (*PARTIES, *lines))
    case = read_case([("lines", written.encode())])
    found = standing(case, microseconds_from_instant(datetime.fromisoformat(known)))
    born = {party.id: party.born for party in case.parties.values() if party.born is not None}
    return FamilyRecord(found.statements, frozenset(found.disputers), born)


@dataclass(frozen=True)
class Life:
    """What was said, when we ask, about which day, and what comes out: holder → why not, None if they may act."""

    lines: tuple[Line, ...]
    on: str
    expected: Mapping[str, Bar | None]
    known: str = "2026-07-01T00:00:00+09:00"
    person: str = "person:hoa"


FRIEND = mandate("m", "person:friend", "helper")
MOTHER = mandate(
    "m", "person:mother", "guardian", person="person:mai", source="municipality:131130", from_="2020-05-01", acts=None
)
COURT = mandate("m", "org:npo", "guardian", source="authority:court", acts=None)

LIVES = {
    "a_helper_whom_the_person_named": Life((FRIEND,), "2026-04-01", {"person:friend": None}),
    "one_day_too_early": Life((FRIEND,), "2026-03-31", {"person:friend": Bar.NOT_BEGUN}),
    "not_yet_known": Life((FRIEND,), "2026-04-02", {}, known="2026-04-01T08:59:59+09:00"),
    "the_last_day": Life(
        (mandate("m", "org:npo", "representative", until="2026-05-01"),), "2026-04-30", {"org:npo": None}
    ),
    "the_day_after_the_last": Life(
        (mandate("m", "org:npo", "representative", until="2026-05-01"),), "2026-05-01", {"org:npo": Bar.EXPIRED}
    ),
    "named_by_the_helper_alone": Life(
        (mandate("m", "person:friend", "helper", source="person:friend"),), "2026-05-01",
        {"person:friend": Bar.UNCONFIRMED},
    ),
    "named_by_both": Life(
        (FRIEND, mandate("own", "person:friend", "helper", source="person:friend")), "2026-05-01",
        {"person:friend": None},
    ),
    "the_helper_gives_it_up": Life(
        (FRIEND, mandate("own", "person:friend", "helper", source="person:friend", until="2026-05-10")), "2026-05-10",
        {"person:friend": Bar.RESIGNED},
    ),
    "the_day_before_the_helper_gives_it_up": Life(
        (FRIEND, mandate("own", "person:friend", "helper", source="person:friend", until="2026-05-10")), "2026-05-09",
        {"person:friend": None},
    ),
    "the_helper_gave_up_an_earlier_one": Life(
        (FRIEND, mandate("own", "person:friend", "helper", source="person:friend", from_="2025-01-01",
                         until="2026-01-01")), "2026-05-10", {"person:friend": None},
    ),
    "withdrawn": Life((FRIEND, withdrawal("m")), "2026-06-10", {}),
    "withdrawn_later_than_we_ask": Life(
        (FRIEND, withdrawal("m")), "2026-05-10", {"person:friend": None}, known="2026-06-01T08:59:59+09:00"
    ),
    "replaced_by_one_that_ends": Life(
        (FRIEND, mandate("n", "person:friend", "helper", until="2026-05-05", replaces="m")), "2026-05-05",
        {"person:friend": Bar.EXPIRED},
    ),
    "disputed_by_the_person": Life(
        (mandate("m", "org:npo", "representative", source="authority:court"), dispute("m", "person:hoa")),
        "2026-05-20", {"org:npo": Bar.DISPUTED},
    ),
    "a_dispute_that_the_court_ended": Life(
        (mandate("m", "org:npo", "representative", source="authority:court"), dispute("m", "person:hoa"),
         resolution("d-m")), "2026-06-10", {"org:npo": None},
    ),
    "the_person_died": Life((FRIEND, death("person:hoa", "2026-06-15")), "2026-06-15",
                            {"person:friend": Bar.PERSON_DIED}),
    "the_day_before_the_person_died": Life((FRIEND, death("person:hoa", "2026-06-15")), "2026-06-14",
                                           {"person:friend": None}),
    "the_death_is_not_known_yet": Life((FRIEND, death("person:hoa", "2026-06-15")), "2026-06-16",
                                       {"person:friend": None}, known="2026-06-19T00:00:00+09:00"),
    "somebody_alive_declared_dead": Life(
        (FRIEND, death("person:hoa", "2026-06-15"), dispute("death", "person:hoa", "2026-06-21T09:00:00+09:00")),
        "2026-06-22", {"person:friend": None},
    ),
    "only_the_person_said_so": Life((FRIEND, death("person:hoa", "2026-06-15", source="person:hoa")), "2026-06-16",
                                    {"person:friend": None}),
    "the_helper_died": Life((FRIEND, death("person:friend", "2026-06-15")), "2026-06-15",
                            {"person:friend": Bar.HOLDER_DIED}),
    "the_helper_came_under_guardianship": Life(
        (FRIEND, mandate("g", "org:npo", "guardian", person="person:friend", source="authority:court",
                         from_="2026-05-01")), "2026-05-01", {"person:friend": Bar.HOLDER_UNDER_GUARDIANSHIP},
    ),
    "the_helper_was_under_guardianship_before": Life(
        (FRIEND, mandate("g", "org:npo", "guardian", person="person:friend", source="authority:court",
                         from_="2026-04-01")), "2026-05-01", {"person:friend": None},
    ),
    "a_guardian_whom_the_person_names": Life((mandate("m", "person:friend", "guardian"),), "2026-05-01",
                                             {"person:friend": Bar.UNCONFIRMED}),
    "a_guardian_of_an_adult": Life((COURT,), "2026-05-01", {"org:npo": None}),
    "a_guardian_cannot_resign_by_saying_so": Life(
        (COURT, mandate("own", "org:npo", "guardian", source="org:npo", until="2026-04-20", acts=None)), "2026-05-01",
        {"org:npo": None},
    ),
    "a_mother_of_a_minor": Life((MOTHER,), "2026-03-09", {"person:mother": None}, person="person:mai"),
    "a_mother_on_the_eighteenth_birthday": Life((MOTHER,), "2026-03-10", {"person:mother": Bar.OF_AGE},
                                                person="person:mai"),
    "a_guardian_of_somebody_born_we_do_not_know_when": Life(
        (mandate("m", "person:mother", "guardian", person="person:unborn", source="authority:court", acts=None),),
        "2026-05-01", {"person:mother": Bar.BIRTH_UNKNOWN}, person="person:unborn",
    ),
    "for_somebody_else": Life((FRIEND,), "2026-05-01", {}, person="person:mai"),
}  # fmt: skip


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_who_may_act_for_the_person(life: Life) -> None:
    on = day_from_date(date.fromisoformat(life.on))
    found = representations_of(life.person, record(life.lines, life.known), on)
    assert {one.holder: one.bar for one in found} == life.expected
    assert all(one.in_force == (one.bar is None) for one in found)


def test_only_acts_that_were_named_may_be_done_and_a_guardian_does_all() -> None:
    on = day_from_date(date(2026, 5, 1))
    helper = record((FRIEND,), "2026-07-01T00:00:00+09:00")
    assert {act for act in ACTS if may_act("person:hoa", "person:friend", act, helper, on)} == {"apply", "view"}
    silent = record((mandate("m", "person:friend", "helper", acts=None),), "2026-07-01T00:00:00+09:00")
    assert may_act("person:hoa", "person:friend", "view", silent, on) is None
    guardian = record((COURT,), "2026-07-01T00:00:00+09:00")
    assert all(may_act("person:hoa", "org:npo", act, guardian, on) for act in ACTS)
    assert may_act("person:hoa", "person:friend", "view", guardian, on) is None


@pytest.mark.parametrize(
    ("born", "of_age"),
    [
        ("2000-01-15", "2020-01-15"),
        ("2002-04-01", "2022-04-01"),
        ("2002-04-02", "2022-04-01"),
        ("2004-04-01", "2022-04-01"),
        ("2004-04-02", "2022-04-02"),
        ("2008-02-29", "2026-03-01"),
        ("2000-02-29", "2020-02-29"),
        ("1999-02-28", "2019-02-28"),
    ],
)
def test_the_first_day_of_majority(born: str, of_age: str) -> None:
    found = majority_day(day_from_date(date.fromisoformat(born)))
    assert date_from_day(found).isoformat() == of_age


@given(st.dates(date(1950, 1, 1), date(2030, 12, 31)), st.dates(date(1950, 1, 1), date(2030, 12, 31)))
def test_who_is_older_is_of_age_no_later(one: date, other: date) -> None:
    older, younger = sorted((day_from_date(one), day_from_date(other)))
    assert majority_day(older) <= majority_day(younger)


def consent(id_: str, source: str = "person:hoa", until: str | None = None) -> Line:
    return {
        "type": "statement", "id": id_, "kind": "consent", "source": source,
        "about": {"person": "person:hoa", "recipient": "org:npo"}, "from": "2026-04-01", "until": until,
        "data": {"purpose": "consultation", "fields": ["residence.status.status"]},
        "stated_at": "2026-04-01T09:00:00+09:00",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "on", "expected"),
    [
        ((consent("c"),), "2026-05-01", [None]),
        ((consent("c"),), "2026-03-31", [Bar.NOT_BEGUN]),
        ((consent("c", until="2026-05-01"),), "2026-05-01", [Bar.EXPIRED]),
        ((consent("c", source="org:npo"),), "2026-05-01", [Bar.UNCONFIRMED]),
        ((consent("c"), dispute("c", "person:friend")), "2026-05-01", [Bar.DISPUTED]),
        ((consent("c"), death("person:hoa", "2026-04-20")), "2026-04-20", [Bar.PERSON_DIED]),
        ((consent("c"), withdrawal("c")), "2026-05-01", []),
    ],
)
def test_what_a_consent_permits(lines: tuple[Line, ...], on: str, expected: list[Bar | None]) -> None:
    found = consents_of("person:hoa", record(lines, "2026-07-01T00:00:00+09:00"), day_from_date(date.fromisoformat(on)))
    assert [one.bar for one in found] == expected
    for one in found:
        assert (one.recipient, one.purpose, one.fields) == ("org:npo", "consultation", ("residence.status.status",))
