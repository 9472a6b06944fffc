"""A dossier, and what its checks came to, as a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kyosei.cli.decisions import words
from kyosei.cli.page import Page
from kyosei.decisions.acts import Act
from kyosei.decisions.checks.listed import CHECKS
from kyosei.decisions.dossier import Checked, Dossier, Finding, Gap, Outcome, Proven, Sentence
from kyosei.decisions.shown import Outlook
from kyosei.facts.statements import Case
from kyosei.facts.vocabulary import KINDS
from kyosei.norms.compiler import CompiledLaw
from kyosei.norms.procedures import Procedure, find_procedure
from kyosei.terms.text import Language, Text
from kyosei.verdicts.choice_prose import word_said
from kyosei.verdicts.names import day_said, instant_said, party_called
from kyosei.verdicts.state_prose import state_word

__all__ = ["DossierPage"]

_MARKS: Mapping[Proven, str] = {Proven.PASS: "✓", Proven.FAIL: "!", Proven.CANNOT_TELL: "?"}


@dataclass(frozen=True, slots=True)
class DossierPage:
    """Writes a dossier in one language, with the titles of a law."""

    page: Page
    law: CompiledLaw
    procedures: tuple[Procedure, ...]
    language: Language

    def write(self, dossier: Dossier, address: str | None = None, acts: Sequence[Act] = ()) -> None:
        """All of it; address and acts: of a sealed one."""
        assembled = dossier.assembled
        procedure = find_procedure(self.procedures, assembled.application.procedure)
        self.page.add((self._say(words.DOSSIER, assembled.application.person, self._say(procedure.title)), "bold"))
        if address is not None:
            self.page.add("  " + self._say(words.ADDRESS, address))
        as_of = assembled.as_of
        known = instant_said(as_of.known, self.language)
        self.page.add("  " + self._say(words.AS_OF, known, as_of.law, day_said(as_of.day, self.language)), hang=2)
        self._write_requirements(dossier)
        self._write_gaps(assembled.gaps, words.GAPS)
        self._write_conflicts(dossier)
        self._write_factors(dossier, procedure)
        self._write_opinion(dossier)
        if dossier.is_adverse:
            self._write_remedy(procedure)
        if dossier.checks:
            self.add_checks(dossier.checks)
        self._write_acts(acts)
        self.page.write()

    def write_checks(self, checks: Sequence[Checked], stopped: bool) -> None:
        """What the checks of a draft came to."""
        self.add_checks(checks)
        if stopped:
            self.page.blank()
            self.page.add(self._say(words.WOULD_STOP))
        self.page.write()

    def add_checks(self, checks: Sequence[Checked]) -> None:
        """The checks, those that do not pass with what they mind."""
        asks = {one.id: one.asks for one in CHECKS}
        self.page.heading(self._say(words.CHECKS_OF))
        for one in checks:
            said = f"{self._say(asks[one.check])}: {self._say(words.PROVEN[one.came_to])}"
            items = f" ({', '.join(one.items)})" if one.items else ""
            self.page.mark(_MARKS[one.came_to], said + items, indent=2)

    def write_outlook(self, found: Outlook) -> None:
        """What an application would meet, whose turn it is, and the stay meanwhile."""
        procedure = find_procedure(self.procedures, found.procedure)
        self.page.add(
            (self._say(words.OUTLOOK, self._say(procedure.title), day_said(found.day, self.language)), "bold")
        )
        if found.supposed:
            self.page.add(self._say(words.IF_FILED), indent=2)
        self.page.heading(self._say(words.REQUIREMENTS))
        self._write_findings(found.findings)
        if found.judged:
            self.page.add(self._say(words.FOR_THE_OFFICE, ", ".join(found.judged)), indent=2)
        self._write_gaps(found.asked, words.ASKED_OF_OFFICES)
        self._write_gaps(found.own, words.ONLY_THE_PERSON)
        stay = found.meanwhile
        if stay.stay_ends is not None:
            self.page.heading(self._say(words.MEANWHILE))
            self.page.add(self._say(words.STAY_ENDS, day_said(stay.stay_ends, self.language)), indent=2)
            if stay.lawful_until is not None and stay.lawful_until > stay.stay_ends:
                self.page.add(self._say(words.GOES_ON, day_said(stay.lawful_until, self.language)), indent=2)
            if stay.needs_another:
                said = self._say(words.NEEDS_ANOTHER, day_said(stay.stay_ends, self.language))
                self.page.add((said, "bold"), indent=2)
        self.page.write()

    def _write_requirements(self, dossier: Dossier) -> None:
        self.page.heading(self._say(words.REQUIREMENTS))
        self.page.add(self._say(words.TOGETHER[dossier.assembled.verdicts]), indent=2)
        self._write_findings(dossier.assembled.findings)

    def _write_findings(self, findings: Sequence[Finding]) -> None:
        titles = {norm.id: norm.latest for norm in self.law.norms}
        for one in findings:
            norm = titles.get(one.norm)
            title = one.norm if norm is None else norm.title.said_in(self.language)
            state = state_word("requirement" if norm is None else norm.kind, one.state, self.language)
            self.page.mark("–", f"{title}: {state} [{one.id}]", indent=2)
            for conduct in one.attribution:
                duty = titles.get(conduct.norm)
                named = conduct.norm if duty is None else duty.title.said_in(self.language)
                self.page.add(self._say(words.BEHIND, self._party(conduct.party), named), indent=6)

    def _write_gaps(self, gaps: Sequence[Gap], heading: Text) -> None:
        if not gaps:
            return
        kinds = {kind.facts.name: Text(kind.facts.title_ja, kind.facts.title_ja, kind.facts.title_en) for kind in KINDS}
        self.page.heading(self._say(heading))
        for one in gaps:
            kind = kinds[one.kind].said_in(self.language) if one.kind in kinds else one.kind
            self.page.mark("–", self._say(words.GAP, kind, self._party(one.owner)) + f" [{one.id}]", indent=2)

    def _write_conflicts(self, dossier: Dossier) -> None:
        if not dossier.assembled.conflicts:
            return
        resolved = {one.conflict: one for one in dossier.opinion.conflicts}
        self.page.heading(self._say(words.CONFLICTS))
        for one in dossier.assembled.conflicts:
            how = resolved.get(one.id)
            said = (
                self._say(words.UNRESOLVED) if how is None else f"{self._say(words.RESOLVED[how.by])} {how.reason}"
            )  # fmt: skip
            self.page.mark("–", f"{', '.join(one.facts)}: {said} [{one.id}]", indent=2)

    def _write_factors(self, dossier: Dossier, procedure: Procedure) -> None:
        weighed = {one.id: one for one in dossier.opinion.factors}
        self.page.heading(self._say(words.FACTORS))
        listed = {one.id for one in dossier.assembled.factors}
        for factor in (one for one in procedure.factors if one.id in listed):
            one = weighed.get(factor.id)
            weighing = self._say(words.WEIGHINGS[factor.weighing])
            self.page.mark("–", f"{self._say(factor.title)} ({weighing}) [{factor.id}]", indent=2)
            self.page.add(self._say(factor.said_by), indent=6)
            if one is None or not one.considered:
                if factor.weighing.value == "mandatory":
                    self.page.add(self._say(words.NOT_CONSIDERED), indent=6)
                continue
            said = [self._say(words.DIRECTIONS[one.direction]), self._say(words.WEIGHTS[one.weight])]
            if one.conduct is not None:
                said.append(self._say(words.CONDUCT_OF, self._party(one.conduct)))
            self.page.add(f"{' · '.join(said)} — {one.reason}", indent=6)

    def _write_opinion(self, dossier: Dossier) -> None:
        opinion = dossier.opinion
        if opinion.submissions:
            self.page.heading(self._say(words.SUBMISSIONS))
            for one in opinion.submissions:
                self.page.mark("–", f"{one.point} → {one.answer} [{one.id}]", indent=2)
        if opinion.alternatives:
            self.page.heading(self._say(words.ALTERNATIVES))
            for milder in opinion.alternatives:
                self.page.mark("–", f"{milder.measure}: {milder.why_not}", indent=2)
        self.page.heading(self._say(words.REASONS))
        self._write_sentences(opinion.reasons)
        self.page.heading(self._say(words.OUTCOME))
        self.page.add((self._outcome(opinion.outcome), "bold"), indent=2)
        for condition in opinion.outcome.conditions:
            self.page.add(self._say(words.CONDITION, condition), indent=2)
        if opinion.period_reasons:
            self.page.add(self._say(words.WHY_SO_LONG), indent=2)
            self._write_sentences(opinion.period_reasons)

    def _write_sentences(self, sentences: Iterable[Sentence]) -> None:
        for one in sentences:
            self.page.mark("–", one.text, indent=2)
            self.page.add(self._say(words.RESTS_ON, ", ".join(one.rests_on)), indent=6)

    def _write_remedy(self, procedure: Procedure) -> None:
        remedy = procedure.remedy
        self.page.heading(self._say(words.REMEDY))
        said = self._say(
            words.REMEDY_SAID, self._say(remedy.against), remedy.months, remedy.years, self._say(remedy.body)
        )
        self.page.add(said, indent=2)
        self.page.add(self._say(remedy.appeal), indent=2)

    def _write_acts(self, acts: Sequence[Act]) -> None:
        if not acts:
            return
        self.page.heading(self._say(words.HISTORY))
        for one in acts:
            parts = [
                instant_said(one.at, self.language),
                self._say(words.ACTS[one.act]),
                one.by,
                one.language,
                one.reason,
            ]
            self.page.add("  " + " · ".join(part for part in parts if part), hang=4)

    def _outcome(self, outcome: Outcome) -> str:
        said = self._say(words.RESULTS[outcome.result])
        if outcome.status is None:
            return said
        status = word_said("residence.status.status", outcome.status).said_in(self.language)
        if outcome.period is None:
            return f"{said} {status}"
        period = word_said("residence.status.granted_period", outcome.period).said_in(self.language)
        return f"{said} {self._say(words.FOR_SO_LONG, status, period)}"

    def _party(self, party: str) -> str:
        return party_called(party, Case({}), self.language)

    def _say(self, text: Text, *parts: object) -> str:
        said = text.said_in(self.language)
        return said.format(*parts) if parts else said
