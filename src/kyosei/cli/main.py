"""The command `kyosei`: its commands, listed by hand, and what becomes of errors."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Annotated, Final, NoReturn

import typer

import kyosei
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import stop_writing, write_text
from kyosei.errors import InputError, KyoseiError

__all__ = ["main", "run"]

EVALUATED: Final = 0
OUR_FAILURE: Final = 1
UNUSABLE: Final = 2
INTERRUPTED: Final = 130

_COMMANDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "check": ("kyosei.cli.check.command", "check"),
        "explain": ("kyosei.cli.explain", "explain"),
        "plan": ("kyosei.cli.plan.command", "plan"),
        "timeline": ("kyosei.cli.timeline", "timeline"),
        "diff": ("kyosei.cli.difference", "diff"),
        "norms": ("kyosei.cli.norms", "norms"),
        "law": ("kyosei.cli.law.command", "law_application"),
        "import": ("kyosei.cli.institution", "import_files"),
        "vocabulary": ("kyosei.cli.vocabulary", "vocabulary"),
        "schemas": ("kyosei.cli.schemas", "schemas"),
        "submit": ("kyosei.cli.entering", "submit"),
        "journal": ("kyosei.cli.journal", "journal_application"),
        "log": ("kyosei.cli.log", "log_application"),
        "bundle": ("kyosei.cli.bundle", "bundle_application"),
        "receipt": ("kyosei.cli.receipt", "receipt_application"),
        "record": ("kyosei.cli.record", "record_application"),
        "person": ("kyosei.cli.person.command", "person_application"),
        "link": ("kyosei.cli.link.command", "link_application"),
        "watch": ("kyosei.cli.watch.command", "watch"),
        "trial": ("kyosei.cli.trial", "trial"),
        "serve": ("kyosei.cli.serve", "serve"),
        "account": ("kyosei.cli.account", "account_application"),
        "cases": ("kyosei.cli.cases.command", "cases_application"),
        "applications": ("kyosei.cli.applications.command", "applications_application"),
        "decisions": ("kyosei.cli.decisions.command", "decisions_application"),
        "signals": ("kyosei.cli.signals.command", "signals"),
        "world": ("kyosei.cli.world.command", "world_application"),
        "notices": ("kyosei.cli.notices.command", "notices_application"),
    }
)
"""Each command or group of commands, in the order of the help: its module, and there its function, or what makes the group.

They are imported when they are called: what one command needs, no other pays for.
"""


def run(source: LawSource) -> NoReturn:
    """Runs the command with the arguments of the process and ends the process with its exit status."""
    raise SystemExit(main(sys.argv[1:], source))


def main(arguments: Sequence[str], source: LawSource) -> int:
    """The exit status: 0 evaluated, whatever the verdicts; 2 unusable input or arguments; 1 our own failure, or a law that
    does not read as it did.
    """
    try:
        called = _application(next(iter(arguments), None))
        status = called(args=list(arguments), prog_name="kyosei", standalone_mode=False, obj=source)
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


def _application(first: str | None = None) -> typer.Typer:
    """The command with its commands; with only one of them if `first`, the first argument, names it."""
    application = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help="Shows for each legal duty whether it was, is and will be met, whose turn it is, and why.",
    )
    application.callback()(_kyosei)
    named = _COMMANDS if first is None or first not in _COMMANDS else (first,)
    for name in named:
        module, made_by = _COMMANDS[name]
        found = getattr(import_module(module), made_by)
        if made_by.endswith("_application"):
            application.add_typer(found(), name=name)
        else:
            application.command(name)(found)
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
