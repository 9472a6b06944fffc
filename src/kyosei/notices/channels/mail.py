"""E-mail: one text, a name that every attempt has in common, and reports about its delivery.

The Message-ID is made of the key, so that a mail that is handed over twice is one to whoever reads it. A relay that offers
delivery status notifications (RFC 3461) is asked for them, with the key as envelope id; `read_report` reads what it answers.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Final

from kyosei.notices.channels.channel import Failed, HandedOver, Outcome, Parcel, Refused
from kyosei.notices.message import Message, plain_text
from kyosei.notices.outbox.receipt_sorts import ReceiptSort
from kyosei.notices.voice import voice_of
from kyosei.timelines.days import instant_from_microseconds

__all__ = ["MailChannel", "Relay", "mail_of", "read_report"]

_SECONDS_MOST: Final = 30.0
_KEY: Final = re.compile(r"[0-9a-f]{32}")
_RULE: Final = "\n" + "-" * 40 + "\n\n"
_PERMANENT: Final = 500


@dataclass(frozen=True, slots=True)
class Relay:
    """The SMTP server that takes our mail. security: `tls` from the first byte, `starttls`, or `none` (a relay beside us).

    sender: the address it comes from. domain: of the Message-ID, ours.
    """

    host: str
    port: int
    sender: str
    domain: str
    security: str = "starttls"
    user: str | None = None
    password: str | None = None
    context: ssl.SSLContext | None = None


class MailChannel:
    """Hands mail to a relay, a connection each: notices are few, and none waits for another's failure."""

    def __init__(self, relay: Relay) -> None:
        self._relay = relay

    def hand_over(self, parcel: Parcel, now: int) -> Outcome:
        """Sends it. 4xx and a broken connection are `Failed`, 5xx about this mail is `Refused` (RFC 5321 section 4.2.1)."""
        mail = mail_of(parcel, self._relay, instant_from_microseconds(now))
        try:
            with self._connected() as server:
                options = ["RET=HDRS", f"ENVID={parcel.key}"] if server.has_extn("dsn") else []
                wanted = ["NOTIFY=SUCCESS,FAILURE"] if server.has_extn("dsn") else []
                server.send_message(mail, mail_options=options, rcpt_options=wanted)
        except smtplib.SMTPRecipientsRefused as error:
            code, text = next(iter(error.recipients.values()))
            return _answered(code, text)
        except smtplib.SMTPDataError as error:
            return _answered(error.smtp_code, error.smtp_error)
        except smtplib.SMTPResponseException as error:
            return Failed(
                f"the relay answers us {error.smtp_code}: {_said(error.smtp_error)}"
            )  # ours to mend, not lost
        except (smtplib.SMTPException, OSError) as error:
            return Failed(f"{self._relay.host}: {type(error).__name__}: {error}")
        return HandedOver(delivered=False, detail="taken by the relay")

    def _connected(self) -> smtplib.SMTP:
        relay = self._relay
        context = relay.context or ssl.create_default_context()
        server: smtplib.SMTP
        if relay.security == "tls":
            server = smtplib.SMTP_SSL(relay.host, relay.port, timeout=_SECONDS_MOST, context=context)
        else:
            server = smtplib.SMTP(relay.host, relay.port, timeout=_SECONDS_MOST)
        try:
            if relay.security == "starttls":
                server.starttls(context=context)
            server.ehlo_or_helo_if_needed()
            if relay.user is not None:
                server.login(relay.user, relay.password or "")
        except BaseException:
            server.close()
            raise
        return server


def mail_of(parcel: Parcel, relay: Relay, sent: datetime) -> EmailMessage:
    """The mail. Its subject reveals nothing; the text says all, with names."""
    first = parcel.messages[0]
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"] = relay.sender
    mail["To"] = parcel.address
    mail["Subject"] = _subject(parcel.messages)
    mail["Date"] = format_datetime(sent)
    mail["Message-ID"] = f"<{parcel.key}@{relay.domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = "ja" if first.language == "ja-easy" else first.language
    closing = voice_of(first.language)("opens_portal") + "\n"
    mail.set_content(
        _RULE.join([*(plain_text(message, parcel.names) for message in parcel.messages), closing]), cte="base64"
    )
    return mail


def read_report(written: bytes) -> tuple[str, ReceiptSort] | None:
    """Of which mail a delivery status notification (RFC 3464) speaks, by its key, and what it says; None if it says nothing
    final, or is no such report.
    """
    report = message_from_bytes(written, policy=policy.default)
    if report.get_content_type() != "multipart/report":
        return None
    for part in report.walk():
        if part.get_content_type() == "message/delivery-status":
            fields = [{name.lower(): str(value) for name, value in block.items()} for block in part.iter_parts()]
            key = next((one["original-envelope-id"] for one in fields if "original-envelope-id" in one), "")
            action = next((one["action"].strip().lower() for one in fields if "action" in one), "")
            sort = {"delivered": ReceiptSort.DELIVERED, "failed": ReceiptSort.RETURNED}.get(action)
            if sort is not None and _KEY.fullmatch(key.strip()):
                return key.strip(), sort
    return None


def _subject(messages: Sequence[Message]) -> str:
    if len(messages) == 1:
        return messages[0].subject
    return voice_of(messages[0].language)("subject.digest", count=str(len(messages)))


def _answered(code: int, text: bytes | str) -> Outcome:
    said = f"answered {code}: {_said(text)}"
    return Refused(said) if code >= _PERMANENT else Failed(said)


def _said(text: bytes | str) -> str:
    return (text.decode("utf-8", "replace") if isinstance(text, bytes) else text)[:200]
