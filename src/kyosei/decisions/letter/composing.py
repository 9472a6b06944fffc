"""Composes the letter about a dossier: every part of it that concerns the person, in sentences, with the days computed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kyosei.decisions.acts import Act
from kyosei.decisions.dossier import Direction, Dossier, Fact, Finding, Result, Sentence, Weighed
from kyosei.decisions.letter import words
from kyosei.decisions.letter.remedies import Deadline, deadline_of
from kyosei.decisions.letter.shapes import Block, Code, Edition, Items, Letter, Pairs, Prose, Section, Table
from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.kinds import Kind
from kyosei.facts.vocabulary import KINDS
from kyosei.journal.entries import DecisionAct
from kyosei.norms.compiler import CompiledLaw, CompiledNorm
from kyosei.norms.declare import Norm
from kyosei.norms.procedures import Procedure
from kyosei.notices.words import WORDS
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import legal_day
from kyosei.verdicts.choice_prose import word_said
from kyosei.verdicts.names import day_said, instant_said, listed_said, provision_said
from kyosei.verdicts.state_prose import causes_said

__all__ = ["LANGUAGES", "Addressed", "compose_letter", "languages_for"]

LANGUAGES: Final[tuple[Language, ...]] = ("ja", "ja-easy", "en")
"""In which a letter can be written; Japanese always is."""
_LAWFUL_STAY: Final = "jp.immigration.lawful-stay"
_FEE: Final = "jp.immigration.fee-on-receipt"
_ISA: Final = "authority:isa"
_ALL_KINDS: Final[tuple[type[Kind], ...]] = (*KINDS, EmploymentRelation)
_KINDS: Final = {kind.facts.name: kind.facts for kind in _ALL_KINDS}


@dataclass(frozen=True)
class Addressed:
    """What a letter needs beside the dossier. law: for the titles of norms, as it is now. says: a version of a norm in our words.

    called: a party by its name in a language. address, acts: of a sealed dossier; None and none of a draft. online: where it is
    read online, None if nowhere. now: microseconds; a dossier of which nobody was told is dated as if they were told then.
    """

    procedure: Procedure
    law: CompiledLaw
    says: Callable[[Norm], Text | None]
    called: Callable[[str, Language], str]
    now: int
    address: str | None = None
    acts: Sequence[Act] = ()
    online: str | None = None

    def at(self, act: DecisionAct) -> int | None:
        """When something was done about the dossier; None if it was not."""
        return next((one.at for one in self.acts if one.act is act), None)


def languages_for(language: str) -> tuple[Language, ...]:
    """Japanese, and the language of whoever is told, if letters are written in it."""
    return ("ja", *(one for one in LANGUAGES if one == language and one != "ja"))


def compose_letter(dossier: Dossier, addressed: Addressed, languages: Sequence[Language]) -> Letter:
    """The letter, with an edition in each language."""
    office = dossier.opinion.authority.office
    reference = addressed.address or dossier.assembled.application.id
    made = addressed.at(DecisionAct.NOTIFY) or addressed.now
    return Letter(
        addressed.called(office, "ja"), reference, made,
        tuple(_Edition(dossier, addressed, one).whole() for one in languages),
    )  # fmt: skip


@dataclass(frozen=True)
class _Edition:
    """Writes the letter in one language."""

    dossier: Dossier
    addressed: Addressed
    language: Language

    def whole(self) -> Edition:
        """All of it, the most important first."""
        title = self._say(words.TITLE, self._text(self.addressed.procedure.title))
        found = (
            self._summary(), self._reasons(), self._length(), self._evidence("for", Direction.FOR, words.NOTHING_FOR),
            self._evidence("against", Direction.AGAINST, words.NOTHING_AGAINST), self._submissions(), self._next(),
            self._remedy(), self._contact(), self._online(), self._neither(), self._requirements(), self._gaps(),
            self._conflicts(), *self._alternatives(), self._impact(), self._basis(),
        )  # fmt: skip
        return Edition(self.language, "en" if self.language == "en" else "ja", title, found)

    def _summary(self) -> Section:
        opinion, filed = self.dossier.opinion, self.dossier.assembled.application
        outcome, deadline = opinion.outcome, self._deadline
        applied = self._say(words.APPLIED_ON, self._text(self.addressed.procedure.title), self._day(filed.filed))
        pairs = [
            (words.PERSON, self._called(filed.person)), (words.APPLIED, applied),
            (words.RESULT, self._text(words.RESULTS[outcome.result])),
        ]  # fmt: skip
        if outcome.status is not None:
            pairs.append((words.STATUS, self._text(word_said("residence.status.status", outcome.status))))
        if outcome.period is not None:
            pairs.append((words.PERIOD, self._period(outcome.period)))
        pairs.append((words.OFFICE, self._called(opinion.authority.office)))
        pairs.append((words.DECIDED, self._day(deadline.decided)))
        told = self.addressed.at(DecisionAct.NOTIFY)
        if told is not None:
            pairs.append((words.TOLD, self._day(legal_day(told))))
        if outcome.result is Result.REFUSED:
            pairs.append((words.DO_BY, self._day(deadline.last_day)))
        draft = () if told is not None else (Prose(self._text(words.DRAFT)),)
        said = tuple((self._text(term), value) for term, value in pairs)
        notes = () if self.language == "ja" else (Prose(WORDS["note.translation"].said_in(self.language)),)
        return self._section("summary", words.SUMMARY, *draft, Pairs(said), *notes)

    def _reasons(self) -> Section:
        opinion = self.dossier.opinion
        return self._section(
            "reasons", words.REASONS, Prose(self._text(words.OWN_WORDS)), self._sentences(opinion.reasons),
            *([Prose(self._say(words.DISCRETION, self._quoted(opinion.discretion)))] if opinion.discretion.strip() else []),
        )  # fmt: skip

    def _length(self) -> Section:
        outcome, said = self.dossier.opinion.outcome, self.dossier.opinion.period_reasons
        blocks: list[Block]
        if outcome.result is Result.GRANTED and not self.dossier.assembled.application.grants_a_stay:
            said_as = Items(tuple(self._quoted(one) for one in outcome.conditions))
            return self._section("length", words.CONDITIONS, said_as)
        if outcome.period is None:
            blocks = [Prose(self._text(words.NO_LENGTH))]
        elif outcome.period == "indefinite" and not said:
            blocks = [Prose(self._text(words.INDEFINITE))]
        else:
            blocks = [Prose(self._say(words.LENGTH_IS, self._period(outcome.period))), self._sentences(said)]
        if outcome.result is Result.GRANTED:
            conditions = [self._quoted(one) for one in outcome.conditions]
            told = Items(tuple(conditions)) if conditions else Prose(self._text(words.NO_CONDITIONS))
            blocks += [Prose(self._text(words.CONDITIONS)), told] if conditions else [told]
        return self._section("length", words.LENGTH, *blocks)

    def _evidence(self, key: str, direction: Direction, nothing: Text) -> Section:
        found = [one for one in self.dossier.opinion.factors if one.considered and one.direction is direction]
        heading = words.DIRECTIONS[direction]
        blocks: list[Block] = [self._table(heading, found)] if found else [Prose(self._text(nothing))]
        return self._section(key, heading, *blocks)

    def _neither(self) -> Section:
        found = [
            one for one in self.dossier.opinion.factors if one.considered and one.direction is Direction.NEUTRAL
        ]  # fmt: skip
        blocks: list[Block] = [self._table(words.NEITHER, found)] if found else [Prose(self._text(words.NO_GAPS))]
        return self._section("neither", words.NEITHER, *blocks)

    def _table(self, caption: Text, found: Sequence[Weighed]) -> Table:
        heads = tuple(map(self._text, (words.FACTOR, words.WEIGHED, words.RECORDS)))
        return Table(self._text(caption), heads, tuple(map(self._row, found)))

    def _row(self, weighed: Weighed) -> tuple[str, ...]:
        said = [self._quoted(weighed.reason)] if weighed.reason.strip() else []
        said.append(self._text(words.WEIGHTS[weighed.weight]))
        if weighed.conduct is not None and weighed.conduct != self.dossier.assembled.application.person:
            said.append(self._say(words.CONDUCT_OF, self._called(weighed.conduct)))
        records = list(dict.fromkeys(self._record(one) for one in self._facts_behind(weighed)))
        return self._factor(weighed.id), " ".join(said), "; ".join(records) or self._text(words.NO_RECORD)

    def _facts_behind(self, weighed: Weighed) -> Iterator[Fact]:
        findings = {one.id: one for one in self.dossier.assembled.findings}
        facts = {one.id: one for one in self.dossier.assembled.facts}
        for id_ in weighed.evidence:
            for of in (*findings[id_].facts,) if id_ in findings else (id_,):
                if of in facts and facts[of].role == "statement":
                    yield facts[of]

    def _requirements(self) -> Section:
        blocks: list[Block] = []
        for one in self.dossier.assembled.findings:
            blocks += [Pairs(((self._norm(one.norm), self._state(one)),)), Items(tuple(self._rule(one)))]
        return self._section("requirements", words.REQUIREMENTS, *blocks)

    def _state(self, finding: Finding) -> str:
        said = [self._say(words.STATES[finding.state], causes_said(finding.causes, self.language))]
        person = self.dossier.assembled.application.person
        for one in finding.attribution:
            duty = self._norm(one.norm)
            own = one.party == person
            said.append(
                self._say(words.BEHIND_OWN, duty) if own else self._say(words.BEHIND, self._called(one.party), duty)
            )
        return " ".join(said)

    def _rule(self, finding: Finding) -> Iterator[str]:
        """The rule in words, and its version: of which provision, since when in force, of which law."""
        law, day = self.dossier.assembled.as_of.law, self.dossier.assembled.as_of.day
        norm = self._norms.get(finding.norm)
        version = None if norm is None else norm.version_on(day)
        if version is None:
            yield self._say(words.VERSION_OLD, finding.norm, law)
            return
        if (text := self.addressed.says(version.norm)) is not None:
            yield self._text(text)
        provisions = listed_said([provision_said(one, self.language) for one in version.norm.provisions], self.language)
        yield self._say(words.VERSION, provisions, self._day(version.norm.force.from_day), law)

    def _gaps(self) -> Section:
        found = tuple(
            dict.fromkeys(
                self._say(words.GAP, self._kind(one.kind), self._called(one.owner))
                for one in self.dossier.assembled.gaps
            )
        )
        return self._section("gaps", words.GAPS, Items(found) if found else Prose(self._text(words.NO_GAPS)))

    def _conflicts(self) -> Section:
        how = {one.conflict: one for one in self.dossier.opinion.conflicts}
        lines = []
        for one in self.dossier.assembled.conflicts:
            resolved = how.get(one.id)
            said = (
                self._text(words.UNRESOLVED) if resolved is None
                else self._say(words.RESOLVED[resolved.by], self._quoted(resolved.reason))
            )  # fmt: skip
            lines.append(self._say(words.CONFLICT, self._named(one.id), said))
        block = Items(tuple(lines)) if lines else Prose(self._text(words.NO_GAPS))
        return self._section("conflicts", words.CONFLICTS, block)

    def _submissions(self) -> Section:
        found = tuple(
            self._say(words.SUBMISSION, self._quoted(one.point), self._day(one.received), self._quoted(one.answer))
            for one in self.dossier.opinion.submissions
        )
        block = Items(found) if found else Prose(self._text(words.NO_SUBMISSIONS))
        return self._section("submissions", words.SUBMISSIONS, block)

    def _alternatives(self) -> Iterator[Section]:
        found = tuple(
            self._say(words.ALTERNATIVE, self._quoted(one.measure), self._quoted(one.why_not))
            for one in self.dossier.opinion.alternatives
        )
        if found:
            yield self._section("alternatives", words.ALTERNATIVES, Items(found))

    def _impact(self) -> Section:
        impact = self.dossier.opinion.impact
        said = (
            (words.IMPACT_PERSON, impact.person), (words.IMPACT_FAMILY, impact.on_family),
            (words.IMPACT_CHILDREN, impact.on_children),
        )  # fmt: skip
        lines = tuple(self._say(text, self._quoted(value)) for text, value in said if value.strip())
        return self._section("impact", words.IMPACT, Items(lines) if lines else Prose(self._text(words.UNSAID)))

    def _next(self) -> Section:
        """What the law pack says follows; nothing that no norm cites."""
        granted = self.dossier.opinion.outcome.result is Result.GRANTED
        procedure, office = self.addressed.procedure, self._called(self.dossier.opinion.authority.office)
        stay = self._norms.get(_LAWFUL_STAY)
        cited = "" if stay is None else listed_said(
            [provision_said(one, self.language) for one in stay.latest.provisions if one.article == "20"], self.language
        )  # fmt: skip
        lines = []
        if granted:
            told = procedure.special_period and cited
            lines.append(self._say(words.NEXT_CARD, cited) if told else self._text(words.NEXT_CARD_PLAIN))
            lines.append(self._say(words.NEXT_COLLECT, office))
            if _FEE in self._norms:
                lines.append(self._say(words.NEXT_FEE, self._norm(_FEE)))
        else:
            told = procedure.special_period and cited
            lines.append(self._say(words.NEXT_UNTIL, cited) if told else self._text(words.NEXT_UNCHANGED))
            lines.append(self._text(words.NEXT_AGAIN))
        return self._section("next", words.NEXT, Items(tuple(lines)))

    def _remedy(self) -> Section:
        remedy, deadline = self.addressed.procedure.remedy, self._deadline
        office = self._called(self.dossier.opinion.authority.office)
        by = self._say(
            words.REMEDY_BY, self._day(deadline.last_day), self._day(deadline.learnt), remedy.months,
            self._day(deadline.decided), remedy.years,
        )  # fmt: skip
        lines = [
            self._say(words.REMEDY_REVIEW, office),
            self._say(words.REMEDY_COURT, self._text(remedy.against), self._text(remedy.body)),
            f"{by} {self._text(words.REMEDY_LATER)}",
        ]
        if self.dossier.opinion.outcome.result is Result.GRANTED:
            lines.append(self._text(words.REMEDY_OF_GRANTED))
        lines.append(self._text(remedy.appeal))
        provisions = [provision_said(one, self.language) for one in remedy.provisions]
        lines.append(self._say(words.REMEDY_BASIS, listed_said(provisions, self.language)))
        return self._section("remedy", words.REMEDY, Items(tuple(lines)))

    def _contact(self) -> Section:
        office = self.dossier.opinion.authority.office
        reference = self.dossier.assembled.application.id
        lines = [self._say(words.CONTACT_OFFICE, self._called(office), reference)]
        if office == _ISA:
            lines.append(self._text(words.CONTACT_ISA))
        return self._section("contact", words.CONTACT, Items(tuple(lines)))

    def _online(self) -> Section:
        online = self.addressed.online
        if online is None:
            return self._section("online", words.ONLINE, Prose(self._text(words.NOT_ONLINE)))
        return self._section(
            "online", words.ONLINE, Prose(self._text(words.ONLINE_SAID)), Code(online, self._text(words.ONLINE_ALT))
        )

    def _basis(self) -> Section:
        as_of, given = self.dossier.assembled.as_of, self.dossier.opinion.authority.delegation
        known = instant_said(as_of.known, self.language)
        lines = [self._say(words.BASIS_AS_OF, known, as_of.law, self._day(as_of.day))]
        if given is not None:
            lines.append(self._say(words.WHO_DECIDED, self._quoted(given.by), given.provision))
        for one in self.addressed.acts:
            said = {DecisionAct.CONCUR: words.SECOND_READ, DecisionAct.SUPPLEMENT: words.ADDED}.get(one.act)
            if said is not None:
                lines.append(self._say(said, instant_said(one.at, self.language), self._quoted(one.reason)))
        if self.addressed.address is not None:
            lines.append(self._say(words.BASIS_ADDRESS, self.addressed.address))
        return self._section("basis", words.BASIS, Items(tuple(lines)))

    def _sentences(self, sentences: Sequence[Sentence]) -> Block:
        if not sentences:
            return Prose(self._text(words.UNSAID))
        return Items(
            tuple(
                self._say(words.RESTS_ON, self._quoted(one.text), listed_said(map(self._named, one.rests_on), self.language))
                if one.rests_on else self._quoted(one.text)
                for one in sentences
            )
        )  # fmt: skip

    def _named(self, id_: str) -> str:
        """What an id of the dossier stands for, in words."""
        a = self.dossier.assembled
        for finding in a.findings:
            if id_ in (finding.id, finding.norm):
                return self._norm(finding.norm)
        for fact in a.facts:
            if fact.id == id_:
                return self._record(fact)
        for gap in a.gaps:
            if gap.id == id_:
                return self._kind(gap.kind)
        for conflict in a.conflicts:
            if conflict.id == id_:
                return self._named(conflict.finding)
        for submission in self.dossier.opinion.submissions:
            if submission.id == id_:
                return self._quoted(submission.point)
        return self._factor(id_)

    def _record(self, fact: Fact) -> str:
        kind, source = self._kind(fact.kind), self._called(fact.source)
        if fact.from_day is None:
            return self._say(words.RECORD_UNDATED, kind, source)
        return self._say(words.RECORD, kind, source, self._day(fact.from_day))

    def _factor(self, id_: str) -> str:
        factor = self.addressed.procedure.factor(id_)
        return id_ if factor is None else self._text(factor.title)

    def _norm(self, id_: str) -> str:
        norm = self._norms.get(id_)
        return id_ if norm is None else self._text(norm.latest.title)

    def _kind(self, kind: str) -> str:
        facts = _KINDS.get(kind)
        return kind if facts is None else facts.title_en if self.language == "en" else facts.title_ja

    def _period(self, period: str) -> str:
        return self._text(word_said("residence.status.granted_period", period))

    def _quoted(self, own_words: str) -> str:
        return self._say(words.QUOTED, own_words.strip())

    def _called(self, party: str) -> str:
        return self.addressed.called(party, self.language)

    def _day(self, day: int) -> str:
        return day_said(day, self.language)

    def _text(self, text: Text) -> str:
        return text.said_in(self.language)

    def _say(self, text: Text, *parts: object) -> str:
        return text.said_in(self.language).format(*parts)

    def _section(self, key: str, heading: Text, *blocks: Block) -> Section:
        return Section(key, self._text(heading), blocks)

    @cached_property
    def _norms(self) -> dict[str, CompiledNorm]:
        return {one.id: one for one in self.addressed.law.norms}

    @cached_property
    def _deadline(self) -> Deadline:
        return deadline_of(
            self.addressed.procedure.remedy, self.addressed.at(DecisionAct.SEAL) or self.addressed.now,
            self.addressed.at(DecisionAct.NOTIFY) or self.addressed.now,
        )  # fmt: skip
