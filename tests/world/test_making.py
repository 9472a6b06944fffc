"""Towns are made again byte for byte, and their last layer is a case file that says nothing of the truth."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kyosei.errors import InputError
from kyosei.evidence.known import standing
from kyosei.facts.case_file import read_case
from kyosei.facts.vocabulary.options import INDUSTRIES, PREFECTURES, STATUSES
from kyosei.world.calibration import shares
from kyosei.world.failures import SCENARIOS, befall
from kyosei.world.failures.story import Failure
from kyosei.world.formats import Format
from kyosei.world.lives import born_into
from kyosei.world.making import make_town, people_of
from kyosei.world.naming import FAMILY_OF
from kyosei.world.output import encoded, read_people
from kyosei.world.taxes import instalments_of
from kyosei.world.town import Town
from kyosei.world.truth import truth_of
from tests.depth import examples
from tests.world.towns import NO_FAULTS, arrived, life_of, records, town_of

seeds = st.integers(0, 1 << 32)


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


@pytest.mark.parametrize("format_", list(Format))
def test_the_same_seed_makes_the_same_bytes(tmp_path: Path, format_: Format) -> None:
    for name in ("once", "again"):
        make_town(town_of(3, 12), tmp_path / name, format_)
    make_town(town_of(4, 12), tmp_path / "other", format_)
    once = _files(tmp_path / "once")
    assert once == _files(tmp_path / "again")
    assert once.keys() == _files(tmp_path / "other").keys()
    assert all(content != once[name] for name, content in _files(tmp_path / "other").items())


@given(seed=seeds, number=st.integers(0, 39))
@examples(20)
def test_nobody_depends_on_anybody_before(seed: int, number: int) -> None:
    town = town_of(seed)
    alone = next(people_of(town, number))
    assert alone == list(people_of(town))[number]


@given(seed=seeds, number=st.integers(0, 39), households=st.booleans())
@example(seed=464, number=11, households=False)
@example(seed=641533, number=34, households=True)
@example(seed=2882846, number=0, households=True)
@examples(20)
def test_every_count_is_right_where_nothing_happens_on_the_way(seed: int, number: int, households: bool) -> None:
    town = town_of(seed, households=households)
    life, befallen, sent = arrived(town, number)
    case = records(town, life, sent.lines).case
    void = standing(case, 1 << 62).void
    told_late = {str(hit.line["kind"]) for hit in sent.hits}
    forced = set() if befallen is None else {piece.kind for piece, _ in befallen[1].forced}
    assert {coverage.kind for coverage in void} <= told_late | forced


def test_both_formats_hold_the_same_lines(tmp_path: Path) -> None:
    for format_ in Format:
        make_town(town_of(5, 30), tmp_path / format_, format_)
    lines, rows = (list(read_people(tmp_path / format_ / "records")) for format_ in Format)
    assert [(person, [json.loads(line) for line in held]) for person, held in lines] == [
        (person, [json.loads(line) for line in held]) for person, held in rows
    ]
    assert [person for person, _ in lines] == [f"person:p{number}" for number in range(30)]


def test_the_records_are_a_case_file_and_name_no_cause(tmp_path: Path) -> None:
    make_town(town_of(6, 60), tmp_path, Format.JSONL)
    read = [(file.name, file.read_bytes()) for file in sorted((tmp_path / "records").iterdir())]
    case = read_case(read)
    assert len([party for party in case.parties.values() if party.is_person]) >= 60
    for scenario in SCENARIOS:
        assert all(scenario.variant.encode() not in content for _, content in read)
    assert sorted(file.name for file in (tmp_path / "truth").iterdir()) == ["truth.jsonl"]


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("dear")
    with pytest.raises(InputError, match="not empty"):
        make_town(town_of(1), tmp_path, Format.JSONL)


def test_shares_are_whole_and_speak_the_vocabulary() -> None:
    for name in ("status", "nationality", "ssw_nationality", "prefecture", "sector"):
        assert sum(shares(name).values()) == pytest.approx(1)
        assert all(share > 0 for share in shares(name).values())
    assert set(shares("status")) <= set(STATUSES)
    assert set(shares("sector")) <= set(INDUSTRIES)
    assert set(shares("prefecture")) <= set(PREFECTURES)
    assert {*shares("nationality"), *shares("ssw_nationality")} <= set(FAMILY_OF)


def test_a_town_is_made_as_the_figures_say() -> None:
    town = town_of(8, 1500)
    statuses = [person.truth["status"] for person in people_of(town, faults=NO_FAULTS)]
    for status, share in shares("status").items():
        assert statuses.count(status) / len(statuses) == pytest.approx(share, abs=0.03)


def test_each_failure_has_planted_causes_and_innocent_twins() -> None:
    for failure in Failure:
        kinds = {scenario.planted for scenario in SCENARIOS if scenario.failure == failure}
        assert kinds == {True, False}
    assert len({scenario.variant for scenario in SCENARIOS}) == len(SCENARIOS)


def test_names_are_written_in_real_scripts() -> None:
    scripts: dict[str, int] = {}
    for person in people_of(Town(2, 200, town_of(1).known_day)):
        names = person.lines[0]["names"]
        assert isinstance(names, list)
        for name in names:
            scripts[name["script"]] = scripts.get(name["script"], 0) + 1
    assert scripts["Latn"] == scripts["Kana"] == 200
    assert 0 < scripts["Hani"] < 200


def test_a_line_is_written_in_one_way_only() -> None:
    assert encoded({"type": "party", "name": "グエン"}) == '{"type":"party","name":"グエン"}\n'.encode()


@given(seed=st.integers(0, 1 << 32), number=st.integers(0, 39))
@examples(200)
def test_a_story_that_cannot_befall_somebody_leaves_their_life_as_it_was(seed: int, number: int) -> None:
    town = town_of(seed)
    life, _ = born_into(town, number)
    untouched, _ = born_into(town, number)
    untouched.instalments = instalments_of(town, untouched)
    if befall(town, life) is None:
        assert life == untouched


def test_households_add_what_seven_systems_tell_and_change_nobodys_life() -> None:
    plain, whole = town_of(4, 120), town_of(4, 120, households=True)
    told: dict[str, set[str]] = {}
    for number in range(120):
        (life, befallen, entries), (same, befallen_too, more) = life_of(plain, number), life_of(whole, number)
        same.relatives = []
        assert (life, befallen) == (same, befallen_too)
        assert [one.line for one in more[: len(entries)]] == [one.line for one in entries]
        for entry in more:
            if entry.line["type"] == "statement":
                kind, source = str(entry.line["kind"]), str(entry.line["source"])
                told.setdefault(source.partition(":")[0] + ":" + kind, set()).add(source)
    assert told.keys() >= {
        "authority:residence.status", "authority:work.foreign_worker_notice", "authority:employment_insurance.enrolment",
        "authority:pension.enrolment", "insurer:health.enrolment", "municipality:tax.income", "org:tax.withholding_slip",
        "org:bank.account", "org:bank.registered_stay", "org:study.attendance", "org:study.credential",
        "municipality:study.schooling", "municipality:family.relation", "municipality:home.registration", "org:home.lease",
        "org:home.provided",
    }  # fmt: skip


def test_of_a_family_only_what_is_said_of_it_is_true() -> None:
    """A child at school has no right to be enrolled any more; that is a fact, and of everybody else's child it would be false."""
    town = town_of(4, 400, households=True)
    at_school = {}
    for number in range(400):
        life, _, _ = life_of(town, number)
        for one in life.relatives:
            assert one.relation != "child" or one.since == one.born
            at_school[one.id] = one.at_school_from
            if one.at_school_from is not None:
                assert one.at_school_from.year - one.born.year >= 6
                assert one.at_school_from > life.landed
    found = [
        breach.about["person"]
        for person in people_of(town) for breach in truth_of(person.truth).breaches
        if breach.norm == "jp.education.right-to-schooling"
    ]  # fmt: skip
    assert found == [child for child, begins in at_school.items() if begins is not None]
    assert found
