"""`kyosei import`: what it lists, what it leaves out beside a case, and one life from the files of all systems."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from kyosei.cli.institution import FORMATS_IN_HELP
from kyosei.connectors import CONNECTORS
from tests.cli.processes import called, kyosei
from tests.connectors.samples import FILES, SAMPLES

Lines = list[dict[str, Any]]  # JSON of any shape

# The files of one invented person, Anil, in the order in which they came in; with them, those of others on the same lists.
OF_ANIL: Final = (
    "immigration-stays", "immigration-contracting-organisation", "immigration-accepting-organisation",
    "municipality-residents", "school-enrolments", "school-attendance", "pension-national-contributions",
    "labour-foreign-workers", "smarthr-crews", "jps-remuneration", "pension-establishment-payments",
    "tax-special-collection", "bank-registered-stays", "zengin-salary", "support-actions", "support-interviews",
)  # fmt: skip

# What a person decides on record elsewhere: which of the institutions' numbers are the same person or organisation.
LINKS: Final = {
    "person:immigration-UH12345678ST": "person:anil",
    "person:municipality-131041-0004417720": "person:anil",
    "person:school-KITANO.24-0117": "person:anil",
    "person:pension-Q-2026-004417": "person:anil",
    "person:labour-UH12345678ST": "person:anil",
    "person:smarthr-aozora.5a9f1c7e-0b1d-4c55-9b5f-3e0f2f6f0a52": "person:anil",
    "person:jps-21-14-a.o.so.ra-52": "person:anil",
    "person:tax-131041-70012345.E052": "person:anil",
    "person:bank-0033-C-5521034": "person:anil",
    "person:zengin-0070012345-E052": "person:anil",
    "person:support-19-001234.W-31": "person:anil",
    "org:immigration-K-77120": "org:aozora",
    "org:labour-1301-234567-8": "org:aozora",
    "org:smarthr-aozora": "org:aozora",
    "org:jps-21-14-a.o.so.ra": "org:aozora",
    "org:tax-131041-70012345": "org:aozora",
    "org:zengin-0070012345": "org:aozora",
    "org:support-19-001234.host-H-204": "org:aozora",
    "org:immigration-S-20310": "org:school-KITANO",
    "org:zengin-bank-0033": "org:bank-0033",
}

# Duties and limits that these files settle, most of them together with the file of another system.
SETTLED_BY_THE_FILES: Final = (
    "jp.immigration.lawful-stay",
    "jp.immigration.notify-school-left",
    "jp.labour.foreign-worker-notice-hired",
    "jp.pension.national-contribution",
    "jp.finance.registered-stay-current",
    "jp.education.school-notice-left",
)


def file_of(format_: str) -> str:
    return str(SAMPLES / FILES[format_])


def linked(text: str) -> Lines:
    """The lines with linked ids as one; a party that is then told of twice has all names and roles."""
    for institutions, one in LINKS.items():
        text = text.replace(f'"{institutions}"', f'"{one}"')
    found: dict[str, dict[str, Any]] = {}
    for line in map(json.loads, text.splitlines()):
        known = found.setdefault(line["id"], line)
        if line["type"] == "party" and known is not line:
            known["names"] += [name for name in line["names"] if name not in known["names"]]
            known["roles"] = sorted({*known.get("roles", ()), *line.get("roles", ())})
            if known["party"] == "person":
                del known["roles"]
    return list(found.values())


def as_text(lines: Lines) -> str:
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The case file that grows as each file is imported beside what is already there."""
    case = tmp_path_factory.mktemp("life") / "life.jsonl"
    case.touch()
    for format_ in OF_ANIL:
        answer = kyosei("import", format_, file_of(format_), "--beside", str(case))
        assert (answer.status, answer.err) == (0, "")
        with case.open("a", encoding="utf-8") as file:
            file.write(answer.out)
    return case.read_text("utf-8")


def test_the_files_of_all_systems_make_one_case(life: str) -> None:
    answer = kyosei("check", "-", "--on", "2026-11-21", "--format", "json", stdin=life)
    assert (answer.status, answer.err) == (0, "")
    lines = [json.loads(line) for line in life.splitlines()]
    assert {line["kind"].partition(".")[0] for line in lines if line["type"] == "statement"} >= {
        *("residence", "work", "pension", "health", "employment_insurance", "tax", "bank", "study", "home", "support"),
    }


def test_linked_by_a_person_they_are_one_life(life: str) -> None:
    answer = kyosei("check", "-", "--on", "2026-11-21", "--format", "json", stdin=as_text(linked(life)))
    assert (answer.status, answer.err) == (0, "")
    verdicts = {
        verdict["norm"]: verdict["state"]
        for verdict in json.loads(answer.out)["verdicts"]
        if verdict["about"].get("person") == "person:anil"
    }
    assert verdicts.items() >= dict.fromkeys(SETTLED_BY_THE_FILES, "met").items()


def test_importing_beside_a_case_that_has_it_adds_nothing(tmp_path: Path) -> None:
    case = tmp_path / "case.jsonl"
    for format_ in CONNECTORS:
        first = called(["import", format_, file_of(format_)])
        case.write_text(first.out, "utf-8")
        assert called(["import", format_, file_of(format_), "--beside", str(case)]).out == ""


def test_a_party_told_otherwise_than_in_the_case_is_refused(tmp_path: Path) -> None:
    case = tmp_path / "case.jsonl"
    case.write_text(called(["import", "school-enrolments", file_of("school-enrolments")]).out.replace("ANIL", "ANNIL"))
    answer = called(["import", "school-attendance", file_of("school-attendance"), "--beside", str(case)])
    assert (answer.status, answer.out) == (2, "")
    assert f"person:school-KITANO.24-0117 is told otherwise in {case}" in answer.err


def test_a_case_that_is_none_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    case = tmp_path / "case.jsonl"
    case.write_text('{"type":"party"}\n')
    answer = called(["import", "school-attendance", "no-such-file", "--beside", str(case)])
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"{case}:1: ")


def test_without_a_format_every_format_is_listed_with_both_titles() -> None:
    answer = called(["import"])
    assert (answer.status, answer.err) == (0, "")
    flowing = "".join(answer.out.split())
    for name, connector in CONNECTORS.items():
        for text in (name, connector.title_ja, connector.title_en, f"*{connector.suffix}"):
            assert "".join(text.split()) in flowing


def test_help_names_every_format() -> None:
    assert FORMATS_IN_HELP.split(", ") == list(CONNECTORS)
    shown = "".join(called(["import", "--help"]).out.split())
    assert all(name in shown for name in CONNECTORS)


def test_a_format_without_a_file_is_refused() -> None:
    answer = called(["import", "school-attendance"])
    assert answer.status == 2
    assert answer.err == (
        "no file is named; name files of School, attendance by month (CSV), or - for standard input\n"
    )
