"""The case that the entries of a bundle make, as the journal's reading makes it from its tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kyosei.bundles.document import Attested
from kyosei.errors import BundleError, BundleFault, CaseFileError, IdentityError
from kyosei.facts.case_file import Line, Target, check_reference, implied_party, parties_of, references_of
from kyosei.facts.links import Link, LinkEntry, Unlink, check_link_entries
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
from kyosei.identity.person_case import case_of_person
from kyosei.identity.reach import reach_through
from kyosei.journal.entries import Entry

__all__ = ["Verified", "case_from"]


@dataclass(frozen=True, slots=True)
class Verified:
    """An entry at its place in the log, its signature and inclusion verified. `line`: as it was written, unless erased.

    institution: who signed it; None if it is erased.
    """

    sequence: int
    entry: Entry
    line: Line | None
    institution: str | None


def case_from(verified: Sequence[Verified], attested: Attested, person: str, known: int) -> Case:
    """The case of whoever has a local id, as known at an instant (microseconds): of the entries under every id that the
    links among them join to it, and of what the operator attests. BundleError where they do not fit.
    """
    links = _link_entries(verified)
    said = {entry.id for entry in links}
    reach = reach_through(person, known, links)
    held = _held([one for one in verified if one.entry.id not in said], attested, reach.local_ids)
    declared = {
        one.entry.id: one.institution
        for one in verified
        if isinstance(one.entry, PartyRecord) and one.institution is not None
    }
    return case_of_person(held, links, declared, person, known)


def _link_entries(verified: Sequence[Verified]) -> list[LinkEntry]:
    """The links and what was said of them, in order."""
    found: dict[str, LinkEntry] = {}
    for one in sorted(verified, key=lambda one: one.sequence):
        entry = one.entry
        if isinstance(entry, Link | Unlink) or (
            isinstance(entry, Dispute | Resolution | Withdrawal) and entry.target in found
        ):
            found[entry.id] = entry
    try:
        check_link_entries(found.values())
    except IdentityError as error:
        raise BundleError(BundleFault.RECORDS, str(error)) from error
    return list(found.values())


def _held(verified: Sequence[Verified], attested: Attested, persons: Collection[str]) -> Case:
    """The lines about these local persons, as they were stated."""
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
    parties = _parties([one for one in entries if isinstance(one, PartyRecord)], lines, persons)
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


def _parties(
    declared: Sequence[PartyRecord], lines: Iterable[Target], persons: Iterable[str]
) -> dict[str, PartyRecord]:
    """Those declared in order, then those whose ids say what they are."""
    named = {*persons, *(id_ for line in lines for id_ in parties_of(line))}
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
