"""Opens the read path of a data directory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kyosei.access.japan import PURPOSES
from kyosei.access.policy import Policies
from kyosei.access.pseudonyms import keyed_pseudonyms
from kyosei.access.purposes import load_purposes
from kyosei.access.reading import ReadPath
from kyosei.facts.vocabulary import KINDS
from kyosei.journal.clock import Clock
from kyosei.journal.database import open_database
from kyosei.journal.directory import pseudonym_secret
from kyosei.norms.compiler import CompiledLaw

__all__ = ["open_read_path"]


@contextmanager
def open_read_path(path: Path, environment: Mapping[str, str], law: CompiledLaw, clock: Clock) -> Iterator[ReadPath]:
    """The read path of a data directory under a law; its database is closed with the block."""
    purposes = load_purposes(PURPOSES, law, KINDS)
    pseudonym = keyed_pseudonyms(pseudonym_secret(path))
    with open_database(environment, path) as database:
        yield ReadPath(database.engine, purposes, Policies.shipped(), clock, pseudonym)
