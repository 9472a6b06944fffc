"""`kyosei timeline`: the whole history and forecast of one norm about one instance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from kyosei.cli.arguments import (
    AsOfOption,
    DataOption,
    FilesOrJournal,
    Format,
    FormatOption,
    KnownOption,
    LanguageOption,
    LawOption,
    language_of,
    read_day,
    read_instant,
)
from kyosei.cli.asking import Asker, with_asker
from kyosei.cli.evaluated import read_evaluated
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import Page, write_json
from kyosei.cli.selection import AboutOption, InstanceOption, NormOption, Selected, select
from kyosei.cli.waiting import announce_preparation

if TYPE_CHECKING:
    from kyosei.verdicts.verdict import Segment

__all__ = ["timeline"]


@with_asker
def timeline(
    context: typer.Context,
    files: FilesOrJournal = None,
    *,
    asker: Asker,
    norm: NormOption,
    about: AboutOption,
    instance: InstanceOption = None,
    data: DataOption = None,
    as_of: AsOfOption = None,
    known: KnownOption = None,
    law: LawOption = None,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Draw how one norm's answer changes over time, past and future."""
    known_at = None if known is None else read_instant(known, "--known")
    day = None if instance is None else read_day(instance, "--instance")
    language = language_of(lang)
    source = LawSource.of(context)
    loaded = source.open_law(law)
    evaluated = read_evaluated(files, data, [about], known_at, as_of, asker, source, loaded.law, [norm])
    case, known_at = evaluated.case, evaluated.known
    announce_preparation()
    selected = select(loaded, case, known_at or 0, norm, about, day)
    segments = together(selected.examined.segments(selected.norm, selected.instance))
    if format_ is Format.JSON:
        write_json({**document(selected, segments, known_at, loaded.law.version), **evaluated.said()})
        return
    from kyosei.cli.sheet import Sheet
    from kyosei.cli.timeline_drawing import draw

    sheet = Sheet(Page(), language, case, loaded.law, selected.examined.batch.known_day)
    sheet.name_law(asked=law)
    draw(sheet, selected, segments, known_at)
    sheet.page.write()


def together(segments: list[Segment]) -> list[Segment]:
    """Stretches in which state, causes and reading stay the same: other changes are not part of this answer."""
    from dataclasses import replace

    found: list[Segment] = []
    for segment in segments:
        last = found[-1] if found else None
        if last is not None and (last.state, last.causes, last.projected) == (
            segment.state, segment.causes, segment.projected,
        ):  # fmt: skip
            found[-1] = replace(last, until_day=segment.until_day)
        else:
            found.append(segment)
    return found


def document(selected: Selected, segments: list[Segment], known_at: int | None, law: str) -> dict[str, object]:
    """As in INTERFACES.md §2, with the law and what was known."""
    from kyosei.verdicts.diff import iso_instant
    from kyosei.verdicts.verdict import iso, iso_or_none

    found: dict[str, object] = {
        "norm": selected.norm.id,
        "about": selected.about,
        "known": None if known_at is None else iso_instant(known_at),
        "law": law,
        "segments": [
            {
                "from": iso_or_none(segment.from_day),
                "until": iso_or_none(segment.until_day),
                "state": segment.state,
                "causes": list(segment.causes),
                "projected": segment.projected,
            }
            for segment in segments
        ],
    }
    if selected.key >= 0:
        found["instance"] = iso(selected.key)
    return found
