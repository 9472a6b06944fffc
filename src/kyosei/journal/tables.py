"""The tables as SQLAlchemy sees them; the migrations make them, and a test holds the two equal.

`entries` and `publications` are the journal; `access_log` is who has looked (`kyosei.access`), `access_ends` how far that had
come at each of its heads (`looks`). All others are projections, rebuilt from the journal (`projections`).
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

__all__ = [
    "FOREVER",
    "METADATA",
    "PROJECTIONS",
    "access_ends",
    "access_entries",
    "access_log",
    "application_acts",
    "case_acts",
    "coverages",
    "decisions",
    "disputes",
    "entries",
    "erasures",
    "institution_keys",
    "institutions",
    "links",
    "norm_acts",
    "parties",
    "publications",
    "resolutions",
    "signs",
    "statements",
    "unlinks",
    "withdrawals",
]

FOREVER: Final = (1 << 63) - 1
"""The end of a transaction interval that is open."""

METADATA: Final = sa.MetaData()

_Column = sa.Column[object]


def _id(name: str, *, key: bool = False, unique: bool = False, needed: bool = True) -> _Column:
    return sa.Column(name, sa.Text(collation="C"), primary_key=key, unique=unique, nullable=not needed)


def _text(name: str, *, needed: bool = True) -> _Column:
    return sa.Column(name, sa.Text, nullable=not needed)


def _big(name: str, *, key: bool = False, needed: bool = True) -> _Column:
    return sa.Column(name, sa.BigInteger, primary_key=key, nullable=not needed, autoincrement=False)


def _whole(name: str, *, needed: bool = True) -> _Column:
    return sa.Column(name, sa.Integer, nullable=not needed)


def _texts(name: str, *, needed: bool = True) -> _Column:
    return sa.Column(name, ARRAY(sa.Text), nullable=not needed)


def _json(name: str) -> _Column:
    return sa.Column(name, JSONB, nullable=False)


def _table(name: str, *columns: _Column) -> sa.Table:
    return sa.Table(name, METADATA, *columns)


entries: Final = _table(
    "entries",
    _big("sequence", key=True), _id("id", unique=True), _text("type"), _text("institution"), _text("key_id"),
    _big("recorded_at"), _id("source", needed=False), _big("stated_at", needed=False),
    sa.Column("envelope", sa.LargeBinary), sa.Column("salt", sa.LargeBinary),
    sa.Column("digest", sa.LargeBinary), sa.Column("commitment", sa.LargeBinary, nullable=False),
    _id("erases", needed=False),
)  # fmt: skip
publications: Final = _table("publications", _big("size", key=True), _big("published_at"), _text("checkpoint"))

parties: Final = _table(
    "parties",
    _id("id", key=True), _big("sequence"), _text("institution"), sa.Column("is_person", sa.Boolean, nullable=False),
    _json("names"), _texts("roles"), _whole("born", needed=False), _big("recorded_at"),
)  # fmt: skip
statements: Final = _table(
    "statements",
    _big("sequence", key=True),
    sa.Column("revival", sa.SmallInteger, primary_key=True, autoincrement=False),
    _id("id"), _text("institution"), _text("kind"), _text("source"), _id("subject"), _id("other", needed=False),
    _id("organisation", needed=False), _json("about"), _whole("from_day"), _whole("until_day"), _json("data"),
    _big("stated_at"), _big("recorded_at"), _big("recorded_from"), _big("recorded_until"),
    _id("replaces", needed=False), _text("carried_by", needed=False),
)  # fmt: skip
coverages: Final = _table(
    "coverages",
    _big("sequence", key=True), _id("id", unique=True), _text("institution"), _text("kind"), _text("source"),
    _id("subject"), _json("about"), _whole("from_day"), _whole("until_day"), _whole("count", needed=False),
    _big("stated_at"), _big("recorded_from"), _big("recorded_until"),
)  # fmt: skip
withdrawals: Final = _table(
    "withdrawals",
    _big("sequence", key=True), _id("id", unique=True), _id("target"), _text("source"), _big("stated_at"),
    _big("recorded_at"),
)  # fmt: skip
disputes: Final = _table(
    "disputes",
    _big("sequence", key=True), _id("id", unique=True), _id("target"), _text("by"), _text("reason"), _big("stated_at"),
    _big("recorded_from"), _big("recorded_until"),
)  # fmt: skip
resolutions: Final = _table(
    "resolutions",
    _big("sequence", key=True), _id("id", unique=True), _id("target"), _text("by"), _text("outcome"), _text("reason"),
    _big("stated_at"), _big("recorded_at"),
)  # fmt: skip
signs: Final = _table("signs", _id("source", key=True), _big("recorded_at", key=True), _big("stated_at"))
links: Final = _table(
    "links",
    _big("sequence", key=True), _id("id", unique=True), _id("first"), _id("second"), _text("source"),
    _text("decided_by", needed=False), _json("evidence"), _big("stated_at"), _big("recorded_at"),
)  # fmt: skip
unlinks: Final = _table(
    "unlinks",
    _big("sequence", key=True), _id("id", unique=True), _id("target"), _text("source"), _text("decided_by"),
    _text("reason"), _big("stated_at"), _big("recorded_at"),
)  # fmt: skip
access_entries: Final = _table(
    "access_entries",
    _big("sequence", key=True), _id("id", unique=True), _big("logtime"), _text("actor"), _text("actor_kind"),
    _text("action"), _text("purpose"), _text("basis"), _text("on_behalf_of", needed=False),
    _text("case", needed=False), _id("subject"), _texts("fields"), _big("recorded_at"),
)  # fmt: skip
access_log: Final = _table(
    "access_log",
    _id("subject", key=True), _big("number", key=True), _big("logtime"), _text("action"), _text("decision"),
    _text("reason"), _text("actor_kind"), _text("actor"), _text("role"), _text("organisation", needed=False),
    _text("purpose", needed=False), _text("basis", needed=False), _text("on_behalf_of", needed=False),
    _text("case", needed=False), _big("known"), _texts("fields"), _text("law"), _text("policies"),
    _whole("withheld_until", needed=False), _text("withheld_by", needed=False),
    sa.Column("previous", sa.LargeBinary, nullable=False), sa.Column("digest", sa.LargeBinary, nullable=False),
)  # fmt: skip
access_ends: Final = _table("access_ends", _id("subject", key=True), _big("head", key=True), _big("number"))
case_acts: Final = _table(
    "case_acts",
    _big("sequence", key=True), _id("id", unique=True), _id("case"), _text("act"), _text("reason"), _text("source"),
    _text("route", needed=False), _text("event", needed=False), _big("stated_at"), _big("recorded_at"),
)  # fmt: skip
norm_acts: Final = _table(
    "norm_acts",
    _big("sequence", key=True), _id("id", unique=True), _id("norm"), _text("act"), _texts("laws"), _whole("from_day"),
    _whole("until_day"), _text("reason"), _text("author", needed=False), _text("source"), _big("stated_at"),
    _big("recorded_at"),
)  # fmt: skip
decisions: Final = _table(
    "decisions",
    _big("sequence", key=True), _id("id", unique=True), _text("act"), _id("dossier"), _id("person", needed=False),
    _id("application", needed=False), sa.Column("is_adverse", sa.Boolean), sa.Column("document", JSONB), _text("reason"),
    _text("language", needed=False), _text("author"), _text("source"), _big("stated_at"), _big("recorded_at"),
    _text("outcome", needed=False), _texts("rulings"),
)  # fmt: skip
application_acts: Final = _table(
    "application_acts",
    _big("sequence", key=True), _id("id", unique=True), _text("act"), _id("application"), _id("person", needed=False),
    _id("office", needed=False), _text("by"), _text("words"), sa.Column("document", JSONB), _id("target", needed=False),
    _whole("due_day", needed=False), _text("source"), _big("stated_at"), _big("recorded_at"),
)  # fmt: skip
erasures: Final = _table(
    "erasures",
    _big("sequence", key=True), _id("id", unique=True), _id("target", unique=True), _text("basis"), _text("reason"),
    _text("author"), _text("source"), _big("stated_at"), _big("recorded_at"),
)  # fmt: skip
institutions: Final = _table(
    "institutions",
    _id("id", key=True), _big("sequence"), _texts("speaks_for"), _texts("kinds", needed=False),
    _texts("about", needed=False), _texts("entry_types"), _texts("declares_roles"), _big("recorded_at"),
)  # fmt: skip
institution_keys: Final = _table(
    "institution_keys",
    _id("key_id", key=True), _big("sequence"), _text("institution"), _text("public_key"), _text("actor"),
    _text("actor_kind"), _big("valid_from"), _big("valid_until"), _big("revoked_at", needed=False),
)  # fmt: skip

PROJECTIONS: Final = (
    parties, statements, coverages, withdrawals, disputes, resolutions, signs, links, unlinks, access_entries,
    erasures, institutions, institution_keys, case_acts,
    norm_acts, decisions, application_acts,
)  # fmt: skip
"""The tables that a rebuild empties and fills again."""
