"""Makes a data directory with a town: the town's records, signed by whoever said each of them, in a journal of its own."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from kyosei.errors import EntryRefusedError, InputError, JournalError
from kyosei.journal.clock import Clock
from kyosei.journal.directory import initialise, open_journal
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import BATCH_MAX, Journal
from kyosei.journal.registry import PORTAL
from kyosei.trial.institutions import DECLARES_PARTIES, REGISTER, institutions_of, register_all
from kyosei.trial.residents import Residents, acting_in, write_residents
from kyosei.world.formats import Format
from kyosei.world.making import MADE_BY, make_town
from kyosei.world.output import read_people
from kyosei.world.town import Town

__all__ = ["Told", "make_trial"]

Told = Callable[[int, int], None]
"""How many persons are entered, and of how many."""
Line = dict[str, Any]  # Any: JSON

_ORIGIN: Final = "trial.kyosei.example/log"
_ASKED: Final = "asked.json"
"""In what is not complete: of what it is being made."""
_ENTERED_BY: Final = 1
"""The version of how lines are entered: another goes on with nothing."""
_TRIED_FROM_TOWN: Final = 6
_HEXADECIMAL: Final = re.compile(r"[0-9a-f]{16,}")
_LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")


def make_trial(
    data: Path, town: Town, lives: Sequence[Path], environment: Mapping[str, str], clock: Clock, told: Told
) -> int:
    """Makes a town and enters it into a new data directory, `lives` (case files) beside it; how many entries there are then.

    It is made beside, and gets its name when it is complete. What was interrupted goes on where it was, if the same is asked for
    again, and is made anew otherwise. InputError if the directory is there already.
    """
    if data.exists():
        raise InputError(f"{data} is there already; name a new data directory, or serve this one with `kyosei serve`")
    beside = data.with_name(f"{data.name}.part")
    said = sorted((line for life in lives for line in _lines_of(life)), key=_is_no_party)
    asked = json.dumps([MADE_BY, _ENTERED_BY, repr(town), said])
    if _read(beside / _ASKED) != asked:
        shutil.rmtree(beside, ignore_errors=True)
        initialise(beside, _ORIGIN)
        make_town(town, beside / "town", Format.JSONL)
        (beside / _ASKED).write_text(asked, encoding="utf-8")
    with open_journal(beside, environment, clock) as (journal, _):
        _enter(journal, beside, said, town, clock, told)
        size = journal.size()
    write_residents(beside, _residents(said, beside / "town" / "records"))
    for only_to_go_on in (_ASKED, REGISTER):
        (beside / only_to_go_on).unlink()
    beside.rename(data)
    return size


def _read(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None


def _enter(journal: Journal, data: Path, lives: Sequence[Line], town: Town, clock: Clock, told: Told) -> None:
    records = data / "town" / "records"

    def said() -> Iterator[tuple[int, Line]]:
        yield from ((0, line) for line in lives)
        yield from _said_in(records)

    keys = register_all(journal, data, institutions_of(_speaker(line) for _, line in said()), clock())
    goes_on = True
    for done, part in _parts(said()):
        goes_on = goes_on and journal.has_all(_spelt(str(line["id"])) for line in part)
        if goes_on:
            continue
        answers = journal.submit([_signed(keys, line) for line in part])
        for line, answer in zip(part, answers, strict=True):
            if isinstance(answer, EntryRefusedError):
                raise JournalError(f"the town's line {line['id']} was refused: {answer}") from answer
        told(done, town.persons)


def _said_in(records: Path) -> Iterator[tuple[int, Line]]:
    """Every line of the town, with the number of the person whom it is about; 0 for those about organisations."""
    yield from ((0, line) for line in _lines_of(records / "organisations.jsonl"))
    for number, (_, lines) in enumerate(read_people(records), 1):
        yield from ((number, json.loads(line)) for line in lines)


def _lines_of(file: Path) -> list[Line]:
    try:
        return [json.loads(line) for line in file.read_bytes().splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise InputError(f"{file} cannot be read as a case file: {error}") from error


def _is_no_party(line: Line) -> bool:
    """Parties come first: a file may speak of those that another declares."""
    return bool(line["type"] != "party")


def _parts(said: Iterable[tuple[int, Line]]) -> Iterator[tuple[int, list[Line]]]:
    """Lines that are entered together, with the number of the last person among them."""
    part: list[Line] = []
    number = 0
    for number, line in said:
        part.append(line)
        if len(part) == BATCH_MAX:
            yield number, part
            part = []
    if part:
        yield number, part


def _speaker(line: Line) -> str:
    """Whose key signs a line: what a person says, the portal signs for them."""
    source = str(line.get("source", line.get("by", DECLARES_PARTIES)))
    return PORTAL if source.startswith("person:") else source


def _signed(keys: Mapping[str, SigningKey], line: Line) -> bytes:
    """The line under the key of whoever said it. `recorded_at` is for the journal to say."""
    content = {name: value for name, value in line.items() if name != "recorded_at"}
    content |= {name: _spelt(content[name]) for name in ("id", "target", "replaces") if content.get(name)}
    return keys[_speaker(line)].sign(content)


def _spelt(id_: str) -> str:
    """An id in letters alone: among thousands of numbers some look like an Individual Number, which a journal refuses."""
    return id_.translate(_LETTERS) if _HEXADECIMAL.fullmatch(id_) else id_


def _residents(lives: Sequence[Line], records: Path) -> Residents:
    """Whom one may try: everybody with a life of their own, the first of the town, and the organisations of these lives."""
    town = (json.loads(lines[0]) for number, (_, lines) in enumerate(read_people(records)) if number < _TRIED_FROM_TOWN)
    parties = [line for line in lives if line["type"] == "party"]
    persons = [line["id"] for line in (*parties, *town) if line["party"] == "person"]
    organisations = {line["id"]: tuple(line["roles"]) for line in parties if line["party"] == "organisation"}
    return Residents(tuple(persons), organisations, acting_in(lives))
