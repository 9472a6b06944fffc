"""Scores towns: the detector sweeps the records of some persons at a time; then the judge opens their truth."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from kyosei.errors import InputError
from kyosei.timelines.days import microseconds_from_instant
from kyosei.verdicts.evaluate import Loaded
from kyosei.world.output import read_people
from kyosei.world.score.detector import Background, Detector, Records
from kyosei.world.score.judge import false_accusations, judge_cause
from kyosei.world.score.tally import Tally, TownRow
from kyosei.world.transmission import stray_of
from kyosei.world.truth import Truth, read_truths

__all__ = ["read_manifest", "score_towns"]

_PERSONS_AT_A_TIME = 6
_SILENCE_LOOK_DAYS = 35
_ON_SILENCE = (
    "jp.immigration.part-time-hours", "jp.immigration.work-within-status", "jp.pension.report-acquisition",
    "jp.immigration.lawful-stay", "jp.ssw.interview", "jp.ssw.interview-delegated",
)  # fmt: skip
"""The norms of the five failures."""
People = Sequence[tuple[str, Sequence[bytes]]]


def score_towns(
    loaded: Loaded,
    folders: Sequence[Path],
    *,
    leads: int = 1000,
    told: Callable[[int, int], None] = lambda done, of: None,
) -> Tally:
    """What the law makes of the last layers of some towns. `leads`: of how many found failures to measure the lead.

    InputError if a folder holds no town. `told`: how many persons are done, and of how many.
    """
    manifests = [read_manifest(folder) for folder in folders]
    total = sum(int(manifest["persons"]) for manifest in manifests)
    tally = Tally()
    done = 0
    for folder, manifest in zip(folders, manifests, strict=True):
        began = time.process_time()
        detector = Detector(loaded, microseconds_from_instant(datetime.fromisoformat(str(manifest["known"]))))
        with (folder / "records" / "organisations.jsonl").open("rb") as file:
            background = Background.read(file)
        truths = read_truths(folder / "truth")
        for people in _groups(read_people(folder / "records")):
            _score(tally, detector, Records.of(people, background), truths, leads)
            done += len(people)
            told(done, total)
        seconds = time.process_time() - began
        tally.towns.append(TownRow(int(manifest["seed"]), int(manifest["persons"]), int(manifest["lines"]), seconds))
    return tally


def _groups(people: Iterator[tuple[str, Sequence[bytes]]]) -> Iterator[People]:
    while group := list(islice(people, _PERSONS_AT_A_TIME)):
        yield group


def read_manifest(folder: Path) -> dict[str, Any]:  # Any: JSON that we wrote
    """What stands about a town in its own file; InputError if the folder holds none."""
    try:
        found = json.loads((folder / "world.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{folder} holds no town: {error}; make one with `kyosei world make`") from error
    if not isinstance(found, dict) or not {"seed", "persons", "known", "lines"} <= found.keys():
        raise InputError(f"{folder}/world.json is not that of a town; make one with `kyosei world make`")
    return found


def _score(tally: Tally, detector: Detector, records: Records, everybodys: Iterator[Truth], leads: int) -> None:
    """Sweep first; only then is the truth of these persons read."""
    sweep = detector.sweep(records, detector.known_day - _SILENCE_LOOK_DAYS)
    truths = {truth.person: truth for truth in islice(everybodys, len(records.persons))}
    if list(truths) != list(records.persons):
        raise InputError("the truth is not that of these records: it names other persons, or in another order")
    tally.judged.update(sweep.judged)
    tally.negatives.update(negative.norm for negative in sweep.negatives)
    known = truths | {stray_of(person): truth for person, truth in truths.items()}
    known |= {
        one.about["person"]: truth for truth in truths.values() for one in truth.breaches if "person" in one.about
    }
    accusations = list(false_accusations(sweep.negatives, known))
    tally.accuse(accusations)
    accused = {one.negative.about.get("person") for one in accusations}
    silent = {person for norm, person in sweep.silence if norm in _ON_SILENCE}
    for person, truth in truths.items():
        if truth.cause is None or not truth.cause.planted:
            tally.innocent += 1
            tally.silent_innocent += person in silent
        if truth.cause is not None:
            lead = tally.leads < leads
            tally.add(judge_cause(detector, records, truth.cause, accused=person in accused, lead=lead))
