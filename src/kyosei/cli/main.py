"""The command `kyosei`: its commands, listed by hand, and what becomes of errors."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated, Final, NoReturn

import typer

import kyosei
from kyosei.cli.account import account_application
from kyosei.cli.applications.command import applications_application
from kyosei.cli.bundle import bundle_application
from kyosei.cli.cases.command import cases_application
from kyosei.cli.check.command import check
from kyosei.cli.decisions.command import decisions_application
from kyosei.cli.difference import diff
from kyosei.cli.entering import submit
from kyosei.cli.explain import explain
from kyosei.cli.institution import import_files
from kyosei.cli.journal import journal_application
from kyosei.cli.law.command import law_application
from kyosei.cli.law_source import LawSource
from kyosei.cli.link.command import link_application
from kyosei.cli.log import log_application
from kyosei.cli.norms import norms
from kyosei.cli.notices.command import notices_application
from kyosei.cli.page import stop_writing, write_text
from kyosei.cli.person.command import person_application
from kyosei.cli.plan.command import plan
from kyosei.cli.receipt import receipt_application
from kyosei.cli.record import record_application
from kyosei.cli.schemas import schemas
from kyosei.cli.serve import serve
from kyosei.cli.signals.command import signals
from kyosei.cli.timeline import timeline
from kyosei.cli.trial import trial
from kyosei.cli.vocabulary import vocabulary
from kyosei.cli.watch.command import watch
from kyosei.cli.world.command import world_application
from kyosei.errors import InputError, KyoseiError

__all__ = ["main", "run"]

EVALUATED: Final = 0
OUR_FAILURE: Final = 1
UNUSABLE: Final = 2
INTERRUPTED: Final = 130


def run(source: LawSource) -> NoReturn:
    """Runs the command with the arguments of the process and ends the process with its exit status."""
    raise SystemExit(main(sys.argv[1:], source))


def main(arguments: Sequence[str], source: LawSource) -> int:
    """The exit status: 0 evaluated, whatever the verdicts; 2 unusable input or arguments; 1 our own failure, or a law that
    does not read as it did.
    """
    try:
        status = _application()(args=list(arguments), prog_name="kyosei", standalone_mode=False, obj=source)
        sys.stdout.flush()
    except typer.TyperException as error:
        return _refuse(f"{error.format_message()}\n{_where_help_is(error)}", UNUSABLE)
    except InputError as error:
        return _refuse(str(error), UNUSABLE)
    except KyoseiError as error:
        return _refuse(str(error), OUR_FAILURE)
    except (BrokenPipeError, SystemExit):
        # The reader of standard output has read enough; Typer turns a broken pipe into SystemExit.
        stop_writing()
        return EVALUATED
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the edge: whatever happens becomes words and a status
        return _our_failure(error)
    return status if isinstance(status, int) else EVALUATED


def _application() -> typer.Typer:
    application = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help="Shows for each legal duty whether it was, is and will be met, whose turn it is, and why.",
    )
    application.callback()(_kyosei)
    application.command()(check)
    application.command()(explain)
    application.command()(plan)
    application.command()(timeline)
    application.command()(diff)
    application.command()(norms)
    application.add_typer(law_application(), name="law")
    application.command("import")(import_files)
    application.command()(vocabulary)
    application.command()(schemas)
    application.command()(submit)
    application.add_typer(journal_application(), name="journal")
    application.add_typer(log_application(), name="log")
    application.add_typer(bundle_application(), name="bundle")
    application.add_typer(receipt_application(), name="receipt")
    application.add_typer(record_application(), name="record")
    application.add_typer(person_application(), name="person")
    application.add_typer(link_application(), name="link")
    application.command()(watch)
    application.command()(trial)
    application.command()(serve)
    application.add_typer(account_application(), name="account")
    application.add_typer(cases_application(), name="cases")
    application.add_typer(applications_application(), name="applications")
    application.add_typer(decisions_application(), name="decisions")
    application.command()(signals)
    application.add_typer(world_application(), name="world")
    application.add_typer(notices_application(), name="notices")
    return application


def _show_version(wanted: bool) -> None:
    if wanted:
        write_text(f"kyosei {kyosei.__version__}\n")
        raise typer.Exit


def _kyosei(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """Holds the options of the command itself; those of its commands are theirs."""


def _where_help_is(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if isinstance(context, typer.Context) else "kyosei"
    return f"`{path} --help` shows how it is called."


def _refuse(message: str, status: int) -> int:
    sys.stderr.write(message.rstrip() + "\n")
    return status


def _our_failure(error: Exception) -> int:
    if os.environ.get("KYOSEI_DEBUG") == "1":
        traceback.print_exception(error, file=sys.stderr)
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return _refuse(f"Kyosei itself failed: {said[:300]} (KYOSEI_DEBUG=1 shows where; please report it)", OUR_FAILURE)
