"""`kyosei notices deliver|receipt`: hands over what is due, and writes down what carriers tell."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final
from urllib.parse import parse_qs, unquote, urlsplit

import typer

from kyosei.cli.asking import now
from kyosei.cli.data_directory import DataDirectoryOption, opened_journal
from kyosei.cli.page import write_text
from kyosei.errors import QuestionError, StoreError

if TYPE_CHECKING:
    import sqlalchemy as sa

    from kyosei.notices.channels.channel import Channel
    from kyosei.notices.channels.mail import Relay

__all__ = ["channels_from", "deliver", "receipt", "relay_from", "webhook_key"]

SMTP_URL: Final = "KYOSEI_SMTP_URL"
SMTP_PASSWORD_FILE: Final = "KYOSEI_SMTP_PASSWORD_FILE"
MAIL_FROM: Final = "KYOSEI_MAIL_FROM"
_PORTS: Final = {"smtp": 587, "smtps": 465}
_KEY_BYTES: Final = 32


def deliver(data: DataDirectoryOption) -> None:
    """Hand over what is due now: e-mail by the relay of KYOSEI_SMTP_URL, webhooks, and letters into the folder `letters`.

    Run it again and again, side by side, and after a crash: nothing is handed over under two keys, nothing is lost.
    """
    from kyosei.notices.outbox.delivering import deliver as deliver_due

    with opened_journal(data) as (_, database):
        done = deliver_due(database.engine, channels_from(data, database.engine), now)
    write_text(f"handed over {done.handed_over}, to be tried again {done.waiting}, given up {done.given_up}\n")
    for reason in dict.fromkeys(done.reasons):
        write_text(f"  {reason}\n")


def receipt(
    data: DataDirectoryOption,
    key: Annotated[
        str, typer.Argument(metavar="KEY", help="Of a delivery; - reads a delivery report from standard input.")
    ],
    sort: Annotated[str, typer.Argument(metavar="SORT", help="delivered, read or returned.")] = "delivered",
    detail: Annotated[str, typer.Option("--detail", help="Such as the number of a delivery record.")] = "",
) -> None:
    """Write down what the carrier or the recipient tells: of a letter by its key, of an e-mail by the report (RFC 3464)."""
    from kyosei.notices.channels.mail import read_report
    from kyosei.notices.outbox.receipt_sorts import ReceiptSort
    from kyosei.notices.outbox.receipts import record_for_parcel, record_receipt

    told = {one.value: one for one in (ReceiptSort.DELIVERED, ReceiptSort.READ, ReceiptSort.RETURNED)}
    if sort not in told:
        raise QuestionError(f"{sort!r} is no receipt; there are {', '.join(told)}")
    with opened_journal(data) as (_, database), database.engine.begin() as connection:
        if key == "-":
            report = read_report(sys.stdin.buffer.read())
            count = 0 if report is None else record_for_parcel(connection, *report, now(), "delivery report")
        else:
            count = int(record_receipt(connection, key, told[sort], now(), detail))
    write_text(f"receipts written: {count}\n")


def channels_from(data: Path, engine: sa.Engine) -> dict[str, Channel]:
    """The channels of an installation. Without KYOSEI_SMTP_URL, e-mail waits. InputError if something of it is not usable."""
    from kyosei.notices.channels.endpoints import secrets_at
    from kyosei.notices.channels.guard import Guard
    from kyosei.notices.channels.letter import LetterChannel
    from kyosei.notices.channels.mail import MailChannel
    from kyosei.notices.channels.webhook import WebhookChannel

    key = webhook_key(data)

    def secrets_of(party: str, at: int) -> tuple[bytes, ...]:
        with engine.connect() as connection:
            return secrets_at(connection, key, party, at)

    relay = relay_from(dict(os.environ))
    channels: dict[str, Channel] = {
        "webhook": WebhookChannel(secrets_of, Guard()),
        "letter": LetterChannel(data / "letters", "Kyosei"),
    }
    if relay is not None:
        channels["email"] = MailChannel(relay)
    return channels


def relay_from(environment: dict[str, str]) -> Relay | None:
    """The relay that the environment names: smtp[s]://user@host:port?security=starttls. None if it names none."""
    from kyosei.notices.channels.mail import Relay

    address = environment.get(SMTP_URL)
    if address is None:
        return None
    parts, sender = urlsplit(address), environment.get(MAIL_FROM, "")
    security = parse_qs(parts.query).get("security", ["tls" if parts.scheme == "smtps" else "starttls"])[0]
    if parts.scheme not in _PORTS or not parts.hostname or security not in ("tls", "starttls", "none"):
        raise StoreError(f"{SMTP_URL} is no address of a relay; write smtp://user@host:587 or smtps://host")
    if "@" not in sender:
        raise StoreError(f"{MAIL_FROM} must be the address that notices come from")
    if parts.password is not None:
        raise StoreError(
            f"{SMTP_URL} must not hold the password; put it into a file and name that in {SMTP_PASSWORD_FILE}"
        )
    file = environment.get(SMTP_PASSWORD_FILE)
    try:
        password = None if file is None else Path(file).read_text("utf-8").strip()
    except OSError as error:
        raise StoreError(f"{file} cannot be read: {error.strerror}") from error
    user = None if parts.username is None else unquote(parts.username)
    domain = sender.rpartition("@")[2].rstrip(">")
    return Relay(parts.hostname, parts.port or _PORTS[parts.scheme], sender, domain, security, user, password)


def webhook_key(data: Path) -> bytes:
    """The key from which the secrets of webhooks are derived: `keys/webhooks`, made when it is first needed."""
    file = data / "keys" / "webhooks"
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as opened:
            opened.write(secrets.token_hex(_KEY_BYTES) + "\n")
    except FileExistsError:
        pass
    except OSError as error:
        raise StoreError(f"{file} cannot be written: {error.strerror}") from error
    try:
        found = bytes.fromhex(file.read_text("utf-8").strip())
    except (OSError, ValueError) as error:
        raise StoreError(f"{file} holds no key; restore it") from error
    if len(found) != _KEY_BYTES:
        raise StoreError(f"{file} holds {len(found)} bytes, not {_KEY_BYTES}; restore it")
    return found
