"""Always: whoever relied on an answer is told once if it changes, whatever the batches, and whoever is killed where."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import event, given
from hypothesis import strategies as st

from kyosei.access.requests import Requester, Role
from kyosei.alerts.retelling import Step
from kyosei.errors import AccessRefusedError
from kyosei.notices.catalogue import Catalogue
from kyosei.timelines.days import day_from_date, legal_day
from kyosei.verdicts.evaluate import Loaded
from kyosei.watch.as_known import answers_as_known
from kyosei.watch.following import Step as WatchStep
from kyosei.watch.transitions import Key
from tests.access.setting import purposes, staff
from tests.alerts.readers import Readers
from tests.alerts.test_batches import DAY
from tests.alerts.test_retelling import BEGAN, EMPLOYER, INSURED, OFFICER, OWN_DUTIES
from tests.alerts.test_telling import ACQUISITION, DUC, DUC_LINES, HAMAKAZE, PENSION, enrolled, reported
from tests.depth import examples_with_a_database
from tests.forking.processes import run as run_module
from tests.journal.fakes import HOUR, at
from tests.journal.server import Server
from tests.watch.towns import Line, lines_of

STEPS = [WatchStep.WRITTEN.value, WatchStep.KEPT.value, "cases", *(step.value for step in Step)]
READERS: tuple[tuple[Requester, str], ...] = (
    (OFFICER, INSURED),
    (staff(Role.OFFICER, "authority:labour-office"), "labour.foreign-workers"),
    (staff(Role.OFFICER, "authority:labour-office"), "labour.inspection"),
    (EMPLOYER, OWN_DUTIES),
)


class Died(BaseException):
    """The process ends here; no handler of errors takes it."""


def relied(readers: Readers) -> Readers:
    """Two read an answer, and then it is corrected."""
    readers.town.enter(*lines_of(DUC_LINES))
    readers.look(OFFICER, INSURED, DUC)
    readers.look(EMPLOYER, OWN_DUTIES, DUC)
    readers.town.enter(reported(), enrolled(), at=readers.town.world.now[0] + HOUR)
    return readers


def test_whoever_dies_at_any_step_has_told_each_once_in_the_end(
    server: Server, law: Loaded, catalogue: Catalogue
) -> None:  # fmt: skip
    table = [(step, times) for times in (1, 2) for step in Step]
    with server.fresh() as whole, server.fresh() as broken:
        expected = relied(Readers.with_readers(whole, law, catalogue, began=BEGAN))
        expected.catch_up()
        left: list[Step] = []

        def reached(step: Step) -> None:
            if left and step is left[0]:
                left.pop(0)
                if not left:
                    raise Died

        found = relied(Readers.with_readers(broken, law, catalogue, reached, began=BEGAN))
        died = 0
        for step, times in table:
            left[:] = [step] * times
            try:
                found.catch_up()
            except Died:
                died += 1
        left.clear()
        found.catch_up()
        assert died >= len(Step)
        assert_as_expected(found, expected)


def assert_as_expected(found: Readers, expected: Readers) -> None:
    assert found.all_told() == expected.all_told()
    assert {PENSION, HAMAKAZE} <= {row.recipient for row in found.corrected(norm=ACQUISITION)}
    told = [one for one in found.looks(DUC) if one["action"] == "told"]
    assert len(told) == len([row for row in found.corrected() if row.recipient in (PENSION, HAMAKAZE)])
    with found.town.engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM corrections WHERE NOT told")) == 0


@pytest.mark.soak
def test_killed_at_any_step_each_is_told_once(server: Server, law: Loaded, catalogue: Catalogue) -> None:
    with server.fresh() as whole, server.fresh() as broken:
        expected = relied(Readers.with_readers(whole, law, catalogue, began=BEGAN))
        found = relied(Readers.with_readers(broken, law, catalogue, began=BEGAN))
        expected.catch_up()
        address, clock = server.url(str(broken.url.database)), str(found.town.world.now[0])
        killed = [run(address, step, 1, clock).returncode for step in STEPS]
        assert killed == [-signal.SIGKILL] * len(STEPS)
        last = run(address, "none", 0, clock)
        assert last.returncode == 0, last.stderr
        assert_as_expected(found, expected)


def run(address: str, step: str, times: int, clock: str) -> subprocess.CompletedProcess[bytes]:
    """The process of `retelling_follower`."""
    return run_module("tests.alerts.retelling_follower", [address, step, str(times), clock])


@dataclass(frozen=True)
class Happens:
    """An hour, a day or a month later: a line is entered if the journal takes it, or somebody looks."""

    hours: int
    line: Line | None = None
    reader: tuple[Requester, str] | None = None


_CONTRACT = next(line for line in lines_of(DUC_LINES) if line.get("id") == "duc-contract")
_LEAVE = next(line for line in lines_of(DUC_LINES) if line.get("id") == "duc-leave-2026")
_TAKEN_BACK = ("found", "enrolled", "mine", "duc-contract", "duc-hiring-notice", "duc-leave-2026", "duc-pay-2026-09")
LINES: tuple[Line, ...] = (
    reported(), enrolled(), {**reported(), "id": "mine", "source": DUC},
    *({**reported(), "id": f"again-{day}", "on": day} for day in ("2025-04-04", "2026-11-21")),
    {**reported(), "id": "moved", "on": "2025-06-01", "replaces": "found"},
    {**_CONTRACT, "id": "contract-2", "from": "2026-06-01", "replaces": "duc-contract"},
    {**_LEAVE, "id": "leave-2", "data": {"granted_days": 3}, "replaces": "duc-leave-2026"},
    *({"type": "withdrawal", "id": f"not-{id_}", "target": id_} for id_ in _TAKEN_BACK),
    *({"type": "dispute", "id": f"d-{id_}", "target": id_, "by": DUC, "reason": "no"} for id_ in _TAKEN_BACK[3:5]),
)  # fmt: skip
"""What can become different about somebody whom nobody enrolled."""
_SOURCES = {line["id"]: line["source"] for line in (*lines_of(DUC_LINES), *LINES) if "id" in line and "source" in line}

happenings = st.lists(
    st.builds(
        lambda hours, what: Happens(hours, reader=what) if isinstance(what, tuple) else Happens(hours, what),
        st.sampled_from((1, 30)), st.sampled_from((*LINES, *READERS)),
    ), min_size=3, max_size=7,
)  # fmt: skip


@given(happens=happenings, stops=st.sets(st.integers(0, 11)), most=st.integers(1, 9))
@examples_with_a_database(2)
def test_whatever_happens_in_any_batches_the_same_are_told_and_none_without_cause(
    server: Server, law: Loaded, catalogue: Catalogue, happens: list[Happens],
    stops: set[int], most: int,
) -> None:  # fmt: skip
    with server.fresh() as one, server.fresh() as other:
        at_once = Readers.with_readers(one, law, catalogue, began=BEGAN)
        by_and_by = Readers.with_readers(other, law, catalogue, began=BEGAN, entries_max=most)
        for readers in (at_once, by_and_by):
            readers.town.enter(*lines_of(DUC_LINES))
            for number, one_ in enumerate([*(Happens(1, reader=one_) for one_ in READERS), *happens]):
                happen(readers, one_)
                if readers is by_and_by and number in stops:
                    readers.catch_up()
            readers.town.world.now[0] += DAY
            readers.catch_up()
        event(f"told {min(len(told(at_once)), 3)}")
        assert told(by_and_by) == told(at_once)
        assert_each_has_a_cause(at_once, law)
        if not any(one_.line and (one_.line["type"] == "dispute" or one_.line["id"] == "mine") for one_ in happens):
            assert_nobody_is_left_out(at_once, law)


def happen(readers: Readers, one: Happens) -> None:
    world = readers.town.world
    world.now[0] += one.hours * HOUR
    if one.reader is not None:
        attempt(readers, *one.reader, DUC)
    if one.line is not None:
        source = {} if "target" not in one.line or "by" in one.line else {"source": _SOURCES[one.line["target"]]}
        world.journal.submit([readers.town.relay.sign({**one.line, **source, "stated_at": at(world.now[0])})])


def attempt(readers: Readers, requester: Requester, purpose: str, person: str) -> None:
    """A look, refused where the employer has nothing to do with the person."""
    try:
        readers.look(requester, purpose, person)
    except AccessRefusedError:
        assert requester.role is Role.EMPLOYER


def told(readers: Readers) -> dict[str, tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """To offices and the person. Whether an organisation may still ask is decided when it is told, so later is less."""
    rows = readers.corrected()
    return {row.key: (row.request, row.message) for row in rows if not row.recipient.startswith("org:")}


def keys_of(as_known: Mapping[Key, Any], row: sa.Row[Any]) -> list[Key]:
    """The verdicts that a notice is about."""
    about = set(row.request["about"].items())
    return [key for key in as_known if key.norm == row.norm and set(json.loads(key.about).items()) >= about]


def assert_each_has_a_cause(readers: Readers, law: Loaded) -> None:
    """Sound: what somebody is told of was answered to them, by a look before, otherwise than after."""
    looks = [look for look in readers.looks(DUC) if look["action"] == "read"]
    with readers.town.engine.connect() as connection:
        for row in readers.corrected():
            known = row.request["corrected"]["known"]
            day = day_from_date(date.fromisoformat(row.request["day"]))
            mine = [one for one in looks if one["organisation"] == row.recipient and one["logtime"] < known]
            by_case = [one for one in readers.notices(row.recipient, row.norm) if one.occasion != "corrected"]
            assert mine or by_case, row
            for one in mine:
                person = one["subject"]
                before = answers_as_known(connection, law, person, one["known"], person)
                after = answers_as_known(connection, law, person, known, person)
                keys = {*keys_of(before.whole, row)}
                if any((days := before.differs(after, key, legal_day(known) + 1)) and days[0] <= day for key in keys):
                    break
            else:
                assert by_case, row


def assert_nobody_is_left_out(readers: Readers, law: Loaded) -> None:
    """Complete: an answer that an office got, and that the last record about the person made another, was told to it."""
    with readers.town.engine.connect() as connection:
        known = connection.scalar(sa.text("SELECT max(known) FROM corrections WHERE subject = :s"), {"s": DUC})
        if known is None:
            return
        after = answers_as_known(connection, law, DUC, known, DUC)
        for look in readers.looks(DUC):
            if look["action"] != "read" or look["role"] != "officer" or look["logtime"] >= known:
                continue
            before = answers_as_known(connection, law, DUC, look["known"], DUC)
            for key in before.whole:
                if answers(readers, look["purpose"], key.norm) and before.differs(after, key, legal_day(known) + 1):
                    rows = readers.corrected(look["organisation"], key.norm)
                    assert [one for one in rows if one.request["corrected"]["known"] > look["logtime"]], (key, look)


def answers(readers: Readers, purpose: str, norm: str) -> bool:
    reads = purposes().by_id[purpose].reads
    return norm in getattr(reads, "norms", ())
