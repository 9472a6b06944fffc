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
    assert len(set(looks(visitor, "person:duc", "org:hamakaze")) - set(before)) == 1
    assert "PUTRI" not in page
    text = re.sub(r"<[^>]+>", " ", page)
    for word in ("ationality", "Viet", "engineer", "foreigner"):
        assert word not in text


def test_a_stay_that_goes_on_beyond_the_card_is_explained(employer: Callable[[str], Client]) -> None:
    page = main_of(employer("org:yamabuki-hotel"), "/company/expiries?lang=en")
    assert re.search(r"SITA</h2>.*The stay goes on</span> The card has passed.*2026-11-05.*2027-01-05", page, re.DOTALL)
    assert "chip-act" not in page


def test_days_of_stays_are_shown_and_nothing_else_about_anybody(
    employer: Callable[[str], Client], visitor: Callable[[], Client]
) -> None:  # fmt: skip
    before = looks(visitor, "person:duc", "org:hamakaze")
    page = main_of(employer("org:hamakaze"), "/company/expiries?lang=en")
    assert len(set(looks(visitor, "person:duc", "org:hamakaze")) - set(before)) == 1
    assert re.findall(r"<(?:dd|h2)>(.*?)</(?:dd|h2)>", page) == ["PHẠM MINH ĐỨC", "2028-03-20", "2028-03-20"]
    assert "Days left: 484" in page


def test_what_is_owed_on_leaving_is_shown_with_its_day_and_nothing_is_entered(
    employer: Callable[[str], Client], visitor: Callable[[], Client]
) -> None:  # fmt: skip
    client = employer("org:shiosai-suisan")
    cases = client.get("/api/v1/cases").json["cases"]
    page = main_of(client, "/company/leaving?lang=en&person=person:zaw&last=2026-12-10")
    surely, _, unsettled = page.partition("What the records do not settle")
    for title, day in (
        ("The host notifies within fourteen days that the contract", "2026-12-24"),
        ("Tell the employment office of a foreign worker's leaving within ten days", "2026-12-21"),
        ("Report to the Pension Service within five days", "2026-12-15"),
        ("Report to the health insurer within five days", "2026-12-15"),
        ("Hand over the withholding slip within a month", "2027-01-10"),
    ):
        assert re.search(rf"<h3>{title}[^<]*</h3>\s*<p><span[^>]*>by {day}</span>", surely), title
    assert "without employment insurance" not in page
    assert "Hand over the certificate on leaving" in unsettled
    assert client.get("/api/v1/cases").json["cases"] == cases
    records = visitor().sign_in("person=person:zaw").get(f"/api/v1/persons/person:zaw/records?{OWN}").text
    assert "work.termination" not in records


def test_a_leaving_is_asked_about_those_who_work_here_alone(
    employer: Callable[[str], Client], visitor: Callable[[], Client]
) -> None:  # fmt: skip
    client = employer("org:shiosai-suisan")
    assert '<option value="person:zaw">' in main_of(client, "/company/leaving?lang=en")
    before = looks(visitor, "person:duc", "org:shiosai-suisan")
    page = main_of(client, "/company/leaving?lang=en&person=person:duc&last=2026-12-10")
    assert "PHẠM" not in page
    assert "What we owe" not in page
    assert looks(visitor, "person:duc", "org:shiosai-suisan") == before


@pytest.mark.parametrize("last", ["soon", "2026-11-01", "2031-01-01"])
def test_a_last_day_is_a_day_within_a_year(employer: Callable[[str], Client], last: str) -> None:
    page = main_of(employer("org:hamakaze"), f"/company/leaving?lang=en&person=person:duc&last={last}")
    assert "Please write a day within a year" in page
