"""Writes cases as pages: whose turn it is, and a row for everything that happened, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kyosei.cases.acts import ActKind, Refusal
from kyosei.cases.case import CaseState, Happening, Stage
from kyosei.cases.offices import Way
from kyosei.cases.words import ACTS, HAPPENINGS, REFUSALS, STAGES, STATES
from kyosei.cli.cases import words
from kyosei.cli.cases.gateways import office_said, write_ways
from kyosei.cli.page import Page
from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.kinds import Kind
from kyosei.facts.vocabulary import KINDS
from kyosei.norms.compiler import CompiledLaw
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import JAPAN, day_from_date
from kyosei.verdicts.names import day_said, listed_said
from kyosei.verdicts.state_prose import UNTIL, state_word

__all__ = ["CasePage"]

Document = Mapping[str, Any]  # Any: JSON


@dataclass(frozen=True, slots=True)
class CasePage:
    """A page about cases, as `Case.to_json` or `owners_part` has them."""

    page: Page
    language: Language
    titles: Mapping[str, Text]
    kinds: Mapping[str, str]
    sorts: Mapping[str, str]

    @staticmethod
    def of(law: CompiledLaw, language: Language) -> CasePage:
        """An empty page; norms and kinds of statements are called by their titles."""
        every: tuple[type[Kind], ...] = (*KINDS, EmploymentRelation)
        facts = [kind.facts for kind in every]
        return CasePage(
            Page(), language, {norm.id: norm.latest.title for norm in law.norms},
            {one.name: one.title_en if language == "en" else one.title_ja for one in facts},
            {norm.id: norm.latest.kind for norm in law.norms},
        )  # fmt: skip

    def write_list(self, found: Sequence[Document], not_shown: int = 0) -> None:
        """Cases under their owners, and how many were refused. A person who owns one is named only where it is about somebody."""
        before = ""
        for one in found:
            owner = one["owner"] or self._say(words.A_PERSON)
            if owner != before:
                before = owner
                self.page.add((before, "bold"))
            self.page.add(self._headline(one), hang=4)
        if not found:
            self.page.add(self._say(words.NO_CASES))
        if not_shown:
            self.page.add(self._say(words.NOT_SHOWN, not_shown))
        self.page.write()

    def write_case(self, one: Document, ways: Sequence[Way] = ()) -> None:
        """One case and its history. ways: where it may go, for whom that is shown."""
        self.page.add((f"{one['owner']}: ", "bold"), self._headline(one), hang=4)
        informed = one.get("informed")
        if informed is not None:
            rights = self._listed(informed["rights"]) or self._say(words.NO_RIGHTS)
            self.page.add(f"  {self._say(words.INFORMED, informed['person'], rights)}", hang=4)
        if one.get("hushed"):
            self.page.add(f"  {self._say(words.HUSHED)}", hang=4)
        for row in one["history"]:
            self.page.add(f"  {self._row(row)}", hang=4)
        if ways:
            write_ways(self.page, ways, one["offices"], self.language)
        self.page.write()

    def _headline(self, one: Document) -> str:
        asked = self._listed(one["norms"])
        if one.get("need") is not None:
            kind = one["need"]["kind"]
            asked = self._say(words.TELL, self.kinds.get(kind, kind), asked)
        state, stage = self._say(STATES[CaseState(one["state"])]), self._say(STAGES[Stage(one["stage"])])
        said = [one["id"], state, stage, asked, ", ".join(one.get("about", {}).values())]
        until = one["due_on"] or one["deadline"]
        if until is not None:
            said.append(self._say(UNTIL, day_said(day_from_date(date.fromisoformat(until)), self.language)))
        return " · ".join(filter(None, said))

    def _row(self, row: Document) -> str:
        refusal, by_act = row["refusal"], row["norm"] is None
        said = _said_of_act(row["what"]) if by_act else HAPPENINGS[Happening(row["what"])]
        what = row["what"] if said is None else self._say(said)
        if row["office"] is not None:
            office = office_said(row["office"], self.language)
            by = row["gateway"]
            to = self._say(words.TO_OFFICE, office) if by is None else self._say(words.BY_GATEWAY, office, by)
            what += f" {to}"
        if refusal is not None:
            what += f" ({self._say(words.WITHOUT_EFFECT, self._say(REFUSALS[Refusal(refusal)]))})"
        standing = row["reason"] or (self._state(row) if row["state"] else "")
        told = row["reason"] if by_act else f"{self._title(row['norm'])}: {standing}"
        at = datetime.fromisoformat(row["at"]).astimezone(JAPAN)
        return f"{at:%Y-%m-%d %H:%M}  {what} · {row['actor']} · {told} [{row['source']}]"

    def _state(self, row: Document) -> str:
        return state_word(self.sorts.get(row["norm"], "duty"), row["state"], self.language)

    def _title(self, norm: str) -> str:
        title = self.titles.get(norm)
        return norm if title is None else f"{title.said_in(self.language)} ({norm})"

    def _listed(self, norms: Sequence[str]) -> str:
        return listed_said((self._title(norm) for norm in norms), self.language)

    def _say(self, text: Text, *parts: object) -> str:
        return text.said_in(self.language).format(*parts)


def _said_of_act(what: str) -> Text | None:
    """The word for an act; None for one that there is not, which the journal takes all the same."""
    return ACTS[ActKind(what)] if what in tuple(ActKind) else None
