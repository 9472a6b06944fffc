"""Each source is told once a month how late and incomplete its records are: in its channel, its language, and about nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import sqlalchemy as sa

from kyosei.alerts.sources import Sources
from kyosei.journal.notice_tables import deliveries, inbox, notices
from kyosei.journal.watch_tables import watch_progress
from kyosei.notices.asking import Occasion, Outstanding, request_from
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.composing import compose
from kyosei.notices.message import message_from, plain_text
from kyosei.notices.outbox.delivering import deliver
from kyosei.notices.outbox.posting import post
from kyosei.notices.outbox.reach import set_contact, set_language
from kyosei.timelines.days import legal_day
from tests.alerts.told import Tray
from tests.journal.server import Server
from tests.signals.test_from_journal import entered
from tests.signals.town import PERSONAL
from tests.watch.towns import instant

JUNE, JULY, SEPTEMBER = "2026-06-30T12:00:00+09:00", "2026-07-01T00:30:00+09:00", "2026-09-02T09:00:00+09:00"
OFFICE, EMPLOYER = "authority:pension-service", "org:employer-2"
COUNTED_WRONG = {
    "type": "coverage", "id": "count-contracts", "kind": "work.contract", "source": EMPLOYER, "about": {"employer": EMPLOYER},
    "from": "2024-01-01", "until": "2026-06-20", "count": 99, "stated_at": "2026-06-20T10:00:00+09:00",
}  # fmt: skip


@dataclass
class Counted:
    """A journal of which months are told; `now` is what the clock says."""

    engine: sa.Engine
    catalogue: Catalogue
    now: int = field(default_factory=lambda: instant(JUNE))

    def tell(self, at: str) -> int:
        """A new process that reaches an instant, and whose watch has turned the day before it."""
        self.now = instant(at)
        with self.engine.begin() as connection:
            connection.execute(sa.update(watch_progress).values(day=legal_day(self.now)))
        return Sources(self.engine, self.catalogue, lambda: self.now).catch_up()

    def told(self) -> list[sa.Row[Any]]:  # Any: the columns of a row have different types
        with self.engine.connect() as connection:
            return list(connection.execute(sa.select(notices).order_by(notices.c.event, notices.c.recipient)))


@pytest.fixture(scope="module")
def counted(server: Server, catalogue: Catalogue) -> Iterator[Counted]:
    with server.fresh() as engine:
        entered(engine, [COUNTED_WRONG])
        with engine.begin() as connection:
            progress = {
                "id": 1,
                "position": 0,
                "day": legal_day(instant(JUNE)),
                "known": 0,
                "law": "",
                "reads": "",
                "takings": 0,
            }
            connection.execute(sa.insert(watch_progress).values(**progress))
            set_contact(connection, OFFICE, "email", "records@pension.example")
            set_language(connection, OFFICE, "en")
        yield Counted(engine, catalogue)


def test_a_month_is_told_once_it_is_over_and_whoever_dies_while_telling_has_told_nobody(
    counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert counted.tell(JUNE) == 0, "the month in which the watch first ran is not told"
    left = [1]

    def dies(*arguments: Any, **options: Any) -> str:  # Any: as they came
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return post(*arguments, **options)

    with monkeypatch.context() as dying:
        dying.setattr("kyosei.alerts.sources.post", dies)
        with pytest.raises(KeyboardInterrupt):
            counted.tell(JULY)
    assert counted.told() == []
    posted, rows = counted.tell(JULY), counted.told()
    assert posted == len(rows)
    assert {row.recipient for row in rows} >= {OFFICE, EMPLOYER}
    assert {row.event for row in rows} == {"freshness.2026-07"}
    assert counted.tell(JULY) == 0
    assert counted.told() == rows


def test_an_office_reads_what_to_send_in_its_channel_and_language_and_nobody_is_named(counted: Counted) -> None:
    (row,) = [one for one in counted.told() if one.recipient == OFFICE]
    request = request_from(row.request)
    assert request.occasion is Occasion.OUTSTANDING
    assert Outstanding("pension.acquisition_notice", "incomplete", None, None) in request.outstanding
    message = message_from(row.message)
    assert compose(counted.catalogue, request) == message
    said = plain_text(message, {})
    assert "under ten, differ from what arrived" in said
    assert "2026-06-30" in said
    assert message.task_of == OFFICE
    with counted.engine.connect() as connection:
        assert connection.scalar(sa.select(inbox.c.recipient).where(inbox.c.notice == row.key)) == OFFICE
        channels = sa.select(deliveries.c.channel).where(deliveries.c.notice == row.key)
        assert connection.scalars(channels).all() == ["email"]
    tray = Tray()
    deliver(counted.engine, {"email": tray}, lambda: counted.now + 86_400_000_000)
    assert len(tray.keys) == 1
    everything = repr([(one.request, one.message) for one in counted.told()])
    assert "person:" not in everything
    assert PERSONAL not in {one.recipient for one in counted.told()}, "a natural person is no source that is told"


def test_months_in_which_nobody_counted_are_passed_over(counted: Counted) -> None:
    assert counted.tell(SEPTEMBER) > 0
    assert {row.event for row in counted.told()} == {"freshness.2026-07", "freshness.2026-09"}


def test_before_the_watch_has_turned_the_day_nothing_is_counted(counted: Counted) -> None:
    counted.now = instant("2026-10-01T00:00:01+09:00")
    assert Sources(counted.engine, counted.catalogue, lambda: counted.now).catch_up() == 0
    assert counted.tell("2026-10-01T00:00:01+09:00") > 0
