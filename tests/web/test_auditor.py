"""What everybody may verify without an account: proofs that hold elsewhere, answers that stay the same, nobody in any of it."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.web.client import OWN, Client
from tests.web.conftest import Served

PAGES = ("/audit", "/audit/entries/0", "/audit/entries/7", "/audit/entries/0/proof", "/audit/checkpoint")


def verified(served: Served, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The second command, which installs nothing of the portal."""
    return subprocess.run([sys.executable, "-m", "kyosei.log", *arguments], capture_output=True, text=True, check=False)


def test_a_proof_that_is_downloaded_is_verified_by_the_command_on_the_page(
    visitor: Callable[[], Client], served: Served, tmp_path: Path
) -> None:
    anybody = visitor()
    page = anybody.get("/audit/entries/7?lang=en").text
    leaf, key = (html.unescape(re.findall(f"{name} ([^\\s<]+)", page)[0]) for name in ("--leaf", "--key"))
    given = anybody.get("/audit/entries/7/proof")
    assert given.headers["content-disposition"] == 'attachment; filename="entry-7.tlog-proof"'
    file = tmp_path / "proof"
    file.write_bytes(given.body)
    done = verified(served, "verify-proof", str(file), "--leaf", leaf, "--key", key)
    assert "entry 7 is in the log" in done.stdout, done.stderr
    other = verified(served, "verify-proof", str(file), "--leaf", "0" * 64, "--key", key)
    assert other.returncode == 1


def test_the_checkpoint_that_is_kept_is_continued_by_the_log(
    visitor: Callable[[], Client], served: Served, tmp_path: Path
) -> None:
    kept = tmp_path / "checkpoint"
    kept.write_bytes(visitor().get("/audit/checkpoint").body)
    key = (served.data / "keys" / "log.public").read_text(encoding="utf-8").strip()
    done = verified(served, "verify", str(served.data / "log"), "--key", key, "--since", str(kept))
    assert "continues    the checkpoint at" in done.stdout, done.stderr


@pytest.mark.parametrize("number", ["-1", "999999", "1e3", "x", "９", "0" * 40])
def test_an_entry_that_is_not_there_is_not_there(visitor: Callable[[], Client], number: str) -> None:
    assert visitor().get(f"/audit/entries/{quote(number)}").status == 404
    assert visitor().get(f"/audit/entries/{quote(number)}/proof").status == 404


def test_a_form_leads_to_the_entry(visitor: Callable[[], Client]) -> None:
    assert visitor().get("/audit?entry=12").headers["location"] == "/audit/entries/12"


def test_past_answers_are_the_same_when_they_are_computed_again(visitor: Callable[[], Client]) -> None:
    """P26, as anybody sees it; and one by its reference, which a case shows to its owner."""
    text = visitor().get("/audit?lang=en").text
    figures = dict(re.findall(r"<dt>([^<]+)</dt><dd>(\d+)</dd>", text))
    assert int(figures["The same"]) == 12
    assert figures["Not the same"] == figures["Law version not at hand"] == "0"
    employer = visitor().sign_in("employer=org:hamakaze")
    case = next(one for one in employer.get("/api/v1/cases").json["cases"] if "history" in one)
    reference = case["history"][0]["ref"]
    assert "It is the same." in visitor().get(f"/audit?lang=en&reference={reference}").text
    assert "There is no answer with this reference." in visitor().get("/audit?lang=en&reference=nothing").text


def test_no_page_of_the_audit_is_about_a_person(visitor: Callable[[], Client], served: Served) -> None:
    """Neither an id nor a name of anybody, nor a norm that was answered about them."""
    sita = visitor().sign_in("person=person:sita")
    sita.get("/stay")  # so that there are looks
    named = list[str]()
    for file in (Path(__file__).parents[2] / "samples").glob("*.jsonl"):
        lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        persons = [line for line in lines if line["type"] == "party" and line["party"] == "person"]
        named += [name["text"] for person in persons for name in person.get("names", ())]
    assert "SHRESTHA SITA" in named
    cases = visitor().sign_in("employer=org:hamakaze").get("/api/v1/cases").json["cases"]
    case = next(one for one in cases if "history" in one)
    reference = case["history"][0]["ref"]
    for path in (*PAGES, f"/audit?reference={reference}"):
        for language in ("ja", "ja-easy", "en"):
            text = visitor().get(f"{path}{'&' if '?' in path else '?'}lang={language}").text
            assert "person:" not in text
            assert "staff:" not in text
            assert not any(name in text for name in named)
            assert not any(norm in text for norm in case["norms"])


def test_the_audit_leaves_no_look_and_reads_no_record(sita: Client, visitor: Callable[[], Client]) -> None:
    accesses = f"/api/v1/persons/person:sita/accesses?{OWN}"
    before = sita.get(accesses).json["totalUsages"]
    visitor().get("/audit")
    assert sita.get(accesses).json["totalUsages"] == before + 1  # the question itself
