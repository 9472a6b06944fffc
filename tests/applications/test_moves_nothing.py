"""Whatever is done about applications, no verdict moves by it: only what the office states makes one pending (P11, P12)."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kyosei.applications.acting import add_line, answer_line, request_line, withdraw_line
from kyosei.applications.application import Application
from kyosei.applications.filing import Asked
from kyosei.errors import QuestionError
from kyosei.timelines.days import legal_day
from kyosei.verdicts.check import check
from kyosei.verdicts.evaluate import Loaded
from tests.applications.applying import Applying, day
from tests.decisions.deciding import HOA, OFFICER
from tests.depth import examples_with_a_database
from tests.journal.server import Server

ACTS = ("renewal", "permanent", "work_permission", "add", "request", "answer", "withdraw")


def verdicts(applying: Applying, law: Loaded) -> list[object]:
    """Every answer about the person on a day, as known now."""
    found = applying.setting.path.evaluate(applying.own())
    assert found.known is not None
    on = legal_day(found.known)
    return [one.to_json() for one in check(law, found.case, on=on, known=found.known, subjects=[HOA])]


def do(applying: Applying, act: str, number: int) -> None:
    """One of these, if it can be done now."""
    open_ones = [one for one in applying.all() if one.is_open]
    try:
        if act in ("renewal", "permanent", "work_permission"):
            applying.file(act, key=str(number))
        for one in open_ones[:1]:
            done(applying, one, act, str(number))
    except QuestionError:
        pass  # such as one that is pending already


def done(applying: Applying, one: Application, act: str, key: str) -> None:
    match act:
        case "add":
            applying.enter(add_line(one, HOA, applying.now, key, "words"))
        case "withdraw":
            applying.enter(withdraw_line(one, HOA, applying.now))
        case "request":
            case = applying.setting.path.evaluate(applying.officers()).case
            line = request_line(one, case, Asked("a letter"), "why", day(2026, 12, 20), OFFICER, applying.now, key)
            applying.setting.world.journal.submit_one(applying.officer.sign(line))
            applying.setting.world.later()
        case "answer":
            for request in one.requests:
                applying.enter(answer_line(one, request.id, HOA, applying.now, key + request.id, "here"))
        case _:
            pass


@examples_with_a_database(3)
@given(st.lists(st.sampled_from(ACTS), min_size=2, max_size=5))
def test_nothing_that_is_done_about_an_application_moves_a_verdict(
    server: Server, law: Loaded, acts: Sequence[str]
) -> None:
    with server.fresh() as engine:
        applying = Applying.on(engine, law)
        before = verdicts(applying, law)
        for number, act in enumerate(acts):
            do(applying, act, number)
        assert verdicts(applying, law) == before
