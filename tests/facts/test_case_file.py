"""What the reader of case files makes of good files."""

from __future__ import annotations

import dataclasses

from kyosei.facts.case_file import read_case
from kyosei.facts.statements import Case, Coverage, Name, PartyRecord, Statement
from kyosei.timelines.days import NEVER
from tests.facts.cases import BASE, HOA, SAMPLE, STORIES, line, statement, written


def sample() -> Case:
    """The sample beside this file."""
    return read_case([("sample.jsonl", SAMPLE.read_bytes())])


def sample_statement(id_: str) -> Statement:
    """One statement of the sample."""
    return next(found for found in sample().statements if found.id == id_)


def test_every_type_of_line_is_read() -> None:
    case = sample()

    counts = {field.name: len(getattr(case, field.name)) for field in dataclasses.fields(case)}

    assert counts == {
        "parties": 8, "statements": 13, "coverages": 3, "heartbeats": 1, "withdrawals": 1, "disputes": 1,
        "resolutions": 1, "doubted": 0,
    }  # fmt: skip


def test_a_statement_keeps_days_minutes_places_and_instants_as_whole_numbers() -> None:
    assert sample_statement("s-2") == Statement(
        id="s-2",
        kind="work.contract",
        source="org:acme",
        about={"person": "person:hoa", "employer": "org:acme"},
        from_day=45_349,  # 2024-02-29
        until_day=NEVER,
        data={
            "hours_per_week": 2_265,
            "wage_yen_per_month": 260_000,
            "duties": ("programming", "tea-tasting"),
            "workplace_prefecture": "14",
            "day_student": 0,
        },
        stated_at=1_709_166_600_500_000,
        recorded_at=1_709_251_200_000_000,
        replaces=None,
        carried_by="person:hoa",
    )


def test_an_event_lasts_for_its_day() -> None:
    application = sample_statement("s-6")

    assert application.until_day - application.from_day == 1


def test_null_fields_and_parties_are_not_there() -> None:
    assert "subclass" not in sample_statement("s-1").data
    assert sample_statement("s-5").about == {"person": "person:hoa"}


def test_fields_whose_names_are_words_of_the_language_are_read() -> None:
    assert sample_statement("s-11").data == {"for": "ssw_1", "delegated": "all"}
    assert sample_statement("s-12").data["fields"] == ("work.contract", "work.pay.gross_yen")


def test_hours_and_areas_are_exact() -> None:
    assert sample_statement("s-5").data == {"hours": 20}  # 0.33 h are 19.8 minutes
    assert sample_statement("s-10").data["floor_area_m2"] == 620
    assert sample_statement("s-13").data == {"rate": 8_255}


def test_a_coverage_may_be_about_everybody_and_without_end() -> None:
    covered = next(found for found in sample().coverages if found.id == "c-2")

    assert covered == Coverage(
        "c-2", "residence.status", "authority:isa", {}, 41_097, NEVER, covered.stated_at, covered.stated_at, None
    )


def test_what_is_recorded_later_counts_as_latest() -> None:
    assert sample().latest_recorded() == sample_statement("s-7").recorded_at
    assert read_case([]).latest_recorded() is None


def test_parties_that_need_no_declaration_are_there_with_their_role() -> None:
    parties = sample().parties

    assert parties["municipality:yokohama"] == PartyRecord("municipality:yokohama", False, (), ("municipality",))
    assert parties["authority:labour-office"].roles == ("authority",)
    assert parties["person:hoa"].names[0] == Name("Latn", "NGUYEN THI HOA")


def test_an_office_may_be_declared_with_its_name() -> None:
    name = {"script": "Jpan", "text": "横浜市"}
    yokohama = {"type": "party", "id": "municipality:yokohama", "party": "organisation", "names": [name]}

    parties = read_case([("a", SAMPLE.read_bytes()), ("b", written(yokohama))]).parties

    assert parties["municipality:yokohama"] == PartyRecord(
        "municipality:yokohama", False, (Name("Jpan", "横浜市"),), ("municipality",)
    )


def test_the_order_of_files_and_lines_does_not_matter_to_references() -> None:
    lines = SAMPLE.read_bytes().splitlines(keepends=True)

    case = read_case([("end", b"".join(reversed(lines[10:]))), ("start", b"".join(reversed(lines[:10])))])

    assert {found.id for found in case.statements} == {found.id for found in sample().statements}


def test_windows_line_ends_and_blank_lines_are_read() -> None:
    assert read_case([("a", SAMPLE.read_bytes().replace(b"\n", b"\r\n") + b"\r\n \n")]) == sample()


def test_a_person_is_heard_about_their_own_status() -> None:
    heard = statement("residence.status", "person:hoa", HOA, **{"from": "2026-04-01"})

    assert read_case([("a", written(*BASE, heard))]).statements[-1].source == "person:hoa"


def test_an_organisation_declared_as_insurer_can_cover_health_insurance() -> None:
    society = {"type": "party", "id": "org:kenpo", "party": "organisation", "roles": ["insurer"]}
    covered = line("coverage", "c", kind="health.enrolment", source="org:kenpo", about=HOA, **{"from": "2026-04-01"})

    assert len(read_case([("a", written(*BASE, society, covered))]).coverages) == 1


def test_the_disputer_may_withdraw_a_dispute_and_an_institution_may_end_one_about_its_own_record() -> None:
    withdrawn = line("withdrawal", "w", target="d-1", source="person:hoa")
    resolved = line("resolution", "r", target="d-2", by="authority:isa", outcome="kept", reason="checked")

    case = read_case([("a", written(*BASE, withdrawn, resolved))])

    assert (len(case.withdrawals), len(case.resolutions)) == (1, 1)


def test_the_acceptance_stories_are_read_where_they_are_at_hand() -> None:
    stories = sorted(STORIES.glob("*.jsonl"))  # beside the repository, so not in every clone
    files = [(story.name, story.read_bytes()) for story in stories] or [("sample.jsonl", SAMPLE.read_bytes())]

    assert all(read_case([file]).statements for file in files)
