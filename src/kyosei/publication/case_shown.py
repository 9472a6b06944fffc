"""A case of a norm in words: its day, what is on record, and the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.kinds import Kind
from kyosei.facts.vocabulary import KINDS
from kyosei.norms.declare import Norm
from kyosei.publication.case_words import EXPECTED
from kyosei.publication.cases import LifeCase
from kyosei.publication.speech import Speech
from kyosei.verdicts.field_prose import value_said
from kyosei.verdicts.figure_prose import FIGURES
from kyosei.verdicts.state_prose import CAUSES

__all__ = ["CaseShown", "case_shown"]

_ALL: tuple[type[Kind], ...] = (*KINDS, EmploymentRelation)
_KINDS: dict[str, type[Kind]] = {kind.facts.name: kind for kind in _ALL}


@dataclass(frozen=True, slots=True)
class CaseShown:
    """A case in words: its name, its day, its lines and the answer."""

    name: str
    on: str
    given: tuple[str, ...]
    expected: str


def case_shown(case: LifeCase, norm: Norm, speech: Speech) -> CaseShown:
    """A row of the table of a norm, in one language. Its name and the ids of its parties stay as they are written."""
    expected = " · ".join(_expected(dict(case.row["expect"]), norm, speech))
    return CaseShown(case.name.replace("_", " "), _plain(case.row["on"]), tuple(_lines(case, speech)), expected)


def _expected(expect: dict[str, Any], norm: Norm, speech: Speech) -> Iterator[str]:  # Any: YAML
    if "state" in expect:
        yield speech.state(norm.kind, expect.pop("state"))
    for cause in expect.pop("causes", ()):
        yield speech.text(CAUSES[cause])
    for name, value in expect.items():
        yield f"{speech.text(EXPECTED[name]) if name in EXPECTED else name}: {_answer(name, value, norm, speech)}"


def _answer(name: str, value: Any, norm: Norm, speech: Speech) -> str:  # Any: YAML
    """What a row expects of a part of the answer."""
    match name:
        case "next" if isinstance(value, dict):
            return f"{_plain(value['on'])} {speech.state(norm.kind, value['state'])}"
        case "applies":
            return speech(f"applies_{value}")
        case "needs_kinds":
            return ", ".join(_title(kind, speech) for kind in value)
        case "figures":
            named = (
                (speech.text(FIGURES[figure]) if figure in FIGURES else figure, bounds)
                for figure, bounds in value.items()
            )
            return ", ".join(f"{figure} {_plain(bounds)}" for figure, bounds in named)
        case _:
            return speech("none") if value is None else _plain(value)


def _lines(case: LifeCase, speech: Speech) -> Iterator[str]:
    for line in case.given():
        parts = [speech(line["type"])] if "type" in line else []
        kind = line.get("kind")
        if kind is not None:
            parts.append(_title(kind, speech))
        parts += [_plain(line[name]) for name in ("source", "by", "target") if name in line]
        if "on" in line:
            parts.append(_plain(line["on"]))
        if "from" in line:
            parts.append(f"{_plain(line['from'])} – {_plain(line.get('until') or '')}".rstrip())
        parts += [_field(line["kind"], name, value, speech) for name, value in line.get("data", {}).items()]
        yield " · ".join(parts)


def _title(kind: str, speech: Speech) -> str:
    """The title of a kind; a name that is none stays."""
    found = _KINDS.get(kind)
    return kind if found is None else speech.pair((found.facts.title_ja, found.facts.title_en))


def _field(kind: str, name: str, value: Any, speech: Speech) -> str:  # Any: YAML
    """A field of a statement with its value in words; one that the vocabulary does not have stays as it is written."""
    field = _KINDS[kind].fields.get(name) if kind in _KINDS else None
    if field is None:
        return f"{name}: {_plain(value)}"
    read = field.read(value.isoformat() if isinstance(value, date) else value)
    said = value_said(f"{kind}.{name}", field, read)
    return f"{speech.pair((field.title_ja, field.title_en))}: {speech.text(said)}"


def _plain(value: Any) -> str:  # Any: YAML
    """A day, an id, a number or several of them in one line."""
    return ", ".join(map(_plain, value)) if isinstance(value, list) else str(value)
