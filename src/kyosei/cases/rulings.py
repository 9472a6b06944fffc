"""Rulings about the alerts of a norm, as the journal has them: silenced, one of its versions defective, restored."""

from __future__ import annotations

from dataclasses import dataclass, field

from kyosei.journal.entries import NormActKind

__all__ = ["Ruling", "Rulings"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A ruling; the actor is that of the key that signed it. at: microseconds; day: the legal day of `at`.

    laws, from_day, until_day: of a defect, under which law versions and on which days its version is in force.
    """

    sequence: int
    id: str
    norm: str
    act: NormActKind
    laws: frozenset[str]
    from_day: int
    until_day: int
    reason: str
    source: str
    actor_kind: str
    actor: str
    at: int
    day: int

    def silences(self, norm: str, law: str, day: int) -> bool:
        """Whether a verdict of a norm that comes under a law on a day is to be told nobody."""
        if norm != self.norm or self.act is NormActKind.RESTORE:
            return False
        return self.act is NormActKind.SILENCE or (law in self.laws and self.from_day <= day < self.until_day)


@dataclass(slots=True)
class Rulings:
    """Those that stand; a norm that is restored has none."""

    standing: list[Ruling] = field(default_factory=list)

    def take(self, ruling: Ruling) -> None:
        """Takes up the next ruling."""
        if ruling.act is NormActKind.RESTORE:
            self.standing = [one for one in self.standing if one.norm != ruling.norm]
        else:
            self.standing.append(ruling)

    def on(self, norm: str, law: str, day: int) -> Ruling | None:
        """The first ruling that stands against telling a verdict; None if none does."""
        return next((one for one in self.standing if one.silences(norm, law, day)), None)
