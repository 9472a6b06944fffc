"""Everything that the journal refuses, each with its reason, and that a refused entry leaves no trace."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass

import pytest
import sqlalchemy as sa
from joserfc import jws
from joserfc.jwk import OctKey, OKPKey

from kyosei.errors import EntryRefusedError, Refusal
from kyosei.journal.envelope import SigningKey
from tests.journal.fakes import HOUR, START, Office, World, at, status

Made = Callable[["Register"], bytes]


@dataclass
class Register:
    """A journal with the immigration office, a pension office, an employer, a municipality and a bank."""

    world: World
    isa: Office
    pension: Office
    acme: Office
    human: Office


@pytest.fixture
def register(database: sa.Engine) -> Register:
    world = World.on(database)
    isa = world.register("authority:isa", entry_types=["link"])
    pension = world.register("authority:pension-service", kinds=["pension.*"], about=["person:p-*"])
    acme = world.register("org:acme")
    human = world.register("org:office", human="staff:sato", entry_types=["link", "unlink", "erasure", "assessment"])
    world.declare(isa, "person:hoa", "person:minh")
    world.declare(acme, "org:acme", "org:office", roles=["employer"])
    world.journal.submit_one(isa.sign(status("s-1")))
    world.later()
    return Register(world, isa, pension, acme, human)


def enrolment(person: str = "person:p-hoa", source: str = "authority:pension-service") -> dict[str, object]:
    return {
        "type": "statement", "id": "e-1", "kind": "pension.enrolment", "source": source,
        "about": {"person": person, "employer": "org:acme"}, "from": "2025-04-01", "data": {"scheme": "employees"},
        "stated_at": at(START),
    }  # fmt: skip


def line(type_: str, **more: object) -> dict[str, object]:
    return {"type": type_, "id": f"{type_}-x", "stated_at": at(START), **more}


def raw(register: Register, payload: bytes, header: dict[str, str] | None = None) -> bytes:
    """Signed as it stands, whatever it is."""
    key = OKPKey.import_key(json.loads(register.isa.key.to_jwk()))
    kid = register.isa.key.public.id
    made = {"alg": "Ed25519", "kid": kid, "typ": "kyosei-entry+jws", **(header or {})}
    return jws.serialize_compact(made, payload, key, algorithms=["Ed25519"]).encode()


def with_hmac(register: Register) -> bytes:
    """The public key taken for a secret of HS256."""
    secret = OctKey.import_key(register.isa.key.public.text)
    header = {"alg": "HS256", "kid": register.isa.key.public.id, "typ": "kyosei-entry+jws"}
    return jws.serialize_compact(header, b"{}", secret, algorithms=["HS256"]).encode()


def unsigned(register: Register) -> bytes:
    header = json.dumps({"alg": "none", "kid": register.isa.key.public.id, "typ": "kyosei-entry+jws"}).encode()
    return b".".join([urlsafe_b64encode(header).rstrip(b"="), urlsafe_b64encode(b"{}").rstrip(b"="), b""])


def flipped(signed: bytes) -> bytes:
    """With one bit of the signature changed."""
    head, _, signature = signed.rpartition(b".")
    return head + b"." + (b"B" if signature[:1] == b"A" else b"A") + signature[1:]


def other_payload(register: Register) -> bytes:
    """The signature of one statement under another one."""
    first, second = register.isa.sign(status("a-1")).split(b"."), register.isa.sign(status("a-2")).split(b".")
    return b".".join([first[0], first[1], second[2]])


def expired(register: Register) -> bytes:
    office = register.world.register("org:late", valid_until=START + 2 * HOUR)
    register.world.later(2)
    return office.sign(line("heartbeat", source="org:late"))


def not_yet(register: Register) -> bytes:
    office = register.world.register("org:early", valid_from=START + 100 * HOUR)
    return office.sign(line("heartbeat", source="org:early"))


def revoked(register: Register) -> bytes:
    revocation = line(
        "key_revocation", institution="authority:isa", key_id=register.isa.key.public.id, reason="the card was lost"
    )
    register.world.journal.submit_one(register.world.root.sign(revocation))
    return register.isa.sign(status("s-2"))


def erased(register: Register) -> bytes:
    register.world.journal.submit_one(
        register.human.sign(line("erasure", target="s-1", basis="APPI art. 35", reason="r", author="staff:sato",
                                 source="org:office"))
    )  # fmt: skip
    return register.isa.sign(status("s-1"))


DISPUTE = {"target": "s-1", "by": "person:hoa", "reason": "r"}
SEEN = {"type": "document_seen", "document": "residence card", "seen_by": "staff:sato"}
LINK = {"persons": ["person:hoa", "person:minh"], "evidence": [SEEN], "decided_by": "staff:sato"}
NUMBER = "123456789018"  # the well-known example of the check digit of an Individual Number

TABLE: dict[str, tuple[Refusal, Made]] = {
    "not_a_jws": (Refusal.MALFORMED_ENVELOPE, lambda r: b"hello"),
    "too_long": (Refusal.MALFORMED_ENVELOPE, lambda r: b"a" * 100_000),
    "algorithm_none": (Refusal.MALFORMED_ENVELOPE, unsigned),
    "algorithm_of_a_shared_secret": (Refusal.MALFORMED_ENVELOPE, with_hmac),
    "another_type_of_token": (Refusal.MALFORMED_ENVELOPE, lambda r: raw(r, b"{}", {"typ": "JWT"})),
    "key_in_the_header": (Refusal.MALFORMED_ENVELOPE, lambda r: raw(r, b"{}", {"cty": "x"})),
    "spare_bits_in_base64": (Refusal.MALFORMED_ENVELOPE, lambda r: r.isa.sign(status("b"))[:-1] + b"_"),
    "not_json": (Refusal.NOT_CANONICAL, lambda r: raw(r, b"{")),
    "not_an_object": (Refusal.NOT_CANONICAL, lambda r: raw(r, b"[]")),
    "spaces_between": (Refusal.NOT_CANONICAL, lambda r: raw(r, b'{"id": "x"}')),
    "keys_out_of_order": (Refusal.NOT_CANONICAL, lambda r: raw(r, b'{"b":1,"a":1}')),
    "a_key_twice": (Refusal.NOT_CANONICAL, lambda r: raw(r, b'{"a":1,"a":1}')),
    "a_number_beyond_2_to_the_53": (Refusal.NOT_CANONICAL, lambda r: raw(r, b'{"a":9007199254740993}')),
    "unknown_key": (Refusal.UNKNOWN_KEY, lambda r: SigningKey.generate().sign(status("s-2"))),
    "key_not_yet_valid": (Refusal.KEY_NOT_YET_VALID, not_yet),
    "expired_key": (Refusal.KEY_EXPIRED, expired),
    "revoked_key": (Refusal.KEY_REVOKED, revoked),
    "flipped_bit_in_the_signature": (Refusal.BAD_SIGNATURE, lambda r: flipped(r.isa.sign(status("s-2")))),
    "signature_of_another_statement": (Refusal.BAD_SIGNATURE, other_payload),
    "signed_by_another_than_it_names": (
        Refusal.BAD_SIGNATURE,
        lambda r: raw(r, r.isa.key.sign(status("s"))[:0] + b"{}", {"kid": r.acme.key.public.id}),
    ),
    "individual_number_in_a_text": (
        Refusal.INDIVIDUAL_NUMBER,
        lambda r: r.isa.sign(line("dispute", target="s-1", by="authority:isa", reason=f"My number is {NUMBER}.")),
    ),
    "individual_number_as_an_id": (Refusal.INDIVIDUAL_NUMBER, lambda r: r.isa.sign(status(NUMBER))),
    "individual_number_in_a_key": (Refusal.INDIVIDUAL_NUMBER, lambda r: r.isa.sign({**status("s-2"), NUMBER: 1})),
    "individual_number_in_full_width_groups": (
        Refusal.INDIVIDUAL_NUMBER, lambda r: r.isa.sign(status("s-2", person="person:１２３４-５６７８-９０１８")),
    ),
    "individual_number_in_the_evidence_of_a_link": (
        Refusal.INDIVIDUAL_NUMBER,
        lambda r: r.human.sign(
            line("link", source="org:office", **{**LINK, "evidence": [{**SEEN, "document": f"card {NUMBER}"}]})
        ),
    ),
    "individual_number_under_a_wrong_signature": (
        Refusal.INDIVIDUAL_NUMBER, lambda r: flipped(r.isa.sign(status(f"s-{NUMBER}"))),
    ),
    "unknown_type": (Refusal.BAD_SCHEMA, lambda r: r.isa.sign(line("rumour"))),
    "unknown_kind": (Refusal.BAD_SCHEMA, lambda r: r.isa.sign(status("s-2", kind="residence.mood"))),
    "recorded_at_from_outside": (Refusal.BAD_SCHEMA, lambda r: r.isa.sign(status("s-2", recorded_at=at(START)))),
    "until_before_from": (Refusal.BAD_SCHEMA, lambda r: r.isa.sign(status("s-2", until="2020-01-01"))),
    "stated_in_the_future": (Refusal.STATED_IN_FUTURE, lambda r: r.isa.sign(status("s-2", stated=START + 9 * HOUR))),
    "same_id_other_bytes": (Refusal.REPLAY_WITH_OTHER_BYTES, lambda r: r.isa.sign(status("s-1", until="2027-04-02"))),
    "erased_and_sent_again": (Refusal.ERASED, erased),
    "source_is_another_institution": (Refusal.WRONG_SPEAKER, lambda r: r.acme.sign(status("s-2"))),
    "a_person_nobody_may_speak_for": (Refusal.WRONG_SPEAKER, lambda r: r.isa.sign(line("dispute", **DISPUTE))),
    "kind_of_another_holder": (
        Refusal.OUTSIDE_COMPETENCE, lambda r: r.acme.sign(status("s-2", source="org:acme")),
    ),
    "kind_outside_the_registered_scope": (
        Refusal.OUTSIDE_COMPETENCE, lambda r: r.pension.sign(status("s-2", source="authority:pension-service")),
    ),
    "person_outside_the_registered_scope": (
        Refusal.OUTSIDE_COMPETENCE, lambda r: r.pension.sign(enrolment("person:hoa")),
    ),
    "all_persons_outside_the_registered_scope": (
        Refusal.OUTSIDE_COMPETENCE,
        lambda r: r.pension.sign(
            line("coverage", kind="pension.enrolment", source="authority:pension-service", about={},
                 **{"from": "2020-01-01"})
        ),
    ),
    "coverage_by_one_who_is_no_holder": (
        Refusal.OUTSIDE_COMPETENCE,
        lambda r: r.acme.sign(
            line("coverage", kind="residence.status", source="org:acme", about={"person": "person:hoa"},
                 **{"from": "2020-01-01"})
        ),
    ),
    "disputes_what_is_not_its_concern": (
        Refusal.OUTSIDE_COMPETENCE,
        lambda r: r.acme.sign(line("dispute", target="s-1", by="org:acme", reason="r")),
    ),
    "makes_itself_an_insurer": (
        Refusal.OUTSIDE_COMPETENCE,
        lambda r: r.acme.sign({"type": "party", "id": "org:own", "party": "organisation", "roles": ["insurer"]}),
    ),
    "type_it_is_not_registered_for": (
        Refusal.OUTSIDE_COMPETENCE,
        lambda r: r.human.sign(
            line("access", actor={"kind": "human", "id": "staff:sato"}, action="read", purpose="p", basis="b",
                 subject="person:hoa", fields=[], source="org:office")
        ),
    ),
    "registers_an_institution": (
        Refusal.OUTSIDE_COMPETENCE,
        lambda r: r.isa.sign(line("institution", institution="authority:isa", speaks_for=["*"])),
    ),
    "registers_a_key_for_another": (
        Refusal.OUTSIDE_COMPETENCE,
        lambda r: r.isa.sign(
            line("key", institution="org:acme", public_key=SigningKey.generate().public.text,
                 actor={"kind": "software", "id": "software:x"}, valid_from=at(START))
        ),
    ),
    "link_signed_by_software": (
        Refusal.WRONG_ACTOR, lambda r: r.isa.sign(line("link", source="authority:isa", **LINK)),
    ),
    "link_in_the_name_of_another_human": (
        Refusal.WRONG_ACTOR,
        lambda r: r.human.sign(line("link", source="org:office", **{**LINK, "decided_by": "staff:suzuki"})),
    ),
    "next_key_for_another_actor": (
        Refusal.WRONG_ACTOR,
        lambda r: r.isa.sign(
            line("key", institution="authority:isa", public_key=SigningKey.generate().public.text,
                 actor={"kind": "human", "id": "staff:mallory"}, valid_from=at(START))
        ),
    ),
    "software_under_a_humans_id": (
        Refusal.BAD_SCHEMA,
        lambda r: r.world.root.sign(
            line("key", institution="org:acme", public_key=SigningKey.generate().public.text,
                 actor={"kind": "software", "id": "staff:sato"}, valid_from=at(START))
        ),
    ),
    "undeclared_person": (Refusal.UNDECLARED_PARTY, lambda r: r.isa.sign(status("s-2", person="person:nobody"))),
    "link_to_an_undeclared_person": (
        Refusal.UNDECLARED_PARTY,
        lambda r: r.human.sign(line("link", source="org:office", **{**LINK, "persons": ["person:hoa", "person:nobody"]})),
    ),
    "replaces_nothing": (Refusal.DANGLING_TARGET, lambda r: r.isa.sign(status("s-2", replaces="s-9"))),
    "replaces_itself": (Refusal.DANGLING_TARGET, lambda r: r.isa.sign(status("s-2", replaces="s-2"))),
    "withdraws_nothing": (
        Refusal.DANGLING_TARGET, lambda r: r.isa.sign(line("withdrawal", target="s-9", source="authority:isa")),
    ),
    "unlinks_nothing": (
        Refusal.DANGLING_TARGET,
        lambda r: r.human.sign(line("unlink", target="l-9", reason="r", decided_by="staff:sato", source="org:office")),
    ),
    "erases_nothing": (
        Refusal.DANGLING_TARGET,
        lambda r: r.human.sign(
            line("erasure", target="s-9", basis="b", reason="r", author="staff:sato", source="org:office")
        ),
    ),
    "unlinks_a_statement": (
        Refusal.WRONG_TARGET,
        lambda r: r.human.sign(line("unlink", target="s-1", reason="r", decided_by="staff:sato", source="org:office")),
    ),
    "withdraws_the_line_of_another": (
        Refusal.TARGET_OF_ANOTHER, lambda r: r.acme.sign(line("withdrawal", target="s-1", source="org:acme")),
    ),
    "a_head_of_looks_that_nobody_had": (
        Refusal.WRONG_HEAD,
        lambda r: r.world.root.sign(
            {"type": "access_head", "id": "access-head:1", "number": 1, "looks": 1, "root": "0" * 64,
             "source": "org:operator", "stated_at": at(START)}
        ),
    ),
    "a_head_by_one_who_is_not_registered_for_them": (
        Refusal.OUTSIDE_COMPETENCE,
        lambda r: r.isa.sign(
            {"type": "access_head", "id": "access-head:1", "number": 1, "looks": 1, "root": "0" * 64,
             "source": "authority:isa", "stated_at": at(START)}
        ),
    ),
    "a_head_under_the_id_of_another": (
        Refusal.BAD_SCHEMA,
        lambda r: r.world.root.sign(
            line("access_head", number=1, looks=1, root="0" * 64, source="org:operator")
        ),
    ),
    "erases_an_entry_of_the_register": (
        Refusal.NOT_ERASABLE,
        lambda r: r.human.sign(
            line("erasure", target="institution-1", basis="b", reason="r", author="staff:sato", source="org:office")
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLE)
def test_the_journal_refuses_with_the_reason(register: Register, case: str) -> None:
    refusal, make = TABLE[case]
    received = make(register)
    before = register.world.journal.size()
    with pytest.raises(EntryRefusedError) as caught:
        register.world.journal.submit_one(received)
    assert caught.value.refusal is refusal, str(caught.value)
    assert register.world.journal.size() == before
    assert NUMBER not in re.sub(r"[^0-9]", "", str(caught.value))


def test_every_reason_for_a_refusal_has_a_case() -> None:
    assert {refusal for refusal, _ in TABLE.values()} == set(Refusal)


def test_a_correction_is_not_erased_while_what_it_corrected_stands(register: Register) -> None:
    journal = register.world.journal
    journal.submit_one(register.isa.sign(status("s-2", replaces="s-1", until="2027-04-02")))
    erasure = {"basis": "b", "reason": "r", "author": "staff:sato", "source": "org:office", "stated_at": at(START)}
    late = {"type": "erasure", "id": "x-2", "target": "s-2", **erasure}
    with pytest.raises(EntryRefusedError, match="erase 's-1' first"):
        journal.submit_one(register.human.sign(late))
    first = {"type": "erasure", "id": "x-1", "target": "s-1", **erasure}
    journal.submit_one(register.human.sign(first))
    journal.submit_one(register.human.sign({**late, "id": "x-3"}))


def test_a_refused_entry_does_not_keep_the_others_of_its_batch_out(register: Register) -> None:
    good, bad = register.isa.sign(status("s-2")), register.isa.sign(status("s-3", person="person:nobody"))
    resting = register.isa.sign(status("s-4", replaces="s-3"))
    last = register.isa.sign(status("s-5", replaces="s-2"))
    answers = register.world.journal.submit([good, bad, resting, last])
    found = [answer.refusal if isinstance(answer, EntryRefusedError) else answer.id for answer in answers]
    assert found == ["s-2", Refusal.UNDECLARED_PARTY, Refusal.DANGLING_TARGET, "s-5"]
