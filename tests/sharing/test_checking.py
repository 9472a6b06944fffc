"""A code shows one answer, once, to whoever holds it; in every other case nothing, whatever the reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from kyosei.sharing.answer import answer_document
from kyosei.sharing.checking import WRONG_CODES_A_MINUTE
from kyosei.sharing.codes import new_code, read_code
from kyosei.sharing.profiles import PROFILES
from tests.depth import examples_with_a_database
from tests.journal.fakes import at
from tests.sharing.showing import HOA, Desk

HOUR = 3_600
KEYS = {"profile", "names", "on", "known", "law", "answers"}
KEYS_OF_ANSWERS = {"predicate", "answer", "last_day", "status", "provisions"}


def looks(desk: Desk) -> list[sa.RowMapping]:
    """The looks of checkers in the access log."""
    return [row for row in desk.setting.log() if row["role"] == "checker"]


@pytest.mark.parametrize("sort", PROFILES)
def test_what_is_shown_is_what_was_previewed_and_nothing_else(desk: Desk, sort: str) -> None:
    """The same answer from the person's own record and from what the purpose lets through."""
    code, preview = desk.make(sort), desk.preview(sort)
    checked = desk.check(code)
    assert checked is not None
    assert answer_document(checked.answer) == answer_document(preview)
    shown = json.loads(json.dumps(answer_document(checked.answer)))
    assert set(shown) == KEYS
    assert [one["predicate"] for one in shown["answers"]] == [one.value for one in PROFILES[sort].predicates]
    assert all(set(one) == KEYS_OF_ANSWERS for one in shown["answers"])
    assert shown["answers"][0] == {
        "predicate": "lawful_stay", "answer": "lawful", "last_day": "2027-03-31", "status": None,
        "provisions": [{"law": "326CO0000000319", "article": "2-2", "paragraph": "1"}],
    }  # fmt: skip
    assert HOA not in json.dumps(shown), "an id is nobody's business"


def test_a_code_is_used_once_and_the_look_is_on_record(desk: Desk) -> None:
    code = desk.make()
    assert desk.check(code, "南支店\n 田中") is not None
    assert desk.check(code) is None
    (entry,) = looks(desk)
    assert (entry["decision"], entry["purpose"], entry["reason"]) == (
        "permitted", "share.bank", "whoever-holds-a-code-of-the-person",
    )  # fmt: skip
    assert entry["basis"].startswith("consent:consent-share-")
    (shared,) = desk.shared()
    assert not shared.is_active
    assert shared.look is not None
    assert (shared.look.name, shared.look.entry, shared.verifier) == ("南支店 田中", entry["number"], "みなみ銀行")
    assert shared.look.answer["answers"][0]["answer"] == "lawful"


def test_of_many_who_ask_at_once_one_is_answered(desk: Desk) -> None:
    code = desk.make()
    checking = desk.checking
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda number: checking.check(read_code(code), f"desk {number}"), range(8)))
    assert sum(one is not None for one in found) == 1
    (shared,) = desk.shared()
    assert shared.look is not None
    assert shared.look.name == next(one.name for one in found if one is not None)


def test_a_code_that_was_revoked_while_its_answer_was_made_shows_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, path = desk.make(), desk.setting.path
    evaluate = path.evaluate

    def revoked_meanwhile(*arguments: object) -> object:
        found = evaluate(*arguments)  # type: ignore[arg-type]
        desk.shares.revoke(HOA, desk.shared()[0].id)
        return found

    monkeypatch.setattr(path, "evaluate", revoked_meanwhile)
    assert desk.check(code) is None
    assert desk.shared()[0].look is None


def test_a_share_is_of_its_person_alone(desk: Desk) -> None:
    code = desk.make()
    (shared,) = desk.shared()
    assert desk.shares.revoke("person:minh", shared.id) is False
    assert desk.shares.revoke("person:minh", "share-unknown") is False
    assert desk.shared("person:minh") == []
    assert desk.check(code) is not None


def test_one_form_sent_twice_makes_one_share(desk: Desk) -> None:
    desk.make(key="same")
    with pytest.raises(AssertionError):
        desk.make(key="same")
    assert len(desk.shared()) == 1


def test_revoking_withdraws_the_consent(desk: Desk) -> None:
    desk.make()
    (shared,) = desk.shared()
    assert desk.shares.revoke(HOA, shared.id)
    asked = sa.text("SELECT count(*) FROM withdrawals WHERE target = :target")
    with desk.engine.connect() as connection:
        assert connection.scalar(asked, {"target": f"consent-{shared.id}"}) == 1


def disputed(desk: Desk) -> None:
    with desk.engine.connect() as connection:
        stay = connection.scalar(sa.text("SELECT id FROM statements WHERE kind = 'residence.status'"))
    desk.setting.dispute(str(stay), HOA)


def died(desk: Desk) -> None:
    desk.setting.state("person.death", "municipality:kawasaki", {"person": HOA}, {}, on="2026-11-20")


@pytest.mark.parametrize("happens", [disputed, died])
def test_where_nothing_can_be_confirmed_nothing_is_shown_and_the_code_stays_good(
    desk: Desk, happens: Callable[[Desk], None]
) -> None:
    """An evaluation that is open, or a consent that no longer stands, is neither a yes nor a no."""
    code = desk.make()
    happens(desk)
    assert desk.check(code) is None
    assert desk.shared()[0].look is None
    assert desk.shared()[0].is_active


def test_a_code_without_an_answer_cannot_be_asked_for_ever(desk: Desk) -> None:
    code = desk.make(length="day")
    disputed(desk)
    for _ in range(25):
        assert desk.check(code) is None
    assert len(looks(desk)) == 20


def test_too_many_wrong_codes_stop_all_answers_for_the_rest_of_the_minute(desk: Desk) -> None:
    code = desk.make()
    minute = desk.clock() // 60_000_000
    with desk.engine.begin() as connection:
        filled = sa.text("INSERT INTO wrong_codes VALUES (:minute, :tried)")
        connection.execute(filled, {"minute": minute, "tried": WRONG_CODES_A_MINUTE})
    assert desk.check(code) is None
    desk.wait(60)
    assert desk.check(code) is not None


def test_every_code_that_shows_nothing_is_asked_for_by_the_same_statements(desk: Desk) -> None:
    """So the time of an answer does not tell whether there is such a code."""
    revoked, share = desk.share_made("revoked")
    codes = {"used": desk.make(key="used"), "revoked": revoked, "unknown": new_code(), "over": desk.make(key="over")}
    assert desk.check(codes["used"]) is not None
    assert desk.shares.revoke(HOA, share)
    said: list[str] = []
    sa.event.listen(desk.engine, "before_cursor_execute", lambda *event: said.append(event[2]))
    asked: dict[str, list[str]] = {}
    for what, code in codes.items():
        desk.wait(HOUR if what == "over" else 0)
        said.clear()
        assert desk.check(code) is None
        asked[what] = list(said)
    assert len({tuple(statements) for statements in asked.values()}) == 1
    assert asked["unknown"]


@given(st.lists(st.sampled_from(["check", "revoke", "minutes", "unknown"]), max_size=5))
@examples_with_a_database(6)
def test_whatever_happens_a_code_shows_one_answer_at_most_and_none_after_its_end(desk: Desk, steps: list[str]) -> None:
    code, share = desk.share_made(f"key {desk.clock()} {len(desk.shared())}")
    made = desk.clock()
    may = True
    for step in [*steps, "check"]:
        if step == "check":
            shown = desk.check(code) is not None
            assert shown is (may and desk.clock() < made + HOUR * 1_000_000)
            may = may and not shown
        elif step == "revoke":
            assert desk.shares.revoke(HOA, share)
            may = False
        elif step == "minutes":
            desk.wait(25 * 60)
        else:
            assert desk.check(new_code()) is None


@pytest.mark.parametrize("target", ["consent", HOA])
def test_an_erasure_destroys_what_was_shown_and_ends_the_code(desk: Desk, target: str) -> None:
    """Of the consent, or of who the person is: neither names nor the answer nor the checker stay, and nothing else is shown."""
    used, unused = desk.make(key="used"), desk.make(key="unused")
    assert desk.check(used) is not None
    world = desk.setting.world
    human = world.register("authority:court", human="staff:sato", entry_types=["erasure"])
    with desk.engine.connect() as connection:
        consents = connection.scalars(sa.text("SELECT consent FROM shares")).all()
    for number, erased in enumerate(consents if target == "consent" else [target]):
        line = {
            "type": "erasure", "id": f"x-{number}", "target": erased, "basis": "APPI art. 35", "reason": "asked for",
            "author": "staff:sato", "source": "authority:court", "stated_at": at(world.now[0]),
        }  # fmt: skip
        world.journal.submit_one(human.sign(line))
    with desk.engine.connect() as connection:
        kept = str(connection.execute(sa.text("SELECT names, verifier, revoked_at IS NULL FROM shares")).all())
        kept += str(connection.execute(sa.text("SELECT name, answer FROM share_looks")).all())
    assert kept == "[('[]', '', False), ('[]', '', False)][('', '{}')]"
    assert desk.check(unused) is None
    assert desk.shared() == []
    assert len(looks(desk)) == 1, "that somebody looked stays on record"
