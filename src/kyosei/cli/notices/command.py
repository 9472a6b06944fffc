"""The commands `kyosei notices …`, listed by hand.

Whoever keeps an installation sees that there are notices and what became of them, and not what they say about whom: that is read
by their recipients, in the portal.
"""

from __future__ import annotations

import typer

from kyosei.cli.notices.delivering import deliver, receipt
from kyosei.cli.notices.listing import list_, show
from kyosei.cli.notices.preview import preview
from kyosei.cli.notices.reaching import reach

__all__ = ["notices_application"]


def notices_application() -> typer.Typer:
    """The group of commands."""
    application = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode=None,
        help="What parties are told, how they are reached, what became of it.",
    )
    application.command()(preview)
    application.command()(reach)
    application.command()(deliver)
    application.command()(receipt)
    application.command("list")(list_)
    application.command()(show)
    return application
