"""A review shows what is another since, and a defective version names exactly the dossiers whose proofs hold it (S11, P17)."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from kyosei.decisions.acts import Replayed
from kyosei.decisions.reviewing import defective_dossiers, norms_behind, review
from kyosei.decisions.shown import Another
from kyosei.errors import QuestionError
from kyosei.norms.compiler import CompiledLaw
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.evaluate import Loaded
from tests.decisions.deciding import HOA, ISA, Deciding, granting, refusing
from tests.journal.fakes import HOUR, at

DAY = day_from_date(date(2026, 11, 22))


@pytest.fixture
def deciding(database: sa.Engine, law: Loaded) -> Deciding:
    return Deciding.on(database, law)


def test_a_review_finds_nothing_where_nothing_came_but_the_decision_itself(deciding: Deciding) -> None:
    address = deciding.seal(granting(deciding.drafted()))
    told = {"application": deciding.application, "outcome": "granted", "granted_period": "P3Y", "procedure": "renewal"}
    deciding.setting.world.later()
    deciding.setting.state("residence.decision", ISA, {"person": HOA}, told, on="2026-11-22")
    deciding.setting.world.later()
    found = review(lambda version: deciding.office, deciding.request(), deciding.sealed(address).dossier)
    assert found.is_the_same
    assert found.law == found.present_law


def test_a_review_shows_record_by_record_and_norm_by_norm_what_is_another_now(deciding: Deciding) -> None:
    finding = deciding.found("status_fit", "no")
    address = deciding.seal(refusing(deciding.drafted()))
    deciding.setting.end(finding, ISA)
    better = deciding.found("status_fit", "yes")
    deciding.setting.world.later()
    found = review(lambda version: deciding.office, deciding.request(), deciding.sealed(address).dossier)
    assert (found.then, found.is_the_same) == (Replayed.SAME, False)
    assert (found.added, found.gone) == ((better,), (finding,))
    assert found.findings == (Another("jp.stay.status-fit", "unmet", "met"),)


def test_a_dispute_since_shows(deciding: Deciding) -> None:
    finding = deciding.found("status_fit", "no")
    address = deciding.seal(refusing(deciding.drafted()))
    deciding.setting.dispute(finding, HOA)
    deciding.setting.world.later()
    found = review(lambda version: deciding.office, deciding.request(), deciding.sealed(address).dossier)
    assert finding in found.disputed
    assert [(one.then, one.now) for one in found.findings] == [("unmet", "open")]


@pytest.mark.parametrize(
    ("norm", "from_", "until", "holds"),
    [
        ("jp.stay.conduct", None, None, True),
        ("jp.labour.minimum-wage", None, None, True),
        ("jp.pr.pension", None, None, False),
        ("jp.stay.conduct", "2026-12-01", None, False),
        ("jp.stay.conduct", "2026-07-01", "2026-11-22", False),
    ],
)
def test_s11_a_defective_version_names_exactly_the_dossiers_whose_proofs_hold_it(
    deciding: Deciding, law: Loaded, norm: str, from_: str | None, until: str | None, holds: bool
) -> None:
    addresses = [deciding.seal(granting(deciding.drafted()))]
    judge = deciding.setting.world.register("authority:judge", human="staff:kimura", entry_types=["norm_act"])
    scope = {key: value for key, value in (("from", from_), ("until", until)) if value is not None}
    deciding.setting.world.later()
    deciding.setting.world.journal.submit_one(judge.sign({
        "type": "norm_act", "id": "ruling-1", "norm": norm, "act": "defective", "reason": "a wrong day", "author": "staff:kimura",
        "source": "authority:judge", "stated_at": at(deciding.now - HOUR), "laws": [law.law.version], **scope,
    }))  # fmt: skip
    position = deciding.setting.world.journal.size()
    with deciding.setting.engine.connect() as connection:
        found = list(defective_dossiers(connection, lambda version: law.law, position))
        nothing = list(defective_dossiers(connection, not_here, position))
    assert [one.dossier for one in found] == (addresses if holds else [])
    assert nothing == []
    reviewed = review(lambda version: deciding.office, deciding.request(), deciding.sealed(addresses[0]).dossier)
    assert reviewed.rulings == (("ruling-1",) if holds else ())


def not_here(version: str) -> CompiledLaw:
    raise QuestionError(f"no {version}")


def test_a_requirement_stands_on_the_norms_that_it_refers_to(law: Loaded) -> None:
    assert "jp.labour.minimum-wage" in norms_behind(law.law, "jp.stay.conditions-of-work", DAY)
    assert "jp.labour.minimum-wage" not in norms_behind(law.law, "jp.stay.conduct", DAY)
    assert norms_behind(law.law, "jp.no.such-norm", DAY) == {"jp.no.such-norm"}
