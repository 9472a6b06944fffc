"""`kyosei watch` and `kyosei cases` as processes, on a data directory."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.alerts.test_telling import enrolled, reported
from tests.cli.processes import kyosei
from tests.watch.towns import HERE


@cache
def published() -> dict[str, Any]:  # Any: JSON
    """Every schema, by its name."""
    found: dict[str, Any] = json.loads(kyosei("schemas").out)
    return found


def is_as_published(name: str, said: str) -> None:
    """What a command printed is as its schema says."""
    schema = published()[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(said), schema, jsonschema.Draft202012Validator)


OPERATOR = ("--as", "staff:kimura", "--role", "operator", "--organisation", "org:operator",
            "--purpose", "cases.follow-up", "--basis", "415AC0000000057/66/2/1")  # fmt: skip
EMPLOYER = ("--as", "staff:hr", "--role", "employer", "--organisation", "org:hamakaze",
            "--purpose", "employer.own-duties", "--basis", "329AC0000000115/27")  # fmt: skip


@pytest.mark.usefixtures("addressed")
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
    owned = kyosei("cases", "list", *data, "--for", "org:hamakaze", *EMPLOYER, "--format", "json")
    assert owned.status == 0, owned.err
    listed = json.loads(owned.out)["cases"]
    case = next(one for one in listed if "jp.pension.report-acquisition" in one["norms"])
    assert "informed" not in case
    acted = kyosei(
        "cases", "act", case["id"], "acknowledge", *data, "--by", "authority:relay", "--source", "org:hamakaze",
        "--reason", "we file it today",
    )  # fmt: skip
    assert acted.status == 0, acted.err
    assert kyosei("watch", *data, "--once").status == 0
    shown = kyosei("cases", "show", case["id"], *data, *OPERATOR)
    assert "acknowledged" in shown.out
    assert "we file it today" in shown.out
    assert "person:duc is informed" in shown.out
    as_json = kyosei("cases", "show", case["id"], *data, *OPERATOR, "--format", "json").out
    is_as_published("cases-show", as_json)
    is_as_published("cases-list", kyosei("cases", "list", *data, *OPERATOR, "--closed", "--format", "json").out)
    is_as_published("cases-list", owned.out)
    who_looked(data, case["id"])
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
    quality = kyosei("cases", "quality", *data, "--format", "json")
    is_as_published("cases-quality", quality.out)
    assert json.loads(quality.out)["rulings"] == []
    assert "Defects, and norms silenced" in kyosei("cases", "quality", *data).out
    refused = kyosei(
        "cases", "rule", "jp.pension.report-acquisition", "defective", *data, "--by", "authority:relay", "--author",
        "staff:a", "--reason", "wrong", "--law", "jp@0",
    )  # fmt: skip
    assert refused.status == 2, "a program's key marks nothing"
    unknown = kyosei("cases", "show", "case-none", *data)
    assert unknown.status == 2
    assert "kyosei cases list" in unknown.err


def readers_are_told(data: tuple[str, str]) -> None:
    """An officer reads a breach; the Pension Service enters late that there was none; who read it is told, once."""
    read = kyosei(
        "check", *data, "--on", "2026-11-20", "--about", "person:duc", "--as", "staff:4711", "--role", "officer",
        "--organisation", "authority:pension-service", "--purpose", "pension.insured-status", "--basis",
        "329AC0000000115/100/1", "--case", "ref-7", "--norm", "jp.pension.report-acquisition", "--format", "json",
    )  # fmt: skip
    assert [one["state"] for one in json.loads(read.out)["verdicts"]] == ["breached"], read.err
    lines = "".join(json.dumps(line) + "\n" for line in (reported(), enrolled()))
    file = Path(data[1]).parent / "late.jsonl"
    file.write_text(lines, encoding="utf-8")
    signed = kyosei("journal", "sign", str(file), *data, "--as", "authority:relay")
    assert kyosei("submit", "-", *data, stdin=signed.out).status == 0, signed.err
    assert json.loads(kyosei("watch", *data, "--once", "--format", "json").out)["notices"] > 0


def who_looked(data: tuple[str, str], case: str) -> None:
    """What the person sees of it; what is shown without a purpose names nobody; and who may not see it is refused, on record."""
    silent = kyosei("cases", "list", *data, "--format", "json")
    is_as_published("cases-list", silent.out)
    assert case in silent.out
    assert "person:" not in silent.out
    refused = kyosei("cases", "show", case, *data, *OPERATOR, "--organisation", "org:hamakaze")
    assert (refused.status, refused.out) == (2, "")
    assert "[not-this-office]" in refused.err
    another = kyosei("cases", "show", case, *data, *EMPLOYER, "--organisation", "org:other")
    assert (another.status, another.out) == (2, "")
    assert "not a case of org:other" in another.err
    readers_are_told(data)
    own = kyosei("person", "show", "person:duc", *data, "--format", "json")
    is_as_published("person-show", own.out)
    looks = [one for one in json.loads(own.out)["accesses"]["usages"] if one["action"] == "readCases"]
    assert [(one["receiver"]["organisation"], one["purpose"]["id"], one["refusal"]) for one in reversed(looks)] == [
        ("org:hamakaze", "employer.own-duties", None), ("org:operator", "cases.follow-up", None),
        ("org:operator", "cases.follow-up", None), ("org:operator", "cases.follow-up", None),
        ("org:hamakaze", "cases.follow-up", "not-this-office"),
    ]  # fmt: skip
    assert {one["caseReference"] is None for one in looks} == {True, False}
    told = [one for one in json.loads(own.out)["accesses"]["usages"] if one["action"] == "told"]
    assert {(one["receiver"]["organisation"], one["purpose"]["id"]) for one in told} == {
        ("authority:pension-service", "pension.insured-status"), ("org:hamakaze", "employer.own-duties"),
    }  # fmt: skip
