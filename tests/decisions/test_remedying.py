"""The person asks for a review; the office opens one by itself where a decision rests on what proved wrong (P17)."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from kyosei.decisions.remedying import (
    Affected,
    affected_by_rulings,
    affected_by_source,
    ask_line,
    open_line,
    outcome_line,
    reversals,
    tell_opened,
)
from kyosei.errors import EntryRefusedError, QuestionError
from kyosei.journal.decided import reviewed_dossiers
from kyosei.journal.notice_tables import notices
from kyosei.journal.registry import PORTAL
from kyosei.notices.catalogue import Catalogue, catalogue_of
from kyosei.notices.guidance import read_guidance
from kyosei.verdicts.evaluate import Loaded
from kyosei.wiring import notice_guidance
from tests.decisions.deciding import HOA, ISA, OFFICER, SECOND, Deciding, granting, refusing
from tests.journal.fakes import HOUR, at

REVIEWER = "staff:7000"
RULED = "jp.stay.conduct"


@pytest.fixture
def deciding(database: sa.Engine, law: Loaded) -> Deciding:
    return Deciding.on(database, law)


@pytest.fixture(scope="module")
def catalogue(law: Loaded) -> Catalogue:
    return catalogue_of(law.law, read_guidance(notice_guidance()))


def refused(deciding: Deciding) -> str:
    """A refusal of which the person was told."""
    deciding.found("status_fit", "no")
    address = deciding.seal(refusing(deciding.drafted()))
    deciding.act("concur", address, reason="I read it and agree")
    deciding.act("notify", address, language="en")
    return address


def asked(deciding: Deciding, address: str, person: str = HOA, key: str = "k", reason: str = "") -> None:
    """As the portal enters it for a person."""
    world = deciding.setting.world
    portal = world.offices.get(PORTAL) or world.register(PORTAL, speaks_for=["person:*"])
    world.later()
    world.journal.submit_one(portal.sign(ask_line(address, person, person, deciding.now - HOUR // 2, key, reason)))


def ended(deciding: Deciding, address: str, outcome: str, by: str = REVIEWER) -> None:
    world = deciding.setting.world
    keys = {OFFICER: deciding.officer, SECOND: deciding.second}
    key = keys.get(by) or world.register(ISA, human=by, entry_types=["decision"])
    world.later()
    line = outcome_line(
        address, outcome, ISA, by, deciding.now - HOUR // 2, "read anew, with the letter that came since"
    )
    world.journal.submit_one(key.sign(line))


def ruled(deciding: Deciding, *norms: str) -> None:
    """A human marks versions as defective."""
    world = deciding.setting.world
    office = world.register("authority:dpo", human="staff:clerk", entry_types=["norm_act"])
    for norm in norms:
        world.later()
        line = {
            "type": "norm_act", "id": f"ruling-{norm}", "norm": norm, "act": "defective", "reason": "it reads a wrong field",
            "laws": [deciding.office.loaded.law.version], "author": "staff:clerk", "source": "authority:dpo",
            "stated_at": at(deciding.now - HOUR // 2),
        }  # fmt: skip
        world.journal.submit_one(office.sign(line))


def affected(deciding: Deciding) -> list[Affected]:
    law = deciding.office.loaded.law
    with deciding.setting.engine.connect() as connection:
        return affected_by_rulings(connection, ISA, lambda version: law, deciding.setting.world.journal.size())


def test_a_person_asks_without_a_reason_and_somebody_else_than_who_decided_reviews_it(deciding: Deciding) -> None:
    address = refused(deciding)
    asked(deciding, address)
    for by in (OFFICER, SECOND):
        with pytest.raises(EntryRefusedError, match="took part in this decision"):
            ended(deciding, address, "upholds", by)
    ended(deciding, address, "annuls")
    acts = deciding.sealed(address).acts
    assert [(one.act.value, one.by) for one in acts[-2:]] == [("review", HOA), ("outcome", REVIEWER)]
    with pytest.raises(EntryRefusedError, match="no review of this dossier is open"):
        ended(deciding, address, "upholds", "staff:7001")
    asked(deciding, address, key="again")
    assert [one.act.value for one in deciding.sealed(address).acts[-2:]] == ["outcome", "review"]


def test_a_review_is_not_for_others_to_ask_nor_before_the_person_was_told(deciding: Deciding) -> None:
    early = deciding.seal(granting(deciding.drafted()))
    with pytest.raises(EntryRefusedError, match="nobody was told"):
        asked(deciding, early)
    deciding.act("notify", early, language="en")
    with pytest.raises(EntryRefusedError, match="about somebody else"):
        asked(deciding, early, "person:minh")
    asked(deciding, early, reason="the period is too short")
    with pytest.raises(EntryRefusedError, match="is open already"):
        asked(deciding, early, key="twice")
    with pytest.raises(QuestionError, match="ends with reasons"):
        outcome_line(early, "upholds", ISA, REVIEWER, deciding.now, " ")
    with pytest.raises(QuestionError, match="no outcome"):
        outcome_line(early, "ignores", ISA, REVIEWER, deciding.now, "x")


def test_p17_exactly_what_rests_on_a_defective_version_is_opened_and_each_person_told_once(
    deciding: Deciding, catalogue: Catalogue, law: Loaded
) -> None:
    address = refused(deciding)
    assert affected(deciding) == []
    ruled(deciding, "jp.pr.pension")
    assert affected(deciding) == [], "the dossier rests on other norms"
    ruled(deciding, RULED)
    (found,) = affected(deciding)
    assert found == Affected(address, (f"ruling-{RULED}",), told=True, opened=False)
    world = deciding.setting.world
    line = open_line(found, ISA, OFFICER, deciding.now, "the version is defective")
    world.later()
    world.journal.submit_one(deciding.officer.sign(line))
    world.journal.submit_one(deciding.officer.sign(line))
    assert [one.opened for one in affected(deciding)] == [True]
    for _ in range(2):
        with deciding.setting.engine.begin() as connection:
            assert tell_opened(connection, catalogue, lambda version: law.law, world.journal.size(), deciding.now) == 1
    with deciding.setting.engine.connect() as connection:
        (row,) = connection.execute(sa.select(notices.c.recipient, notices.c.norm, notices.c.message))
    assert (row.recipient, row.norm) == (HOA, RULED)
    assert "もういちど" in str(row.message)


def test_what_rests_on_a_source_is_found_by_its_records(deciding: Deciding) -> None:
    address = refused(deciding)
    with deciding.setting.engine.connect() as connection:
        assert [one.dossier for one in affected_by_source(connection, ISA, ISA)] == [address]
        assert affected_by_source(connection, ISA, "org:nobody") == []
        assert affected_by_source(connection, "authority:another", ISA) == []


def test_reversals_are_counted_by_norm_and_by_source_and_few_are_not_told(deciding: Deciding) -> None:
    address = refused(deciding)
    asked(deciding, address)
    ended(deciding, address, "corrects")
    with deciding.setting.engine.connect() as connection:
        (one,) = reviewed_dossiers(connection)
        by_norm, by_source = reversals(connection)
    assert one.outcome is not None
    assert one.outcome.value == "corrects"
    assert {row.of for row in by_norm} == set(one.norms)
    assert ISA in {row.of for row in by_source}
    assert {(row.reviewed, row.reversed) for row in (*by_norm, *by_source)} == {(None, None)}, (
        "one can point at somebody"
    )
