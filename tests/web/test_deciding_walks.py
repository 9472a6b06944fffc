"""From an application to what the person reads, in a browser without scripts, on a telephone and on a desk.

S2: a renewal that the person files is not granted, which takes two officers, and is looked at again. S3: permanent residence
is granted; the only record that is missing is the employer's, who never enrolled the applicant. S11: a norm that this rested
on is ruled defective. S12: its reasons are those of thirty others that were sealed in a moment each.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, Page

from kyosei.decisions.document import dossier_from
from kyosei.decisions.process import process_of
from kyosei.decisions.remedying import affected_by_rulings, open_line, tell_opened
from kyosei.decisions.sealing import Examined, seal_line
from kyosei.journal.database import Database
from kyosei.journal.decided import dossier_entries, seal_of
from kyosei.journal.directory import Registration, register, shared_journal, signing_key
from kyosei.trial.institutions import CLERK
from kyosei.wiring import open_portal
from tests.web.conftest import Served, serving
from tests.web.noon import NOON
from tests.web.pressing import menu, pressed
from tests.web.serving import SAMPLES
from tests.web.steps import agreed, concluded, go, hinders_nobody, kept_letter_hinders_nobody, onwards, weighed
from tests.web.test_browser import DESK, PHONE

HOA, ACME, ISA = "person:hoa", "org:akebono", "authority:isa"
SAID = "2026-11-20T10:00:00+09:00"
ENGINEER = "engineer-humanities-international"
TOLD = (
    ("residence.status", ISA), ("residence.application", ISA), ("residence.decision", ISA), ("residence.presence", ISA),
    ("residence.basis", ISA), ("residence.organisation_notice", ISA), ("residence.address_notice", "municipality:hamamatsu"),
    ("home.registration", "municipality:hamamatsu"), ("tax.instalment", "municipality:hamamatsu"),
    ("health.premium", "municipality:hamamatsu"), ("pension.contribution", "authority:pension-service"),
    ("work.foreign_worker_notice", "authority:labour-office"), ("conduct.penalty", "authority:prosecutor"),
)  # fmt: skip
Line = dict[str, Any]  # Any: JSON


def life() -> Iterator[Line]:
    """Twelve years with the same employer, who has reported nothing; every register has told all of it."""
    yield {
        "type": "party",
        "id": HOA,
        "party": "person",
        "born": "1988-05-02",
        "names": [{"script": "Latn", "text": "TRAN HOA"}],
    }
    yield {"type": "party", "id": ACME, "party": "organisation", "roles": ["employer"],
           "names": [{"script": "Jpan", "text": "株式会社あけぼの精機"}]}  # fmt: skip
    me, both = {"person": HOA}, {"person": HOA, "employer": ACME}
    for year, ends in ((2014, 2019), (2019, 2024), (2024, 2029)):
        yield {"type": "statement", "id": f"hoa-stay-{year}", "kind": "residence.status", "source": ISA, "about": me,
               "from": f"{year}-04-01", "until": f"{ends}-04-01", "stated_at": SAID,
               "data": {"status": ENGINEER, "granted_period": "P5Y"}}  # fmt: skip
    weekly = {"regular_hours_per_week": 40, "regular_days_per_month": 20}
    terms = {"hours_per_week": 40, "days_per_month": 20, "employment_type": "regular"}
    for id_, kind, source, about, begun, data in (
        ("here", "residence.presence", ISA, me, "2014-04-01", {}),
        (
            "employer",
            "employer.profile",
            ACME,
            {"employer": ACME},
            "2012-04-01",
            {"legal_form": "corporation", **weekly},
        ),
        ("contract", "work.contract", ACME, both, "2014-04-01", terms),
    ):
        yield {"type": "statement", "id": f"hoa-{id_}", "kind": kind, "source": source, "about": about, "from": begun,
               "data": data, "stated_at": SAID}  # fmt: skip
    everything = [(kind, source, me) for kind, source in TOLD]
    everything += [("pension.acquisition_notice", "authority:pension-service", both),
                   ("health.acquisition_notice", "insurer:kyokai", both)]  # fmt: skip
    for place, (kind, source, parties) in enumerate(everything):
        yield {"type": "coverage", "id": f"hoa-all-{place}", "kind": kind, "source": source, "about": parties,
               "from": "1900-01-01", "stated_at": SAID}  # fmt: skip


def before_she_applies() -> Iterator[Line]:
    """Sita's life until November, with a stay that ends in January and no application for its renewal yet."""
    for line in map(json.loads, (SAMPLES / "sita.jsonl").read_text(encoding="utf-8").splitlines()):
        if line["id"] != "sita-renewal-filed" and not line.get("kind", "").startswith("bank."):
            yield line | {"until": "2027-01-16"} if line["id"] == "sita-stay" else line


@pytest.fixture(scope="module", params=[PHONE, pytest.param(DESK, marks=pytest.mark.soak)])
def town(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, int]]:
    file = tmp_path_factory.mktemp("lives") / "sita-and-hoa.jsonl"
    lines = (*before_she_applies(), *life())
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    lives = [SAMPLES / "offices.jsonl", file]
    with serving("0", ":".join(map(str, lives))) as served:
        yield served, request.param


def test_s2_a_refusal_takes_two_officers_and_the_person_reads_until_when_a_court_can_be_asked(
    walking: Callable[[str], Page], browser: Browser, town: tuple[Served, int]
) -> None:
    width = town[1]
    sita = walking("person=person:sita")
    go(sita, "/apply")
    sita.get_by_label("renewal").check()
    agreed(sita)
    sita.locator("#words").fill("I interpret for the guests.")
    pressed(sita.get_by_role("button", name="Send the application"))
    assert "The office has it and is examining it." in sita.get_by_role("main").inner_text()

    page = walking("officer=authority:isa")
    menu(page, "Applications")
    hinders_nobody(page, browser, "workbench", width)
    pressed(page.get_by_role("button", name="Take the next one"))
    assert "SHRESTHA SITA" in page.get_by_role("main").inner_text()
    hinders_nobody(page, browser, "workbench-case", width)
    weighed(page, "status_fit", "against")
    hinders_nobody(page, browser, "workbench-factors", width)
    onwards(page)
    hinders_nobody(page, browser, "workbench-points", width)
    assert page.get_by_label("What was brought forward").first.input_value() == "I interpret for the guests."
    page.get_by_label("Your answer").first.fill("The contract says otherwise.")
    answered = page.locator("fieldset", has=page.get_by_text("Point 1", exact=True))
    answered.locator("summary").click()
    answered.locator("[id='submission.0.on.status_fit']").check()
    concluded(page, "status_fit", "refused", "The work agreed on is another one than the status is for.")
    hinders_nobody(page, browser, "workbench-outcome", width)
    onwards(page)
    assert "To mend:" not in page.get_by_role("main").inner_text()
    hinders_nobody(page, browser, "workbench-check", width)
    pressed(page.get_by_role("button", name="Seal it"))
    assert page.get_by_text("A second officer has to read it.").is_visible()
    address = page.url.rpartition("/")[2]

    second = walking("officer=authority:isa/second")
    go(second, f"/sealed/{address}")
    hinders_nobody(second, browser, "sealed", width)
    second.get_by_label("In your own words").fill("I have read the contract, too.")
    pressed(second.get_by_role("button", name="Agree", exact=True))
    pressed(second.get_by_role("button", name="Tell them"))
    assert second.get_by_text("The applicant was told.").is_visible()

    menu(sita, "Decisions")
    pressed(sita.locator("main td a").first)
    said = sita.get_by_role("main").inner_text()
    for told in (
        "Your application is not granted.", "another one than the status is for", "If you do not agree", "2027-05-22",
        "I have read the contract, too.", "The contract says otherwise.",
    ):  # fmt: skip
        assert told in said, told
    hinders_nobody(sita, browser, "decision", width)
    kept_letter_hinders_nobody(sita, browser, f"/decisions/{address}/letter.html", width)
    is_looked_at_again(walking, sita, browser, width, address)


def is_looked_at_again(walking: Callable[[str], Page], sita: Page, browser: Browser, width: int, address: str) -> None:
    """She asks for it; who decided reads that somebody else does it; who had no part says how it ends, and she reads that."""
    sita.get_by_label("What you want to say").fill("The contract says what I do.")
    pressed(sita.get_by_role("button", name="Ask for it to be looked at again"))
    first, third = walking("officer=authority:isa"), walking("officer=authority:isa/third")
    for page in (first, third):
        menu(page, "Applications")
        pressed(page.locator(f"a[href='/reviews/{address}']"))
    assert first.get_by_text("You had a part in this decision.").is_visible()
    assert first.get_by_role("button", name="End the review").count() == 0
    assert "“The contract says what I do.”" in third.get_by_role("main").inner_text()
    hinders_nobody(third, browser, "review", width)
    third.get_by_label("Outcome").select_option("annuls")
    third.get_by_label("Why, in your own words").fill("The contract was not read.")
    pressed(third.get_by_role("button", name="End the review"))
    pressed(third.get_by_role("link", name="Draft it anew with what was written"))
    pressed(third.get_by_role("button", name="Take it up"))
    pressed(third.get_by_role("link", name="Outcome and reasons"))
    kept = third.get_by_label("Sentence").first.input_value()
    assert kept == "The work agreed on is another one than the status is for."
    sita.reload()
    said = sita.get_by_role("main").inner_text()
    assert "The review annulled this decision." in said
    assert "“The contract was not read.”" in said


def test_s3_what_the_employer_left_undone_is_named_as_its_own_and_permanent_residence_is_granted(
    walking: Callable[[str], Page], browser: Browser, town: tuple[Served, int]
) -> None:
    hoa = walking(f"person={HOA}")
    go(hoa, "/apply")
    hoa.get_by_label("permanent residence").check()
    agreed(hoa)
    hoa.locator("#words").fill("My employer has told nobody of me.")
    pressed(hoa.get_by_role("button", name="Send the application"))

    page = walking("officer=authority:isa")
    menu(page, "Applications")
    pressed(page.locator("main td a", has_text="permanent residence"))
    pressed(page.get_by_role("button", name="Take it up"))
    assert "Behind it stands a duty of 株式会社あけぼの精機" in page.get_by_role("main").inner_text()
    weighed(page, "national_interest", "for")
    onwards(page)
    assert page.get_by_label("What was brought forward").first.input_value() == "My employer has told nobody of me."
    page.get_by_label("Your answer").first.fill("That is the employer's to do, and is not held against you.")
    answered = page.locator("fieldset", has=page.get_by_text("Point 1", exact=True))
    answered.locator("summary").click()
    answered.locator("[id='submission.0.on.pension']").check()
    concluded(page, "national_interest", "granted", "Twelve years of work here are in the interest of Japan.")
    page.get_by_label("Period of stay", exact=True).select_option("indefinite")
    onwards(page)
    mended = page.locator("ul.checks li", has_text="To mend:").all_inner_texts()
    assert len(mended) == 1
    assert "what somebody else left undone is named as theirs" in mended[0]

    pressed(page.get_by_role("link", name="Factors"))
    for factor in ("pension", "health_insurance"):
        one = page.locator("fieldset.factor", has_text=f"· {factor}")
        one.get_by_label("Whose conduct").select_option(ACME)
    onwards(page)
    onwards(page)
    onwards(page)
    assert page.locator("ul.checks li", has_text="To mend:").count() == 0
    pressed(page.get_by_role("button", name="Seal it"))
    pressed(page.get_by_role("button", name="Tell them"))

    go(hoa, "/decisions")
    pressed(hoa.locator("main td a").first)
    said = hoa.get_by_role("main").inner_text()
    for told in (
        "Your application is granted.", "This is what 株式会社あけぼの精機 did or left undone, not you.",
        "Nothing was held against your application.", "That is the employer's to do, and is not held against you.",
        "It does not count against you.", "Permanent residence has no end",
    ):  # fmt: skip
        assert told in said, told
    served, width = town
    address = hoa.url.rpartition("/")[2]
    thirty_are_sealed_and_a_defect_is_found(served, address)
    s11_what_rests_on_the_defect_is_looked_at_again_by_itself(walking, hoa, browser, width, address)
    s12_reasons_like_those_of_thirty_others_do_not_pass(walking)


def thirty_are_sealed_and_a_defect_is_found(served: Served, address: str) -> None:
    """S12: each within a moment, in the words of this dossier, of another with other facts. S11: then a human rules that
    a norm is defective, and the office opens what rests on it.
    """
    database = Database(sa.create_engine(served.data.with_name("database").read_text(encoding="utf-8")))
    with database.engine.connect() as connection:  # no time passes in the town, so the thirty are sealed at once
        ticks = itertools.count(int(connection.scalar(sa.text("SELECT max(recorded_at) FROM entries")) or NOON) + 1)
    portal = open_portal(served.data, database, "http://127.0.0.1:1", True, lambda: next(ticks), lambda: True)
    journal, intake = shared_journal(served.data, portal.engine, lambda: next(ticks)), portal.intake
    assert intake is not None
    about = {"person": "person:sita"}
    intake.enter(ISA, {
        "type": "statement", "id": "another-application", "kind": "residence.application", "source": ISA, "about": about,
        "on": "2026-11-20", "data": {"procedure": "permanent", "for_status": "permanent-resident"}, "stated_at": SAID,
    })  # fmt: skip
    with portal.engine.connect() as connection:
        seal = seal_of(dossier_entries(connection, address))
    assert seal is not None
    assert seal.document is not None
    sealed = dossier_from(seal.document)
    other = replace(sealed.assembled.application, id="another-application", person="person:sita")
    with portal.engine.connect() as connection:
        before = process_of(connection, ISA)
    for number in range(30):
        facts = replace(sealed.assembled, application=other, same_facts=f"{number:064x}")
        intake.enter(CLERK, seal_line(Examined(replace(sealed, assembled=facts), ()), next(ticks)))
    with portal.engine.connect() as connection:
        found = process_of(connection, ISA)
    more = found.sealed - before.sealed, found.quick - before.quick, found.one_text - before.one_text
    assert more == (30, 30, 30), "a fact about the office"

    ruler = Registration("authority:rulings", human="staff:ruler", entry_types=("norm_act",))
    register(journal, served.data, ruler, next(ticks))
    journal.submit_one(signing_key(served.data, ruler.party).sign({
        "type": "norm_act", "id": "ruling", "norm": "jp.pr.pension", "act": "defective", "reason": "It counts a month twice.",
        "author": "staff:ruler", "source": ruler.party, "stated_at": SAID, "laws": [portal.loaded.law.version],
    }))  # fmt: skip
    size, law = journal.size(), portal.loaded.law
    with portal.engine.connect() as connection:
        affected = affected_by_rulings(connection, ISA, lambda version: law, size)
    assert [one.dossier for one in affected if one.told] == [address], "the thirty were told to nobody"
    (mine,) = (one for one in affected if one.told)
    intake.enter(CLERK, open_line(mine, ISA, CLERK, next(ticks), "A rule in it counts a month twice."))
    with portal.engine.begin() as connection:
        tell_opened(connection, portal.catalogue, lambda version: law, size + 1, next(ticks))
    database.close()


def s11_what_rests_on_the_defect_is_looked_at_again_by_itself(
    walking: Callable[[str], Page], hoa: Page, browser: Browser, width: int, address: str
) -> None:
    """She is told without asking; who reviews it sees the ruling; she reads how it ended."""
    go(hoa, "/notices")
    assert "There is nothing for you to do" in hoa.get_by_role("main").inner_text()
    page = walking("officer=authority:isa/third")
    menu(page, "Applications")
    assert "the office itself" in page.locator("tr", has=page.locator(f"a[href='/reviews/{address}']")).inner_text()
    pressed(page.locator(f"a[href='/reviews/{address}']"))
    assert "“It counts a month twice.”" in page.get_by_role("main").inner_text()
    hinders_nobody(page, browser, "review-of-a-defect", width)
    page.get_by_label("Outcome").select_option("corrects")
    page.get_by_label("Why, in your own words").fill("The months are counted anew.")
    pressed(page.get_by_role("button", name="End the review"))
    go(hoa, f"/decisions/{address}")
    assert "“The months are counted anew.”" in hoa.get_by_role("main").inner_text()


def s12_reasons_like_those_of_thirty_others_do_not_pass(walking: Callable[[str], Page]) -> None:
    """What is decided anew, with the sentences as they were, is named before it is sealed."""
    page = walking("officer=authority:isa/third")
    menu(page, "Applications")
    pressed(page.locator("tr", has_text="to be decided anew").get_by_role("link", name="permanent residence"))
    pressed(page.get_by_role("button", name="Take it up"))
    pressed(page.get_by_role("link", name="Check and seal"))
    mended = page.locator("ul.checks li", has_text="To mend:").all_inner_texts()
    assert any("the reasons are not those of a case with other facts" in one for one in mended), mended
