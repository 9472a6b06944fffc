"""`kyosei link` from a list of candidates to a link that is disputed and ended, on a journal with its own server."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import jsonschema
import pytest

from kyosei.identity.from_journal import joined_case, reach_of
from kyosei.journal.directory import Registration, initialise, open_journal, register
from kyosei.journal.entry_lines import parsed_line, read_entry
from kyosei.timelines.days import microseconds_from_instant
from tests.cli.processes import HERE, Answer, called, kyosei
from tests.journal.fakes import HOUR, START, at
from tests.journal.server import temporary_folder

CARD, INSURED, LIKE_THEM = "person:isa-1", "person:p-1", "person:p-2"
CITY, PENSION, REVIEWER = "municipality:kita", "authority:pension-service", "authority:reviewer"
JSON = ("--format", "json")


def person(id_: str, script: str, name: str, born: str) -> str:
    names = [{"script": script, "text": name}]
    return json.dumps({"type": "party", "id": id_, "party": "person", "names": names, "born": born}, ensure_ascii=False)


CARDS = "\n".join((
    person(CARD, "Latn", "NGUYEN THI HOA", "1998-05-01"), person("person:isa-2", "Latn", "SHRESTHA BIKASH", "1995-01-12"),
))  # fmt: skip
PENSIONS = "\n".join((
    person(INSURED, "Kana", "ｸﾞｴﾝ ﾃｲ ﾎｱ", "1998-05-01"), person(LIKE_THEM, "Kana", "グエン ティ ホン", "1998-05-01"),
    person("person:p-3", "Kana", "シュレスタ ビカス", "1995-12-01"),
))  # fmt: skip
BY_ISA: Mapping[str, object] = {
    "type": "statement", "id": "stay", "kind": "residence.status", "source": "authority:isa", "about": {"person": CARD},
    "from": "2023-04-01", "until": "2028-04-02", "stated_at": at(START),
    "data": {"status": "engineer-humanities-international", "granted_period": "P5Y"},
}  # fmt: skip
BY_PENSION: Mapping[str, object] = {
    "type": "statement", "id": "insured", "kind": "pension.enrolment", "source": PENSION, "about": {"person": INSURED},
    "from": "2025-02-03", "stated_at": at(START), "data": {"scheme": "employees"},
}  # fmt: skip


def schema(name: str) -> jsonschema.Draft202012Validator:
    published: Any = json.loads(called(["schemas", name]).out)  # Any: JSON of any shape
    jsonschema.Draft202012Validator.check_schema(published)
    return jsonschema.Draft202012Validator(published)


@dataclass(frozen=True)
class Directory:
    """A data directory in which two institutions know one person, each by its own id."""

    path: Path

    def enter(self, party: str, *arguments: str) -> tuple[str, int]:
        """What a command wrote is signed and submitted; the id of the entry, and when it was recorded."""
        written = called(["link", *arguments])
        assert (written.status, written.err) == (0, "")
        schema("link-line").validate(json.loads(written.out))
        signed = called(["journal", "sign", "-", "--as", party, "--data", str(self.path)], written.out.encode())
        taken = kyosei("submit", "-", "--data", str(self.path), *JSON, stdin=signed.out)
        assert (taken.status, taken.err) == (0, "")
        receipt = json.loads(taken.out)
        return receipt["id"], microseconds_from_instant(datetime.fromisoformat(receipt["recorded_at"]))

    def show(self, person: str, *more: str) -> Any:  # Any: JSON of any shape
        answer = kyosei("link", "show", person, "--data", str(self.path), *JSON, *more)
        assert (answer.status, answer.err) == (0, "")
        schema("link-show").validate(json.loads(answer.out))
        return json.loads(answer.out)

    def records(self, person: str, *instants: int) -> list[set[str]]:
        """The ids of the statements in the case of a person, at each of these instants."""
        with open_journal(self.path, {}, lambda: START) as (_, database), database.engine.connect() as connection:
            return [
                {one.id for one in joined_case(connection, reach_of(connection, person, at_)).case.statements}
                for at_ in instants
            ]


@pytest.fixture(scope="module")
def directory() -> Iterator[Directory]:
    with temporary_folder() as folder:
        path = folder / "d"
        initialise(path, "log.example/link")
        now = START
        with open_journal(path, {}, lambda: now + HOUR) as (journal, _):
            sides = (("authority:isa", CARDS, BY_ISA), (PENSION, PENSIONS, BY_PENSION))
            for party, lines, statement in sides:
                key = register(journal, path, Registration(party, speaks_for=("person:*",)), now)
                entries = [key.sign(line) for line in [*map(json.loads, lines.splitlines()), statement]]
                answers = journal.submit(entries)
                assert [str(answer) for answer in answers if isinstance(answer, Exception)] == []
            register(journal, path, Registration(CITY, human="staff:sato", entry_types=("link", "unlink")), now)
            register(journal, path, Registration(REVIEWER, human="staff:suzuki"), now)
        yield Directory(path)


def test_a_link_from_its_candidates_to_its_end_and_the_records_follow(directory: Directory, tmp_path: Path) -> None:
    cards, pensions, found = tmp_path / "cards.jsonl", tmp_path / "pensions.jsonl", tmp_path / "candidates.json"
    cards.write_text(CARDS, "utf-8")
    pensions.write_text(PENSIONS, "utf-8")
    found.write_text(kyosei("link", "candidates", str(cards), str(pensions), *JSON).out, "utf-8")

    seen = ("--document", "residence card and pension handbook", "--candidates", str(found))
    link, linked_at = directory.enter(
        CITY, "join", CARD, INSURED, "--source", CITY, "--decided-by", "staff:sato", *seen
    )
    shown = directory.show(CARD)
    assert (shown["local_ids"], shown["entry"]) == ([CARD, INSURED], 1)
    (told,) = shown["links"]
    assert (told["id"], told["source"], told["disputes"]) == (link, CITY, [])
    assert [(piece["type"], piece["seen"], piece["found"]) for piece in told["evidence"]] == [
        ("document_seen", "residence card and pension handbook", []),
        ("compared", None, [["name", "same_sound"], ["birth_date", "same"]]),
    ]  # fmt: skip

    dispute, disputed_at = directory.enter(
        PENSION, "dispute", link, "--by", INSURED, "--reason", "this card is not mine"
    )
    shown = directory.show(CARD)
    assert shown["local_ids"] == [CARD]
    assert shown["links"][0]["persons"] == [CARD, None]
    assert shown["notices"] == [{"to": CARD, "link": link, "dispute": dispute}]
    assert INSURED not in json.dumps(shown)

    resolved = ("--by", REVIEWER, "--outcome", "kept", "--reason", "both files were seen")
    _, resolved_at = directory.enter(REVIEWER, "resolve", dispute, *resolved)
    ended = ("--source", CITY, "--decided-by", "staff:sato", "--reason", "another person of the same name")
    _, ended_at = directory.enter(CITY, "end", link, *ended)
    assert directory.show(INSURED) | {"known": ""} == {
        "person": INSURED, "known": "", "entry": 2, "local_ids": [INSURED], "links": [], "notices": [],
    }  # fmt: skip
    instants = (linked_at - 1, linked_at, disputed_at, resolved_at, ended_at)
    own, both = {"stay"}, {"stay", "insured"}
    assert directory.records(CARD, *instants) == [own, both, both, both, own]

    looks = kyosei("person", "show", CARD, "--data", str(directory.path), "--lang", "en")
    assert looks.out.count("seen: which of your ids are linked") == 2


def test_somebody_else_is_refused(directory: Directory) -> None:
    officer = ("--purpose", "immigration.examination", "--role", "officer", "--as", "staff:4711", "--organisation",
               "authority:isa", "--basis", "326CO0000000319/59-2/1", "--case", "case-1")  # fmt: skip
    answer = kyosei("link", "show", CARD, "--data", str(directory.path), *officer)
    assert (answer.status, answer.out) == (2, "")
    assert "[links-are-the-persons]" in answer.err


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command is called, with the records of both institutions."""
    (tmp_path / "cards.jsonl").write_text(CARDS, "utf-8")
    (tmp_path / "pensions.jsonl").write_text(PENSIONS, "utf-8")
    (tmp_path / "firm.jsonl").write_text('{"type": "party", "id": "org:acme", "party": "organisation"}', "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("language", ["en", "ja", "ja-easy"])
def test_candidates_are_told_with_what_was_compared_and_who_else_is_near(language: str) -> None:
    answer = called(["link", "candidates", "cards.jsonl", "pensions.jsonl", "--lang", language])
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == (HERE / "golden" / f"link.candidates.{language}.txt").read_text("utf-8")


@pytest.mark.usefixtures("files")
def test_candidates_as_json_are_what_their_schema_says() -> None:
    found = json.loads(called(["link", "candidates", "cards.jsonl", "pensions.jsonl", *JSON]).out)
    schema("link-candidates").validate(found)
    pairs = [(one["left"]["id"], one["right"]["id"], len(one["within_reach"])) for one in found["proposals"]]
    assert pairs == [(CARD, INSURED, 1), (CARD, LIKE_THEM, 1), ("person:isa-2", "person:p-3", 0)]
    assert found["compared"] == {"left": 2, "right": 3}


@pytest.mark.usefixtures("files")
def test_without_the_optional_part_one_line_says_how_to_get_it() -> None:
    with patch.dict("sys.modules", {"splink": None}):
        answer = called(["link", "candidates", "cards.jsonl", "pensions.jsonl"])
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == "candidates for links need Splink, which is not installed: pip install 'kyosei[identity]'\n"


JOIN = ("join", CARD, INSURED, "--source", CITY, "--decided-by", "staff:sato")
SEEN = ("--document", "residence card")
WRONG: Mapping[str, tuple[str, ...]] = {
    "no evidence": JOIN,
    "seen, but no document": (*JOIN, "--seen-by", "staff:sato"),
    "seen by an office": (*JOIN, *SEEN, "--seen-by", CITY),
    "the word of a third person": (*JOIN, "--person-says", LIKE_THEM),
    "with itself": ("join", CARD, CARD, *JOIN[3:], *SEEN),
    "no person": ("join", CARD, "org:acme", *JOIN[3:], *SEEN),
    "decided by an office": (*JOIN[:-1], CITY, "--person-says", CARD),
    "a source that is no party": ("join", CARD, INSURED, "--source", "the city", "--decided-by", "staff:sato", *SEEN),
    "a file that is not there": (*JOIN, "--candidates", "none.json"),
    "a file that lists no candidates": (*JOIN, "--candidates", "cards.jsonl"),
    "ended by an office": ("end", "l-1", "--source", CITY, "--decided-by", CITY, "--reason", "no"),
    "ended without a word": ("end", "l-1", "--source", CITY, "--decided-by", "staff:sato", "--reason", ""),
    "disputed by nobody": ("dispute", "l-1", "--by", "hoa", "--reason", "no"),
    "resolved somehow": ("resolve", "d-1", "--by", REVIEWER, "--outcome", "maybe", "--reason", "no"),
    "no persons to compare": ("candidates", "cards.jsonl", "firm.jsonl"),
    "the same records twice": ("candidates", "cards.jsonl", "cards.jsonl"),
}  # fmt: skip


@pytest.mark.usefixtures("files")
def test_wrong_input_is_refused_with_what_to_do() -> None:
    said = {name: called(["link", *arguments]) for name, arguments in WRONG.items()}
    assert {name: answer for name, answer in said.items() if (answer.status, answer.out) != (2, "")} == {}
    # The id of an entry follows from when it is written, too.
    told = "".join(f"{name}\n  {re.sub('[0-9a-f]{32}', '…', answer.err)}" for name, answer in said.items())
    assert told == (HERE / "link.errors.txt").read_text("utf-8")


def test_an_individual_number_is_neither_taken_nor_repeated() -> None:
    number = "123456789018"
    for arguments in ((*JOIN, "--document", f"card {number}"), ("dispute", "l-1", "--by", CARD, "--reason", number)):
        answer: Answer = called(["link", *arguments])
        assert (answer.status, answer.out) == (2, "")
        assert "個人番号" in answer.err
        assert number not in answer.err


@pytest.mark.usefixtures("files")
def test_a_pair_that_is_not_proposed_is_no_evidence(files: Path) -> None:
    written = called(["link", "candidates", "cards.jsonl", "pensions.jsonl", *JSON]).out
    (files / "c.json").write_text(written, "utf-8")
    answer = called(["link", "join", CARD, "person:p-3", *JOIN[3:], "--candidates", "c.json"])
    assert (answer.status, answer.err) == (
        2, f"c.json does not propose {CARD} and person:p-3; name a proposal of it, or leave the file out\n"
    )  # fmt: skip
    (files / "c.json").write_text(written.replace("same_sound", "NGUYEN"), "utf-8")
    assert "no outcome of a comparison" in called(["link", *JOIN, "--candidates", "c.json"]).err


@pytest.mark.usefixtures("files")
def test_what_is_written_is_what_the_journal_reads() -> None:
    answer = called(["link", *JOIN, *SEEN, "--person-says", INSURED])
    line = json.loads(answer.out)
    assert read_entry(parsed_line(answer.out.encode())).id == line["id"]
    assert line["persons"] == [CARD, INSURED]
    assert [piece["type"] for piece in line["evidence"]] == ["document_seen", "person_says"]
    assert line["evidence"][0]["seen_by"] == line["decided_by"] == "staff:sato"
