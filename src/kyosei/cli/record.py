"""`kyosei record`: verify offline what a code showed a checker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kyosei.cli.arguments import LanguageOption, language_of, read_files
from kyosei.cli.log import read_root_key
from kyosei.cli.page import write_text
from kyosei.terms.text import Text

if TYPE_CHECKING:
    from kyosei.terms.text import Language

__all__ = ["record_application"]

_ABOUT = Text("本人　{0}", "だれの こと　{0}", "about      {0}")
_ASKED_BY = Text(
    "見た者　{0}（本人が名指した相手　{1}）", "見た 人　{0}（{1}の ため）", "asked by   {0}; the code was made for {1}"
)
_LAW = Text("根拠　{0}", "きまり　{0}", "law        {0}")
_ANSWERED = Text("回答　{0}、{1}", "答えた 日　{0}、{1}", "answered   {0} by {1}")
_ONLY_THEN = Text(
    "この記録は、そのとき何と答えたかを示します。あとの日のことは示しません。",
    "この 記録は その ときの 答えです。あとの 日の ことは わかりません。",
    "It shows what was answered then, and nothing about later days.",
)


def record_application() -> typer.Typer:
    """The group of commands."""
    application = typer.Typer(
        no_args_is_help=True, rich_markup_mode=None, help="Verify the record of what a code showed a checker."
    )
    application.callback()(_group)
    application.command()(verify)
    return application


def _group() -> None:
    """Verify the record of what a code showed a checker."""


def verify(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The record; - is standard input.", show_default=False)],
    root: Annotated[str, typer.Option(metavar="KEY", help="The operator's root key, had from elsewhere.")],
    lang: LanguageOption = None,
) -> None:
    """Verify the seal of a record offline, and print what was asked and answered."""
    from kyosei.sharing.record import verify_record

    ((_, content),) = read_files([file])
    write_text(_page(verify_record(content, read_root_key(root)), language_of(lang)))


def _page(record: Mapping[str, Any], language: Language) -> str:  # Any: JSON
    from datetime import datetime

    from kyosei.sharing.prose import answer_said
    from kyosei.timelines.days import microseconds_from_instant
    from kyosei.verdicts.names import instant_said

    def say(text: Text, *parts: object) -> str:
        return text.said_in(language).format(*parts)

    said = answer_said(record["answer"], language)
    at = microseconds_from_instant(datetime.fromisoformat(record["answered_at"]))
    lines = [said.as_of, "  " + say(_ABOUT, said.whom), "  " + say(_ASKED_BY, record["asked_by"], record["made_for"])]
    for line in said.lines:
        lines.append(f"{line.title}: {line.value}")
        if line.law:
            lines.append("  " + say(_LAW, line.law))
    lines += ["  " + say(_ANSWERED, instant_said(at, language), record["program"]), say(_ONLY_THEN)]
    return "\n".join(lines) + "\n"
