"""P20 and P21: every look is one usage that the person sees or that says until when it does not; and nobody else is in it."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from kyosei.access.documents import disclosure_document, usages_document
from kyosei.access.requests import ByConsent, ByLaw, Request, Role
from kyosei.access.schemas import access_schemas
from kyosei.access.usages import Hidden, Usage
from kyosei.errors import AccessRefusedError
from kyosei.journal.entries import ActorKind
from kyosei.timelines.days import date_from_day, day_from_date
from tests.access.setting import NOW, Setting, purposes, software, someone, staff
from tests.depth import examples_with_a_database

TODAY = day_from_date(NOW)
SCHEMA = jsonschema.Draft202012Validator(
    {**access_schemas()["person-show"]["properties"]["accesses"], "$schema": access_schemas()["person-show"]["$schema"]}
)
INSPECTOR = staff(Role.OFFICER, "authority:labour-office")


def looks(setting: Setting, **more: int) -> Any:  # Any: JSON of any shape
    """The list as the person sees it, as JSON; asking for it is a look as well."""
    found = usages_document(setting.path.read_accesses(setting.request(someone(), "own.records"), **more))
    SCHEMA.validate(found)
    return json.loads(json.dumps(found))


def test_each_look_is_there_the_newest_first_and_so_is_looking_at_the_list(setting: Setting) -> None:
    setting.read(staff(), "immigration.examination")
    setting.read(someone(), "own.records")
    found = looks(setting)
    assert [one["number"] for one in found["usages"]] == [3, 2, 1]
    assert [one["action"] for one in found["usages"]] == ["readAccesses", "read", "read"]
    assert found["totalUsages"] == found["returnedUsages"] == 3
    assert found["usagePeriod"] == {"from": found["usages"][-1]["logtime"], "until": found["usages"][0]["logtime"]}


def test_a_page_of_the_list_says_how_many_there_are_in_all(setting: Setting) -> None:
    for _ in range(3):
        setting.read(staff(), "immigration.examination")
    found = looks(setting, offset=1, limit=2)
    assert ([one["number"] for one in found["usages"]], found["totalUsages"]) == ([3, 2], 4)


def test_an_officer_stands_there_as_the_office_under_a_pseudonym(setting: Setting) -> None:
    for id_ in ("staff:4711", "staff:4712", "staff:4711"):
        setting.read(staff(id_=id_), "immigration.examination")
    found = looks(setting)["usages"][1:]
    pseudonyms = [one["receiver"]["pseudonym"] for one in found]
    assert [one["receiver"]["organisation"] for one in found] == ["authority:isa"] * 3
    assert pseudonyms[0] == pseudonyms[2] != pseudonyms[1]
    assert "4711" not in json.dumps(found)


def test_a_helper_stands_there_visibly_and_without_a_name(setting: Setting) -> None:
    setting.mandate()
    setting.read(someone(Role.HELPER, "person:bui"), "own.records")
    helper = looks(setting)["usages"][1]
    assert (helper["receiver"]["role"], helper["onYourBehalf"], helper["receiver"]["you"]) == ("helper", True, False)
    assert "bui" not in json.dumps(helper)


def test_a_withheld_look_says_by_which_law_and_until_when_and_is_shown_from_that_day(setting: Setting) -> None:
    setting.read(INSPECTOR, "labour.inspection", withheld_until=TODAY + 30)
    hidden = looks(setting)["usages"][-1]
    assert hidden == {
        "number": 1, "record": None, "hidden": True, "hiddenUntil": "2026-12-22",
        "hiddenReason": {"law": "415AC0000000057", "article": "78", "paragraph": "1", "item": "7ハ"},
    }  # fmt: skip
    setting.go_to(date(2026, 12, 21))
    assert looks(setting)["usages"][-1] == hidden
    setting.go_to(date(2026, 12, 22))
    shown = looks(setting)["usages"][-1]
    assert (shown["hidden"], shown["receiver"]["organisation"]) == (False, "authority:labour-office")
    assert (shown["hiddenUntil"], shown["hiddenReason"]) == (hidden["hiddenUntil"], hidden["hiddenReason"])


def test_a_refused_attempt_is_not_withheld(setting: Setting) -> None:
    with suppress(AccessRefusedError):
        setting.read(INSPECTOR, "labour.inspection", withheld_until=TODAY + 30, case=None)
    assert [one["refusal"] for one in looks(setting)["usages"]] == [None, "case-missing"]


def test_only_the_person_and_who_acts_for_them_see_the_list(setting: Setting) -> None:
    setting.mandate()
    assert setting.path.read_accesses(setting.request(someone(Role.HELPER, "person:bui"), "own.records")).total == 1
    for requester, purpose in ((staff(), "immigration.examination"), (someone(id_="person:minh"), "own.records")):
        with suppress(AccessRefusedError):
            setting.path.read_accesses(setting.request(requester, purpose))
            raise AssertionError("somebody else saw the list")


def test_what_an_organisation_reports_of_looks_elsewhere_is_there_without_its_free_text(setting: Setting) -> None:
    office = setting.world.register("org:kita", entry_types=["access"], valid_from=setting.world.now[0])
    access = {
        "type": "access", "id": "a-1", "actor": {"kind": "human", "id": "staff:0815"}, "action": "looked",
        "purpose": "because of person:minh", "basis": "told by person:minh", "case": "case-of-minh",
        "subject": "person:hoa", "fields": ["residence.status", "person:minh"], "source": "org:kita",
        "stated_at": "2026-11-22T10:00:00+09:00",
    }  # fmt: skip
    setting.world.journal.submit_one(office.sign(access))
    (reported,) = looks(setting)["reportedUsages"]
    assert reported == {
        "logtime": "2026-11-22T10:00:00+09:00", "receiver": {"organisation": "org:kita", "software": False},
        "purpose": None, "fields": ["residence.status"],
    }  # fmt: skip


OTHERS = ("minh", "bui", "4711", "4712", "payroll")
"""What is in the ids of everybody but person:hoa, whom the lists below are for."""

requesters = st.one_of(
    st.builds(
        someone, st.sampled_from([Role.PERSON, Role.HELPER, Role.GUARDIAN, Role.REPRESENTATIVE]),
        st.sampled_from(["person:hoa", "person:minh", "person:bui"]),
    ),
    st.builds(
        staff, st.sampled_from([Role.OFFICER, Role.EMPLOYER, Role.SUPPORTER, Role.LANDLORD, Role.HELPER]),
        st.sampled_from(["authority:isa", "authority:labour-office", "org:acme", "org:midori"]),
        st.sampled_from(["staff:4711", "staff:4712", "person:minh"]),
    ),
    st.builds(software, st.sampled_from([Role.OFFICER, Role.BANK]), st.sampled_from(["authority:isa", "org:bank"])),
)  # fmt: skip
bases = st.one_of(
    st.sampled_from([ByLaw(basis.provision) for purpose in purposes().by_id.values() for basis in purpose.bases]),
    st.sampled_from([ByConsent("c-1"), ByConsent("of-person:minh"), None]),
)
requests = st.builds(
    Request, requesters, st.sampled_from(["person:hoa", "person:minh"]),
    st.sampled_from([None, "because-of-person:minh", *purposes().by_id]), bases,
    st.sampled_from([None, "person:hoa", "person:minh"]), st.sampled_from([None, "case-1", "file-of-person:minh"]),
    st.none(), st.sampled_from([None, TODAY + 30, TODAY + 200]),
)  # fmt: skip


def not_said_by_hoa(document: dict[str, Any]) -> list[dict[str, Any]]:  # Any: JSON of any shape
    """The lines but those that the person said: who helps them comes back to them as they said it."""
    own = [line for line in document["lines"] if line.get("source") == "person:hoa"]
    named = {id_ for line in own for id_ in line["about"].values()} - {"person:hoa"}
    return [line for line in document["lines"] if line not in own and line["id"] not in named]


@examples_with_a_database(15)
@given(st.lists(requests, max_size=12))
def test_whatever_is_asked_entries_equal_looks_and_the_list_names_nobody_else(
    setting: Setting, asked: list[Request]
) -> None:
    before = {person: len(setting.log(person)) for person in ("person:hoa", "person:minh")}
    if not any(before.values()):
        setting.mandate()
        setting.consent("org:bank", "bank.stay", ("residence.status",), id="c-1")
        about = {"person": "person:hoa", "other": "person:minh"}
        setting.state("family.relation", "municipality:131130", about, {"relation": "spouse"}, from_="2020-01-01")
    shown = refused = 0
    for request in asked:
        try:
            setting.path.read(request)
            shown += 1
        except AccessRefusedError:
            refused += 1
    entries = [*setting.log("person:hoa")[before["person:hoa"] :], *setting.log("person:minh")[before["person:minh"] :]]
    assert (shown, refused) == tuple(
        sum(entry["decision"] == decision for entry in entries) for decision in ("permitted", "refused")
    )
    assert all(
        entry["actor"].startswith("software:") == (entry["actor_kind"] == ActorKind.SOFTWARE) for entry in entries
    )
    own = setting.request(someone(), "own.records")
    usages = setting.path.read_accesses(own)
    assert [one.number for one in usages.usages] == list(range(usages.total, 0, -1))
    for one in usages.usages:
        match one:
            case Hidden():
                assert date_from_day(one.until_day) > NOW
                assert one.provision.law == "415AC0000000057"
            case Usage():
                assert one.refusal is not None or one.purpose is not None
    said = json.dumps(
        [usages_document(usages), not_said_by_hoa(disclosure_document("person:hoa", setting.path.read(own)))]
    )
    assert [name for name in OTHERS if name in said or name.upper() in said] == []
