"""The acceptance stories as they might have gone: a card that comes late, a filing on a Monday, an early shift, another renewal.

As `test_walks_through_stories`, and in the soak: these pages say of other verdicts what the pages there say.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.stories.rows import HIKARI, MINH, THU
from tests.web.days import Days, life, passing
from tests.web.pressing import menu
from tests.web.test_walks import section
from tests.web.test_walks_through_stories import (
    NAMES,
    STATES,
    STAY,
    TASKS,
    Walking,
    accuses_nobody,
    day_before,
    listed,
    of_party,
    person,
    row,
    titles,
    walking,
)

__all__ = ["walking"]

pytestmark = pytest.mark.soak


@pytest.fixture(scope="module")
def days() -> Iterator[Days]:
    with passing(
        life("late", "april", "april-card-too-late", "april-as-it-went", apart=True),
        life("monday", "april", "april-filed-on-monday", "april-as-it-went", apart=True),
        life("early", "leaving", "leaving-early-shift", apart=True),
        life("renews", "leaving-renewal", apart=True),
        stops=("2026-04-06", "2026-05-28", "2026-06-06", "2026-08-05", "2026-11-20"),
    ) as found:
        yield found


def test_filed_on_the_monday_after_a_sunday_the_law_is_open_and_the_office_owes_the_answer(walking: Walking) -> None:
    one = row("sunday_expiry_filed_on_monday")
    page = walking(one.on, person(f"{MINH}-monday"))
    assert one.expect["causes"] == ["law"]
    assert page.get_by_role("heading", name=STAY["stay_open_law"].en).is_visible()
    assert page.locator(".banner-act").count() == 0
    menu(page, "To do")
    accuses_nobody(page, one)
    assert one.expect["needs_sources"] == ["authority:isa"]
    waits = section(page, "open").locator("h3:text-is('Immigration Services Agency') + p + details")
    assert "Lawful stay" in (waits.text_content() or "")


def test_the_postcard_came_and_his_first_page_says_by_when_to_take_the_card(walking: Walking) -> None:
    one = row("the_postcard_came_and_the_day_is_near")
    last = date.fromisoformat(day_before(one.expect["next_on"]))
    said = f"{last.year}年{last.month}月{last.day}日"
    page = walking(str(one.known), person(f"{MINH}-late"), language="ja-easy")
    assert page.get_by_role("heading", name=STAY["card_by"].easy.format(day=said)).is_visible()


def test_after_two_months_without_the_card_nothing_is_said_to_be_lawful_and_nobody_is_accused(walking: Walking) -> None:
    after = row("too_late_the_day_after_two_months")
    assert after.never == ("met",)
    page = walking(after.on, person(f"{MINH}-late"))
    assert not [said for said in page.locator(".banner-title").all_inner_texts() if said.startswith("Yes")]
    assert page.locator(".banner-act").count() == 0


def test_an_early_shift_is_two_things_of_two_parties(walking: Walking) -> None:
    his, theirs = row("early_shift_her_own_limit"), row("early_shift_and_the_employers")
    page = walking(his.on, person(f"{THU}-early"), at="tasks")
    mine = listed(section(page, "mine"), his)
    assert STATES["unmet"] in mine.first.inner_text()
    assert NAMES[HIKARI] in mine.first.inner_text()
    waits = section(page, "open").locator("li", has_text=titles(theirs)[0])
    assert listed(of_party(page, f"{HIKARI}-early"), theirs).count() + waits.count() > 0


def test_renewing_with_the_old_host_she_reads_that_another_way_is_open(walking: Walking) -> None:
    one, right = row("renewing_with_kita_waits_because_of_kita"), row("and_it_is_said_how_to_move")
    page = walking(right.on, person(f"{THU}-renews"), at="tasks")
    assert one.expect["bearer"] is None
    assert page.get_by_text(TASKS["mine_none"].en).is_visible()
    assert right.expect["state"] == "met"
    may = section(page, "rights").locator("details", has_text="Moving to another host")
    assert "the present employer's consent is not needed" in (may.first.text_content() or "")
