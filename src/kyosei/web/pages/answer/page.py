"""Answering a question that this institution owes an answer to: we have it, we have searched and there is none, we cannot answer.

Each step is a form that carries the answers so far; nothing is kept before it is sent. What is sent is an entry of the journal,
signed for the institution where the portal holds its key (in a trial), else by the institution itself and brought here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from kyosei.cases.case import CaseState, Sort
from kyosei.cases.cures import JUDGEMENT
from kyosei.cases.words import STATES
from kyosei.errors import CaseFileError
from kyosei.facts.kinds import Kind
from kyosei.facts.vocabulary import kind_named
from kyosei.journal.entered import Entered, entered_by
from kyosei.journal.entry_lines import parsed_line, read_entry
from kyosei.journal.envelope import canonical
from kyosei.terms.text import Text
from kyosei.timelines.days import date_from_day, instant_from_microseconds
from kyosei.verdicts.names import listed_said
from kyosei.web.deciding.asking import Inquiry, inquiry_of
from kyosei.web.institution.forms import Asked, Input, asked_of, read_day_written, written_in
from kyosei.web.institution.looking import Document, case_looked_at, organisation_of, own_case
from kyosei.web.institution.sending import Line, id_of, may_sign, sent
from kyosei.web.pages.page import ORGANISATIONS, Page
from kyosei.web.parties import called
from kyosei.web.security.sessions import is_token, new_token
from kyosei.web.visit import Given, Go, NotHere, Shown, Visit

__all__ = ["ANSWER", "SORTS"]

SORTS: Final = ("have", "none", "cannot")
"""The record is there; it was searched for and is not there, so many being held in all; it cannot be answered."""
_REASON_LETTERS_MOST: Final = 1_000
_NOT_CARRIED: Final = ("form_token", "step", "do", "signed")

Errors = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """step: sort, answer, check, or closed where nothing can be answered here. about: None: no purpose lets them see whom.
    from_day, last_day: for which days it is asked (ISO; the second is outside, empty: no end). errors: by the name of the input.
    said: what is to be sent, in words; line: the same as it would be signed. signs: whether the portal may sign it. carried: what
    the form carries along. judged: whether an official has to find it.
    one_day: whether it is asked for the first day alone. words, asker: of an inquiry of another office about an application, what
    it asks; "" of other questions. sorts: the answers that there are.
    """

    id: str
    kind: str
    norms: Sequence[str]
    about: Sequence[tuple[str, str]] | None
    from_day: str
    last_day: str
    state: Text
    step: str
    sort: str = ""
    asked: Sequence[Asked] = ()
    form: Mapping[str, str] = field(default_factory=dict)
    errors: Errors = ()
    refusal: str = ""
    said: Sequence[tuple[Text, str]] = ()
    line: str = ""
    signs: bool = False
    carried: Sequence[tuple[str, str]] = ()
    judged: bool = False
    one_day: bool = False
    words: str = ""
    asker: str = ""
    sorts: Sequence[str] = SORTS
    receipt: Entered | None = None


@dataclass(frozen=True, slots=True)
class _Question:
    """A question as it may be seen; looked_at: None: no purpose lets its owner see whom it is about."""

    visit: Visit
    document: Document
    looked_at: Document | None
    inquiry: Inquiry | None = None

    @property
    def about(self) -> dict[str, str]:
        """The parties of the record that is asked for."""
        known = {role.name for role in self.kind.facts.roles}
        return {role: id_ for role, id_ in self.document["need"]["about"].items() if role in known}

    @property
    def kind(self) -> type[Kind]:
        """Of what is asked."""
        return kind_named(self.document["need"]["kind"])

    @property
    def can_be_answered(self) -> bool:
        over = CaseState(self.document["state"]).is_over
        return self.looked_at is not None and not over and not self.judged and self.visit.portal.intake is not None

    @property
    def sorts(self) -> Sequence[str]:
        """That it cannot be answered is an act about a case, which an inquiry is not."""
        return SORTS if self.inquiry is None else SORTS[:2]

    @property
    def judged(self) -> bool:
        """Whether an official has to find it, by a key of their own."""
        return bool(self.document["need"]["kind"] == JUDGEMENT)

    def shown(self, step: str, **more: object) -> Shown:
        """The page at a step."""
        visit, document, need = self.visit, self.document, self.document["need"]
        about = None
        if self.looked_at is not None:
            others = {role: id_ for role, id_ in need["about"].items() if id_ != document["owner"]}
            with visit.portal.engine.connect() as connection:
                names = called(connection, others.values(), visit.language)
            about = [(role, f"{names[id_]} ({id_})") for role, id_ in others.items()]
        return Shown(
            AnswerShown(
                document["id"], need["kind"], document["norms"], about, need["from"], need["until"] or "",
                STATES[CaseState(document["shown_state"])], step if self.can_be_answered else "closed",
                judged=self.judged, one_day=_is_one_day(need), words="" if self.inquiry is None else self.inquiry.words,
                asker="" if self.inquiry is None else self.inquiry.asker, sorts=self.sorts, **more,  # type: ignore[arg-type]  # the fields of the page, by their names
            )
        )  # fmt: skip


def _is_one_day(need: Document) -> bool:
    first, until = read_day_written(need["from"] or ""), read_day_written(need["until"] or "")
    return first is not None and until == first + timedelta(days=1)


def _question(visit: Visit) -> _Question | None:
    id_ = visit.arguments["case"]
    if id_.startswith("inquiry-"):
        return _inquired(visit, id_)
    document = own_case(visit, id_)
    if document is None or document["sort"] != Sort.QUESTION or document["need"] is None:
        return None
    return _Question(visit, document, case_looked_at(visit, document))


def _inquired(visit: Visit, id_: str) -> _Question | None:
    """What another office asks about an applicant, as a question without a case behind it."""
    inquiry = inquiry_of(visit, id_)
    if inquiry is None or not inquiry.person:
        return None
    need = {"kind": inquiry.kind, "about": {"person": inquiry.person}, "from": "", "until": None}
    state = CaseState.OPEN.value
    document = {
        "id": id_,
        "need": need,
        "norms": [],
        "owner": organisation_of(visit),
        "state": state,
        "shown_state": state,
    }
    return _Question(visit, document, document, inquiry)


def _show(visit: Visit) -> Shown | NotHere:
    question = _question(visit)
    if question is None:
        return NotHere()
    return question.shown("sort", receipt=_receipt(visit), carried=(("key", new_token()),))


def _take(visit: Visit) -> Shown | Go | Given | NotHere:
    question = _question(visit)
    form = visit.form
    if question is None or not question.can_be_answered or not is_token(form.get("key", "")):
        return NotHere()
    sort = form.get("sort", "")
    if sort not in question.sorts:
        return question.shown("sort", errors=[("sort", "missing")], carried=(("key", form["key"]),))
    step = form.get("step", "")
    if step not in ("answer", "check"):
        return _asking(question, sort, _proposed(question, sort) | dict(form), ())
    line, errors = _drafted(question, sort)
    if line is None:
        return _asking(question, sort, form, errors)
    if step == "answer":
        return _checking(question, sort, line)
    if form.get("do") == "download":
        return Given(json.dumps(line, ensure_ascii=False).encode() + b"\n", "application/json", "line.json")
    return _send(question, sort, line)


# Steps ----------------------------------------------------------------------------------------------------------------


def _asking(question: _Question, sort: str, form: Mapping[str, str], errors: Errors) -> Shown:
    asked = _asked(question, sort)
    refusal = next((said for name, said in errors if not name), "")
    carried = (("key", form["key"]), ("sort", sort))
    return question.shown("answer", sort=sort, asked=asked, form=form, refusal=refusal, carried=carried,
                          errors=[one for one in errors if one[0]])  # fmt: skip


def _checking(question: _Question, sort: str, line: Line, refusal: str = "") -> Shown:
    form, signs = question.visit.form, may_sign(question.visit)
    return question.shown(
        "check", sort=sort, said=_said(question, sort), line=json.dumps(line, ensure_ascii=False, indent=1), signs=signs,
        carried=[(name, value) for name, value in form.items() if name not in _NOT_CARRIED], refusal=refusal,
    )  # fmt: skip


def _send(question: _Question, sort: str, line: Line) -> Shown | Go:
    refusal = sent(question.visit, [line])
    if refusal is not None:
        return _checking(question, sort, line, refusal)
    if question.inquiry is not None:
        return Go("/owed")
    return Go(f"/owed/{question.document['id']}?sent={line['id']}")


def _receipt(visit: Visit) -> Entered | None:
    with visit.portal.engine.connect() as connection:
        return entered_by(connection, organisation_of(visit), visit.query.get("sent", ""))


# What is asked and said -----------------------------------------------------------------------------------------------


_LAST: Final = Text("調べた最後の日", "しらべた さいごの 日", "Last day searched")
_FIRST: Final = Text("調べた最初の日", "しらべた はじめの 日", "First day searched")
_COUNT: Final = Text(
    "この期間のこの種類の記録の件数（なければ0）", "この 期間の 記録の 数（ないときは 0）",
    "How many such records you hold for these days in all (0: none)",
)  # fmt: skip
_REASON: Final = Text("答えられない理由", "答える ことが できない りゆう", "Why you cannot answer")


def _asked(question: _Question, sort: str) -> list[Asked]:
    match sort:
        case "have":
            return asked_of(question.kind, question.about)
        case "none":
            return [
                Asked("from", _FIRST, Input.DAY, needed=True), Asked("last", _LAST, Input.DAY, needed=True),
                Asked("count", _COUNT, Input.WHOLE, needed=True),
            ]  # fmt: skip
        case _:
            return [Asked("reason", _REASON, Input.TEXT, needed=True)]


def _proposed(question: _Question, sort: str) -> dict[str, str]:
    """The days for which it is asked, up to today: whoever answers changes them."""
    if sort != "none":
        return {}
    need, today = question.document["need"], date_from_day(question.visit.today)
    until = read_day_written(need["until"] or "")
    last = today if until is None else min(until - timedelta(days=1), today)
    return {"from": need["from"] or "", "last": last.isoformat()}


def _drafted(question: _Question, sort: str) -> tuple[Line | None, Errors]:
    """The entry that would be signed; or what is wrong, by the name of the input."""
    visit, form = question.visit, question.visit.form
    institution, case = organisation_of(visit), question.document["id"]
    line: Line = {"id": id_of("answer", institution, case, form["key"]), "source": institution,
                  "stated_at": instant_from_microseconds(visit.now).isoformat()}  # fmt: skip
    errors: dict[str, str] = {}
    match sort:
        case "have":
            written = written_in(question.kind, question.about, form)
            errors = dict(written.errors)
            line |= {"type": "statement", "kind": question.document["need"]["kind"], "about": dict(written.about),
                     **written.when, "data": dict(written.data)}  # fmt: skip
        case "none":
            line |= {"type": "coverage", "kind": question.document["need"]["kind"], "about": question.about}
            line |= _searched(question, errors)
        case _:
            reason = " ".join(form.get("reason", "").split())[:_REASON_LETTERS_MOST]
            if not reason:
                errors["reason"] = "missing"
            line |= {"type": "case_act", "case": case, "act": "answer", "reason": reason}
    if errors:
        return None, list(errors.items())
    try:
        read_entry(parsed_line(canonical(line)))
    except CaseFileError as error:
        return None, [("", str(error))]
    return line, ()


def _searched(question: _Question, errors: dict[str, str]) -> Line:
    """Which days were searched, and how many records are held: counted, so that what is missing shows."""
    form = question.visit.form
    found = {}
    for name in ("from", "last"):
        written = form.get(name, "").strip()
        found[name] = read_day_written(written)
        if found[name] is None:
            errors[name] = Input.DAY if written else "missing"
    first, last = found["from"], found["last"]
    if last is not None and last > date_from_day(question.visit.today):
        errors["last"] = "future"
    elif first is not None and last is not None and last < first:
        errors["last"] = "order"
    written = form.get("count", "").strip()
    if not (written.isdecimal() and len(written) <= 9):
        errors["count"] = Input.WHOLE if written else "missing"
    if errors or first is None or last is None:
        return {}
    return {"from": first.isoformat(), "until": (last + timedelta(days=1)).isoformat(), "count": int(written)}


def _said(question: _Question, sort: str) -> list[tuple[Text, str]]:
    """What the form says, each input that says something."""
    form, found = question.visit.form, list[tuple[Text, str]]()
    language = question.visit.language
    for asked in _asked(question, sort):
        match asked.input:
            case Input.SEVERAL | Input.AMOUNTS:
                said = [
                    option.said_in(language) if asked.input is Input.SEVERAL or slug == "none"
                    else f"{option.said_in(language)} {written}"
                    for slug, option in asked.options
                    if (written := form.get(f"{asked.name}.{slug}", "").strip())
                ]  # fmt: skip
                value = listed_said(said, language)
            case Input.CHOICE:
                value = next((one.said_in(language) for slug, one in asked.options if slug == form.get(asked.name)), "")
            case _:
                value = form.get(asked.name, "").strip()
        if value:
            found.append((asked.title, value))
    return found


ANSWER: Final = Page("answer", "/owed/{case}", ORGANISATIONS, AnswerShown, _show, _take)
