"""What early signals came to as JSON, with its published schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyosei.verdicts.schemas import Schema, published

if TYPE_CHECKING:  # a schema is printed without the engine
    from kyosei.world.score.early_judge import Group
    from kyosei.world.score.early_scoring import EarlyTally

__all__ = ["early_document", "early_schema"]


def early_document(tally: EarlyTally) -> dict[str, object]:
    """All counts, for the signals and for the baseline beside them."""
    from kyosei.signals.shifts import MONTHS_TO_FALSE_ALARM
    from kyosei.world.score.early_scoring import BASELINE, SIGNALS

    return {
        "months_to_false_alarm": MONTHS_TO_FALSE_ALARM,
        "towns": [
            {"seed": town.seed, "persons": town.persons, "lines": town.lines, "seconds": round(town.seconds, 1)}
            for town in tally.towns
        ],
        "detectors": [
            {
                "detector": detector,
                "all": _group(tally.total(detector)),
                "supporters": _group(tally.total(detector, "supporter")),
                "employers": _group(tally.total(detector, "employer")),
                "causes": [
                    {"role": role, "cause": cause.value, **_group(group)} for role, cause, group in tally.rows(detector)
                ],
                "sizes": [{"staff": size, **_group(group)} for size, group in tally.by_size(detector)],
            }
            for detector in (SIGNALS, BASELINE)
        ],
        "late_office_months": tally.late_offices,
        "stranding": [
            {"role": role, "stranding": row.stranding, "found": row.found, "wrongly": row.wrongly}
            for role, row in tally.stranding.items()
        ],
    }


def _group(group: Group) -> dict[str, object]:
    return {
        "organisations": group.organisations, "unit_months": group.unit_months, "collapsed": group.collapsed,
        "found": len(group.leads), "recall": group.recall, "median_lead_months": group.median_lead,
        "tenth_lead_months": group.tenth_lead, "true_alarms": group.true, "false_alarms": group.false,
        "precision": group.precision, "false_per_1000_unit_months": group.false_per_thousand,
        "alarms_after": group.after, "false_beside_late_office": group.beside_late_office,
    }  # fmt: skip


def early_schema() -> Schema:
    """What `kyosei world signals --format json` prints."""
    count: Schema = {"type": "integer", "minimum": 0}
    number: Schema = {"type": ["number", "null"], "minimum": 0}
    text: Schema = {"type": "string"}
    group: dict[str, object] = {
        "organisations": count, "unit_months": count, "collapsed": count, "found": count, "recall": number,
        "median_lead_months": number, "tenth_lead_months": number, "true_alarms": count, "false_alarms": count,
        "precision": number, "false_per_1000_unit_months": number, "alarms_after": count,
        "false_beside_late_office": count,
    }  # fmt: skip
    town: dict[str, object] = {"seed": {"type": "integer"}, "persons": count, "lines": count, "seconds": number}
    return published(
        "world-signals",
        "How early failing organisations of synthetic towns are named, and who is named falsely",
        _object({
            "months_to_false_alarm": count,
            "towns": _list(_object(town)),
            "detectors": _list(_object({
                "detector": text, "all": _object(group), "supporters": _object(group), "employers": _object(group),
                "causes": _list(_object({"role": text, "cause": text, **group})),
                "sizes": _list(_object({"staff": text, **group})),
            })),
            "late_office_months": count,
            "stranding": _list(_object({"role": text, "stranding": count, "found": count, "wrongly": count})),
        }),
    )  # fmt: skip


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _object(properties: dict[str, object]) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
