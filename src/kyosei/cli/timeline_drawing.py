"""The drawing of a timeline: a bar to scale, and under it one row for each stretch of days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from kyosei.cli.selection import Selected
from kyosei.cli.sheet import Sheet
from kyosei.cli.words import (
    ALWAYS,
    FROM,
    KNOWN,
    MARKS,
    NOTHING_RECORDED,
    OPEN_END,
    PROJECTED,
    SETTLED_TO,
    STATE,
    STYLES,
    TO,
)
from kyosei.cli.wrapping import cell_len, padded
from kyosei.timelines.days import date_from_day, day_from_date
from kyosei.verdicts.names import instant_said
from kyosei.verdicts.turns import is_day
from kyosei.verdicts.verdict import Segment

__all__ = ["draw"]

_SHAPES: Final = {
    "not_applicable": "·",
    "met": "█",
    "due": "▒",
    "late": "▓",
    "breached": "╳",
    "unmet": "╳",
    "open": "?",
}
"""The states in the bar, told apart by shape."""

_MARGIN_DAYS: Final = 15
_AHEAD_DAYS: Final = 366


def draw(sheet: Sheet, selected: Selected, segments: Sequence[Segment], known_at: int | None) -> None:
    """Heading, bar and rows."""
    norm = selected.norm.latest
    sheet.page.add((norm.title.said_in(sheet.language), "bold"), sheet.bracketed(norm.id))
    instance = [sheet.month(selected.key)] if selected.key >= 0 else []
    sheet.page.add(" · ".join([sheet.parties(selected.about), *instance]))
    sheet.page.add(
        sheet.say(NOTHING_RECORDED) if known_at is None else sheet.say(KNOWN, instant_said(known_at, sheet.language))
    )
    sheet.page.blank()
    if len(segments) > 1:
        _draw_bar(sheet, norm.id, segments)
        sheet.page.blank()
    _draw_rows(sheet, norm.kind, segments)


def _draw_bar(sheet: Sheet, norm_id: str, segments: Sequence[Segment]) -> None:
    """The changes to scale, one cell at least for each stretch; a ruler with years, broken where it is projected."""
    first, last = _span(segments, sheet.known_day)
    shown = [segment for segment in segments if segment.until_day > first and segment.from_day < last]
    width = sheet.page.width - 4
    places = _places([max(first, segment.from_day) for segment in shown], first, last, width)
    bar: list[tuple[str, str]] = []
    ruler = ""
    for segment, begin, end in zip(shown, places, [*places[1:], width], strict=True):
        bar.append((_SHAPES[segment.state] * (end - begin), STYLES[segment.state]))
        ruler += ("┄" if segment.projected else "─") * (end - begin)
    marks, labels = list(ruler), " " * width
    for day, label in _dates(first, last, width):
        place = (day - first) * width // (last - first)
        if not labels[max(place - 1, 0) : place + len(label) + 1].strip() and place + len(label) <= width:
            labels = labels[:place] + label + labels[place + len(label) :]
            marks[place] = "┬"
    sheet.page.drawn("  ", *bar)
    sheet.page.drawn("  ", ("".join(marks), "dim"))
    sheet.page.drawn("  ", (labels, "dim"))
    states = dict.fromkeys(segment.state for segment in shown)
    kind = sheet.norm(norm_id).kind
    legend = ""
    for said in (f"{_SHAPES[state]} {sheet.state(kind, state)}" for state in states):
        if legend and cell_len(legend) + 3 + cell_len(said) > width:
            sheet.page.drawn("  ", legend)
            legend = ""
        legend += ("   " if legend else "") + said
    sheet.page.drawn("  ", legend)


def _span(segments: Sequence[Segment], known_day: int) -> tuple[int, int]:
    """The days of the bar: from shortly before the norm first came into play, to shortly after its last near change."""
    in_play = [s for s in segments if s.state != "not_applicable" and is_day(s.from_day)]
    first = min([known_day, *(s.from_day for s in in_play)])
    near = [s.from_day for s in segments if s.from_day <= known_day + max(known_day - first, _AHEAD_DAYS)]
    last = max([known_day, *near])
    margin = max((last - first) // 20, _MARGIN_DAYS)
    return first - margin, last + margin


def _places(days: Sequence[int], first: int, last: int, width: int) -> list[int]:
    """Where each stretch begins: to scale, but none so short that it vanishes as long as there is room."""
    places = [(day - first) * width // (last - first) for day in days]
    for place in range(1, len(places)):
        places[place] = min(max(places[place], places[place - 1] + 1), width)
    for back in range(len(places) - 1, 0, -1):
        places[back] = max(min(places[back], width - (len(places) - back)), 0)
    return places


def _dates(first: int, last: int, width: int) -> list[tuple[int, str]]:
    """First days of months or years with their labels, as many as can be read."""
    begin, end = date_from_day(first), date_from_day(last)
    months = (end.year - begin.year) * 12 + end.month - begin.month
    step = next((s for s in (1, 3, 6, 12, 24, 60, 120) if months // s * 10 <= width), 240)
    number = begin.year * 12 + begin.month
    number += -number % step
    found: list[tuple[int, str]] = []
    while number < end.year * 12 + end.month:
        day = date(number // 12, number % 12 + 1, 1)
        found.append((day_from_date(day), f"{day:%Y}" if step >= 12 else f"{day:%Y-%m}"))
        number += step
    return found


def _draw_rows(sheet: Sheet, kind: str, segments: Sequence[Segment]) -> None:
    """One row for each stretch, and a line at the day up to which anything is known."""
    heads = [sheet.say(FROM), sheet.say(TO), sheet.say(STATE)]
    rows = [
        (
            sheet.day(segment.from_day) if is_day(segment.from_day) else sheet.say(ALWAYS),
            sheet.last_day(segment.until_day) if is_day(segment.until_day) else sheet.say(OPEN_END),
            segment,
        )
        for segment in segments
    ]
    widths = [max(cell_len(text) for text in (heads[column], *(str(row[column]) for row in rows))) for column in (0, 1)]
    sheet.page.drawn(f"  {padded(heads[0], widths[0])}  {padded(heads[1], widths[1])}  {heads[2]}")
    drawn_known = False
    for begin, end, segment in rows:
        if not drawn_known and segment.from_day > sheet.known_day:
            drawn_known = True
            label = f"── {sheet.say(SETTLED_TO, sheet.day(sheet.known_day))} "
            sheet.page.drawn("  ", (label + "─" * max(sheet.page.width - 4 - cell_len(label), 0), "dim"))
        said = sheet.state(kind, segment.state)
        if segment.causes:
            said += sheet.bracketed(sheet.causes(segment.causes))
        if segment.projected:
            said += f" ┄ {sheet.say(PROJECTED)}"
        lead = f"{padded(begin, widths[0])}  {padded(end, widths[1])}  "
        style = STYLES[segment.state]
        hang = sum(widths) + 6
        sheet.page.add(lead, (f"{MARKS[segment.state]} ", style), (said, style), indent=2, hang=hang)
