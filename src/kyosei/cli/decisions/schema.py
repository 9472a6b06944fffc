"""The published JSON Schemas of what `kyosei decisions` prints."""

from __future__ import annotations

from kyosei.bundles.schema import INSTANT, TEXT, closed
from kyosei.cli.decisions.tables import OUTCOMES
from kyosei.decisions.acts import Replayed
from kyosei.decisions.document import dossier_schema
from kyosei.decisions.dossier import Checked
from kyosei.decisions.process import OfficeProcess
from kyosei.decisions.shape import schema_of
from kyosei.decisions.shown import Defective, Outlook, Review
from kyosei.journal.entries import DecisionAct
from kyosei.verdicts.schemas import Schema, published

__all__ = ["decisions_schemas"]

_ADDRESS: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def decisions_schemas() -> dict[str, Schema]:
    """Each by its name."""
    outlook = schema_of(Outlook)
    outlook["properties"]["needs_another"] = {"type": "boolean"}
    outlook["required"] = [*outlook["required"], "needs_another"]
    review = schema_of(Review)
    review["properties"] |= {"address": _ADDRESS, "is_the_same": {"type": "boolean"}}
    review["required"] = ["address", *review["required"], "is_the_same"]
    act = closed(
        {
            "id": TEXT, "act": {"enum": [one.value for one in DecisionAct]}, "by": TEXT, "at": INSTANT, "reason": TEXT,
            "language": {"type": ["string", "null"]},
        }
    )  # fmt: skip
    dossier = {key: value for key, value in dossier_schema().items() if key not in ("$id", "$schema", "$defs")}
    checks: Schema = {"type": "array", "items": schema_of(Checked)}
    return {
        "decisions-outlook": published("decisions-outlook", "What an application would meet", outlook),
        "decisions-check": published(
            "decisions-check", "The checks of a draft", closed({"checks": checks, "sealable": {"type": "boolean"}})
        ),
        "decisions-show": published(
            "decisions-show", "A sealed dossier and what was done about it",
            closed({"address": _ADDRESS, "dossier": dossier, "acts": {"type": "array", "items": act}}),
        ),
        "decisions-replay": published(
            "decisions-replay", "A sealed dossier assembled again",
            closed({"address": _ADDRESS, "came_to": {"enum": [one.value for one in Replayed]},
                    "parts": {"type": "array", "items": TEXT}}),
        ),
        "decisions-review": published("decisions-review", "What is another since a dossier was sealed", review),
        "decisions-defective": published(
            "decisions-defective", "The dossiers that rest on a norm version ruled defective",
            closed({"dossiers": {"type": "array", "items": schema_of(Defective)}}),
        ),
        "decisions-list": published(
            "decisions-list", "The addresses of sealed dossiers",
            closed({"dossiers": {"type": "array", "items": _ADDRESS}}),
        ),
        "decisions-consistency": published(
            "decisions-consistency", "Offices and groups compared within the same facts", _consistency()
        ),
        "decisions-stability": published(
            "decisions-stability", "Whether those who met what they owed were granted a stable stay", _stability()
        ),
        "decisions-noise": published("decisions-noise", "How much decisions depend on who decides", _noise()),
        "decisions-process": published("decisions-process", "How an office decides", schema_of(OfficeProcess)),
    }  # fmt: skip


def _consistency() -> Schema:
    name: Schema = {"type": ["string", "null"]}
    amount: Schema = {"type": ["number", "null"]}
    count: Schema = {"type": "integer", "minimum": 0}
    comparison = closed(
        {
            "office": name, "group": name, "cases": count, "others": count, "difference": amount, "detectable": amount,
            "chance": {"type": "number", "minimum": 0, "maximum": 1}, "found": {"type": "boolean"},
        }
    )  # fmt: skip
    comparisons: Schema = {"type": "array", "items": comparison}
    return closed(
        {
            "cases": count, "outcome": {"enum": list(OUTCOMES)},
            "negligible": {"type": "number", "minimum": 0}, "spread": {"type": "number", "minimum": 0},
            "offices": comparisons, "groups": comparisons, "groups_at_offices": comparisons,
        }
    )  # fmt: skip


def _stability() -> Schema:
    some: Schema = {"type": ["integer", "null"], "minimum": 0}
    group = closed({"cases": some, "granted_percent": some, "longest_percent": some, "median_days": some})
    return {
        "type": "array",
        "items": closed({"procedure": TEXT, "status": {"type": "string"}, "met": group, "others": group}),
    }


def _noise() -> Schema:
    count: Schema = {"type": "integer", "minimum": 0}
    amount: Schema = {"type": "number", "minimum": 0}
    perhaps: Schema = {"type": ["number", "null"], "minimum": 0}
    return closed(
        {
            "outcome": {"enum": list(OUTCOMES)}, "dossiers": count, "readers": count, "judgements": count,
            "difference": amount, "difference_error": amount, "system": amount, "level": perhaps, "pattern": perhaps,
            "occasion": perhaps,
        }
    )  # fmt: skip
