"""The tables that the watch and the cases keep, as SQLAlchemy sees them; the migrations make them.

All of them follow from the journal, the law and the days that have passed; none is read where verdicts are computed.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from kyosei.journal.tables import METADATA

__all__ = [
    "METADATA", "cases", "cases_progress", "corrections", "freshness_told", "transitions", "verdicts", "watch_norms",
    "watch_pending", "watch_progress", "watch_reads", "watch_relations", "watch_sources", "watch_subjects",
]  # fmt: skip

_Column = sa.Column[object]


def _id(name: str, *, key: bool = False, unique: bool = False) -> _Column:
    return sa.Column(name, sa.Text(collation="C"), primary_key=key, unique=unique, nullable=False)


def _big(name: str) -> _Column:
    return sa.Column(name, sa.BigInteger, nullable=False)


def _day(name: str, *, needed: bool = True) -> _Column:
    return sa.Column(name, sa.Integer, nullable=not needed)


def _small(name: str) -> _Column:
    return sa.Column(name, sa.SmallInteger, nullable=False)


def _flag(name: str) -> _Column:
    return sa.Column(name, sa.Boolean, nullable=False)


def _text(name: str) -> _Column:
    return sa.Column(name, sa.Text, nullable=False)


def _only() -> _Column:
    return sa.Column("id", sa.SmallInteger, primary_key=True, autoincrement=False)


watch_progress: Final = sa.Table(
    "watch_progress", METADATA,
    _only(), _big("position"), _day("day"), _big("known"), _text("law"), _text("reads"),
    sa.Column("waits_for", sa.ARRAY(sa.Text)), _day("takings"),
)  # fmt: skip
watch_norms: Final = sa.Table("watch_norms", METADATA, _id("norm", key=True), _text("scope"), _text("print"))
watch_relations: Final = sa.Table("watch_relations", METADATA, _id("scope", key=True), _text("print"))
watch_pending: Final = sa.Table("watch_pending", METADATA, _id("subject", key=True), _big("position"), _big("known"))
watch_subjects: Final = sa.Table(
    "watch_subjects", METADATA,
    _id("subject", key=True), _day("wake_on"), _big("position"), _big("known"), _text("law"),
    sa.Column("prints", sa.LargeBinary, nullable=False), sa.Column("scopes", sa.ARRAY(sa.Text)),
)  # fmt: skip
watch_reads: Final = sa.Table("watch_reads", METADATA, _id("subject", key=True), _id("party", key=True))
watch_sources: Final = sa.Table("watch_sources", METADATA, _id("source", key=True), _day("sign_day"))
verdicts: Final = sa.Table(
    "verdicts", METADATA,
    _id("subject", key=True), _id("norm", key=True), _id("about", key=True),
    sa.Column("instance", sa.Integer, primary_key=True, autoincrement=False),
    _small("state"), _small("causes"), _day("arose"), _day("due"), _flag("uncertain"), _flag("own_word"),
    _day("since"), _flag("settled"), _flag("neared"), _day("next_on"),
    sa.Column("segments", sa.LargeBinary, nullable=False), _text("law"),
    _big("position"), _big("known"),
)  # fmt: skip
transitions: Final = sa.Table(
    "transitions", METADATA,
    sa.Column("number", sa.BigInteger, sa.Identity(always=True), primary_key=True), _id("id", unique=True),
    _id("subject"), _id("norm"), _id("about"), _day("instance"), _text("sort"), _small("before"), _small("state"),
    _small("causes"), _day("arose"), _day("due"), _flag("uncertain"), _flag("own_word"),
    _day("since"), _flag("settled"),
    _day("corrected_from", needed=False), _day("corrected_until", needed=False), sa.Column("needs", JSONB),
    _day("day"), _big("position"), _big("known"), _text("law"),
)  # fmt: skip
corrections: Final = sa.Table(
    "corrections", METADATA,
    sa.Column("number", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    _id("event"), _id("subject"), _id("norm"), _id("about"), _day("instance"),
    _day("corrected_from"), _day("corrected_until"), _flag("by_law"), _day("day"), _big("position"), _big("known"),
    _flag("told"), sa.UniqueConstraint("event", "norm", "about", "instance"),
    sa.Index("corrections_untold", "number", postgresql_where=sa.text("NOT told")),
)  # fmt: skip
cases_progress: Final = sa.Table("cases_progress", METADATA, _only(), _big("transition"), _big("position"))
cases: Final = sa.Table(
    "cases", METADATA,
    _id("id", key=True), _id("subject"), _id("cure"), _id("owner"), _text("state"),
    sa.Column("document", JSONB, nullable=False),
)  # fmt: skip
freshness_told: Final = sa.Table(
    "freshness_told", METADATA, sa.Column("month_day", sa.Integer, primary_key=True, autoincrement=False)
)
"""The first days of the months at whose beginning sources were told how fresh they are."""
