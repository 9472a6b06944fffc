"""What stands on the page of a duty or limit: if it fails, who suffers where, and what protects them."""

from __future__ import annotations

from dataclasses import dataclass

from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.kinds import Kind
from kyosei.facts.vocabulary import KINDS
from kyosei.norms.compiler import CompiledLaw, CompiledNorm
from kyosei.norms.declare import Norm
from kyosei.norms.forms import Duty, Right
from kyosei.norms.graph import Edge, Graph, Way, claimant_of, system_of
from kyosei.publication.norm_page import deadline_said
from kyosei.publication.speech import Speech
from kyosei.publication.words import system_said
from kyosei.terms.expressions import Label

__all__ = ["DutyPage", "Effect", "RightBeside", "Shared", "duty_page"]

_KINDS: tuple[type[Kind], ...] = (*KINDS, EmploymentRelation)
_TITLES = {kind.facts.name: (kind.facts.title_ja, kind.facts.title_en) for kind in _KINDS}
_FAILED = {"duty": ("breached", "late", "open"), "limit": ("unmet", "open")}


@dataclass(frozen=True, slots=True)
class Effect:
    """A norm in which a failure counts: its id and title, kind, system, whom it concerns, and how it counts there."""

    id: str
    title: str
    kind: str
    system: str
    whose: str
    how: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A norm that the same records show: its id and title, and the records."""

    id: str
    title: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RightBeside:
    """A right that helps: its id and title, what its norm says of its use, and where it stands."""

    id: str
    title: str
    body: Right
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DutyPage:
    """The page. `claim`: the right that answers the duty, in a sentence; `made_good`: what becomes of a failure that ends."""

    norm: Norm
    deadline: str | None
    claim: str
    made_good: str
    late_in: tuple[tuple[str, str], ...]
    exceptions: tuple[tuple[str, str | None], ...]
    effects: tuple[Effect, ...]
    shared: tuple[Shared, ...]
    rights: tuple[RightBeside, ...]
    no_right: str
    for_bearer: bool


def duty_page(law: CompiledLaw, graph: Graph, compiled: CompiledNorm, speech: Speech) -> DutyPage:
    """The page of a norm that has a bearer, in one language."""
    norm = compiled.latest
    norms = {other.id: other.latest for other in law.norms}
    counts = graph.leading_from(norm.id, Way.REFERS, Way.EXCUSES, Way.CONTAINS)
    late = [edge.target for edge in counts if "late" in edge.states]
    claimant = claimant_of(norm)
    bearer = speech.role(norm.bearer or "")
    claim = ("claim_party", speech.role(claimant)) if claimant else ("claim_office", speech.authority(norm.authority))
    return DutyPage(
        norm=norm,
        deadline=deadline_said(norm.body.due, speech) if isinstance(norm.body, Duty) else None,
        claim=speech(claim[0], bearer, claim[1]),
        made_good=speech(_made_good(norm, late)),
        late_in=tuple((target, speech.text(norms[target].title)) for target in late),
        exceptions=tuple(_exception(label, speech) for label in graph.provisos[norm.id]),
        effects=tuple(_effect(edge, norm, norms[edge.target], speech) for edge in counts),
        shared=tuple(
            Shared(
                edge.target, speech.text(norms[edge.target].title), tuple(_kind(kind, speech) for kind in edge.kinds)
            )
            for edge in graph.leading_from(norm.id, Way.RECORD)
        ),
        rights=tuple(_right(norms[edge.target], speech) for edge in graph.leading_from(norm.id, Way.RIGHT)),
        no_right=speech("rights_none", speech.role(claimant or norm.bearer or ""), speech.authority(norm.authority)),
        for_bearer=claimant is None,
    )


def _made_good(norm: Norm, late: list[str]) -> str:
    if norm.kind == "limit":
        return "made_good_limit"
    return "made_good_late" if late else "made_good_clean"


def _exception(label: Label, speech: Speech) -> tuple[str, str | None]:
    return speech.text(label.text), None if label.provision is None else speech.provision(label.provision)


def _effect(edge: Edge, norm: Norm, target: Norm, speech: Speech) -> Effect:
    return Effect(
        target.id, speech.text(target.title), speech.kind(target.kind), system_said(system_of(target.id), speech.language),
        speech.role(_concerned(target)), tuple(_how(edge, norm, target, speech)),
    )  # fmt: skip


def _concerned(norm: Norm) -> str:
    """The role that a norm is about: whom it protects, else who bears it, else the first party of its scope."""
    return norm.protects or norm.bearer or norm.scope.parties[0]


def _how(edge: Edge, norm: Norm, target: Norm, speech: Speech) -> list[str]:
    match edge.way:
        case Way.REFERS:
            states = [speech.state(norm.kind, state) for state in _FAILED[norm.kind] if state in edge.states]
            return [speech("way_refers", ("; " if speech.language == "en" else "・").join(states))]
        case Way.EXCUSES:
            concerned = _concerned(target)
            own = norm.bearer == concerned
            said = "way_excuses_own" if own else "way_excuses"
            weighed = speech(said, speech.role(norm.bearer or ""), speech.role(concerned))
            if edge.item is None or edge.provision is None:
                return [weighed, speech("excuse_reading")]
            layer = speech.layer(target.layer)
            return [weighed, speech("excuse_basis", edge.item, speech.provision(edge.provision), layer)]
        case _:
            return [speech("way_contains")]


def _right(norm: Norm, speech: Speech) -> RightBeside:
    assert isinstance(norm.body, Right)
    return RightBeside(norm.id, speech.text(norm.title), norm.body, tuple(map(speech.provision, norm.provisions)))


def _kind(name: str, speech: Speech) -> str:
    return speech.pair(_TITLES[name]) if name in _TITLES else name
