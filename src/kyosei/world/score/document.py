"""The table of a score as JSON, with its published schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyosei.timelines.days import date_from_day
from kyosei.verdicts.schemas import Schema, published

if TYPE_CHECKING:  # a schema is printed without the engine
    from kyosei.world.score.tally import FailureRow, Tally

__all__ = ["score_document", "score_schema"]


def score_document(law: str, tally: Tally) -> dict[str, object]:
    """All counts of a tally, the first false accusations whole."""
    return {
        "law": law,
        "towns": [
            {"seed": town.seed, "persons": town.persons, "lines": town.lines, "seconds": round(town.seconds, 1)}
            for town in tally.towns
        ],
        "failures": [_failure(row) for row in tally.failures()],
        "variants": [_failure(row) for row in tally.variants()],
        "twins": [{"name": name, "twins": count, "accused": accused} for name, count, accused in tally.twins()],
        "norms": [
            {"norm": row.norm, "judged": row.judged, "negatives": row.negatives, "false": row.false,
             "precision": row.precision}
            for row in tally.norms()
        ],
        "false_accusations": sum(tally.false.values()),
        "first_false_accusations": [
            {
                "norm": one.negative.norm, "kind": one.negative.kind, "about": dict(one.negative.about),
                "from": date_from_day(one.negative.from_day).isoformat(),
                "until": date_from_day(one.negative.until_day).isoformat(), "variant": one.variant,
            }
            for one in tally.accusations
        ],
        "innocent": tally.innocent,
        "innocent_of_whom_records_are_silent": tally.silent_innocent,
    }  # fmt: skip


def _failure(row: FailureRow) -> dict[str, object]:
    return {
        "name": row.name, "planted": row.planted, "with_evidence": row.with_evidence, "found": row.found,
        "before_an_official": row.before_an_official, "missed": row.missed, "recall": row.recall,
        "without_evidence": row.without_evidence, "open_named": row.open_named, "open_unnamed": row.open_unnamed,
        "warned_days": row.warned_days, "shown_days": row.shown_days,
    }  # fmt: skip


def score_schema() -> Schema:
    """What `kyosei world score --format json` prints."""
    count: Schema = {"type": "integer", "minimum": 0}
    share: Schema = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
    days: Schema = {"type": ["number", "null"]}
    text: Schema = {"type": "string"}
    failures = _list(_object({
        "name": text, "planted": count, "with_evidence": count, "found": count, "before_an_official": count,
        "missed": count, "recall": share, "without_evidence": count, "open_named": count, "open_unnamed": count,
        "warned_days": days, "shown_days": days,
    }))  # fmt: skip
    accusation = _object({
        "norm": text, "kind": text, "about": {"type": "object", "additionalProperties": text}, "from": {"$ref": "#/$defs/day"},
        "until": {"$ref": "#/$defs/day"}, "variant": {"type": ["string", "null"]},
    })  # fmt: skip
    return published(
        "world-score",
        "How well the law finds what was planted in synthetic towns, and whom it accuses falsely",
        _object(
            {
                "law": {"type": "string", "pattern": r"^[a-z-]+@[0-9a-f]+$"},
                "towns": _list(
                    _object(
                        {"seed": {"type": "integer"}, "persons": count, "lines": count, "seconds": {"type": "number"}}
                    )
                ),
                "failures": failures,
                "variants": failures,
                "twins": _list(_object({"name": text, "twins": count, "accused": count})),
                "norms": _list(
                    _object({"norm": text, "judged": count, "negatives": count, "false": count, "precision": share})
                ),
                "false_accusations": count,
                "first_false_accusations": _list(accusation),
                "innocent": count,
                "innocent_of_whom_records_are_silent": count,
            }
        ),
    )


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _object(properties: dict[str, object]) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}
