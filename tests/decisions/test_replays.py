"""Sealed decisions are the same bytes again after later records, law versions and erasures (P26); a thousand in `make soak`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest
import sqlalchemy as sa

from kyosei.access.japan import PURPOSES
from kyosei.access.purposes import load_purposes, purposes_within
from kyosei.access.requests import Request
from kyosei.decisions.acts import Replayed
from kyosei.decisions.document import address_of
from kyosei.decisions.drafting import Office, draft, look, look_again
from kyosei.decisions.replaying import Replay, replay
from kyosei.decisions.reviewing import review
from kyosei.decisions.sealed import sealed_dossier
from kyosei.decisions.sealing import examine_dossier, seal_line
from kyosei.errors import QuestionError
from kyosei.facts.vocabulary import KINDS
from kyosei.norms.procedures import Factor, Weighing
from kyosei.terms.text import Text
from kyosei.verdicts.evaluate import Loaded
from kyosei.wiring import open_law, released_versions
from tests.access.setting import person_line, staff
from tests.decisions.deciding import ISA, OFFICER, Deciding, granting
from tests.depth import SOAKING, deeper
from tests.journal.fakes import HOUR, at

DECISIONS = 1_000 if SOAKING else 4
ERASED = max(1, DECISIONS // 50)
_LETTERS = "abcdefghij"


def earlier_law(present: Loaded) -> Loaded:
    """A version that was released before the present one, and has norms about renewal."""
    others = [one for one in released_versions() if one != present.law.version]
    laws = (open_law(one) for one in others)
    return next(one for one in laws if any(norm.id == "jp.stay.status-fit" for norm in one.law.norms))


def name_of(number: int) -> str:
    """An id in letters."""
    return "person:" + "".join(_LETTERS[int(digit)] for digit in f"{number:04}")


def request_of(deciding: Deciding, person: str, application: str) -> Request:
    return deciding.setting.request(staff(id_=OFFICER), "immigration.examination", subject=person, case=application)


@dataclass(frozen=True)
class Sealed:
    """What was decided about somebody, and under which law."""

    person: str
    application: str
    address: str
    law: str


def sealed(deciding: Deciding, office: Office, person: str) -> Sealed:
    """A renewal of a person's, granted and sealed under the office's law."""
    deciding.setting.submit(person_line(person))
    application = deciding.applied(person, "renewal")
    deciding.setting.world.later()
    request = request_of(deciding, person, application)
    dossier = granting(draft(look(office, request, application), ISA, OFFICER, "kyosei test", deciding.now))
    examined = examine_dossier(office, request, dossier, deciding.now)
    deciding.setting.world.journal.submit_one(deciding.officer.sign(seal_line(examined, deciding.now - HOUR // 2)))
    return Sealed(person, application, address_of(examined.dossier), office.loaded.law.version)


def erase(deciding: Deciding, persons: list[str]) -> None:
    """Who these persons are is erased; so is their name in every record."""
    eraser = deciding.setting.world.register("authority:dpo", human="staff:clerk", entry_types=["erasure"])
    for person in persons:
        deciding.setting.world.later()
        line = {
            "type": "erasure", "id": f"erase-{person}", "target": person, "basis": "a judgment", "reason": "it was asked for",
            "author": "staff:clerk", "source": "authority:dpo", "stated_at": at(deciding.now - HOUR // 2),
        }  # fmt: skip
        deciding.setting.world.journal.submit_one(eraser.sign(line))


def under(deciding: Deciding, loaded: Loaded) -> Office:
    """The office under a version of the law, with the purposes as far as it has their norms."""
    purposes = load_purposes(purposes_within(PURPOSES, loaded.law), loaded.law, KINDS)
    return replace(deciding.office, loaded=loaded, path=deciding.setting.path.under(purposes))


def later_lists(office: Office) -> Office:
    """As a later law lists them: one factor more, one gone, and another time for the court."""
    more = Factor("later", Weighing.MANDATORY, Text("a", "a", "a"), Text("b", "b", "b"), (), "jp.stay.conduct")
    changed = tuple(
        replace(one, factors=(*one.factors[1:], more), remedy=replace(one.remedy, months=3))
        for one in office.procedures
    )
    return replace(office, procedures=changed)


@deeper
def test_every_sealed_decision_is_the_same_bytes_after_all_that_came_since(database: sa.Engine, law: Loaded) -> None:
    deciding = Deciding.on(database, law)
    offices = {one.law.version: under(deciding, one) for one in (earlier_law(law), law)}
    assert len(offices) == 2
    turns = list(offices.values())
    decided = [sealed(deciding, turns[number % 2], name_of(number)) for number in range(DECISIONS)]
    assert {one.law for one in decided} == set(offices)
    deciding.setting.go_to(date(2027, 1, 15))
    for one in decided:
        about = {"person": one.person}
        deciding.setting.state("conduct.penalty", "authority:prosecutor", about, {}, on="2026-10-01")
    gone = {one.person for one in decided[:ERASED]}
    erase(deciding, sorted(gone))
    deciding.setting.world.later()

    def office_under(version: str) -> Office:
        """The laws of the time are at hand, with the lists of a later one."""
        if version not in offices:
            raise QuestionError(f"no law {version}")
        return later_lists(offices[version])

    came = {one.person: replayed(deciding, office_under, one) for one in decided}
    assert {came.pop(person).came_to for person in gone} <= {Replayed.SAME, Replayed.ERASED}
    assert {one.came_to for one in came.values()} == {Replayed.SAME}
    assert {one.parts for one in came.values()} == {("factors", "remedy")}, "what is listed otherwise by now is said"


def replayed(deciding: Deciding, office_under: Callable[[str], Office], one: Sealed) -> Replay:
    request = request_of(deciding, one.person, one.application)
    return replay(office_under, request, sealed_dossier(deciding.setting.path, request, one.address).dossier)


def test_a_review_uses_the_lists_of_then_for_then_and_those_of_now_for_now(database: sa.Engine, law: Loaded) -> None:
    deciding = Deciding.on(database, law)
    address = deciding.seal(granting(deciding.drafted()))
    sealed_one = deciding.sealed(address).dossier
    now = later_lists(deciding.office)
    with pytest.raises(QuestionError, match=r"assembled\.factors is not what"):
        examine_dossier(now, deciding.request(), sealed_one, deciding.now)
    assert look_again(now, deciding.request(), sealed_one.assembled, as_listed=True).assembled == sealed_one.assembled
    found = review(lambda version: now, deciding.request(), sealed_one)
    assert (found.then, found.parts, found.is_the_same) == (Replayed.SAME, ("factors", "remedy"), True)
