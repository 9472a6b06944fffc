"""docs/guides/write-a-notice.md, followed word for word: as processes, with a real SMTP server and a data directory."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from kyosei.cli.notices.schemas import notices_schemas
from kyosei.journal.directory import initialise, open_journal
from kyosei.law.jp import annual_leave
from kyosei.notices.asking import Audience, Occasion
from kyosei.notices.catalogue import Catalogue, catalogue_of
from kyosei.notices.composing import compose
from kyosei.notices.guidance import read_guidance
from kyosei.notices.message import plain_text
from kyosei.notices.outbox.posting import delivery_key, post
from kyosei.wiring import current_law, notice_guidance
from tests.cli.processes import Answer, kyosei
from tests.docs.guides import blocks_of
from tests.journal.server import temporary_folder
from tests.notices.asked import NOON, asked, asked_about
from tests.notices.test_mail import Postbox, delivery_report, serving

BLOCKS = blocks_of("write-a-notice.md")
FILE = "src/kyosei/law/jp/annual_leave.notices.yaml"


def run(title: str, data: Path | None = None, key: str = "", *more: str, stdin: str = "") -> Answer:
    words = {"DIR": str(data), "KEY": key}
    arguments = [words.get(word, word) for word in shlex.split(BLOCKS[title].text)]
    assert arguments.pop(0) == "kyosei"
    answer = kyosei(*arguments, *more, stdin=stdin)
    assert (answer.status, answer.err) == (0, "")
    return answer


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    with temporary_folder() as folder:
        initialise(folder / "d", "log.example/notices")
        yield folder / "d"


def test_the_norm_of_the_guide_has_general_words_and_gets_its_own() -> None:
    assert "Please do this: " in run("look").out
    with_guide = catalogue_of(current_law(), read_guidance({**notice_guidance(), Path(FILE).name: BLOCKS[FILE].text}))
    norm = with_guide.norm("jp.labour.annual-leave-five-days")
    assert norm.id in {one.id for one in annual_leave.NORMS}
    for audience, said in (
        (Audience.BEARER, "Ask the worker which days"),
        (Audience.PROTECTED, "You may say which days"),
    ):
        request = asked_about(norm, audience, Occasion.BREACHED)
        assert said in plain_text(compose(with_guide, request), {})
    assert "あなたを まもる もの" in run("look again").out


def test_from_the_address_to_the_receipt(data: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("reach", data).out == "org:sakura is told by: portal, email\n"
    monkeypatch.setenv("KYOSEI_MAIL_FROM", "Kyosei <notices@kyosei.example>")
    key, postbox = asked().key, Postbox()
    with open_journal(data, {}, lambda: NOON) as (_, database), database.engine.begin() as connection:
        post(connection, catalogue, asked(), NOON)
    with serving(postbox) as relay:
        monkeypatch.setenv("KYOSEI_SMTP_URL", f"smtp://{relay.host}:{relay.port}?security=none")
        # The hour at which the test runs may be a quiet one.
        assert kyosei("notices", "reach", "org:sakura", "--data", str(data), "--quiet", "00:00-00:00").status == 0
        assert run("deliver", data).out == "handed over 1, to be tried again 0, given up 0\n"
        assert run("deliver", data).out == "handed over 0, to be tried again 0, given up 0\n"
    assert [mail["Message-ID"] for mail in postbox.mails] == [f"<{delivery_key(key, 'email')}@kyosei.example>"]
    listed = json.loads(run("list", data, "", "--format", "json").out)
    jsonschema.Draft202012Validator(notices_schemas()["notices-list"]).validate(listed)
    assert [one["key"] for one in listed["deliveries"]] == [delivery_key(key, "email")]
    assert "no deadline counts" in run("show", data, key).out
    report = delivery_report(delivery_key(key, "email"), "delivered").decode()
    assert kyosei("notices", "receipt", "-", "--data", str(data), stdin=report).out == "receipts written: 1\n"
    assert run("receipt", data, delivery_key(key, "email")).out == "receipts written: 0\n"
    shown = json.loads(run("show", data, key, "--format", "json").out)
    jsonschema.Draft202012Validator(notices_schemas()["notices-show"]).validate(shown)
    assert shown["delivered_on"] is not None
    assert "delivered" in run("show", data, delivery_key(key, "email")).out
    for text in (run("list", data).out, run("show", data, key).out):
        assert "hoa" not in text
        assert "pension" not in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("preview", "jp.none.such", "--on", "2026-11-21"), "there is no norm 'jp.none.such'"),
        (("preview", "jp.pension.insured", "--on", "2026-11-21"), "is not told to its bearer"),
        (("preview", "jp.pension.insured", "--on", "2026-11-21", "--to", "boss"), "--to is one of bearer"),
        (("show", "nothing", "--data", "DIR"), "there is no notice 'nothing'"),
        (("receipt", "nothing", "--data", "DIR"), "there is no delivery 'nothing'"),
        (("receipt", "nothing", "lost", "--data", "DIR"), "'lost' is no receipt; there are delivered, read, returned"),
        (("reach", "org:a", "--data", "DIR", "--quiet", "9-10"), "'9' is no time of the day"),
        (("reach", "org:a", "--data", "DIR", "--email", "nobody"), "'nobody' is no e-mail address"),
        (("reach", "org:a", "--data", "DIR", "--webhook", "https://127.0.0.1/"), "not on the public internet"),
        (("reach", "org:a", "--data", "DIR", "--rotate"), "org:a has no webhook"),
    ],
)
def test_what_cannot_be_done_says_why(data: Path, arguments: tuple[str, ...], message: str) -> None:
    answer = kyosei("notices", *(str(data) if word == "DIR" else word for word in arguments))
    assert answer.status == 2
    assert message in answer.err


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("https://relay.example", "is no address of a relay"),
        ("smtp://relay.example?security=maybe", "is no address of a relay"),
        ("smtp://user:word@relay.example", "must not hold the password"),
    ],
)
def test_a_relay_that_is_named_wrongly_is_refused(
    data: Path, monkeypatch: pytest.MonkeyPatch, url: str, message: str
) -> None:
    monkeypatch.setenv("KYOSEI_SMTP_URL", url)
    monkeypatch.setenv("KYOSEI_MAIL_FROM", "notices@kyosei.example")
    answer = kyosei("notices", "deliver", "--data", str(data))
    assert answer.status == 2
    assert message in answer.err


def test_feeds_and_secrets_are_shown_once(data: Path) -> None:
    first = kyosei("notices", "reach", "org:ume", "--data", str(data), "--feed", "ja")
    assert first.out.startswith("feed: ")
    assert kyosei("notices", "reach", "org:ume", "--data", str(data), "--revoke-feeds").out.startswith(
        "feeds ended: 1\n"
    )
    assert (data / "keys" / "webhooks").stat().st_mode & 0o777 == 0o600 or not (data / "keys" / "webhooks").exists()
