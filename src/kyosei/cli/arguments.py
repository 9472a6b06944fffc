"""Reads what stands on the command line: days, instants, parties, languages and files."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.errors import InputError, QuestionError
from kyosei.timelines.days import day_from_date, microseconds_from_instant

if TYPE_CHECKING:
    from kyosei.facts.statements import Case
    from kyosei.terms.text import Language

__all__ = [
    "AsOfOption",
    "DataOption",
    "Files",
    "FilesOrJournal",
    "Format",
    "FormatOption",
    "KnownOption",
    "LanguageOption",
    "LawOption",
    "Speech",
    "language_of",
    "read_day",
    "read_files",
    "read_input",
    "read_instant",
]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})"
)
_STANDARD_INPUT = "<stdin>"


class Format(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"


class Speech(StrEnum):
    """The language of a report; the values are those of `terms.text.Language`."""

    JA = "ja"
    EASY = "ja-easy"
    EN = "en"


Files = Annotated[
    list[str], typer.Argument(metavar="FILE", help="Case files (JSON Lines); - is standard input.", show_default=False)
]
FilesOrJournal = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE", help="Case files (JSON Lines); - is standard input. None with --data.", show_default=False
    ),
]
DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="Evaluate from the journal of this data directory.", show_default=False),
]
AsOfOption = Annotated[
    int | None,
    typer.Option("--as-of", metavar="POSITION", help="With --data: only its first entries.", show_default=False),
]
FormatOption = Annotated[Format, typer.Option("--format", help="A report to read, or JSON.")]
KnownOption = Annotated[
    str | None,
    typer.Option(
        metavar="INSTANT",
        help="Only what was recorded by this instant, such as 2026-11-20T18:00:00+09:00. Default: everything.",
    ),
]
LanguageOption = Annotated[
    Speech | None, typer.Option("--lang", help="Default: ja if your locale is Japanese, else en.", show_default=False)
]

LawOption = Annotated[
    str | None,
    typer.Option(
        metavar="VERSION",
        help="The law of an earlier answer, such as jp@0123456789abcdef. Default: as it is now.",
        show_default=False,
    ),
]


def read_day(written: str, option: str) -> int:
    """A day number; QuestionError unless it is a day from 1900 to 2200 written as 2026-11-21."""
    if _DAY.fullmatch(written):
        try:
            found = date.fromisoformat(written)
        except ValueError as error:
            raise QuestionError(
                f"{option} {written}: the calendar has no such day; write one such as 2026-11-21"
            ) from error
        if 1900 <= found.year <= 2200:
            return day_from_date(found)
        raise QuestionError(f"{option} {written}: write a day from 1900 to 2200")
    raise QuestionError(f"{option} {written!r} is no day; write it as in 2026-11-21")


def read_instant(written: str, option: str) -> int:
    """Microseconds since 1970 in UTC; QuestionError unless it is an instant with its offset."""
    if _DAY.fullmatch(written):
        raise QuestionError(
            f"{option} {written} is a whole day, in which knowledge can change; write an instant with its offset: "
            f"{written}T23:59:59+09:00 for the end of that day in Japan"
        )
    if _INSTANT.fullmatch(written):
        try:
            found = datetime.fromisoformat(written)
            if 1900 <= found.year <= 2200:
                return microseconds_from_instant(found)
        except ValueError as error:
            raise QuestionError(f"{option} {written}: there is no such instant; write one such as "
                                "2026-11-20T18:00:00+09:00") from error  # fmt: skip
        raise QuestionError(f"{option} {written}: write an instant from 1900 to 2200")
    raise QuestionError(f"{option} {written!r} is no instant with an offset; write it as in 2026-11-20T18:00:00+09:00")


def language_of(chosen: Speech | None, environment: Mapping[str, str] = os.environ) -> Language:
    """The language asked for, or that of the locale."""
    match chosen:
        case Speech.JA:
            return "ja"
        case Speech.EASY:
            return "ja-easy"
        case Speech.EN:
            return "en"
        case None:
            locale = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
            return "ja" if locale.startswith("ja") else "en"


def read_files(names: Sequence[str]) -> list[tuple[str, bytes]]:
    """(name for messages, content) of each file; InputError for one that cannot be read."""
    if list(names).count("-") > 1:
        raise InputError("- (standard input) is named twice; it can be read only once")
    found: list[tuple[str, bytes]] = []
    for name in names:
        try:
            if name == "-":
                found.append((_STANDARD_INPUT, sys.stdin.buffer.read()))
                continue
            with open(name, "rb") as file:
                found.append((name, file.read()))
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise InputError(
                f"{name!r} cannot be read: {reason}; name a file that is there and that you may read"
            ) from error
    return found


def read_input(names: Sequence[str]) -> Case:
    """The case that the files make together."""
    from kyosei.facts.case_file import read_case

    return read_case(read_files(names))
