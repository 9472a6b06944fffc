"""What a worker disputes, complains of or refuses shows on no page of the employer (P15): each is the same byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from kyosei.cases.book import case_document
from kyosei.journal.database import URL, Database, open_database
from kyosei.journal.directory import shared_journal, signing_key
from kyosei.journal.registry import PORTAL
from kyosei.timelines.days import instant_from_microseconds
from tests.web.client import Client
from tests.web.conftest import Served, serving
from tests.web.noon import NOON
from tests.web.serving import follow

EMPLOYERS = ("org:hamakaze", "org:shiosai-suisan", "org:hoshizora-diner")
ABOUT_WORKERS = ("/company/start", "/company/expiries", "/company/leaving")
ONLY_GROUND = "duc-hiring-notice"
"""The only record of the job that is not the employer's own: while it is disputed, nothing is read (decision 190)."""
OF_A_SESSION = re.compile(r'name="(?:form_token|key)" value="[^"]*"')
_LINK = re.compile(r'href="((?:/duties|/owed)/[^"?]+)')


@pytest.fixture(scope="module")
def apart() -> Iterator[Served]:
    """A portal of its own: what is followed here is followed nowhere else."""
    with serving() as served:
        yield served


@pytest.fixture(scope="module")
def database(apart: Served) -> Iterator[Database]:
    address = apart.data.with_name("database").read_text(encoding="utf-8")
    with open_database({URL: address}, apart.data) as database:
        yield database


@dataclass
class Employers:
    """What the employers are shown. Until something is entered that is what they were shown last."""

    served: Served
    last: dict[tuple[str, str], str] = field(default_factory=dict)

    def before(self) -> dict[tuple[str, str], str]:
        return self.last or self.after()

    def after(self) -> dict[tuple[str, str], str]:
        self.last = pages(self.served)
        return self.last


@pytest.fixture(scope="module")
def employers(apart: Served) -> Employers:
    return Employers(apart)


def pages(served: Served) -> dict[tuple[str, str], str]:
    """All that the employers are shown, by employer and path, without what differs with each session."""
    found: dict[tuple[str, str], str] = {}
    for employer in EMPLOYERS:
        client = Client(served.address).sign_in(f"employer={employer}")
        linked = _LINK.findall(client.get("/company").text)
        for path in (
            "/company",
            *ABOUT_WORKERS,
            "/notices",
            "/api/v1/cases?closed=true",
            *linked,
            *(f"{one}/filing" for one in linked),
        ):
            answer = client.get(path)
            found[employer, path] = f"{answer.status} {OF_A_SESSION.sub('', answer.body.decode('utf-8', 'replace'))}"
    return found


def enter(apart: Served, database: Database, **entry: object) -> None:
    """Enters what a person says, under the portal's key."""
    journal = shared_journal(apart.data, database.engine, lambda: NOON)
    at = instant_from_microseconds(NOON).isoformat()
    journal.submit_one(signing_key(apart.data, PORTAL).sign({**entry, "stated_at": at}))


@pytest.mark.parametrize(
    ("person", "record"),
    [
        ("person:duc", "duc-contract"), ("person:duc", "duc-pay-2026-10"), ("person:duc", "duc-hiring-notice"),
        ("person:zaw", "zaw-stay"), ("person:zaw", "zaw-contract"), ("person:putri", "putri-stay"),
    ],
)  # fmt: skip
def test_a_dispute_shows_on_no_page_of_an_employer(
    apart: Served, database: Database, employers: Employers, person: str, record: str
) -> None:  # fmt: skip
    before = employers.before()
    enter(apart, database, type="dispute", id=f"dispute-of-{record}", target=record, by=person, reason="日付")
    follow(database.engine)
    after = employers.after()
    changed = {key for key in {*before, *after} if before.get(key) != after.get(key)}
    if record == ONLY_GROUND:
        hidden = {("org:hamakaze", path) for path in ABOUT_WORKERS}
        assert all("1人分の契約の記録がありますが、いまは確認できません" in after[key] for key in hidden)
        assert all("争" not in after[key] for key in hidden)
        changed -= hidden
    assert changed == set()


@pytest.mark.parametrize("route", ["inside", "office"])
def test_a_complaint_shows_on_no_page_of_an_employer(
    apart: Served, database: Database, employers: Employers, route: str
) -> None:  # fmt: skip
    """What was told before stays as it is, whichever way the worker chooses."""
    client = Client(apart.address).sign_in("employer=org:hamakaze")
    case = next(one for one in client.get("/api/v1/cases").json["cases"] if one["sort"] == "task")["id"]
    before = employers.before()
    complaint = {"type": "case_act", "act": "complain", "route": route, "reason": "x", "source": "person:duc"}
    enter(apart, database, id=f"complaint-{route}", case=case, **complaint)
    follow(database.engine)
    assert employers.after() == before
    with database.engine.connect() as connection:
        kept = case_document(connection, case)
    assert [row["taken"] for row in kept["history"] if row["ref"] == f"complaint-{route}"] == [True]
