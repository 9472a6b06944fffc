"""`kyosei trial`: a data directory with a synthetic town and invented lives, to try everything out with."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from kyosei.cli.arguments import LanguageOption, language_of
from kyosei.cli.asking import now
from kyosei.cli.page import write_text
from kyosei.cli.waiting import progress
from kyosei.errors import QuestionError
from kyosei.terms.text import Text

__all__ = ["trial"]

_MOST_PERSONS = 1_000_000
_MADE = Text(
    "{0}：架空の町（{1}人、記録{2}件）を作成",
    "{0}：ためしの 町（{1}人、記録 {2}）",
    "{0}: a synthetic town of {1} persons, {2} entries",
)


def trial(
    data: Annotated[Path, typer.Argument(metavar="DIR", help="A new data directory.", show_default=False)],
    persons: Annotated[int, typer.Option(metavar="N", help="How many persons live in the town.")] = 200,
    seed: Annotated[int, typer.Option(metavar="N", help="The same seed makes the same town.")] = 1,
    life: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="A case file that is entered beside it. Repeatable.")
    ] = None,
    lang: LanguageOption = None,
) -> None:
    """Make a data directory to try everything out with: nobody in it is real, and every institution's key lies in it."""
    from kyosei.journal.embedded import ended_by_signals
    from kyosei.timelines.days import date_from_day, legal_day
    from kyosei.trial.making import make_trial
    from kyosei.world.town import Town

    if not 1 <= persons <= _MOST_PERSONS:
        raise QuestionError(f"--persons {persons}: write a number from 1 to {_MOST_PERSONS:,}")
    town = Town(seed, persons, date_from_day(legal_day(now()) - 1))
    with ended_by_signals(), progress("trial") as told:
        entries = make_trial(data, town, life or (), os.environ, now, told)
    write_text(_MADE.said_in(language_of(lang)).format(data, f"{persons:,}", f"{entries:,}") + "\n")
