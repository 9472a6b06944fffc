"""Somebody with a stay who has not applied for anything yet, and an immigration office that takes applications."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from kyosei.access.requests import Request, Requester, Role
from kyosei.applications.acting import Prepared, file_line, prepare, receive_lines
from kyosei.applications.application import Application, applications_of
from kyosei.decisions.drafting import Office
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.evaluate import Loaded
from kyosei.wiring import procedures_of_japan
from tests.access.setting import Setting, someone, staff
from tests.decisions.deciding import ENGINEER, HOA, ISA, OFFICER
from tests.journal.fakes import Office as Institution

__all__ = ["ENDS", "PROGRAM", "Applying", "day"]

PROGRAM = "software:office"
"""As which the keys of `World.register` sign."""
ENDS = date(2027, 3, 1)
"""The first day after the period of stay."""
_KINDS = ("residence.status", "residence.application", "residence.decision")


def day(year: int, month: int, of_month: int) -> int:
    return day_from_date(date(year, month, of_month))


@dataclass
class Applying:
    """`file` files as the person does in the portal; `received`, as the office's program answers at once."""

    setting: Setting
    office: Office
    officer: Institution

    @staticmethod
    def on(engine: sa.Engine, law: Loaded) -> Applying:
        setting = Setting.on(engine)
        officer = setting.world.register(ISA, human=OFFICER, entry_types=["decision", "assessment"])
        made = Applying(setting, Office(engine, setting.path, law, procedures_of_japan()), officer)
        made.resides(HOA)
        return made

    def resides(self, person: str, until: date = ENDS) -> None:
        """A person with a stay, of whom the office has told everything."""
        for kind in _KINDS:
            self.setting.enter({
                "type": "coverage", "kind": kind, "source": ISA, "about": {"person": person}, "from": "1900-01-01"
            })  # fmt: skip
        held = {"status": ENGINEER, "granted_period": "P3Y"}
        self.setting.state(
            "residence.status", ISA, {"person": person}, held, from_="2024-04-01", until=until.isoformat()
        )
        self.setting.world.later()

    @property
    def now(self) -> int:
        return self.setting.world.now[0]

    def own(self, person: str = HOA, by: Requester | None = None) -> Request:
        return self.setting.request(by or someone(id_=person), "own.records", subject=person)

    def officers(self, person: str = HOA, purpose: str = "immigration.examination") -> Request:
        return self.setting.request(staff(id_=OFFICER), purpose, subject=person, case="case-1")

    def prepare(self, procedure: str = "renewal", person: str = HOA, **more: str) -> Prepared:
        return prepare(self.office, self.own(person), procedure, language="en", **more)

    def file(self, procedure: str = "renewal", person: str = HOA, key: str = "k", **more: str) -> str:
        """Files it; its id."""
        line = file_line(self.prepare(procedure, person, **more), person, self.now, key)
        self.enter(line)
        return str(line["id"])

    def received(self, procedure: str = "renewal", person: str = HOA, **more: str) -> Application:
        """Filed, and the office has it."""
        prepared = self.prepare(procedure, person, **more)
        line = file_line(prepared, person, self.now, "k")
        id_ = str(line["id"])
        self.enter(line, *receive_lines(id_, person, prepared.filing, ISA, PROGRAM, self.now))
        return self.application(id_, person)

    def enter(self, *lines: Mapping[str, object]) -> None:
        """Enters them together; each must be taken."""
        self.setting.submit(*lines)
        self.setting.world.later()

    def application(self, id_: str, person: str = HOA) -> Application:
        return next(one for one in self.all(person) if one.id == id_)

    def all(self, person: str = HOA) -> list[Application]:
        return applications_of(self.setting.path, self.own(person))

    def helper(self, *acts: str) -> Requester:
        """Somebody who acts for the person by a mandate."""
        self.setting.mandate(acts=acts)
        self.setting.world.later()
        return someone(Role.HELPER, "person:bui")
