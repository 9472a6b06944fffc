"""`kyosei applications` as processes on a data directory: from a look ahead to a receipt that anybody verifies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kyosei.applications.filing import filing_schema
from kyosei.applications.receipt_schema import pending_schema
from tests.cli.processes import kyosei
from tests.decisions.test_command import HERSELF, HOA, ISA, good, records

OFFICER = ("--as", "staff:4711", "--role", "officer", "--organisation", ISA, "--purpose", "immigration.examination",
           "--basis", "326CO0000000319/59-2/1", "--case", "case-1")  # fmt: skip
Document = dict[str, Any]  # Any: JSON


def journal(folder: Path) -> tuple[str, str]:
    """A journal with the portal, the office's program, an officer's key, and the records of a stay."""
    at = ("--data", str(folder / "d"))
    good(kyosei("journal", "init", *at, "--origin", "log.test/1"))
    good(kyosei("journal", "register", "org:portal", *at, "--speaks-for", "person:*"))
    good(kyosei("journal", "register", ISA, *at))
    public = json.loads(good(kyosei("journal", "key", str(folder / "officer.jwk"), "--format", "json")))["public_key"]
    good(kyosei("journal", "register", ISA, *at, "--public-key", public, "--human", "staff:4711",
                "--entry-type", "decision"))  # fmt: skip
    told = [
        line
        for line in records()
        if line.get("kind") not in ("assessment.factor",) and line["id"] != "hoa-renewal-filed"
    ]
    signed = good(kyosei("journal", "sign", "-", *at, "--as", ISA, stdin="\n".join(map(json.dumps, told))))
    good(kyosei("submit", "-", *at, stdin=signed))
    return at


def key_of(folder: Path, party: str) -> str:
    """Where the data directory keeps the key of a party."""
    (found,) = [one for one in (folder / "d").rglob("*.jwk") if party.rsplit(":", maxsplit=1)[-1] in one.name]
    return str(found)


@pytest.mark.usefixtures("addressed")
def test_from_a_look_ahead_to_a_receipt_that_anybody_verifies(folder: Path) -> None:
    at = journal(folder)
    unsure = kyosei("applications", "file", "renewal", "--about", HOA, *at, *HERSELF)
    assert unsure.status == 2
    assert "Say with --agree that the person agrees" in unsure.err
    out = good(
        kyosei("applications", "file", "renewal", "--about", HOA, *at, *HERSELF, "--agree", "--words", "thank you")
    )
    id_ = out.split()[1].rstrip(",")
    mine, officers = (id_, "--about", HOA, *at, *HERSELF), str(folder / "officer.jwk")
    good(kyosei("applications", "receive", *mine, "--key", key_of(folder, ISA)))
    twice = kyosei("applications", "request", id_, "--about", HOA, *at, *OFFICER, "--what", "your card",
                   "--kind", "residence.status", "--why", "art. 21", "--due", "2030-01-01", "--key", officers)  # fmt: skip
    assert f"{ISA} has answered that already" in twice.err
    good(kyosei("applications", "request", id_, "--about", HOA, *at, *OFFICER, "--what", "a letter", "--why", "art. 21",
                "--due", "2030-01-01", "--key", str(folder / "officer.jwk")))  # fmt: skip
    shown: Document = json.loads(good(kyosei("applications", "show", *mine, "--format", "json")))
    Draft202012Validator(filing_schema()).validate(shown["filing"])
    assert (shown["stage"], shown["turns"][0]["what"]) == ("received", "answer")
    asked = shown["done"][-1]["id"]
    good(
        kyosei(
            "applications", "answer", id_, asked, *mine[1:], "--attach", str(folder / "officer.jwk"), "--translation"
        )
    )
    queue = json.loads(good(kyosei("applications", "waiting", *at, "--standard", "renewal=30", "--format", "json")))
    assert [(one["application"], one["asked_until"]) for one in queue["waiting"]] == [(id_, None)]
    assert HOA not in json.dumps(queue)
    assert HOA not in good(kyosei("applications", "questions", *at, "--for", "authority:pension-service"))
    verified_elsewhere(folder, mine)
    good(kyosei("applications", "withdraw", *mine))
    assert "withdrawn" in good(kyosei("applications", "list", *mine[1:]))


def verified_elsewhere(folder: Path, mine: tuple[str, ...]) -> None:
    """The receipt is as published, verifies offline, and does not if anything in it is another."""
    file = folder / "receipt.json"
    root = good(kyosei("applications", "receipt", str(file), *mine)).split()[-1]
    document = json.loads(file.read_bytes())
    Draft202012Validator(pending_schema()).validate(document)
    policy = ("--root", root, "--key", (folder / "d" / "keys" / "log.public").read_text(encoding="utf-8").strip())
    said = good(kyosei("applications", "verify", str(file), *policy, "--lang", "en"))
    assert "received by authority:isa" in said
    altered = file.read_text(encoding="utf-8").replace('"prolongs":true', '"prolongs":false')
    refused = kyosei("applications", "verify", "-", *policy, stdin=altered)
    assert refused.status != 0
    assert "the seal is of other contents" in refused.err
