"""The institutions of a trial: everybody who says anything in the town, and the portal, each with a key of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from kyosei.errors import EntryRefusedError, JournalError
from kyosei.journal.directory import DataDirectory, Registration, read_key_file, registration_entries, write_new_key
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal
from kyosei.journal.registry import PORTAL

__all__ = ["CLERK", "DECLARES_PARTIES", "REGISTER", "REVIEWER", "SECOND_OFFICER", "institutions_of", "register_all"]

DECLARES_PARTIES: Final = "authority:isa"
"""Declares the persons and organisations of the town."""
CLERK: Final = "staff:trial"
"""Who works for an organisation or office in a trial."""
SECOND_OFFICER: Final = "staff:trial-second"
"""Another officer of the office that decides about applications: one alone refuses nobody."""
REVIEWER: Final = "staff:trial-third"
"""One more there: who had a part in a decision does not review it."""
REGISTER: Final = "register.jws"
"""The file of a data directory with what was signed to register everybody."""
_ROLES: Final = ("employer", "school", "supporter", "bank", "host", "landlord")


def institutions_of(speakers: Iterable[str]) -> list[Registration]:
    """Whoever may say something in a town, and the portal, which may say what any person says."""
    others = sorted(set(speakers) - {DECLARES_PARTIES, PORTAL})
    return [
        Registration(DECLARES_PARTIES, declares_roles=_ROLES, entry_types=("decision",)),
        Registration(PORTAL, speaks_for=("person:*",)),
        *(Registration(party) for party in others),
    ]


def register_all(
    journal: Journal, data: Path, registrations: Sequence[Registration], now: int
) -> dict[str, SigningKey]:
    """Registers them under the root key of a data directory, which keeps their keys, and of the officers who decide; their keys
    by their ids. What was interrupted goes on with the same keys.
    """
    directory, signed = DataDirectory(data), data / REGISTER
    if not signed.exists():
        shutil.rmtree(directory.party_key("").parent, ignore_errors=True)  # of these keys none is registered yet
        beside = signed.with_suffix(".part")
        beside.write_bytes(b"\n".join(_signed(directory, registrations, now)))
        beside.rename(signed)
    for answer in journal.submit(signed.read_bytes().split()):
        if isinstance(answer, EntryRefusedError):
            raise JournalError(f"an institution of the town was refused: {answer}") from answer
    return {one.party: read_key_file(directory.party_key(one.party)) for one in registrations}


def _signed(directory: DataDirectory, registrations: Sequence[Registration], now: int) -> Iterator[bytes]:
    """What the root key signs to register each of them, whose keys are made by that, and the officers."""
    root = read_key_file(directory.root_key)
    for registration in registrations:
        file = directory.party_key(registration.party)
        file.parent.mkdir(parents=True, exist_ok=True)
        yield from map(root.sign, registration_entries(registration, write_new_key(file), now))
    for officer in (CLERK, SECOND_OFFICER, REVIEWER):
        public = write_new_key(directory.party_key(officer))
        _, key = registration_entries(Registration(DECLARES_PARTIES, human=officer), public, now)
        yield root.sign(key)
