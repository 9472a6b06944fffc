"""`kyosei notices reach`: the addresses of a party, and how it wants to be told."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from kyosei.cli.asking import now
from kyosei.cli.data_directory import DataDirectoryOption, opened_journal
from kyosei.cli.page import write_text
from kyosei.errors import QuestionError

__all__ = ["reach"]

_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


def reach(
    data: DataDirectoryOption,
    party: Annotated[str, typer.Argument(metavar="PARTY", help="Such as org:sakura.")],
    email: Annotated[str | None, typer.Option("--email", metavar="ADDRESS", help="Its e-mail address.")] = None,
    postal: Annotated[
        str | None, typer.Option("--postal", metavar="LINES", help="Its postal address; | ends a line.")
    ] = None,
    webhook: Annotated[
        str | None, typer.Option("--webhook", metavar="URL", help="Of its system; prints the secret that signs.")
    ] = None,
    rotate: Annotated[bool, typer.Option("--rotate", help="A new secret; the old one signs for a day more.")] = False,
    quiet: Annotated[
        str | None, typer.Option("--quiet", metavar="HH:MM-HH:MM", help="When it is left in peace, in Japan's time.")
    ] = None,
    digest: Annotated[
        str | None, typer.Option("--digest", metavar="HH:MM", help="When what can wait comes together.")
    ] = None,
    feed: Annotated[
        str | None, typer.Option("--feed", metavar="TAG", help="A new calendar feed in a language.")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--lang", metavar="TAG", help="In which language: ja, ja-easy, en, or a further one.")
    ] = None,
    revoke_feeds: Annotated[bool, typer.Option("--revoke-feeds", help="End its calendar feeds.")] = False,
) -> None:
    """Say how a party is reached. Without options, says on which channels it is reached now."""
    from kyosei.cli.notices.delivering import webhook_key
    from kyosei.notices.channels import calendar, endpoints
    from kyosei.notices.channels.guard import Guard
    from kyosei.notices.outbox.reach import channels_of, set_contact, set_language, set_preferences
    from kyosei.notices.outbox.timing import Preferences

    preferences = Preferences(
        None if quiet is None else _hours(quiet), None if digest is None else _minute(digest, "--digest")
    )
    with opened_journal(data) as (_, database), database.engine.begin() as connection:
        if email is not None:
            set_contact(connection, party, "email", email or None)
        if postal is not None:
            set_contact(connection, party, "letter", postal.replace("|", "\n") or None)
        if webhook is not None:
            secret = endpoints.register_endpoint(connection, Guard(), webhook_key(data), party, webhook)
            write_text(f"secret: {secret}\n")
        if rotate:
            write_text(f"secret: {endpoints.rotate_secret(connection, webhook_key(data), party, now())}\n")
        if quiet is not None or digest is not None:
            set_preferences(connection, party, preferences)
        if language is not None:
            set_language(connection, party, language)
        if revoke_feeds:
            write_text(f"feeds ended: {calendar.revoke_feeds(connection, party, now())}\n")
        if feed is not None:
            import secrets

            token = calendar.new_feed(connection, party, feed, secrets.token_bytes(32), now())
            write_text(f"feed: {token}.ics\n")
        channels = ", ".join(["portal", *channels_of(connection, party)])
    write_text(f"{party} is told by: {channels}\n")


def _hours(written: str) -> tuple[int, int]:
    begin, _, end = written.partition("-")
    return _minute(begin, "--quiet"), _minute(end, "--quiet")


def _minute(written: str, option: str) -> int:
    found = _TIME.fullmatch(written)
    if found is None:
        raise QuestionError(f"{option}: {written!r} is no time of the day; write 21:00")
    return int(found[1]) * 60 + int(found[2])
