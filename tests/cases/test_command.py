"""`kyosei watch` and `kyosei cases` as processes, on a data directory."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from tests.cli.processes import kyosei
from tests.watch.towns import HERE


def is_as_published(name: str, said: str) -> None:
    """What a command printed is as its schema says."""
    schema = json.loads(kyosei("schemas", name).out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(said), schema, jsonschema.Draft202012Validator)


def test_a_case_from_the_journal_to_an_act_on_it(folder: Path) -> None:
    data = ("--data", str(folder / "d"))
    assert kyosei("journal", "init", *data, "--origin", "log.test/1").status == 0
    registered = kyosei(
        "journal", "register", "authority:relay", *data, "--speaks-for", "*", "--entry-type", "case_act",
        "--declares-role", "employer", "--declares-role", "bank", "--declares-role", "insurer",
    )  # fmt: skip
    assert registered.status == 0, registered.err
    signed = kyosei("journal", "sign", str(HERE.parent / "samples" / "duc.jsonl"), *data, "--as", "authority:relay")
    assert signed.status == 0, signed.err
    entered = kyosei("submit", "-", *data, stdin=signed.out)
    assert entered.status == 0, entered.err
    watched = kyosei("watch", *data, "--once", "--format", "json")
    assert watched.status == 0, watched.err
    assert json.loads(watched.out)["transitions"] > 0
    is_as_published("watch", watched.out)
    again = kyosei("watch", *data, "--once", "--format", "json")
    assert json.loads(again.out)["entries"] == 0
    listed = json.loads(kyosei("cases", "list", *data, "--for", "org:hamakaze", "--format", "json").out)["cases"]
    case = next(one for one in listed if "jp.pension.report-acquisition" in one["norms"])
    assert "informed" not in case
    acted = kyosei(
        "cases", "act", case["id"], "acknowledge", *data, "--by", "authority:relay", "--source", "org:hamakaze",
        "--reason", "we file it today",
    )  # fmt: skip
    assert acted.status == 0, acted.err
    assert kyosei("watch", *data, "--once").status == 0
    shown = kyosei("cases", "show", case["id"], *data)
    assert "acknowledged" in shown.out
    assert "we file it today" in shown.out
    assert "person:duc is informed" in shown.out
    as_json = kyosei("cases", "show", case["id"], *data, "--format", "json").out
    is_as_published("cases-show", as_json)
    is_as_published("cases-list", kyosei("cases", "list", *data, "--closed", "--format", "json").out)
    is_as_published("cases-list", json.dumps({"cases": [case]}))
    ways = {way["office"]: way for way in json.loads(as_json)["ways"]}
    assert ways["authority:pension-service"]["in_charge"]
    assert ways["authority:tax-office"]["kept_apart"]
    assert ways["authority:isa"]["through"] == "isa-asks-pension-service"
    assert "The law keeps these offices apart" in " ".join(shown.out.split())
    listed = kyosei("cases", "gateways", "--format", "json")
    is_as_published("cases-gateways", listed.out)
    assert {one["id"] for one in json.loads(listed.out)["gateways"]} >= {
        "isa-asks-pension-service",
        "municipality-tells-isa",
    }
    assert "Immigration Control and Refugee Recognition Act art. 61-7" in " ".join(
        kyosei("cases", "gateways").out.split()
    )
    misled = kyosei(
        "cases", "act", case["id"], "look", *data, "--by", "authority:relay", "--reason", "x", "--to", "authority:isa"
    )
    assert (misled.status, "--to" in misled.err) == (2, True)
    found = json.loads(kyosei("cases", "quality", *data, "--format", "json").out)
    schema = json.loads(kyosei("schemas", "cases-quality").out)
    jsonschema.validate(found, schema, jsonschema.Draft202012Validator)
    assert found["rulings"] == []
    assert "Defects, and norms silenced" in kyosei("cases", "quality", *data).out
    refused = kyosei(
        "cases", "rule", "jp.pension.report-acquisition", "defective", *data, "--by", "authority:relay", "--author",
        "staff:a", "--reason", "wrong", "--law", "jp@0",
    )  # fmt: skip
    assert refused.status == 2, "a program's key marks nothing"
    unknown = kyosei("cases", "show", "case-none", *data)
    assert unknown.status == 2
    assert "kyosei cases list" in unknown.err
