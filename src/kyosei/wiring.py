"""Opens, builds and joins: the law pack with its kinds and holidays, the kernels' cache, and the command line."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from kyosei.kernel_cache import cache_folder, name_kernel_cache, writable_home

if TYPE_CHECKING:
    from kyosei.access.purposes import Purpose
    from kyosei.cli.law_source import Serving
    from kyosei.journal.clock import Clock
    from kyosei.journal.database import Database
    from kyosei.journal.envelope import SigningKey
    from kyosei.norms.compiler import CompiledLaw
    from kyosei.norms.gateways import Gateway
    from kyosei.norms.procedures import Procedure
    from kyosei.statutes.sources import LegalSources
    from kyosei.statutes.stays import StatusOfStay
    from kyosei.verdicts.evaluate import Loaded
    from kyosei.web.portal import Portal
    from kyosei.web.security.provider import ProviderSettings

__all__ = [
    "READINGS",
    "RELEASED",
    "compile_japan",
    "current_law",
    "find_law",
    "gateways_of_japan",
    "kept_law",
    "legal_sources",
    "main",
    "notice_guidance",
    "open_law",
    "open_law_with_drafts",
    "open_portal",
    "procedures_of_japan",
    "purposes_of_japan",
    "read_released",
    "released_versions",
    "serve",
]

READINGS = resources.files("kyosei") / "law" / "jp" / "readings.json"
"""How the cited provisions read when they were last read; written by scripts/read_law.py."""
RELEASED = resources.files("kyosei") / "law" / "jp" / "released"
"""Laws that verdicts were made under, each under its address; written by scripts/release_law.py."""

_OBJECTS_OF_TEN_CHECKS = 20_000


def compile_japan() -> CompiledLaw:
    """The law of Japan as one program, checked."""
    from kyosei.facts.scopes import SCOPES
    from kyosei.facts.vocabulary import KINDS
    from kyosei.law.jp.coverage import COVERAGE
    from kyosei.law.jp.gateways import GATEWAYS
    from kyosei.law.jp.pack import NORMS
    from kyosei.law.jp.procedures import PROCEDURES
    from kyosei.norms.checks import check_norms, sole_holders
    from kyosei.norms.compiler import compile_law
    from kyosei.norms.coverage import check_coverage
    from kyosei.norms.gateways import check_gateways
    from kyosei.norms.procedures import check_procedures

    check_norms(NORMS, KINDS)
    check_coverage(COVERAGE, NORMS)
    law = compile_law("jp", NORMS, SCOPES, sole_holders(KINDS))
    check_gateways(GATEWAYS, law)
    check_procedures(PROCEDURES, law)
    return law


def compile_japan_with_drafts() -> CompiledLaw:
    """The law of Japan as it would stand with the drafts that are known: for what-if, and never for a verdict."""
    from kyosei.facts.scopes import SCOPES
    from kyosei.facts.vocabulary import KINDS
    from kyosei.law.jp.pack import NORMS
    from kyosei.law.jp.permanent_drafted import DRAFTS
    from kyosei.norms.checks import check_norms, sole_holders
    from kyosei.norms.compiler import compile_law
    from kyosei.norms.drafts import with_drafts

    norms = with_drafts(NORMS, DRAFTS)
    check_norms(norms, KINDS, drafts=True)
    return compile_law("jp-draft", norms, SCOPES, sole_holders(KINDS))


@cache
def current_law() -> CompiledLaw:
    """The law of Japan as it is now: as `kept_law` for this process, read once."""
    return kept_law(os.environ)


def kept_law(environment: Mapping[str, str]) -> CompiledLaw:
    """The law of Japan as `compile_japan` makes it, from the copy that was kept when these same sources were last compiled.

    Declaring and compiling the norms takes six times as long as reading what came of it. Where nothing can be written,
    they are compiled every time.
    """
    from kyosei.errors import LawError
    from kyosei.norms.archive import restore_law, write_law

    base = cache_folder(environment, writable_home())
    kept = base / "law" / f"{_digest_of_sources()}.json"
    try:
        return restore_law(kept.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, LawError):
        law = compile_japan()
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        beside = kept.with_suffix(f".{os.getpid()}")
        beside.write_text(write_law(law), encoding="utf-8")
        beside.replace(kept)
    return law


def _digest_of_sources() -> str:
    """A digest of every source that has a part in what the compiled law is."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for folder in ("terms", "facts", "norms", "law", "timelines"):
        for source in sorted((here / folder).rglob("*.py")):
            digest.update(str(source.relative_to(here)).encode() + b"\0" + source.read_bytes())
    return digest.hexdigest()[:32]


def open_law(version: str | None = None) -> Loaded:
    """The law of Japan, ready to run; made once a process. `version`: as for `find_law`."""
    return _opened(version)


@cache  # of a call without a version and of one with None alike
def _opened(version: str | None) -> Loaded:
    return _loaded(find_law(version))


@cache
def open_law_with_drafts() -> Loaded:
    """The law as it would stand with its drafts, ready to run: for what-if, and never for a verdict."""
    return _loaded(compile_japan_with_drafts())


def _loaded(law: CompiledLaw) -> Loaded:
    """A law with the kinds and the holidays of Japan."""
    import numpy as np

    from kyosei.evidence.questions import KindTable
    from kyosei.facts.employment import EmploymentRelation
    from kyosei.facts.vocabulary import KINDS
    from kyosei.law.jp.tables.holidays import NATIONAL_HOLIDAYS
    from kyosei.timelines.days import day_from_date
    from kyosei.verdicts.evaluate import load

    holidays = np.array(sorted(day_from_date(day) for day in NATIONAL_HOLIDAYS), np.int32)
    loaded = load(law, KindTable.of((*KINDS, EmploymentRelation)), holidays)
    gc.freeze()  # the law stays as long as the process: searching it for garbage made one verdict in fifty wait
    gc.set_threshold(
        _OBJECTS_OF_TEN_CHECKS
    )  # what a check makes is let go at once; a search in the midst of it finds nothing
    gc.enable()
    return loaded


def find_law(version: str | None = None) -> CompiledLaw:
    """The law as it is now, or that of an earlier answer by its version, such as jp@0123456789abcdef.

    QuestionError naming those that there are.
    """
    if version is not None and version in released_versions():
        return read_released(version)
    law = current_law()
    if version not in (None, law.version):
        from kyosei.errors import QuestionError

        there_are = ", ".join(dict.fromkeys([*released_versions(), law.version]))
        raise QuestionError(f"there is no law {version!r}; there are {there_are} (the last is the law as it is now)")
    return law


def read_released(version: str) -> CompiledLaw:
    """A released law by its version. QuestionError naming those that there are."""
    import gzip

    from kyosei.errors import QuestionError
    from kyosei.norms.archive import restore_law

    file = RELEASED / f"{version.replace('@', '-')}.json.gz"
    if not file.is_file():
        kept = ", ".join(released_versions()) or "none yet"
        raise QuestionError(f"there is no released law {version!r}; released: {kept}")
    return restore_law(gzip.decompress(file.read_bytes()).decode())


def released_versions() -> list[str]:
    """Every released version of the law."""
    if not RELEASED.is_dir():
        return []
    names = sorted(file.name for file in RELEASED.iterdir() if file.name.endswith(".json.gz"))
    return [name.removesuffix(".json.gz").replace("-", "@", 1) for name in names]


def purposes_of_japan() -> tuple[Purpose, ...]:
    """For which records are read under the law of Japan."""
    from kyosei.access.japan import PURPOSES

    return PURPOSES


def gateways_of_japan() -> tuple[Gateway, ...]:
    """Through which a case may pass from one office to another under the law of Japan."""
    from kyosei.law.jp.gateways import GATEWAYS

    return GATEWAYS


def procedures_of_japan() -> tuple[Procedure, ...]:
    """How applications are decided under the law of Japan."""
    from kyosei.law.jp.procedures import PROCEDURES

    return PROCEDURES


def legal_sources() -> LegalSources:
    """The laws of Japan, what its facts, purposes, gateways and procedures cite, how that was read, its norms' cases and
    words, what it covers.
    """
    from kyosei.access.japan import PURPOSES
    from kyosei.access.purposes import provisions_of
    from kyosei.law.jp.coverage import COVERAGE
    from kyosei.law.jp.laws import LAWS, RENUMBERED
    from kyosei.law.jp.tables.facts import cited_facts
    from kyosei.statutes.readings import load_readings
    from kyosei.statutes.sources import LegalSources
    from kyosei.terms.citations import Citation, Citer
    from kyosei.timelines.days import day_from_date

    bases = (
        Citation(basis.provision, basis.from_day, Citer("purpose", purpose.id), basis.until_day)
        for purpose in PURPOSES
        for basis in provisions_of(purpose)
    )
    between = (
        Citation(provision, day_from_date(one.read_on), Citer("gateway", one.id), day_from_date(one.look_again))
        for one in gateways_of_japan()
        for provision in one.provisions
    )
    deciding = (
        Citation(provision, day_from_date(one.read_on), Citer("procedure", one.id))
        for one in procedures_of_japan()
        for provision in one.cited()
    )
    readings = load_readings(READINGS.read_text(encoding="utf-8"))
    cases, words = _beside_the_norms(".cases.yaml"), _beside_the_norms(".words.yaml")
    return LegalSources(
        LAWS, RENUMBERED, (*cited_facts(), *bases, *between, *deciding), readings, cases, COVERAGE, words, _stays()
    )


def _stays() -> tuple[StatusOfStay, ...]:
    """The statuses of residence of Japan."""
    from kyosei.law.jp.tables.statuses import STATUSES
    from kyosei.statutes.stays import StatusOfStay, StayPeriods

    return tuple(
        StatusOfStay(one.slug, one.table, one.work, one.notification, tuple(
            StayPeriods(held.from_day, held.fixed, held.designated_max, held.subclasses, held.day_verified)
            for held in one.history
        ))
        for one in STATUSES
    )  # fmt: skip


def notice_guidance() -> dict[str, str]:
    """What notices say about single norms of Japan, as YAML, by the name of their file."""
    return {f"{name}.notices.yaml": text for name, text in _beside_the_norms(".notices.yaml").items()}


def _beside_the_norms(ending: str) -> dict[str, str]:
    """The files beside the norms of Japan whose names end so, as text, by the rest of the name."""
    folder = resources.files("kyosei") / "law" / "jp"
    named = sorted((file.name, file) for file in folder.iterdir() if file.name.endswith(ending))
    return {name.removesuffix(ending): file.read_text(encoding="utf-8") for name, file in named}


def serve(data: Path, database: Database, serving: Serving) -> None:
    """Runs the portal over an open database until a signal ends it. QuestionError for an origin that is none."""
    import time

    from kyosei.web.security.provider import ProviderSettings
    from kyosei.web.server import Watching, Worker, run_portal

    worker = Worker(data, database.engine)
    address = serving.origin or f"http://127.0.0.1:{serving.port}"
    settings = None
    if serving.issuer is not None and serving.client_id is not None:
        settings = ProviderSettings(serving.issuer, serving.client_id, serving.client_secret)
    portal = open_portal(
        data, database, address, serving.try_roles, lambda: time.time_ns() // 1_000, worker.is_working, settings
    )
    watching = Watching(serving.log_requests, serving.metrics_port, serving.collector)
    run_portal(portal, worker, serving.port, watching, serving.processes)


def open_portal(
    data: Path, database: Database, origin: str, try_roles: bool, clock: Clock, is_working: Callable[[], bool],
    settings: ProviderSettings | None = None,
) -> Portal:  # fmt: skip
    """The portal under the law of Japan. QuestionError for an origin that is none; StoreError where nobody can be tried."""
    import time

    from kyosei.access.accounts import Accounts
    from kyosei.access.opening import read_path_of
    from kyosei.access.purposes import load_purposes
    from kyosei.facts.vocabulary import KINDS
    from kyosei.journal.directory import DataDirectory, shared_journal, signing_key
    from kyosei.journal.registry import PORTAL, ROOT
    from kyosei.trial.residents import read_residents
    from kyosei.web.audit import PublicLog
    from kyosei.web.entering import Entering, Intake
    from kyosei.web.portal import Portal
    from kyosei.web.security.origin import Origin
    from kyosei.web.security.pace import Pace
    from kyosei.web.security.provider import Provider

    reached = Origin.read(origin)
    residents = read_residents(data) if try_roles else None
    law = open_law()
    purposes = load_purposes(purposes_of_japan(), law.law, KINDS)
    path = read_path_of(data, database, purposes, clock)
    entering = intake = None
    if DataDirectory(data).party_key(PORTAL).exists():
        journal = shared_journal(data, database.engine, clock)
        entering = Entering(journal, signing_key(data, PORTAL))
        intake = Intake(journal, lambda party: _key_in_trial(data, party) if try_roles else None)
    directory = DataDirectory(data)
    public_log = PublicLog(directory.log, directory.log_public.read_text(encoding="utf-8").strip())
    return Portal(
        database.engine, path, purposes, law, reached, clock, residents, entering, intake, is_working, notice_guidance(),
        public_log, open_law, None if entering is None else signing_key(data, ROOT),
        None if settings is None else Provider(settings, clock),
        None if settings is None else Accounts(database.engine, signing_key(data, ROOT).public),
        Pace(1_200, 300, time.monotonic), procedures_of_japan(), _beside_the_norms(".words.yaml"),
    )  # fmt: skip


def _key_in_trial(data: Path, party: str) -> SigningKey | None:
    """The key of an institution in a trial, which holds those of all."""
    from kyosei.journal.directory import DataDirectory, signing_key

    return signing_key(data, party) if DataDirectory(data).party_key(party).exists() else None


def main() -> None:
    """The command `kyosei`."""
    gc.disable()  # what is made while starting stays; `open_law` enables it again
    name_kernel_cache(os.environ, writable_home())
    from kyosei.cli.law_source import LawSource
    from kyosei.cli.main import run

    run(LawSource(
        open_law, current_law, purposes_of_japan, legal_sources, open_law_with_drafts, notice_guidance, gateways_of_japan,
        procedures_of_japan, serve,
    ))  # fmt: skip
