"""The registry of laws is complete, names what the texts name, and knows which provisions move and when."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from kyosei.law.jp.laws import IMMIGRATION_ACT, LAWS, RENUMBERED, TECHNICAL_INTERN_ACT
from kyosei.law.jp.pack import NORMS
from kyosei.norms.citing import citations_of, read_on
from kyosei.statutes.checking import check_citations, read_citations
from kyosei.statutes.readings import write_readings
from kyosei.statutes.texts import read_texts
from kyosei.terms.citations import Law, provision_on
from kyosei.timelines.days import day_from_date
from kyosei.wiring import READINGS, legal_sources

SHARED = Path(__file__).parents[2].parent / "shared/law"
BEFORE, AFTER = day_from_date(date(2027, 3, 31)), day_from_date(date(2027, 4, 1))
LAW_ID = re.compile(r"\b\d{3}(?:AC|CO|M\d)[0-9]{9,10}\b")
CITATIONS = (*(citation for norm in NORMS for citation in citations_of(norm)), *legal_sources().citations)


def shared(part: str = ".") -> Path:
    """A part of the material that the law was read from, which is not in every checkout."""
    if not (SHARED / part).exists():
        pytest.skip(f"{part} of the law material is not beside this checkout")
    return SHARED / part


def test_every_law_is_listed_once_with_titles_of_its_own() -> None:
    for name in ("law_id", "title_ja", "title_en"):
        assert len({getattr(law, name) for law in LAWS}) == len(LAWS), name


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.law_id)
def test_a_law_has_the_layer_that_its_number_says(law: Law) -> None:
    letters = re.sub(r"[^A-Z]", "", law.law_id)
    by_letters = {"AC": "act", "CO": "cabinet_order", "M": "ministerial_ordinance"}
    if law is IMMIGRATION_ACT:  # a cabinet order of 1951 that has had the force of an act since 1952
        assert (letters, law.layer) == ("CO", "act")
    elif law.is_registered:
        assert law.layer == by_letters[letters]
    else:
        assert law.law_id.startswith(f"{law.layer}:")
    assert bool(law.force) == (law.layer not in ("draft", "announced"))


def test_every_law_that_is_cited_is_listed() -> None:
    assert {citation.provision.law for citation in CITATIONS} <= {law.law_id for law in LAWS}


def test_every_law_of_the_material_is_listed() -> None:
    named = {
        law_id
        for path in sorted(shared().rglob("*.yaml"))
        for law_id in LAW_ID.findall(path.read_text(encoding="utf-8"))
    }
    assert len(named) > 40
    assert named - {law.law_id for law in LAWS} == set()


def test_a_law_bears_the_title_that_its_text_bears() -> None:
    manifest = json.loads((shared("text") / "manifest.json").read_text(encoding="utf-8"))
    titles = {law.law_id: law.title_ja for law in LAWS}
    assert {row["law_id"]: row["title"] for row in manifest} == {
        row["law_id"]: titles[row["law_id"]] for row in manifest
    }


def test_a_law_is_renamed_on_a_day() -> None:
    assert TECHNICAL_INTERN_ACT.titles_on(date(2027, 3, 31)).short_ja == "技能実習法"
    assert TECHNICAL_INTERN_ACT.titles_on(date(2027, 4, 1)).short_ja == "育成就労法"


def test_a_law_is_in_force_from_its_first_day() -> None:
    fees = next(law for law in LAWS if law.law_id == "508CO0000000268")
    assert [fees.is_in_force(day) for day in (date(2026, 9, 30), date(2026, 10, 1))] == [False, True]


def test_the_grounds_about_addresses_move_on_the_first_of_april_2027() -> None:
    """Art. 22-4(1): two new grounds are put before them, so that items 8 to 10 become 10 to 12."""
    address = IMMIGRATION_ACT.article("22-4", 1, 8)
    assert provision_on(address, BEFORE, BEFORE, RENUMBERED) == address
    assert provision_on(address, BEFORE, AFTER, RENUMBERED) == IMMIGRATION_ACT.article("22-4", 1, 10)
    assert provision_on(IMMIGRATION_ACT.article("22-4", 1, 12), AFTER, BEFORE, RENUMBERED) == address.item_of("10")
    assert provision_on(address, AFTER, BEFORE, RENUMBERED) is None, "item 8 of 2027 did not exist before"
    untouched = IMMIGRATION_ACT.article("22-4", 1, 7)
    assert provision_on(untouched, BEFORE, AFTER, RENUMBERED) == untouched


def test_a_version_cites_by_the_numbers_of_the_day_in_its_force_nearest_to_its_verification() -> None:
    for norm in NORMS:
        assert norm.force.from_day <= read_on(norm) < norm.force.until_day
        assert read_on(norm) == norm.verified_on or not norm.force.from_day <= norm.verified_on < norm.force.until_day


def test_the_law_reads_as_it_did_when_it_was_read() -> None:
    """`kyosei law check` against the texts at hand."""
    sources = legal_sources()
    findings = check_citations(CITATIONS, read_texts(shared("text")), sources.readings, sources.renumbered)
    assert findings.drift == ()
    assert findings.unchanged > 150
    not_at_hand = {unchecked.provision.law for unchecked in findings.unchecked}
    assert not_at_hand == {
        "325AC0000000226",  # Local Tax Act
        "326CO0000000319",  # Immigration Control and Refugee Recognition Act
        "329AC0000000115",  # Employees' Pension Insurance Act
        "334M50002000016",  # Minimum Wage Regulations
        "337CO0000000135",  # Order on General Rules for National Taxes
        "340AC0000000033",  # Income Tax Act
        "347AC0000000113",  # Equal Employment Opportunity Act
        "402M50000010016",  # Landing Criteria
        "406CO0000000005",  # Overtime Premium Order
        "419AC1000000112",  # Housing Safety Net Act
        "419AC1000000131",  # Act on Special Provisions for Pension Benefits and Contributions
        "424AC0000000062",  # Pension Reform Act of 2012
        "429M60000800063",  # Housing Safety Net Regulations
        "502CO0000000246",  # Standard Remuneration Grades Order of 2020
        "506AC0000000047",  # Child Support Reform Act of 2024
        "507AC0000000074",  # Pension Reform Act of 2025
        "507M60000110004",  # Employment for Skill Development Regulations
        "508CO0000000275",  # Cabinet Order No. 275 of 2026 (End of the Wage Test)
        "guideline:foreign-exchange-circular",  # Circular on the Foreign Exchange Laws
    }


def test_the_file_of_readings_is_what_its_script_would_write() -> None:
    written = READINGS.read_text(encoding="utf-8")
    assert write_readings(legal_sources().readings) == written
    texts = read_texts(shared("text"))
    assert write_readings(read_citations(CITATIONS, texts, RENUMBERED)) == written


def test_the_anchors_of_the_material_are_in_the_texts() -> None:
    yaml = pytest.importorskip("yaml")
    texts = read_texts(shared("text"))
    anchors = yaml.safe_load((shared("jp-immigration") / "citation-anchors.yaml").read_text(encoding="utf-8"))[
        "anchors"
    ]
    assert len(anchors) > 50
    for anchor in anchors:
        assert texts.on(anchor["law_id"], anchor["article"], AFTER), anchor["id"]
