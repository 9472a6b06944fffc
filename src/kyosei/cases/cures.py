"""Who owes a case, what would settle it, and which verdicts one cure settles together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from kyosei.cases.offices import Offices
from kyosei.facts.vocabulary.family import AssessmentFactor
from kyosei.norms.compiler import CompiledLaw, CompiledNorm
from kyosei.norms.declare import bearer_among
from kyosei.norms.gateways import Gateway
from kyosei.norms.graph import Way, graph_of

__all__ = ["CURES", "JUDGEMENT", "Owing", "needs_owed"]

JUDGEMENT: Final = AssessmentFactor.facts.name
"""What an official finds once the records are there."""

CURES: Final[Mapping[str, str]] = MappingProxyType(
    {
        # Enrolling the worker ends what is withheld without enrolment, for every month.
        "jp.pension.report-acquisition": "enrol-pension",
        "jp.pension.withheld-without-enrolment": "enrol-pension",
        "jp.health.report-acquisition": "enrol-health",
        "jp.health.withheld-without-enrolment": "enrol-health",
        "jp.employment-insurance.report-acquisition": "enrol-employment-insurance",
        "jp.employment-insurance.withheld-without-enrolment": "enrol-employment-insurance",
    }
)
"""Norms that one act settles together; every other norm is cured by itself, over all its months."""


@dataclass(frozen=True, slots=True)
class Owing:
    """What a law says about cases: for each norm that somebody has to keep, its bearer, whom it protects, their rights; and
    which office is told of it.
    """

    norms: Mapping[str, CompiledNorm]
    rights: Mapping[str, tuple[str, ...]]
    offices: Offices

    @staticmethod
    def under(law: CompiledLaw, gateways: Sequence[Gateway] = ()) -> Owing:
        """For a law, and the gateways between its offices."""
        graph = graph_of(law)
        norms = {norm.id: norm for norm in law.norms if norm.latest.kind in ("duty", "limit")}
        rights = {id_: tuple(edge.target for edge in graph.leading_from(id_, Way.RIGHT)) for id_ in norms}
        offices = Offices({id_: norm.latest.authority for id_, norm in norms.items()}, tuple(gateways))
        return Owing(norms, rights, offices)

    def bearer(self, norm: str, about: Mapping[str, str]) -> str | None:
        """Who has to keep a norm, in an instance about these parties."""
        return bearer_among(self.norms[norm].latest.bearer, about)

    def protected(self, norm: str, about: Mapping[str, str]) -> str | None:
        """Whom it protects."""
        role = self.norms[norm].latest.protects
        return None if role is None else about.get(role)

    @staticmethod
    def cure(norm: str, about: str) -> str:
        """What would settle it, by a name that equal cures share."""
        return f"{CURES.get(norm, norm)} {about}"


def needs_owed(
    needs: Mapping[str, Any] | None, unasked: str | None = None
) -> list[tuple[str, Mapping[str, Any]]]:  # Any: JSON
    """The lines that must be said, each once, and who owes it: of alternatives the first that an institution owes, and not
    `unasked` if another can answer.

    A natural person owes no answer: what only they could say is asked of nobody. Nobody has to judge while a record is missing.
    """
    found: dict[str, tuple[str, Mapping[str, Any]]] = {}
    for need in _owed(needs, unasked):
        found.setdefault(
            json.dumps([need["kind"], need["source"], need["about"]], sort_keys=True), (need["source"], need)
        )
    records = [one for one in found.values() if one[1]["kind"] != JUDGEMENT]
    return records or list(found.values())


def _owed(needs: Mapping[str, Any] | None, unasked: str | None) -> Iterator[Mapping[str, Any]]:
    if needs is None:
        return
    if "all" in needs:
        for part in needs["all"]:
            yield from _owed(part, unasked)
    elif "any" in needs:
        yield from _first(needs["any"], unasked)
    elif not str(needs["source"]).startswith(("person:", "unknown:person")):
        yield needs


def _first(parts: Iterable[Mapping[str, Any]], unasked: str | None) -> list[Mapping[str, Any]]:
    found = [owed for part in parts if (owed := list(_owed(part, unasked)))]
    others = (owed for owed in found if all(need["source"] != unasked for need in owed))
    return next(others, found[0] if found else [])
