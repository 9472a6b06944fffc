"""A receipt shows offline that a duty was met on its day; whatever was changed in it is found; it tells no more than it must."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.access.entries import entries_about
from kyosei.access.policy import Policies
from kyosei.access.reading import ReadPath
from kyosei.access.requests import ByLaw, Request, Requester, Role
from kyosei.bundles.entries import Trust
from kyosei.cli.selection import select
from kyosei.errors import AccessRefusedError, BundleError, QuestionError
from kyosei.facts.statements import Case
from kyosei.journal.entries import Actor, ActorKind
from kyosei.journal.envelope import SigningKey, canonical, open_envelope
from kyosei.receipts.document import Receipt, read_receipt, write_receipt
from kyosei.receipts.taking import Instance, Wanted, take_receipt
from kyosei.receipts.verification import verify_receipt
from kyosei.timelines.days import legal_day
from kyosei.verdicts.check import check
from kyosei.verdicts.verdict import Verdict
from kyosei.wiring import open_law
from tests.access.setting import PSEUDONYM, purposes
from tests.bundles.worlds import LoggedWorld, batches_of, logged_world
from tests.depth import examples
from tests.journal.server import Server, temporary_folder
from tests.log.logs import WITNESSED

SITA = "person:sita"
ACQUISITION = "jp.pension.report-acquisition"
Document = dict[str, Any]  # Any: JSON


@dataclass(frozen=True)
class Taking:
    """A world of records, and the way to its receipts; not printed among the arguments of a failure."""

    world: LoggedWorld = field(repr=False)
    path: ReadPath = field(repr=False)
    trust: Trust = field(repr=False)

    def ask(self, requester: Requester, purpose: str) -> Request:
        declared = purposes().by_id[purpose]
        return Request(requester, SITA, purpose, ByLaw(declared.bases[0].provision))

    def take(self, request: Request, wanted: Wanted) -> bytes:
        return take_receipt(self.world.journal, self.path, request, wanted, self.world.root, "kyosei test")


HERSELF = Requester(Actor(ActorKind.HUMAN, SITA), Role.PERSON)


def employer(of: str) -> Requester:
    return Requester(Actor(ActorKind.HUMAN, "staff:hr"), Role.EMPLOYER, of)


@pytest.fixture(scope="module")
def taking(server: Server) -> Iterator[Taking]:
    with server.fresh() as engine, temporary_folder() as folder, logged_world(engine, folder) as world:
        for lines, when in batches_of(("offices", "sita", "zaw"), 25):
            world.enter(lines, when)
        path = ReadPath(engine, purposes(), Policies.shipped(), lambda: world.now[0], PSEUDONYM)
        yield Taking(world, path, Trust(WITNESSED, world.root.public))


def the_one(norm: str, about: str, case: Case, known: int) -> Instance:
    selected = select(open_law(), case, known, norm, about, None)
    return selected.examined, selected.norm, selected.instance


def wanted(verdict: Verdict, due: int | None = None) -> Wanted:
    return Wanted(verdict.norm, partial(the_one, verdict.norm, ",".join(verdict.about.values())), due)


def met_on_their_day(taking: Taking) -> list[tuple[Verdict, int]]:
    """Every duty in whose scope she is that was met by its due day, with that day."""
    read = taking.path.evaluate(taking.ask(HERSELF, "own.records"))
    assert read.known is not None
    found = check(
        open_law(),
        read.case,
        on=legal_day(read.known),
        known=read.known,
        about=[SITA],
        subjects=[SITA],
        obligations=True,
    )
    return [
        (verdict, one.due)
        for verdict in found if verdict.kind == "duty" and verdict.key < 0
        for one in verdict.obligations or () if one.state == "met" and 0 <= one.performed <= one.due
    ]  # fmt: skip


def test_every_duty_met_on_its_day_has_a_receipt_that_verifies_and_shows_that_record_alone(taking: Taking) -> None:
    met = met_on_their_day(taking)
    assert len({verdict.norm for verdict, _ in met}) > 5
    for verdict, due in met:
        content = taking.take(taking.ask(HERSELF, "own.records"), wanted(verdict, due))
        found = verify_receipt(content, taking.trust)
        about = set(verdict.about.values())
        assert (found.receipt.met.due, found.receipt.met.bearer) == (due, verdict.bearer)
        assert found.receipt.met.performed <= due
        assert found.shown
        for statement, _ in found.shown:
            assert statement.from_day == found.receipt.met.performed
            assert set(statement.about.values()) <= about
        lines = [json.loads(payload) for payload in payloads(found.receipt)]
        assert {line["type"] for line in lines} <= {"statement", "institution", "key"}
        assert sum(line["type"] == "statement" for line in lines) == len(found.shown)


def payloads(receipt: Receipt) -> list[bytes]:
    """What the entries that a receipt shows say."""
    return [open_envelope(one.envelope).payload for one in receipt.shown if one.envelope is not None]


def the_acquisition(taking: Taking) -> tuple[Verdict, int, str]:
    verdict, due = next((v, due) for v, due in met_on_their_day(taking) if v.norm == ACQUISITION)
    assert verdict.bearer is not None
    return verdict, due, verdict.bearer


def test_an_employer_takes_the_same_receipt_by_its_own_purpose_and_it_holds_nothing_else(taking: Taking) -> None:
    verdict, due, bearer = the_acquisition(taking)
    before = looks(taking)
    content = taking.take(taking.ask(employer(bearer), "employer.own-duties"), wanted(verdict, due))
    found = verify_receipt(content, taking.trust)
    assert [statement.kind for statement, _ in found.shown] == ["pension.acquisition_notice"]
    assert found.receipt.kept_back, "what else it rests on is named by its place in the log alone"
    assert looks(taking) == before + 1, "one look, one entry"
    for word in (b"nationality", b"residence.status", b"work.contract", b"born", b"names"):
        assert word not in b"".join(payloads(found.receipt))


def test_what_a_purpose_does_not_show_in_whole_is_in_no_receipt(taking: Taking) -> None:
    verdict, due = next((v, due) for v, due in met_on_their_day(taking) if v.norm == "jp.pension.report-remuneration")
    assert verdict.bearer is not None
    with pytest.raises(QuestionError, match="in whole"):
        taking.take(taking.ask(employer(verdict.bearer), "employer.own-duties"), wanted(verdict, due))


def test_who_may_not_look_takes_no_receipt_and_the_attempt_is_an_entry(taking: Taking) -> None:
    verdict, due, _ = the_acquisition(taking)
    before = looks(taking)
    with pytest.raises(AccessRefusedError):
        taking.take(taking.ask(employer("org:somebody-else"), "employer.own-duties"), wanted(verdict, due))
    assert looks(taking) == before + 1


def test_a_norm_that_the_purpose_does_not_answer_is_not_answered_by_a_receipt(taking: Taking) -> None:
    _, _, bearer = the_acquisition(taking)
    stay = next(v for v, _ in met_on_their_day(taking) if v.norm == "jp.immigration.apply-before-expiry")
    before = looks(taking)
    with pytest.raises(QuestionError, match="does not answer"):
        taking.take(taking.ask(employer(bearer), "employer.own-duties"), wanted(stay))
    assert looks(taking) == before + 1


def test_there_is_no_receipt_of_a_duty_that_was_not_met_on_its_day(taking: Taking) -> None:
    verdict, due, _ = the_acquisition(taking)
    before = looks(taking)
    with pytest.raises(QuestionError, match="a duty that was met on its day"):
        taking.take(taking.ask(HERSELF, "own.records"), wanted(verdict, due - 1))
    assert looks(taking) == before + 1, "that there is none is an answer, and so a look"


def looks(taking: Taking) -> int:
    with taking.world.journal.engine.connect() as connection:
        return len(entries_about(connection, [SITA]))


@pytest.fixture(scope="module")
def kept(taking: Taking) -> bytes:
    verdict, due, _ = the_acquisition(taking)
    return taking.take(taking.ask(HERSELF, "own.records"), wanted(verdict, due))


def places(document: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where the values of a document stand."""
    if isinstance(document, dict | list):
        for key in document if isinstance(document, dict) else range(len(document)):
            yield from places(document[key], (*path, key))
    else:
        yield path


@examples(60)
@given(data=st.data())
def test_whatever_is_changed_in_a_receipt_is_found(taking: Taking, kept: bytes, data: st.DataObject) -> None:
    document = json.loads(kept)
    *way, last = data.draw(st.sampled_from(sorted(places(document), key=str)))
    at = document
    for key in way:
        at = at[key]
    was = at[last]
    if isinstance(was, int):
        at[last] = was + data.draw(st.sampled_from((-1, 1, 100)))
    else:
        place = data.draw(st.integers(0, len(was) - 1))
        at[last] = was[:place] + ("0" if was[place] != "0" else "1") + was[place + 1 :]
    with pytest.raises(BundleError):
        verify_receipt(canonical(document), taking.trust)


@pytest.mark.parametrize("part", ["shown", "kept_back", "met"])
def test_what_is_left_out_is_found(taking: Taking, kept: bytes, part: str) -> None:
    document = json.loads(kept)
    if part == "met":
        del document[part]["due"]
    else:
        document[part].pop()
    with pytest.raises(BundleError):
        verify_receipt(canonical(document), taking.trust)


def test_who_has_another_key_cannot_make_a_receipt(taking: Taking, kept: bytes) -> None:
    receipt = read_receipt(kept)
    forged = SigningKey.generate().sign(receipt.seal_content())
    with pytest.raises(BundleError, match="seal"):
        verify_receipt(canonical({**json.loads(kept), "seal": forged.decode("ascii")}), taking.trust)


@pytest.mark.parametrize(
    ("change", "fault"),
    [({"due": "2023-11-01"}, "on its day"), ({"about": {"person": "person:zaw"}}, "others than the duty"),
     ({"bearer": "org:somebody-else"}, "no party")],
)  # fmt: skip
def test_even_the_operator_cannot_seal_what_its_own_entries_do_not_show(
    taking: Taking, kept: bytes, change: Document, fault: str
) -> None:
    document = json.loads(kept)
    document["met"].update(change)
    changed = read_receipt(canonical(document))
    sealed = write_receipt(changed.sealed(taking.world.root.sign(changed.seal_content())))
    with pytest.raises(BundleError, match=fault):
        verify_receipt(sealed, taking.trust)
