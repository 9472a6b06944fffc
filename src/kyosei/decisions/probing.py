"""Evaluates a dossier's requirements again, on the same case or on one with something taken out or turned round."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from kyosei.facts.statements import Case, FieldValue, Name, Statement
from kyosei.facts.vocabulary import kind_named
from kyosei.journal.envelope import canonical
from kyosei.norms.compiler import CompiledNorm
from kyosei.verdicts.check import Examined, examine, find_norm
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.explain import explain
from kyosei.verdicts.proof import Proof

__all__ = ["Answered", "Evaluator", "digest"]

_NAMED: Final = (Name("Latn", "SOMEBODY ELSE"),)
_PROTECTED: Final = ("nationality", "sex", "birthplace")
_TURNED: Final[Mapping[str, tuple[FieldValue, FieldValue]]] = {
    "sex": ("female", "male"), "birthplace": ("A", "B"), "nationality": ("VNM", "USA"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answered:
    """A requirement's verdict and proof, each by its digest; `proof` itself for whoever assembles the dossier."""

    norm: CompiledNorm
    key: int
    state: str
    verdict: str
    proof: Proof
    proof_digest: str


@dataclass(frozen=True, slots=True)
class Evaluator:
    """The requirements of a procedure about a person, on a day, as known at an instant (microseconds), under a law."""

    loaded: Loaded
    case: Case
    person: str
    requirements: tuple[str, ...]
    known: int
    day: int

    def answers(self) -> list[Answered]:
        """The verdicts that apply, in the order of the requirements."""
        return list(_answers(self, self.case))

    def states(self, case: Case) -> dict[tuple[str, int], str]:
        """The state of each requirement on another case."""
        return {(one.norm.id, one.key): one.state for one in _answers(self, case)}

    def without(self, ids: Collection[str]) -> dict[tuple[str, int], str]:
        """The states as if these records were not there."""
        gone = frozenset(ids)
        return self.states(
            replace(
                self.case,
                statements=tuple(one for one in self.case.statements if one.id not in gone),
                coverages=tuple(one for one in self.case.coverages if one.id not in gone),
                disputes=tuple(one for one in self.case.disputes if one.target not in gone),
                doubted=self.case.doubted - gone,
            )
        )

    def turned(self) -> list[str]:
        """The requirements whose verdict or proof is another once nationality, sex, birthplace and names are others.

        A norm that declares to read one of them, with the article that makes it relevant, is not among them.
        """
        before = {(one.norm.id, one.key): (one.verdict, one.proof_digest) for one in self.answers()}
        found = set[str]()
        for place in (0, 1):
            after = {
                (one.norm.id, one.key): (one.verdict, one.proof_digest) for one in _answers(self, _turned(self, place))
            }
            found |= {key[0] for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        return sorted(id_ for id_ in found if not find_norm(self.loaded, id_).latest.reads)


def digest(document: Mapping[str, object]) -> str:
    """The SHA-256 of canonical JSON, in hexadecimal."""
    return sha256(canonical(document)).hexdigest()


def _answers(evaluator: Evaluator, case: Case) -> Iterator[Answered]:
    if evaluator.person not in case.parties:
        return
    (examined,) = examine(evaluator.loaded, case, evaluator.known, [evaluator.person])
    for id_ in evaluator.requirements:
        norm = find_norm(evaluator.loaded, id_)
        for instance in range(examined.instances(norm)):
            proof = explain(examined, norm, instance, evaluator.day)
            if proof.verdict.state != "not_applicable":
                yield _answered(examined, norm, instance, proof)


def _answered(examined: Examined, norm: CompiledNorm, instance: int, proof: Proof) -> Answered:
    written = {"proof": proof.to_json("ja")["proof"]}
    return Answered(
        norm, examined.key(norm, instance), proof.verdict.state, digest(proof.verdict.to_json()), proof, digest(written)
    )  # fmt: skip


def _turned(evaluator: Evaluator, place: int) -> Case:
    """The case with other values wherever a protected attribute is told."""

    def turned(line: Statement) -> Statement:
        fields = kind_named(line.kind).fields if line.kind == "person.particulars" else {}
        data = {
            name: _TURNED[name][place] if name in _PROTECTED and name in fields else value
            for name, value in line.data.items()
        }
        return replace(line, data=data)

    parties = {
        id_: replace(party, names=_NAMED) if id_ == evaluator.person else party
        for id_, party in evaluator.case.parties.items()
    }
    return replace(evaluator.case, parties=parties, statements=tuple(map(turned, evaluator.case.statements)))
