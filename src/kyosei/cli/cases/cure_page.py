"""Writes how a duty is cured, in the reader's language: what its notice says, the record that shows it, what it would change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kyosei.alerts.advice import advice
from kyosei.cli.cases import words
from kyosei.cli.evaluated import Input
from kyosei.cli.page import Page
from kyosei.cli.sheet import Sheet
from kyosei.notices.catalogue import Catalogue, catalogue_of
from kyosei.notices.guidance import read_guidance
from kyosei.terms.text import Language
from kyosei.verdicts.check import known_day
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.verdict import Verdict

__all__ = ["CurePage"]

Document = Mapping[str, Any]  # Any: JSON


@dataclass(frozen=True, slots=True)
class CurePage:
    """A page in one language."""

    sheet: Sheet
    catalogue: Catalogue

    @staticmethod
    def of(loaded: Loaded, guidance: Mapping[str, str], found: Input, language: Language) -> CurePage:
        """An empty page about a case."""
        day = -1 if found.known is None else known_day(found.known)
        sheet = Sheet(Page(), language, found.case, loaded.law, day)
        return CurePage(sheet, catalogue_of(loaded.law, read_guidance(guidance)))

    def write(self, verdicts: Sequence[Verdict], documents: Sequence[Document], on: int) -> None:
        """Each cure under its norm."""
        for verdict, document in zip(verdicts, documents, strict=True):
            self.sheet.page.heading(self.sheet.title(verdict.norm))
            self.sheet.page.add(self.sheet.parties(dict(verdict.about)))
            self._write_task(verdict, on)
            self._write_proofs(document)
            self._write_changes(document)
        self.sheet.page.write()

    def _write_task(self, verdict: Verdict, on: int) -> None:
        """What the notice to the bearer says: what is to be done, until when, where, and what shows it."""
        for section in advice(self.catalogue, verdict, on, self.sheet.language):
            label = self.sheet.label(section.heading)
            self.sheet.page.add((label, "bold"), " ".join(section.lines), hang=4)

    def _write_proofs(self, document: Document) -> None:
        sheet, page = self.sheet, self.sheet.page
        if document["proofs"]:
            page.add((sheet.say(words.RECORD), "bold"))
        for line in document["proofs"]:
            ja, en = self.catalogue.kinds[line["kind"]]
            known = sheet.listed([f"{name} {value}" for name, value in {**line["about"], **line["data"]}.items()])
            kind = en if sheet.language == "en" else ja
            page.add(f"  {kind} · {sheet.party(line['source'])} · {known}", hang=4)
        if "filing" in document:
            page.add(sheet.say(words.WRITTEN, document["filing"]))
            page.add(sheet.say(words.TO_FILL, sheet.listed(list(document["needed"]))), hang=4)

    def _write_changes(self, document: Document) -> None:
        sheet, page = self.sheet, self.sheet.page
        if not document["changes"]:
            page.add(sheet.say(words.NO_CHANGES))
            return
        page.add((sheet.say(words.CHANGES), "bold"))
        for one in document["changes"]:
            kind = sheet.norm(one["norm"]).kind
            states = (
                sheet.say(words.NOT_IN_PLAY) if state is None else sheet.state(kind, state)
                for state in (one["before"], one["after"])
            )
            page.add(f"  {sheet.title(one['norm'])}: {' → '.join(states)}", hang=4)
