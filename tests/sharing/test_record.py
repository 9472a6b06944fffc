"""The record of a check is what was shown, sealed; whoever changes a word of it breaks the seal."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from kyosei.errors import BundleError, BundleFault
from kyosei.journal.envelope import SigningKey, canonical
from kyosei.notices.plain_words import accusing_words, faults_of_easy
from kyosei.sharing.answer import answer_document
from kyosei.sharing.prose import ENDLESS, SAID, TITLES
from kyosei.sharing.record import record_of, verify_record
from kyosei.sharing.schema import record_schema
from kyosei.terms.text import Text
from tests.cli.processes import called
from tests.sharing.showing import HOA, Desk

KEY = SigningKey.generate()


@pytest.fixture
def record(desk: Desk) -> bytes:
    """Of a check for an employer."""
    checked = desk.check(desk.make("employer"), "人事 佐藤")
    assert checked is not None
    content = record_of(checked, KEY, "kyosei test")
    assert json.loads(content)["answer"] == answer_document(checked.answer)
    return content


def test_a_record_verifies_is_as_its_schema_says_and_is_read_offline(record: bytes, tmp_path: Path) -> None:
    document = json.loads(record)
    jsonschema.validate(document, record_schema(), jsonschema.Draft202012Validator)
    assert verify_record(record, KEY.public) == {name: document[name] for name in document if name != "seal"}
    assert HOA not in record.decode()
    file = tmp_path / "record.json"
    file.write_bytes(record)
    shown = called(["record", "verify", str(file), "--root", KEY.public.text, "--lang", "en"])
    assert (shown.status, shown.err) == (0, "")
    assert "Lawful stay: Lawful stay until 2027-03-31." in shown.out
    assert "asked by   人事 佐藤; the code was made for みなみ銀行" in shown.out
    refused = called(["record", "verify", str(file), "--root", SigningKey.generate().public.text])
    assert refused.status == 1
    assert "seal" in refused.err


@pytest.mark.parametrize("name", ["asked_by", "made_for", "answered_at", "program", "answer"])
def test_a_changed_record_is_refused(record: bytes, name: str) -> None:
    document = json.loads(record)
    if name == "answer":
        document["answer"]["answers"][0]["last_day"] = "2031-01-01"
    else:
        document[name] = "2026-11-22T03:00:01+00:00"
    with pytest.raises(BundleError) as refused:
        verify_record(canonical(document), KEY.public)
    assert refused.value.fault is BundleFault.SEAL


def test_the_seal_of_another_record_is_refused(record: bytes) -> None:
    document = json.loads(record)
    document["seal"] = KEY.sign({"type": "check-record", "sha256": "0" * 64}).decode()
    with pytest.raises(BundleError) as refused:
        verify_record(canonical(document), KEY.public)
    assert refused.value.fault is BundleFault.SEAL


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b'{"format":"kyosei check record 1"}', b"x" * 70_000])
def test_what_is_no_record_is_refused(content: bytes) -> None:
    with pytest.raises(BundleError) as refused:
        verify_record(content, KEY.public)
    assert refused.value.fault is BundleFault.FORMAT


def test_a_record_with_more_in_it_is_refused(record: bytes) -> None:
    document = json.loads(record) | {"nationality": "x"}
    with pytest.raises(BundleError) as refused:
        verify_record(canonical(document), KEY.public)
    assert refused.value.fault is BundleFault.FORMAT


@pytest.mark.parametrize("text", [*SAID.values(), *TITLES.values(), ENDLESS], ids=lambda text: text.en[:30])
def test_what_is_shown_is_said_easily_and_accuses_nobody(text: Text) -> None:
    for said in (text.ja, text.easy, text.en):
        assert accusing_words(said) == []
    assert list(faults_of_easy(text.easy)) == []
