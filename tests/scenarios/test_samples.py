"""The sample lives: read together they show whose turn it is, and what was imported can be imported again."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from tests.scenarios.process import ROOT, asked, checked

SAMPLES = ROOT / "samples"
ON = "2026-11-21"


def files() -> list[Path]:
    """What `make run` enters, read together."""
    return sorted(SAMPLES.glob("*.jsonl"))


@cache
def everything() -> list[dict[str, object]]:
    """The verdicts about everybody."""
    found = json.loads(checked(*(str(path) for path in files()), on=ON))["verdicts"]
    assert isinstance(found, list)
    return found


def parties() -> dict[str, dict[str, object]]:
    """The declared parties by id."""
    lines = [json.loads(line) for path in files() for line in path.read_text("utf-8").splitlines()]
    return {line["id"]: line for line in lines if line["type"] == "party"}


def failed_or_due(role: str) -> list[dict[str, object]]:
    """Duties and limits not kept, or waiting, that organisations in a role bear."""
    return [
        verdict
        for verdict in everything()
        if verdict["state"] in {"due", "late", "breached", "unmet"}
        and verdict["kind"] in {"duty", "limit"}
        and role in roles_of(verdict["bearer"])
    ]


def roles_of(party: object) -> list[str]:
    """The roles of an organisation; a person has the role `person`."""
    if str(party).startswith("authority:"):
        return ["authority"]
    declared = parties()[str(party)]
    roles = declared.get("roles", ["person"])
    assert isinstance(roles, list)
    return roles


def test_there_are_at_least_eight_lives_in_several_scripts() -> None:
    names = [name for party in parties().values() if party["party"] == "person" for name in _names(party)]
    assert len([party for party in parties().values() if party["party"] == "person"]) >= 8
    assert {"Latn", "Kana", "Jpan", "Hans", "Deva", "Mymr"} <= {name["script"] for name in names}


def _names(party: dict[str, object]) -> list[dict[str, str]]:
    names = party["names"]
    assert isinstance(names, list)
    return names


def test_it_is_the_turn_of_employers_a_bank_a_school_a_supporter_and_one_person_each() -> None:
    for role in ("employer", "bank", "school", "supporter"):
        assert failed_or_due(role), role
    assert {verdict["bearer"] for verdict in failed_or_due("person")} == {"person:marina", "person:putri"}


def test_the_life_in_order_has_nothing_open_or_not_kept() -> None:
    hers = [v for v in everything() if "person:lihua" in _parties(v) and v["applies"] == "yes"]
    assert {verdict["state"] for verdict in hers} == {"met"}
    assert len(hers) >= 12


def _parties(verdict: dict[str, object]) -> set[object]:
    about = verdict["about"]
    assert isinstance(about, dict)
    return set(about.values())


def test_nothing_negative_is_said_of_the_newcomer_or_of_what_was_only_imported() -> None:
    imported = [party for party in parties() if party.startswith("person:freee-")]
    assert imported
    for person in ("person:agus", *imported):
        states = {verdict["state"] for verdict in everything() if person in _parties(verdict)}
        assert "open" in states
        assert not states & {"late", "breached", "unmet"}


def test_hours_in_term_are_too_many_and_the_same_in_the_vacation_are_not() -> None:
    for on, state in (("2026-08-08", "met"), (ON, "unmet")):
        found = json.loads(checked(str(SAMPLES / "putri.jsonl"), on=on))["verdicts"]
        assert [v["state"] for v in found if v["norm"] == "jp.immigration.part-time-hours"] == [state]


def test_importing_the_sample_again_gives_the_same_bytes() -> None:
    imported = asked("import", "freee-hr", "samples/institutions/freee-hr.jsonl")
    assert imported == (SAMPLES / "imported-freee.jsonl").read_bytes()


def test_the_page_of_the_samples_names_every_file() -> None:
    page = (SAMPLES / "README.md").read_text("utf-8")
    assert [path.name for path in files() if f"`{path.name}`" not in page] == []
