"""Who sees the links of a person, and that nobody else is in what they see (P21); the look is on record (P20)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.access.documents import links_document
from kyosei.access.links import shown_links
from kyosei.access.requests import Role
from kyosei.access.schemas import access_schemas
from kyosei.errors import AccessRefusal, AccessRefusedError
from kyosei.facts.link_evidence import Compared, DocumentSeen, PersonSays, SharedIdentifier
from kyosei.facts.links import Link, LinkEntry, standing_links
from kyosei.facts.statements import Dispute
from kyosei.identity.persons import join
from kyosei.identity.reach import notices_to, reach_through
from tests.access.setting import Setting, someone, staff
from tests.identity.links_made import LOCALS, link, sequences, unlink

SCHEMA = jsonschema.Draft202012Validator(access_schemas()["link-show"])
LATE = 1_000


def seen_by(local_id: str, entries: Sequence[LinkEntry]) -> Any:  # Any: JSON of any shape
    """What a person sees, as JSON."""
    reach = reach_through(local_id, LATE, entries)
    found = shown_links(reach, reach.members, notices_to(reach), lambda id_: f"pseudonym-{len(id_)}", 1)
    document = links_document(local_id, found)
    SCHEMA.validate(document)
    return document


@given(sequences(), st.sampled_from(LOCALS))
def test_a_person_sees_their_own_ids_and_nobody_elses(entries: list[LinkEntry], local_id: str) -> None:
    standing = standing_links(entries, LATE)
    persons = join(LOCALS, standing)
    own = persons.members[persons.person_of[local_id]]
    seen = seen_by(local_id, entries)
    assert tuple(seen["local_ids"]) == own
    assert [other for other in LOCALS if other not in own and other in json.dumps(seen)] == []
    assert "staff:7" not in json.dumps(seen)
    assert {one["id"] for one in seen["links"]} == {id_ for id_, one in standing.links.items() if {*one.pair} & {*own}}
    told = {(one["link"], one["dispute"]) for one in seen["notices"]}
    assert told == {(one["id"], d["id"]) for one in seen["links"] for d in one["disputes"]}


@given(sequences(), st.sampled_from(LOCALS))
def test_an_ended_link_leaves_no_trace_in_what_is_seen(entries: list[LinkEntry], local_id: str) -> None:
    left, right = LOCALS[:2]
    more = [*entries, link("l-more", left, right, LATE - 2), unlink("u-more", "l-more", LATE - 1)]
    assert seen_by(local_id, more) == seen_by(local_id, entries)


def test_behind_a_dispute_nothing_is_shown_that_others_wrote() -> None:
    evidence = (
        DocumentSeen("the card of TRAN VAN B", "staff:7"), PersonSays("person:b"),
        SharedIdentifier("residence_card", "•••••••••8CD"), Compared("1", "1", (("name", "TRAN"), ("name", "same_sound"))),
    )  # fmt: skip
    made = Link("l", "person:a", "person:b", "municipality:kita", "staff:7", evidence, 0, 0)
    dispute = Dispute("d", "l", "person:b", "TRAN is my name", 1, 1)
    before, (after,) = seen_by("person:a", [made])["links"][0], seen_by("person:a", [made, dispute])["links"]
    assert [piece["seen"] for piece in before["evidence"]] == [
        "the card of TRAN VAN B", None, "residence_card •••••••••8CD", None,
    ]  # fmt: skip
    assert after["persons"] == ["person:a", None]
    assert [name for name in ("TRAN", "person:b", "8CD", "staff:7") if name in json.dumps(after)] == []
    assert [piece["found"] for piece in after["evidence"]][-1] == [["name", "same_sound"]]
    assert seen_by("person:b", [made, dispute])["links"][0]["disputes"][0]["reason"] == "TRAN is my name"


def test_an_officer_is_refused_and_a_helper_is_not_and_both_are_on_record(setting: Setting) -> None:
    with pytest.raises(AccessRefusedError) as caught:
        setting.path.links(setting.request(staff(), "immigration.examination"))
    assert caught.value.refusal is AccessRefusal.LINKS_ARE_THE_PERSONS
    setting.mandate()
    shown = setting.path.links(setting.request(someone(Role.HELPER, "person:bui"), "own.records"))
    assert (shown.local_ids, shown.links, shown.number) == (("person:hoa",), (), 2)
    logged = [(entry["decision"], entry["reason"], entry["fields"]) for entry in setting.log()]
    assert logged == [
        ("refused", "links-are-the-persons", []), ("permitted", "whoever-acts-for-the-person", ["link"]),
    ]  # fmt: skip
