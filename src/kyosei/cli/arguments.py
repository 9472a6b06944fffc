"""Reads what stands on the command line: days, instants, parties, languages and files."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.errors import InputError
from kyosei.verdicts.written import read_day, read_instant

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
