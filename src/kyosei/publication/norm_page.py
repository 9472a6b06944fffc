"""What stands on the page of a norm, made from its tree, its cases and how its provisions were read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kyosei.norms.checks import nodes_of
from kyosei.norms.citing import citations_of, read_on
from kyosei.norms.compiler import CompiledLaw, CompiledNorm, CompiledVersion
from kyosei.norms.declare import Norm
from kyosei.norms.forms import Due, Duty, Right
from kyosei.publication.case_shown import CaseShown, case_shown
from kyosei.publication.cases import LifeCase
from kyosei.publication.parameters import Parameter, parameter_of
from kyosei.publication.paraphrases import Paraphrases
from kyosei.publication.reading import KindRead, kinds_read
from kyosei.publication.speech import Speech
from kyosei.publication.tree import Branch, Grower
from kyosei.publication.words import DEADLINES, HOLIDAYS
from kyosei.statutes.sources import LegalSources
from kyosei.terms.citations import Provision, provision_on
from kyosei.terms.text import Text
from kyosei.timelines.days import NEVER, day_from_date
from kyosei.verdicts.figure_prose import FIGURES

__all__ = ["NormPage", "Setting", "deadline_said", "norm_page"]


@dataclass(frozen=True)
class Setting:
    """The law whose norms are published, what it rests on, and the cases and words of all of them."""

    law: CompiledLaw
    sources: LegalSources
    cases: tuple[LifeCase, ...]
    paraphrases: Paraphrases

    @cached_property
    def cases_of(self) -> Mapping[str, Sequence[LifeCase]]:
        """The cases about each norm that has some, in their order."""
        found: dict[str, list[LifeCase]] = {}
        for case in self.cases:
            found.setdefault(case.norm, []).append(case)
        return found

    @cached_property
    def referred(self) -> Mapping[str, frozenset[str]]:
        """The norms whose results each norm reads."""
        return {norm.id: frozenset(_referred(norm)) for norm in self.law.norms}


@dataclass(frozen=True, slots=True)
class CitedHere:
    """A provision in words, where its law is read, in the text of which day it was read, and its coming numbers."""

    said: str
    address: str | None
    read_in: str | None
    renumbered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionShown:
    """A version: since when and until when, what it says (None: there is only its English docstring), its citations,
    conditions, figures, tables and what it reads.
    """

    norm: Norm
    says: Text | None
    from_day: str
    until_day: str | None
    citations: tuple[CitedHere, ...]
    deadline: str | None
    right: Right | None
    pieces: tuple[tuple[str, Branch], ...]
    figures: tuple[tuple[Text | None, str, Branch], ...]
    parameters: tuple[Parameter, ...]
    reads: tuple[KindRead, ...]
    confidence: str


@dataclass(frozen=True, slots=True)
class NormPage:
    """The page. `norm`: the newest version; others are named by (id, title)."""

    norm: Norm
    suffers: str
    versions: tuple[VersionShown, ...]
    rests_on: tuple[tuple[str, str], ...]
    rest_on_it: tuple[tuple[str, str], ...]
    cases: tuple[CaseShown, ...]


def norm_page(setting: Setting, compiled: CompiledNorm, speech: Speech) -> NormPage:
    """The page of one norm in one language."""
    norm = compiled.latest
    titles = {other.id: speech.text(other.latest.title) for other in setting.law.norms}
    rests_on = sorted(setting.referred[compiled.id])
    rest_on_it = [other.id for other in setting.law.norms if compiled.id in setting.referred[other.id]]
    return NormPage(
        norm=norm,
        suffers=_suffers(norm, speech),
        versions=tuple(_version(setting, version, speech) for version in reversed(compiled.versions)),
        rests_on=tuple((id_, titles[id_]) for id_ in rests_on),
        rest_on_it=tuple((id_, titles[id_]) for id_ in rest_on_it),
        cases=tuple(case_shown(case, norm, speech) for case in setting.cases_of.get(compiled.id, ())),
    )


def _referred(compiled: CompiledNorm) -> set[str]:
    """The norms whose results a norm reads."""
    return {
        node.label.norm
        for version in compiled.versions
        for node in nodes_of(version.norm)
        if node.label is not None and node.label.norm is not None
    }


def _suffers(norm: Norm, speech: Speech) -> str:
    if norm.bearer is None:
        return speech("suffers_nobody")
    bearer = speech.role(norm.bearer)
    if norm.protects is None or norm.protects == norm.bearer:
        return speech("suffers_self", bearer)
    return speech("suffers_other", bearer, speech.role(norm.protects))


def _version(setting: Setting, version: CompiledVersion, speech: Speech) -> VersionShown:
    norm = version.norm
    grower = Grower(setting.law)
    grown = [(name, grower.grow(root)) for name, root in version.pieces.items()]
    citations = citations_of(norm)
    unread = sum((citation.provision, citation.read_on) not in setting.sources.readings for citation in citations)
    count = str(len(citations))
    return VersionShown(
        norm=norm,
        says=setting.paraphrases.text_of(norm),
        from_day=speech.day(norm.force.from_day),
        until_day=None if norm.force.until_day >= NEVER else speech.day(norm.force.until_day - 1),
        citations=tuple(_cited(setting, norm, provision, speech) for provision in norm.provisions),
        deadline=deadline_said(norm.body.due, speech) if isinstance(norm.body, Duty) else None,
        right=norm.body if isinstance(norm.body, Right) else None,
        pieces=tuple((speech.piece(name), branch) for name, branch in grown if not name.startswith("figure:")),
        figures=tuple(
            (FIGURES.get(name[7:]), name[7:], branch) for name, branch in grown if name.startswith("figure:")
        ),
        parameters=tuple(map(parameter_of, grower.tables.values())),
        reads=kinds_read(version),
        confidence=speech("confidence_some", count, str(unread)) if unread else speech("confidence_all", count),
    )


def _cited(setting: Setting, norm: Norm, provision: Provision, speech: Speech) -> CitedHere:
    day = read_on(norm)
    read = setting.sources.readings.get((provision, day))
    moves = setting.sources.renumbered
    later: list[str] = []
    for on in sorted({day_from_date(move.on) for move in moves}):
        if day < on < norm.force.until_day:
            moved = provision_on(provision, day, on, moves)
            if moved is not None and moved != provision:
                later.append(speech("renumbered", speech.day(on), speech.provision(moved)))
    return CitedHere(
        speech.provision(provision), speech.address(provision), None if read is None else speech.day(read.text_of),
        tuple(later),
    )  # fmt: skip


def deadline_said(due: Due, speech: Speech) -> str:
    """A deadline in words, and what becomes of it on a closed day."""
    said = speech.text(DEADLINES[due.form]).format(due.n, due.m)
    separator = "; " if speech.language == "en" else "。"
    return said + separator + speech.text(HOLIDAYS[due.on_holiday])
