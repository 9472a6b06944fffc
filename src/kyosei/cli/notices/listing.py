"""`kyosei notices list|show`: what became of deliveries, and nothing of what they say."""

from __future__ import annotations

from typing import Annotated

import typer

from kyosei.cli.arguments import Format, FormatOption
from kyosei.cli.data_directory import DataDirectoryOption, opened_journal
from kyosei.cli.page import Page, write_json

__all__ = ["list_", "show"]


def list_(
    data: DataDirectoryOption,
    state: Annotated[
        str | None,
        typer.Option("--state", metavar="STATE", help="waiting, handed_over, delivered, given_up, cancelled."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=10_000, help="How many are listed at most.")] = 100,
    format_: FormatOption = Format.TEXT,
) -> None:
    """List deliveries, those that leave next first."""
    from kyosei.notices.outbox.listing import listed_deliveries
    from kyosei.verdicts.names import instant_said

    with opened_journal(data) as (_, database), database.engine.connect() as connection:
        rows = listed_deliveries(connection, state, limit)
    if format_ is Format.JSON:
        write_json({"deliveries": [row.document() for row in rows]})
        return
    page = Page()
    for row in rows:
        times = f"{row.attempts} attempts" if row.attempts != 1 else "1 attempt"
        said = f", next {instant_said(row.not_before, 'en')}" if row.state == "waiting" else ""
        page.add(f"{row.key}  {row.channel:7}  {row.state} ({times}{said})")
    if not rows:
        page.add("No deliveries.")
    page.write()


def show(
    data: DataDirectoryOption,
    notice: Annotated[str, typer.Argument(metavar="KEY", help="Of a notice, or of one of its deliveries.")],
    format_: FormatOption = Format.TEXT,
) -> None:
    """Show what became of a notice: its deliveries, their receipts, and from which day a deadline counts."""
    from kyosei.notices.outbox.listing import history_of
    from kyosei.timelines.days import date_from_day
    from kyosei.verdicts.names import instant_said

    with opened_journal(data) as (_, database), database.engine.connect() as connection:
        history = history_of(connection, notice)
    if format_ is Format.JSON:
        write_json(history.document())
        return
    page = Page()
    page.add(f"{history.notice}  made {instant_said(history.made_at, 'en')}")
    reached = None if history.delivered_on is None else date_from_day(history.delivered_on).isoformat()
    page.add(f"Reached its recipient beside the portal: {reached or 'not yet known; no deadline counts'}")
    for row in history.deliveries:
        page.add(f"{row.key}  {row.channel}  {row.state}", indent=2)
        for receipt in row.receipts:
            page.add(f"{instant_said(receipt.at, 'en')}  {receipt.sort}  {receipt.detail}", indent=4)
    page.write()
