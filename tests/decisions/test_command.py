"""`kyosei decisions` as processes on a data directory: from an application to a sealed refusal, its notice and its replay."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kyosei.cli.decisions import words
from kyosei.cli.decisions.schema import decisions_schemas
from kyosei.decisions.acts import Replayed
from kyosei.decisions.dossier import Direction, Proven, Result, Verdicts, Weight
from kyosei.errors import BundleFault
from kyosei.journal.entries import DecisionAct
from kyosei.journal.envelope import canonical
from kyosei.norms.procedures import Weighing
from kyosei.notices.plain_words import accusing_words, faults_of_easy
from kyosei.terms.text import Text
from tests.cli.processes import Answer, kyosei, surroundings

HOA, ISA, APPLICATION = "person:hoa", "authority:isa", "hoa-renewal-filed"
OFFICER = ("--as", "staff:4711", "--role", "officer", "--organisation", ISA, "--purpose", "immigration.examination",
           "--basis", "326CO0000000319/59-2/1", "--case", "case-1")  # fmt: skip
HERSELF = ("--as", HOA, "--role", "person", "--purpose", "own.records", "--basis", "415AC0000000057/76/1")
ENGINEER = {"status": "engineer-humanities-international", "granted_period": "P3Y"}
Document = dict[str, Any]  # Any: JSON


def records() -> list[Document]:
    """A stay that ends soon, a renewal that is filed, and the office's finding that the work is another one."""
    about = {"about": {"person": HOA}, "source": ISA, "stated_at": "2026-11-20T09:00:00+09:00"}
    kinds = ("residence.status", "residence.application", "residence.decision")
    finding = {"factor": "status_fit", "finding": "no", "reasons": "on file", "author_role": "inspector"}
    return [
        {"type": "party", "id": HOA, "party": "person", "names": [{"script": "Latn", "text": "HOA"}]},
        *({"type": "coverage", "id": f"all-{kind}", "kind": kind, **about, "from": "1900-01-01"} for kind in kinds),
        {"type": "statement", "id": "hoa-status", "kind": "residence.status", **about, "from": "2024-04-01",
         "until": "2027-03-01", "data": ENGINEER},
        {"type": "statement", "id": APPLICATION, "kind": "residence.application", **about, "on": "2026-11-19",
         "data": {"procedure": "renewal", "for_status": ENGINEER["status"]}},
        {"type": "statement", "id": "found", "kind": "assessment.factor", **about, "on": "2026-11-20",
         "data": finding} | {"about": {"person": HOA, "office": ISA}},
    ]  # fmt: skip


def good(answer: Answer) -> str:
    assert answer.status == 0, answer.err
    return answer.out


def entered(folder: Path) -> tuple[str, str]:
    """A journal with two officers' keys and the records of an application."""
    at = ("--data", str(folder / "d"))
    good(kyosei("journal", "init", *at, "--origin", "log.test/1"))
    good(kyosei("journal", "register", "org:gateway", *at, "--speaks-for", "*"))
    for officer in ("staff:4711", "staff:5000"):
        file = folder / f"{officer.removeprefix('staff:')}.jwk"
        public = json.loads(good(kyosei("journal", "key", str(file), "--format", "json")))["public_key"]
        good(kyosei("journal", "register", ISA, *at, "--public-key", public, "--human", officer,
                    "--entry-type", "decision"))  # fmt: skip
    lines = "\n".join(map(json.dumps, records()))
    signed = good(kyosei("journal", "sign", "-", *at, "--as", "org:gateway", stdin=lines))
    good(kyosei("submit", "-", *at, stdin=signed))
    return at


def refused(draft: Document) -> Document:
    """The draft with what an officer writes."""
    weighed = []
    for factor in draft["assembled"]["factors"]:
        if factor["weighing"] != "mandatory":
            continue
        decides = factor["id"] == "status_fit"
        one = {"id": factor["id"], "considered": True, "direction": "against" if decides else "neutral",
               "weight": "decisive" if decides else "none", "reason": "read on file", "evidence": factor["findings"]}  # fmt: skip
        weighed.append(one | ({"without": "other"} if decides else {}))
    draft["opinion"] |= {
        "authority": {"office": ISA, "officer": "staff:4711", "delegation": {
            "by": "order 12", "provision": "326CO0000000319/69-2", "from_day": "2026-04-01"}},
        "discretion": "art. 21 (3)", "factors": weighed, "impact": {"person": "has to leave the work", "family": False},
        "alternatives": [{"measure": "a shorter period", "why_not": "for the same work"}],
        "reasons": [{"text": "The work does not belong to the status.", "rests_on": ["status_fit"]}],
        "outcome": {"result": "refused"}, "on_verdicts": "I read the contract myself and come to the same.",
        "notice": {"language": "en", "understood_because": "the application is in English",
                   "remedy": draft["assembled"]["remedy"]["id"]},
    }  # fmt: skip
    return draft


@pytest.mark.usefixtures("addressed")
def test_from_an_application_to_a_refusal_that_is_sealed_told_and_replayed(folder: Path) -> None:
    at = entered(folder)
    early_warning(at)
    file = folder / "draft.json"
    assert "drafted" in good(kyosei("decisions", "draft", str(file), APPLICATION, "--about", HOA, *at, *OFFICER))
    draft = json.loads(file.read_text("utf-8"))
    schema = json.loads(good(kyosei("schemas", "dossier")))
    Draft202012Validator(schema).validate(draft)

    early = is_as_published(
        "decisions-check", good(kyosei("decisions", "check", str(file), *at, *OFFICER, "--format", "json"))
    )
    assert {one["check"]: one["came_to"] for one in early["checks"]}["mandatory-factors-considered"] == "fail"
    file.write_text(json.dumps(refused(draft)), encoding="utf-8")
    said = good(kyosei("decisions", "check", str(file), *at, *OFFICER, "--lang", "ja-easy"))
    assert said.count("✓") == 19
    assert "できて います。" in said

    not_theirs = kyosei("decisions", "seal", str(file), *at, *OFFICER, "--key", str(folder / "5000.jwk"))
    assert (not_theirs.status, "a human decides" in not_theirs.err) == (2, True)
    good(kyosei("decisions", "seal", str(file), *at, *OFFICER, "--key", str(folder / "4711.jwk")))
    (address,) = json.loads(good(kyosei("decisions", "list", *at, "--format", "json")))["dossiers"]

    second = ("--for", ISA, "--as", "staff:5000", "--key", str(folder / "5000.jwk"))
    unread = kyosei("decisions", "act", address, "notify", *at, *second, "--language", "en")
    assert (unread.status, "no second officer has concurred" in unread.err) == (2, True)
    hidden = kyosei("decisions", "show", address, "--about", HOA, *at, *HERSELF)
    assert (hidden.status, "dossier-of-others" in hidden.err) == (2, True)
    good(kyosei("decisions", "act", address, "concur", *at, *second, "--reason", "I read the contract too."))
    good(kyosei("decisions", "act", address, "notify", *at, *second, "--language", "en"))

    shown = good(kyosei("decisions", "show", address, "--about", HOA, *at, *HERSELF, "--lang", "en"))
    text = " ".join(shown.split())
    assert "The work does not belong to the status." in text
    assert "Within 6 months of learning of it" in text
    assert "a second officer concurred" in text
    assert "no effect on the person" in text
    written = folder / "letter.html"
    asked = ("decisions", "letter", address, "--about", HOA, *at, *HERSELF, "--language", "en", "--out", str(written))
    good(kyosei(*asked, "--online", "https://portal.test"))
    page = written.read_text("utf-8")
    assert f"https://portal.test/decisions/{address}" in page
    assert "The work does not belong to the status." in page
    assert "Your application is not granted." in page
    assert "name a new file" in kyosei(*asked).err
    again = good(kyosei("decisions", "replay", address, "--about", HOA, *at, *OFFICER, "--format", "json"))
    replayed = is_as_published("decisions-replay", again)
    assert replayed == {"address": address, "came_to": "same", "parts": []}
    assert "dossiers sealed 1;" in good(kyosei("decisions", "process", *at, "--for", ISA, "--lang", "en"))
    (stable,) = json.loads(good(kyosei("decisions", "stability", *at, "--format", "json")))
    Draft202012Validator(decisions_schemas()["decisions-stability"]).validate([stable])
    assert (stable["procedure"], stable["met"]["cases"], stable["others"]["cases"]) == ("renewal", 0, None)
    assert "under 10 people" in good(kyosei("decisions", "stability", *at, "--lang", "en"))
    table = good(kyosei("decisions", "table", *at)).splitlines()
    assert (table[0], [row.split(",")[1:] for row in table[1:]]) == ("facts,office,group,granted", [[ISA, "all", "0"]])
    assert good(kyosei("decisions", "table", *at, "--outcome", "months")).splitlines() == ["facts,office,group,months"]
    reviewed = good(kyosei("decisions", "review", address, "--about", HOA, *at, *OFFICER, "--format", "json"))
    assert is_as_published("decisions-review", reviewed)["is_the_same"]
    assert "No sealed dossier" in good(kyosei("decisions", "defective", *at, "--lang", "en"))
    (gateway,) = (folder / "d" / "keys" / "parties").glob("*gateway*")
    good(kyosei("decisions", "ask", address, "--about", HOA, *at, *HERSELF, "--key", str(gateway)))
    part = kyosei("decisions", "outcome", address, "upholds", *at, *second, "--reason", "I read it again")
    assert "took part in this decision; somebody else reviews it" in part.err
    remedied = good(kyosei("decisions", "remedy", *at, *second, "--reason", "a ruling", "--format", "json"))
    assert json.loads(remedied) == {"opened": [], "not_told_yet": []}
    assert json.loads(good(kyosei("decisions", "reversals", *at, "--format", "json"))) == {
        "by_norm": [],
        "by_source": [],
    }
    good(kyosei("journal", "verify", *at))
    taken_elsewhere(folder, at, address)


def is_as_published(name: str, said: str) -> Document:
    """What a command printed, which is as its schema says."""
    document: Document = json.loads(said)
    Draft202012Validator(decisions_schemas()[name]).validate(document)
    return document


def early_warning(at: tuple[str, str]) -> None:
    """With a renewal pending the stay goes on, also if permanent residence is applied for; without one see `test_outlook`."""
    page = good(
        kyosei("decisions", "outlook", "permanent", "--about", HOA, *at, *HERSELF, "--on", "2026-11-20", "--lang", "en")
    )
    said = " ".join(page.split())
    assert "supposing it is filed" in said
    assert "the stay goes on until before 2027-05-01" in said
    assert "a renewal has to be filed" not in said
    renewal = good(kyosei("decisions", "outlook", "renewal", "--about", HOA, *at, *HERSELF, "--application", APPLICATION,
                          "--format", "json"))  # fmt: skip
    document = is_as_published("decisions-outlook", renewal)
    assert (document["needs_another"], document["own"], document["application"]) == (False, [], APPLICATION)


def in_a_clean_process(*arguments: str) -> str:
    """What the command prints where there is neither a network nor a driver of a database."""
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise AssertionError('network')\n"
        "socket.socket.connect = refuse\n"
        "sys.modules['psycopg'] = None\n"
        "from kyosei.wiring import main\n"
        "main()\n"
    )
    ran = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, check=False, env=surroundings())
    assert (ran.returncode, ran.stderr.decode()) == (0, "")
    return ran.stdout.decode()


def taken_elsewhere(folder: Path, at: tuple[str, str], address: str) -> None:
    """The person exports the dossier; it verifies without the journal, and not if anything in it is another."""
    file = folder / "dossier.json"
    exported = good(kyosei("decisions", "export", str(file), address, "--about", HOA, *at, *HERSELF))
    root, log = exported.split()[-1], (folder / "d" / "keys" / "log.public").read_text("utf-8").strip()
    offline = ("--root", root, "--key", log, "--lang", "en")
    verified = in_a_clean_process("decisions", "verify", str(file), *offline)
    assert "the same bytes" in verified
    assert "check no-boilerplate: here cannot tell" in verified
    assert verified.count("check ") == 1, "all others come to the same offline"
    document = json.loads(file.read_bytes())
    Draft202012Validator(json.loads(good(kyosei("schemas", "dossier-bundle")))).validate(document)
    for place, altered in enumerate((
        {**document, "dossier": "0" * 64},
        {**document, "entries": document["entries"][:-1]},
        {**document, "entries": document["entries"][:4] + document["entries"][5:]},
        {**document, "attested": {**document["attested"], "signs": []}},
    )):  # fmt: skip
        changed = folder / f"altered-{place}.json"
        changed.write_bytes(canonical(altered))
        refused = kyosei("decisions", "verify", str(changed), *offline)
        assert refused.status == 1, place
        assert any(f"{fault}: " in refused.err for fault in BundleFault), refused.err


@pytest.mark.parametrize("language", ["ja", "ja-easy", "en"])
def test_every_word_of_the_pages_is_easy_where_it_says_so_and_accuses_nobody(language: str) -> None:
    for said in vars(words).values():
        for text in said.values() if isinstance(said, Mapping) else [said]:
            if isinstance(text, Text):
                filled = text.said_in(language)  # type: ignore[arg-type]  # one of the three
                assert filled
                assert not accusing_words(filled)
                assert language != "ja-easy" or not filled.endswith("。") or not list(faults_of_easy(filled)), filled
    for closed, said in (
        (Proven, words.PROVEN), (Replayed, words.REPLAYED), (DecisionAct, words.ACTS), (Weighing, words.WEIGHINGS),
        (Weight, words.WEIGHTS), (Direction, words.DIRECTIONS), (Verdicts, words.TOGETHER), (Result, words.RESULTS),
    ):  # fmt: skip
        assert set(said) == set(closed)
