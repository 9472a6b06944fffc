"""P16: a bundle computes to the same verdict and proof offline; whatever was changed in it is found, and named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from kyosei.access.answers import Excerpt
from kyosei.bundles.document import Question, read_bundle
from kyosei.bundles.entries import Trust
from kyosei.bundles.exporting import export_bundle
from kyosei.bundles.schema import bundle_schema
from kyosei.bundles.verification import verify_bundle
from kyosei.errors import BundleError, BundleFault
from kyosei.facts.link_evidence import DocumentSeen
from kyosei.facts.links import Link
from kyosei.identity.from_journal import joined_case, reach_of
from kyosei.journal.envelope import SigningKey, canonical, open_envelope
from kyosei.journal.excerpt import excerpt_of
from kyosei.journal.link_lines import link_line
from kyosei.journal.replay import read_as_of
from kyosei.log import Policy
from kyosei.norms.archive import write_law
from kyosei.timelines.days import legal_day
from kyosei.verdicts.check import check
from kyosei.verdicts.verdict import Verdict
from kyosei.wiring import open_law
from tests.bundles.worlds import LoggedWorld, batches_of, logged_world
from tests.cli.processes import surroundings
from tests.cli.small_law import compile_small_law
from tests.depth import SOAKING, examples
from tests.identity.test_from_journal import AT_ACME, AT_PENSION, BY_ACME, BY_PENSION
from tests.journal.fakes import START
from tests.journal.server import Server, temporary_folder
from tests.log.logs import LOG_KEY, WITNESS_KEY, WITNESSED, key

SITA = "person:sita"
Document = dict[str, Any]  # Any: JSON


@dataclass(frozen=True)
class Exported:
    """A world of records and one bundle from it, which is not printed among the arguments of a failure."""

    world: LoggedWorld
    bundle: bytes = field(repr=False)
    trust: Trust
    policy: Path


@pytest.fixture(scope="module")
def exported(server: Server) -> Iterator[Exported]:
    with server.fresh() as engine, temporary_folder() as folder, logged_world(engine, folder) as world:
        for lines, when in batches_of(("offices", "sita", "zaw"), 25):
            world.enter(lines, when)
        found = next(v for v in verdicts(world) if v.norm == "jp.pension.report-acquisition")
        policy = folder / "policy"
        policy.write_text(
            f"log {LOG_KEY.verifier}\nwitness w {WITNESS_KEY.verifier}\ngroup g all w\nquorum g\n", "utf-8"
        )
        yield Exported(world, export(world, found), Trust(WITNESSED, world.root.public), policy)


def verdicts(world: LoggedWorld, person: str = SITA) -> list[Verdict]:
    """All verdicts about a person on the day of the last entry."""
    with world.journal.engine.connect() as connection:
        read = read_as_of(connection, [person])
        assert read.known is not None
        joined = joined_case(connection, reach_of(connection, person, read.known))
    return check(
        open_law(), joined.case, on=legal_day(read.known), known=read.known, about=[person], subjects=[person],
        obligations=True,
    )  # fmt: skip


def export(world: LoggedWorld, verdict: Verdict) -> bytes:
    with world.journal.engine.connect() as connection:
        person = verdict.about["person"]
        read = read_as_of(connection, [person])
        assert read.known is not None
        joined = joined_case(connection, reach_of(connection, person, read.known))
        entries = tuple(excerpt_of(connection, joined.held, [one.id for one in joined.entries]))
    shown = Excerpt(person, joined.case, joined.held, entries, 1, read.known, read.position)
    question = Question(
        verdict.norm, verdict.about, verdict.key, legal_day(read.known), read.known, read.position,
        open_law().law.version,
    )  # fmt: skip
    return export_bundle(world.journal, open_law(), question, shown, world.root, "kyosei test")


def test_every_verdict_about_a_person_can_be_taken_elsewhere(exported: Exported) -> None:
    found = [v for person in (SITA, "person:zaw") for v in verdicts(exported.world, person)]
    assert len({v.norm for v in found}) > 10
    for verdict in found[:: 1 if SOAKING else 30]:
        verified = verify_bundle(export(exported.world, verdict), exported.trust)
        assert verified.bundle.answer["verdict"] == verdict.to_json()


def test_the_same_question_gives_the_same_bytes(exported: Exported) -> None:
    found = next(v for v in verdicts(exported.world) if v.norm == "jp.pension.report-acquisition")
    assert export(exported.world, found) == exported.bundle


def test_a_bundle_is_as_its_schema_says(exported: Exported) -> None:
    schema = bundle_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(exported.bundle), schema, jsonschema.Draft202012Validator)


def test_nothing_about_another_person_is_in_a_bundle(exported: Exported) -> None:
    assert b"person:zaw" not in exported.bundle
    envelopes = [entry.envelope for entry in read_bundle(exported.bundle).entries]
    payloads = [open_envelope(envelope).payload for envelope in envelopes if envelope is not None]
    assert any(SITA.encode() in payload for payload in payloads)
    assert not any(b"person:zaw" in payload for payload in payloads)


def test_a_clean_process_without_network_or_database_verifies_it(exported: Exported, tmp_path: Path) -> None:
    file = tmp_path / "bundle.json"
    file.write_bytes(exported.bundle)
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise AssertionError('network')\n"
        "socket.socket.connect = refuse\n"
        "sys.modules['psycopg'] = None\n"
        "from kyosei.wiring import main\n"
        "main()\n"
    )
    command = [
        sys.executable, "-c", code, "bundle", "verify", str(file), "--policy", str(exported.policy), "--root",
        exported.world.root.public.text,
    ]  # fmt: skip
    environment = surroundings(PYTHONPATH=os.pathsep.join([str(Path("src").resolve()), str(Path.cwd())]))
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr.decode()) == (0, "")
    page = ran.stdout.decode()
    assert page.startswith("jp.pension.report-acquisition: verified\n")
    assert "1 cosignatures" in page


@examples(10)
@given(place=st.integers(0, 1 << 40), bit=st.integers(0, 7))
def test_a_flipped_bit_anywhere_is_found(exported: Exported, place: int, bit: int) -> None:
    changed = bytearray(exported.bundle)
    changed[place % len(changed)] ^= 1 << bit
    with pytest.raises(BundleError):
        verify_bundle(bytes(changed), exported.trust)


@examples(4)
@given(st.integers(0, 1 << 40))
def test_no_entry_can_be_left_out(exported: Exported, place: int) -> None:
    document = json.loads(exported.bundle)
    del document["entries"][place % len(document["entries"])]
    with pytest.raises(BundleError):
        verify_bundle(canonical(document), exported.trust)


def test_what_is_erased_or_about_others_is_not_disclosed(database: sa.Engine, folder: Path) -> None:
    with logged_world(database, folder) as world:
        world.enter(LITTLE_WORLD, 1_767_225_600_000_000)
        clerk = world.register_human("staff:clerk")
        erasure = {"type": "erasure", "id": "e-1", "target": "person:mai", "basis": "APPI art. 35", "reason": "asked",
                   "author": "staff:clerk", "source": "org:everybody", "stated_at": "2026-01-01T00:00:00Z"}  # fmt: skip
        world.journal.submit_one(clerk.sign(erasure))
        found = next(v for v in verdicts(world, "person:hoa") if v.norm == "jp.immigration.lawful-stay")
        content = export(world, found)
        verified = verify_bundle(content, Trust(WITNESSED, world.root.public))
    assert [entry.erased[0] for entry in verified.bundle.entries if entry.erased is not None] == ["person:mai"]
    assert verified.bundle.attested.elsewhere == {"c-1": 1}
    assert b"person:minh" not in b"".join(
        open_envelope(entry.envelope).payload for entry in verified.bundle.entries if entry.envelope is not None
    )
    assert verified.attested >= 1


def test_a_bundle_of_linked_records_has_the_link_and_gives_the_verdict_of_both(
    database: sa.Engine, folder: Path
) -> None:
    with logged_world(database, folder) as world:
        world.enter([*BY_ACME, *BY_PENSION], START)
        seen = (DocumentSeen("residence card and pension handbook", "staff:clerk"),)
        link = Link("l-1", AT_ACME, AT_PENSION, "municipality:kita", "staff:clerk", seen, START, START)
        world.journal.submit_one(world.register_human("staff:clerk").sign(link_line(link)))
        found = next(v for v in verdicts(world, AT_ACME) if v.norm == "jp.pension.report-acquisition")
        trust, content = Trust(WITNESSED, world.root.public), export(world, found)
        answer = verify_bundle(content, trust).bundle.answer["verdict"]
    assert (answer, answer["state"]) == (found.to_json(), "met")
    document = json.loads(content)
    assert "l-1" in {open_envelope(one["envelope"].encode()).content.get("id") for one in document["entries"]}
    _drop("link")(document, Exported(world, content, trust, folder))
    with pytest.raises(BundleError) as raised:
        verify_bundle(canonical(document), trust)
    assert raised.value.fault in {BundleFault.RECORDS, BundleFault.ANSWER, BundleFault.ATTESTED}


def line(kind: str, id_: str, source: str, about: dict[str, str], **more: object) -> Document:
    return {
        "type": "statement", "id": id_, "kind": kind, "source": source, "about": about, "from": "2025-04-01",
        "stated_at": "2025-12-01T00:00:00Z", **more,
    }  # fmt: skip


ACME = {"employer": "org:acme"}
LITTLE_WORLD: list[Document] = [
    *({"type": "party", "id": id_, "party": "person"} for id_ in ("person:hoa", "person:mai", "person:minh")),
    {"type": "party", "id": "org:acme", "party": "organisation", "roles": ["employer"]},
    line("residence.status", "s-1", "authority:isa", {"person": "person:hoa"}, until="2028-04-02",
         data={"status": "student", "granted_period": "P3Y"}),
    line("family.relation", "f-1", "municipality:131130", {"person": "person:hoa", "other": "person:mai"},
         data={"relation": "child"}),
    line("pension.enrolment", "p-1", "authority:pension-service", {"person": "person:hoa", **ACME},
         data={"scheme": "employees"}),
    line("pension.enrolment", "p-2", "authority:pension-service", {"person": "person:minh", **ACME},
         data={"scheme": "employees"}),
    {"type": "coverage", "id": "c-1", "kind": "pension.enrolment", "source": "authority:pension-service",
     "about": ACME, "from": "2020-04-01", "count": 2, "stated_at": "2025-12-01T00:00:00Z"},
]  # fmt: skip


# What somebody may change so that it still is a bundle -------------------------------------------------------------------


def _entry_of(document: Document, of_type: str) -> int:
    """The place of the last entry of a type."""
    return max(
        place
        for place, entry in enumerate(document["entries"])
        if open_envelope(entry["envelope"].encode()).type == of_type
    )


def _drop(of_type: str) -> Callable[[Document, Exported], None]:
    def change(document: Document, exported: Exported) -> None:
        del document["entries"][_entry_of(document, of_type)]

    return change


def _swap_signature(document: Document, exported: Exported) -> None:
    first, second = (document["entries"][_entry_of(document, of)] for of in ("statement", "coverage"))
    head, payload, _ = first["envelope"].split(".")
    first["envelope"] = f"{head}.{payload}.{second['envelope'].split('.')[2]}"


def _sign_as_another(document: Document, exported: Exported) -> None:
    """An entry signed with a key that nobody registered, committed to in a log of the forger's own."""
    entry = document["entries"][_entry_of(document, "statement")]
    entry["envelope"] = SigningKey.generate().sign(open_envelope(entry["envelope"].encode()).content).decode()


def _other_checkpoint(document: Document, exported: Exported) -> None:
    for entry in document["entries"]:
        head, note = entry["proof"].split("\n\n", 1)
        entry["proof"] = head + "\n\n" + note.replace("\n", "0\n", 2).replace("0\n", "\n", 1)


def _one_checkpoint_differs(document: Document, exported: Exported) -> None:
    entry = document["entries"][0]
    entry["proof"] += entry["proof"].splitlines()[-1] + "\n"


def _move_in_time(document: Document, exported: Exported) -> None:
    document["entries"][-1]["recorded_at"] = "1971-01-01T00:00:00+00:00"


def _swap_order(document: Document, exported: Exported) -> None:
    entries = document["entries"]
    entries[-1], entries[-2] = entries[-2], entries[-1]


def _swap_proofs(document: Document, exported: Exported) -> None:
    first, second = document["entries"][-1], document["entries"][-2]
    first["proof"], second["proof"] = second["proof"], first["proof"]


def _other_law(document: Document, exported: Exported) -> None:
    document["law"]["text"] = write_law(compile_small_law())


def _changed_law(document: Document, exported: Exported) -> None:
    law = json.loads(document["law"]["text"])
    law["instructions"][-1][2] = [*law["instructions"][-1][2], 1]
    document["law"]["text"] = json.dumps(law, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _other_wording(document: Document, exported: Exported) -> None:
    law = json.loads(document["law"]["text"])
    for norm in law["norms"]:
        for version in norm["versions"]:
            version["norm"]["review_on"] += 1
    document["law"]["text"] = json.dumps(law, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _other_state(document: Document, exported: Exported) -> None:
    document["answer"]["verdict"]["state"] = "breached"


def _other_proof(document: Document, exported: Exported) -> None:
    document["answer"]["proof"]["ja"] = document["answer"]["proof"]["en"]


def _other_day(document: Document, exported: Exported) -> None:
    document["question"]["on"] = "2020-01-01"


def _other_instant(document: Document, exported: Exported) -> None:
    document["question"]["known"] = "2020-01-01T00:00:00+00:00"


def _smaller_position(document: Document, exported: Exported) -> None:
    document["question"]["position"] = 3


def _position_beyond(document: Document, exported: Exported) -> None:
    document["question"]["position"] = 1_000_000


def _later_sign(document: Document, exported: Exported) -> None:
    document["attested"]["signs"][0]["stated_at"] = "2026-11-21T00:00:00.000001+00:00"


def _no_sign(document: Document, exported: Exported) -> None:
    document["attested"]["signs"] = []


def _counted_elsewhere(document: Document, exported: Exported) -> None:
    document["attested"]["elsewhere"] = {"nothing": 1}


def _resealed(document: Document, exported: Exported) -> None:
    """Sealed by somebody else."""
    forger = SigningKey.generate()
    del document["seal"]
    content = {"type": "evidence-bundle", "sha256": sha256(canonical(document)).hexdigest()}
    document["seal"] = forger.sign(content).decode()


def _holiday(document: Document, exported: Exported) -> None:
    document["law"]["holidays"] = [*document["law"]["holidays"], "2199-12-30"]


CHANGES: dict[str, tuple[Callable[[Document, Exported], None], set[BundleFault]]] = {
    "an_entry_is_dropped": (_drop("statement"), {BundleFault.ANSWER, BundleFault.SEAL}),
    "a_coverage_is_dropped": (_drop("coverage"), {BundleFault.ANSWER, BundleFault.SEAL}),
    "a_party_is_dropped": (_drop("party"), {BundleFault.RECORDS}),
    "a_key_is_dropped": (_drop("key"), {BundleFault.REGISTER}),
    "an_institution_is_dropped": (_drop("institution"), {BundleFault.REGISTER}),
    "a_signature_of_another_entry": (_swap_signature, {BundleFault.INCLUSION}),
    "an_entry_of_an_unregistered_key": (_sign_as_another, {BundleFault.INCLUSION}),
    "a_checkpoint_that_nobody_signed": (_other_checkpoint, {BundleFault.CHECKPOINT}),
    "two_checkpoints": (_one_checkpoint_differs, {BundleFault.CHECKPOINT}),
    "an_entry_at_another_time": (_move_in_time, {BundleFault.ORDER}),
    "entries_in_another_order": (_swap_order, {BundleFault.ORDER}),
    "proofs_of_other_entries": (_swap_proofs, {BundleFault.INCLUSION}),
    "another_law": (_other_law, {BundleFault.LAW}),
    "a_law_with_a_changed_program": (_changed_law, {BundleFault.LAW}),
    "a_law_with_another_review_date": (_other_wording, {BundleFault.ANSWER, BundleFault.SEAL}),
    "another_state": (_other_state, {BundleFault.ANSWER}),
    "another_proof": (_other_proof, {BundleFault.ANSWER}),
    "another_day": (_other_day, {BundleFault.ANSWER}),
    "an_earlier_instant": (_other_instant, {BundleFault.ORDER}),
    "an_earlier_position": (_smaller_position, {BundleFault.ORDER}),
    "a_position_beyond_the_log": (_position_beyond, {BundleFault.CHECKPOINT}),
    "a_later_sign_of_life": (_later_sign, {BundleFault.ANSWER, BundleFault.SEAL}),
    "no_sign_of_life": (_no_sign, {BundleFault.ATTESTED}),
    "a_count_of_nothing": (_counted_elsewhere, {BundleFault.ATTESTED}),
    "another_holiday": (_holiday, {BundleFault.ANSWER, BundleFault.SEAL}),
    "sealed_by_another": (_resealed, {BundleFault.SEAL}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_is_named(change: str, exported: Exported) -> None:
    apply, faults = CHANGES[change]
    document = deepcopy(json.loads(exported.bundle))
    apply(document, exported)
    with pytest.raises(BundleError) as raised:
        verify_bundle(canonical(document), exported.trust)
    assert raised.value.fault in faults, str(raised.value)


def test_a_bundle_is_verified_under_the_keys_that_one_trusts(exported: Exported) -> None:
    for trust, fault in (
        (Trust(WITNESSED, SigningKey.generate().public), BundleFault.REGISTER),
        (Trust(Policy.of([key("stranger.example.jp").verifier]), exported.trust.root), BundleFault.CHECKPOINT),
    ):
        with pytest.raises(BundleError) as raised:
            verify_bundle(exported.bundle, trust)
        assert raised.value.fault is fault


def test_what_is_no_bundle_is_refused() -> None:
    trust = Trust(WITNESSED, SigningKey.generate().public)
    for content in (b"", b"{}", b"[]", b"null", b'{"format":"kyosei evidence bundle 1"}', b"\xff", b"[" * 100_000):
        with pytest.raises(BundleError) as raised:
            verify_bundle(content, trust)
        assert raised.value.fault is BundleFault.FORMAT
