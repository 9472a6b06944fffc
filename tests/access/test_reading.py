"""What a look shows, and that it and its entry are one: reduction, history, consent, disputes, atomicity, order."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import timedelta
from unittest.mock import patch

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from kyosei.access import recording
from kyosei.access.entries import verify_entries
from kyosei.access.requests import Role
from kyosei.errors import AccessRefusal, AccessRefusedError, JournalError
from kyosei.facts.statements import Case
from kyosei.identity import from_journal
from kyosei.journal.registry import PORTAL
from tests.access.setting import NOW, Setting, purposes, software, someone, staff
from tests.journal.server import Server

ACME = {"person": "person:hoa", "employer": "org:acme"}
KITA = {"person": "person:hoa", "employer": "org:kita"}
HOA = {"person": "person:hoa"}
HIRED = {"event": "hired", "event_on": "2026-04-01"}


def fill(s: Setting) -> None:
    """Records of many kinds about person:hoa, at two employers."""
    s.state("residence.status", "authority:isa", HOA,
            {"status": "engineer-humanities-international", "granted_period": "P5Y"}, from_="2023-04-01")  # fmt: skip
    s.state("person.particulars", "authority:isa", HOA, {"nationality": "VN", "sex": "female"}, from_="2023-04-01")
    s.state("tax.income", "municipality:131130", HOA, {"income_yen": 1}, from_="2025-01-01", until="2026-01-01")
    for about, source in ((ACME, "org:acme"), (KITA, "org:kita")):
        s.state("work.contract", source, about, {"hours_per_week": 30, "wage_yen_per_month": 250_000},
                from_="2026-04-01")  # fmt: skip
        s.state("work.foreign_worker_notice", "authority:labour-office", about, HIRED, on="2026-04-10")
    here = {**HOA, "municipality": "municipality:131130"}
    s.state("home.registration", "municipality:131130", here, from_="2023-04-10")
    s.state("study.schooling", "municipality:131130", HOA, {}, from_="2023-04-10")
    about = {**HOA, "supporter": "org:midori"}
    s.state("support.consultation", "org:midori", about, {"matter": "harassment"}, on="2026-06-01")


def kinds(case: Case) -> list[str]:
    return sorted(one.kind for one in case.statements)


READING = [id_ for id_ in purposes().by_id if id_ not in ("own.records", "cases.follow-up")]
"""The purposes of others that read records; the last one reads cases alone."""


@pytest.mark.parametrize("id_", READING)
def test_nothing_but_the_kinds_and_fields_of_the_purpose_is_shown(setting: Setting, id_: str) -> None:
    fill(setting)
    purpose, readable = purposes().by_id[id_], purposes().readable[id_]
    role = next(iter(purpose.roles))
    organisation = next(iter(purpose.audience), {
        Role.EMPLOYER: "org:acme", Role.SCHOOL: "org:sakura", Role.SUPPORTER: "org:midori", Role.BANK: "org:bank",
        Role.LANDLORD: "org:landlord",
    }.get(role, ""))  # fmt: skip
    if organisation == "municipality:*":
        organisation = "municipality:131130"
    # Whoever holds a code has no organisation here: the person lets the portal show it.
    fields = tuple(sorted(readable.names()))
    consent = None if purpose.consent is None else setting.consent(organisation or PORTAL, id_, fields)
    shown = setting.read(staff(role, organisation or None), id_, consent)
    assert set(shown.fields) <= readable.names() | readable.telling_kinds() | {"person.born"}
    for one in shown.case.statements:
        assert one.data.keys() <= readable.kinds.get(one.kind, frozenset())
    assert {one.kind for one in shown.case.coverages} <= readable.kinds.keys()
    assert shown.case.parties["person:hoa"].names == ()
    assert (shown.case.parties["person:hoa"].born is not None) == (readable.born and consent is None)


def test_the_person_sees_everything_with_its_history(setting: Setting) -> None:
    fill(setting)
    wrong = setting.state("tax.return", "authority:tax-office", HOA, {"for_year": 2025}, on="2026-03-01")
    setting.end(wrong, "authority:tax-office")
    shown = setting.read(someone(), "own.records")
    assert "tax.return" in kinds(shown.case)
    assert [one.target for one in shown.case.withdrawals] == [wrong]
    assert {"person.names", "person.born", "tax.income.income_yen"} <= set(shown.fields)


def test_an_office_does_not_see_what_was_withdrawn_or_replaced(setting: Setting) -> None:
    first = setting.state("residence.status", "authority:isa", HOA, {"status": "student"}, from_="2023-04-01")
    setting.world.later(2)
    setting.state("residence.status", "authority:isa", HOA, {"status": "dependent"}, from_="2023-04-01", replaces=first)
    wrong = setting.state(
        "residence.work_permission", "authority:isa", HOA, {"scope": "individual"}, from_="2024-01-01"
    )
    setting.end(wrong, "authority:isa")
    now = setting.read(staff(), "immigration.examination").case
    assert [(one.kind, one.data["status"]) for one in now.statements] == [("residence.status", "dependent")]
    earlier = setting.read(staff(), "immigration.examination", known=setting.world.now[0] - 2 * 3_600_000_000).case
    assert [one.data["status"] for one in earlier.statements] == ["student"]


def test_an_employer_sees_its_own_employment_and_no_other_organisation(setting: Setting) -> None:
    fill(setting)
    shown = setting.read(staff(Role.EMPLOYER, "org:acme"), "employer.own-duties")
    named = {id_ for one in shown.case.statements for id_ in (one.source, *one.about.values())}
    assert {id_ for id_ in named if id_.startswith("org:")} == {"org:acme"}
    assert kinds(shown.case) == ["residence.status", "work.contract", "work.foreign_worker_notice"]


def test_a_record_that_first_tells_of_a_job_goes_along_without_its_fields(setting: Setting) -> None:
    hours = [
        setting.state("work.hours", "org:acme", ACME, {"hours": 8}, from_=f"2026-03-{day:02}", until=f"2026-03-{day + 1:02}")
        for day in (2, 3)
    ]  # fmt: skip
    fill(setting)
    shown = setting.read(staff(Role.OFFICER, "authority:labour-office"), "labour.foreign-workers").case
    assert [(one.id, dict(one.data)) for one in shown.statements if one.kind == "work.hours"] == [(hours[0], {})]


def test_a_consent_shows_the_fields_that_it_names_and_no_others(setting: Setting) -> None:
    fill(setting)
    consent = setting.consent("org:landlord", "landlord.stay", ("residence.status", "person.particulars.sex"))
    shown = setting.read(staff(Role.LANDLORD, "org:landlord"), "landlord.stay", consent)
    assert shown.fields == ("residence.status", "residence.status.granted_period")


def test_a_bank_as_software_reads_by_consent_until_the_day_it_ends(setting: Setting) -> None:
    consent = setting.consent("org:bank", "bank.stay", ("residence.status",), until=(NOW + timedelta(1)).isoformat())
    assert setting.read(software(Role.BANK, "org:bank"), "bank.stay", consent).number == 1
    assert setting.log()[0]["basis"] == f"consent:{consent}"


def test_a_dispute_goes_along_without_its_reason_also_through_what_was_replaced(setting: Setting) -> None:
    first = setting.state("residence.status", "authority:isa", HOA, {"status": "student"}, from_="2023-04-01")
    setting.dispute(first, "person:hoa")
    second = setting.state("residence.status", "authority:isa", HOA, {"status": "student"}, from_="2023-05-01",
                           replaces=first)  # fmt: skip
    shown = setting.read(staff(), "immigration.examination").case
    assert [(one.target, one.by, one.reason) for one in shown.disputes] == [(second, "person:hoa", "-")]


def test_another_persons_records_are_not_shown_with_those_that_name_them(setting: Setting) -> None:
    about = {"person": "person:minh", "other": "person:hoa"}
    setting.state("family.relation", "municipality:131130", about, {"relation": "child"}, from_="2020-01-01")
    setting.state("tax.income", "municipality:131130", {"person": "person:minh"}, {"income_yen": 7}, from_="2025-01-01",
                  until="2026-01-01")  # fmt: skip
    shown = setting.read(someone(), "own.records").case
    assert [dict(one.about) for one in shown.statements] == [{"person": "person:another-1", "other": "person:hoa"}]
    assert shown.parties["person:another-1"].names == ()


def test_the_entry_says_who_why_on_which_basis_for_whom_and_what(setting: Setting) -> None:
    setting.state("residence.status", "authority:isa", HOA, {"status": "student"}, from_="2023-04-01")
    shown = setting.read(staff(), "immigration.examination", case="case-9")
    entry = setting.log()[0]
    expected: Mapping[str, object] = {
        "subject": "person:hoa", "number": 1, "logtime": setting.world.now[0], "action": "read",
        "decision": "permitted", "reason": "an-authority-for-its-task", "actor_kind": "human", "actor": "staff:4711",
        "role": "officer", "organisation": "authority:isa", "purpose": "immigration.examination",
        "basis": "326CO0000000319/59-2/1/", "on_behalf_of": None, "case": "case-9", "known": shown.known,
        "fields": ["person.born", "residence.status", "residence.status.status"], "law": purposes().law, "withheld_until": None,
        "withheld_by": None,
    }  # fmt: skip
    assert {name: entry[name] for name in expected} == expected


@pytest.mark.parametrize("how", ["read", "evaluate", "excerpt", "links", "read_accesses"])
def test_if_the_entry_cannot_be_written_nothing_is_shown(setting: Setting, how: str) -> None:
    with (
        patch.object(recording, "append_entry", side_effect=DBAPIError("INSERT", {}, Exception("disk full"))),
        pytest.raises(DBAPIError),
    ):
        getattr(setting.path, how)(setting.request(someone(), "own.records"))
    assert setting.log() == []
    assert setting.read(someone(), "own.records").number == 1


def test_what_is_evaluated_is_what_the_purpose_shows_and_is_one_look(setting: Setting) -> None:
    fill(setting)
    shown = setting.read(staff(), "immigration.examination")
    found = setting.path.evaluate(setting.request(staff(), "immigration.examination"))
    assert (found.case, found.number) == (shown.case, 2)
    assert found.norms is not None
    assert "jp.immigration.lawful-stay" in found.norms
    read, evaluated = setting.log()
    assert (read["action"], read["fields"]) == (evaluated["action"], evaluated["fields"])


def test_what_is_evaluated_at_a_position_is_what_was_there_then(setting: Setting) -> None:
    request = setting.request(someone(), "own.records")
    before = setting.path.evaluate(request)
    setting.world.later(1)
    fill(setting)
    again = setting.path.evaluate(request, before.position)
    assert (again.case, again.known, again.position) == (before.case, before.known, before.position)
    assert len(setting.path.evaluate(request).case.statements) > len(before.case.statements)
    assert setting.log()[1]["known"] == before.known


def test_a_consent_to_less_than_the_norms_read_lets_nobody_evaluate_them(setting: Setting) -> None:
    names = purposes().readable["landlord.stay"].names()
    landlord = staff(Role.LANDLORD, "org:landlord")
    narrow, born = tuple(sorted(names))[:1], ("person.born",) if purposes().readable["landlord.stay"].born else ()
    for number, (fields, granted) in enumerate(((narrow, False), ((*sorted(names), *born), True))):
        consent = setting.consent("org:landlord", "landlord.stay", fields)
        request = setting.request(landlord, "landlord.stay", consent)
        if granted:
            assert setting.path.evaluate(request).number == number + 1
            continue
        with pytest.raises(AccessRefusedError) as caught:
            setting.path.evaluate(request)
        assert caught.value.refusal is AccessRefusal.CONSENT_TOO_NARROW
    assert [(entry["decision"], entry["reason"]) for entry in setting.log()] == [
        ("refused", "consent-too-narrow"), ("permitted", "whom-the-person-lets"),
    ]  # fmt: skip


def test_signed_entries_are_for_whom_the_whole_record_is(setting: Setting) -> None:
    fill(setting)
    with pytest.raises(AccessRefusedError) as caught:
        setting.path.excerpt(setting.request(staff(), "immigration.examination"))
    assert caught.value.refusal is AccessRefusal.ENTRIES_ARE_WHOLE
    found = setting.path.excerpt(setting.request(someone(), "own.records"))
    assert {one.id for one in found.case.statements} <= {one.id for one in found.entries}
    refused, shown = setting.log()
    assert (refused["reason"], refused["fields"]) == ("entries-are-whole", [])
    assert {one.kind for one in found.case.statements} <= set(shown["fields"])


def test_if_reading_fails_there_is_no_entry(setting: Setting) -> None:
    with (
        patch.object(from_journal, "read_case_of", side_effect=DBAPIError("SELECT", {}, Exception("gone"))),
        pytest.raises(DBAPIError),
    ):
        setting.read(someone(), "own.records")
    assert setting.log() == []


def test_looks_at_the_same_moment_are_all_numbered_without_gaps(setting: Setting) -> None:
    failures: list[BaseException] = []

    def look() -> None:
        try:
            for _ in range(5):
                setting.read(staff(), "immigration.examination")
        except BaseException as error:  # noqa: BLE001  # told to the main thread
            failures.append(error)

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert [entry["number"] for entry in setting.log()] == list(range(1, 21))
    with setting.engine.connect() as connection:
        assert verify_entries(connection, "person:hoa") == 20


def test_a_clock_that_goes_back_does_not_put_an_entry_before_an_earlier_one(setting: Setting) -> None:
    setting.read(someone(), "own.records")
    setting.world.now[0] -= 1
    setting.read(someone(), "own.records")
    first, second = setting.log()
    assert second["logtime"] == first["logtime"]


FORBIDDEN = (
    "UPDATE access_log SET actor = 'staff:1'", "DELETE FROM access_log", "TRUNCATE access_log",
    "ALTER TABLE access_log DISABLE TRIGGER ALL", "DROP TABLE access_log",
)  # fmt: skip


@pytest.mark.parametrize("user", ["kyosei_application", "postgres"])
@pytest.mark.parametrize("statement", FORBIDDEN[:3])
def test_nobody_changes_or_removes_an_entry(setting: Setting, server: Server, statement: str, user: str) -> None:
    setting.read(someone(), "own.records")
    engine = server.engine(str(setting.engine.url.database), user)
    with engine.connect() as connection, pytest.raises(DBAPIError, match=r"denied|append-only"):
        connection.execute(sa.text(statement))
    engine.dispose()
    assert len(setting.log()) == 1


@pytest.mark.parametrize("statement", FORBIDDEN[3:])
def test_the_application_does_not_change_the_table(setting: Setting, statement: str) -> None:
    with setting.engine.connect() as connection, pytest.raises(DBAPIError, match="must be owner"):
        connection.execute(sa.text(statement))


TAMPERED = (
    "UPDATE access_log SET actor = 'staff:1' WHERE number = 2",
    "UPDATE access_log SET fields = '{}' WHERE number = 1",
    "DELETE FROM access_log WHERE number = 2",
    "UPDATE access_log SET digest = previous WHERE number = 3",
)


@pytest.mark.parametrize("statement", TAMPERED)
def test_what_somebody_with_the_database_itself_changes_is_found(
    setting: Setting, server: Server, statement: str
) -> None:
    setting.state("residence.status", "authority:isa", HOA, {"status": "student"}, from_="2023-04-01")
    for _ in range(3):
        setting.read(someone(), "own.records")
    engine = server.engine(str(setting.engine.url.database), "postgres")
    with engine.begin() as connection:
        connection.execute(sa.text("SET session_replication_role = replica"))  # no triggers
        connection.execute(sa.text(statement))
    engine.dispose()
    with setting.engine.connect() as connection, pytest.raises(JournalError, match="access entry"):
        verify_entries(connection, "person:hoa")


def test_the_store_itself_refuses_software_under_a_humans_id(setting: Setting) -> None:
    setting.read(someone(), "own.records")
    copied = sa.text(
        "INSERT INTO access_log SELECT subject, 2, logtime, action, decision, reason, 'software', actor, role, organisation,"
        ' purpose, basis, on_behalf_of, "case", known, fields, law, policies, withheld_until, withheld_by, previous,'
        " digest FROM access_log"
    )
    with setting.engine.connect() as connection, pytest.raises(DBAPIError, match="access_log_actor"):
        connection.execute(copied)


def test_a_rebuild_of_the_projections_leaves_the_entries(setting: Setting) -> None:
    setting.read(someone(), "own.records")
    before = setting.log()
    setting.world.journal.rebuild()
    assert setting.log() == before


def test_an_office_looks_at_what_it_was_asked_to_correct(setting: Setting) -> None:
    """It is on no line of the journal: it follows from the dispute, and the answer ends it."""
    card = setting.state("residence.card", "authority:isa", {"person": "person:hoa"}, from_="2026-01-01")
    asked = setting.dispute(card, "person:hoa")
    setting.world.later()
    request = setting.request(staff(), "records.corrections")
    (shown,) = setting.path.read(request).case.statements
    assert (shown.kind, shown.source, shown.data) == (
        "record.correction_request",
        "authority:isa",
        {"criminal_case": 0},
    )
    (evaluated,) = setting.path.evaluate(request).case.statements
    assert evaluated == shown
    other = setting.request(staff(organisation="authority:pension-service"), "records.corrections")
    assert setting.path.read(other).case.statements == ()
    setting.enter(
        {"type": "resolution", "target": asked, "by": "authority:isa", "outcome": "kept", "reason": "it is on the card"}
    )
    setting.world.later()
    assert setting.path.read(request).case.statements == ()
