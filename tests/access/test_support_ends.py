"""S15: the support organisation's engagement ends, and its access ends the same day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kyosei.access.requests import Role
from kyosei.errors import AccessRefusal, AccessRefusedError
from kyosei.journal.entered import persons_with
from kyosei.timelines.days import day_from_date
from tests.access.setting import NOW, Setting, noon, staff

SUPPORTER = staff(Role.SUPPORTER, "org:midori")
ABOUT = {"person": "person:hoa", "employer": "org:acme", "supporter": "org:midori"}


def engaged(setting: Setting, day: date) -> list[str]:
    """Whom the portal would ask to look at on a day."""
    with setting.engine.connect() as connection:
        return persons_with(
            connection, "support.engagement", "supporter", "org:midori", noon(day), day_from_date(day)
        )  # fmt: skip


def test_access_ends_on_the_day_on_which_the_engagement_ends(setting: Setting) -> None:
    ends = NOW + timedelta(days=3)
    data = {"for": "ssw_1", "delegated": "all"}
    setting.state("support.engagement", "org:acme", ABOUT, data, from_="2026-03-02", until=ends.isoformat())
    for day in (NOW, ends - timedelta(days=1)):
        setting.go_to(day)
        assert engaged(setting, day) == ["person:hoa"]
        assert setting.path.read(setting.request(SUPPORTER, "support.own-duties")).number > 0
        assert setting.path.show_cases(setting.request(SUPPORTER, "support.own-duties")) > 0
    for day in (ends, ends + timedelta(days=30)):
        setting.go_to(day)
        assert engaged(setting, day) == []
        for look in (setting.path.read, setting.path.show_cases, setting.path.evaluate):
            with pytest.raises(AccessRefusedError) as refused:
                look(setting.request(SUPPORTER, "support.own-duties"))
            assert refused.value.refusal is AccessRefusal.NO_RELATION
