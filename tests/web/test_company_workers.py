"""What an employer asks about those who work there: may they start, until when, and what is owed when they leave."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.web.client import OWN, Client
from tests.web.test_company import main_of

SHOWN_TO = {"org:hamakaze": "PHẠM MINH ĐỨC", "org:midori-shoji": "CHEN LIHUA", "org:shiosai-suisan": "ZAW"}


@pytest.fixture
def employer(visitor: Callable[[], Client]) -> Callable[[str], Client]:
    return lambda organisation: visitor().sign_in(f"employer={organisation}")


def looks(visitor: Callable[[], Client], person: str, organisation: str) -> list[int]:
    used = visitor().sign_in(f"person={person}").get(f"/api/v1/persons/{person}/accesses?{OWN}").json["usages"]
    return [int(one["number"]) for one in used if one["receiver"]["organisation"] == organisation]


@pytest.mark.parametrize("organisation", SHOWN_TO)
def test_who_may_start_is_answered_for_a_day_with_its_law(
    employer: Callable[[str], Client], organisation: str
) -> None:  # fmt: skip
    page = main_of(employer(organisation), "/company/start?lang=en&on=2026-12-01")
    assert SHOWN_TO[organisation] in page
    assert "May start</span>" in page
    assert re.search(r"<summary>Why</summary>.*Immigration Control and Refugee Recognition Act", page, re.DOTALL)


@pytest.mark.parametrize(
    ("organisation", "day"), [("org:hamakaze", "2028-05-01"), ("org:hoshizora-diner", "2026-12-01")],
)  # fmt: skip
def test_what_an_employer_cannot_see_is_never_a_no(
    employer: Callable[[str], Client], organisation: str, day: str
) -> None:  # fmt: skip
    """Records end before the day; or a student's school is nothing that the employer of a part-time job reads."""
    page = main_of(employer(organisation), f"/company/start?lang=en&on={day}")
    assert "Cannot be confirmed now</span> This does not mean no." in page
    assert "May start</span>" not in page
    assert 'href="/check"' in page
    assert "permission for other work" in page.partition("Any of these would show it")[2]
    assert not re.search(r"\bno</|may not|chip-act", page)


def test_what_is_no_day_is_said_and_answered_for_today(employer: Callable[[str], Client]) -> None:
    page = main_of(employer("org:hamakaze"), "/company/start?lang=en&on=tomorrow")
    assert "This is no day" in page
    assert "May start</span>" in page


def test_asking_who_may_start_is_a_look_at_each_and_names_nobody_elses(
    employer: Callable[[str], Client], visitor: Callable[[], Client]
) -> None:  # fmt: skip
    before = looks(visitor, "person:duc", "org:hamakaze")
    page = main_of(employer("org:hamakaze"), "/company/start?lang=en")
    assert len(looks(visitor, "person:duc", "org:hamakaze")) == len(before) + 1
    assert "PUTRI" not in page
    text = re.sub(r"<[^>]+>", " ", page)
    for word in ("ationality", "Viet", "engineer", "foreigner"):
        assert word not in text


def test_a_stay_that_goes_on_beyond_the_card_is_explained(employer: Callable[[str], Client]) -> None:
    page = main_of(employer("org:yamabuki-hotel"), "/company/expiries?lang=en")
    assert re.search(r"SITA.*2026-11-05.*2027-01-05.*The stay goes on</span> The card has passed", page, re.DOTALL)
    assert "chip-act" not in page


def test_days_of_stays_are_shown_and_nothing_else_about_anybody(
    employer: Callable[[str], Client], visitor: Callable[[], Client]
) -> None:  # fmt: skip
    before = looks(visitor, "person:duc", "org:hamakaze")
    page = main_of(employer("org:hamakaze"), "/company/expiries?lang=en")
    assert len(looks(visitor, "person:duc", "org:hamakaze")) == len(before) + 1
    assert re.findall(r"<td>(.*?)</td>", page) == ["PHẠM MINH ĐỨC", "2028-03-20", "2028-03-20", "Days left: 484"]
