"""`kyosei watch`: keeps verdicts, cases and notices of a data directory current, once or for as long as it runs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.cli.arguments import Format, FormatOption, LanguageOption, language_of
from kyosei.cli.asking import now, purposes_under
from kyosei.cli.data_directory import DataDirectoryOption
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import write_json, write_text
from kyosei.cli.waiting import announce_preparation
from kyosei.cli.watch.words import CASES, EVALUATED, NOTICES, TAKEN_UP

if TYPE_CHECKING:
    from kyosei.alerts.following import Followed, Follower
    from kyosei.journal.database import Database
    from kyosei.journal.journal import Journal
    from kyosei.terms.text import Language

__all__ = ["watch"]

LONGEST_WAIT_SECONDS = 60.0
"""After this it looks even if nobody was told of anything: a day may have turned, an attempt may be due again."""


def watch(
    context: typer.Context,
    data: DataDirectoryOption,
    once: Annotated[
        bool, typer.Option("--once", help="Take up what there is, and what is due by now, and end.")
    ] = False,
    anew: Annotated[
        bool, typer.Option("--anew", help="First forget what is kept, and derive all of it from the journal again.")
    ] = False,
    format_: FormatOption = Format.TEXT,
    lang: LanguageOption = None,
) -> None:
    """Follow the journal: keep every verdict current, open and close cases, tell whose turn it is, and deliver it."""
    from kyosei.cases.book import forget_cases
    from kyosei.journal.database import open_database
    from kyosei.journal.directory import shared_journal
    from kyosei.journal.embedded import ended_by_signals
    from kyosei.journal.listening import publications
    from kyosei.watch.following import forget_everything

    announce_preparation()
    language = language_of(lang)
    with ended_by_signals(), open_database(os.environ, data) as database:
        journal = shared_journal(data, database.engine, now)
        if anew:
            forget_everything(database.engine)
            forget_cases(database.engine)
        follower = _follower(LawSource.of(context), data, journal, database)
        _say(follower.catch_up(), format_, language)
        if once:
            return
        for _ in publications(database.engine, LONGEST_WAIT_SECONDS):
            done = follower.catch_up()
            if done:
                _say(done, format_, language)


def _follower(source: LawSource, data: Path, journal: Journal, database: Database) -> Follower:
    from kyosei.access.opening import read_path_of
    from kyosei.alerts.applying import Applicants
    from kyosei.alerts.arriving import Arrivals
    from kyosei.alerts.following import Follower
    from kyosei.alerts.retelling import Retelling
    from kyosei.alerts.sources import Sources
    from kyosei.alerts.telling import Teller
    from kyosei.cases.acts import OPERATOR
    from kyosei.cases.book import CaseBook
    from kyosei.cases.silencing import Silencer
    from kyosei.cli.notices.delivering import channels_from
    from kyosei.journal.directory import signing_key
    from kyosei.notices.catalogue import catalogue_of
    from kyosei.notices.guidance import read_guidance
    from kyosei.watch.following import Watch

    law = source.open_law(None)
    key = signing_key(data, OPERATOR)
    engine, catalogue = database.engine, catalogue_of(law.law, read_guidance(source.guidance()))
    teller = Teller(catalogue, now)
    path = read_path_of(data, database, purposes_under(source, law.law), now)
    return Follower(
        Watch(engine, law, now), CaseBook(engine, law.law, tell=teller.tell, gateways=source.gateways()), teller,
        Arrivals(engine, journal, key), channels_from(data, engine), now, Silencer(engine, journal, key),
        Retelling(engine, law, catalogue, path, now), Applicants(engine, catalogue, now),
        Sources(engine, catalogue, now),
    )  # fmt: skip


def _say(done: Followed, format_: Format, language: Language) -> None:
    did = done.did
    if format_ is Format.JSON:
        write_json(
            {
                "entries": did.entries,
                "days": did.days,
                "evaluated": did.subjects,
                "transitions": did.told,
                "cases_of": done.cases,
                "notices": done.posted,
                "handed_over": done.handed_over,
                "receipts": done.receipts,
                "silenced": done.silenced,
            }
        )
        return
    said = (
        TAKEN_UP.said_in(language).format(did.entries, did.days),
        EVALUATED.said_in(language).format(did.subjects, did.told),
        CASES.said_in(language).format(done.cases),
        NOTICES.said_in(language).format(done.posted, done.handed_over, done.receipts),
    )
    write_text(" · ".join(said) + "\n")
