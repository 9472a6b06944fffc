"""Who may act for whom on a day, and who may see what with consent: read from what is on record, and from nothing else.

Whatever is not sure permits nothing: a mandate that only its holder speaks of, one that is disputed, a guardian's while
the day of birth is unknown. Each comes with the reason, so that a caller can say what is missing.

Articles of the Civil Code other than 138-143, and of the laws named beside them, were cited from knowledge and not
compared with their text (docs/decisions/0046-who-may-act-for-whom.md).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from kyosei.facts.hidden_address import HIDES
from kyosei.facts.kinds import Anyone, Authority, Holder
from kyosei.facts.statements import Statement
from kyosei.facts.vocabulary.family import ACTS, Consent, Mandate, PersonDeath
from kyosei.timelines.days import date_from_day, day_from_date

__all__ = [
    "KINDS_READ",
    "Bar",
    "Consented",
    "FamilyRecord",
    "Representation",
    "consents_of",
    "majority_day",
    "may_act",
    "representations_of",
]

_CONSENT: Final = Consent.facts.name
_MANDATE: Final = Mandate.facts.name
_DEATH: Final = PersonDeath.facts.name
KINDS_READ: Final = (_CONSENT, _MANDATE, _DEATH, HIDES)
"""The kinds that these answers rest on, and that by which an address is hidden."""

_MAJORITY_AT_18_FROM: Final = day_from_date(date(2022, 4, 1))


class Bar(StrEnum):
    """Why a mandate or consent permits nothing on the day; of several the first in this order."""

    UNCONFIRMED = "unconfirmed"
    """Nobody said it who can settle it: only its holder, or for a guardian anybody but a court or municipality."""
    DISPUTED = "disputed"
    """Somebody disputes it, and no institution has decided yet."""
    NOT_BEGUN = "not_begun"
    PERSON_DIED = "person_died"
    """Civil Code art. 111 (1) (i). From the day of death on: its hour is not on record."""
    HOLDER_DIED = "holder_died"
    """Civil Code art. 111 (1) (ii)."""
    HOLDER_UNDER_GUARDIANSHIP = "holder_under_guardianship"
    """A court placed the holder under guardianship after the mandate began: Civil Code art. 111 (1) (ii)."""
    EXPIRED = "expired"
    RESIGNED = "resigned"
    """The holder itself said that it ends: Civil Code art. 651 (1). A guardian cannot (arts. 837, 844)."""
    BIRTH_UNKNOWN = "birth_unknown"
    """A guardian's mandate may have ended with majority: nobody told the day of birth."""
    OF_AGE = "of_age"
    """A guardian of a minor has no say from majority on: Civil Code arts. 4, 818."""


@dataclass(frozen=True, slots=True)
class FamilyRecord:
    """What is on record, as known at an instant: the caller has taken out what was withdrawn or replaced by then.

    statements: at least those of `KINDS_READ` about the persons asked about and about those who act for them. disputed:
    the ids of statements in dispute. born: days of birth as day numbers, of persons of whom they are known.
    """

    statements: Sequence[Statement]
    disputed: Collection[str] = ()
    born: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Representation:
    """That `holder` acts for `person`: in which capacity, for which acts, by which statement; `bar`: why not on that day.

    Over [from_day, until_day) as stated. `acts` are those of the vocabulary (`mandate.acts`).
    """

    person: str
    holder: str
    capacity: str
    acts: frozenset[str]
    statement: str
    from_day: int
    until_day: int
    bar: Bar | None

    @property
    def in_force(self) -> bool:
        """Whether the holder may act on the day asked about."""
        return self.bar is None


@dataclass(frozen=True, slots=True)
class Consented:
    """That `recipient` may see these fields of `person` for this purpose; `bar`: why not on that day."""

    person: str
    recipient: str
    purpose: str
    fields: tuple[str, ...]
    statement: str
    from_day: int
    until_day: int
    bar: Bar | None

    @property
    def in_force(self) -> bool:
        """Whether the consent permits anything on the day asked about."""
        return self.bar is None


def representations_of(person: str, record: FamilyRecord, on: int) -> tuple[Representation, ...]:
    """Who may act for a person on a day, and who might but for a reason; in the order of holders and statements.

    A guardian acts in every matter (Civil Code arts. 824, 859) unless the statement names the acts; anybody else only in
    those that are named.
    """
    mandates = [one for one in record.statements if one.kind == _MANDATE and one.about["person"] == person]
    told = {(one.about["holder"], one.data.get("as")) for one in mandates if one.source != one.about["holder"]}
    found = [
        _representation(one, record, on)
        for one in mandates
        # A holder's word about a mandate that somebody else gave repeats it, or ends it (Bar.RESIGNED).
        if one.source != one.about["holder"] or (one.source, one.data.get("as")) not in told
    ]
    return tuple(sorted(found, key=lambda one: (one.holder, one.from_day, one.statement)))


def may_act(person: str, holder: str, act: str, record: FamilyRecord, on: int) -> Representation | None:
    """The mandate by which a holder may do an act for a person on a day; None if there is none."""
    return next(
        (
            one
            for one in representations_of(person, record, on)
            if one.in_force and one.holder == holder and act in one.acts
        ),
        None,
    )


def consents_of(person: str, record: FamilyRecord, on: int) -> tuple[Consented, ...]:
    """What a person lets others see on a day, in the order of recipients and statements. Without fields: nothing."""
    found = []
    for statement in record.statements:
        if statement.kind != _CONSENT or statement.about["person"] != person:
            continue
        bar = _bar_of_period(statement, record, on) if statement.source == person else Bar.UNCONFIRMED
        one = Consented(
            person, statement.about["recipient"], str(statement.data.get("purpose", "")), _words(statement, "fields"),
            statement.id, statement.from_day, statement.until_day, bar,
        )  # fmt: skip
        found.append(one)
    return tuple(sorted(found, key=lambda one: (one.recipient, one.from_day, one.statement)))


def majority_day(born: int) -> int:
    """The first day of majority: from the 20th birthday, since 2022-04-01 from the 18th, whichever comes first.

    Civil Code art. 4; Act no. 59 of 2018, suppl. art. 2 (2): who was 18 or 19 on 2022-04-01 came of age on that day. A year
    of age is complete at the end of the day before the birthday (Act on Calculation of Ages; Civil Code art. 143): so who
    was born on 29 February comes of age on 1 March where there is no such day.
    """
    return min(_birthday(born, 20), max(_birthday(born, 18), _MAJORITY_AT_18_FROM))


def _representation(statement: Statement, record: FamilyRecord, on: int) -> Representation:
    person, holder = statement.about["person"], statement.about["holder"]
    capacity = str(statement.data.get("as", ""))
    acts = frozenset(_words(statement, "acts"))
    if capacity == "guardian" and "acts" not in statement.data:
        acts = frozenset(ACTS)
    bar = _bar(statement, capacity, record, on)
    return Representation(person, holder, capacity, acts, statement.id, statement.from_day, statement.until_day, bar)


def _bar(statement: Statement, capacity: str, record: FamilyRecord, on: int) -> Bar | None:
    """The first reason why a mandate permits nothing on the day."""
    holder = statement.about["holder"]
    if not _is_settled(statement, capacity):
        return Bar.UNCONFIRMED
    bar = _bar_of_period(statement, record, on)
    if bar in (Bar.DISPUTED, Bar.NOT_BEGUN, Bar.PERSON_DIED):
        return bar
    if _has_died(holder, record, on):
        return Bar.HOLDER_DIED
    if _placed_under_guardianship(holder, statement.from_day, record, on):
        return Bar.HOLDER_UNDER_GUARDIANSHIP
    if bar is not None:
        return bar
    if capacity == "guardian":
        return _bar_of_age(statement, record, on)
    return Bar.RESIGNED if _has_resigned(statement, capacity, record, on) else None


def _bar_of_period(statement: Statement, record: FamilyRecord, on: int) -> Bar | None:
    """What ends a mandate and a consent alike."""
    if statement.id in record.disputed:
        return Bar.DISPUTED
    if on < statement.from_day:
        return Bar.NOT_BEGUN
    if _has_died(statement.about["person"], record, on):
        return Bar.PERSON_DIED
    return Bar.EXPIRED if on >= statement.until_day else None


def _is_settled(statement: Statement, capacity: str) -> bool:
    """Whether the source can settle it: who is a guardian is for a court or municipality to say, all else for the person."""
    if capacity == "guardian":
        return _speaks_as(statement.source, Mandate.facts.holders)
    return statement.source == statement.about["person"] or _speaks_as(statement.source, Mandate.facts.holders)


def _bar_of_age(statement: Statement, record: FamilyRecord, on: int) -> Bar | None:
    """A guardianship that began before majority is that of a minor and ends with it; a later one is that of an adult."""
    born = record.born.get(statement.about["person"])
    if born is None:
        return Bar.BIRTH_UNKNOWN
    of_age = majority_day(born)
    return Bar.OF_AGE if statement.from_day < of_age <= on else None


def _placed_under_guardianship(party: str, since: int, record: FamilyRecord, on: int) -> bool:
    """Whether a guardianship of the party as an adult began after a day and by another."""
    born = record.born.get(party)
    return any(
        since < one.from_day <= on
        and one.kind == _MANDATE and one.about["person"] == party and one.data.get("as") == "guardian"
        and _is_settled(one, "guardian") and one.id not in record.disputed
        and (born is None or one.from_day >= majority_day(born))
        for one in record.statements
    )  # fmt: skip


def _has_resigned(statement: Statement, capacity: str, record: FamilyRecord, on: int) -> bool:
    """Whether the holder itself said of this mandate that it has ended; what it says of another one changes nothing."""
    return any(
        one.kind == _MANDATE
        and one.source == statement.about["holder"]
        and one.about == statement.about
        and one.data.get("as") == capacity
        and statement.from_day < one.until_day <= on
        for one in record.statements
    )


def _has_died(party: str, record: FamilyRecord, on: int) -> bool:
    return any(
        one.kind == _DEATH and one.about["person"] == party and one.from_day <= on
        and one.id not in record.disputed and _speaks_as(one.source, PersonDeath.facts.holders)
        for one in record.statements
    )  # fmt: skip


def _speaks_as(source: str, holders: Iterable[Holder]) -> bool:
    """Whether a source is one of the institutions that settle a kind."""
    return any(
        (isinstance(holder, Authority) and source == f"authority:{holder.name}")
        or (isinstance(holder, Anyone) and source.startswith(f"{holder.role}:"))
        for holder in holders
    )


def _words(statement: Statement, name: str) -> tuple[str, ...]:
    written = statement.data.get(name, ())
    return tuple(str(word) for word in written) if isinstance(written, tuple) else ()


def _birthday(born: int, years: int) -> int:
    day = date_from_day(born)
    if (day.month, day.day) == (2, 29):
        return day_from_date(date(day.year + years, 2, 28)) + 1
    return day_from_date(day.replace(year=day.year + years))
