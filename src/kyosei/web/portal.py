"""What the portal stands on: one object that wiring builds, and that every page and every route of the API gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import sqlalchemy as sa

from kyosei.access.accounts import Accounts
from kyosei.access.fields import readable_by
from kyosei.access.purposes import Purposes
from kyosei.access.reading import ReadPath
from kyosei.facts.statements import Case, PartyRecord
from kyosei.journal.clock import Clock
from kyosei.journal.envelope import SigningKey
from kyosei.norms.compiler import CompiledNorm
from kyosei.norms.procedures import Procedure
from kyosei.notices.catalogue import Catalogue, catalogue_of
from kyosei.notices.guidance import read_guidance
from kyosei.publication.paraphrases import Paraphrases, read_paraphrases
from kyosei.sharing.checking import Checking
from kyosei.sharing.shares import Shares
from kyosei.trial.residents import Residents
from kyosei.verdicts.check import examine
from kyosei.verdicts.evaluate import Loaded
from kyosei.web.audit import Audit, PublicLog
from kyosei.web.entering import Entering, Intake
from kyosei.web.security.assertions import UsedAssertions
from kyosei.web.security.origin import Origin
from kyosei.web.security.pace import Pace
from kyosei.web.security.provider import Provider
from kyosei.web.security.sessions import Sessions
from kyosei.web.sources import Sources

__all__ = ["Portal"]


@dataclass(frozen=True)
class Portal:
    """residents: whom anybody may sign in as, without proof; None everywhere but in a trial. entering: enters what
    persons say; None where no key for that is at hand. intake: takes what institutions say. is_working: whether the worker runs
    that keeps verdicts, cases and notices current. guidance: what notices say about single norms, as YAML by file.
    law_of: the law of an earlier answer by its version; QuestionError if it is not at hand. seal_with: the operator's key, which
    seals records of checks; None where it is not at hand. provider: where people sign in, and accounts: as whom; None where no
    provider is named. pace: how fast one caller of the API may ask. procedures: how applications are decided. words: the norms in
    our words, as YAML by file.
    """

    engine: sa.Engine
    path: ReadPath
    purposes: Purposes
    loaded: Loaded
    origin: Origin
    clock: Clock
    residents: Residents | None
    entering: Entering | None
    intake: Intake | None
    is_working: Callable[[], bool]
    guidance: Mapping[str, str]
    public_log: PublicLog
    law_of: Callable[[str], Loaded]
    seal_with: SigningKey | None
    provider: Provider | None
    accounts: Accounts | None
    pace: Pace
    procedures: tuple[Procedure, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def sessions(self) -> Sessions:
        """Who is signed in."""
        return Sessions(self.engine, self.clock)

    @cached_property
    def used(self) -> UsedAssertions:
        """Which assertions have been used."""
        return UsedAssertions(self.engine, self.clock)

    @cached_property
    def sources(self) -> Sources:
        """How every source keeps its duty to tell in time."""
        return Sources(self.engine)

    @cached_property
    def audit(self) -> Audit:
        """Past verdicts, evaluated again."""
        loaded = self.loaded
        return Audit(self.engine, lambda version: loaded if version == loaded.law.version else self.law_of(version))

    @cached_property
    def shares(self) -> Shares | None:
        """What persons show; None where nothing can be entered for them."""
        return None if self.entering is None else Shares(self.engine, self.purposes, self.clock, self.entering.enter)

    @cached_property
    def checking(self) -> Checking:
        """What codes show."""
        return Checking(self.engine, self.path, self.loaded, self.clock)

    def warm_up(self) -> None:
        """Loads the kernels and what else the first page would wait for."""
        person = PartyRecord("person:nobody", True)
        list(examine(self.loaded, Case({person.id: person}), self.clock(), [person.id]))
        _ = self.readers, self.catalogue

    @cached_property
    def norms(self) -> Mapping[str, CompiledNorm]:
        """Every norm by its id."""
        return {norm.id: norm for norm in self.loaded.law.norms}

    @cached_property
    def paraphrases(self) -> Paraphrases:
        """What norms say in our words."""
        return read_paraphrases(self.words)

    @cached_property
    def catalogue(self) -> Catalogue:
        """How notices are written."""
        return catalogue_of(self.loaded.law, read_guidance(self.guidance))

    @cached_property
    def readers(self) -> Mapping[str, tuple[str, ...]]:
        """Which norms read a kind of statement, by its name."""
        found: dict[str, list[str]] = {}
        for norm in self.norms:
            for kind in readable_by(self.loaded.law, (norm,)).kinds:
                found.setdefault(kind, []).append(norm)
        return {kind: tuple(norms) for kind, norms in found.items()}
