"""What a page says in its language: its own words, and days, parties, norms and provisions as readers know them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kyosei.facts.statements import Case
from kyosei.norms.compiler import CompiledNorm
from kyosei.terms.citations import Provision
from kyosei.terms.text import Language, Text
from kyosei.verdicts.names import (
    day_said,
    instant_said,
    listed_said,
    month_said,
    party_called,
    provision_said,
    pseudonym_said,
    role_said,
)
from kyosei.verdicts.state_prose import causes_said, state_word
from kyosei.verdicts.turns import is_day
from kyosei.verdicts.verdict import iso
from kyosei.web.own.records import System, kind_title, system_of_kind

__all__ = ["Speech"]

_SYSTEMS: Mapping[System, Text] = MappingProxyType(
    {
        System.IMMIGRATION: Text("入管", "入管", "Immigration"),
        System.LABOUR: Text("労働", "仕事", "Work"),
        System.SOCIAL_INSURANCE: Text("社会保険", "年金と 保険", "Social insurance"),
        System.TAX: Text("税", "税金", "Tax"),
        System.FINANCE: Text("金融", "銀行", "Finance"),
        System.EDUCATION: Text("教育", "学校", "Education"),
        System.HOUSING: Text("住まい", "家", "Housing"),
        System.SUPPORT: Text("支援", "支援", "Support"),
        System.FAMILY: Text("家族・本人", "家族・あなた", "Family and self"),
    }
)


@dataclass(frozen=True)
class Speech:
    """Speaks one language. case: by which parties have their names."""

    language: Language
    norms: Mapping[str, CompiledNorm]
    case: Case

    def text(self, text: Text, *fills: object) -> str:
        """A text, its places filled."""
        return text.said_in(self.language).format(*fills) if fills else text.said_in(self.language)

    def day(self, day: int) -> str:
        """A day in words."""
        return day_said(day, self.language)

    def iso(self, day: int) -> str:
        """A day as machines read it."""
        return iso(day)

    def month(self, key: int) -> str:
        """A month in words, if the day is the first of one; else the day."""
        return month_said(key, self.language)

    def instant(self, microseconds: int) -> str:
        """An instant in Japan's time."""
        return instant_said(microseconds, self.language)

    def party(self, party: str) -> str:
        """A party by its name."""
        return party_called(party, self.case, self.language)

    def parties(self, parties: Sequence[str]) -> list[str]:
        """Parties by their names."""
        return [self.party(party) for party in parties]

    def parties_beside(self, about: Mapping[str, str]) -> list[str]:
        """The organisations and offices of a relation; other persons are not named where nobody asks for them."""
        return [self.party(party) for party in about.values() if not party.startswith("person:")]

    def is_day(self, day: int) -> bool:
        """Whether it is a real day, and not "always" or "never"."""
        return is_day(day)

    def role(self, role: str) -> str:
        """A role in words."""
        return role_said(role, self.language)

    def kind(self, kind: str) -> Text:
        """The title of a kind of statement."""
        return kind_title(kind)

    def system(self, system: System) -> str:
        """A system that speaks about people."""
        return _SYSTEMS[system].said_in(self.language)

    def system_of(self, kind: str) -> System:
        """The system of a kind of statement."""
        return system_of_kind(kind)

    def norm(self, norm_id: str) -> str:
        """The title of a norm."""
        return self.norms[norm_id].latest.title.said_in(self.language)

    def norm_ja(self, norm_id: str) -> str | None:
        """The Japanese title that stands beside a translated one; None in Japanese."""
        return self.norms[norm_id].latest.title.ja if self.language == "en" else None

    def provision(self, provision: Provision) -> str:
        """A provision with its law's title."""
        return provision_said(provision, self.language)

    def state(self, kind: str, state: str) -> str:
        """A state of a norm in words."""
        return state_word(kind, state, self.language)

    def causes(self, causes: tuple[str, ...]) -> str:
        """Why something is open."""
        return causes_said(causes, self.language)

    def listed(self, said: list[str]) -> str:
        """Several things in one line."""
        return listed_said(said, self.language)

    def options(self, options: Sequence[tuple[str, Text]]) -> list[tuple[str, str]]:
        """Answers to choose from, each with its value."""
        return [(value, self.text(text)) for value, text in options]

    def pseudonym(self, id_: str) -> str:
        """Somebody who is not named."""
        return pseudonym_said(id_)
