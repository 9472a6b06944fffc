"""The command makes a town and scores it; the detector never sees the truth; the judge tells true from false."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import jsonschema
import pytest

from kyosei.timelines.days import day_from_date
from kyosei.world.failures import Breach
from kyosei.world.score.detector import Negative
from kyosei.world.score.document import score_schema
from kyosei.world.score.judge import false_accusations
from kyosei.world.transmission import Fault
from kyosei.world.truth import Truth, truth_line, truth_of
from tests.cli.processes import kyosei
from tests.world.towns import arrived, detector, life_of, records, town_of


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world") / "town"
    made = kyosei("world", "make", str(folder), "--persons", "50", "--seed", "7")
    assert (made.status, made.err) == (0, "")
    assert "50 persons" in made.out
    return folder


def test_a_town_of_fifty_is_made_and_scored(town: Path) -> None:
    answer = kyosei("world", "score", str(town), "--format", "json")
    assert (answer.status, answer.err) == (0, "")
    document: dict[str, Any] = json.loads(answer.out)  # Any: JSON of any shape
    jsonschema.validate(document, score_schema(), jsonschema.Draft202012Validator)
    assert document["false_accusations"] == 0
    assert sum(row["accused"] for row in document["twins"]) == 0
    assert sum(row["missed"] for row in document["failures"]) == 0
    assert sum(row["planted"] for row in document["failures"]) > 0
    assert [row["persons"] for row in document["towns"]] == [50]
    text = kyosei("world", "score", str(town), "--leads", "0")
    assert (text.status, text.err) == (0, "")
    assert "PLANTED FAILURES" in text.out
    assert "NEGATIVES THAT ARE NOT TRUE\n  none" in text.out


def test_the_records_of_a_town_can_be_checked_like_any_case(town: Path) -> None:
    files = [str(file) for file in sorted((town / "records").glob("*.jsonl"))]
    answer = kyosei("check", *files, "--on", "2026-11-20", "--about", "person:p0", "--format", "json")
    assert (answer.status, answer.err) == (0, "")
    assert json.loads(answer.out)["verdicts"]


def test_a_folder_without_a_town_is_refused(tmp_path: Path) -> None:
    answer = kyosei("world", "score", str(tmp_path))
    assert (answer.status, answer.out) == (2, "")
    assert "holds no town" in answer.err


def test_a_town_of_nobody_is_refused(tmp_path: Path) -> None:
    answer = kyosei("world", "make", str(tmp_path / "town"), "--persons", "0")
    assert (answer.status, answer.out) == (2, "")
    assert "--persons 0" in answer.err


def test_the_detector_opens_no_file() -> None:
    town = town_of(9)
    life, _, sent = arrived(town, 3)
    found, looking = records(town, life, sent.lines), detector()
    looking.sweep(found, 0)  # the first use of the kernels in a process loads them from files
    with patch("builtins.open", side_effect=AssertionError), patch.object(Path, "open", side_effect=AssertionError):
        swept = looking.sweep(found, 0)
        looking.ask(found, "jp.immigration.lawful-stay", {"person": life.person}, looking.known_day)
    assert swept.judged["jp.immigration.lawful-stay"] >= 1


def _negative(from_day: date, until: date, employer: str = "org:e1") -> Negative:
    about = {"person": "person:p1", "employer": employer}
    return Negative("jp.pension.report-acquisition", "duty", about, day_from_date(from_day), day_from_date(until))


@pytest.mark.parametrize(
    ("negative", "false"),
    [
        (_negative(date(2026, 4, 9), date(2026, 10, 1)), False),
        (_negative(date(2026, 4, 8), date(2026, 10, 1)), True),  # a day before it became true
        (_negative(date(2026, 4, 9), date(2026, 11, 2)), True),  # a day after it ended
        (_negative(date(2026, 4, 9), date(2026, 10, 1), "org:e2"), True),  # of another employer
    ],
)
def test_a_negative_is_true_on_the_days_and_of_the_parties_of_a_breach(negative: Negative, false: bool) -> None:
    breach = Breach(negative.norm, {"person": "person:p1", "employer": "org:e1"}, date(2026, 4, 9), date(2026, 11, 1))
    truths = {"person:p1": Truth("person:p1", None, (breach,))}
    assert bool(list(false_accusations((negative,), truths))) == false


def test_lost_evidence_is_named_in_the_truth() -> None:
    """For a planted failure, a lost piece of evidence stands in the truth, and is not in the records."""
    town = town_of(7, 400)
    for number in range(town.persons):
        life, befallen, entries = life_of(town, number)
        if befallen is None or not befallen[0].planted:
            continue
        piece = befallen[1].evidence[0]
        place = next(place for place, entry in enumerate(entries) if piece.is_line(entry.line))
        _, _, sent = arrived(town, number, {place: Fault.LOST})
        truth = truth_of(truth_line(town, life, befallen, sent))
        assert truth.cause is not None
        assert piece in truth.cause.lost
        assert entries[place].line["id"] not in {line["id"] for line in sent.lines}
        return
    raise AssertionError("nobody in the town has a planted failure")
