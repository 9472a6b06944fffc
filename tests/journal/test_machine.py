"""Any history of statements, corrections, withdrawals, disputes, links and erasures, against a model in plain Python.

P09: unlinking a link restores exactly what was before. P10: a disputed link or statement is known as disputed at every
instant until it is resolved. And a rebuild gives every projection byte for byte.
"""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    rule,
    run_state_machine_as_test,
)

from kyosei.errors import EntryRefusedError, Refusal
from kyosei.evidence.known import standing
from kyosei.facts.links import Link, standing_links
from kyosei.journal.links import link_entries
from kyosei.journal.reading import read_case_of, standing_statements
from kyosei.journal.verification import verify_store
from tests.depth import histories_with_a_database, searched_deeper
from tests.journal.dumps import dumped
from tests.journal.fakes import Office, World, at, status
from tests.journal.server import Server

HOA, MINH = "person:hoa", "person:minh"


class Model:
    """What is on record, kept as a list of what happened when."""

    def __init__(self) -> None:
        self.stated: dict[str, tuple[int, str, str | None]] = {}
        self.withdrawn: dict[str, int] = {}
        self.disputes: dict[str, tuple[int, str]] = {}
        self.ended: dict[str, int] = {}
        self.links: dict[str, int] = {}
        self.unlinked: dict[str, int] = {}
        self.refuted: set[str] = set()
        self.revoked: dict[str, int] = {}
        self.erased: set[str] = set()

    def stands(self, id_: str, known: int) -> bool:
        """By the rule itself, instant by instant: no interval is kept."""
        return self._lives(id_, known) and not any(
            replaces == id_ and self._lives(other, known) for other, (_, _, replaces) in self.stated.items()
        )

    def _lives(self, id_: str, known: int) -> bool:
        return (
            id_ not in self.erased and self.stated[id_][0] <= known and not self.withdrawn.get(id_, known + 1) <= known
        )

    def standing(self, person: str, known: int) -> set[str]:
        return {id_ for id_, (_, who, _) in self.stated.items() if who == person and self.stands(id_, known)}

    def disputed(self, known: int) -> set[str]:
        return {
            target
            for id_, (at_, target) in self.disputes.items()
            if at_ <= known < self.ended.get(id_, known + 1) and target not in self.erased
        }

    def linked(self, known: int) -> set[str]:
        """A link ends when it is first unlinked or taken back, or a dispute of it is found right."""
        ends = [self.unlinked, self.revoked]
        refuted = {self.disputes[id_][1] for id_ in self.refuted if self.ended[id_] <= known}
        return {
            id_
            for id_, at_ in self.links.items()
            if at_ <= known and id_ not in refuted and all(known < end.get(id_, known + 1) for end in ends)
        }


class Histories(RuleBasedStateMachine):
    """Rules enter what may happen; after every step the journal knows at each instant what the model knows."""

    server: Server
    statements = Bundle("statements")
    disputes = Bundle("disputes")
    links = Bundle("links")

    def __init__(self) -> None:
        super().__init__()
        self.open = ExitStack()
        self.engine = self.open.enter_context(self.server.fresh())
        self.world = World.on(self.engine)
        self.isa = self.world.register("authority:isa", entry_types=["link"], speaks_for=["person:*"])
        self.human = self.world.register(
            "authority:office", human="staff:sato", entry_types=["link", "unlink", "erasure"], speaks_for=["person:*"]
        )
        self.reviewer = self.world.register("authority:reviewer", human="staff:suzuki")
        self.world.declare(self.isa, HOA, MINH)
        self.model = Model()
        self.instants = [self.world.now[0]]

    def teardown(self) -> None:
        before = dumped(self.engine)
        self.world.journal.rebuild()
        assert dumped(self.engine) == before
        with self.engine.connect() as connection:
            verified = verify_store(connection, self.world.root.public)
        assert (verified.entries, verified.erased) == (len(self.world.log.published), len(self.model.erased))
        self.open.close()

    @rule()
    def time_goes_on(self) -> None:
        self.instants.append(self.world.later())

    @rule(target=statements, person=st.sampled_from([HOA, MINH]))
    def state(self, person: str) -> str:
        id_ = self.world.number("s")
        self._enter(status(id_, person))
        self.model.stated[id_] = (self.now, person, None)
        return id_

    @rule(target=statements, replaced=statements)
    def replace(self, replaced: str) -> str:
        id_ = self.world.number("s")
        person = self.model.stated[replaced][1]
        entry = status(id_, person, replaces=replaced, until="2027-04-02")
        if replaced in self.model.erased:
            self._refused(entry, Refusal.DANGLING_TARGET)
            return replaced
        self._enter(entry)
        self.model.stated[id_] = (self.now, person, replaced)
        return id_

    @rule(target_=statements)
    def withdraw(self, target_: str) -> None:
        entry = self._line("withdrawal", target=target_, source="authority:isa")
        if target_ in self.model.erased:
            self._refused(entry, Refusal.DANGLING_TARGET)
            return
        self._enter(entry)
        self.model.withdrawn.setdefault(target_, self.now)

    @rule(target=disputes, target_=st.one_of(statements, links))
    def dispute(self, target_: str) -> str:
        entry = self._line("dispute", target=target_, by=HOA, reason="not I")
        if target_ in self.model.erased:
            self._refused(entry, Refusal.DANGLING_TARGET)
            return "none"
        self._enter(entry)
        self.model.disputes[str(entry["id"])] = (self.now, target_)
        return str(entry["id"])

    @rule(dispute=consumes(disputes), outcome=st.sampled_from(["kept", "corrected"]))
    def resolve(self, dispute: str, outcome: str) -> None:
        if dispute in self.model.disputes:
            by = "authority:reviewer"
            self._enter(self._line("resolution", target=dispute, by=by, outcome=outcome, reason="seen"), self.reviewer)
            self.model.ended[dispute] = self.now
            if outcome == "corrected":
                self.model.refuted.add(dispute)

    @rule(dispute=consumes(disputes))
    def take_back_a_dispute(self, dispute: str) -> None:
        if dispute in self.model.disputes:
            self._enter(self._line("withdrawal", target=dispute, source=HOA))
            self.model.ended[dispute] = self.now

    @rule(target=links)
    def link(self) -> str:
        before = self._knowledge()
        seen = {"type": "document_seen", "document": "both cards", "seen_by": "staff:sato"}
        entry = self._decided("link", persons=[MINH, HOA], evidence=[seen])
        self._enter(entry, self.human)
        self.model.links[str(entry["id"])] = self.now
        assert self._knowledge() == before
        return str(entry["id"])

    @rule(target=links)
    def link_by_software(self) -> str:
        shared = {"type": "shared_identifier", "kind": "residence_card", "masked": "•••8CD"}
        entry = self._line("link", persons=[HOA, MINH], evidence=[shared], source="authority:isa")
        self._enter(entry)
        self.model.links[str(entry["id"])] = self.now
        return str(entry["id"])

    @rule(link=links)
    def unlink(self, link: str) -> None:
        before = self._knowledge()
        self._enter(self._decided("unlink", target=link, reason="two persons"), self.human)
        self.model.unlinked.setdefault(link, self.now)
        assert self._knowledge() == before

    @rule(link=links)
    def take_back_a_link(self, link: str) -> None:
        with self.engine.connect() as connection:
            (made,) = (entry for entry in link_entries(connection, [HOA], self.now) if entry.id == link)
        by_software = isinstance(made, Link) and made.decided_by is None
        source = "authority:isa" if by_software else "authority:office"
        entry = self._line("withdrawal", target=link, source=source)
        self._enter(entry, self.isa if by_software else self.human)
        self.model.revoked.setdefault(link, self.now)

    @rule(target_=statements)
    def erase(self, target_: str) -> None:
        entry = self._authored("erasure", target=target_, basis="APPI art. 35", reason="asked")
        replaces = self.model.stated[target_][2]
        if target_ in self.model.erased or (replaces is not None and replaces not in self.model.erased):
            self._refused(entry, Refusal.NOT_ERASABLE, self.human)
            return
        self._enter(entry, self.human)
        self.model.erased.add(target_)

    @invariant()
    def what_stands_at_each_instant_is_what_the_model_says(self) -> None:
        with self.engine.connect() as connection:
            for known in self.instants:
                for person in (HOA, MINH):
                    expected = self.model.standing(person, known)
                    assert {s.id for s in standing_statements(connection, [person], known)} == expected
                    case = read_case_of(connection, [person], known)
                    assert {s.id for s in standing(case, known).statements} == expected
                found = standing_links(link_entries(connection, [HOA], known), known)
                assert set(found.links) == self.model.linked(known)
                assert set(found.disputes) == self.model.disputed(known) & self.model.linked(known)
                read = standing(read_case_of(connection, [HOA, MINH], known), known)
                assert {d.target for d in read.disputes} == self.model.disputed(known) & set(self.model.stated)

    @property
    def now(self) -> int:
        return self.world.now[0]

    def _knowledge(self) -> dict[str, bytes]:
        """Every projection but those of links themselves."""
        of_links = ("links", "unlinks", "signs")
        return {name: rows for name, rows in dumped(self.engine).items() if name not in of_links}

    def _line(self, type_: str, **more: object) -> dict[str, object]:
        return {"type": type_, "id": self.world.number(type_), "stated_at": at(self.now), **more}

    def _authored(self, type_: str, **more: object) -> dict[str, object]:
        return self._line(type_, author="staff:sato", source="authority:office", **more)

    def _decided(self, type_: str, **more: object) -> dict[str, object]:
        return self._line(type_, decided_by="staff:sato", source="authority:office", **more)

    def _enter(self, entry: dict[str, object], office: Office | None = None) -> None:
        self.world.journal.submit_one((office or self.isa).sign(entry))

    def _refused(self, entry: dict[str, object], refusal: Refusal, office: Office | None = None) -> None:
        with pytest.raises(EntryRefusedError) as caught:
            self._enter(entry, office)
        assert caught.value.refusal is refusal


@searched_deeper
def test_every_history_is_known_as_the_model_knows_it(server: Server) -> None:
    Histories.server = server
    run_state_machine_as_test(Histories, settings=histories_with_a_database(6, 16))
