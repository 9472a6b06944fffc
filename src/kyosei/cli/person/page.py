"""Records, looks and purposes as pages to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from kyosei.access.answers import Disclosure
from kyosei.access.links import LINKS
from kyosei.access.purposes import Purpose, Purposes, WholeRecord, provisions_of
from kyosei.access.usages import Hidden, Receiver, Reported, Usage, Usages
from kyosei.cli.page import Page
from kyosei.cli.person import words
from kyosei.evidence.known import standing
from kyosei.facts.case_file.writing import statement_line
from kyosei.facts.statements import Case, Coverage, Statement
from kyosei.facts.vocabulary import KINDS
from kyosei.identity.persons import Notice
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import NEVER
from kyosei.verdicts.names import (
    day_said,
    instant_said,
    party_name,
    party_said,
    provision_said,
    pseudonym_said,
    role_said,
)

__all__ = ["write_notices", "write_purposes", "write_records", "write_usages"]

_KINDS = {kind.facts.name: kind for kind in KINDS}


def write_notices(page: Page, language: Language, person: str, notices: Sequence[Notice]) -> None:
    """What the person has to be told, before everything else."""
    for notice in notices:
        text = words.LINK_DISPUTED if notice.to == person else words.OTHER_LINK_DISPUTED
        page.mark("!", (text.said_in(language).format(notice.link, notice.dispute), "bold"))
    if notices:
        page.blank()


def write_records(page: Page, language: Language, person: str, shown: Disclosure) -> None:
    """What a look shows, kind by kind in the order of the vocabulary."""
    writer = _Writer(page, language)
    case = shown.case
    page.add((writer.say(words.RECORDS, party_said(person, case, language)), "bold"))
    page.add(
        f"{writer.say(words.KNOWN, instant_said(shown.known, language))} · {writer.say(words.LOOK, shown.number)}",
        indent=2,
    )
    writer.particulars(case, person)
    on_record = standing(case, shown.known)
    stands = {one.id for one in on_record.statements} | {one.id for one in on_record.coverages}
    withdrawn = {one.target for one in case.withdrawals}
    found: dict[str, list[Statement | Coverage]] = {name: [] for name in _KINDS}
    lines_of_case: tuple[Statement | Coverage, ...] = (*case.statements, *case.coverages)
    for line in lines_of_case:
        found[line.kind].append(line)
    if not lines_of_case:
        page.add(writer.say(words.NOTHING), indent=2)
    for kind, lines in found.items():
        if lines:
            page.heading(writer.kind(kind))
        for line in sorted(lines, key=lambda one: (one.from_day, one.id)):
            remarks = []
            if line.id in on_record.disputers:
                remarks.append(writer.say(words.DISPUTED))
            if line.id not in stands:
                remarks.append(writer.say(words.WITHDRAWN if line.id in withdrawn else words.REPLACED))
            writer.line(line, case, person, remarks)


def write_usages(page: Page, language: Language, usages: Usages) -> None:
    """Who has looked."""
    writer = _Writer(page, language)
    page.heading(writer.say(words.LOOKS, usages.total))
    period = usages.period
    if period.from_instant is not None and period.until_instant is not None:
        days = (instant_said(period.from_instant, language), instant_said(period.until_instant, language))
        page.add(writer.say(words.PERIOD, *days), indent=2)
    for look in _looks(usages.usages):
        writer.look(look)
    if usages.reported:
        page.heading(writer.say(words.ELSEWHERE))
    for reported in usages.reported:
        writer.reported(reported)


def write_purposes(page: Page, language: Language, purposes: Purposes) -> None:
    """Every purpose."""
    writer = _Writer(page, language)
    for purpose in purposes.by_id.values():
        page.blank()
        writer.purpose(purpose, purposes)


class _Writer:
    """Writes on a page in one language."""

    def __init__(self, page: Page, language: Language) -> None:
        self.page = page
        self.language = language

    def say(self, text: Text, *parts: object) -> str:
        return text.said_in(self.language).format(*parts)

    def kind(self, name: str) -> str:
        facts = _KINDS[name].facts
        return facts.title_en if self.language == "en" else facts.title_ja

    def particulars(self, case: Case, person: str) -> None:
        party = case.parties.get(person)
        name = party_name(person, case, self.language)
        if name is not None:
            self.page.add(self.say(words.NAME, name), indent=2)
        if party is not None and party.born is not None:
            self.page.add(self.say(words.BORN, day_said(party.born, self.language)), indent=2)

    def line(self, line: Statement | Coverage, case: Case, person: str, remarks: list[str]) -> None:
        others = [
            f"{role_said(role, self.language)} {self.party(id_, case)}"
            for role, id_ in line.about.items()
            if id_ != person
        ]
        said = [self.days(line), *others, *self.fields(line)]
        if isinstance(line, Coverage):
            said.append(self.say(words.COVERED))
        self.page.mark("–", " · ".join(said), indent=2)
        stated = instant_said(line.stated_at, self.language)
        source = self.say(words.SAID_BY, self.party(line.source, case), stated)
        self.page.add(" · ".join([source, line.id, *remarks]), indent=4)

    def party(self, id_: str, case: Case) -> str:
        if id_.startswith("person:another-"):
            return self.say(words.ANOTHER)
        return party_said(id_, case, self.language)

    def days(self, line: Statement | Coverage) -> str:
        first = day_said(line.from_day, self.language)
        if line.until_day >= NEVER:
            return self.say(words.SINCE, first)
        if line.until_day == line.from_day + 1:
            return first
        return self.say(words.TO, first, day_said(line.until_day - 1, self.language))

    def fields(self, line: Statement | Coverage) -> Iterable[str]:
        if isinstance(line, Coverage):
            return
        fields = _KINDS[line.kind].fields
        written = statement_line(line)["data"]
        assert isinstance(written, dict)
        for name, value in written.items():
            title = fields[name].title_en if self.language == "en" else fields[name].title_ja
            yield f"{title} {_plain(value)}{f' {fields[name].unit}' if fields[name].unit else ''}"

    def look(self, look: Sequence[Usage | Hidden]) -> None:
        """One look, of which there is an entry for each local id; it is told by that of the id asked by, if it has one."""
        first = look[0]
        number = f"{first.number}. "
        if isinstance(first, Hidden):
            until = day_said(first.until_day, self.language)
            said = [self.say(words.HIDDEN, provision_said(first.provision, self.language), until), *self.record(first)]
            self.page.add(number, " · ".join(said), indent=2, hang=4)
            return
        logtime = instant_said(first.logtime, self.language)
        self.page.add(number, (f"{logtime} · {self.receiver(first.receiver, first.on_behalf_of_the_person)}", "bold"),
                      indent=2, hang=4)  # fmt: skip
        for reason in self.reasons(first):
            self.page.add(reason, indent=6)
        for usage in look:
            seen = [self.seen(usage)] if isinstance(usage, Usage) and usage.refusal is None else []
            if said := [*self.record(usage), *seen]:
                self.page.add(" · ".join(said), indent=6, hang=2)

    def record(self, usage: Usage | Hidden) -> Iterable[str]:
        if usage.record is not None:
            yield self.say(words.RECORD, pseudonym_said(usage.record))

    def reasons(self, usage: Usage) -> Iterable[str]:
        if usage.refusal is not None:
            yield self.say(words.REFUSED, usage.refusal)
        if usage.purpose is None:
            yield self.say(words.NO_PURPOSE)
        else:
            yield self.say(words.FOR_PURPOSE, usage.purpose[1].said_in(self.language))
        if usage.provision is not None:
            yield self.say(words.BY_LAW, provision_said(usage.provision, self.language))
        if usage.consent is not None:
            yield self.say(words.BY_CONSENT, pseudonym_said(usage.consent))
        if usage.case is not None:
            yield self.say(words.CASE, pseudonym_said(usage.case))
        if usage.was_withheld is not None:
            provision, until_day = usage.was_withheld
            until = day_said(until_day, self.language)
            yield self.say(words.WAS_HIDDEN, provision_said(provision, self.language), until)

    def seen(self, usage: Usage) -> str:
        if usage.action == "readAccesses":
            return self.say(words.SEEN, self.say(words.THE_LOG))
        if usage.action == "readCases":
            return self.say(words.SEEN, self.say(words.THE_CASES))
        if usage.action == "told":
            return self.say(words.TOLD)
        if LINKS in usage.fields:
            return self.say(words.SEEN, self.say(words.THE_LINKS))
        return self.say(words.SEEN, self.kinds(usage.fields)) if usage.fields else self.say(words.SEEN_NOTHING)

    def kinds(self, fields: Iterable[str]) -> str:
        """The kinds of these fields by their titles."""
        seen = set(fields)
        titles = [self.kind(name) for name in _KINDS if name in seen]
        return ("、" if self.language != "en" else ", ").join(titles or sorted(seen))

    def receiver(self, receiver: Receiver, for_the_person: bool) -> str:
        if receiver.is_the_person:
            return self.say(words.YOU)
        role = words.ROLES[receiver.role].said_in(self.language)
        if receiver.software:
            role = self.say(words.SOMEBODY, role, self.say(words.SOFTWARE))
        who = role if receiver.organisation is None else self.say(words.SOMEBODY, receiver.organisation, role)
        said = f"{who} {pseudonym_said(receiver.pseudonym)}"
        return self.say(words.FOR_YOU, said) if for_the_person else said

    def reported(self, reported: Reported) -> None:
        purpose = (
            self.say(words.NO_PURPOSE)
            if reported.purpose is None
            else self.say(words.FOR_PURPOSE, reported.purpose[1].said_in(self.language))
        )
        seen = self.say(words.SEEN, self.kinds(reported.fields)) if reported.fields else self.say(words.SEEN_NOTHING)
        logtime = instant_said(reported.logtime, self.language)
        self.page.mark("–", f"{logtime} · {reported.organisation} · {purpose} · {seen}", indent=2)

    def purpose(self, purpose: Purpose, purposes: Purposes) -> None:
        self.page.add((purpose.id, "bold"), f" · {purpose.title.said_in(self.language)}")
        roles = [words.ROLES[role].said_in(self.language) for role in sorted(purpose.roles)]
        self.page.add(self.say(words.WHO_MAY, ", ".join([*roles, *sorted(purpose.audience)])), indent=2)
        for basis in provisions_of(purpose):
            said = provision_said(basis.provision, self.language), day_said(basis.until_day - 1, self.language)
            rests = self.say(words.RESTS_ON, *said)
            self.page.add(self.say(words.BY_CONSENT_TOO, rests) if basis is purpose.consent else rests, indent=2)
        if isinstance(purpose.reads, WholeRecord):
            reads = self.say(words.EVERYTHING)
        else:
            reads = ", ".join(sorted(purposes.readable[purpose.id].names()))
        self.page.add(self.say(words.READS, reads), indent=2, hang=2)


def _looks(usages: Sequence[Usage | Hidden]) -> Iterable[list[Usage | Hidden]]:
    """The entries of each look together, that of the id asked by first."""

    def key(place: int) -> object:
        usage = usages[place]
        return place if isinstance(usage, Hidden) else (usage.logtime, usage.action, usage.receiver, usage.purpose)

    for _, places in groupby(range(len(usages)), key):
        yield sorted((usages[place] for place in places), key=lambda one: (one.record is not None, one.record))


def _plain(value: object) -> str:
    """A value of a field as a reader would write it."""
    if isinstance(value, bool):
        return "✓" if value else "✗"
    if isinstance(value, list):
        return ", ".join(f"{one['item']} {one['yen']}" if isinstance(one, dict) else str(one) for one in value)
    return str(value)
