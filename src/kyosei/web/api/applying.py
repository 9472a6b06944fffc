"""Applying over the API: what would be filed, filing it, and what the person does about it since, under their own session.

What a person does is entered as their word, so no program does it for them. What an office does about an application is an entry
that it signs (`POST /entries`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Final, Literal

from fastapi import Depends, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kyosei.applications.acting import Line, Prepared, add_line, answer_line, file_line, prepare, withdraw_line
from kyosei.applications.application import Application, applications_of
from kyosei.applications.documents import application_document
from kyosei.applications.filing import Attached, document_of
from kyosei.errors import EntryRefusedError, QuestionError
from kyosei.verdicts.schemas import Schema
from kyosei.web.api.answers import answered
from kyosei.web.api.callers import caller_of, portal_of
from kyosei.web.api.problems import Problem, ProblemError
from kyosei.web.languages import COMPLETE
from kyosei.web.own.applying import WORDS_MOST, enter_once, filed, office_of
from kyosei.web.own.family import wards_of
from kyosei.web.own.mandated import APPLYING, may
from kyosei.web.visit import Visit
from kyosei.web.visitor import Visitor

__all__ = ["ActAsked", "FilingAsked", "applying_schemas", "do_about_application", "file_application", "read_outlook"]

_ID_MAX: Final = 200
_FAMILY_MAX: Final = 12

Caller = Annotated[Visitor, Depends(caller_of)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=_ID_MAX)]
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16,100}$")]
Words = Annotated[str, StringConstraints(max_length=WORDS_MOST)]
Language = Literal["ja", "ja-easy", "en"]


class FilingAsked(BaseModel):
    """agree: the person agrees that the office reads what the outlook names; language: in which they were shown it. key: makes it
    one application, however often it is sent. family: those whose guardian they are, who apply together with them, all or none.
    """

    model_config = ConfigDict(extra="forbid")

    procedure: Id
    for_status: Id | None = None
    agree: Literal[True]
    language: Language
    words: Words = ""
    family: Annotated[list[Id], Field(max_length=_FAMILY_MAX)] = []
    key: Key


class FileNamed(BaseModel):
    """A file that the person keeps, by its fingerprint."""

    model_config = ConfigDict(extra="forbid")

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    bytes: Annotated[int, Field(ge=1, le=1 << 40)]
    name: Id
    media_type: Annotated[str, StringConstraints(pattern=r"^[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}$")]
    translation: bool = False


class ActAsked(BaseModel):
    """request: of an answer, the id of what the office asked. file: with an addition or an answer. key: as in a filing."""

    model_config = ConfigDict(extra="forbid")

    act: Literal["add", "answer", "withdraw"]
    words: Words = ""
    request: Id | None = None
    file: FileNamed | None = None
    key: Key


def read_outlook(
    request: Request, caller: Caller, person: str,
    procedure: Annotated[str, Query(max_length=_ID_MAX, description="Such as renewal.")],
    for_status: Annotated[str | None, Query(max_length=_ID_MAX, description="Of a change or an acquisition.")] = None,
    language: Annotated[Language, Query(description="In which the person reads it.")] = "en",
) -> Response:  # fmt: skip
    """What would be filed: what is met and open, whose turn it is, and to what the person would agree. Nothing is kept."""
    visit = _visit(request, caller, person, language)
    return answered(request, _prepared_document(_prepared(visit, caller, procedure, for_status)))


def file_application(request: Request, caller: Caller, person: str, asked: FilingAsked) -> Response:
    """Files it, and those of the family with it, all or none; the person's own is answered."""
    visit = _visit(request, caller, person, asked.language)
    wards = {one.person: one.visitor for one in wards_of(visit)} if asked.family else {}
    if strange := set(asked.family) - set(wards):
        raise QuestionError(f"nobody may apply here as the guardian of {min(strange)}")
    visitors = (caller, *(wards[one] for one in dict.fromkeys(asked.family)))
    prepared = [_prepared(visit, one, asked.procedure, asked.for_status) for one in visitors]
    words = _plain(asked.words)
    same = file_line(replace(prepared[0], pending=None), caller.actor, visit.now, asked.key, words)
    if prepared[0].pending != same["id"]:
        try:
            filed(visit, prepared, asked.key, words)
        except EntryRefusedError as error:
            raise QuestionError(error.message) from error
    return _answer(application_document(_found(visit, str(same["id"]))))


def do_about_application(
    request: Request, caller: Caller, person: str, application: str, asked: ActAsked
) -> Response:  # fmt: skip
    """Adds to it, answers what the office asked, or takes it back; the application as it stands then."""
    visit = _visit(request, caller, person, "en")
    found = _found(visit, application)
    if not may(visit, APPLYING):
        raise QuestionError("the mandate does not say that its holder may apply; the person can add that to it")
    try:
        enter_once(visit, _line(found, caller.actor, visit.now, asked))
    except EntryRefusedError as error:
        raise QuestionError(error.message) from error
    return _answer(application_document(_found(visit, application)))


def _line(found: Application, by: str, now: int, asked: ActAsked) -> Line:
    words = _plain(asked.words)
    file = None if asked.file is None else Attached(**asked.file.model_dump())
    match asked.act:
        case "add":
            return add_line(found, by, now, asked.key, words, file)
        case "answer":
            return answer_line(found, asked.request or "", by, now, asked.key, words, file)
        case "withdraw":
            return withdraw_line(found, by, now, words)


def _visit(request: Request, caller: Visitor, person: str, language: Language) -> Visit:
    """Of the person themself, or of who acts for them and proved who they are lately; of no program, and of no page elsewhere."""
    portal = portal_of(request)
    now = portal.clock()
    visit = Visit(portal, caller, COMPLETE[language], now, request.url.path, {}, {}, {}, "")
    elsewhere = request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")
    if caller.person is None or caller.person != person or elsewhere:
        raise ProblemError(Problem.ACCESS_REFUSED, "the person applies under their own session, or who acts for them")
    if caller.acts_for is not None and not visit.is_proven_lately:
        raise ProblemError(Problem.ACCESS_REFUSED, "sign in again; who acts for somebody has to have done so lately")
    if portal.entering is None:
        raise ProblemError(Problem.NOT_READY, "this portal takes no applications")
    return visit


def _prepared(visit: Visit, visitor: Visitor, procedure: str, for_status: str | None) -> Prepared:
    own = visitor.own_request(known=visit.now)
    return prepare(office_of(visit), own, procedure, language=visit.language, for_status=for_status)


def _found(visit: Visit, application: str) -> Application:
    found = applications_of(visit.portal.path, visit.signed_in.own_request())
    one = next((one for one in found if one.id == application), None)
    if one is None:
        raise ProblemError(Problem.NOT_FOUND, "there is no such application")
    return one


def _plain(words: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())


def _prepared_document(prepared: Prepared) -> dict[str, object]:
    return {"person": prepared.person, "office": prepared.office, "pending": prepared.pending,
            "filing": document_of(prepared.filing)}  # fmt: skip


def _answer(document: dict[str, object]) -> Response:
    return JSONResponse(document, headers={"cache-control": "no-store"})


def applying_schemas() -> dict[str, Schema]:
    """What is answered."""
    text, nothing = {"type": "string"}, {"type": ["string", "null"]}
    anything: Schema = {"type": "object"}
    listed: Schema = {"type": "array", "items": anything}
    outlook: Schema = {"person": text, "office": text, "pending": nothing, "filing": anything}
    application: Schema = {
        "id": text, "person": text, "office": text, "by": text, "stage": text, "statement": nothing, "filing": anything,
        "done": listed, "turns": listed, "dossier": nothing,
    }  # fmt: skip
    return {
        name: {"type": "object", "properties": properties, "required": [*properties]}
        for name, properties in (("application-outlook", outlook), ("application-shown", application))
    }
