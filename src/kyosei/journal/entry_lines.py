"""How entries are written: the payload of an envelope read into a typed record, by the rules of case files.

Beside the lines of a case file (INTERFACES.md §1) there are:

    consent         person, recipient, purpose, fields, from, until?, stated_at, replaces?
    mandate         person, holder, as, acts, from, until?, source?, stated_at, replaces?
    assessment      person, office, factor, finding, reasons, author, author_role?, on, stated_at, replaces?
    link            persons [two ids], evidence [facts.link_evidence], decided_by?, source, stated_at
    unlink          target, reason, decided_by, source, stated_at
    erasure         target, basis, reason, author, source, stated_at
    access          actor {kind, id}, action, purpose, basis, on_behalf_of?, case?, subject, fields, source, stated_at
    access_head     number, looks, root, source, stated_at
    case_act        case, act, reason, route?, event?, source, stated_at
    norm_act        norm, act, laws?, from?, until?, reason, author?, source, stated_at
    decision        act, dossier, person?, application?, document?, reason?, language?, outcome?, rulings?, author, source,
                    stated_at
    application     act, application?, person?, office?, by, words?, document?, target?, due?, source, stated_at
    institution     institution, speaks_for, kinds?, about?, entry_types, declares_roles, stated_at
    key             institution, public_key, actor {kind, id}, valid_from, valid_until?, stated_at
    key_revocation  institution, key_id, reason, stated_at

The first three are statements of the vocabulary under names of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kyosei.errors import CaseFileError, EntryRefusedError, LineFault, Refusal
from kyosei.facts.case_file import Line, line_of, read_record
from kyosei.facts.case_file.lines import LINE_BYTES_MAX
from kyosei.facts.case_file.records import KEYS, ROLES
from kyosei.facts.case_file.shown import nearest, shown
from kyosei.facts.case_file.values import (
    identifier,
    instant,
    instants,
    known_keys,
    optional_identifier,
    optional_instant,
    party,
    required,
    text,
)
from kyosei.journal.application_lines import read_application
from kyosei.journal.decision_lines import read_decision
from kyosei.journal.entries import (
    Access,
    AccessHead,
    Actor,
    ActorKind,
    CaseAct,
    Entry,
    Erasure,
    Institution,
    KeyRegistration,
    KeyRevocation,
)
from kyosei.journal.envelope import DOCUMENT_BYTES_MAX, VerifyingKey
from kyosei.journal.link_lines import read_link, read_unlink
from kyosei.journal.norm_act_lines import read_norm_act
from kyosei.journal.tables import FOREVER

__all__ = ["TYPES", "parsed_line", "read_entry", "refusal_of"]

_AUTHORED: Final = ("author", "source", "stated_at")
_DECIDED: Final = ("decided_by", "source", "stated_at")
_OWN: Final[Mapping[str, tuple[str, ...]]] = {
    "link": ("persons", "evidence", *_DECIDED),
    "unlink": ("target", "reason", *_DECIDED),
    "erasure": ("target", "basis", "reason", *_AUTHORED),
    "access": (
        "actor", "action", "purpose", "basis", "on_behalf_of", "case", "subject", "fields", "source", "stated_at",
    ),
    "case_act": ("case", "act", "reason", "route", "event", "source", "stated_at"),
    "norm_act": ("norm", "act", "laws", "from", "until", "reason", *_AUTHORED),
    "decision": (
        "act", "dossier", "person", "application", "document", "reason", "language", "outcome", "rulings", *_AUTHORED,
    ),
    "application": (
        "act", "application", "person", "office", "by", "words", "document", "target", "due", "source", "stated_at",
    ),
    "access_head": ("number", "looks", "root", "source", "stated_at"),
    "institution": (
        "institution", "speaks_for", "kinds", "about", "entry_types", "declares_roles", "stated_at",
    ),
    "key": ("institution", "public_key", "actor", "valid_from", "valid_until", "stated_at"),
    "key_revocation": ("institution", "key_id", "reason", "stated_at"),
    "consent": ("person", "recipient", "purpose", "fields", "from", "until", "stated_at", "replaces"),
    "mandate": ("person", "holder", "as", "acts", "from", "until", "source", "stated_at", "replaces"),
    "assessment": (
        "person", "office", "factor", "finding", "reasons", "author", "author_role", "on", "stated_at", "replaces",
    ),
}  # fmt: skip
_WITH_DOCUMENT: Final = ("decision", "application")
TYPES: Final = (*KEYS, *_OWN)
"""Every type of entry."""

_ROOT: Final = re.compile(r"[0-9a-f]{64}")
_ABOUT: Final = {"consent": ("consent", ("person", "recipient")), "mandate": ("mandate", ("person", "holder")),
                 "assessment": ("assessment.factor", ("person", "office"))}  # fmt: skip


def parsed_line(payload: bytes) -> Line:
    """The payload as a line, for the reader of case files. One that holds a whole document may be longer than others."""
    line = line_of("entry", 1, payload, DOCUMENT_BYTES_MAX)
    if len(payload) > LINE_BYTES_MAX and line.content.get("type") not in _WITH_DOCUMENT:
        raise line.refusal(f"it has {len(payload)} bytes; split what it says, a line has at most {LINE_BYTES_MAX}")
    return line


def read_entry(line: Line) -> Entry:
    """The record that an entry makes, as far as the entry alone can tell. CaseFileError if it makes none.

    `recorded_at` is that of the statement itself until `recorded` gives it ours.
    """
    type_ = line.content.get("type")
    if type_ in KEYS:
        if "recorded_at" in line.content:
            raise line.refusal("the entry has `recorded_at`; leave it out, the journal gives each entry its own")
        return read_record(line)
    if not isinstance(type_, str) or type_ not in _OWN:
        raise line.refusal(f"unknown type {shown(type_)}; {nearest(str(type_), TYPES)}")
    known_keys(line, ("type", "id", *_OWN[type_]))
    if type_ in _ABOUT:
        return read_record(_as_statement(line, *_ABOUT[type_]))
    match type_:
        case "link":
            return read_link(line)
        case "unlink":
            return read_unlink(line)
        case "erasure":
            return Erasure(
                identifier(line, "id"), identifier(line, "target"), text(line, "basis"), text(line, "reason"),
                _human(line, "author"), party(line, "source"), *instants(line),
            )  # fmt: skip
        case "access":
            return _access(line)
        case "access_head":
            return _access_head(line)
        case "case_act":
            return CaseAct(
                identifier(line, "id"), identifier(line, "case"), identifier(line, "act"), text(line, "reason"),
                optional_identifier(line, "route"), optional_identifier(line, "event"), party(line, "source"),
                *instants(line),
            )  # fmt: skip
        case "norm_act":
            return read_norm_act(line, _ids(line, "laws"))
        case "decision":
            return read_decision(line, _ids(line, "rulings"))
        case "application":
            return read_application(line)
        case "institution":
            return _institution(line)
        case "key":
            return _key(line)
        case _:  # _OWN has no other
            return KeyRevocation(
                identifier(line, "id"), party(line, "institution"), identifier(line, "key_id"), text(line, "reason"),
                *instants(line),
            )  # fmt: skip


def refusal_of(error: CaseFileError, id_: str | None) -> EntryRefusedError:
    """The refusal that the reader's error stands for."""
    return EntryRefusedError(_REFUSALS[error.fault], error.message, id_)


_REFUSALS: Final = {
    LineFault.MALFORMED: Refusal.BAD_SCHEMA,
    LineFault.UNDECLARED_PARTY: Refusal.UNDECLARED_PARTY,
    LineFault.NO_TARGET: Refusal.DANGLING_TARGET,
    LineFault.WRONG_TARGET: Refusal.WRONG_TARGET,
    LineFault.TARGET_OF_ANOTHER: Refusal.TARGET_OF_ANOTHER,
    LineFault.OUT_OF_PLACE: Refusal.OUTSIDE_COMPETENCE,
}


def _as_statement(line: Line, kind: str, roles: tuple[str, ...]) -> Line:
    """A consent, mandate or assessment in the form of a statement."""
    content = dict(line.content)
    about = {role: required(line, role) for role in roles}
    if content.pop("type") == "assessment":
        _human(line, "author")
        source = content["office"]
    else:
        source = content.get("source", content["person"])
    statement: dict[str, object] = {"type": "statement", "kind": kind, "source": source, "about": about}
    for key in ("id", "from", "until", "on", "stated_at", "replaces"):
        if key in content:
            statement[key] = content.pop(key)
    statement["data"] = {key: value for key, value in content.items() if key not in (*roles, "source", "author")}
    return Line(line.file, line.number, statement)


def _actor(line: Line) -> Actor:
    written = required(line, "actor")
    if not isinstance(written, dict) or set(written) != {"kind", "id"}:
        raise line.refusal('`actor` must be an object such as {"kind": "software", "id": "software:payroll-3"}')
    kind, id_ = written["kind"], written["id"]
    if kind not in tuple(ActorKind):
        raise line.refusal(f"the kind of the actor is {shown(kind)}; write software or human")
    prefixes = ("software:",) if kind == ActorKind.SOFTWARE else ("staff:", "person:")
    if not isinstance(id_, str) or not _is_id(id_) or not id_.startswith(prefixes):
        raise line.refusal(
            f"the id of the {kind} actor is {shown(id_)}; it must begin with {' or '.join(prefixes)}"
            " (what software wrote never carries a human's id)"
        )
    return Actor(ActorKind(str(kind)), id_)


def _human(line: Line, key: str) -> str:
    id_ = identifier(line, key)
    if not id_.startswith(("staff:", "person:")):
        raise line.refusal(f"`{key}` is {shown(id_)}; a human decides this: write an id that begins with staff:")
    return id_


def _access(line: Line) -> Access:
    subject = party(line, "subject")
    case = optional_identifier(line, "case")
    on_behalf_of = party(line, "on_behalf_of") if "on_behalf_of" in line.content else None
    return Access(
        identifier(line, "id"), _actor(line), text(line, "action"), text(line, "purpose"), text(line, "basis"),
        on_behalf_of, case, subject, _ids(line, "fields"), party(line, "source"), *instants(line),
    )  # fmt: skip


def _access_head(line: Line) -> AccessHead:
    number, root = _count(line, "number"), text(line, "root")
    if not _ROOT.fullmatch(root):
        raise line.refusal(f"`root` is {shown(root)}; write 32 bytes as 64 hexadecimal digits in lower case")
    id_ = identifier(line, "id")
    if id_ != f"access-head:{number}":
        raise line.refusal(f"`id` is {shown(id_)}; the id of this head is access-head:{number}")
    return AccessHead(
        id_, number, _count(line, "looks"), bytes.fromhex(root), party(line, "source"), *instants(line)
    )  # fmt: skip


def _count(line: Line, key: str) -> int:
    written = required(line, key)
    if not isinstance(written, int) or isinstance(written, bool) or written < 1:
        raise line.refusal(f"`{key}` is {shown(written)}; write a whole number from 1 on")
    return written


def _institution(line: Line) -> Institution:
    entry_types = _ids(line, "entry_types")
    for type_ in entry_types:
        if type_ not in TYPES:
            raise line.refusal(f"unknown type {shown(type_)} in `entry_types`; {nearest(type_, TYPES)}")
    roles = _ids(line, "declares_roles")
    for role in roles:
        if role not in ROLES:
            raise line.refusal(f"unknown role {shown(role)} in `declares_roles`; {nearest(role, ROLES)}")
    return Institution(
        identifier(line, "id"), party(line, "institution"), _ids(line, "speaks_for"), _optional_ids(line, "kinds"),
        _optional_ids(line, "about"), entry_types, roles, *instants(line),
    )  # fmt: skip


def _key(line: Line) -> KeyRegistration:
    try:
        key = VerifyingKey(text(line, "public_key"))
    except ValueError as error:
        raise line.refusal(f"`public_key` is no key: {error}") from error
    valid_from = instant(line, "valid_from")
    valid_until = optional_instant(line, "valid_until")
    if valid_until is not None and valid_until <= valid_from:
        raise line.refusal("`valid_until` is not after `valid_from`; correct one of them")
    return KeyRegistration(
        identifier(line, "id"), party(line, "institution"), key, _actor(line), valid_from,
        FOREVER if valid_until is None else valid_until, *instants(line),
    )  # fmt: skip


def _ids(line: Line, key: str) -> tuple[str, ...]:
    written = line.content.get(key, [])
    if not isinstance(written, list) or not all(isinstance(id_, str) and _is_id(id_) for id_ in written):
        raise line.refusal(f"`{key}` is {shown(written)}; write a list of words without spaces")
    return tuple(written)


def _optional_ids(line: Line, key: str) -> tuple[str, ...] | None:
    return _ids(line, key) if key in line.content else None


def _is_id(written: str) -> bool:
    return 0 < len(written) <= 200 and " " not in written and written.isprintable()
