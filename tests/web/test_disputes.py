"""Saying that a record is wrong, or not mine: a few questions, a receipt, and what is frozen at once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kyosei.web.languages import tongue_named
from tests.web.client import OWN, Answer, Client
from tests.web.marks import marked


def hidden(answer: Answer) -> dict[str, str]:
    """What the form of a page carries along."""
    form = answer.text.partition('action="/records/')[2].partition("</form>")[0]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form))


def step(client: Client, record: str, before: Answer, **given: str) -> Answer:
    return client.post(f"/records/{record}/dispute", hidden(before) | given)


def disputed(client: Client, record: str) -> str:
    """Where the receipt is of a dispute about a date."""
    page = client.get(f"/records/{record}/dispute?lang=en")
    page = step(client, record, page, sort="wrong")
    page = step(client, record, page, cause="date")
    page = step(client, record, page, words="I started  on 1 April.\r\nHỏi mẹ tôi")
    assert "I started on 1 April. Hỏi mẹ tôi" in page.text
    sent = step(client, record, page)
    assert sent.status == 303
    return sent.headers["location"]


def states(client: Client, person: str) -> dict[str, tuple[str, list[str]]]:
    found = client.get(f"/api/v1/persons/{person}/verdicts?{OWN}").json["verdicts"]
    return {one["norm"]: (one["state"], one["causes"]) for one in found}


def test_a_dispute_opens_what_rests_on_the_record_and_gives_a_receipt(visitor: Callable[[], Client]) -> None:
    """A person's own dispute always opens (P28); the answers say so at once."""
    zaw = visitor().sign_in("person=person:zaw")
    before = states(zaw, "person:zaw")
    receipt = disputed(zaw, "zaw-stay")
    page = zaw.get(f"{receipt}?lang=en").text
    assert receipt.rpartition("/")[2] in page
    assert "received, its source is asked" in page
    assert "日付：I started on 1 April. Hỏi mẹ tôi" in page
    chinese = tongue_named("zh")
    assert chinese is not None
    marked(receipt, zaw.get(f"{receipt}?lang=zh").text, chinese)
    after = states(zaw, "person:zaw")
    assert before["jp.immigration.lawful-stay"][0] == "met"
    state, causes = after["jp.immigration.lawful-stay"]
    assert state == "open"
    assert "disputed" in causes
    assert "/why/jp.immigration.lawful-stay" in page.partition("What is frozen")[2]
    assert "disputed" in zaw.get("/records?lang=en").text
    stay = zaw.get("/stay?lang=en").text
    assert "Not settled yet" in stay
    assert "banner-act" not in stay


def test_the_same_form_sent_twice_is_one_dispute(visitor: Callable[[], Client]) -> None:
    putri = visitor().sign_in("person=person:putri")
    page = putri.get("/records/putri-stay/dispute")
    page = step(putri, "putri-stay", page, sort="not_mine")
    page = step(putri, "putri-stay", page, words="")
    first, again = step(putri, "putri-stay", page), step(putri, "putri-stay", page)
    assert (first.status, again.status) == (303, 303)
    assert first.headers["location"] == again.headers["location"]
    assert len(re.findall(r'href="/disputes/', putri.get("/records/putri-stay").text)) == 1


@pytest.mark.parametrize(
    ("given", "asks"),
    [
        ({"step": "sort"}, "What is the matter?"),
        ({"step": "sort", "sort": "none of these"}, "What is the matter?"),
        ({"step": "cause", "sort": "wrong"}, "What is wrong?"),
        ({"step": "check", "sort": "wrong", "cause": "<script>"}, "What is wrong?"),
        ({"step": "check", "cause": "date"}, "What is the matter?"),
        ({"step": "", "sort": "not_mine"}, "What is the matter?"),
    ],
)
def test_nothing_is_entered_before_every_question_is_answered(sita: Client, given: dict[str, str], asks: str) -> None:
    page = sita.get("/records/sita-stay/dispute?lang=en")
    carried = {name: value for name, value in hidden(page).items() if name in ("form_token", "key")}
    answer = sita.post("/records/sita-stay/dispute", carried | given)
    assert answer.status == 200
    assert f"<h2>{asks}</h2>" in answer.text
    assert "/disputes/" not in sita.get("/records/sita-stay").text


def test_nobody_disputes_anothers_record_or_reads_anothers_receipt(sita: Client, visitor: Callable[[], Client]) -> None:
    lihua = visitor().sign_in("person=person:lihua")
    receipt = disputed(lihua, "lihua-stay")
    assert lihua.get(receipt).status == 200
    assert sita.get(receipt).status == 404
    page = sita.get("/records/sita-stay/dispute")
    assert sita.post("/records/lihua-stay/dispute", hidden(page) | {"sort": "not_mine"}).status == 404


def test_an_employer_cannot_tell_that_a_worker_disputes(visitor: Callable[[], Client]) -> None:
    """P15: the owner's own list is the same before and after."""
    employer = visitor().sign_in("employer=org:shiosai-suisan")
    before = employer.get("/company?lang=en").text
    zaw = visitor().sign_in("person=person:zaw")
    disputed(zaw, re.findall(r'/records/(zaw-contract[\w-]*|zaw-job[\w-]*|zaw-[\w-]*)"', zaw.get("/records").text)[0])
    token = re.compile(r'value="[0-9a-f]{64}"')
    assert token.sub("", employer.get("/company?lang=en").text) == token.sub("", before)
