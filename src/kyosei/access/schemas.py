"""JSON Schemas (2020-12) of the answers of the read path. New keys may be added to each object."""

from __future__ import annotations

from typing import Any, Final

from kyosei.access.requests import Role
from kyosei.errors import AccessRefusal

__all__ = ["Schema", "access_schemas"]

Schema = dict[str, Any]  # Any: JSON of any shape

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Final[Schema] = {"type": "string"}
_TEXTS: Final[Schema] = {"type": "array", "items": _TEXT, "uniqueItems": True}
_TRUTH: Final[Schema] = {"type": "boolean"}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_DAY: Final[Schema] = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_INSTANT: Final[Schema] = {
    "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{6})?\+09:00$",
}  # fmt: skip
_PERSON: Final[Schema] = {"type": "string", "pattern": r"^person:\S+$"}
_LINE: Final[Schema] = {"type": "object", "required": ["type", "id"]}
"""A line of a case file, which has a schema of its own."""


def access_schemas() -> dict[str, Schema]:
    """By the name of the command."""
    records = {"person": _PERSON, "known": _INSTANT, "entry": {"type": "integer", "minimum": 1}, "fields": _TEXTS,
               "lines": {"type": "array", "items": _LINE}}  # fmt: skip
    return {
        "person-show": _published(
            "person-show", "A person's own records, what they have to be told, and who has looked at the records",
            {**records, "notices": _list(_notice(_or_null(_PERSON))), "accesses": _usages()},
        ),
        "person-read": _published("person-read", "What a purpose may read of a person's records", records),
        "person-purposes": _published(
            "person-purposes", "Every purpose of reading", {"law": _TEXT, "purposes": _list(_purpose())}
        ),
        "link-show": _published("link-show", "Under which local ids a person is known, and which links say so", _links()),
    }  # fmt: skip


def _published(name: str, title: str, properties: Schema) -> Schema:
    return {"$schema": _DIALECT, "$id": f"urn:kyosei:schema:{name}", "title": title, **_object(properties)}


def _object(properties: Schema, *optional: str) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def _title() -> Schema:
    return _object({"ja": _TEXT, "ja-easy": _TEXT, "en": _TEXT})


def _links() -> Schema:
    """The properties of a list of links. Null stands where a person may not be told who or what it is."""
    evidence = _object(
        {
            "type": {"enum": ["shared_identifier", "document_seen", "person_says", "compared"]},
            "seen": _or_null(_TEXT), "human": _or_null(_TEXT), "found": _list({"type": "array", "items": _TEXT}),
        }
    )  # fmt: skip
    dispute = _object({"id": _TEXT, "by": _or_null(_TEXT), "reason": _or_null(_TEXT), "stated_at": _INSTANT})
    link = _object(
        {
            "id": _TEXT, "persons": {**_list(_or_null(_PERSON)), "minItems": 2, "maxItems": 2}, "source": _TEXT,
            "decided_by": _or_null(_TEXT), "stated_at": _INSTANT, "recorded_at": _INSTANT, "evidence": _list(evidence),
            "disputes": _list(dispute),
        }
    )  # fmt: skip
    return {
        "person": _PERSON, "known": _INSTANT, "entry": {"type": "integer", "minimum": 1}, "local_ids": _list(_PERSON),
        "links": _list(link), "notices": _list(_notice(_PERSON)),
    }  # fmt: skip


def _provision() -> Schema:
    return _object({"law": _TEXT, "article": _TEXT, "paragraph": _TEXT, "item": _TEXT}, "paragraph", "item")


def _notice(to: Schema) -> Schema:
    """That a link is disputed; `to`: of which of the person's local ids it is."""
    return _object({"to": to, "link": _TEXT, "dispute": _TEXT})


def _usages() -> Schema:
    """The shape of `findUsage`."""
    return _object(
        {
            "usagePeriod": _object({"from": _or_null(_INSTANT), "until": _or_null(_INSTANT)}),
            "totalUsages": _COUNT,
            "returnedUsages": _COUNT,
            "usages": _list({"oneOf": [_usage(), _hidden()]}),
            "reportedUsages": _list(_reported()),
        }
    )


def _hidden() -> Schema:
    """That somebody looked, by which provision it is withheld, and until when: nothing else may be known of it."""
    properties = {"number": _COUNT, "record": _or_null(_TEXT), "hidden": {"const": True},
                  "hiddenReason": _provision(), "hiddenUntil": _DAY}  # fmt: skip
    return {**_object(properties), "additionalProperties": False}


def _usage() -> Schema:
    receiver = {
        "organisation": _or_null({"type": "string", "pattern": r"^(org|authority|municipality|insurer):\S+$"}),
        "role": {"enum": list(Role)}, "you": _TRUTH, "software": _TRUTH, "pseudonym": _TEXT,
    }  # fmt: skip
    return _object(
        {
            "number": _COUNT,
            "record": _or_null(_TEXT),
            "hidden": {"const": False},
            "logtime": _INSTANT,
            "action": {"enum": ["read", "readAccesses", "readCases", "told"]},
            "receiver": _object(receiver),
            "onYourBehalf": _TRUTH,
            "purpose": _or_null(_object({"id": _TEXT, "title": _title()})),
            "legalBasis": _or_null(_provision()),
            "consentReference": _or_null(_TEXT),
            "caseReference": _or_null(_TEXT),
            "known": _INSTANT,
            "fields": _TEXTS,
            "decision": {"enum": ["permitted", "refused"]},
            "refusal": _or_null({"enum": list(AccessRefusal)}),
            "hiddenReason": _provision(),
            "hiddenUntil": _DAY,
        },
        "hiddenReason", "hiddenUntil",
    )  # fmt: skip


def _reported() -> Schema:
    receiver = _object({"organisation": _TEXT, "software": _TRUTH})
    purpose = _or_null(_object({"id": _TEXT, "title": _title()}))
    return _object({"logtime": _INSTANT, "receiver": receiver, "purpose": purpose, "fields": _TEXTS})


def _purpose() -> Schema:
    basis = _object({"provision": _provision(), "from": _DAY, "until": _DAY})
    return _object(
        {
            "id": _TEXT, "title": _title(), "roles": _list({"enum": list(Role)}), "offices": _TEXTS,
            "norms": _or_null(_TEXTS), "bases": _list(basis), "consent": _or_null(basis), "case_needed": _TRUTH,
            "days_after": _COUNT, "existence_only": _TEXTS, "fields": _TEXTS,
        }
    )  # fmt: skip
