"""A shadow run says what a watch under the other law would keep, and leaves everything as it is."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import jsonschema
import pytest
import sqlalchemy as sa

from kyosei.cli.law.shadow_schema import shadow_schema
from kyosei.errors import QuestionError
from kyosei.journal.watch_tables import METADATA, watch_subjects
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.segments import STATE_NAMES
from kyosei.watch.following import forget_everything
from kyosei.watch.shadow import law_kept, shadow_run
from kyosei.wiring import open_law, open_law_with_drafts
from tests.cli.processes import kyosei
from tests.watch.towns import HERE, Town, story

FIRST_RELEASED = "jp@b3d5ec74fa7234a1"


def _everything(engine: sa.Engine) -> dict[str, list[str]]:
    """All that a watch keeps, as text."""
    with engine.connect() as connection:
        return {t.name: sorted(map(str, connection.execute(sa.select(t)))) for t in METADATA.sorted_tables}


def test_the_law_that_is_kept_would_say_nothing_else(database: sa.Engine, law: Loaded) -> None:
    town = Town.on(database)
    town.enter_each(story("leaving"))
    town.watch(law).catch_up()
    found = shadow_run(database, law, law)
    assert not found.changes
    assert found.same > 0
    with database.connect() as connection:
        assert found.subjects == connection.scalar(sa.select(sa.func.count()).select_from(watch_subjects))


@pytest.mark.parametrize("other", ["earlier", "drafts"])
@pytest.mark.parametrize("name", ["leaving", pytest.param("month-end", marks=pytest.mark.soak)])
def test_the_changes_are_those_between_two_watches(database: sa.Engine, law: Loaded, name: str, other: str) -> None:
    shadow_law = open_law_with_drafts() if other == "drafts" else open_law(FIRST_RELEASED)
    town = Town.on(database)
    town.enter_each(story(name))
    town.until("2026-11-30")
    town.watch(law).catch_up()
    before, all_before = town.kept(), _everything(database)
    found = shadow_run(database, law, shadow_law)
    assert _everything(database) == all_before
    forget_everything(database)
    town.watch(shadow_law).catch_up()
    after = town.kept()
    wanted = Counter(
        (key[1], before.get(key, ("not_applicable",))[0], after.get(key, ("not_applicable",))[0])
        for key in before.keys() | after.keys()
    )
    changed = {
        (change.norm, STATE_NAMES[change.before], STATE_NAMES[change.after]): count
        for change, count in found.changes.items()
        if change.before != change.after
    }
    assert changed == {change: count for change, count in wanted.items() if change[1] != change[2]}
    assert changed or other == "drafts"


def test_where_nothing_is_watched_one_line_says_what_to_do(database: sa.Engine) -> None:
    with database.connect() as connection, pytest.raises(QuestionError, match="kyosei watch --once"):
        law_kept(connection)


@pytest.mark.usefixtures("addressed")
def test_the_command_counts_and_names_nobody(folder: Path) -> None:
    data = ("--data", str(folder / "d"))
    assert kyosei("journal", "init", *data, "--origin", "log.test/1").status == 0
    registered = kyosei(
        "journal", "register", "authority:relay", *data, "--speaks-for", "*", "--declares-role", "employer",
        "--declares-role", "bank", "--declares-role", "insurer",
    )  # fmt: skip
    assert registered.status == 0, registered.err
    signed = kyosei("journal", "sign", str(HERE.parent / "samples" / "duc.jsonl"), *data, "--as", "authority:relay")
    assert kyosei("submit", "-", *data, stdin=signed.out).status == 0
    too_early = kyosei("law", "shadow", *data)
    assert too_early.status == 2
    assert "kyosei watch --once" in too_early.err
    assert kyosei("watch", *data, "--once").status == 0
    told = kyosei("law", "shadow", *data, "--law", FIRST_RELEASED, "--format", "json")
    assert told.status == 0, told.err
    document = json.loads(told.out)
    jsonschema.validate(document, shadow_schema())
    assert document["other"] == FIRST_RELEASED
    assert "person:" not in told.out
    for language in ("ja", "ja-easy", "en"):
        report = kyosei("law", "shadow", *data, "--law", FIRST_RELEASED, "--lang", language)
        assert FIRST_RELEASED in report.out
        assert "person:" not in report.out
    both = kyosei("law", "shadow", *data, "--law", FIRST_RELEASED, "--draft")
    assert both.status == 2
    assert "one" in both.err
