"""Evidence side by side: what several sources say of the same matter, field by field, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kyosei.decisions.dossier import Assembled
from kyosei.facts.statements import Case, Statement
from kyosei.terms.text import Text
from kyosei.web.own.records import fields_of

__all__ = ["SideBySide", "side_by_side"]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A kind of record about the same parties. records: those that are compared, each its own column.

    rows: title of a field, what each record says of it (None: nothing), and whether they differ.
    """

    kind: str
    records: Sequence[Statement]
    rows: Sequence[tuple[Text, Sequence[Text | None], bool]]


def side_by_side(case: Case, assembled: Assembled) -> list[SideBySide]:
    """Those records behind the requirements of which two sources or more tell; the ones that differ first."""
    behind = {one.id for one in assembled.facts}
    found: dict[tuple[str, tuple[tuple[str, str], ...]], list[Statement]] = {}
    for one in case.statements:
        if one.id in behind:
            found.setdefault((one.kind, tuple(sorted(one.about.items()))), []).append(one)
    several = [
        SideBySide(kind, told, _rows(told))
        for (kind, _), told in found.items()
        if len({one.source for one in told}) > 1
    ]
    return sorted(several, key=lambda one: not any(differs for _, _, differs in one.rows))


def _rows(told: Sequence[Statement]) -> list[tuple[Text, Sequence[Text | None], bool]]:
    said = [{one.title: one.value for one in fields_of(record)} for record in told]
    titles = list(dict.fromkeys(title for of in said for title in of))
    rows: list[tuple[Text, Sequence[Text | None], bool]] = []
    for title in titles:
        values = [of.get(title) for of in said]
        rows.append((title, values, len({one for one in values if one is not None}) > 1))
    return rows
