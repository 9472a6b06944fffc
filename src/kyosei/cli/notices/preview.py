"""`kyosei notices preview`: how a notice about a norm reads, with nobody's data in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kyosei.cli.arguments import read_day
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import write_text
from kyosei.errors import QuestionError

__all__ = ["preview"]


def preview(
    context: typer.Context,
    norm: Annotated[str, typer.Argument(metavar="NORM", help="Such as jp.pension.report-acquisition.")],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="Of which day it speaks.")],
    to: Annotated[
        str, typer.Option("--to", metavar="AUDIENCE", help="bearer, protected, concerned, holder, source or office.")
    ] = "bearer",
    when: Annotated[
        str,
        typer.Option(
            "--when", metavar="OCCASION", help="due, breached, unmet, open, late, met, withdrawn or escalated."
        ),
    ] = "breached",
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help="The day by which.")] = None,
    lang: Annotated[str, typer.Option("--lang", metavar="TAG", help="ja, ja-easy, en, or a further language.")] = "ja",
    pdf: Annotated[Path | None, typer.Option("--pdf", metavar="FILE", help="Write it as a letter.")] = None,
) -> None:
    """Show how a notice about a norm reads: to whom it may go, what it asks, what it says beside."""
    from kyosei.norms.declare import bearer_among
    from kyosei.notices.asking import Audience, NoticeRequest, Occasion
    from kyosei.notices.catalogue import catalogue_of
    from kyosei.notices.channels.channel import Parcel
    from kyosei.notices.composing import compose, recipient_role
    from kyosei.notices.guidance import read_guidance
    from kyosei.notices.message import plain_text
    from kyosei.timelines.days import microseconds_from_instant

    source = LawSource.of(context)
    catalogue = catalogue_of(source.compile_law(), read_guidance(source.guidance()))
    try:
        audience, occasion = Audience(to), Occasion(when)
    except ValueError as error:
        raise QuestionError(
            f"{error}; --to is one of {', '.join(Audience)}, --when one of {', '.join(Occasion)}"
        ) from error
    parties = catalogue.norm(norm).scope.parties
    about = {role: f"{'person' if role == 'person' else 'org'}:{role.replace('_', '-')}" for role in parties}
    recipient = bearer_among(recipient_role(catalogue.norm(norm), audience), about) or "authority:preview"
    day = read_day(on, "--on")
    request = NoticeRequest(
        "preview", recipient, audience, occasion, norm, about, day, lang,
        due=None if due is None else read_day(due, "--due"),
    )  # fmt: skip
    message = compose(catalogue, request)
    if pdf is None:
        write_text(plain_text(message, {}))
        return
    from datetime import UTC, datetime, time

    from kyosei.notices.channels.letter import pdf_of
    from kyosei.timelines.days import date_from_day

    made_at = microseconds_from_instant(datetime.combine(date_from_day(day), time(), UTC))
    pdf.write_bytes(pdf_of(Parcel(request.key, recipient, "", (request.key,), (message,), {}, made_at), "Kyosei"))
    write_text(f"{pdf}\n")
