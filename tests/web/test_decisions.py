"""Decisions in the portal: what the person reads of one, and that nobody else does."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
import sqlalchemy as sa
from pypdf import PdfReader

from kyosei.access.requests import ByLaw, Request, Requester, Role
from kyosei.decisions.document import address_of
from kyosei.decisions.drafting import Office, draft, look
from kyosei.decisions.sealing import act_line, examine_dossier, seal_line
from kyosei.journal.database import Database
from kyosei.journal.directory import signing_key
from kyosei.journal.entries import Actor, ActorKind
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.trial.institutions import CLERK, REVIEWER
from kyosei.wiring import open_portal
from tests.decisions.deciding import ENGINEER, ISA, granting
from tests.notices.test_letter import needs_fonts
from tests.web.client import Client
from tests.web.conftest import Served, serving
from tests.web.forms import read, sent
from tests.web.noon import NOON

SITA, FILED = "person:sita", "sita-renewal-filed"


@pytest.fixture(scope="module")
def deciding() -> Iterator[Served]:
    """A town of its own, in which things are decided."""
    with serving() as found:
        yield found


@pytest.fixture(scope="module")
def address(deciding: Served) -> str:
    """A renewal of Sita's that is granted, sealed and told, a second later than it is in the portal."""
    database = Database(sa.create_engine(deciding.data.with_name("database").read_text(encoding="utf-8")))
    ticks = itertools.count(NOON + 1_000_000)
    portal = open_portal(deciding.data, database, "http://127.0.0.1:1", True, lambda: next(ticks), lambda: True)
    assert portal.intake is not None
    office = Office(portal.engine, portal.path, portal.loaded, portal.procedures)
    clerk = Requester(Actor(ActorKind.HUMAN, CLERK), Role.OFFICER, ISA)
    basis = ByLaw(IMMIGRATION_ACT.article("59-2", 1))
    request = Request(clerk, SITA, "immigration.examination", basis, case=FILED)
    dossier = granting(draft(look(office, request, FILED), ISA, CLERK, "kyosei test", next(ticks)), ENGINEER, "P3Y")
    opinion = replace(dossier.opinion, authority=replace(dossier.opinion.authority, officer=CLERK))
    examined = examine_dossier(office, request, replace(dossier, opinion=opinion), next(ticks))
    found = address_of(examined.dossier)
    portal.intake.enter(CLERK, seal_line(examined, next(ticks)))
    assert Client(deciding.address).sign_in(f"person={SITA}").get(f"/decisions/{found}").status == 404, "not told yet"
    portal.intake.enter(CLERK, act_line("notify", found, CLERK, ISA, next(ticks), language="en"))
    portal.intake.enter(ISA, {
        "type": "statement", "id": "finding-since", "kind": "assessment.factor", "source": ISA, "on": "2026-11-20",
        "about": {"person": SITA, "office": ISA}, "stated_at": "2026-11-21T12:00:00+09:00",
        "data": {"factor": "status_fit", "finding": "yes", "reasons": "the contract", "author_role": "inspector"},
    })  # fmt: skip
    database.close()
    return found


def test_the_person_reads_how_it_was_decided_and_what_they_can_do(deciding: Served, address: str) -> None:
    sita = Client(deciding.address).sign_in(f"person={SITA}")
    listed = sita.get("/decisions?lang=en").text
    assert f'href="/decisions/{address}"' in listed
    page = sita.get(f"/decisions/{address}?lang=en").text
    for said in (
        "Your application is granted.", "What speaks for you", "What speaks against it", "If you do not agree",
        "The work agreed on belongs to the status", "The contract has no end", "2027-05-22", "Checks of how it was decided",
    ):  # fmt: skip
        assert said in page, said
    assert CLERK not in page
    assert sita.get(f"/decisions/{'0' * 64}").status == 404


def test_nobody_else_reads_it(deciding: Served, address: str) -> None:
    for as_ in ("person=person:duc", "officer=authority:pension-service", "employer=org:yamabuki-hotel"):
        other = Client(deciding.address).sign_in(as_)
        for path in (f"/decisions/{address}", f"/decisions/{address}/letter.html", f"/decisions/{address}/letter.pdf"):
            assert other.get(path).status == 404, (as_, path)


@needs_fonts
def test_the_letter_is_kept_as_a_file_with_a_code_that_leads_back(deciding: Served, address: str) -> None:
    sita = Client(deciding.address).sign_in(f"person={SITA}")
    html = sita.get(f"/decisions/{address}/letter.html?lang=en")
    assert f"/decisions/{address}</a>" in html.text
    assert 'attachment; filename="letter.html"' in html.headers["content-disposition"]
    pdf = sita.get(f"/decisions/{address}/letter.pdf?lang=en")
    assert pdf.headers["content-type"] == "application/pdf"
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.body)).pages)
    assert "Your application is granted." in text
    assert "許可されました。" in text


def test_the_person_asks_for_a_review_and_reads_what_somebody_else_came_to(deciding: Served, address: str) -> None:
    sita = Client(deciding.address).sign_in(f"person={SITA}")
    page = sita.get(f"/decisions/{address}?lang=en").text
    assert "Ask for a review" in page
    form = page.partition(f'action="/decisions/{address}"')[2].partition("</form>")[0]
    fields = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form))
    for _ in range(2):
        assert sita.post(f"/decisions/{address}", fields).status == 303
    after = sita.get(f"/decisions/{address}?lang=en").text
    assert after.count("a review was opened") == 1
    assert "Ask for a review" not in after
    other = Client(deciding.address).sign_in("person=person:duc")
    token = other.form_token("/components")
    assert other.post(f"/decisions/{address}", {**fields, "form_token": token}).status == 404
    reviewed_by_a_third(deciding, address)
    said = read(sita.get(f"/decisions/{address}?lang=en"))
    assert "The review corrects this decision." in said
    assert "“The office's own finding came since.”" in said
    assert REVIEWER not in said
    assert "Ask for a review" in said, "she can ask again"


def reviewed_by_a_third(deciding: Served, address: str) -> None:
    """Who decided may not; who had no part sees what came since, and says how it ends in own words."""
    path = f"/reviews/{address}"
    clerk, third = (Client(deciding.address).sign_in(f"officer={ISA}{which}") for which in ("", "/third"))
    queue = clerk.get("/workbench?lang=en").text
    assert f'href="{path}"' in queue
    assert "SHRESTHA" not in queue
    looks = Client(deciding.address).sign_in(f"person={SITA}")
    before = looks.get("/looks?lang=en").text.count("<tr>")
    assert "You had a part in this decision." in read(clerk.get(f"{path}?lang=en"))
    assert looks.get("/looks?lang=en").text.count("<tr>") <= before + 1, "her own look alone"
    token = clerk.form_token("/workbench")
    assert clerk.post(path, {"form_token": token, "outcome": "upholds", "words": "I was right."}).status == 404
    pension = Client(deciding.address).sign_in("officer=authority:pension-service")
    assert pension.get(path).status == 404

    page = read(third.get(f"{path}?lang=en"))
    for shown in (
        "SHRESTHA SITA", "It is the same to the last byte.", "finding-since", "came since",
        "Renewal or change, 1: belongs to the status", "It rests on no version that was ruled defective.",
    ):  # fmt: skip
        assert shown in page, shown
    assert "Choose an outcome" in read(sent(third, path, at=f"{path}?lang=en", outcome="corrects"))
    kept = sent(third, path, do="keep", outcome="corrects", words="The office's own finding came since.")
    signed = signing_key(deciding.data, REVIEWER).sign(kept.json).decode()
    another = {"outcome": "upholds", "words": "The office's own finding came since.", "signed": signed}
    assert "not what was prepared" in read(sent(third, path, at=f"{path}?lang=en", **another))
    assert sent(third, path, **{**another, "outcome": "corrects"}).headers["location"] == f"/sealed/{address}"
    assert third.get(path).status == 404, "it has ended"
    assert "(corrected)" in read(third.get(f"/sealed/{address}?lang=en"))
    assert "to be decided anew after a review" in read(third.get("/workbench?lang=en"))
    assert "“The office's own finding came since.”" in read(third.get(f"/workbench/{FILED}?lang=en"))
