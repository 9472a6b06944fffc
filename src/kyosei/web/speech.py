"""What a page says in its language: its own words, and days, parties, norms and provisions as readers know them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kyosei.facts.statements import Case
from kyosei.norms.compiler import CompiledNorm
from kyosei.terms.citations import Provision
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import JAPAN, date_from_day, day_from_date, instant_from_microseconds
from kyosei.verdicts.names import (
    day_said,
    instant_said,
    listed_said,
    month_said,
    party_called,
    party_name,
    party_words,
    provision_said,
    pseudonym_said,
)
from kyosei.verdicts.naming import ROLES
from kyosei.verdicts.state_prose import CAUSES, state_said
from kyosei.verdicts.turns import is_day
from kyosei.verdicts.verdict import iso
from kyosei.web.borrowing import as_written, beside, in_english, in_japanese, name_of
from kyosei.web.languages import Tongue
from kyosei.web.own.records import System, kind_title, system_of_kind
from kyosei.web.terms.texts import NAMED, SUPPOSED, SYSTEMS, TERMS, UNKNOWN_WHICH
from kyosei.web.translated import translation_beside

__all__ = ["Speech"]


@dataclass(frozen=True)
class Speech:
    """Speaks one language. case: by which parties have their names.

    In a further language, what has no translation is said in Japanese with the English beside it, each marked as what it is.
    """

    tongue: Tongue
    norms: Mapping[str, CompiledNorm]
    case: Case

    @property
    def language(self) -> Language:
        """The language, or the complete one from which it borrows."""
        return self.tongue.base

    @property
    def is_further(self) -> bool:
        """Whether it borrows."""
        return self.tongue.manner is not None

    def text(self, text: Text, *fills: object) -> str:
        """A text, its places filled."""
        if self.is_further:
            term, said = TERMS.get(text.en), translation_beside("terms", self.tongue).words.get(text.en)
            if said is None or term is None or term.ja != text.ja:
                return beside(Text(text.ja.format(*fills), text.easy, text.en.format(*fills)) if fills else text)
            return Markup("{} ({})").format(said, in_japanese(text.ja)) if text.en in NAMED else said.format(*fills)
        return text.said_in(self.language).format(*fills) if fills else text.said_in(self.language)

    def borrowed(self, said: str) -> str:
        """What was composed in the complete language."""
        return in_english(said) if self.is_further else said

    def written(self, said: str) -> str:
        """What somebody wrote, which need not be in the page's language."""
        return as_written(said) if self.is_further else said

    @property
    def borrowing(self) -> str:
        """The attribute of an element in which everything was composed in the complete language."""
        return Markup(' lang="en"') if self.is_further else ""

    def day(self, day: int) -> str:
        """A day in words."""
        if self.tongue.manner is None:
            return day_said(day, self.language)
        return self._written(self.tongue.manner.day, day)

    def iso(self, day: int) -> str:
        """A day as machines read it."""
        return iso(day)

    def month(self, key: int) -> str:
        """A month in words, if the day is the first of one; else the day."""
        if self.tongue.manner is None:
            return month_said(key, self.language)
        return self._written(self.tongue.manner.month, key) if date_from_day(key).day == 1 else self.day(key)

    def instant(self, microseconds: int) -> str:
        """An instant in Japan's time."""
        if self.tongue.manner is None:
            return instant_said(microseconds, self.language)
        found = instant_from_microseconds(microseconds).astimezone(JAPAN)
        hour, minute = (self.tongue.number(f"{part:02}") for part in (found.hour, found.minute))
        day = self.day(day_from_date(found.date()))
        return self.tongue.manner.instant.format(day=day, hour=hour, minute=minute)

    def _written(self, pattern: str, day: int) -> str:
        """By a pattern of the language's manner."""
        found, manner = date_from_day(day), self.tongue.manner
        month = manner.months[found.month - 1] if manner is not None and manner.months else str(found.month)
        number = self.tongue.number
        return pattern.format(year=number(found.year), month=month, day=number(found.day))

    def party(self, party: str) -> str:
        """A party by its name; an office in a further language by its Japanese name, too."""
        called = party_called(party, self.case, self.language)
        if not self.is_further:
            return called
        words = party_words(party) if party_name(party, self.case, self.language) is None else None
        if called in SUPPOSED:
            return self.text(SUPPOSED[called])
        if words is None:
            return called if party.startswith("person:") else name_of(called)
        prefix, _, role = party.partition(":")
        if prefix == "unknown" and role in ROLES:
            return Markup("{} ({})").format(self.role(role), self.text(UNKNOWN_WHICH))
        return self.text(words)

    def organisation(self, party: str, names: Mapping[str, str]) -> str:
        """A party by the name that was looked up for it, an office as offices are called."""
        if not self.is_further:
            return names[party]
        return self.party(party) if party.startswith("authority:") else name_of(names[party])

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
        word = ROLES.get(role)
        return role.replace("_", " ") if word is None else self.text(word)

    def kind(self, kind: str) -> Text:
        """The title of a kind of statement."""
        return kind_title(kind)

    def system(self, system: System) -> str:
        """A system that speaks about people."""
        return self.text(SYSTEMS[system])

    def system_of(self, kind: str) -> System:
        """The system of a kind of statement."""
        return system_of_kind(kind)

    def norm(self, norm_id: str) -> str:
        """The title of a norm."""
        return self.text(self.norms[norm_id].latest.title)

    def norm_ja(self, norm_id: str) -> str | None:
        """The Japanese title that stands beside a translated one; None where it is said already."""
        return self.norms[norm_id].latest.title.ja if self.tongue.code == "en" else None

    def provision(self, provision: Provision) -> str:
        """A provision with its law's title."""
        if self.is_further:
            ja = provision_said(provision, "ja")
            return beside(Text(ja, ja, provision_said(provision, "en")))
        return provision_said(provision, self.language)

    def state(self, kind: str, state: str) -> str:
        """A state of a norm in words."""
        return self.text(state_said(kind, state))

    def causes(self, causes: tuple[str, ...]) -> str:
        """Why something is open."""
        return self.listed([self.text(CAUSES[cause]) for cause in causes])

    def listed(self, said: list[str]) -> str:
        """Several things in one line."""
        if self.tongue.manner is None:
            return listed_said(said, self.language)
        return Markup(self.tongue.manner.between).join(said)

    def options(self, options: Sequence[tuple[str, Text]]) -> list[tuple[str, str]]:
        """Answers to choose from, each with its value."""
        return [(value, self.text(text)) for value, text in options]

    def pseudonym(self, id_: str) -> str:
        """Somebody who is not named."""
        return pseudonym_said(id_)
