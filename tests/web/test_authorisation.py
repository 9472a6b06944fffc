"""Who may what: every route by every role, about oneself and about others, with the answers written down.

A new route without a row here fails the first test: somebody has to say who may use it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kyosei.access.requests import Role
from kyosei.web.api.application import ROUTES
from kyosei.web.pages import PAGES
from tests.web.client import OWN, Client

ROLES = {
    "nobody": None, "person": "person=person:sita", "employer": "employer=org:hamakaze", "bank": "bank=org:minami-bank",
    "supporter": "supporter=org:kizuna", "officer": "officer=authority:isa",
    "school": "school=org:himal-university", "landlord": "landlord=org:asahi-juken",
}  # fmt: skip
"""Who signs in as whom."""

ALL = dict.fromkeys(ROLES, 200)
SIGNED_OUT = {"nobody": 303}
PERSONS_ONLY = {**dict.fromkeys(ROLES, 404), **SIGNED_OUT, "person": 200}
NOBODYS = {**dict.fromkeys(ROLES, 404), **SIGNED_OUT}
EMPLOYERS_ONLY = {**dict.fromkeys(ROLES, 404), **SIGNED_OUT, "employer": 200}
ORGANISATIONS_ONLY = {**dict.fromkeys(ROLES, 200), **SIGNED_OUT, "person": 404}

OFFICES_ONLY = {**dict.fromkeys(ROLES, 404), **SIGNED_OUT, "officer": 200}

PAGES_SHOWN: dict[str, dict[str, int]] = {
    "/": dict.fromkeys(ROLES, 303),
    "/sign-in": ALL,
    "/sign-in/begin": dict.fromkeys(ROLES, 404),  # no provider is named here
    "/sign-in/back": dict.fromkeys(ROLES, 404),
    "/sign-in/again": ALL,
    "/signed-out": ALL,
    "/components": ALL,
    "/stay": PERSONS_ONLY,
    "/tasks": PERSONS_ONLY,
    "/rights": PERSONS_ONLY,
    "/leaving-safely": PERSONS_ONLY,
    "/what-if": PERSONS_ONLY,
    "/calendar": PERSONS_ONLY,
    "/feeds/no-such-feed.ics": dict.fromkeys(ROLES, 404),
    "/permanent-residence": PERSONS_ONLY,
    "/applications": PERSONS_ONLY,
    "/applications/nothing": {**PERSONS_ONLY, "person": 404},
    "/applications/nothing/receipt": {**PERSONS_ONLY, "person": 404},
    "/apply": PERSONS_ONLY,
    "/decisions": PERSONS_ONLY,
    "/decisions/nothing": {**PERSONS_ONLY, "person": 404},
    "/decisions/nothing/letter.pdf": {**PERSONS_ONLY, "person": 404},
    "/decisions/nothing/letter.html": {**PERSONS_ONLY, "person": 404},
    "/life": PERSONS_ONLY,
    "/hidden-address": PERSONS_ONLY,
    "/records": PERSONS_ONLY,
    "/records/sita-stay": PERSONS_ONLY,
    "/records/sita-stay/dispute": PERSONS_ONLY,
    "/records/duc-stay": {**PERSONS_ONLY, "person": 404},
    "/records/duc-stay/dispute": {**PERSONS_ONLY, "person": 404},
    "/disputes/nothing": {**PERSONS_ONLY, "person": 404},
    "/why/jp.immigration.lawful-stay": PERSONS_ONLY,
    "/why/jp.immigration.lawful-stay/text": {**PERSONS_ONLY, "person": 404},
    "/looks": PERSONS_ONLY,
    "/notices": {**ALL, **SIGNED_OUT},
    "/as-a-source": ORGANISATIONS_ONLY,
    "/supported": {**NOBODYS, "supporter": 200},
    "/disputes-to-answer": OFFICES_ONLY,
    "/disputes-to-answer/nothing": {**OFFICES_ONLY, "officer": 404},
    "/workbench": OFFICES_ONLY,
    "/workbench/nothing": {**OFFICES_ONLY, "officer": 404},
    "/workbench/nothing/write/factors": {**OFFICES_ONLY, "officer": 404},
    "/workbench/nothing/check": {**OFFICES_ONLY, "officer": 404},
    "/workbench/nothing/ask/gap-1": {**OFFICES_ONLY, "officer": 404},
    "/workbench/nothing/request": {**OFFICES_ONLY, "officer": 404},
    "/workbench/nothing/letter.pdf": {**OFFICES_ONLY, "officer": 404},
    "/workbench/nothing/letter.html": {**OFFICES_ONLY, "officer": 404},
    "/sealed/nothing": {**OFFICES_ONLY, "officer": 404},
    "/sealed/nothing/letter.pdf": {**OFFICES_ONLY, "officer": 404},
    "/sealed/nothing/letter.html": {**OFFICES_ONLY, "officer": 404},
    "/reviews/nothing": {**OFFICES_ONLY, "officer": 404},
    "/show": PERSONS_ONLY,
    "/check": ALL,
    "/owed": {**ORGANISATIONS_ONLY, "employer": 404},
    "/company": EMPLOYERS_ONLY,
    "/company/duties.zip": EMPLOYERS_ONLY,
    "/company/import": EMPLOYERS_ONLY,
    "/company/start": EMPLOYERS_ONLY,
    "/company/expiries": EMPLOYERS_ONLY,
    "/company/leaving": EMPLOYERS_ONLY,
    "/owed/no-such-case": NOBODYS,
    "/duties/no-such-case": NOBODYS,
    "/duties/no-such-case/filing": NOBODYS,
    "/duties/no-such-case/notice": NOBODYS,
    "/audit": ALL,
    "/audit/checkpoint": ALL,
    "/audit/entries/0": ALL,
    "/audit/entries/0/proof": ALL,
    "/audit/entries/999999": dict.fromkeys(ROLES, 404),
}

OPEN_TO_ALL = dict.fromkeys(ROLES, 200)
CALLERS = {**dict.fromkeys(ROLES, 200), "nobody": 401}
OWN_ONLY = {**dict.fromkeys(ROLES, 403), "nobody": 401, "person": 200}
NEVER = {**dict.fromkeys(ROLES, 403), "nobody": 401}
EXAMINING = "purpose=immigration.examination&basis=326CO0000000319/59-2/1&case=case-1"
EMPLOYING = "purpose=employer.own-duties&basis=329AC0000000115/27"
SINCE = "since=2026-09-01T00:00:00Z"
PROOF = "verdicts/jp.immigration.lawful-stay/proof"

API_ANSWERS: dict[str, dict[str, int]] = {
    "/health": OPEN_TO_ALL,
    "/ready": OPEN_TO_ALL,
    "/purposes": OPEN_TO_ALL,
    f"/persons/person:sita/verdicts?{OWN}": OWN_ONLY,
    f"/persons/person:sita/{PROOF}?{OWN}": OWN_ONLY,
    f"/persons/person:sita/records?{OWN}": OWN_ONLY,
    f"/persons/person:sita/accesses?{OWN}": OWN_ONLY,
    f"/persons/person:sita/applications?{OWN}": OWN_ONLY,
    f"/persons/person:sita/changes?{OWN}": OWN_ONLY,
    "/persons/person:sita/applications/outlook?procedure=renewal": OWN_ONLY,
    "/persons/person:duc/applications/outlook?procedure=renewal": NEVER,
    "/persons/person:sita/filings": dict.fromkeys(ROLES, 405),  # it is posted to, by the person
    "/persons/person:sita/applications/nothing/acts": dict.fromkeys(ROLES, 405),
    f"/persons/person:sita/difference?{OWN}&{SINCE}": OWN_ONLY,
    f"/persons/person:duc/difference?{OWN}&{SINCE}": NEVER,
    f"/persons/person:duc/difference?{EXAMINING}&{SINCE}": {**NEVER, "officer": 200},
    f"/persons/person:duc/difference?{EMPLOYING}&{SINCE}": {**NEVER, "employer": 200},
    f"/persons/person:duc/verdicts?{OWN}": NEVER,
    f"/persons/person:duc/{PROOF}?{OWN}": NEVER,
    f"/persons/person:duc/records?{OWN}": NEVER,
    f"/persons/person:duc/accesses?{OWN}": NEVER,
    f"/persons/person:duc/changes?{OWN}": NEVER,
    f"/persons/person:duc/changes?{EXAMINING}": NEVER,
    f"/persons/person:duc/changes?{EMPLOYING}": NEVER,
    f"/persons/person:duc/verdicts?{EXAMINING}": {**NEVER, "officer": 200},
    f"/persons/person:duc/records?{EXAMINING}": {**NEVER, "officer": 200},
    f"/persons/person:duc/accesses?{EXAMINING}": NEVER,
    f"/persons/person:duc/verdicts?{EMPLOYING}": {**NEVER, "employer": 200},
    f"/persons/person:sita/verdicts?{EMPLOYING}": NEVER,
    "/persons/person:sita/verdicts?purpose=bank.stay&consent=none": NEVER,
    "/entries": dict.fromkeys(ROLES, 405),  # it is posted to, by programs
    "/log/checkpoint": OPEN_TO_ALL,
    "/log/entries/0/proof": OPEN_TO_ALL,
    "/checks": dict.fromkeys(ROLES, 405),  # it is posted to, by anybody who has a code
    "/cases": CALLERS,
    "/cases/no-such-case": {**dict.fromkeys(ROLES, 404), "nobody": 401},
}


def template_of(path: str, templates: list[str]) -> str | None:
    """The route that a path belongs to."""
    parts = path.partition("?")[0].split("/")
    for template in templates:
        wanted = template.split("/")
        if len(wanted) == len(parts) and all(
            one == other or one.startswith("{") for one, other in zip(wanted, parts, strict=True)
        ):
            return template
    return None


def test_every_route_has_its_answers_written_down() -> None:
    shown = [page.path for page in PAGES if page.show is not None]
    assert {template_of(path, shown) for path in PAGES_SHOWN} == set(shown)
    routes = [route.path for route in ROUTES]
    assert {template_of(path, routes) for path in API_ANSWERS} == set(routes)


def test_the_roles_of_the_read_path_are_tried() -> None:
    by_mandate = {Role.REPRESENTATIVE, Role.GUARDIAN, Role.HELPER}  # tests/web/test_sign_in.py: no trial lets them in
    not_signed_in_here = by_mandate | {Role.OPERATOR, Role.CHECKER}
    assert {role.value for role in set(Role) - not_signed_in_here} == set(ROLES) - {"nobody"}


@pytest.fixture(scope="module")
def clients(served: object) -> dict[str, Client]:
    from tests.web.conftest import Served

    assert isinstance(served, Served)
    return {
        role: Client(served.address) if as_ is None else Client(served.address).sign_in(as_)
        for role, as_ in ROLES.items()
    }


@pytest.mark.parametrize("path", PAGES_SHOWN)
def test_a_page_is_for_those_whom_it_is_for(clients: dict[str, Client], path: str) -> None:
    assert {role: client.get(path).status for role, client in clients.items()} == PAGES_SHOWN[path]


@pytest.mark.parametrize("path", API_ANSWERS)
def test_the_api_answers_whom_it_may(clients: dict[str, Client], path: str) -> None:
    assert {role: client.get(f"/api/v1{path}").status for role, client in clients.items()} == API_ANSWERS[path]


def test_a_case_is_there_for_its_owner_alone(clients: dict[str, Client]) -> None:
    own = next(one for one in clients["employer"].get("/api/v1/cases").json["cases"] if one["sort"] == "task")["id"]
    for path in (f"/duties/{own}", f"/duties/{own}/filing", f"/duties/{own}/notice", f"/api/v1/cases/{own}"):
        answers = {role: client.get(path) for role, client in clients.items()}
        for role in ("bank", "supporter", "officer"):
            missing = clients[role].get(path.replace(own, "case-nothing"))
            assert answers[role].status == missing.status == 404, path
            assert without_token(answers[role].text) == without_token(missing.text), path
        assert answers["nobody"].status in (303, 401)
        assert answers["person"].status == 404
    form = {"form_token": clients["bank"].form_token("/components"), "act": "acknowledge", "key": "x" * 43}
    assert clients["bank"].post(f"/duties/{own}", form).status == 404


def without_token(page: str) -> str:
    """A page without what differs with each session."""
    return re.sub('value="[0-9a-f]{64}"', "", page)


def test_no_page_and_no_answer_names_another_person(visitor: Callable[[], Client]) -> None:
    """P21: what one person is shown of looks, records and cases identifies no other."""
    sita = visitor().sign_in("person=person:sita")
    for path in ("/stay", "/tasks", "/life", "/records", "/looks", "/notices"):
        text = sita.get(path).text
        for other in ("person:duc", "person:p0", "PHẠM", "staff:"):
            assert other not in text, path
