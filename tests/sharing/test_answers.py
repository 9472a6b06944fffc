"""What each profile answers, for one status after the other; the preview is always the view."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa

from kyosei.sharing.answer import answer_document
from tests.access.setting import Setting
from tests.sharing.showing import HOA, Desk

Happens = Callable[[Desk], object]


def permitted(scope: str | None, until: str = "2027-03-31", **about: str) -> Happens:
    """A permission to work beside the status."""
    data = {} if scope is None else {"scope": scope}
    return lambda desk: desk.setting.state(
        "residence.work_permission", "authority:isa", {"person": HOA, **about}, data, from_="2025-04-01", until=until
    )


def told_all(desk: Desk) -> None:
    """The office has told everything about the stay: what it does not tell, there is not."""
    for kind in ("status", "application", "decision", "basis"):
        line = {"type": "coverage", "kind": f"residence.{kind}", "source": "authority:isa", "about": {"person": HOA}}
        desk.setting.enter({**line, "from": "1900-01-01"})


def status(slug: str, period: str, from_: str = "2025-04-01", until: str = "2027-04-01") -> Happens:
    return lambda desk: desk.setting.state(
        "residence.status", "authority:isa", {"person": HOA}, {"status": slug, "granted_period": period},
        from_=from_, until=until,
    )  # fmt: skip


def expired_and_applied(slug: str, period: str, from_: str) -> list[Happens]:
    """A stay that expired on 5 November 2026, after an application for its renewal."""
    applied: Happens = lambda desk: desk.setting.state(  # noqa: E731
        "residence.application", "authority:isa", {"person": HOA}, {"procedure": "renewal"}, on="2026-09-24"
    )
    return [status(slug, period, from_, "2026-11-06"), applied]


def disputed_permission(desk: Desk) -> None:
    desk.setting.dispute(str(permitted("comprehensive_28_hours")(desk)), HOA)


STUDENT = status("student", "P2Y")
LIVES: dict[str, tuple[list[Happens], dict[str, str]]] = {
    "a permanent resident": (
        [status("permanent-resident", "indefinite", until="2200-01-01")],
        {"lawful_stay": "lawful", "may_work": "any_work", "student": "another_status"},
    ),
    "a student without a permission on record": (
        [STUDENT], {"lawful_stay": "lawful", "may_work": "permission_needed", "student": "student"},
    ),
    "a student with a comprehensive permission": (
        [STUDENT, permitted("comprehensive_28_hours")],
        {"lawful_stay": "lawful", "may_work": "within_28_hours", "student": "student"},
    ),
    "a student with a permission for one employer": (
        [STUDENT, permitted("individual", employer="org:acme")],
        {"lawful_stay": "lawful", "may_work": "by_permission", "student": "student"},
    ),
    "a student with a permission of which nobody told the scope": (
        [STUDENT, permitted(None)], {"lawful_stay": "lawful", "may_work": "not_confirmed", "student": "student"},
    ),
    "a student whose permission is disputed": (
        [STUDENT, disputed_permission],
        {"lawful_stay": "lawful", "may_work": "not_confirmed", "student": "student"},
    ),
    "an engineer who applied, while it is not told that nothing is decided": (
        expired_and_applied("engineer-humanities-international", "P3Y", "2023-11-05"),
        {"lawful_stay": "not_confirmed", "may_work": "not_confirmed", "student": "not_confirmed"},
    ),
    "an engineer in the special period": (
        [told_all, *expired_and_applied("engineer-humanities-international", "P3Y", "2023-11-05")],
        {"lawful_stay": "special_period", "may_work": "work_of_the_status", "student": "another_status"},
    ),
    "a student in the special period, whose permission ended with the card": (
        [told_all, *expired_and_applied("student", "P2Y", "2024-11-05"), permitted("comprehensive_28_hours", "2026-11-06")],
        {"lawful_stay": "special_period", "may_work": "not_confirmed", "student": "student"},
    ),
    "somebody of whom nothing is told": (
        [], {"lawful_stay": "not_confirmed", "may_work": "not_confirmed", "student": "not_confirmed"},
    ),
    "somebody whose stay expired without an application on record": (
        [status("student", "P2Y", "2024-11-05", "2026-11-06")],
        {"lawful_stay": "not_confirmed", "may_work": "not_confirmed", "student": "not_confirmed"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("life", LIVES)
def test_every_answer_is_positive_or_is_not_given_and_the_preview_is_the_view(database: sa.Engine, life: str) -> None:
    desk = Desk(Setting.on(database))
    happens, expected = LIVES[life]
    for one in happens:
        one(desk)
    for sort in ("bank", "landlord", "employer", "school"):
        preview = answer_document(desk.preview(sort))
        answers = preview["answers"]
        assert isinstance(answers, list)
        for said in answers:
            assert said["answer"] == expected[said["predicate"]], f"{sort}: {said}"
            assert (said["answer"] == "not_confirmed") <= (said["provisions"] == [])
        checked = desk.check(desk.make(sort, key=sort))
        if expected["lawful_stay"] == "not_confirmed":
            assert checked is None
        else:
            assert checked is not None
            assert answer_document(checked.answer) == preview


def test_the_special_period_names_both_articles_and_its_last_day(database: sa.Engine) -> None:
    desk = Desk(Setting.on(database))
    for one in [told_all, *expired_and_applied("engineer-humanities-international", "P3Y", "2023-11-05")]:
        one(desk)
    (stay,) = desk.preview("bank").said
    assert [(one.article, one.paragraph) for one in stay.provisions] == [("21", "4"), ("20", "6")]
    answers = answer_document(desk.preview("bank"))["answers"]
    assert isinstance(answers, list)
    assert answers[0]["last_day"] == "2027-01-05"
