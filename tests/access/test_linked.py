"""One look at a person known by several local ids: what it shows, whose entries it makes, and what nobody learns from it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import pytest

from kyosei.access import reading, recording
from kyosei.access.documents import disclosure_document, links_document, notices_document, usages_document
from kyosei.access.entries import append_entry, verify_entries
from kyosei.access.requests import Role
from kyosei.errors import AccessRefusal, AccessRefusedError
from kyosei.facts.link_evidence import DocumentSeen
from kyosei.facts.links import Link, Unlink
from kyosei.identity.reach import reach_through
from kyosei.journal.link_lines import link_line
from kyosei.journal.reading import read_case_of
from tests.access.setting import Setting, person_line, software, someone, staff
from tests.journal.fakes import START

HOA, AT_PENSION, AT_SCHOOL = "person:hoa", "person:0000-111111", "person:zz-77"
CITY = "municipality:131130"
SEEN = (DocumentSeen("residence card and pension handbook", "staff:sato"),)


@pytest.fixture
def known(setting: Setting) -> Setting:
    """Three institutions that know somebody, each by its own id; nothing is linked yet."""
    setting.world.register(CITY, human="staff:sato", entry_types=["link", "unlink"])
    setting.submit(person_line(AT_PENSION, names=[]), person_line(AT_SCHOOL, names=[]))
    setting.state("residence.status", "authority:isa", {"person": HOA}, {"status": "student"}, from_="2023-04-01",
                  id="stay")  # fmt: skip
    about = {"person": AT_PENSION, "employer": "org:acme"}
    setting.state("pension.enrolment", "authority:pension-service", about, {"scheme": "employees"}, from_="2026-04-01",
                  id="insured")  # fmt: skip
    setting.state("study.enrolment", "org:sakura", {"person": AT_SCHOOL, "school": "org:sakura"},
                  {"course": "university"}, from_="2023-04-01", id="studies")  # fmt: skip
    return setting


def enter(s: Setting, line: dict[str, object]) -> int:
    """Enters what the municipality decided, an hour later; when it was recorded."""
    s.world.later()
    return s.world.journal.submit_one(s.world.offices[CITY].sign(line)).recorded_at


def link(s: Setting, other: str = AT_PENSION, id_: str = "l-1") -> int:
    return enter(s, link_line(Link(id_, HOA, other, CITY, "staff:sato", SEEN, START, START)))


def unlink(s: Setting, target: str = "l-1") -> int:
    return enter(s, link_line(Unlink(f"u-{target}", target, CITY, "staff:sato", "somebody else", START, START)))


def dispute(s: Setting, target: str = "l-1") -> int:
    s.world.later()
    s.dispute(target, AT_PENSION)
    return s.world.now[0]


def own(s: Setting, as_: str = HOA) -> tuple[set[str], str]:
    """The statements that the person sees, and everything that they are told, as text."""
    shown = s.path.read(s.request(someone(id_=as_), "own.records", subject=as_))
    said = disclosure_document(as_, shown) | {"notices": notices_document(shown.notices, named={as_})}
    return {one.id for one in shown.case.statements}, json.dumps(said) + json.dumps(looks(s, as_))


def looks(s: Setting, as_: str = HOA) -> Any:  # Any: JSON of any shape
    return usages_document(s.path.read_accesses(s.request(someone(id_=as_), "own.records", subject=as_)))


def read_by_isa(s: Setting, known: int | None = None) -> set[str]:
    request = s.request(staff(), "immigration.examination", known=known)
    return {one.id for one in s.path.evaluate(request).case.statements}


def test_every_local_id_that_was_read_gets_its_entry_and_none_names_another(known: Setting) -> None:
    link(known)
    link(known, AT_SCHOOL, "l-2")
    shown = known.read(staff(Role.OFFICER, "authority:isa"), "immigration.examination")
    assert {one.id for one in shown.case.statements} >= {"stay", "studies"}
    entries = {id_: known.log(id_) for id_ in (HOA, AT_PENSION, AT_SCHOOL)}
    assert [len(found) for found in entries.values()] == [1, 1, 1]
    assert len({found[0]["logtime"] for found in entries.values()}) == 1
    assert "study.enrolment" in entries[AT_SCHOOL][0]["fields"]
    assert entries[AT_PENSION][0]["fields"] == ["pension.enrolment", "pension.enrolment.scheme", "person.born"]
    assert {name for found in entries.values() for name in found[0]["fields"]} == set(shown.fields)
    for id_, (entry,) in entries.items():
        assert [other for other in entries if other != id_ and other in str(dict(entry))] == []
    with known.engine.connect() as connection:
        assert [verify_entries(connection, id_) for id_ in entries] == [1, 1, 1]


def test_the_person_sees_the_looks_at_all_their_ids_and_whoever_asks_by_one_learns_no_other(known: Setting) -> None:
    link(known)
    known.read(staff(), "immigration.examination")
    for asked, other in ((HOA, AT_PENSION), (AT_PENSION, HOA)):
        seen, said = own(known, asked)
        assert {"stay", "insured"} <= seen
        assert other not in said
    found = [one for one in looks(known)["usages"] if one["receiver"]["organisation"]]
    assert len(found) == 2
    assert [one["receiver"]["you"] for one in looks(known, AT_PENSION)["usages"]][:2] == [True, True]
    assert {one["record"] is None for one in found} == {True, False}
    assert len({one["receiver"]["pseudonym"] for one in found}) == 1


def test_an_employer_does_not_learn_the_number_by_which_an_office_knows_the_person(known: Setting) -> None:
    link(known)
    about = {"person": AT_PENSION, "employer": "org:acme"}
    known.state("work.foreign_worker_notice", "authority:labour-office", about,
                {"event": "hired", "event_on": "2026-04-01"}, on="2026-04-10")  # fmt: skip
    # The relation that permits it is on record under the linked id alone.
    shown = known.read(staff(Role.EMPLOYER, "org:acme"), "employer.own-duties")
    assert AT_PENSION not in str(shown)
    assert "pension.enrolment" in {one.kind for one in shown.case.statements}


def test_without_a_link_or_after_its_end_nothing_of_the_other_is_read(known: Setting) -> None:
    before = own(known)[0], read_by_isa(known)
    linked_at = link(known, AT_SCHOOL)
    assert own(known)[0] == {"stay", "studies"}
    assert read_by_isa(known) == {"stay", "studies"}
    unlink(known)
    entries = len(known.log(AT_SCHOOL))
    assert (own(known)[0], read_by_isa(known)) == before == ({"stay"}, {"stay"})
    again = known.path.read(known.request(someone(), "own.records", known=linked_at))
    assert {one.id for one in again.case.statements} == {"stay"}  # nor as known when the link stood
    assert len(known.log(AT_SCHOOL)) == entries
    assert read_by_isa(known, known=linked_at) == {"stay", "studies"}  # an office replays what it was shown (P26)
    assert len(known.log(AT_SCHOOL)) == entries + 1


def test_after_the_end_of_a_link_each_sees_the_looks_at_their_own_id_alone(known: Setting) -> None:
    link(known)
    known.read(staff(), "immigration.examination")
    own(known)
    unlink(known)
    seen, said = own(known, AT_PENSION)
    assert seen == {"insured"}
    assert "hoa" not in said
    usages = looks(known, AT_PENSION)["usages"]
    assert {one["record"] for one in usages} == {None}
    theirs = [one for one in usages if one["receiver"]["role"] == "person" and not one["receiver"]["you"]]
    assert len(theirs) == 2  # what somebody saw as the person while the link stood stays on record


def test_a_disputed_link_opens_what_rests_on_it_is_told_to_each_and_shows_nothing_of_the_other(known: Setting) -> None:
    link(known, AT_SCHOOL)
    link(known, AT_PENSION, "l-2")
    before = known.world.now[0]
    dispute(known, "l-2")
    evaluated = known.path.evaluate(known.request(someone(), "own.records"))
    assert {one.target for one in evaluated.case.disputes} == {"insured"}
    assert known.log(AT_PENSION)[-1]["fields"] != []
    for known_at in (None, before):
        shown = known.path.read(known.request(someone(), "own.records", known=known_at))
        assert {one.id for one in shown.case.statements} == {"stay", "studies"}
    seen, said = own(known)
    assert (seen, AT_PENSION in said) == ({"stay", "studies"}, False)
    for asked, of_this in ((HOA, True), (AT_SCHOOL, False), (AT_PENSION, True)):
        notices = known.path.read(known.request(someone(id_=asked), "own.records", subject=asked)).notices
        told = notices_document(notices, named={asked})
        assert [(one["link"], one["to"]) for one in told] == [("l-2", asked if of_this else None)]
    assert known.read(staff(), "immigration.examination").notices == ()


def mandated(s: Setting) -> None:
    s.mandate(person=AT_PENSION)


def died(s: Setting) -> None:
    s.state("person.death", CITY, {"person": AT_PENSION}, on="2026-11-20")


@pytest.mark.parametrize(("said", "role", "permitted"), [(mandated, Role.HELPER, True), (died, Role.PERSON, False)])
def test_what_decides_may_stand_under_any_id_while_the_link_does(
    known: Setting, said: Callable[[Setting], None], role: Role, permitted: bool
) -> None:
    said(known)
    requester = someone(role, "person:bui" if role is Role.HELPER else HOA)

    refusals: set[AccessRefusal] = set()

    def is_permitted() -> bool:
        try:
            known.read(requester, "own.records")
        except AccessRefusedError as error:
            refusals.add(error.refusal)
            return False
        return True

    assert is_permitted() is not permitted
    link(known)
    assert is_permitted() is permitted
    dispute(known)
    assert is_permitted() is not permitted
    assert refusals <= {AccessRefusal.NO_MANDATE, AccessRefusal.NOT_THE_PERSON}


def test_a_consent_is_named_to_whom_it_stands_under_and_to_others_by_a_pseudonym(known: Setting) -> None:
    consent = known.consent("org:bank", "bank.stay", ("residence.status",), person=AT_PENSION, id="consent-by-somebody")
    link(known)
    known.read(software(Role.BANK, "org:bank"), "bank.stay", consent)
    unlink(known)
    assert (known.log(HOA)[0]["basis"], known.log(AT_PENSION)[0]["basis"]) == (
        f"consent-by-link:{consent}", f"consent:{consent}",
    )  # fmt: skip
    assert consent not in own(known)[1]
    assert consent in own(known, AT_PENSION)[1]


def shown_links(s: Setting, as_: str = HOA, known: int | None = None) -> Any:  # Any: JSON of any shape
    return links_document(as_, s.path.links(s.request(someone(id_=as_), "own.records", subject=as_, known=known)))


def test_links_are_named_to_the_person_with_an_entry_about_each_of_their_ids(known: Setting) -> None:
    link(known)
    link(known, AT_SCHOOL, "l-2")
    both = known.world.now[0]
    assert shown_links(known)["local_ids"] == sorted((HOA, AT_PENSION, AT_SCHOOL))
    assert [known.log(id_)[-1]["fields"] for id_ in (HOA, AT_PENSION, AT_SCHOOL)] == [["link"]] * 3
    dispute(known, "l-1")
    for known_at in (None, both):  # a dispute closes what it is about at every instant
        told = shown_links(known, known=known_at)
        assert AT_PENSION not in json.dumps(told)
        assert (told["local_ids"], [one["id"] for one in told["links"]]) == ([HOA, AT_SCHOOL], ["l-1", "l-2"])
        assert [(one["to"], one["link"]) for one in told["notices"]] == [(HOA, "l-1")]
    unlink(known, "l-2")
    told = shown_links(known, known=both)
    assert (told["local_ids"], AT_SCHOOL in json.dumps(told)) == (
        [HOA],
        False,
    )  # nor is an ended link there at any (P09)


def test_signed_entries_come_from_under_every_id_and_never_from_behind_a_dispute(known: Setting) -> None:
    request = known.request(someone(), "own.records")
    link(known)
    before = known.world.now[0]
    found = known.path.excerpt(request)
    assert {"stay", "insured", "l-1", AT_PENSION} <= {one.id for one in found.entries}
    assert "studies" not in {one.id for one in found.entries}
    assert "pension.enrolment" in known.log(AT_PENSION)[-1]["fields"]
    dispute(known)
    for known_at in (None, before):
        with pytest.raises(AccessRefusedError) as caught:
            known.path.excerpt(replace(request, known=known_at))
        assert caught.value.refusal is AccessRefusal.LINK_DISPUTED
    unlink(known)
    assert {one.id for one in known.path.excerpt(request).entries} & {"insured", "l-1", AT_PENSION} == set()


def test_if_one_of_the_entries_cannot_be_written_none_is_and_nothing_is_shown(known: Setting) -> None:
    link(known)
    write, written = append_entry, []

    def fails_at_the_second(*arguments: object) -> None:
        written.append(arguments)
        if len(written) == 2:
            raise OSError("disk full")
        write(*arguments)  # type: ignore[arg-type]  # passed on as it came

    with patch.object(recording, "append_entry", fails_at_the_second), pytest.raises(OSError, match="disk full"):
        known.read(someone(), "own.records")
    assert known.log(HOA) == known.log(AT_PENSION) == []


def test_a_link_that_comes_while_a_look_waits_is_logged_about_both(known: Setting) -> None:
    link(known)
    with patch.object(reading, "reach_of", lambda connection, id_, at: reach_through(id_, at, ())):
        known.read(someone(), "own.records")
    assert [len(known.log(id_)) for id_ in (HOA, AT_PENSION)] == [1, 1]


def test_a_refused_attempt_is_an_entry_about_the_id_asked_for_alone(known: Setting) -> None:
    link(known)
    with pytest.raises(AccessRefusedError):
        known.read(staff(), "immigration.examination", case=None)
    assert [len(known.log(id_)) for id_ in (HOA, AT_PENSION)] == [1, 0]


def test_a_reach_without_links_reads_what_the_one_id_has(known: Setting) -> None:
    with known.engine.connect() as connection:
        held = read_case_of(connection, [HOA], known.world.now[0])
    shown = known.read(someone(), "own.records").case
    assert shown.statements == tuple(one for one in held.statements if HOA in one.about.values())
    assert shown.parties[HOA] == held.parties[HOA]
