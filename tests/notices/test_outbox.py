"""The outbox: whatever fails and whoever is killed when, nobody is told twice, nobody is forgotten, and no deadline counts
before a receipt.
"""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from kyosei.errors import InputError, QuestionError
from kyosei.journal.backup import backup, restore
from kyosei.journal.notice_tables import NOTICE_TABLES, deliveries, inbox, notices, receipts
from kyosei.notices.asking import Audience, NoticeRequest, Occasion
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.channels.channel import Failed, HandedOver, Outcome, Parcel, Refused
from kyosei.notices.outbox.claiming import LEASE, claim
from kyosei.notices.outbox.delivering import Delivered, deliver
from kyosei.notices.outbox.listing import history_of
from kyosei.notices.outbox.posting import delivery_key, post, take_back
from kyosei.notices.outbox.reach import set_contact, set_preferences, snooze
from kyosei.notices.outbox.receipt_sorts import ReceiptSort
from kyosei.notices.outbox.receipts import delivered_on, read_in_portal, record_for_parcel, record_receipt
from kyosei.notices.outbox.timing import Preferences, after_quiet_hours
from tests.depth import examples_with_a_database
from tests.journal.server import Server
from tests.notices.asked import DAY, NOON, SECOND, asked

HOUR = 3_600 * SECOND
A_DAY = 24 * HOUR
QUIET = Preferences(quiet=(22 * 60, 7 * 60), digest_at=8 * 60)


class KilledError(Exception):
    """The worker's process ends here."""


@dataclass
class Box:
    """A channel that does what it is told, attempt by attempt, then takes everything; `taken` is what reached it."""

    acts: list[str] = field(default_factory=list)
    taken: list[tuple[str, tuple[str, ...], int]] = field(default_factory=list)
    delivers: bool = False

    def hand_over(self, parcel: Parcel, now: int) -> Outcome:
        act = self.acts.pop(0) if self.acts else "take"
        match act:
            case "fail":
                return Failed("not now")
            case "refuse":
                return Refused("never")
            case "die before":
                raise KilledError
            case _:
                self.taken.append((parcel.key, parcel.notices, now))
        if act == "die after":
            raise KilledError
        return HandedOver(self.delivers)


def run(engine: sa.Engine, box: Box, now: int) -> Delivered:
    try:
        return deliver(engine, {"email": box, "letter": box}, lambda: now)
    except KilledError:
        return Delivered()


def to_sakura(engine: sa.Engine, preferences: Preferences | None = None) -> None:
    with engine.begin() as connection:
        set_contact(connection, "org:sakura", "email", "hr@sakura.example")
        if preferences is not None:
            set_preferences(connection, "org:sakura", preferences)


def posted(engine: sa.Engine, catalogue: Catalogue, request: NoticeRequest, now: int = NOON) -> str:
    with engine.begin() as connection:
        return post(connection, catalogue, request, now)


def count(engine: sa.Engine, table: sa.Table) -> int:
    with engine.connect() as connection:
        found = connection.scalar(sa.select(sa.func.count()).select_from(table))
    assert found is not None
    return found


def states(engine: sa.Engine) -> Counter[str]:
    with engine.connect() as connection:
        return Counter(connection.scalars(sa.select(deliveries.c.state)))


steps = st.lists(
    st.one_of(
        st.tuples(st.just("post"), st.integers(0, 4)),
        st.tuples(st.just("run"), st.sampled_from(["take", "fail", "die before", "die after"])),
        st.tuples(st.just("wait"), st.sampled_from([1, 15, 600, 3_600, 40_000])),
        st.tuples(st.just("snooze"), st.integers(0, 2)),
    ),
    max_size=25,
)


@examples_with_a_database(12)
@given(steps=steps, preferences=st.sampled_from([Preferences(), QUIET, Preferences(digest_at=720)]))
def test_in_any_order_of_failures_and_deaths_each_is_told_once(
    server: Server, catalogue: Catalogue, steps: list[tuple[str, object]], preferences: Preferences
) -> None:
    with server.fresh() as engine:
        to_sakura(engine, preferences)
        box, now, told = Box(), NOON, set()
        for action, value in steps:
            if action == "post":
                posted(engine, catalogue, asked(f"event-{value}", due=DAY + 30, case=f"case-{value}"), now)
                told.add(f"event-{value}")
            elif action == "run":
                box.acts = [str(value)]
                run(engine, box, now)
            elif action == "wait":
                now += int(str(value)) * SECOND
            else:
                with engine.begin() as connection:
                    snooze(connection, "org:sakura", "case-1", DAY, DAY + int(str(value)))
        box.acts = []
        for _ in range(40):
            now += 13 * HOUR
            run(engine, box, now)
        assert count(engine, notices) == count(engine, inbox) == len(told)
        assert states(engine) == Counter({"handed_over": len(told)} if told else {})
        parcels = {key: names for key, names, _ in box.taken}
        assert Counter(name for names in parcels.values() for name in names) == Counter(
            asked(event).key for event in told
        )
        assert all(names == parcels[key] for key, names, _ in box.taken)  # a digest is the same at every attempt
        assert all(after_quiet_hours(at, preferences) == at for _, _, at in box.taken)


def test_killed_between_handing_over_and_the_receipt_it_is_handed_over_again_under_its_key(
    database: sa.Engine, catalogue: Catalogue
) -> None:
    to_sakura(database)
    posted(database, catalogue, asked())
    box = Box(["die after"])
    run(database, box, NOON)
    run(database, box, NOON + LEASE - 1)
    assert len(box.taken) == 1  # while the lease lasts, nobody else takes it
    run(database, box, NOON + LEASE)
    assert [key for key, _, _ in box.taken] == [delivery_key(asked().key, "email")] * 2
    run(database, box, NOON + A_DAY)
    assert len(box.taken) == 2
    assert states(database) == {"handed_over": 1}


def test_posting_again_in_any_batching_adds_nothing(database: sa.Engine, catalogue: Catalogue) -> None:
    to_sakura(database)
    requests = [asked(f"event-{number}") for number in range(4)]
    for batch in ([0], [1, 0, 2], [3, 2], [0, 1, 2, 3]):
        with database.begin() as connection:
            for number in batch:
                assert post(connection, catalogue, requests[number], NOON) == requests[number].key
    assert count(database, notices) == count(database, inbox) == count(database, deliveries) == 4


def test_what_a_transaction_posted_and_did_not_commit_is_told_to_nobody(
    database: sa.Engine, catalogue: Catalogue
) -> None:
    to_sakura(database)
    with database.connect() as connection:
        post(connection, catalogue, asked(), NOON)
        connection.rollback()
    assert count(database, notices) == count(database, inbox) == count(database, deliveries) == 0


def test_workers_side_by_side_share_the_work(database: sa.Engine, catalogue: Catalogue) -> None:
    to_sakura(database)
    for number in range(12):
        posted(database, catalogue, asked(f"event-{number}"))
    boxes = [Box() for _ in range(3)]
    threads = [threading.Thread(target=run, args=(database, box, NOON)) for box in boxes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    keys = [key for box in boxes for key, _, _ in box.taken]
    assert len(keys) == len(set(keys)) == 12


def test_a_claim_ends_by_itself_and_the_late_one_decides_nothing(database: sa.Engine, catalogue: Catalogue) -> None:
    to_sakura(database)
    posted(database, catalogue, asked())
    with database.begin() as connection:
        assert claim(connection, ["email"], NOON) is not None  # its worker is never seen again

    class Late:
        def hand_over(self, parcel: Parcel, now: int) -> Outcome:
            run(database, Box(), NOON + 3 * LEASE)  # meanwhile another handed it over
            return Refused("too late")

    deliver(database, {"email": Late()}, lambda: NOON + LEASE)
    assert states(database) == {"handed_over": 1}


def test_after_four_days_of_failures_it_is_given_up_and_goes_by_letter(
    database: sa.Engine, catalogue: Catalogue
) -> None:
    to_sakura(database)
    key = posted(database, catalogue, asked())
    box, now, attempts = Box(["fail"] * 100), NOON, 0
    while states(database)["given_up"] == 0:
        done = deliver(database, {"email": box}, lambda: now)  # noqa: B023  # read at once
        attempts += done.waiting + done.given_up
        now += HOUR // 4
    assert attempts == 11
    assert 3.8 * A_DAY < now - NOON < 5.5 * A_DAY
    with database.connect() as connection:
        history = history_of(connection, key)
    assert [(one.channel, one.state) for one in history.deliveries] == [("email", "given_up"), ("letter", "waiting")]


def test_a_letter_that_cannot_be_set_waits_for_as_long_as_it_takes(database: sa.Engine, catalogue: Catalogue) -> None:
    posted(database, catalogue, asked())
    box, now = Box(["fail"] * 20), NOON
    for _ in range(20):
        assert run(database, box, now).waiting == 1
        now += 2 * A_DAY
    assert run(database, box, now).handed_over == 1


def test_what_is_refused_is_not_tried_again(database: sa.Engine, catalogue: Catalogue) -> None:
    to_sakura(database)
    posted(database, catalogue, asked(occasion=Occasion.MET, due=None, answer_days=None))
    box = Box(["refuse"])
    assert run(database, box, NOON).given_up == 1
    assert run(database, box, NOON + 5 * A_DAY) == Delivered()
    assert states(database) == {"given_up": 1}  # it had no deadline: no letter


def test_no_deadline_counts_before_a_receipt_from_beside_the_portal(database: sa.Engine, catalogue: Catalogue) -> None:
    """P14: neither the portal, nor reading it there, nor a relay that took the mail begins a deadline."""
    to_sakura(database)
    key = posted(database, catalogue, asked())
    run(database, Box(), NOON)
    with database.begin() as connection:
        read_in_portal(connection, key, NOON + HOUR)
        assert delivered_on(connection, key) is None
        assert record_for_parcel(connection, delivery_key(key, "email"), ReceiptSort.DELIVERED, NOON + A_DAY) == 1
        assert delivered_on(connection, key) == DAY + 1
        record_receipt(connection, delivery_key(key, "email"), ReceiptSort.READ, NOON + 2 * A_DAY)
        assert delivered_on(connection, key) == DAY + 1


def test_what_came_back_never_arrived_and_goes_by_letter(database: sa.Engine, catalogue: Catalogue) -> None:
    to_sakura(database)
    key = posted(database, catalogue, asked())
    run(database, Box(delivers=True), NOON)
    with database.begin() as connection:
        assert delivered_on(connection, key) == DAY
        assert record_receipt(connection, delivery_key(key, "email"), ReceiptSort.RETURNED, NOON + A_DAY, "no such box")
        assert not record_receipt(connection, delivery_key(key, "email"), ReceiptSort.RETURNED, NOON + A_DAY)
        assert delivered_on(connection, key) is None
        record_receipt(connection, delivery_key(key, "letter"), ReceiptSort.DELIVERED, NOON + 5 * A_DAY, "record 12")
        assert delivered_on(connection, key) == DAY + 5


def test_a_deadline_gets_a_channel_beside_the_portal_and_information_need_not(
    database: sa.Engine, catalogue: Catalogue
) -> None:
    with_deadline = posted(database, catalogue, asked("event-1"))
    without = posted(database, catalogue, asked("event-2", occasion=Occasion.MET, due=None, answer_days=None))
    with database.connect() as connection:
        assert [one.channel for one in history_of(connection, with_deadline).deliveries] == ["letter"]
        assert history_of(connection, without).deliveries == ()


def test_what_is_near_joins_no_digest(database: sa.Engine, catalogue: Catalogue) -> None:
    to_sakura(database, Preferences(digest_at=8 * 60))
    posted(database, catalogue, asked("near", occasion=Occasion.DUE, due=DAY + 7))
    for event in ("far-1", "far-2"):
        posted(database, catalogue, asked(event, occasion=Occasion.DUE, due=DAY + 30))
    box = Box()
    run(database, box, NOON)
    assert [names for _, names, _ in box.taken] == [(asked("near").key,)]
    run(database, box, NOON + 20 * HOUR)
    assert set(box.taken[1][1]) == {asked("far-1").key, asked("far-2").key}


def test_a_digest_that_failed_leaves_whole_also_if_one_of_its_matters_was_snoozed(
    database: sa.Engine, catalogue: Catalogue
) -> None:
    to_sakura(database, Preferences(digest_at=8 * 60))
    for number in range(3):
        posted(database, catalogue, asked(f"event-{number}", due=DAY + 30, case=f"case-{number}"))
    box = Box(["die after"])
    run(database, box, NOON + 20 * HOUR)
    with database.begin() as connection:
        snooze(connection, "org:sakura", "case-1", DAY + 1, DAY + 9)
    posted(database, catalogue, asked("another", recipient="org:ume", due=None, occasion=Occasion.BREACHED))
    done = run(database, box, NOON + 21 * HOUR)
    assert done.handed_over == 4  # with the letter to org:ume
    first, second = (taken[:2] for taken in box.taken if len(taken[1]) == 3)
    assert first == second


def test_a_snooze_ends_before_what_is_due_and_after_a_month(database: sa.Engine, catalogue: Catalogue) -> None:
    to_sakura(database)
    posted(database, catalogue, asked(occasion=Occasion.DUE, due=DAY + 10))
    with database.begin() as connection:
        assert snooze(connection, "org:sakura", "case-1", DAY, DAY + 20) == DAY + 9
        assert snooze(connection, "org:sakura", "other", DAY, DAY + 400) == DAY + 30
    box = Box()
    run(database, box, NOON + 8 * A_DAY)
    assert box.taken == []
    run(database, box, NOON + 9 * A_DAY)
    assert len(box.taken) == 1


def test_what_was_cured_while_it_waited_is_taken_back(database: sa.Engine, catalogue: Catalogue) -> None:
    to_sakura(database, Preferences(quiet=(10 * 60, 14 * 60)))
    key = posted(database, catalogue, asked())
    with database.begin() as connection:
        assert take_back(connection, "org:sakura", "case-1", NOON) == 1
        assert take_back(connection, "org:sakura", "case-1", NOON) == 0
    box = Box()
    run(database, box, NOON + A_DAY)
    assert box.taken == []
    with database.connect() as connection:
        (delivery,) = history_of(connection, key).deliveries
    assert [(one.sort, one.detail) for one in delivery.receipts] == [("cancelled", "case-1")]


def test_after_a_restore_nobody_is_told_again(
    database: sa.Engine, catalogue: Catalogue, server: Server, folder: Path
) -> None:
    to_sakura(database, QUIET)
    key = posted(database, catalogue, asked())
    run(database, Box(delivers=True), NOON)
    backup(database, folder / "backup")
    with server.fresh() as fresh, fresh.connect() as connection:
        restore(connection, folder / "backup")
        assert history_of(connection, key).delivered_on == DAY
        post(connection, catalogue, asked(), NOON + A_DAY)
        connection.commit()
        box = Box()
        run(fresh, box, NOON + A_DAY)
        assert box.taken == []
        for table in NOTICE_TABLES:
            with database.connect() as before:
                assert connection.execute(sa.select(table)).all() == before.execute(sa.select(table)).all()


def test_nothing_kept_holds_a_name(database: sa.Engine, catalogue: Catalogue) -> None:
    posted(database, catalogue, asked(audience=Audience.PROTECTED, recipient="person:hoa", about={
        "person": "person:hoa", "employer": "org:sakura"}))  # fmt: skip
    with database.connect() as connection:
        (kept,) = connection.scalars(sa.select(notices.c.message))
    assert kept["about"] == [["本人", "person:hoa"], ["雇用主", "org:sakura"]]


@pytest.mark.parametrize("address", ["hr", "hr@", "a b@c.example", "hr@sakura.example\r\nBcc: x@y.example", ""])
def test_an_address_that_is_none_is_refused(database: sa.Engine, address: str) -> None:
    with pytest.raises(InputError), database.begin() as connection:
        set_contact(connection, "org:sakura", "email", address)


def test_a_delivery_that_is_none_has_no_receipt(database: sa.Engine) -> None:
    with pytest.raises(QuestionError, match="no delivery 'x'"), database.begin() as connection:
        record_receipt(connection, "x", ReceiptSort.READ, NOON)
    assert count(database, receipts) == 0
