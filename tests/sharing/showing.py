"""A desk at which codes are made, revoked and checked, over the setting of the access tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa

from kyosei.access.requests import Role
from kyosei.facts.statements import Name
from kyosei.sharing.answer import Answer, answer_of
from kyosei.sharing.checking import Checked, Checking
from kyosei.sharing.codes import read_code
from kyosei.sharing.profiles import PROFILES
from kyosei.sharing.shares import Shared, SharePlan, Shares
from kyosei.verdicts.evaluate import Loaded
from kyosei.wiring import open_law
from tests.access.setting import Setting, purposes, someone

__all__ = ["HOA", "Desk", "law"]

HOA = "person:hoa"
NAMES = (Name("Latn", "NGUYEN THI HOA"),)


@cache
def law() -> Loaded:
    return open_law()


@dataclass
class Desk:
    setting: Setting

    @property
    def engine(self) -> sa.Engine:
        return self.setting.engine

    @property
    def shares(self) -> Shares:
        return Shares(self.engine, purposes(), self.clock, self.enter)

    @property
    def checking(self) -> Checking:
        return Checking(self.engine, self.setting.path, law(), self.clock)

    def clock(self) -> int:
        return self.setting.world.now[0]

    def wait(self, seconds: float) -> None:
        self.setting.world.now[0] += int(seconds * 1_000_000)

    def enter(self, line: Mapping[str, object]) -> None:
        self.setting.submit(line)

    def stay(self, status: str, *, until: str, from_: str = "2024-04-01", **more: Any) -> str:  # Any: of the line
        data = {"status": status, "granted_period": "P3Y"}
        return self.setting.state(
            "residence.status", "authority:isa", {"person": HOA}, data, from_=from_, until=until, **more
        )

    def make(self, sort: str = "bank", length: str = "hour", key: str = "key", person: str = HOA) -> str:
        """A code of a new share."""
        code = self.shares.make(person, NAMES, SharePlan(PROFILES[sort], "みなみ銀行", length), key)
        assert code is not None
        return code

    def share_made(self, key: str) -> tuple[str, str]:
        """A code, and the id of its share."""
        before = {one.id for one in self.shared()}
        code = self.make(key=key)
        (share,) = {one.id for one in self.shared()} - before
        return code, share

    def check(self, code: str, name: str = "窓口") -> Checked | None:
        return self.checking.check(read_code(code), name)

    def shared(self, person: str = HOA) -> list[Shared]:
        return self.shares.of(person)

    def preview(self, sort: str) -> Answer:
        """What the person sees before they show it: made of their own look."""
        request = self.setting.request(someone(Role.PERSON), "own.records", known=self.clock())
        shown = self.setting.path.evaluate(request)
        return answer_of(law(), PROFILES[sort], shown.case, HOA, NAMES, self.clock())
