"""How an act on an application is written as an entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from kyosei.errors import LineFault
from kyosei.facts.case_file import Line
from kyosei.facts.case_file.shown import nearest, shown
from kyosei.facts.case_file.statements import KIND_BY_NAME
from kyosei.facts.case_file.values import day, identifier, instants, party, required, text
from kyosei.facts.kinds import TheParty
from kyosei.journal.decision_lines import check_held
from kyosei.journal.entries import ApplicationAct, ApplicationActKind
from kyosei.timelines.days import legal_day

__all__ = ["check_asked", "read_application"]

_KEYS: Final[Mapping[ApplicationActKind, tuple[frozenset[str], frozenset[str]]]] = {
    kind: (frozenset(needed), frozenset(possible))
    for kind, needed, possible in (
        (ApplicationActKind.FILE, ("person", "office", "document"), ("words",)),
        (ApplicationActKind.RECEIVE, ("application", "target"), ()),
        (ApplicationActKind.ADD, ("application",), ("words", "document")),
        (ApplicationActKind.WITHDRAW, ("application",), ("words",)),
        (ApplicationActKind.REQUEST, ("application", "words", "document", "due"), ()),
        (ApplicationActKind.ANSWER, ("application", "target"), ("words", "document")),
        (ApplicationActKind.INQUIRE, ("application", "office", "words", "document"), ()),
    )
}
"""Of each act the keys that it needs, and those that it may have beside them."""
_OF_SOME: Final = ("application", "person", "office", "words", "document", "target", "due")
_SAYS_SOMETHING: Final = (ApplicationActKind.ADD, ApplicationActKind.ANSWER)


def read_application(line: Line) -> ApplicationAct:
    """The act that a line states. CaseFileError if it is none that may be."""
    written = identifier(line, "act")
    if written not in tuple(ApplicationActKind):
        raise line.refusal(f"unknown act {shown(written)}; {nearest(written, ApplicationActKind)}")
    act, has = ApplicationActKind(written), line.content
    needed, possible = _KEYS[act]
    for key in _OF_SOME:
        if key in needed:
            required(line, key)
        elif key in has and key not in possible:
            raise line.refusal(f"`{key}` has no place in an act of this sort ({act.value}); leave it out")
    if act in _SAYS_SOMETHING and "words" not in has and "document" not in has:
        raise line.refusal("it says nothing; give `words` or a `document`")
    id_, source = identifier(line, "id"), party(line, "source")
    filing = act is ApplicationActKind.FILE
    return ApplicationAct(
        id_, act, id_ if filing else identifier(line, "application"),
        party(line, "person") if filing else None, party(line, "office") if "office" in needed else None,
        identifier(line, "by"), text(line, "words") if "words" in has else "",
        _document(line) if "document" in has else None,
        identifier(line, "target") if "target" in has else None, day(line, "due") if "due" in has else None,
        source, *instants(line),
    )  # fmt: skip


def _document(line: Line) -> Mapping[str, Any]:  # Any: JSON
    document = required(line, "document")
    if not isinstance(document, dict):
        raise line.refusal("`document` must be one JSON object")
    check_held(line, document)
    return document


def check_asked(line: Line, entry: ApplicationAct) -> None:
    """What an office asks for can be asked: of another office its records of a kind; of the person something that is theirs to
    tell, with time to do so. Of what is on record already this is not asked. CaseFileError if it is another.
    """
    document = entry.document or {}
    what, kind = document.get("what"), document.get("kind")
    known = isinstance(kind, str) and kind in KIND_BY_NAME
    if entry.act is ApplicationActKind.INQUIRE and not (known and document.keys() == {"kind"}):
        raise line.refusal(f"`document` names under `kind` the kind of record that is asked for; {shown(kind)} is none")
    if entry.act is not ApplicationActKind.REQUEST:
        return
    if not isinstance(what, str) or not what.strip() or not document.keys() <= {"what", "kind"}:
        raise line.refusal(
            "`document` says under `what` what is asked for, and under `kind` which kind of record it would be"
        )
    if kind is not None and not known:
        raise line.refusal(
            f"`kind` in `document` is {shown(kind)}, which is no kind of record; correct it, or leave it out"
        )
    if known and TheParty("person") not in KIND_BY_NAME[str(kind)].facts.holders:
        raise line.refusal(
            f"{kind} is for an institution to tell, not for the person; ask there", LineFault.OUT_OF_PLACE
        )
    if entry.due_day is not None and entry.due_day <= legal_day(entry.stated_at):
        raise line.refusal("`due` leaves no time; name a later day", LineFault.OUT_OF_PLACE)
