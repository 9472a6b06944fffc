"""The JSON Schema of a plan. New keys may be added to each object."""

from __future__ import annotations

from kyosei.verdicts.schemas import LAYERS, Schema, published

__all__ = ["plan_schema"]

_TEXT: Schema = {"type": "string"}


def plan_schema() -> Schema:
    """What `kyosei plan --format json` prints: days as recorded, days if the stay is renewed, and each requirement."""
    draft = _object({"binding": {"const": False}, "norms": _list(_TEXT) | {"minItems": 1}, "from": _ref("day")})
    return published(
        "plan",
        "From which day on the requirements of a goal are met, what stands in the way, and whose turn it is",
        _object(
            {
                "on": _ref("day"),
                "known": _or_null(_ref("instant")),
                "law": {"type": "string", "pattern": r"^[a-z-]+@[0-9a-f]+$"},
                "position": {"type": "integer", "minimum": 0},
                "goal": _TEXT,
                "about": _object({"person": _ref("party")}),
                "draft": _or_null(draft),
                "assumes_renewal_from": _or_null(_ref("day")),
                **_outlook(),
                "requirements": _list(_step()) | {"minItems": 1},
            },
            "position",
        ),
    )


def _step() -> Schema:
    turn = _object(
        {"party": _source(), "to": {"enum": ["answer", "act", "judge"]}, "kind": _TEXT, "norm": _TEXT}, "kind", "norm"
    )
    return _object(
        {
            "verdict": _ref("verdict"),
            **_outlook(),
            "obstacles": _list(_obstacle()),
            "alternatives": _list(_alternative()),
            "turns": _list(turn),
        }
    )


def _obstacle() -> Schema:
    """`since`: of what only has not lasted long enough, the day from which it goes on."""
    return _object(
        {
            "text": _TEXT,
            "wanted": {"type": "boolean"},
            "state": {"enum": ["no", "open"]},
            "causes": _ref("causes"),
            "since": _or_null(_ref("day")),
            "number": _TEXT,
            "provision": _ref("provision"),
            "norm": _TEXT,
            "bearer": _ref("party"),
            "duty": {"enum": ["not_done", "late", "not_told"]},
            "instance": _ref("day"),
            **_outlook(),
        },
        "number", "provision", "norm", "bearer", "duty", "instance", "days", "days_if_renewed",
    )  # fmt: skip


def _alternative() -> Schema:
    """`state` and `obstacles` are those of the asked day, or of the first day of a version that is still to come."""
    return _object(
        {
            "text": _TEXT,
            "state": {"enum": ["yes", "no", "open"]},
            "causes": _ref("causes"),
            "layer": {"enum": list(LAYERS)},
            "in_force": _object({"from": _or_null(_ref("day")), "until": _or_null(_ref("day"))}),
            **_outlook(),
            "obstacles": _list(_obstacle()),
            "number": _TEXT,
            "provision": _ref("provision"),
        },
        "number", "provision",
    )  # fmt: skip


def _outlook() -> Schema:
    """The first stretch of each sort: met; met but for an official's judgement; and not certainly lacking."""
    stretch = _or_null(_object({"from": _ref("day"), "until": _or_null(_ref("day"))}))
    days = _object(dict.fromkeys(("met", "by_records", "not_lacking"), stretch))
    return {"days": days, "days_if_renewed": _or_null(days)}


def _source() -> Schema:
    return {"type": "string", "pattern": r"^(person|org|authority|municipality|insurer|unknown):\S+$"}


def _object(properties: Schema, *optional: str) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _list(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}
