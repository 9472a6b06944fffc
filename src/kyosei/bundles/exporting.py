"""Makes a bundle from a journal: the answer, every entry that its evaluation read, and the register behind their keys."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa

from kyosei.bundles.answers import answer_to
from kyosei.bundles.document import Attested, Bundle, BundledEntry, Question, write_bundle
from kyosei.bundles.verification import seal_content
from kyosei.errors import BundleError, BundleFault, JournalError
from kyosei.facts.statements import Case, Coverage
from kyosei.journal.entries import Institution, KeyRegistration, KeyRevocation
from kyosei.journal.entry_lines import parsed_line, read_entry
from kyosei.journal.envelope import SigningKey, open_envelope
from kyosei.journal.journal import Journal
from kyosei.journal.replay import read_as_of
from kyosei.journal.tables import entries
from kyosei.norms.archive import write_law
from kyosei.verdicts.evaluate import Loaded

__all__ = ["export_bundle"]

_REGISTER: Final = ("institution", "key", "key_revocation")
Row = sa.Row[Any]  # Any: the columns of a row have different types


def export_bundle(journal: Journal, loaded: Loaded, question: Question, seal_with: SigningKey, program: str) -> bytes:
    """The bundle of a verdict as a file, sealed with the operator's root key. `program`: name and version of this program.

    QuestionError if there is no such verdict at the position and instant of the question.
    """
    person = question.about.get("person")
    if person is None:
        raise BundleError(BundleFault.RECORDS, f"{question.norm} is about no person here; a bundle is about one")
    with journal.engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        case = read_as_of(connection, [person], question.known, question.position).case
        answer = answer_to(question, loaded, case)
        rows = _rows_of(connection, case)
        register = _register_behind(connection, rows)
    chosen = sorted({row.sequence: row for row in (*rows, *register)}.values(), key=lambda row: int(row.sequence))
    bundle = Bundle(
        program, question, tuple(_bundled(journal, row) for row in chosen), _attested(case, rows), write_law(loaded.law),
        tuple(loaded.holidays.tolist()), answer,
    )  # fmt: skip
    return write_bundle(bundle.sealed(seal_with.sign(seal_content(bundle))))


def _rows_of(connection: sa.Connection, case: Case) -> list[Row]:
    """The entries of a case, as they lie in the store."""
    lines = (case.statements, case.coverages, case.withdrawals, case.disputes, case.resolutions)
    ids = {line.id for group in lines for line in group}
    found = connection.execute(sa.select(entries).where(_among({*ids, *case.parties}))).all()
    lost = ids - {row.id for row in found}
    if lost:
        raise JournalError(f"the store has no entry {min(lost)}, which its tables name; `kyosei journal rebuild` them")
    return list(found)


def _register_behind(connection: sa.Connection, rows: Sequence[Row]) -> list[Row]:
    """What the register had about the institutions that signed these entries, up to the last of them."""
    signers = {row.institution for row in rows}
    last = max((row.sequence for row in rows), default=-1)
    asked = sa.select(entries).where(entries.c.type.in_(_REGISTER), entries.c.sequence <= last)
    return [row for row in connection.execute(asked) if _concerns(row, signers)]


def _concerns(row: Row, institutions: Collection[str]) -> bool:
    entry = read_entry(parsed_line(open_envelope(bytes(row.envelope)).payload))
    return isinstance(entry, Institution | KeyRegistration | KeyRevocation) and entry.institution in institutions


def _bundled(journal: Journal, row: Row) -> BundledEntry:
    if row.envelope is None:
        erased = (str(row.id), str(row.type), bytes(row.commitment))
        return BundledEntry(row.recorded_at, None, journal.proof(row.sequence), erased)
    return BundledEntry(row.recorded_at, bytes(row.envelope), journal.proof(row.sequence, bytes(row.salt)))


def _attested(case: Case, rows: Sequence[Row]) -> Attested:
    """What the case has from entries that are not in it."""
    signs = tuple((sign.source, sign.stated_at, sign.recorded_at) for sign in case.heartbeats)
    return Attested(signs, _elsewhere(case, {row.id: row for row in rows}))


def _elsewhere(case: Case, rows: Mapping[str, Row]) -> dict[str, int]:
    found = {}
    for coverage in case.coverages:
        if coverage.count is None:
            continue
        entered = read_entry(parsed_line(open_envelope(bytes(rows[coverage.id].envelope)).payload))
        assert isinstance(entered, Coverage)
        assert entered.count is not None
        if entered.count != coverage.count:
            found[coverage.id] = entered.count - coverage.count
    return found


def _among(ids: Collection[str]) -> sa.ColumnElement[bool]:
    return entries.c.id == sa.any_(sa.literal(sorted(ids), sa.ARRAY(sa.Text)))
