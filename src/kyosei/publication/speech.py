"""What a page says in its language: words, days, roles, provisions, values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kyosei.facts.kinds import Anyone, Authority, Holder, TheParty
from kyosei.publication.calendar.words import CALENDAR_WORDS
from kyosei.publication.case_words import CASE_WORDS
from kyosei.publication.duty_words import DUTY_WORDS
from kyosei.publication.words import ATTRIBUTES, LAYERS, SURENESS, WORDS
from kyosei.terms.citations import InForce, Law, Provision
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.naming import authority_said, day_said, provision_said, role_said
from kyosei.verdicts.state_prose import KINDS_OF_NORM, PIECES, state_word

__all__ = ["Speech"]

_WORDS = {**WORDS, **DUTY_WORDS, **CALENDAR_WORDS, **CASE_WORDS}


@dataclass(frozen=True)
class Speech:
    """Speaks one language about one registry of laws."""

    language: Language
    laws: tuple[Law, ...]

    def __call__(self, name: str, *fills: str) -> str:
        """A word of the pages, its places filled."""
        return _WORDS[name].said_in(self.language).format(*fills)

    def text(self, text: Text) -> str:
        """A text."""
        return text.said_in(self.language)

    def pair(self, pair: tuple[str, str]) -> str:
        """Of words in Japanese and English, those of the language."""
        return pair[1] if self.language == "en" else pair[0]

    def day(self, day: int) -> str:
        """A day number as a day."""
        return day_said(day, self.language)

    def role(self, role: str) -> str:
        """A role."""
        return role_said(role, self.language)

    def provision(self, provision: Provision) -> str:
        """A provision with its law."""
        return provision_said(provision, self.language)

    def address(self, provision: Provision) -> str | None:
        """Where the law of a provision is read, if that is an address."""
        return next((law.address for law in self.laws if law.law_id == provision.law and _is_link(law.address)), None)

    def layer(self, layer: str) -> str:
        """A layer of law; that of a norm kept from before ordinances were told apart is said as it stands."""
        return LAYERS[layer].said_in(self.language) if layer in LAYERS else layer

    def attribute(self, name: str) -> str:
        """A protected attribute."""
        return ATTRIBUTES[name].said_in(self.language) if name in ATTRIBUTES else name

    def kind(self, kind: str) -> str:
        """A kind of norm."""
        return KINDS_OF_NORM[kind].said_in(self.language)

    def piece(self, name: str) -> str:
        """What a condition of a norm says."""
        return PIECES[name].said_in(self.language) if name in PIECES else name

    def state(self, kind: str, state: str) -> str:
        """A state of a kind of norm."""
        return state_word(kind, state, self.language)

    def authority(self, id_: str) -> str:
        """An office by its id, such as authority:isa or unknown:municipality."""
        prefix, _, name = id_.partition(":")
        return (authority_said(name, self.language) if prefix == "authority" else None) or self.role(name or id_)

    def holders(self, holders: Iterable[Holder]) -> str:
        """Who can settle a kind."""
        said = []
        for holder in holders:
            match holder:
                case Authority(name):
                    said.append(self.authority(f"authority:{name}"))
                case TheParty(role):
                    said.append(self.role(role))
                case Anyone(role):
                    said.append(self("any_of_role", self.role(role)))
        return ("; " if self.language == "en" else "、").join(said)

    def force(self, interval: InForce) -> str:
        """The interval in which a law is in force, and how sure that is."""
        if interval.from_day is None:
            return self("since_unknown")
        said = self.day(day_from_date(interval.from_day)) + " –"
        if interval.until_day is not None:
            said += " " + self.day(day_from_date(interval.until_day) - 1)
        return f"{said} ({SURENESS[interval.sureness].said_in(self.language)})"

    def renaming(self, law: Law) -> str | None:
        """The titles that a law bears later."""
        if law.renamed is None:
            return None
        day, titles = law.renamed
        return self("renamed", self.day(day_from_date(day)), titles.en if self.language == "en" else titles.ja)


def _is_link(address: str) -> bool:
    return address.startswith("https://")
