"""Before an application is decided: what is met, what is open and whose turn that is, and for how long the stay goes on.

For the person, and whoever acts for them. An application that is not filed yet is supposed, and kept nowhere. What is open is
asked of the offices that owe it, never of the person, unless only they can tell it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kyosei.access.requests import Request
from kyosei.decisions.assembling import Moment, application_in, assemble, evaluator_of
from kyosei.decisions.dossier import WITHOUT_A_STAY, AsOf
from kyosei.decisions.drafting import Office
from kyosei.decisions.shape import Day, Instant
from kyosei.decisions.shown import Meanwhile, Outlook
from kyosei.errors import QuestionError
from kyosei.facts.statements import Case, Statement
from kyosei.norms.procedures import Procedure, find_procedure
from kyosei.timelines.days import NEVER, legal_day
from kyosei.verdicts.check import examine, find_norm, judge
from kyosei.verdicts.evaluate import Loaded

__all__ = ["SUPPOSED", "Ahead", "look_ahead", "meanwhile_of", "outlook", "supposed_application"]

SUPPOSED: Final = "supposed-application"
_LAWFUL_STAY: Final = "jp.immigration.lawful-stay"


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a look ahead came to: the outlook, the reading that it rests on, the application, and the case with it."""

    outlook: Outlook
    as_of: AsOf
    filed: Statement
    case: Case


def outlook(
    office: Office, request: Request, procedure: str, application: str | None = None, day: int | None = None
) -> Outlook:
    """What an application of a procedure meets; one look. application: the one that is filed, None to suppose one on the day.

    QuestionError if there is no such procedure or application, or the purpose does not answer its requirements.
    """
    chosen = find_procedure(office.procedures, procedure)
    return look_ahead(office, request, chosen.id, chosen, application, day).outlook


def look_ahead(
    office: Office, request: Request, id_: str, chosen: Procedure | None, application: str | None = None,
    day: int | None = None, for_status: str | None = None,
) -> Ahead:  # fmt: skip
    """As `outlook`. chosen: the procedure of the id, None if its requirements are no norms yet: then only the stay is told.

    for_status: of a change that is supposed, the status that is asked for.
    """
    found = office.path.evaluate(request)
    if found.known is None:
        raise QuestionError("nothing is on record")
    requirements = () if chosen is None else chosen.requirements
    if found.norms is not None and not {*requirements, _LAWFUL_STAY} <= found.norms:
        raise QuestionError(f"the purpose does not answer what {id_} asks for; own.records does")
    on = legal_day(found.known) if day is None else day
    person = request.subject
    if application is None:
        filed = supposed_application(found.case, id_, person, on, found.known, for_status)
        case = replace(found.case, statements=(*found.case.statements, filed))
    else:
        case, filed = found.case, application_in(found.case, application)
    moment = Moment(found.known, found.position, on)
    prolongs = chosen is not None and chosen.special_period
    meanwhile = Meanwhile(prolongs=False)
    if id_ not in WITHOUT_A_STAY:
        meanwhile = meanwhile_of(office.loaded, case, prolongs, person, moment.known, on)
    as_of = AsOf(Instant(moment.known), moment.position, Day(on), office.loaded.law.version)
    if chosen is None:
        return Ahead(Outlook(id_, application, Day(on), (), (), (), (), meanwhile), as_of, filed, case)
    assembled = assemble(
        evaluator_of(office.loaded, chosen, case, person, moment), chosen, filed, moment, lambda same: ()
    )
    own = tuple(one for one in assembled.gaps if one.owner.startswith("person:"))
    found_out = Outlook(
        chosen.id, application, Day(on), assembled.findings, tuple(one for one in assembled.gaps if one not in own), own,
        tuple(one.id for one in assembled.findings if one.causes == ("judgement",)), meanwhile,
    )  # fmt: skip
    return Ahead(found_out, as_of, filed, case)


def supposed_application(
    case: Case, procedure: str, person: str, day: int, known: int, for_status: str | None
) -> Statement:  # fmt: skip
    """The application, as the office would record it on the day; a renewal asks for the status that is held."""
    held = _stay(case.statements, person, day)
    data = {"procedure": procedure} | ({} if for_status is None else {"for_status": for_status})
    if procedure == "renewal" and held is not None and "status" in held.data:
        data["for_status"] = str(held.data["status"])
    return Statement(
        SUPPOSED, "residence.application", "authority:isa", {"person": person}, day, day + 1, dict(data), known, known
    )


def _stay(statements: Sequence[Statement], person: str, day: int) -> Statement | None:
    held = [
        one for one in statements
        if one.kind == "residence.status" and one.about.get("person") == person and one.from_day <= day < one.until_day
    ]  # fmt: skip
    return held[-1] if held else None


def meanwhile_of(
    loaded: Loaded, case: Case, prolongs: bool, person: str, known: int, day: int | None = None
) -> Meanwhile:
    """The stay on a day (default: that of the instant) by what a case shows. prolongs: as of the procedure."""
    on = legal_day(known) if day is None else day
    stay = _stay(case.statements, person, on)
    ends = None if stay is None or stay.until_day >= NEVER else Day(stay.until_day)
    norm = find_norm(loaded, _LAWFUL_STAY)
    until: Day | None = None
    if person in case.parties:
        (examined,) = examine(loaded, case, known, [person])
        verdict = judge(examined, norm, 0, on)
        if verdict.state == "met" and verdict.next is not None:
            until = Day(verdict.next.on_day)
    return Meanwhile(prolongs, ends, until)
