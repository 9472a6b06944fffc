"""A law that was kept says the same about the same case as the law that it was made from."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kyosei.errors import LawError, QuestionError
from kyosei.facts.case_file import read_case
from kyosei.norms.archive import restore_law, write_law
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.check import check, examine, find_norm
from kyosei.verdicts.evaluate import Loaded, load
from kyosei.verdicts.explain import explain
from kyosei.wiring import RELEASED, open_law, read_released, released_versions
from tests.law.case_tables import all_cases, case_of
from tests.law.compiled import compiled_japan

_LIVES = [life for life in all_cases() if life.table in ("pension_notice", "lawful_stay", "confirmation_right")][::5]


def _restored() -> Loaded:
    now = open_law()
    return load(restore_law(write_law(compiled_japan())), now.table, now.holidays)


def test_a_law_survives_being_written_and_read_again() -> None:
    text = write_law(compiled_japan())
    assert write_law(restore_law(text)) == text


def test_what_two_norms_say_alike_is_kept_once() -> None:
    trees = json.loads(write_law(compiled_japan()))["trees"]
    assert len({json.dumps(row) for row in trees}) == len(trees)


def test_a_law_that_was_kept_with_a_row_for_each_place_is_read_as_one_that_has_each_piece_once() -> None:
    text = write_law(compiled_japan())
    document = json.loads(text)
    rows: list[object] = []
    places: dict[int, int] = {}
    for number, (place, arguments, *rest) in enumerate(document["trees"]):
        for _ in range(2):
            rows.append([place, [places[a] + (len(rows) & 1) for a in arguments], *rest])
        places[number] = len(rows) - 2
    for norm in document["norms"]:
        for version in norm["versions"]:
            version["pieces"] = [[name, places[piece] + 1] for name, piece in version["pieces"]]
    assert write_law(restore_law(json.dumps({**document, "trees": rows}))) == text


def test_a_restored_law_gives_the_same_verdicts_needs_and_proofs() -> None:
    now, then = open_law(), _restored()
    assert len(_LIVES) > 5
    for life in _LIVES:
        case = case_of(life.row)
        on = day_from_date(life.row["on"])
        assert [v.to_json() for v in check(now, case, on=on)] == [v.to_json() for v in check(then, case, on=on)]
        known = case.latest_recorded()
        assert known is not None
        person = life.row["about"][0]
        proofs = [
            explain(examined, find_norm(law, life.row["norm"]), 0, on).to_json("en")
            for law in (now, then)
            for examined in examine(law, case, known, [person])
        ]
        assert proofs[0] == proofs[1]


def test_a_text_that_is_not_what_its_address_says_is_refused() -> None:
    text = write_law(compiled_japan())
    document = json.loads(text)
    document["instructions"][-1][2] = [1, *document["instructions"][-1][2][1:]]
    with pytest.raises(LawError, match="says it is"):
        restore_law(json.dumps(document))
    with pytest.raises(LawError, match="not an archived law"):
        restore_law("{}")


def test_a_tree_that_names_a_piece_that_there_is_not_is_refused() -> None:
    document = json.loads(write_law(compiled_japan()))
    last = document["trees"][-1]
    last[1] = [len(document["trees"])]
    with pytest.raises(LawError, match="not an archived law"):
        restore_law(json.dumps(document))


@pytest.mark.parametrize("version", released_versions())
def test_every_released_law_can_still_be_read_and_run(version: str) -> None:
    law = read_released(version)
    assert law.version == version
    now = open_law()
    sample = Path(__file__).parents[1] / "facts" / "sample.jsonl"
    case = read_case([("sample.jsonl", sample.read_bytes())])
    found = check(load(law, now.table, now.holidays), case, on=46346)
    assert found
    assert all(verdict.norm in {norm.id for norm in law.norms} for verdict in found)


def test_at_least_one_law_is_released_and_its_file_is_named_by_its_address() -> None:
    kept = released_versions()
    assert kept
    for version in kept:
        file = RELEASED / f"{version.replace('@', '-')}.json.gz"
        address = json.loads(gzip.decompress(file.read_bytes()))["address"]
        assert address.startswith(version.split("@")[1])


def test_a_law_that_was_never_released_is_refused_with_those_that_were() -> None:
    with pytest.raises(QuestionError, match="released: jp@"):
        read_released("jp@0000000000000000")
