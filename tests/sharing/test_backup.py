"""A restored portal lets the same people sign in and the same codes show; an erasure of who a person is ends both."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from kyosei.access.accounts import Account, Accounts, Subject
from kyosei.access.policy import Policies
from kyosei.access.reading import ReadPath
from kyosei.access.requests import Role
from kyosei.errors import InputError
from kyosei.journal.backup import backup, restore
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal
from kyosei.journal.verification import verify_store
from kyosei.sharing.answer import answer_document
from kyosei.sharing.checking import Checking
from kyosei.sharing.codes import read_code
from kyosei.sharing.shares import Shares
from kyosei.web.security.sessions import Sessions
from kyosei.web.visitor import Visitor
from tests.access.setting import PSEUDONYM, purposes
from tests.journal.fakes import FakeLog, at
from tests.journal.server import Server
from tests.sharing.showing import HOA, Desk, law

MINH = "person:minh"
PORTAL_KEY = SigningKey.generate()


def subject(name: str) -> Subject:
    return Subject("https://id.example", name)


def bind(desk: Desk, *accounts: tuple[str, Account]) -> Accounts:
    found = Accounts(desk.engine, PORTAL_KEY.public)
    for name, account in accounts:
        found.bind(subject(name), account, PORTAL_KEY, desk.clock())
    return found


AS_HOA = Account(HOA, Role.PERSON, person=HOA)
AS_MINH = Account(MINH, Role.PERSON, person=MINH)
FOR_HOA = Account("person:bui", Role.HELPER, person=HOA)
OFFICER = Account("staff:4711", Role.OFFICER, "authority:isa")


def restored(desk: Desk, file: Path, empty: sa.Engine) -> Checking:
    """What codes show over a store that was filled from a backup."""
    with empty.connect() as connection:
        restore(connection, file)
    Journal(empty, FakeLog(), desk.setting.world.root.public, desk.clock)
    path = ReadPath(empty, purposes(), Policies.shipped(), desk.clock, PSEUDONYM)
    return Checking(empty, path, law(), desk.clock)


def test_accounts_and_shares_come_back_and_what_was_revoked_or_used_stays_so(
    desk: Desk, server: Server, folder: Path
) -> None:
    bind(desk, ("hoa", AS_HOA), ("gone", AS_MINH), ("officer", OFFICER)).end(subject("gone"))
    (good, _), (revoked, share), (used, _) = (desk.share_made(key) for key in ("good", "revoked", "used"))
    assert desk.shares.revoke(HOA, share)
    assert desk.check(used, "南支店") is not None
    preview = desk.preview("bank")
    backup(desk.engine, folder / "b.gz")
    with server.fresh() as empty:
        checking = restored(desk, folder / "b.gz", empty)
        accounts = Accounts(empty, PORTAL_KEY.public)
        assert [accounts.of(subject(name)) for name in ("hoa", "gone", "officer", "stranger")] == [
            AS_HOA, None, OFFICER, None,
        ]  # fmt: skip
        assert checking.check(read_code(revoked), "desk") is None
        assert checking.check(read_code(used), "desk") is None
        shown = checking.check(read_code(good), "desk")
        assert shown is not None
        assert answer_document(shown.answer)["answers"] == answer_document(preview)["answers"]
        assert checking.check(read_code(good), "desk") is None
        shares = Shares(empty, purposes(), desk.clock, desk.enter).of(HOA)
        assert sorted(one.look.name for one in shares if one.look is not None) == ["desk", "南支店"]


def erase(desk: Desk, target: str) -> None:
    world = desk.setting.world
    human = world.register("authority:court", human="staff:sato", entry_types=["erasure"])
    line = {
        "type": "erasure", "id": f"x-{target}", "target": target, "basis": "APPI art. 35", "reason": "asked for",
        "author": "staff:sato", "source": "authority:court", "stated_at": at(world.now[0]),
    }  # fmt: skip
    world.journal.submit_one(human.sign(line))


def test_an_erasure_of_who_a_person_is_ends_their_accounts_and_sessions_and_the_log_still_verifies(
    desk: Desk, server: Server, folder: Path
) -> None:
    accounts = bind(desk, ("hoa", AS_HOA), ("minh", AS_MINH), ("helper", FOR_HOA), ("officer", OFFICER))
    sessions = Sessions(desk.engine, desk.clock)
    tokens = [sessions.begin(Visitor(one.actor, one.role, one.organisation, one.person)) for one in (AS_HOA, FOR_HOA)]
    other = sessions.begin(Visitor(MINH, Role.PERSON, None, MINH))
    code = desk.make()
    erase(desk, HOA)
    assert [accounts.of(subject(name)) for name in ("hoa", "helper", "minh", "officer")] == [
        None,
        None,
        AS_MINH,
        OFFICER,
    ]
    assert [sessions.visitor(token) for token in tokens] == [None, None]
    assert sessions.visitor(other) is not None
    with pytest.raises(InputError, match="erased"):
        accounts.bind(subject("again"), AS_HOA, PORTAL_KEY, desk.clock())
    with desk.engine.connect() as connection:
        verify_store(connection, desk.setting.world.root.public)
    backup(desk.engine, folder / "b.gz")
    with server.fresh() as empty:
        assert restored(desk, folder / "b.gz", empty).check(read_code(code), "desk") is None
        assert Accounts(empty, PORTAL_KEY.public).of(subject("hoa")) is None
        with empty.connect() as connection:
            verify_store(connection, desk.setting.world.root.public)
            kept = connection.execute(sa.text("SELECT envelope FROM accounts")).scalars().all()
            assert len(kept) == 2
