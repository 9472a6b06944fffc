"""Proposals as JSON: what `kyosei link candidates` prints, and a comparison read back out of it as evidence of a link."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from kyosei.errors import IdentityError
from kyosei.facts.link_evidence import Compared
from kyosei.identity.candidates.model import LEVELS, Model
from kyosei.identity.candidates.proposals import Proposal
from kyosei.identity.candidates.records import Record
from kyosei.identity.candidates.search import Candidate

__all__ = ["Schema", "candidates_schema", "comparison_in", "proposals_document"]

Schema = dict[str, Any]  # Any: JSON of any shape


def proposals_document(
    left: Sequence[Record], right: Sequence[Record], proposals: Sequence[Proposal], model: Model
) -> dict[str, object]:
    """Every proposal with what was compared, how much each outcome says in bits, and who else is within reach."""
    records = {record.local: record for record in (*left, *right)}
    return {
        "model": model.version,
        "normalisation": model.normalisation,
        "compared": {"left": len(left), "right": len(right)},
        "proposals": [
            {
                **_pair(proposal.candidate, records),
                "outcomes": [
                    {"comparison": one.comparison, "level": one.level, "bits": _rounded(one.bits)}
                    for one in proposal.candidate.outcomes
                ],
                "within_reach": [_pair(other, records) for other in proposal.within_reach],
            }
            for proposal in proposals
        ],
    }


def comparison_in(file: str, content: bytes, persons: tuple[str, str]) -> Compared:
    """What such a document says of two persons, in either order. IdentityError if it is none, or does not propose them."""
    try:
        document = json.loads(content)
        pairs = {
            frozenset((one["left"]["id"], one["right"]["id"])): [
                (outcome["comparison"], outcome["level"]) for outcome in one["outcomes"]
            ]
            for one in document["proposals"]
        }
        normalisation, model = document["normalisation"], document["model"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise IdentityError(
            f"{file} lists no candidates; write it with `kyosei link candidates --format json`"
        ) from error
    found = pairs.get(frozenset(persons))
    if found is None:
        raise IdentityError(
            f"{file} does not propose {persons[0]} and {persons[1]}; name a proposal of it, or leave the file out"
        )
    if not isinstance(normalisation, str) or not isinstance(model, str) or not all(map(_is_outcome, found)):
        raise IdentityError(
            f"{file} tells of {persons[0]} and {persons[1]} what is no outcome of a comparison; write it anew with"
            " `kyosei link candidates --format json`"
        )
    return Compared(normalisation, model, tuple(found))


def candidates_schema() -> Schema:
    """The JSON Schema (2020-12) of the document."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:kyosei:schema:link-candidates",
        "title": "Candidates for links between the records of two institutions",
        **_object(
            {
                "model": _TEXT,
                "normalisation": _TEXT,
                "compared": _object({"left": _COUNT, "right": _COUNT}),
                "proposals": _list(
                    _object({**_PAIR, "outcomes": _list(_OUTCOME), "within_reach": _list(_object(_PAIR))})
                ),
            }
        ),
    }


def _pair(candidate: Candidate, records: Mapping[str, Record]) -> dict[str, object]:
    return {
        "left": _record(records[candidate.left]), "right": _record(records[candidate.right]),
        "bits": _rounded(candidate.bits),
    }  # fmt: skip


def _record(record: Record) -> dict[str, object]:
    names = [{"script": name.script, "text": name.text} for name in record.names]
    return {"id": record.local, "names": names, "born": None if record.born is None else record.born.isoformat()}


def _rounded(bits: float) -> float:
    return round(bits, 1)


def _is_outcome(pair: tuple[object, object]) -> bool:
    comparison, level = pair
    return isinstance(comparison, str) and level in LEVELS.get(comparison, ())


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


_TEXT: Final[Schema] = {"type": "string"}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_RECORD: Final[Schema] = _object(
    {
        "id": {"type": "string", "pattern": r"^person:\S+$"},
        "names": _list(_object({"script": _TEXT, "text": _TEXT})),
        "born": {"anyOf": [{"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}, {"type": "null"}]},
    }
)
_PAIR: Final[Schema] = {
    "left": _RECORD, "right": _RECORD,
    "bits": {"type": "number", "description": "What all outcomes say together: positive for one person."},
}  # fmt: skip
_OUTCOME: Final[Schema] = _object(
    {
        "comparison": {"enum": list(LEVELS)},
        "level": {"enum": sorted({level for levels in LEVELS.values() for level in levels})},
        "bits": {"type": "number", "description": "log2 of how much likelier it is of one person than of two."},
    }
)
