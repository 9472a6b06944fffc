"""The policies on who may read (Cedar), parsed and checked against their schema once, and what they decide."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final

import cedarpy

from kyosei.errors import AccessRefusal, LawError

__all__ = ["Decision", "Denied", "Failed", "Permitted", "Policies"]

_PRINCIPAL: Final = "Kyosei::Requester"
_RESOURCE: Final = "Kyosei::Person"
_REFUSALS: Final = frozenset(AccessRefusal)

Attributes = Mapping[str, Any]  # Any: values of Cedar: truths, whole numbers, texts, sets and records of them


@dataclass(frozen=True, slots=True)
class Permitted:
    """Permitted by a policy, on the ground at `place`."""

    policy: str
    place: int


@dataclass(frozen=True, slots=True)
class Denied:
    """Denied: by the policies that forbid it, or, if there is none of these, because none permits it."""

    forbidden_by: tuple[AccessRefusal, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """Not decided: the request or a policy could not be evaluated. Nothing is permitted then."""

    errors: tuple[str, ...]


Decision = Permitted | Denied | Failed


class Policies:
    """A checked set of policies; `version` is a hash of its text and its schema."""

    def __init__(self, policies: str, schema: str) -> None:
        """LawError if the policies do not parse, or break the schema."""
        try:
            self._schema = cedarpy.Schema.from_str(schema)
            found = cedarpy.validate_policies(policies, self._schema)
            self._policies = cedarpy.PolicySet.from_str(policies)
        except ValueError as error:
            raise LawError(f"the access policies cannot be read: {error}") from error
        if not found.validation_passed:
            raise LawError(f"the access policies break their schema: {'; '.join(str(error) for error in found.errors)}")
        self.version = hashlib.sha256(f"{schema}\0{policies}".encode()).hexdigest()[:16]

    @classmethod
    def shipped(cls) -> Policies:
        """Those of this package."""
        folder = resources.files("kyosei.access") / "policies"
        return cls(
            (folder / "access.cedar").read_text("utf-8"), (folder / "schema.cedarschema").read_text("utf-8")
        )  # fmt: skip

    def decide(
        self, action: str, requester: Attributes, person: Attributes, contexts: Sequence[Attributes]
    ) -> Decision:
        """Decides one request, tried once for each ground (a context with at most one ground; at least one context).

        It is permitted if on some ground a policy explicitly allows it, and if nothing went wrong on any.
        """
        principal, resource = (
            {"type": _PRINCIPAL, "id": requester["id"]},
            {"type": _RESOURCE, "id": person["id"]},
        )
        entities = [
            {"uid": principal, "attrs": dict(requester), "parents": []},
            {"uid": resource, "attrs": dict(person), "parents": []},
        ]
        requests = [
            {
                "principal": principal, "action": f'Kyosei::Action::"{action}"', "resource": resource,
                "context": dict(context),
            }
            for context in contexts
        ]  # fmt: skip
        try:
            results = cedarpy.is_authorized_batch(requests, self._policies, entities, self._schema)
        except ValueError as error:
            return Failed((str(error),))
        return _decision(results)


def _decision(results: Sequence[cedarpy.AuthzResult]) -> Decision:
    """What several answers about one request come to."""
    errors = [error for result in results for error in result.diagnostics.errors]
    if errors or any(result.decision is cedarpy.Decision.NoDecision for result in results):
        return Failed(tuple(errors) or ("no decision",))
    for place, result in enumerate(results):
        if result.decision is cedarpy.Decision.Allow:
            return Permitted(_names(result)[0], place)
    forbidding = {name for result in results for name in _names(result)}
    return Denied(tuple(refusal for refusal in AccessRefusal if refusal in forbidding & _REFUSALS))


def _names(result: cedarpy.AuthzResult) -> list[str]:
    """The ids of the policies that decided, in a stable order."""
    diagnostics = result.diagnostics
    names = diagnostics.id_annotations_by_reason
    return sorted(str(names.get(reason, reason)) for reason in diagnostics.reasons)
