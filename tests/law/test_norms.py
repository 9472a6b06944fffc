"""The pack as a whole: tables exist for every norm, duties have one bearer, the seven systems are there."""

from __future__ import annotations

from kyosei.law.jp.pack import NORMS
from tests.law.case_tables import all_cases


def test_every_norm_has_short_lives_in_a_table() -> None:
    told = {life.row["norm"] for life in all_cases()}
    assert {norm.id for norm in NORMS} - told == set()


def test_every_duty_and_limit_has_one_bearer_and_nothing_else_has() -> None:
    for norm in NORMS:
        assert (norm.bearer is not None) == (norm.kind in ("duty", "limit")), norm.id


def test_the_pack_touches_all_seven_systems_and_support() -> None:
    systems = {norm.id.split(".")[1] for norm in NORMS}
    assert {"immigration", "labour", "pension", "health", "tax", "finance", "education", "ssw"} <= systems
