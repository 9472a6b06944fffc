"""Seals a dossier: its entry, which the officer signs, after every check and after the records were read again.

Following what the verdicts come to and departing from it take the same steps. The entry is one, with the dossier in it, so that
whatever interrupts the sealing, it is sealed whole or not at all; the journal refuses a notice before that, and of a refusal
before a second officer has concurred (`kyosei.journal.references`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kyosei.access.requests import Request
from kyosei.decisions.checks.examining import Examining
from kyosei.decisions.checks.listed import checked, stops_sealing
from kyosei.decisions.document import address_of, document_of
from kyosei.decisions.dossier import Checked, Dossier, Result
from kyosei.decisions.drafting import Office, Read, look_again
from kyosei.decisions.sealed import neighbours_of
from kyosei.decisions.shape import written
from kyosei.errors import QuestionError
from kyosei.timelines.days import instant_from_microseconds

__all__ = ["Examined", "Line", "act_line", "examine_dossier", "seal_line", "unwritten_in"]

Line = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Examined:
    """A dossier with what the checks came to. stopped: those for which it is not sealed."""

    dossier: Dossier
    stopped: tuple[Checked, ...]


def examine_dossier(office: Office, request: Request, dossier: Dossier, now: int) -> Examined:
    """Reads the records again and runs every check. now: microseconds.

    QuestionError if what is assembled is not what the journal gives at the dossier's instant and position.
    """
    read = look_again(office, request, dossier.assembled)
    if place := _first_difference(read, dossier):
        raise QuestionError(
            f"{place} is not what the journal and the law give as of this dossier; only `opinion` is for the officer to write:"
            " draft it again and take the opinion over"
        )
    with office.engine.connect() as connection:
        near = neighbours_of(connection, dossier.opinion.authority.office, dossier.assembled.application.id)
    found = checked(Examining(dossier, read.procedure, now, read.evaluator, near))
    return Examined(replace(dossier, checks=found), stops_sealing(found, adverse=dossier.is_adverse))


def seal_line(examined: Examined, now: int) -> Line:
    """The entry that seals a dossier, for its officer to sign. QuestionError if it is not written yet, or a check stops it."""
    if unwritten := unwritten_in(examined.dossier):
        raise QuestionError(f"the dossier is not written yet: {', '.join(unwritten)}")
    if examined.stopped:
        said = "; ".join(f"{one.check}: {one.came_to.value} ({', '.join(one.items)})" for one in examined.stopped)
        raise QuestionError(f"a refusal is sealed when every check passes; {said}")
    dossier = examined.dossier
    address = address_of(dossier)
    filed = dossier.assembled.application
    return {
        "type": "decision", "id": f"decision-{address}", "act": "seal", "dossier": address, "person": filed.person,
        "application": filed.id, "document": document_of(dossier), **_signed(dossier, now),
    }  # fmt: skip


def act_line(
    act: str, address: str, author: str, office: str, now: int, *, reason: str = "", language: str = ""
) -> Line:
    """The entry of what is done about a sealed dossier: concur, return, notify or supplement."""
    line: dict[str, object] = {
        "type": "decision", "id": f"decision-{act}-{address}-{now}", "act": act, "dossier": address, "author": author,
        "source": office, "stated_at": _text(now),
    }  # fmt: skip
    return line | ({"reason": reason} if reason else {}) | ({"language": language} if language else {})


def unwritten_in(dossier: Dossier) -> list[str]:
    """What every dossier needs of its officer, whatever the outcome."""
    opinion = dossier.opinion
    granted, outcome = opinion.outcome.result is Result.GRANTED, opinion.outcome
    says = (outcome.status and outcome.period) if dossier.assembled.application.grants_a_stay else outcome.conditions
    lacks = {
        "opinion.reasons": not any(one.text.strip() for one in opinion.reasons),
        "opinion.on_verdicts": not opinion.on_verdicts.strip(),
        "opinion.outcome": granted and not says,
    }
    return [name for name, lacking in lacks.items() if lacking]


def _signed(dossier: Dossier, now: int) -> Line:
    authority = dossier.opinion.authority
    return {"author": authority.officer, "source": authority.office, "stated_at": _text(now)}


def _text(microseconds: int) -> str:
    return instant_from_microseconds(microseconds).isoformat()


def _first_difference(read: Read, dossier: Dossier) -> str | None:
    """Where the assembled part of a dossier first differs from what is assembled now."""
    if read.assembled == dossier.assembled:
        return None
    now, then = written(read.assembled), written(dossier.assembled)
    return next((f"assembled.{name}" for name in sorted({*now, *then}) if now.get(name) != then.get(name)), "assembled")
