"""The commands `kyosei link …`, listed by hand."""

from __future__ import annotations

import typer

from kyosei.cli.link.candidates import candidates
from kyosei.cli.link.lines import dispute, end, join, resolve
from kyosei.cli.link.show import show

__all__ = ["link_application"]


def link_application() -> typer.Typer:
    """The group of commands."""
    application = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode=None,
        help="Say, with evidence, that two institutions know one person; end it, dispute it, see what stands.",
    )
    for command in (candidates, join, end, dispute, resolve, show):
        application.command()(command)
    return application
