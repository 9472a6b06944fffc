"""Records back as lines of a case file: what reading them again makes the same records of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, assert_never

from kyosei.facts.fields import (
    AreaField,
    BoolField,
    DayField,
    Field,
    HoursField,
    ItemsField,
    PercentField,
    SlugsField,
)
from kyosei.facts.kinds import Span
from kyosei.facts.statements import (
    Case,
    Coverage,
    Dispute,
    FieldValue,
    Heartbeat,
    PartyRecord,
    Resolution,
    Statement,
    Withdrawal,
)
from kyosei.facts.vocabulary import KINDS
from kyosei.timelines.days import JAPAN, NEVER, date_from_day, instant_from_microseconds

__all__ = ["case_lines", "said_line", "statement_line"]

_KINDS: Final = {kind.facts.name: kind for kind in KINDS}


def case_lines(case: Case) -> Iterator[dict[str, object]]:
    """All lines of a case (INTERFACES.md §1), the parties first."""
    yield from (_party(party) for party in case.parties.values() if party.id.startswith(("person:", "org:")))
    yield from (statement_line(statement) for statement in case.statements)
    yield from (_coverage(coverage) for coverage in case.coverages)
    for said in (case.heartbeats, case.withdrawals, case.disputes, case.resolutions):
        yield from (said_line(one) for one in said)


def statement_line(statement: Statement) -> dict[str, object]:
    """The line of a statement (INTERFACES.md §1), as JSON: hours and percentages with at most two decimals as floats."""
    kind = _KINDS[statement.kind]
    line: dict[str, object] = {
        "type": "statement", "id": statement.id, "kind": statement.kind, "source": statement.source,
        "about": dict(statement.about),
    }  # fmt: skip
    if kind.facts.span is Span.EVENT:
        line["on"] = _day(statement.from_day)
    else:
        line["from"] = _day(statement.from_day)
        line["until"] = None if statement.until_day >= NEVER else _day(statement.until_day)
    line["data"] = {name: _written(kind.fields[name], value) for name, value in statement.data.items()}
    line["stated_at"] = _instant(statement.stated_at)
    line["recorded_at"] = _instant(statement.recorded_at)
    more: Mapping[str, str | None] = {"replaces": statement.replaces, "carried_by": statement.carried_by}
    return line | {key: value for key, value in more.items() if value is not None}


def _party(party: PartyRecord) -> dict[str, object]:
    line: dict[str, object] = {
        "type": "party", "id": party.id, "party": "person" if party.is_person else "organisation",
        "names": [{"script": name.script, "text": name.text} for name in party.names],
    }  # fmt: skip
    if not party.is_person:
        line["roles"] = list(party.roles)
    return line if party.born is None else {**line, "born": _day(party.born)}


def _coverage(coverage: Coverage) -> dict[str, object]:
    return {
        "type": "coverage", "id": coverage.id, "kind": coverage.kind, "source": coverage.source,
        "about": dict(coverage.about), "from": _day(coverage.from_day),
        "until": None if coverage.until_day >= NEVER else _day(coverage.until_day), "count": coverage.count,
        "stated_at": _instant(coverage.stated_at), "recorded_at": _instant(coverage.recorded_at),
    }  # fmt: skip


def said_line(said: Heartbeat | Withdrawal | Dispute | Resolution) -> dict[str, object]:
    """The line of a sign of life, or of what is said about another line."""
    match said:
        case Heartbeat():
            own: dict[str, object] = {"type": "heartbeat", "id": said.id, "source": said.source}
        case Withdrawal():
            own = {"type": "withdrawal", "id": said.id, "target": said.target, "source": said.source}
        case Dispute():
            own = {"type": "dispute", "id": said.id, "target": said.target, "by": said.by, "reason": said.reason}
        case Resolution():
            own = {
                "type": "resolution", "id": said.id, "target": said.target, "by": said.by, "outcome": said.outcome,
                "reason": said.reason,
            }  # fmt: skip
        case _:
            assert_never(said)
    return {**own, "stated_at": _instant(said.stated_at), "recorded_at": _instant(said.recorded_at)}


def _written(field: Field[Any, Any], value: FieldValue) -> object:  # Any: a field of any type
    match field, value:
        case BoolField(), int():
            return bool(value)
        case DayField(), int():
            return _day(value)
        case HoursField(), int():
            return float(round(Decimal(value) / 60, 2))
        case ((PercentField() | AreaField()), int()):
            return value / 100
        case ItemsField(), tuple():
            return [{"item": item, "yen": yen} for item, yen in _pairs(value)]
        case SlugsField(), tuple():
            return list(value)
        case _:
            return value


def _pairs(value: tuple[Any, ...]) -> list[tuple[str, int]]:  # Any: a list of (item, yen), as the field read it
    return [(str(item), int(yen)) for item, yen in value]


def _day(day: int) -> str:
    return date_from_day(day).isoformat()


def _instant(microseconds: int) -> str:
    return instant_from_microseconds(microseconds).astimezone(JAPAN).isoformat()
