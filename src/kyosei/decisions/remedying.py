"""Reviews of decisions: asked for by the person, or opened by the office itself where a decision rests on what proved wrong.

Exactly the decisions are opened whose dossiers hold a norm version that is ruled defective, or a record of the source that is
named (P17); each person is told once, whatever is interrupted when. How a review ends is an entry of somebody who had no part in
the decision.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from kyosei.cases.book import rulings_until
from kyosei.decisions.reviewing import defective_dossiers, norms_behind
from kyosei.errors import QuestionError
from kyosei.journal.decided import Opened, Reviewed, resting_on, reviewed_dossiers, reviews_opened
from kyosei.journal.entries import ReviewOutcome
from kyosei.norms.compiler import CompiledLaw
from kyosei.notices.asking import Audience, NoticeRequest, Occasion
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.outbox.posting import post
from kyosei.notices.outbox.reach import language_of
from kyosei.signals.small_counts import told
from kyosei.timelines.days import instant_from_microseconds, legal_day

__all__ = [
    "Affected", "Reversals", "affected_by_rulings", "affected_by_source", "ask_line", "open_line", "outcome_line", "reversals",
    "tell_opened",
]  # fmt: skip

Line = dict[str, object]


@dataclass(frozen=True, slots=True)
class Affected:
    """A sealed dossier that rests on something that proved wrong. because: the ids of the rulings, or the source.

    told: whether the person was told of the decision: else nobody is to be told of it, and a new dossier is written. opened:
    whether a review was opened for this already.
    """

    dossier: str
    because: tuple[str, ...]
    told: bool
    opened: bool


@dataclass(frozen=True, slots=True)
class Reversals:
    """Of the reviews that ended, how many annulled or corrected a decision that rests on a norm, or on records of a source.

    Counts below ten are None: they can point at one.
    """

    of: str
    reviewed: int | None
    reversed: int | None


def affected_by_rulings(
    connection: sa.Connection, office: str, law_of: Callable[[str], CompiledLaw], position: int
) -> list[Affected]:
    """The dossiers of an office whose proofs hold a version that is ruled defective, the oldest first."""
    found = [(one.dossier, one.rulings) for one in defective_dossiers(connection, law_of, position)]
    return _affected(connection, office, found)


def affected_by_source(connection: sa.Connection, office: str, source: str) -> list[Affected]:
    """The dossiers of an office that rest on a record of a source, the oldest first."""
    return _affected(connection, office, [(one, (source,)) for one in resting_on(connection, source)])


def ask_line(address: str, person: str, by: str, now: int, key: str, reason: str = "") -> Line:
    """The entry by which a person asks for a review; no reason is needed. by: who asks for them."""
    return _line("review", address, by, person, now, key) | ({"reason": reason} if reason.strip() else {})


def open_line(affected: Affected, office: str, officer: str, now: int, reason: str) -> Line:
    """The entry by which an office opens a review by itself."""
    rulings = list(affected.because)
    return _line("review", affected.dossier, officer, office, now, " ".join(rulings)) | {
        "rulings": rulings,
        "reason": reason,
    }


def outcome_line(address: str, outcome: str, office: str, officer: str, now: int, reason: str) -> Line:
    """The entry by which a review ends. QuestionError without reasons."""
    if outcome not in tuple(ReviewOutcome):
        raise QuestionError(f"{outcome!r} is no outcome of a review; there are {', '.join(ReviewOutcome)}")
    if not reason.strip():
        raise QuestionError("a review ends with reasons; say them in own words")
    line = _line("outcome", address, officer, office, now, str(now))
    return line | {"outcome": outcome, "reason": reason}


def tell_opened(
    connection: sa.Connection, catalogue: Catalogue, law_of: Callable[[str], CompiledLaw], position: int, now: int
) -> int:
    """Posts the notice of every review that an office opened by itself, each once; how many there are."""
    count = 0
    rulings = {one.id: one.norm for one in rulings_until(connection, position)}
    for one in reviews_opened(connection):
        norm = _norm_told(one, rulings, law_of)
        if norm is None:
            continue
        post(
            connection, catalogue,
            NoticeRequest(
                f"review.{one.id}", one.person, Audience.CONCERNED, Occasion.REVIEW, norm, {"person": one.person},
                legal_day(now), language_of(connection, one.person),
            ),
            now,
        )  # fmt: skip
        count += 1
    return count


def reversals(connection: sa.Connection) -> tuple[list[Reversals], list[Reversals]]:
    """By norm and by source, of all reviews that ended; the most reviewed first."""
    rows = [one for one in reviewed_dossiers(connection) if one.outcome is not None]
    return _counted(rows, lambda one: one.norms), _counted(rows, lambda one: one.sources)


def _counted(rows: Sequence[Reviewed], names: Callable[[Reviewed], Iterable[str]]) -> list[Reversals]:
    reviewed = Counter(name for one in rows for name in set(names(one)))
    turned = Counter(name for one in rows if one.outcome is not ReviewOutcome.UPHOLDS for name in set(names(one)))
    ordered = sorted(reviewed, key=lambda name: (-reviewed[name], name))
    return [Reversals(name, told(reviewed[name]), _told_within(turned[name], reviewed[name])) for name in ordered]


def _told_within(part: int, whole: int) -> int | None:
    """A part of a whole: not told either if what is left of the whole could not be."""
    return None if told(whole) is None or told(part) is None or told(whole - part) is None else part


def _affected(connection: sa.Connection, office: str, found: Iterable[tuple[str, tuple[str, ...]]]) -> list[Affected]:
    by_dossier = {one.dossier: one for one in reviewed_dossiers(connection) if one.office == office}
    return [
        Affected(dossier, because, by_dossier[dossier].told, set(because) <= by_dossier[dossier].opened_for)
        for dossier, because in found
        if dossier in by_dossier
    ]


def _norm_told(one: Opened, rulings: Mapping[str, str], law_of: Callable[[str], CompiledLaw]) -> str | None:
    """The first requirement of a dossier that rests on what proved wrong. rulings: the norm of each."""
    wrong = {rulings[id_] for id_ in one.because if id_ in rulings}
    sources = {fact["id"]: fact["source"] for fact in one.facts}
    try:
        law = law_of(one.law)
    except QuestionError:
        return None
    for finding in one.findings:
        by_source = any(sources.get(id_) in one.because for id_ in finding["facts"])
        if by_source or wrong & norms_behind(law, finding["norm"], one.day):
            return str(finding["norm"])
    return None


def _line(act: str, address: str, author: str, source: str, now: int, key: str) -> Line:
    name = hashlib.sha256(f"{act} {address} {key}".encode()).hexdigest()[:24].translate(_LETTERS)
    return {
        "type": "decision", "id": f"{act}-{name}", "act": act, "dossier": address, "author": author, "source": source,
        "stated_at": instant_from_microseconds(now).isoformat(),
    }  # fmt: skip


_LETTERS = str.maketrans("0123456789", "ghijklmnop")
