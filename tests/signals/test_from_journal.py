"""Signals out of a journal, and through the command: what is shown, and that nobody is named."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sqlalchemy as sa

from kyosei.errors import QuestionError
from kyosei.signals.document import Signals, signals_document, signals_from
from kyosei.signals.from_journal import read_records
from kyosei.signals.schema import signals_schema
from tests.cli.processes import kyosei
from tests.signals.town import KNOWN, LATE, PERSONAL, lines
from tests.watch.towns import LONG_BEFORE, Line, Town, instant

LINKED = {
    "type": "link", "id": "one", "persons": ["person:0-0", "person:0-1"], "source": "authority:relay",
    "evidence": [{"type": "shared_identifier", "kind": "residence_card", "masked": "••••••••8CD"}],
}  # fmt: skip


def entered(database: sa.Engine, more: Iterable[Line] = ()) -> Town:
    """A journal with the lines of the town, those of two weeks together."""
    town = Town.on(database, LONG_BEFORE - 240 * 86_400_000_000)
    weeks: dict[int, list[Line]] = {}
    for line in [*lines(), *more]:
        said = instant(line["stated_at"]) if "stated_at" in line else 0
        weeks.setdefault(said // (14 * 86_400_000_000), []).append(line)
    for week in sorted(weeks):
        town.enter(*weeks[week])
    return town


def found_in(database: sa.Engine, known: str = KNOWN) -> Signals:
    with database.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        return signals_from(read_records(connection, instant(known)))


def document_of(found: Signals) -> dict[str, Any]:  # Any: JSON
    document: dict[str, Any] = json.loads(json.dumps(signals_document(found)))
    jsonschema.validate(document, signals_schema())
    return document


def test_who_became_late_what_is_counted_wrong_and_whom_nobody_could_take_in(database: sa.Engine) -> None:
    entered(database)
    document = document_of(found_in(database))
    signals = document["lateness"]["signals"]
    assert [(one["organisation"], one["since"]) for one in signals] == [(LATE, "2025-07")]
    assert signals[0]["can_act"] == ["authority:labour-office", "authority:pension-service"]
    assert signals[0]["channels"][0]["received_by"] == ["authority:relay"]
    assert signals[0]["channels"][0]["filings"] == 36
    fresh = {(one["source"], one["kind"]): one for one in document["freshness"]}
    pension = fresh["authority:pension-service", "pension.acquisition_notice"]
    assert pension["kept"] is False  # one of nine counts is wrong
    assert (pension["in_time_percent"], pension["lag_days"]) == (100, 30)
    assert 1 <= pension["median_days"] <= pension["nine_in_ten_days"] <= 15
    assert pension["counts"] == {"compared": None, "wrong": None}
    assert [(one["organisation"], one["people"]) for one in document["stranding"]["supporters"]] == [
        ("org:supporter", 25)
    ]
    employers = {one["organisation"]: one["stranded"] for one in document["stranding"]["employers"]}
    assert employers[LATE] == [10, 10, 10, None]  # 12, 11, 10 and 8 of twelve: beside one other of twelve
    assert employers["org:employer-2"][-1] == 0
    assert PERSONAL not in json.dumps(document)
    assert "person:" not in json.dumps(document)


def test_what_a_source_is_to_put_right_is_addressed_to_it_and_never_to_a_person(database: sa.Engine) -> None:
    entered(database)
    found = found_in(database)
    document = document_of(found)
    addressed = [(one["addressed_to"], one["kind"]) for one in document["freshness"] if one["addressed_to"]]
    assert [(one["source"], one["kind"]) for one in document["freshness"] if one["kept"] is False] == addressed
    assert ("authority:pension-service", "pension.acquisition_notice") in addressed
    to_office = document_of(found.addressed_to("authority:pension-service"))
    assert {one["source"] for one in to_office["freshness"]} == {"authority:pension-service"}
    assert all(one["breaches"] for one in to_office["freshness"])
    assert [one["organisation"] for one in to_office["lateness"]["signals"]] == [LATE]
    to_another = document_of(found.addressed_to(LATE))
    assert to_another["lateness"]["signals"] == []
    assert {one["source"] for one in to_another["freshness"]} <= {LATE}
    with pytest.raises(QuestionError, match="organisations and offices"):
        found.addressed_to("person:1")


def test_what_was_not_yet_known_has_no_part(database: sa.Engine) -> None:
    entered(database)
    assert found_in(database, "2025-09-30T12:00:00+09:00").lateness.signals == ()
    earlier = found_in(database, "2024-01-01T12:00:00+09:00")
    assert (earlier.freshness, earlier.supporters, earlier.lateness.compared) == ((), (), 0)


def test_one_person_under_two_ids_is_one_of_the_people(database: sa.Engine) -> None:
    entered(database, [{**LINKED, "stated_at": "2026-06-01T10:00:00+09:00"}])
    before, after = found_in(database, "2026-05-31T12:00:00+09:00"), found_in(database)
    assert (before.supporters[0].people, after.supporters[0].people) == (24, 23)


def test_corrections_and_disputes_of_a_source(database: sa.Engine) -> None:
    first = next(line for line in lines() if line["id"] == "notice-16-3-0")
    corrected = {
        **first, "id": "better", "replaces": first["id"], "on": "2026-05-03", "stated_at": "2026-05-22T10:00:00+09:00",
    }  # fmt: skip
    disputed = {
        "type": "dispute", "id": "d", "target": "notice-16-4-0", "by": "person:4-4", "reason": "another day",
        "stated_at": "2026-06-20T10:00:00+09:00",
    }  # fmt: skip
    entered(database, [corrected, disputed])
    with database.connect() as connection:
        records = read_records(connection, instant(KNOWN))
    assert [(one.source, one.kind) for one in records.corrections] == [(first["source"], first["kind"])]
    assert [one.ended for one in records.disputed] == [False]
    assert "person:" not in repr(records)


@pytest.mark.usefixtures("addressed")
def test_the_command_names_organisations_and_nobody_else(folder: Path) -> None:
    data = ("--data", str(folder / "d"))
    assert kyosei("journal", "init", *data, "--origin", "log.test/1").status == 0
    registered = kyosei(
        "journal", "register", "authority:relay", *data, "--speaks-for", "*", "--declares-role", "employer",
        "--declares-role", "supporter",
    )  # fmt: skip
    assert registered.status == 0, registered.err
    written = "".join(json.dumps(line) + "\n" for line in lines())
    (folder / "town.jsonl").write_text(written, encoding="utf-8")
    signed = kyosei("journal", "sign", str(folder / "town.jsonl"), *data, "--as", "authority:relay")
    assert signed.status == 0, signed.err
    entered_ = kyosei("submit", "-", *data, stdin=signed.out)
    assert entered_.status == 0, entered_.err
    told = kyosei("signals", *data, "--format", "json")
    assert told.status == 0, told.err
    document = json.loads(told.out)
    jsonschema.validate(document, signals_schema())
    assert [one["organisation"] for one in document["lateness"]["signals"]] == [LATE]
    for language, heading in (("ja", "情報源の鮮度"), ("ja-easy", "まえより おそく なった"), ("en", "HOW FRESH")):
        report = kyosei("signals", *data, "--lang", language)
        assert report.status == 0, report.err
        assert heading in report.out
        assert LATE in report.out
        assert "person:" not in report.out
        assert PERSONAL not in report.out
    own = kyosei("signals", *data, "--for", "authority:pension-service", "--lang", "en")
    assert "asked of" in own.out, own.err
    future = kyosei("signals", *data, "--known", "2199-01-01T00:00:00Z")
    assert future.status == 2
    assert "future" in future.err
