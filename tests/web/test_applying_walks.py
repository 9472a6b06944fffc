"""Applying in a browser without scripts, from the form to what the person reads, on a telephone and on a desk.

A family renews together: the parent applies for the child, too; an institution gives what it owes, the office asks for what no
source has, and gets a translation. A student is permitted to work beside her studies. A spouse changes the status: granted for a
year, which she has looked at again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.web.conftest import Served, serving
from tests.web.pressing import menu, pressed
from tests.web.serving import SAMPLES
from tests.web.steps import agreed, concluded, go, hinders_nobody, onwards, weighed
from tests.web.test_browser import DESK, PHONE

KHIN, MAY, ISA = "person:khin", "person:may", "authority:isa"
SAID = "2026-11-20T10:00:00+09:00"
ENGINEER = "engineer-humanities-international"
CHILD = "MAY THIRI"
Line = dict[str, Any]  # Any: JSON


def life() -> Iterator[Line]:
    """A parent and a child, whose stays end in the same winter; the town has told who the guardian is."""
    for id_, born, name in ((KHIN, "1990-05-02", "KHIN MYAT"), (MAY, "2019-06-01", CHILD)):
        names = [{"script": "Latn", "text": name}]
        yield {"type": "party", "id": id_, "party": "person", "born": born, "names": names}
    yield {"type": "statement", "id": "may-guardian", "kind": "mandate", "source": "municipality:hamamatsu",
           "about": {"person": MAY, "holder": KHIN}, "from": "2019-06-01", "data": {"as": "guardian"},
           "stated_at": SAID}  # fmt: skip
    for id_, status in ((KHIN, ENGINEER), (MAY, "dependent")):
        about = {"person": id_}
        yield {"type": "statement", "id": f"{id_[7:]}-stay", "kind": "residence.status", "source": ISA, "about": about,
               "from": "2024-02-10", "until": "2027-02-10", "stated_at": SAID,
               "data": {"status": status, "granted_period": "P3Y"}}  # fmt: skip
        for kind in ("residence.status", "residence.application", "residence.decision"):
            yield {"type": "coverage", "id": f"{id_[7:]}-all-{kind[10:]}", "kind": kind, "source": ISA, "about": about,
                   "from": "1900-01-01", "stated_at": SAID}  # fmt: skip


@pytest.fixture(scope="module", params=[PHONE, pytest.param(DESK, marks=pytest.mark.soak)])
def town(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, int]]:
    file = tmp_path_factory.mktemp("lives") / "khin.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in life()), encoding="utf-8")
    lives = [SAMPLES / "offices.jsonl", SAMPLES / "lihua.jsonl", SAMPLES / "putri.jsonl", file]
    with serving("0", ":".join(map(str, lives))) as served:
        yield served, request.param


def said(page: Page) -> str:
    return page.get_by_role("main").inner_text()


def granted(page: Page, reason: str, period: str) -> None:
    """From the factors to a permission that every check passes, and that the person is told of."""
    concluded(page, "status_fit", "granted", reason)
    page.get_by_label("Period of stay", exact=True).select_option(period)
    page.locator("[id='period.0.text']").fill(f"{reason} That is known for as long.")
    fieldset = page.locator("fieldset", has=page.locator("[id='period.0.text']"))
    fieldset.locator("summary").first.click()
    page.locator("[id='period.0.on.status_fit']").check()
    onwards(page)
    assert page.locator("ul.checks li", has_text="To mend:").all_inner_texts() == []
    pressed(page.get_by_role("button", name="Seal it"))
    pressed(page.get_by_role("button", name="Tell them"))


def test_a_family_renews_together_with_what_others_give_and_what_the_office_asks_for(
    walking: Callable[[str], Page], browser: Browser, town: tuple[Served, int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    width = town[1]
    khin = walking(f"person={KHIN}")
    go(khin, "/apply")
    hinders_nobody(khin, browser, "apply-family", width)
    khin.get_by_label("renewal").check()
    khin.get_by_label(CHILD).check()
    pressed(khin.get_by_role("button", name="Continue"))
    assert khin.get_by_role("heading", name=CHILD).is_visible()
    assert khin.get_by_text("You have nothing to do about them.").first.is_visible()
    khin.get_by_label("I agree").check()
    pressed(khin.get_by_role("button", name="Continue"))
    assert f"Together with: {CHILD}" in said(khin)
    pressed(khin.get_by_role("button", name="Send the application"))
    assert "your family" in said(khin)
    assert "The office has it and is examining it." in said(khin)
    hers = khin.url.partition("?")[0]

    child = walking(f"guardian={KHIN}/{MAY}")
    go(child, "/applications")
    pressed(child.locator("main a", has_text="renewal").first)
    assert "The office has it and is examining it." in said(child)

    page = walking(f"officer={ISA}")
    menu(page, "Applications")
    assert page.locator("main td a", has_text="renewal").count() == 2
    pressed(page.locator("main td a", has_text="renewal").first)
    pressed(page.get_by_role("button", name="Take it up"))
    if "KHIN" not in said(page):
        go(page, "/workbench")
        pressed(page.locator("main td a", has_text="renewal").last)
        pressed(page.get_by_role("button", name="Take it up"))
    case = page.url
    gaps = page.locator("main li", has_text="to tell").count()
    an_institution_gives_what_it_owes(walking, page, browser, width)
    asks_only_for_what_no_source_has(page, browser, width)
    file = tmp_path_factory.mktemp("papers") / "contract.txt"
    file.write_text("The contract, in English.", encoding="utf-8")
    khin.goto(hers)
    assert "Which work you will do" in said(khin)
    hinders_nobody(khin, browser, "application-asked", width)
    answer = khin.locator("form", has=khin.get_by_role("button", name="Send the answer"))
    answer.get_by_label("It is a translation").check()
    answer.locator("input[type=file]").set_input_files(file)
    answer.locator("textarea").fill("I translated my contract.")
    pressed(answer.get_by_role("button", name="Send the answer"))
    assert "contract.txt" in said(khin)

    page.goto(case)
    pressed(page.get_by_role("button", name="Assemble again"))
    assert page.locator("main li", has_text="to tell").count() < gaps
    weighed(page, "status_fit", "for")
    onwards(page)
    assert page.get_by_label("What was brought forward").first.input_value() == "I translated my contract."
    page.get_by_label("Your answer").first.fill("The contract was read.")
    point = page.locator("fieldset", has=page.get_by_text("Point 1", exact=True))
    point.locator("summary").click()
    point.locator("[id='submission.0.on.status_fit']").check()
    granted(page, "The work in the contract belongs to the status.", "P3Y")
    go(khin, "/decisions")
    pressed(khin.locator("main td a").first)
    for told in ("Your application is granted.", "The contract was read.", "That is known for as long."):
        assert told in said(khin), told
    khin.goto(hers)
    assert "card" in said(khin)


def asks_only_for_what_no_source_has(page: Page, browser: Browser, width: int) -> None:
    """What an institution owes is refused by its name; without a reason or a day it is asked again."""
    pressed(page.get_by_role("link", name="Ask the applicant for something"))
    hinders_nobody(page, browser, "workbench-request", width)
    pressed(page.get_by_role("button", name="Ask", exact=True))
    assert page.get_by_role("alert").first.is_visible()
    page.get_by_label("What you ask for").fill("Your contract, translated")
    page.get_by_label("Why it is needed").fill("Which work you will do")
    page.get_by_label("Until when").fill("2026-12-20")
    page.get_by_label("Which record it would be").select_option("tax.instalment")
    pressed(page.get_by_role("button", name="Ask", exact=True))
    assert "for an institution to tell, not for the person" in said(page)
    page.get_by_label("Which record it would be").select_option("")
    pressed(page.get_by_role("button", name="Ask", exact=True))
    assert "not answered yet" in said(page)


def an_institution_gives_what_it_owes(walking: Callable[[str], Page], page: Page, browser: Browser, width: int) -> None:
    """The officer asks the Pension Service; its clerk has searched and says how many there are, and it is asked no more."""
    pressed(page.get_by_role("link", name="Ask for:").filter(has_text="pension").first)
    page.get_by_label("What you want to know, in your own words").fill("Which months were paid?")
    pressed(page.get_by_role("button", name="Ask", exact=True))
    assert "asked on" in said(page)
    clerk = walking("officer=authority:pension-service")
    go(clerk, "/owed")
    assert "Which months were paid?" in said(clerk)
    assert "KHIN" in said(clerk)
    pressed(clerk.get_by_role("row", name="Which months were paid?").get_by_role("link"))
    hinders_nobody(clerk, browser, "inquiry", width)
    clerk.get_by_label("We have searched and there is none").check()
    pressed(clerk.get_by_role("button", name="Continue"))
    clerk.get_by_label("First day searched").fill("2024-04-01")
    clerk.get_by_label("How many such records").fill("0")
    pressed(clerk.get_by_role("button", name="Continue"))
    pressed(clerk.get_by_role("button", name="Send", exact=True))
    assert "Which months were paid?" not in said(clerk)


def test_a_student_is_permitted_to_work_under_conditions_and_for_no_period(
    walking: Callable[[str], Page], browser: Browser, town: tuple[Served, int]
) -> None:
    width = town[1]
    putri = walking("person=person:putri")
    go(putri, "/apply")
    putri.get_by_label("permission to work").check()
    pressed(putri.get_by_role("button", name="Continue"))
    assert "This application does not prolong your stay" not in said(putri)
    putri.get_by_label("I agree").check()
    pressed(putri.get_by_role("button", name="Continue"))
    pressed(putri.get_by_role("button", name="Send the application"))

    page = walking(f"officer={ISA}")
    menu(page, "Applications")
    pressed(page.locator("main td a", has_text="permission to work"))
    pressed(page.get_by_role("button", name="Take it up"))
    weighed(page, "no_hindrance", "for")
    onwards(page)
    concluded(page, "no_hindrance", "granted", "Her attendance leaves the time.")
    assert page.get_by_label("Period of stay", exact=True).count() == 0
    onwards(page)
    assert (
        "discretion is recognised and kept within its bounds"
        in page.locator("ul.checks li", has_text="To mend:").inner_text()
    )
    pressed(page.get_by_role("link", name="Outcome and reasons"))
    hinders_nobody(page, browser, "workbench-outcome-permission", width)
    page.get_by_label("Conditions").fill("At most 28 hours a week.")
    onwards(page)
    assert page.locator("ul.checks li", has_text="To mend:").count() == 0
    pressed(page.get_by_role("button", name="Seal it"))
    pressed(page.get_by_role("button", name="Tell them"))
    go(putri, "/decisions")
    pressed(putri.locator("main td a").first)
    assert "Your application is granted." in said(putri)
    assert "“At most 28 hours a week.”" in said(putri)


def test_a_spouse_changes_the_status_and_has_the_length_of_the_period_looked_at_again(
    walking: Callable[[str], Page],
) -> None:
    lihua = walking("person=person:lihua")
    go(lihua, "/apply")
    lihua.get_by_label("change of status").check()
    lihua.locator("#status").select_option(ENGINEER)
    agreed(lihua)
    pressed(lihua.get_by_role("button", name="Send the application"))

    page = walking(f"officer={ISA}")
    menu(page, "Applications")
    pressed(page.locator("main td a", has_text="change"))
    pressed(page.get_by_role("button", name="Take it up"))
    weighed(page, "status_fit", "for")
    onwards(page)
    granted(page, "What she learnt and the work belong together.", "P1Y")
    address = page.url.rpartition("/")[2]

    go(lihua, f"/decisions/{address}")
    assert "Your application is granted." in said(lihua)
    lihua.get_by_label("What you want to say").fill("My contract has no end.")
    pressed(lihua.get_by_role("button", name="Ask for it to be looked at again"))
    third = walking(f"officer={ISA}/third")
    go(third, f"/reviews/{address}")
    assert "“My contract has no end.”" in said(third)
    third.get_by_label("Outcome").select_option("corrects")
    third.get_by_label("Why, in your own words").fill("The contract has no end, so three years.")
    pressed(third.get_by_role("button", name="End the review"))
    lihua.reload()
    assert "“The contract has no end, so three years.”" in said(lihua)
