"""The tables of notices as SQLAlchemy sees them; the migrations make them.

`notices`, `inbox`, `deliveries`, `receipts` are the outbox; the others say how a party is reached. None of them is read where
verdicts are computed. Days count from 1900-01-01, instants are microseconds.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from kyosei.journal.tables import METADATA

__all__ = [
    "NOTICE_TABLES",
    "calendar_entries",
    "calendar_feeds",
    "contacts",
    "deliveries",
    "inbox",
    "notice_preferences",
    "notices",
    "receipts",
    "snoozes",
    "webhooks",
]

_Column = sa.Column[object]


def _id(name: str, *, key: bool = False, needed: bool = True) -> _Column:
    return sa.Column(name, sa.Text(collation="C"), primary_key=key, nullable=not needed)


def _text(name: str, *, needed: bool = True) -> _Column:
    return sa.Column(name, sa.Text, nullable=not needed)


def _big(name: str, *, needed: bool = True) -> _Column:
    return sa.Column(name, sa.BigInteger, nullable=not needed)


def _whole(name: str, *, needed: bool = True) -> _Column:
    return sa.Column(name, sa.Integer, nullable=not needed)


def _flag(name: str) -> _Column:
    return sa.Column(name, sa.Boolean, nullable=False)


def _json(name: str) -> _Column:
    return sa.Column(name, JSONB, nullable=False)


notices: Final = sa.Table(
    "notices", METADATA,
    _id("key", key=True), _id("event"), _id("recipient"), _id("norm"), _id("case", needed=False), _text("occasion"),
    _flag("has_deadline"), _json("request"), _json("message"), _big("made_at"),
    sa.UniqueConstraint("event", "recipient"),
)  # fmt: skip
inbox: Final = sa.Table(
    "inbox", METADATA,
    _id("notice", key=True), _id("recipient"), _big("arrived_at"), _big("read_at", needed=False),
    sa.ForeignKeyConstraint(["notice"], ["notices.key"]),
)  # fmt: skip
deliveries: Final = sa.Table(
    "deliveries", METADATA,
    _id("key", key=True), _id("notice"), _id("recipient"), _text("channel"), _text("state"), _whole("attempts"),
    _big("not_before"), _big("claimed_until", needed=False), _big("slot", needed=False), _id("batch", needed=False),
    sa.UniqueConstraint("notice", "channel"), sa.ForeignKeyConstraint(["notice"], ["notices.key"]),
)  # fmt: skip
receipts: Final = sa.Table(
    "receipts", METADATA,
    _id("delivery", key=True), sa.Column("sort", sa.Text, primary_key=True), _big("at"), _text("detail"),
    sa.ForeignKeyConstraint(["delivery"], ["deliveries.key"]),
)  # fmt: skip
contacts: Final = sa.Table(
    "contacts", METADATA, _id("party", key=True), sa.Column("channel", sa.Text, primary_key=True), _text("address")
)
notice_preferences: Final = sa.Table(
    "notice_preferences", METADATA,
    _id("party", key=True), _whole("quiet_from", needed=False), _whole("quiet_until", needed=False),
    _whole("digest_at", needed=False), _text("language", needed=False),
)  # fmt: skip
snoozes: Final = sa.Table(
    "snoozes", METADATA, _id("party", key=True), _id("case", key=True), _whole("until_day")
)  # fmt: skip
webhooks: Final = sa.Table(
    "webhooks", METADATA,
    _id("party", key=True), _text("url"), _whole("secret_number"), _big("previous_until", needed=False),
    _text("disabled", needed=False),
)  # fmt: skip
calendar_feeds: Final = sa.Table(
    "calendar_feeds", METADATA,
    sa.Column("token_digest", sa.LargeBinary, primary_key=True), _id("party"), _text("language"), _big("made_at"),
    _big("revoked_at", needed=False),
)  # fmt: skip
calendar_entries: Final = sa.Table(
    "calendar_entries", METADATA,
    _id("uid", key=True), _id("party"), _whole("day"), _whole("sequence"), _big("stamped_at"), _flag("cancelled"),
)  # fmt: skip

NOTICE_TABLES: Final = (
    notices, inbox, deliveries, receipts, contacts, notice_preferences, snoozes, webhooks, calendar_feeds, calendar_entries,
)  # fmt: skip
"""All of them, each after those that it refers to."""
