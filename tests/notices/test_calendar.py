"""Calendar feeds as a calendar reads them: neutral, stable, revocable."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from kyosei.errors import InputError, QuestionError
from kyosei.journal.notice_tables import calendar_feeds
from kyosei.notices.asking import Audience, Occasion
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.channels.calendar import calendar_of, new_feed, note_date, revoke_feeds
from kyosei.notices.outbox.posting import post
from kyosei.timelines.days import date_from_day
from tests.depth import examples_with_a_database
from tests.journal.server import Server
from tests.notices.asked import DAY, NOON, SECOND, asked

ENTROPY = bytes(range(32))


def events_at(engine: sa.Engine, token: str) -> list[Event]:
    with engine.connect() as connection:
        feed = calendar_of(connection, token)
    assert feed is not None
    parsed = Calendar.from_ical(feed)
    assert isinstance(parsed, Calendar)
    assert parsed.errors == []
    return list(parsed.events)


def feed_for(engine: sa.Engine, party: str, language: str = "en") -> str:
    with engine.begin() as connection:
        return new_feed(connection, party, language, ENTROPY, NOON)


def test_a_date_appears_moves_and_falls_away_under_one_name(database: sa.Engine, catalogue: Catalogue) -> None:
    token = feed_for(database, "org:sakura")
    seen = []
    for number, (due, occasion) in enumerate(
        [(DAY + 9, Occasion.DUE), (DAY + 9, Occasion.DUE), (DAY + 12, Occasion.DUE), (DAY + 12, Occasion.MET)]
    ):
        with database.begin() as connection:
            post(connection, catalogue, asked(f"event-{number}", due=due, occasion=occasion), NOON + number * SECOND)
        (event,) = events_at(database, token)
        seen.append((str(event["UID"]), event["SEQUENCE"], event.start, str(event["STATUS"])))
    assert len({uid for uid, *_ in seen}) == 1
    assert [row[1:] for row in seen] == [
        (0, date(2026, 11, 29), "CONFIRMED"), (0, date(2026, 11, 29), "CONFIRMED"),
        (1, date(2026, 12, 2), "CONFIRMED"), (2, date(2026, 12, 2), "CANCELLED"),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["ja", "ja-easy", "en", "vi"])
def test_nothing_on_a_shared_screen_tells_what_it_is(database: sa.Engine, catalogue: Catalogue, language: str) -> None:
    token = feed_for(database, "org:sakura", language)
    with database.begin() as connection:
        post(connection, catalogue, asked(), NOON)
        feed = calendar_of(connection, token)
    assert feed is not None
    for said in ("pension", "年金", "届", "hoa", "sakura", "case-1", "event-1"):
        assert said not in feed
    (event,) = events_at(database, token)
    assert event["SUMMARY"] in ("予定", "よてい", "Reminder")
    assert event["CLASS"] == "PRIVATE"


def test_anothers_date_is_not_in_the_persons_calendar(database: sa.Engine, catalogue: Catalogue) -> None:
    about = {"person": "person:hoa", "employer": "org:sakura"}
    token = feed_for(database, "person:hoa")
    with database.begin() as connection:
        post(connection, catalogue, asked(recipient="person:hoa", audience=Audience.PROTECTED, about=about), NOON)
    assert events_at(database, token) == []


def test_a_feed_is_revoked_and_only_a_digest_of_its_address_is_kept(database: sa.Engine) -> None:
    token = feed_for(database, "org:sakura")
    with database.begin() as connection:
        kept = connection.scalars(sa.select(calendar_feeds.c.token_digest)).one()
        assert token.encode() not in kept
        assert calendar_of(connection, token) is not None
        assert calendar_of(connection, token + "x") is None
        assert revoke_feeds(connection, "org:sakura", NOON) == 1
        assert revoke_feeds(connection, "org:sakura", NOON) == 0
        assert calendar_of(connection, token) is None


def test_a_feed_needs_randomness_and_a_language(database: sa.Engine) -> None:
    with database.begin() as connection:
        with pytest.raises(InputError, match="32 random bytes"):
            new_feed(connection, "org:sakura", "en", b"short", NOON)
        with pytest.raises(QuestionError, match="not written in 'xx'"):
            new_feed(connection, "org:sakura", "xx", ENTROPY, NOON)


@examples_with_a_database(10)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 40), st.booleans()), max_size=20))
def test_every_change_raises_the_sequence_and_nothing_else_does(
    server: Server, changes: list[tuple[int, int, bool]]
) -> None:
    with server.fresh() as engine:
        token = feed_for(engine, "org:sakura")
        expected: dict[int, tuple[int, int, bool]] = {}
        for moment, (matter, day, cancelled) in enumerate(changes):
            with engine.begin() as connection:
                note_date(connection, "org:sakura", f"case-{matter}", DAY + day, NOON + moment, cancelled=cancelled)
            before = expected.get(matter)
            if before is None and not cancelled:
                expected[matter] = (0, day, False)
            elif before is not None and before[1:] != (day, cancelled):
                expected[matter] = (before[0] + 1, day, cancelled)
        found = sorted(
            (int(str(event["SEQUENCE"])), event.start, event["STATUS"] == "CANCELLED")
            for event in events_at(engine, token)
        )
        assert found == sorted((number, date_from_day(DAY + day), gone) for number, day, gone in expected.values())
