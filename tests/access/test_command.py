"""`kyosei person` as a process on a data directory with its own server: reading, refusals, and what the person sees of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kyosei.access.japan import PURPOSES
from kyosei.access.purposes import AboutNorms
from kyosei.access.schemas import access_schemas
from kyosei.facts.case_file import read_case
from kyosei.journal.directory import Registration, initialise, open_journal, register
from tests.access.setting import ORGANISATIONS, person_line
from tests.cli.processes import Answer, kyosei
from tests.journal.fakes import HOUR, START, at
from tests.journal.server import temporary_folder

OFFICER = (
    "--purpose", "immigration.examination", "--role", "officer", "--as", "staff:4711",
    "--organisation", "authority:isa", "--basis", "326CO0000000319/59-2/1", "--case", "case-of-minh",
)  # fmt: skip
LINES: tuple[dict[str, object], ...] = (
    {
        "kind": "residence.status", "source": "authority:isa", "about": {"person": "person:hoa"}, "from": "2023-04-01",
        "until": "2028-04-02", "data": {"status": "engineer-humanities-international", "granted_period": "P5Y"},
    },
    {
        "kind": "family.relation", "source": "municipality:131130",
        "about": {"person": "person:hoa", "other": "person:minh"}, "from": "2020-01-01", "data": {"relation": "spouse"},
    },
    {
        "kind": "tax.income", "source": "municipality:131130", "about": {"person": "person:hoa"}, "from": "2025-01-01",
        "until": "2026-01-01", "data": {"income_yen": 3_000_000},
    },
)  # fmt: skip


# What the examination of a stay reads of these records: no income.
SHOWN = (
    "family.relation", "family.relation.relation", "person.born", "residence.status", "residence.status.granted_period",
    "residence.status.status",
)  # fmt: skip

EXAMINED = next(
    purpose.reads.norms
    for purpose in PURPOSES
    if purpose.id == "immigration.examination" and isinstance(purpose.reads, AboutNorms)
)


@dataclass(frozen=True)
class Directory:
    """A data directory with a few records about person:hoa."""

    path: Path

    def person(self, command: str, *more: str, person: str = "person:hoa") -> Answer:
        return kyosei("person", command, person, "--data", str(self.path), *more)

    def json(self, command: str, *more: str) -> Any:  # Any: JSON of any shape
        answer = self.person(command, *more, "--format", "json")
        assert (answer.status, answer.err) == (0, "")
        document = json.loads(answer.out)
        jsonschema.Draft202012Validator(access_schemas()[f"person-{command}"]).validate(document)
        return document


@pytest.fixture(scope="module")
def directory() -> Iterator[Directory]:
    with temporary_folder() as folder:
        path = folder / "d"
        initialise(path, "log.example/access")
        now = START
        with open_journal(path, {}, lambda: now + HOUR) as (journal, _):
            roles = ("employer", "host", "supporter")
            key = register(journal, path, Registration("org:gateway", speaks_for=("*",), declares_roles=roles), now)
            lines = [person_line("person:hoa"), person_line("person:minh")]
            lines += [{"type": "party", "id": id_, "party": "organisation", "roles": roles} for id_ in ORGANISATIONS]
            lines += [
                {"type": "statement", "id": f"s-{number}", "stated_at": at(now), **line}
                for number, line in enumerate(LINES)
            ]
            answers = journal.submit([key.sign(line) for line in lines])
            assert [str(answer) for answer in answers if isinstance(answer, Exception)] == []
        yield Directory(path)


def test_an_officer_sees_the_fields_of_the_purpose_and_the_person_sees_the_officers_look(directory: Directory) -> None:
    shown = directory.json("read", *OFFICER)
    assert shown["fields"] == list(SHOWN)
    assert [line["kind"] for line in shown["lines"] if line["type"] == "statement"] == [
        "residence.status",
        "family.relation",
    ]
    assert [name for name in ("NAME OF", "person:minh") if name in json.dumps(shown)] == []

    refused = directory.person("read", *OFFICER[:-2])
    assert (refused.status, refused.out) == (2, "")
    assert "[case-missing]" in refused.err

    own = directory.json("show")
    case = read_case([("lines", "\n".join(map(json.dumps, own["lines"])).encode())])
    assert [one.kind for one in case.statements] == [line["kind"] for line in LINES]
    assert case.parties["person:hoa"].names[0].text == "NAME OF HOA"
    looks = own["accesses"]
    assert [(look["number"], look["action"], look["receiver"]["organisation"], look["refusal"]) for look in
            looks["usages"][-4:]] == [
        (4, "readAccesses", None, None), (3, "read", None, None), (2, "read", "authority:isa", "case-missing"),
        (1, "read", "authority:isa", None),
    ]  # fmt: skip
    assert looks["usages"][-1]["fields"] == shown["fields"]
    assert looks["usages"][-1]["legalBasis"] == {"law": "326CO0000000319", "article": "59-2", "paragraph": "1"}
    assert [name for name in ("person:minh", "of-minh", "MINH", "4711") if name in json.dumps(own)] == []


@pytest.mark.parametrize("language", ["ja", "ja-easy", "en"])
def test_the_page_for_the_person_is_there_in_each_language(directory: Directory, language: str) -> None:
    answer = directory.person("show", "--lang", language)
    assert (answer.status, answer.err) == (0, "")
    assert "NAME OF HOA" in answer.out
    assert "s-1" in answer.out
    assert [name for name in ("person:minh", "of-minh", "MINH", "4711") if name in answer.out] == []


def test_somebody_unknown_is_refused(directory: Directory) -> None:
    answer = directory.person("show", person="person:nobody")
    assert (answer.status, answer.out) == (2, "")
    assert "[unknown-subject]" in answer.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--basis", "59-2"), "write it as in"),
        (("--basis", "326CO0000000319/59-2", "--consent", "c-1"), "rests on one of them"),
        (("--role", "queen"), "there are person, representative"),
        (("--as", "minister"), "must begin with staff: or person:"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)  # fmt: skip
def test_arguments_that_make_no_request_are_refused(
    directory: Directory, arguments: tuple[str, ...], said: str
) -> None:
    answer = directory.person("read", *OFFICER, *arguments)
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err


def test_a_check_of_a_journal_is_one_look_that_the_person_sees(directory: Directory) -> None:
    before = len(directory.json("show")["accesses"]["usages"])
    question = ("--data", str(directory.path), "--on", "2026-11-20", "--about", "person:hoa", "--format", "json")
    checked = kyosei("check", *question, *OFFICER)
    assert (checked.status, checked.err) == (0, "")
    assert {one["norm"] for one in json.loads(checked.out)["verdicts"]} <= set(EXAMINED)
    assert "jp.immigration.lawful-stay" in checked.out
    assert [name for name in ("person:minh", "of-minh", "MINH", "NAME OF", "tax.") if name in checked.out] == []
    refused = kyosei("check", *question, *OFFICER[:-2])
    assert (refused.status, refused.out) == (2, "")
    assert "[case-missing]" in refused.err
    own = directory.json("show")
    looks = own["accesses"]["usages"]
    assert len(looks) == before + 4  # these two, and the two of `kyosei person show`
    assert [(look["action"], look["refusal"], look["purpose"]["id"]) for look in looks[2:4]] == [
        ("read", "case-missing", "immigration.examination"), ("read", None, "immigration.examination"),
    ]  # fmt: skip
    assert looks[3]["fields"] == list(SHOWN)


def test_a_directory_that_is_none_is_refused(tmp_path: Path) -> None:
    answer = kyosei("person", "show", "person:hoa", "--data", str(tmp_path / "none"))
    assert (answer.status, answer.out) == (2, "")
    assert "kyosei journal init" in answer.err


def test_purposes_are_listed_in_words_and_as_json() -> None:
    answer = kyosei("person", "purposes", "--format", "json")
    found = json.loads(answer.out)
    jsonschema.Draft202012Validator(access_schemas()["person-purposes"]).validate(found)
    page = kyosei("person", "purposes", "--lang", "ja")
    assert [purpose["id"] for purpose in found["purposes"] if purpose["id"] not in page.out] == []
