"""Every short life in the case tables beside the norms comes out as the table says."""

from __future__ import annotations

import pytest

from kyosei.wiring import open_law
from tests.law.case_tables import LifeCase, all_cases, answered, expected, verdict_of


@pytest.mark.parametrize("life", all_cases(), ids=str)
def test_a_life_comes_out_as_its_table_says(life: LifeCase) -> None:
    verdict = answered(verdict_of(open_law(), life.row))
    wanted = expected(life.row)
    assert {key: verdict.get(key) for key in wanted} == wanted
