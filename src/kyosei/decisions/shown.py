"""What is shown before a decision and after it: what an application would meet, and what a review found. Plain data alone."""

from __future__ import annotations

from dataclasses import dataclass

from kyosei.decisions.acts import Replayed
from kyosei.decisions.dossier import Finding, Gap
from kyosei.decisions.shape import Day

__all__ = ["Another", "Defective", "Meanwhile", "Outlook", "Review"]


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """The stay while an application is pending. stay_ends: the first day after the period granted; lawful_until: the first on
    which the stay is no longer sure, as far as is foreseen, with the application pending.

    prolongs: the law lets the stay go on for a time while this application is pending.
    """

    prolongs: bool
    stay_ends: Day | None = None
    lawful_until: Day | None = None

    @property
    def needs_another(self) -> bool:
        """Whether the stay ends with its period although this application is pending: another one is needed before that."""
        if self.prolongs or self.stay_ends is None:
            return False
        return self.lawful_until is None or self.lawful_until <= self.stay_ends


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an application would meet on a day. supposed: it is not filed. asked: what the offices owe; own: what only the person
    can tell; judged: the requirements that wait for the office's own judgement alone.
    """

    procedure: str
    application: str | None
    day: Day
    findings: tuple[Finding, ...]
    asked: tuple[Gap, ...]
    own: tuple[Gap, ...]
    judged: tuple[str, ...]
    meanwhile: Meanwhile

    @property
    def supposed(self) -> bool:
        return self.application is None


@dataclass(frozen=True, slots=True)
class Another:
    """A requirement that answers otherwise now; None: it did not apply."""

    norm: str
    then: str | None
    now: str | None
    instance: Day | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What a review shows. then: the dossier assembled again as known then; `parts` of it that are others, if any.

    added, gone: ids of records in the proofs; disputed: of records that are disputed now and were not. findings: under the law of
    the dossier, by what is known now; under_present_law: what the law as it is now would answer otherwise than that. rulings: the
    ids of the rulings by which a norm version in its proofs is defective.
    """

    then: Replayed
    parts: tuple[str, ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]
    disputed: tuple[str, ...]
    findings: tuple[Another, ...]
    law: str
    present_law: str
    under_present_law: tuple[Another, ...]
    rulings: tuple[str, ...]

    @property
    def is_the_same(self) -> bool:
        """Whether nothing is another now, save what the present law would answer."""
        differs = self.added or self.gone or self.disputed or self.findings or self.rulings
        return self.then is Replayed.SAME and not differs


@dataclass(frozen=True, slots=True)
class Defective:
    """A sealed dossier that rests on a defective version of a norm, and the rulings that say so."""

    dossier: str
    rulings: tuple[str, ...]
