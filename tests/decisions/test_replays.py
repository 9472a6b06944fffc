"""Sealed decisions replayed after later records and erasures are the same bytes (P26); a thousand in the long tests."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa

from kyosei.access.requests import Request
from kyosei.decisions.acts import Replayed
from kyosei.decisions.document import address_of
from kyosei.decisions.drafting import Office, draft, look
from kyosei.decisions.replaying import replay
from kyosei.decisions.sealed import sealed_dossier
from kyosei.decisions.sealing import examine_dossier, seal_line
from kyosei.errors import QuestionError
from kyosei.verdicts.evaluate import Loaded
from tests.access.setting import person_line, staff
from tests.decisions.deciding import ISA, OFFICER, Deciding, granting
from tests.depth import SOAKING
from tests.journal.fakes import HOUR, at

DECISIONS = 1_000 if SOAKING else 4
_LETTERS = "abcdefghij"


def name_of(number: int) -> str:
    """An id in letters."""
    return "person:" + "".join(_LETTERS[int(digit)] for digit in f"{number:04}")


def request_of(deciding: Deciding, person: str, application: str) -> Request:
    return deciding.setting.request(staff(id_=OFFICER), "immigration.examination", subject=person, case=application)


def sealed(deciding: Deciding, person: str) -> tuple[str, str]:
    """A renewal of a person's, granted and sealed: its application and its address."""
    deciding.setting.submit(person_line(person))
    application = deciding.applied(person, "renewal")
    deciding.setting.world.later()
    request = request_of(deciding, person, application)
    dossier = granting(draft(look(deciding.office, request, application), ISA, OFFICER, "kyosei test", deciding.now))
    examined = examine_dossier(deciding.office, request, dossier, deciding.now)
    deciding.setting.world.journal.submit_one(deciding.officer.sign(seal_line(examined, deciding.now - HOUR // 2)))
    return application, address_of(examined.dossier)


def test_every_sealed_decision_is_the_same_bytes_after_all_that_came_since(database: sa.Engine, law: Loaded) -> None:
    deciding = Deciding.on(database, law)
    setting = deciding.setting
    decided = {name_of(number): sealed(deciding, name_of(number)) for number in range(DECISIONS)}
    setting.go_to(date(2027, 1, 15))
    for person in decided:
        setting.state("conduct.penalty", "authority:prosecutor", {"person": person}, {}, on="2026-10-01")
    eraser = setting.world.register("authority:dpo", human="staff:clerk", entry_types=["erasure"])
    setting.world.later()
    gone = next(iter(decided))
    line = {
        "type": "erasure", "id": "erase-one", "target": gone, "basis": "a judgment", "reason": "it was asked for",
        "author": "staff:clerk", "source": "authority:dpo", "stated_at": at(deciding.now - HOUR // 2),
    }  # fmt: skip
    setting.world.journal.submit_one(eraser.sign(line))
    setting.world.later()

    def office_under(version: str) -> Office:
        """The law of the time is at hand beside a later one; no other is."""
        if version != law.law.version:
            raise QuestionError(f"no law {version}")
        return deciding.office

    came = {}
    for person, (application, address) in decided.items():
        request = request_of(deciding, person, application)
        came[person] = replay(office_under, request, sealed_dossier(setting.path, request, address).dossier).came_to
    assert came.pop(gone) in (Replayed.SAME, Replayed.ERASED)
    assert set(came.values()) == {Replayed.SAME}
