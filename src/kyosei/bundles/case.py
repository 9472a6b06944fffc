"""The case that the entries of a bundle make, as the journal's reading makes it from its tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kyosei.bundles.document import Attested
from kyosei.errors import BundleError, BundleFault, CaseFileError
from kyosei.facts.case_file import Line, Target, check_reference, implied_party, parties_of, references_of
from kyosei.facts.statements import (
    Case,
    Coverage,
    Dispute,
    Heartbeat,
    PartyRecord,
    Resolution,
    Statement,
    Withdrawal,
)
from kyosei.journal.entries import Entry

__all__ = ["Verified", "case_from"]


@dataclass(frozen=True, slots=True)
class Verified:
    """An entry at its place in the log, its signature and inclusion verified. `line`: as it was written, unless erased."""

    sequence: int
    entry: Entry
    line: Line | None


def case_from(verified: Sequence[Verified], attested: Attested, person: str) -> Case:
    """The case about a person: entries in order, and what the operator attests. BundleError where they do not fit."""
    entries = [one.entry for one in sorted(verified, key=lambda one: one.sequence)]
    if len({entry.id for entry in entries}) != len(entries):
        raise BundleError(BundleFault.RECORDS, "two entries have the same id")
    counted = [_counted(one, attested.elsewhere) for one in entries if isinstance(one, Coverage)]
    unknown = set(attested.elsewhere) - {coverage.id for coverage in counted}
    if unknown:
        raise _unfit(f"statements elsewhere are counted for {min(unknown)}, which is no coverage of this bundle")
    statements = tuple(one for one in entries if isinstance(one, Statement))
    withdrawals = tuple(one for one in entries if isinstance(one, Withdrawal))
    disputes = tuple(one for one in entries if isinstance(one, Dispute))
    resolutions = tuple(one for one in entries if isinstance(one, Resolution))
    signs = tuple(Heartbeat(f"sign:{source}", source, stated, recorded) for source, stated, recorded in attested.signs)
    _check_signs(verified, attested)
    lines: tuple[Target, ...] = (*statements, *counted, *signs, *withdrawals, *disputes, *resolutions)
    parties = _parties([one for one in entries if isinstance(one, PartyRecord)], lines, person)
    _check_references(verified, parties)
    return Case(parties, statements, tuple(counted), signs, withdrawals, disputes, resolutions)


def _counted(coverage: Coverage, elsewhere: Mapping[str, int]) -> Coverage:
    """The coverage, its count less what its source has stated about others."""
    if coverage.id not in elsewhere:
        return coverage
    if coverage.count is None or elsewhere[coverage.id] <= 0:
        raise _unfit(f"coverage {coverage.id} cannot have {elsewhere[coverage.id]} statements elsewhere")
    return replace(coverage, count=coverage.count - elsewhere[coverage.id])


def _check_signs(verified: Iterable[Verified], attested: Attested) -> None:
    """A source's last sign of life cannot be before an entry of its own."""
    last = {source: stated for source, stated, _ in attested.signs}
    for one in verified:
        entry = one.entry
        if isinstance(entry, Statement | Coverage) and entry.stated_at > last.get(entry.source, -(1 << 62)):
            raise _unfit(f"entry {entry.id} is later than what is attested as the last sign of life of {entry.source}")


def _parties(declared: Sequence[PartyRecord], lines: Iterable[Target], person: str) -> dict[str, PartyRecord]:
    """Those declared in order, then those whose ids say what they are."""
    named = {person, *(id_ for line in lines for id_ in parties_of(line))}
    found = {party.id: party for party in declared if party.id in named}
    missing = sorted(named - set(found))
    implied = {id_: party for id_ in missing if (party := implied_party(id_)) is not None}
    absent = sorted(set(missing) - set(implied))
    if absent:
        raise BundleError(BundleFault.RECORDS, f"no entry declares {absent[0]}, which the others name")
    return found | implied


def _check_references(verified: Iterable[Verified], parties: Mapping[str, PartyRecord]) -> None:
    """Each line is of a source that may say it, and what it takes back, disputes or resolves is here.

    What a statement refers to may be missing: it can have been erased since.
    """
    targets = {one.entry.id: one.entry for one in verified if isinstance(one.entry, Target)}
    for one in verified:
        entry = one.entry
        if one.line is None or not isinstance(entry, Target):
            continue
        if isinstance(entry, Statement) and not set(references_of(entry)) <= set(targets):
            continue
        try:
            check_reference(one.line, entry, targets, parties)
        except CaseFileError as error:
            raise BundleError(BundleFault.RECORDS, f"entry {one.sequence}: {error.message}") from error


def _unfit(message: str) -> BundleError:
    return BundleError(BundleFault.ATTESTED, message)
