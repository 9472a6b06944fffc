"""Which kinds and fields a set of norms reads: found in their expression trees, so that nothing else need be shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kyosei.errors import LawError
from kyosei.evidence.derived import DERIVED_FROM
from kyosei.facts.employment import EmploymentRelation
from kyosei.norms.checks import fields_read, nodes_of
from kyosei.norms.compiler import CompiledLaw
from kyosei.norms.declare import Norm
from kyosei.terms.questions import Form
from kyosei.terms.scopes import Scope

__all__ = ["Readable", "readable_by"]


@dataclass(frozen=True, slots=True)
class Readable:
    """The fields that may be read, by kind (a kind without fields: only its parties and days), and the day of birth.

    scopes: the relations that the norms speak about; the earliest record that tells of one goes along, without fields.
    """

    kinds: Mapping[str, frozenset[str]]
    born: bool
    scopes: tuple[Scope, ...] = ()

    def names(self) -> frozenset[str]:
        """As in consents: each kind, and each field with its kind before it."""
        return frozenset(self.kinds) | {f"{kind}.{name}" for kind, names in self.kinds.items() for name in names}

    def telling_kinds(self) -> frozenset[str]:
        """Kinds of which the earliest record of a relation may go along."""
        return frozenset(told.kind for scope in self.scopes for told in scope.told_by) - self.kinds.keys()

    def extended_by(self, names: Collection[str]) -> Readable:
        """These fields too, as `kind.field`."""
        kinds = dict(self.kinds)
        for name in names:
            kind, _, field = name.rpartition(".")
            kinds[kind] = kinds.get(kind, frozenset()) | {field}
        return Readable(kinds, self.born, self.scopes)

    def limited_to(self, names: Collection[str]) -> Readable:
        """What is also among these kinds (all their fields then) and fields, and nothing else."""
        kinds = {
            kind: fields if kind in names else frozenset(field for field in fields if f"{kind}.{field}" in names)
            for kind, fields in self.kinds.items()
        }
        kept = {kind: fields for kind, fields in kinds.items() if fields or kind in names}
        return Readable(kept, self.born and "person.born" in names)


def readable_by(law: CompiledLaw, norms: Collection[str]) -> Readable:
    """What these norms read, in any version, with the norms that they refer to. LawError for a norm that there is not."""
    versions = {norm.id: [version.norm for version in norm.versions] for norm in law.norms}
    reached: set[str] = set()
    waiting = list(norms)
    while waiting:
        norm_id = waiting.pop()
        if norm_id not in versions:
            raise LawError(f"there is no norm {norm_id!r} in {law.version}; `kyosei norms` lists them")
        if norm_id not in reached:
            reached.add(norm_id)
            waiting.extend(other for norm in versions[norm_id] for other in _referred_to(norm))
    return _joined([norm for norm_id in reached for norm in versions[norm_id]])


def _referred_to(norm: Norm) -> Iterable[str]:
    return [node.label.norm for node in nodes_of(norm) if node.label is not None and node.label.norm is not None]


def _joined(norms: Iterable[Norm]) -> Readable:
    found: set[tuple[str, str | None]] = set()
    born = False
    declared = list(norms)
    for norm in declared:
        found.update(fields_read(norm))
        questions = [node.question for node in nodes_of(norm) if node.question is not None]
        born = born or any(question.form is Form.BORN for question in questions)
        found.update((question.kind, None) for question in questions if question.form is not Form.BORN)
    derived = {origin for read in found for origin in DERIVED_FROM.get(read, ())}
    kinds: dict[str, set[str]] = {}
    for kind, name in found | derived:
        if kind != EmploymentRelation.facts.name:  # nobody states it
            kinds.setdefault(kind, set()).update(() if name is None else (name,))
    scopes = {node.scope.name: node.scope for norm in declared for node in nodes_of(norm)}
    scopes |= {norm.scope.name: norm.scope for norm in declared}
    return Readable(
        {kind: frozenset(names) for kind, names in sorted(kinds.items())}, born,
        tuple(scope for _, scope in sorted(scopes.items()) if scope.told_by),
    )  # fmt: skip
