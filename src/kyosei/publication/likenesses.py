"""Rows of a case table that tell only what differs from another row: the day asked about, a line, or the time of it all.

    - case: told_on_the_fifteenth_day
      like: told_on_the_thirteenth_day
      but: [{line: residence.organisation_notice, on: 2026-08-15}]
      expect: {state: late}

`but` names lines by `line` or `coverage`, with their kind, and by `nth` where several are of it. What it says replaces what
the line says, field by field in `data`; `untold` lists fields that are left out, and `dropped: true` leaves out the line.
`add` has a whole line that comes after the others.
`moved` is a number of days by which every day of the life is moved; `but` and `on` are said in the days after that.
A row with `each`, a list of values, stands for one row a value, which takes the place of `$each` wherever that stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

__all__ = ["each_row", "moved_by", "resolved"]

Row = Mapping[str, Any]  # YAML
_NAMES_A_LINE = ("line", "coverage", "nth", "dropped", "untold")


def each_row(row: Row) -> Iterator[Row]:
    """The row itself, or the rows that it stands for; the name of each has its value, with underscores."""
    for value in row.get("each", ()):
        told = {key: _filled(inner, value) for key, inner in row.items() if key not in ("each", "case")}
        yield {"case": str(row["case"]).replace("$each", str(value).lower().replace("-", "_")), **told}
    if "each" not in row:
        yield row


def _filled(told: Any, value: object) -> Any:  # Any: YAML
    if isinstance(told, Mapping):
        return {key: _filled(inner, value) for key, inner in told.items()}
    if isinstance(told, list):
        return [_filled(inner, value) for inner in told]
    return value if told == "$each" else told


def resolved(row: Row, before: Mapping[str, Row]) -> Row:
    """The row told in full. before: the rows that stand before it, by name. ValueError that says what is wrong."""
    if "like" not in row:
        if edits := {"but", "moved"} & row.keys():
            raise ValueError(f"{row['case']} says {min(edits)} but not which row it is like")
        return row
    if row["like"] not in before:
        raise ValueError(f"{row['case']} is like {row['like']}, which does not stand before it")
    original = before[row["like"]]
    lines: list[Row] = []
    for entry in original["given"]:
        lines.extend(entry if isinstance(entry, list) else [entry])
    days = timedelta(days=row.get("moved", 0))
    if days:
        lines = [moved_by(line, days) for line in lines]
    for edit in row.get("but", ()):
        lines = _edited(lines, edit, str(row["case"]))
    told = {key: value for key, value in row.items() if key not in ("like", "but", "moved")}
    return {**{key: _moved(value, days) for key, value in original.items() if key != "expect"}, "given": lines, **told}


def _edited(lines: Sequence[Row], edit: Row, case: str) -> list[Row]:
    if "add" in edit:
        return [*lines, edit["add"]]
    type_of, kind = ("coverage", edit["coverage"]) if "coverage" in edit else ("statement", edit.get("line"))
    places = [
        place for place, line in enumerate(lines)
        if line.get("type", "statement") == type_of and line.get("kind") == kind
    ]  # fmt: skip
    if not places or ("nth" not in edit and len(places) > 1) or edit.get("nth", 1) > len(places):
        raise ValueError(f"{case}: {len(places)} lines are a {type_of} of {kind}; `nth` must say which it changes")
    place = places[edit.get("nth", 1) - 1]
    if edit.get("dropped"):
        return [*lines[:place], *lines[place + 1 :]]
    line = lines[place]
    said = {key: value for key, value in edit.items() if key not in _NAMES_A_LINE}
    if "data" in said or "untold" in edit:
        untold = edit.get("untold", ())
        data = {**line.get("data", {}), **said.get("data", {})}
        said["data"] = {name: value for name, value in data.items() if name not in untold}
    return [*lines[:place], {**line, **said}, *lines[place + 1 :]]


def moved_by(line: Row, days: timedelta) -> dict[str, Any]:  # Any: YAML
    """A line with each of its days moved."""
    return {key: _moved(value, days) for key, value in line.items()}


def _moved(value: Any, days: timedelta) -> Any:  # Any: YAML
    """A value with each of its days moved, those in strings too."""
    if isinstance(value, Mapping):
        return {key: _moved(inner, days) for key, inner in value.items()}
    if isinstance(value, list):
        return [_moved(inner, days) for inner in value]
    if isinstance(value, date):  # an instant is one, too
        return value + days
    if isinstance(value, str) and value[:4].isdigit() and value[4:5] == "-":
        for read in (date.fromisoformat, datetime.fromisoformat):
            try:
                return (read(value) + days).isoformat()
            except ValueError:
                continue
    return value
