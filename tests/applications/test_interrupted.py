"""kill -9 at every step of filing and of sealing: what is there is whole, and nobody alters it unnoticed."""

from __future__ import annotations

import signal
from collections.abc import Sequence

import pytest
import sqlalchemy as sa

from kyosei.applications.acting import file_line, receive_lines, together
from kyosei.applications.application import Stage
from kyosei.decisions.document import address_of
from kyosei.decisions.sealing import examine_dossier, seal_line
from kyosei.errors import AccessRefusedError, JournalError
from kyosei.journal.journal import Journal, Step
from kyosei.verdicts.evaluate import Loaded
from tests.access.setting import Setting, person_line
from tests.applications.applying import PROGRAM, Applying
from tests.applications.killed import published_log
from tests.decisions.deciding import HOA, ISA, Deciding, granting
from tests.depth import SOAKING, deeper
from tests.forking.processes import run
from tests.journal.fakes import HOUR
from tests.journal.server import Server

CHILD = "person:child"
KEPT = {Step.STORED, Step.EXTENDED, Step.PUBLISHED, Step.PROJECTED, Step.RELEASED}
"""From here on it is there: what was stored is finished by whoever writes next."""
STEPS = list(Step) if SOAKING else [Step.INSERTED, Step.STORED, Step.PUBLISHED]
"""Each in the long tests."""


def killed(server: Server, engine: sa.Engine, setting: Setting, envelopes: Sequence[bytes], step: Step) -> None:
    """Enters these in a process that is killed at the step, and opens the journal again."""
    world = setting.world
    said = b"\n".join([world.root.public.text.encode(), str(world.now[0]).encode(), *envelopes])
    ran = run("tests.applications.killed", [server.url(str(engine.url.database)), step.value], stdin=said)
    assert ran.returncode == -signal.SIGKILL, ran.stderr.decode()
    world.log = published_log(engine)
    world.journal = Journal(engine, world.log, world.root.public, lambda: world.now[0])


@deeper
def test_a_family_that_is_killed_at_any_step_has_filed_together_or_not_at_all(server: Server, law: Loaded) -> None:
    for step in STEPS:
        with server.fresh() as engine:
            applying = Applying.on(engine, law)
            applying.setting.submit(person_line(CHILD, born="2015-05-01"))
            applying.resides(CHILD)
            found = together([applying.prepare(), applying.prepare(person=CHILD)], "group-a")
            lines = [file_line(one, HOA, applying.now, "k") for one in found]
            for one, line in zip(found, list(lines), strict=True):
                lines += receive_lines(str(line["id"]), one.person, one.filing, ISA, PROGRAM, applying.now)
            envelopes = [applying.setting.office.sign(line) for line in lines]
            killed(server, engine, applying.setting, envelopes, step)
            there = [applying.all(HOA), applying.all(CHILD)]
            assert [len(one) for one in there] == ([1, 1] if step in KEPT else [0, 0]), step
            assert applying.setting.world.journal.submit_whole(envelopes) == [None] * len(envelopes)
            for (filed,) in (applying.all(HOA), applying.all(CHILD)):
                assert (filed.stage, filed.filing.group) == (Stage.RECEIVED, "group-a")


@deeper
def test_a_seal_that_is_killed_at_any_step_is_whole_or_not_there(server: Server, law: Loaded) -> None:
    for step in STEPS:
        with server.fresh() as engine:
            deciding = Deciding.on(engine, law)
            dossier = granting(deciding.drafted())
            deciding.setting.world.later()
            examined = examine_dossier(deciding.office, deciding.request(), dossier, deciding.now)
            address = address_of(examined.dossier)
            signed = deciding.officer.sign(seal_line(examined, deciding.now - HOUR // 2))
            killed(server, engine, deciding.setting, [signed], step)
            if step in KEPT:
                assert deciding.sealed(address).dossier == examined.dossier
            else:
                with pytest.raises(AccessRefusedError):
                    deciding.sealed(address)
            deciding.setting.world.journal.submit_one(signed)
            assert deciding.sealed(address).dossier == examined.dossier


def test_not_even_the_owner_of_the_database_alters_a_sealed_dossier_unnoticed(server: Server, law: Loaded) -> None:
    with server.fresh() as engine:
        deciding = Deciding.on(engine, law)
        address = deciding.seal(granting(deciding.drafted()))
        owner = sa.create_engine(server.url(str(engine.url.database), "postgres"))
        with owner.begin() as connection:
            connection.execute(sa.text("ALTER TABLE entries DISABLE TRIGGER ALL"))
            connection.execute(sa.text("UPDATE entries SET envelope = envelope || 'x' WHERE type = 'decision'"))
        owner.dispose()
        with pytest.raises(JournalError, match="was changed"):
            deciding.sealed(address)


def test_nobody_alters_an_application_unnoticed(server: Server, law: Loaded) -> None:
    with server.fresh() as engine:
        applying = Applying.on(engine, law)
        found = applying.received()
        with engine.begin() as connection:  # what is rebuilt may be changed, and nothing is shown from it
            connection.execute(
                sa.text("UPDATE application_acts SET document = '{}', words = 'another' WHERE act = 'file'")
            )
        assert applying.application(found.id) == found
        with pytest.raises(sa.exc.ProgrammingError), engine.begin() as connection:
            connection.execute(sa.text("UPDATE entries SET envelope = envelope || 'x' WHERE type = 'application'"))
        owner = sa.create_engine(server.url(str(engine.url.database), "postgres"))
        with owner.begin() as connection:
            connection.execute(sa.text("ALTER TABLE entries DISABLE TRIGGER ALL"))
            connection.execute(sa.text("UPDATE entries SET envelope = envelope || 'x' WHERE type = 'application'"))
        owner.dispose()
        with pytest.raises(JournalError, match="was changed"):
            applying.all()
