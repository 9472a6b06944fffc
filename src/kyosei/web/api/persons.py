"""What the API answers about a person: verdicts, proofs, records and who looked, each by one look at the read path."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.responses import Response

from kyosei.access.answers import Evaluable
from kyosei.access.documents import disclosure_document, usages_document
from kyosei.access.requests import Role
from kyosei.applications.application import applications_of
from kyosei.applications.documents import application_document
from kyosei.errors import QuestionError
from kyosei.timelines.days import legal_day
from kyosei.verdicts.check import check, examine, find_norm
from kyosei.verdicts.diff import iso_instant, verdict_changes
from kyosei.verdicts.explain import explain
from kyosei.verdicts.schemas import Schema, output_schemas
from kyosei.verdicts.verdict import iso
from kyosei.verdicts.written import read_instant
from kyosei.watch.told import changes_told
from kyosei.web.api.answers import LIMIT_MAX, answered, next_query, page_of
from kyosei.web.api.asking import Asking, day_asked
from kyosei.web.api.callers import caller_of, portal_of
from kyosei.web.api.problems import Problem, ProblemError
from kyosei.web.languages import language_named
from kyosei.web.visitor import Visitor

__all__ = [
    "changes_schema",
    "difference_schema",
    "read_accesses",
    "read_applications",
    "read_changes",
    "read_difference",
    "read_proof",
    "read_records",
    "read_verdicts",
]

Caller = Annotated[Visitor, Depends(caller_of)]
OnDay = Annotated[str | None, Query(max_length=10, description="The day asked about; default: today in Japan.")]
Norms = Annotated[list[str] | None, Query(max_length=100, description="Only these norms.")]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]
Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX)]


def read_verdicts(
    request: Request, caller: Caller, person: str, asking: Asking, on: OnDay = None, norm: Norms = None,
    offset: Offset = 0, limit: Limit = LIMIT_MAX,
) -> Response:  # fmt: skip
    """The verdicts about a person on a day, as `kyosei check` has them; only of norms that the purpose answers."""
    portal = portal_of(request)
    day = day_asked(on, legal_day(portal.clock()))
    for wanted in norm or ():
        find_norm(portal.loaded, wanted)
    shown = portal.path.evaluate(asking.request(caller, person, portal.clock()))
    verdicts = () if person not in shown.case.parties else check(
        portal.loaded, shown.case, on=day, known=shown.known, norms=norm or (), subjects=[person]
    )  # fmt: skip
    found = [one for one in verdicts if shown.norms is None or one.norm in shown.norms]
    document = _answer(shown, day, portal.loaded.law.version)
    document |= page_of(request, len(found), offset, limit, known=_said(shown.known), on=iso(day))
    return answered(request, document | {"verdicts": [one.to_json() for one in found[offset : offset + limit]]})


def read_proof(
    request: Request, caller: Caller, person: str, norm: str, asking: Asking, on: OnDay = None,
    instance: Annotated[int, Query(ge=0, le=100_000, description="Which of several, in the order of the verdicts.")] = 0,
    language: Annotated[str, Query(max_length=7, description="ja, ja-easy or en.")] = "en",
) -> Response:  # fmt: skip
    """Why a norm answers as it does, as `kyosei explain` has it."""
    portal = portal_of(request)
    day, wanted = day_asked(on, legal_day(portal.clock())), find_norm(portal.loaded, norm)
    spoken = language_named(language)
    if spoken is None:
        raise QuestionError(f"language {language!r} is not spoken here; there are ja, ja-easy, en")
    shown = portal.path.evaluate(asking.request(caller, person, portal.clock()))
    if shown.norms is not None and norm not in shown.norms:
        raise QuestionError(f"{norm} is none of the norms of this purpose; it answers {', '.join(sorted(shown.norms))}")
    found = () if person not in shown.case.parties else examine(portal.loaded, shown.case, shown.known or 0, [person])
    examined = next(iter(found), None)
    if examined is None or instance >= examined.instances(wanted):
        raise ProblemError(Problem.NOT_FOUND, "this norm has no such instance about this person")
    proof = explain(examined, wanted, instance, day).to_json(spoken)
    return answered(request, _answer(shown, day, portal.loaded.law.version) | proof)


def read_records(
    request: Request, caller: Caller, person: str, asking: Asking, offset: Offset = 0, limit: Limit = LIMIT_MAX
) -> Response:
    """What the purpose may read of the person's records, as lines of a case file."""
    shown = portal_of(request).path.read(asking.request(caller, person))
    document = disclosure_document(person, shown)
    lines = document["lines"]
    assert isinstance(lines, list)
    document["lines"] = lines[offset : offset + limit]
    return answered(request, document | page_of(request, len(lines), offset, limit, known=_said(shown.known)))


def read_applications(
    request: Request, caller: Caller, person: str, asking: Asking, offset: Offset = 0, limit: Limit = LIMIT_MAX
) -> Response:
    """The person's applications, the newest first, as `kyosei applications list` has them; to an office those filed there."""
    portal = portal_of(request)
    asked = asking.request(caller, person, portal.clock())
    found = applications_of(portal.path, asked)
    shown = [application_document(one) for one in found[offset : offset + limit]]
    page = page_of(request, len(found), offset, limit, known=_said(asked.known))
    return answered(request, {"applications": shown} | page)


def read_accesses(
    request: Request, caller: Caller, person: str, asking: Asking, offset: Offset = 0, limit: Limit = LIMIT_MAX
) -> Response:
    """Who has looked at the person's records, the newest first, in the shape of `findUsage`; for the person themself.

    known: only looks until then, so that the pages of a list go on where they ended, though each is a look.
    """
    found = portal_of(request).path.read_accesses(asking.request(caller, person), offset, limit)
    until = _said(found.period.until_instant)
    return answered(request, usages_document(found) | page_of(request, found.total, offset, limit, known=until))


def read_changes(
    request: Request, caller: Caller, person: str, asking: Asking, offset: Offset = 0, limit: Limit = LIMIT_MAX,
    after: Annotated[str | None, Query(max_length=200, description="The id of a change.")] = None,
) -> Response:  # fmt: skip
    """What the watch told about the person: each change of a verdict, the newest first; for the person themself.

    after: those told after this one, the oldest first, to be asked for again and again with the last one that was read.
    """
    portal = portal_of(request)
    shown = portal.path.evaluate(asking.request(caller, person, portal.clock()))
    if shown.norms is not None or caller.role is not Role.PERSON:
        raise ProblemError(
            Problem.ACCESS_REFUSED, "what the watch told is for the person; ask for the verdicts of your purpose"
        )
    with portal.engine.connect() as connection:
        changes, total = changes_told(connection, person, offset, limit, after)
    page = page_of(request, total, offset, limit)
    if after is not None and page["next"] is not None:
        page["next"] = next_query(request, after=changes[-1]["id"], offset=None)
    return answered(request, {"changes": changes, **page, "entry": shown.number})


def read_difference(
    request: Request, caller: Caller, person: str, asking: Asking,
    since: Annotated[str, Query(max_length=40, description="As known at this instant, such as `known` of an answer before.")],
    on: OnDay = None,
) -> Response:  # fmt: skip
    """Which verdicts about a person on a day are others than they were as known at an instant, as `kyosei diff` has them; only of
    norms that the purpose answers. One look.
    """
    portal = portal_of(request)
    before, day = read_instant(since, "since"), day_asked(on, legal_day(portal.clock()))
    shown = portal.path.evaluate(asking.request(caller, person, portal.clock()))
    norms = sorted(shown.norms or ())
    found = [
        one for one in verdict_changes(portal.loaded, shown.case, on=day, known_a=before, known_b=shown.known, subjects=[person])
        if not norms or one.norm in norms
    ] if person in shown.case.parties and shown.known is not None else []  # fmt: skip
    changed = {"since": iso_instant(before), "verdicts": [one.to_json() for one in found]}
    return answered(request, _answer(shown, day, portal.loaded.law.version) | changed)


def difference_schema() -> Schema:
    """What is answered about a difference: its verdicts are those of the schema `diff`."""
    text: Schema = {"type": "string"}
    diff = output_schemas()["diff"]
    verdicts = diff["properties"]["verdicts"]
    properties: Schema = {
        "on": text, "known": {"type": ["string", "null"]}, "law": text, "position": {"type": "integer"},
        "entry": {"type": "integer"}, "since": text, "verdicts": verdicts,
    }  # fmt: skip
    return {
        **diff,
        "$id": "urn:kyosei:schema:difference",
        "title": "Which verdicts are others since",
        "properties": properties,
        "required": [*properties],
    }


def changes_schema() -> Schema:
    """What is answered about changes."""
    text: Schema = {"type": "string"}
    text_or_none: Schema = {"type": ["string", "null"]}
    whole: Schema = {"type": "integer"}
    each = {
        "id": text, "norm": text, "about": {"type": "object", "additionalProperties": text}, "sort": text, "before": text,
        "state": text, "causes": {"type": "array", "items": text}, "due": text_or_none, "on": text_or_none,
        "corrected": {"type": ["array", "null"], "items": text_or_none}, "position": whole, "law": text,
    }  # fmt: skip
    found = {"type": "array", "items": {"type": "object", "properties": each, "required": [*each]}}
    properties: Schema = {
        "changes": found, "total": whole, "offset": whole, "next_offset": {"type": ["integer", "null"]},
        "next": text_or_none, "entry": whole,
    }  # fmt: skip
    return {"type": "object", "properties": properties, "required": [*properties]}


def _said(known: int | None) -> str | None:
    return None if known is None else iso_instant(known)


def _answer(shown: Evaluable, day: int, law: str) -> dict[str, object]:
    known = None if shown.known is None else iso_instant(shown.known)
    return {"on": iso(day), "known": known, "law": law, "position": shown.position, "entry": shown.number}
