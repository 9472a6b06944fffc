"""What every report knows while it is written: its page, its language, the case and the law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kyosei.cli.page import Page
from kyosei.cli.words import FOR, PROJECTED, UNDER_LAW
from kyosei.facts.statements import Case
from kyosei.norms.compiler import CompiledLaw
from kyosei.norms.declare import Norm
from kyosei.terms.citations import Provision
from kyosei.terms.text import Language, Text
from kyosei.verdicts.names import day_said, listed_said, month_said, party_said, provision_said, role_said
from kyosei.verdicts.state_prose import causes_said, state_word
from kyosei.verdicts.verdict import Verdict

__all__ = ["Sheet"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page being written in one language about one case under one law, as known on one day."""

    page: Page
    language: Language
    case: Case
    law: CompiledLaw
    known_day: int

    def name_law(self, *, asked: str | None) -> None:
        """Says under which version of the law the report stands, if the reader asked for one."""
        if asked is not None:
            self.page.add(self.say(UNDER_LAW, self.law.version))

    def say(self, text: Text, *parts: object) -> str:
        """A text in the language of the report, its places filled."""
        return text.said_in(self.language).format(*parts)

    def day(self, day: int) -> str:
        """A day in words."""
        return day_said(day, self.language)

    def last_day(self, until_day: int) -> str:
        """The last day of a period of which we hold the first day outside."""
        return day_said(until_day - 1, self.language)

    def month(self, key: int) -> str:
        """What tells an instance apart: a month if it is a first day of one, else a day."""
        return month_said(key, self.language)

    def party(self, party: str) -> str:
        """A party or source by name and id."""
        return party_said(party, self.case, self.language)

    def parties(self, about: Mapping[str, str]) -> str:
        """Several parties, each with its role unless it is the person."""
        said = [
            self.party(party) if role == "person" else f"{role_said(role, self.language)} {self.party(party)}"
            for role, party in about.items()
        ]
        return self.listed(said)

    def listed(self, said: list[str]) -> str:
        """Several things in one line."""
        return listed_said(said, self.language)

    def norm(self, norm_id: str) -> Norm:
        """The newest version of a norm."""
        return next(norm.latest for norm in self.law.norms if norm.id == norm_id)

    def title(self, norm_id: str) -> str:
        """The title of a norm."""
        return self.norm(norm_id).title.said_in(self.language)

    def provision(self, provision: Provision) -> str:
        """A provision with its law's title."""
        return provision_said(provision, self.language)

    def provisions(self, verdict: Verdict) -> str:
        """The provision that a norm rests on first."""
        return self.provision(verdict.provisions[0])

    def state(self, kind: str, state: str) -> str:
        """A state in words."""
        return state_word(kind, state, self.language)

    def causes(self, causes: tuple[str, ...]) -> str:
        """Why something is open."""
        return causes_said(causes, self.language)

    def bracketed(self, said: str) -> str:
        """A remark in brackets."""
        return f" ({said})" if self.language == "en" else f"（{said}）"

    def labelled(self, label: str, said: str = "") -> str:
        """Something behind its label."""
        return f"{label}: {said}".rstrip() if self.language == "en" else f"{label}：{said}"

    def label(self, label: str) -> str:
        """A label before something that is written in another style."""
        return f"{label}: " if self.language == "en" else f"{label}："

    def forecast(self, day: int) -> str:
        """The word for a day after what is known."""
        return self.bracketed(self.say(PROJECTED)) if day > self.known_day else ""

    def whom(self, verdict: Verdict) -> str:
        """Whom a verdict is about beside its bearer: the person protected first, then the other parties."""
        others = {role: party for role, party in verdict.about.items() if party != verdict.bearer}
        return self.say(FOR, self.parties(others)) if others else ""
