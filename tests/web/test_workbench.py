"""An officer's workbench: the queue names nobody, drafts are kept, and two officers refuse where one cannot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kyosei.decisions.sealing import act_line
from kyosei.journal.decision_lines import address_of_document
from kyosei.journal.directory import signing_key
from kyosei.trial.institutions import CLERK, SECOND_OFFICER
from tests.web.client import Answer, Client
from tests.web.conftest import Served, serving
from tests.web.forms import fields_of, read, sent
from tests.web.noon import NOON
from tests.web.test_api import sent as entered

FILED = "sita-renewal-filed"
CASE = f"/workbench/{FILED}"


@pytest.fixture(scope="module")
def town() -> Iterator[Served]:
    with serving() as found:
        yield found


def officer(town: Served, *, second: bool = False) -> Client:
    return Client(town.address).sign_in("officer=authority:isa" + ("/second" if second else ""))


def weighed(client: Client, direction: str) -> Answer:
    """Every factor looked at; whether the work belongs to the status decides."""
    path = f"{CASE}/write/factors"
    form = fields_of(client.get(path).text)
    for name in [one for one in form if one.endswith(".reason")]:
        form |= {name: f"I looked at {name}", name.replace(".reason", ".considered"): "yes"}
    decides = {"direction": direction, "weight": "decisive", "without": "other"}
    form |= {f"factor.status_fit.{name}": value for name, value in decides.items()}
    return client.post(path, form | {"do": "next"})


def written(client: Client, result: str) -> Answer:
    """Points and outcome."""
    impact = {"impact__person": "Work and home go on", "impact__family": "no"}
    milder = {"alternative__0__measure": "a shorter period", "alternative__0__why": "the activity would be the same"}
    assert sent(client, f"{CASE}/write/points", do="next", **impact, **milder).status == 303
    reason = f"The agreed work and the status were compared: {result}."
    return sent(
        client, f"{CASE}/write/outcome", do="next", outcome__result=result, outcome__period="P3Y",
        on_verdicts="What is open is mine to judge.", discretion="Art. 21 (3) leaves it to the office.",
        reason__0__text=reason, reason__0__on__status_fit="yes", period__0__text="The contract has no end.",
        period__0__on__status_fit="yes", delegation__by="Order of the regional director",
        delegation__provision="326CO0000000319/69-2", delegation__from="2026-04-01", notice__language="en",
        notice__because="The applicant wrote in English.",
    )  # fmt: skip


def test_the_queue_names_nobody_and_is_of_the_office_that_decides(town: Served) -> None:
    page = officer(town).get("/workbench?lang=en").text
    assert f'href="{CASE}"' in page
    assert "person:" not in page
    assert "SHRESTHA" not in page
    assert 'accesskey="n"' in page
    other = Client(town.address).sign_in("officer=authority:pension-service")
    for path in ("/workbench", CASE, f"{CASE}/check", f"{CASE}/letter.html"):
        assert other.get(path).status == 404, path
    assert other.post("/workbench", {"form_token": other.form_token("/components")}).status == 404


def test_a_refusal_is_sent_back_then_granted_told_and_read(town: Served) -> None:
    first, second = officer(town), officer(town, second=True)
    before = looks(town)
    assert first.post("/workbench", {"form_token": first.form_token("/workbench")}).headers["location"] == CASE
    assert looks(town) > before, "taking it up is a look, and she sees it"
    assert "Another officer is writing this." in read(second.get(f"{CASE}?lang=en"))
    assert second.get(f"{CASE}/write/factors").status == 404

    assert "No reasons are written." in read(first.get(f"{CASE}/check?lang=en"))
    loses_nothing_in_two_windows(first)
    assert weighed(first, "against").headers["location"] == f"{CASE}/write/points"
    assert written(first, "refused").headers["location"] == f"{CASE}/check"
    page = read(first.get(f"{CASE}/check?lang=en"))
    assert "To mend:" not in page
    assert "A second officer has to read it" in page
    assert "Your application is not granted." in page
    nothing_else_is_sealed_over_the_api(town, sent(first, f"{CASE}/check", do="download").json)
    sealed = sent(first, f"{CASE}/check").headers["location"]
    assert "your draft" not in read(first.get("/workbench?lang=en"))

    token = {"form_token": first.form_token("/workbench"), "words": "I agree with myself"}
    for act in ("concur", "return", "notify"):
        assert first.post(sealed, token | {"act": act, "language": "en"}).status == 404, act
    sita = Client(town.address).sign_in("person=person:sita")
    assert "no decision" in read(sita.get("/decisions?lang=en"))
    assert "own words first" in read(sent(second, sealed, at=f"{sealed}?lang=en", act="return"))
    kept = sent(second, sealed, keep="return", words="Her contract was not read.")
    signed = signing_key(town.data, SECOND_OFFICER).sign(kept.json).decode()
    assert "not what was prepared" in read(
        sent(second, sealed, at=f"{sealed}?lang=en", act="return", words="Other words.", signed=signed)
    )
    brought = sent(second, sealed, act="return", words="Her contract was not read.", signed=signed)
    assert brought.status == 303, "signed where the key is, and brought here"
    assert sent(second, sealed, act="concur", words="Now I agree.").status == 404
    assert "It was sent back." in read(first.get(f"{sealed}?lang=en"))

    assert "“Her contract was not read.”" in read(first.get(f"{CASE}?lang=en"))
    assert sent(first, CASE, do="take").status == 303
    assert fields_of(first.get(f"{CASE}/write/outcome").text)["reason.0.text"].endswith("compared: refused.")
    weighed(first, "for")
    written(first, "granted")
    line = sent(first, f"{CASE}/check", do="download").json
    again = f"/sealed/{line['dossier']}"
    assert again != sealed
    told = act_line("notify", line["dossier"], CLERK, "authority:isa", NOON, language="en")
    as_signed = [signing_key(town.data, CLERK).sign(one).decode() for one in (line, {**told, "language": "tlh"}, told)]
    answers = entered(town, "authority:isa", *as_signed).json["entries"]
    assert [one.get("refusal") for one in answers] == [None, "not-now", None], "sealed and told over the API"
    assert "The applicant was told." in read(first.get(f"{again}?lang=en"))

    address = again.rpartition("/")[2]
    assert f'href="/decisions/{address}"' in sita.get("/decisions").text
    assert "Your application is granted." in read(sita.get(f"/decisions/{address}?lang=en"))
    assert sita.get(sealed.replace("/sealed/", "/decisions/")).status == 404, (
        "what was sent back is nothing she is told of"
    )


def nothing_else_is_sealed_over_the_api(town: Served, line: dict[str, Any]) -> None:
    """What an officer signs elsewhere is what the workbench would seal: read again, checked again, and a refusal passes all."""

    def refused(document: dict[str, Any]) -> str:
        address = address_of_document(document)
        entry = {**line, "id": f"decision-{address}", "dossier": address, "document": document}
        (answer,) = entered(town, "authority:isa", signing_key(town.data, CLERK).sign(entry).decode()).json["entries"]
        assert answer["refusal"] == "not-now"
        return str(answer["detail"])

    def other(part: str, **more: object) -> dict[str, Any]:
        return {**line["document"], part: {**line["document"][part], **more}}

    document = line["document"]
    assert "a refusal is sealed when every check passes; " in refused(other("opinion", alternatives=[]))
    assert "is not what the journal and the law give" in refused(
        other("assembled", facts=document["assembled"]["facts"][1:])
    )
    assert "of another officer" in refused(
        other("opinion", authority={**document["opinion"]["authority"], "officer": SECOND_OFFICER})
    )
    assert "not written yet: opinion.reasons" in refused(other("opinion", reasons=[]))
    passed = [{**one, "came_to": "pass"} for one in document["checks"]]
    assert passed == document["checks"]
    assert "come to something else now" in refused({**document, "checks": passed[1:]})
    assert "is no dossier" in refused({})
    unsigned = signing_key(town.data, "authority:isa").sign(line).decode()
    (answer,) = entered(town, "authority:isa", unsigned).json["entries"]
    assert answer["refusal"] == "wrong-actor", "no program decides"


def looks(town: Served) -> int:
    page = Client(town.address).sign_in("person=person:sita").get("/looks?lang=en").text
    return page.count("<tr>")


def loses_nothing_in_two_windows(client: Client) -> None:
    """What was saved in one window is not overwritten from another; what was sent there stands in its form again."""
    path = f"{CASE}/write/outcome"
    early = fields_of(client.get(path).text)
    assert client.post(path, early | {"discretion": "said first", "do": "save"}).headers["location"] == path
    late = client.post(f"{path}?lang=en", early | {"discretion": "said second", "do": "save"})
    assert "This is not saved." in read(late)
    assert fields_of(late.text)["discretion"] == "said second"
    assert fields_of(client.get(path).text)["discretion"] == "said first"
