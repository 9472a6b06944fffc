"""What a notice about a norm can say: the norm as declared, what is particular to it, and the rights that stand beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kyosei.errors import LawError, QuestionError
from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.kinds import Kind
from kyosei.facts.vocabulary import KINDS
from kyosei.norms.compiler import CompiledLaw
from kyosei.norms.declare import Norm
from kyosei.norms.forms import Right
from kyosei.norms.graph import claimant_of, system_of
from kyosei.notices.asking import Audience, Occasion
from kyosei.notices.guidance import Guidance, GuidanceBook
from kyosei.notices.words_of_leads import LEADS

__all__ = ["Catalogue", "audiences_of", "catalogue_of", "occasions_of"]

_KINDS: tuple[type[Kind], ...] = (*KINDS, EmploymentRelation)


@dataclass(frozen=True, slots=True, repr=False)
class Catalogue:
    """The norms of a law by id, what is particular to each, and the titles of kinds of statements (Japanese, English)."""

    norms: Mapping[str, Norm]
    guidance: Mapping[str, Guidance]
    kinds: Mapping[str, tuple[str, str]]

    def __repr__(self) -> str:
        return f"<notices about {len(self.norms)} norms>"

    def norm(self, id_: str) -> Norm:
        """A norm. QuestionError if there is none."""
        found = self.norms.get(id_)
        if found is None:
            raise QuestionError(f"there is no norm {id_!r}; `kyosei norms` lists them")
        return found

    def rights_beside(self, id_: str) -> tuple[Norm, ...]:
        """The rights of the protected person that stand beside a norm, the most useful first."""
        return tuple(self.norms[right] for right in self.guidance[id_].rights or ())

    def told(self) -> Iterator[tuple[Norm, Audience, Occasion]]:
        """Everything that can be told about any norm."""
        for norm in self.norms.values():
            for audience in audiences_of(norm):
                for occasion in occasions_of(norm, audience):
                    yield norm, audience, occasion


def catalogue_of(law: CompiledLaw, book: GuidanceBook) -> Catalogue:
    """The catalogue of a law. LawError if the book speaks of what is not in the law, or lends a right to the wrong person."""
    norms = {norm.id: norm.latest for norm in law.norms}
    systems = {system_of(id_) for id_ in norms}
    for id_ in (*(book.norms.keys() - norms.keys()), *(book.systems.keys() - systems)):
        raise LawError(f"guidance for notices speaks of {id_}, and the law has no such norm or system")
    guidance = {id_: _fitting(norm, book.about(id_, system_of(id_)), id_ in book.norms) for id_, norm in norms.items()}
    for id_, found in guidance.items():
        for right in found.rights or ():
            _check_right(norms[id_], right, norms)
    kinds = {kind.facts.name: (kind.facts.title_ja, kind.facts.title_en) for kind in _KINDS}
    return Catalogue(MappingProxyType(norms), MappingProxyType(guidance), MappingProxyType(kinds))


def audiences_of(norm: Norm) -> tuple[Audience, ...]:
    """Who can be told about a norm."""
    if norm.kind == "right":
        return Audience.HOLDER, Audience.SOURCE, Audience.READER
    if norm.bearer is None:
        return Audience.CONCERNED, Audience.SOURCE, Audience.READER
    if claimant_of(norm) is None:
        return Audience.BEARER, Audience.SOURCE, Audience.OFFICE, Audience.READER
    return Audience.BEARER, Audience.PROTECTED, Audience.SOURCE, Audience.OFFICE, Audience.READER


def occasions_of(norm: Norm, audience: Audience) -> tuple[Occasion, ...]:
    """On which occasions a norm's audience is told something."""
    return tuple(occasion for occasion in Occasion if f"lead.{norm.kind}.{occasion}.{audience}" in LEADS)


def _fitting(norm: Norm, found: Guidance, own: bool) -> Guidance:
    """Of a norm that protects nobody but its bearer, its system's words about others and their rights are not its."""
    if own or claimant_of(norm) is not None:
        return found
    return Guidance(found.task, found.where, found.proof, None, found.ask, None)


def _check_right(norm: Norm, right: str, norms: Mapping[str, Norm]) -> None:
    found = norms.get(right)
    if found is None or not isinstance(found.body, Right):
        raise LawError(f"guidance for {norm.id} names {right}, which is no right of this law")
