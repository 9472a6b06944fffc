"""docs/guides/write-a-notice.md, followed word for word: as processes, with a real SMTP server and a data directory."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from kyosei.cli.notices.delivering import relay_from, webhook_key
from kyosei.cli.notices.schemas import notices_schemas
from kyosei.errors import StoreError
from kyosei.journal.directory import initialise, open_journal
from kyosei.law.jp import annual_leave
from kyosei.notices.asking import Audience, Occasion
from kyosei.notices.catalogue import Catalogue, catalogue_of
from kyosei.notices.composing import compose
from kyosei.notices.guidance import read_guidance
from kyosei.notices.message import plain_text
from kyosei.notices.outbox.posting import delivery_key, post
from kyosei.wiring import current_law, notice_guidance
from tests.cli.processes import Answer, kyosei, surroundings
from tests.docs.guides import blocks_of
from tests.forking.processes import run as run_module
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


def delivered_by(data: Path, relay: str) -> str:
    """What the guide's command to deliver prints, with this relay."""
    arguments = BLOCKS["deliver"].text.replace("DIR", str(data)).split()[1:]
    set_ = surroundings(KYOSEI_SMTP_URL=relay, KYOSEI_MAIL_FROM="Kyosei <notices@kyosei.example>")
    ran = run_module("kyosei", arguments, environment=set_)
    ran.check_returncode()
    return ran.stdout.decode()


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


def test_from_the_address_to_the_receipt(data: Path, catalogue: Catalogue) -> None:
    assert run("reach", data).out == "org:sakura is told by: portal, email\n"
    key, postbox = asked().key, Postbox()
    with open_journal(data, {}, lambda: NOON) as (_, database), database.engine.begin() as connection:
        post(connection, catalogue, asked(), NOON)
    with serving(postbox) as relay:
        url = f"smtp://{relay.host}:{relay.port}?security=none"
        # The hour at which the test runs may be a quiet one.
        assert kyosei("notices", "reach", "org:sakura", "--data", str(data), "--quiet", "00:00-00:00").status == 0
        assert delivered_by(data, url) == "handed over 1, to be tried again 0, given up 0\n"
        assert delivered_by(data, url) == "handed over 0, to be tried again 0, given up 0\n"
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
    for text in (json.dumps(listed), json.dumps(shown)):
        assert "hoa" not in text
        assert "pension" not in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("preview", "jp.none.such", "--on", "2026-11-21"), "there is no norm 'jp.none.such'"),
        (("preview", "jp.pension.insured", "--on", "2026-11-21"), "is not told to its bearer"),
        (("preview", "jp.pension.insured", "--on", "2026-11-21", "--to", "boss"), "--to is one of bearer"),
        (("receipt", "nothing", "lost", "--data", "DIR"), "'lost' is no receipt; there are delivered, read, returned"),
        (("reach", "org:a", "--data", "DIR", "--quiet", "9-10"), "'9' is no time of the day"),
        (("show", "nothing", "--data", "DIR"), "there is no notice 'nothing'"),
        (("reach", "org:a", "--data", "DIR", "--webhook", "https://127.0.0.1/"), "not on the public internet"),
    ],
)
def test_what_cannot_be_done_says_why(data: Path, arguments: tuple[str, ...], message: str) -> None:
    answer = kyosei("notices", *(str(data) if word == "DIR" else word for word in arguments))
    assert answer.status == 2
    assert message in answer.err


@pytest.mark.parametrize(
    ("url", "sender", "message"),
    [
        ("https://relay.example", "a@b.example", "is no address of a relay"),
        ("smtp://relay.example?security=maybe", "a@b.example", "is no address of a relay"),
        ("smtp://user:word@relay.example", "a@b.example", "must not hold the password"),
        ("smtp://relay.example", "", "must be the address that notices come from"),
    ],
)
def test_a_relay_that_is_named_wrongly_is_refused(url: str, sender: str, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        relay_from({"KYOSEI_SMTP_URL": url, "KYOSEI_MAIL_FROM": sender})


def test_a_relay_is_secured_unless_told_otherwise(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("word\n")
    told = {"KYOSEI_MAIL_FROM": "Kyosei <a@b.example>", "KYOSEI_SMTP_PASSWORD_FILE": str(tmp_path / "password")}
    relay = relay_from({**told, "KYOSEI_SMTP_URL": "smtp://us%40er@relay.example"})
    secured = relay_from({**told, "KYOSEI_SMTP_URL": "smtps://relay.example"})
    assert relay_from({}) is None
    assert relay is not None
    assert secured is not None
    assert (relay.port, relay.security, relay.user, relay.password) == (587, "starttls", "us@er", "word")
    assert (secured.port, secured.security, secured.domain) == (465, "tls", "b.example")


def test_feeds_and_secrets_are_shown_once(data: Path) -> None:
    first = kyosei("notices", "reach", "org:ume", "--data", str(data), "--feed", "ja")
    assert first.out.startswith("feed: ")
    assert kyosei("notices", "reach", "org:ume", "--data", str(data), "--revoke-feeds").out.startswith(
        "feeds ended: 1\n"
    )
    assert webhook_key(data) == webhook_key(data)
    assert (data / "keys" / "webhooks").stat().st_mode & 0o777 == 0o600
