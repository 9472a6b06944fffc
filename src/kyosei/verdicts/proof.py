"""What a proof is: the pieces of a norm with their values, and under the leaves who said what."""

from __future__ import annotations

from dataclasses import dataclass

from kyosei.terms.citations import Provision
from kyosei.terms.text import Language, Text
from kyosei.verdicts.verdict import Verdict, iso_or_none, provision_json

__all__ = ["Evidence", "Proof", "ProofNode"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line that spoke to a leaf. `settles`: its source is among those that can settle the question."""

    id: str
    source: str
    kind: str
    role: str
    from_day: int
    until_day: int
    stated_day: int
    says: Text
    settles: bool

    def to_json(self, language: Language) -> dict[str, object]:
        """The line with its id, so that it can be looked up."""
        return {
            "id": self.id, "source": self.source, "kind": self.kind, "role": self.role,
            "from": iso_or_none(self.from_day), "until": iso_or_none(self.until_day),
            "stated": iso_or_none(self.stated_day), "says": self.says.said_in(language), "settles": self.settles,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProofNode:
    """A piece of a norm: what it says, what it came to, where it stands in the law, and what it rests on."""

    text: Text
    value: Text
    causes: tuple[str, ...]
    provision: Provision | None
    number: str | None
    children: tuple[ProofNode, ...]
    evidence: tuple[Evidence, ...]

    def to_json(self, language: Language) -> dict[str, object]:
        """The piece and all below it."""
        document: dict[str, object] = {"text": self.text.said_in(language), "value": self.value.said_in("en")}
        if language != "en":
            document["value_text"] = self.value.said_in(language)
        if self.causes:
            document["causes"] = list(self.causes)
        if self.number is not None:
            document["number"] = self.number
        if self.provision is not None:
            document["provision"] = provision_json(self.provision)
        if self.children:
            document["children"] = [child.to_json(language) for child in self.children]
        if self.evidence:
            document["evidence"] = [evidence.to_json(language) for evidence in self.evidence]
        return document


@dataclass(frozen=True, slots=True)
class Proof:
    """Why a verdict is what it is."""

    verdict: Verdict
    law: str
    title: Text
    says: str
    pieces: tuple[tuple[str, ProofNode], ...]

    def to_json(self, language: Language) -> dict[str, object]:
        """The verdict as in `check`, and the proof piece by piece."""
        return {
            "law": self.law,
            "title": self.title.said_in(language),
            "verdict": self.verdict.to_json(),
            "proof": [{"piece": name, **node.to_json(language)} for name, node in self.pieces],
        }
