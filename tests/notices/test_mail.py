"""E-mail as a real SMTP server receives it, what becomes of its answers, and delivery reports."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
import sqlalchemy as sa
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from kyosei.notices.asking import Audience, Occasion
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.channels.channel import Failed, HandedOver, Refused
from kyosei.notices.channels.mail import MailChannel, Relay, read_report
from kyosei.notices.outbox.delivering import deliver
from kyosei.notices.outbox.posting import delivery_key, post
from kyosei.notices.outbox.reach import set_contact
from kyosei.notices.outbox.receipt_sorts import ReceiptSort
from kyosei.notices.outbox.receipts import delivered_on, record_for_parcel
from tests.notices.asked import DAY, NOON, SECOND, asked
from tests.notices.parcels import parcel_of


@dataclass
class Postbox:
    """What a server received; `answers` are given to the next recipients and messages instead of taking them."""

    recipient_answers: list[str] = field(default_factory=list)
    data_answers: list[str] = field(default_factory=list)
    mails: list[EmailMessage] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802  # aiosmtpd names it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.recipient_answers:
            return self.recipient_answers.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # as above
        if self.data_answers:
            return self.data_answers.pop(0)
        assert isinstance(envelope.content, bytes)
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 taken"


class OnAFreePort(Controller):
    """A server whose port the system chooses."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, asyncio.Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]  # aiosmtpd's


@contextmanager
def serving(postbox: Postbox) -> Iterator[Relay]:
    controller = OnAFreePort(postbox, hostname="127.0.0.1", port=0)
    controller.start()
    try:
        yield Relay("127.0.0.1", controller.port, "Kyosei <notices@kyosei.example>", "kyosei.example", security="none")
    finally:
        controller.stop()


def test_a_mail_says_all_to_its_reader_and_nothing_in_its_subject(catalogue: Catalogue) -> None:
    postbox, request = Postbox(), asked()
    with serving(postbox) as relay:
        outcome = MailChannel(relay).hand_over(parcel_of(catalogue, request, address="hr@sakura.example"), NOON)
    assert outcome == HandedOver(delivered=False, detail="taken by the relay")
    (mail,) = postbox.mails
    assert mail["Subject"] == "期日のあるお知らせ"
    assert mail["To"] == "hr@sakura.example"
    assert mail["Message-ID"] == f"<{1:032x}@kyosei.example>"
    assert mail["Date"].datetime.timestamp() * SECOND == NOON
    text = mail.get_content()
    assert "本人: Nguyễn Thị Hòa" in text
    assert "資格取得届」を提出してください" in text


def test_a_digest_is_one_mail(catalogue: Catalogue) -> None:
    postbox = Postbox()
    requests = [asked(), asked("event-2", occasion=Occasion.MET)]
    with serving(postbox) as relay:
        MailChannel(relay).hand_over(parcel_of(catalogue, *requests, address="hr@sakura.example"), NOON)
    assert postbox.mails[0]["Subject"] == "お知らせ（2件）"
    assert postbox.mails[0].get_content().count("厚生年金の資格取得届（5日以内）\r\n\r\n対象") == 2


@pytest.mark.parametrize(
    ("recipient", "data", "outcome"),
    [
        (["550 no such box"], [], Refused("answered 550: no such box")),
        (["450 later"], [], Failed("answered 450: later")),
        ([], ["554 not wanted"], Refused("answered 554: not wanted")),
        ([], ["451 busy"], Failed("answered 451: busy")),
    ],
)
def test_what_a_server_answers_decides(
    catalogue: Catalogue, recipient: list[str], data: list[str], outcome: Failed | Refused
) -> None:
    postbox = Postbox(recipient, data)
    with serving(postbox) as relay:
        channel = MailChannel(relay)
        parcel = parcel_of(catalogue, asked(), address="hr@sakura.example")
        assert channel.hand_over(parcel, NOON) == outcome
        assert channel.hand_over(parcel, NOON) == HandedOver(False, "taken by the relay")


def test_a_relay_that_is_away_is_tried_again(catalogue: Catalogue) -> None:
    with serving(Postbox()) as relay:
        pass
    outcome = MailChannel(relay).hand_over(parcel_of(catalogue, asked(), address="hr@sakura.example"), NOON)
    assert isinstance(outcome, Failed)


def test_from_posting_to_the_receipt(database: sa.Engine, catalogue: Catalogue) -> None:
    """An employer and its worker: each gets a mail of their own, and the deadline counts from the report of delivery."""
    postbox, employer = Postbox(data_answers=["451 busy"]), asked()
    about = {"person": "person:hoa", "employer": "org:sakura"}
    worker = asked(
        recipient="person:hoa", audience=Audience.PROTECTED, about=about, language="en", due=None, answer_days=None
    )
    with database.begin() as connection:
        set_contact(connection, "org:sakura", "email", "hr@sakura.example")
        set_contact(connection, "person:hoa", "email", "hoa@mail.example")
        for request in (employer, worker):
            post(connection, catalogue, request, NOON)
    now = NOON
    with serving(postbox) as relay:
        for _ in range(3):
            deliver(database, {"email": MailChannel(relay)}, lambda: now)  # noqa: B023  # read at once
            now += 3_600 * SECOND
    found = {mail["To"]: mail for mail in postbox.mails}
    assert len(postbox.mails) == 2
    assert "行っていただくこと" in found["hr@sakura.example"].get_content()
    to_worker = found["hoa@mail.example"].get_content()
    assert "What is to be done" not in to_worker
    assert "It is not for you to do." in to_worker
    assert "I ask for it myself" in to_worker
    report = read_report(delivery_report(delivery_key(employer.key, "email"), "delivered"))
    assert report is not None
    with database.begin() as connection:
        assert delivered_on(connection, employer.key) is None
        assert record_for_parcel(connection, *report, now) == 1
        assert delivered_on(connection, employer.key) == DAY


def delivery_report(envelope: str, action: str) -> bytes:
    return (
        "From: postmaster@relay.example\r\nTo: notices@kyosei.example\r\nSubject: report\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nIt arrived.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        f"Reporting-MTA: dns; relay.example\r\nOriginal-Envelope-Id: {envelope}\r\n\r\n"
        f"Final-Recipient: rfc822; hr@sakura.example\r\nAction: {action}\r\nStatus: 2.0.0\r\n\r\n--b--\r\n"
    ).encode()


@pytest.mark.parametrize(
    ("envelope", "action", "expected"),
    [
        ("0" * 32, "delivered", ReceiptSort.DELIVERED),
        ("0" * 32, "Failed", ReceiptSort.RETURNED),
        ("0" * 32, "delayed", None),
        ("0" * 32, "relayed", None),  # the next one takes no part in reports: that it arrived is not known
        ("another", "delivered", None),
    ],
)
def test_a_report_says_what_is_final(envelope: str, action: str, expected: ReceiptSort | None) -> None:
    report = read_report(delivery_report(envelope, action))
    assert report == (None if expected is None else (envelope, expected))


def test_what_is_no_report_says_nothing() -> None:
    assert read_report(b"Subject: out of office\r\n\r\nAction: delivered\r\n") is None
