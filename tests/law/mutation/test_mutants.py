"""Every wrong number, date, set or operator in a norm is noticed by a case of its table: a sample here, all in `make soak`."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

import pytest

from kyosei.facts.scopes import SCOPES
from kyosei.law.jp.pack import NORMS
from kyosei.publication.likenesses import resolved
from kyosei.terms.expressions import Node
from kyosei.timelines.program import Deadline, Op, Value
from kyosei.wiring import open_law
from tests.law.case_tables import LifeCase, all_cases
from tests.law.mutation.changes import CONSTANTS, RULES, changes_of
from tests.law.mutation.ledger import read_alive, read_equivalents
from tests.law.mutation.mutants import Mutant, Pieces, mutants_of
from tests.law.mutation.proposals import proposals_for
from tests.law.mutation.trials import Fate, Trials

SAMPLE = 80
SEED = 4


@cache
def pieces() -> Pieces:
    return Pieces(NORMS)


@cache
def mutants() -> tuple[Mutant, ...]:
    return tuple(mutants_of(pieces()))


@cache
def trials() -> Trials:
    return Trials(pieces(), all_cases(), open_law())


def unnoticed(tried: Sequence[Mutant]) -> set[str]:
    """Those that no case notices, that are not shown to say the same, and that are not among the known survivors."""
    equivalents, known = read_equivalents(), read_alive()
    return {
        str(mutant)
        for mutant in tried
        if trials().fate_of(mutant) is Fate.ALIVE
        and not any(entry.covers(mutant) for entry in equivalents)
        and mutant.name not in known.get(mutant.norm, ())
    }


def test_a_sample_of_mutants_is_noticed() -> None:
    norms = random.Random(SEED).sample(sorted({mutant.norm for mutant in mutants()}), 5)
    chosen = [mutant for mutant in mutants() if mutant.norm in norms]
    assert unnoticed(random.Random(SEED).sample(chosen, min(SAMPLE, len(chosen)))) == set()


def after_leaving_school(*days: str) -> list[LifeCase]:
    """The rows about these days after the school was left, asked for the state alone."""
    names = {f"the_{day}_day_after_leaving_school" for day in days}
    return [
        LifeCase(row.table, row.name, {**row.row, "expect": {"state": row.row["expect"]["state"]}})
        for row in trials().rows
        if row.name in names
    ]


@pytest.mark.parametrize(
    ("days", "shorter", "longer"), [(("fifteenth",), Fate.ALIVE, Fate.KILLED), (("fourteenth",), Fate.KILLED, Fate.ALIVE),
                                    (("fourteenth", "fifteenth"), Fate.KILLED, Fate.KILLED)],
)  # fmt: skip
def test_a_case_just_in_time_and_one_a_day_late_notice_a_deadline_moved_by_a_day(
    days: tuple[str, ...], shorter: Fate, longer: Fate
) -> None:
    norm = "jp.immigration.notify-school-left"
    few = Trials(pieces(), after_leaving_school(*days), open_law())
    of_norm = {mutant.says: mutant for mutant in mutants() if mutant.norm == norm}
    assert few.fate_of(of_norm["days 14 → 13"]) is shorter
    assert few.fate_of(of_norm["days 14 → 15"]) is longer


def test_a_proposal_notices_the_mutants_that_it_names() -> None:
    norm = "jp.immigration.notify-school-left"
    rows = after_leaving_school("fifteenth")
    few = Trials(pieces(), rows, open_law())
    alive = [m for m in mutants() if m.norm == norm and m.kind == "deadline" and few.fate_of(m) is Fate.ALIVE]
    proposals = list(proposals_for(few, norm, alive, variants_max=5))
    assert {mutant for proposal in proposals for mutant in proposal.notices} == set(alive) != set()
    for proposal in proposals:
        row = resolved({"norm": norm, **proposal.row}, {rows[0].name: rows[0].row})
        more = Trials(pieces(), [*rows, LifeCase(rows[0].table, "proposed", row)], open_law())
        assert [more.fate_of(mutant) for mutant in proposal.notices] == [Fate.KILLED] * len(proposal.notices)


def test_a_row_that_the_norm_contradicts_is_refused() -> None:
    row = after_leaving_school("fifteenth")[0]
    wrong = LifeCase(row.table, row.name, {**row.row, "expect": {"state": "met"}})
    with pytest.raises(ValueError, match="even without a change"):
        Trials(pieces(), [wrong], open_law()).lives_of("jp.immigration.notify-school-left")


@pytest.mark.soak
def test_every_mutant_is_noticed() -> None:
    assert unnoticed(mutants()) == set()


@pytest.mark.soak
def test_no_mutant_is_listed_that_a_case_notices() -> None:
    equivalents, known = read_equivalents(), read_alive()
    listed = [
        mutant
        for mutant in mutants()
        if mutant.name in known.get(mutant.norm, ()) or any(entry.covers(mutant) for entry in equivalents)
    ]
    assert [str(mutant) for mutant in listed if trials().fate_of(mutant) is not Fate.ALIVE] == []


def test_the_lists_name_mutants_that_there_are() -> None:
    names = {(mutant.norm, mutant.name) for mutant in mutants()}
    assert {(norm, name) for norm, listed in read_alive().items() for name in listed} - names == set()
    for entry in read_equivalents():
        assert any(entry.covers(mutant) for mutant in mutants()), entry
        assert len(entry.why) > 20, entry


def test_every_mutant_has_a_name_of_its_own_and_changes_its_norm() -> None:
    assert len({str(mutant) for mutant in mutants()}) == len(mutants())
    for mutant in random.Random(SEED).sample(mutants(), 300):
        assert pieces().changed(mutant.original, mutant) is not mutant.original, mutant


def test_every_operator_has_a_rule() -> None:
    assert set(RULES) == set(Op)


def test_every_operator_in_use_that_has_a_number_or_a_partner_is_changed() -> None:
    """A rule that changed nothing would leave an operator unchecked without anybody seeing it."""
    silent = {Op.AGE, Op.COUNT, Op.TOTAL, Op.RUNNING_COUNT}
    nodes = {node.op: node for node in trees() if node.op not in CONSTANTS and node.op is not Op.LEAF}
    for op, node in nodes.items():
        own = [change for change in changes_of(node) if not change.says.startswith("argument")]
        assert bool(own) == (op not in silent), op


def trees() -> list[Node]:
    """Every node of the pack."""
    found: dict[int, Node] = {}
    pending = [tree for mutant in mutants() for tree in [mutant.becomes] if isinstance(tree, Node)]
    while pending:
        node = pending.pop()
        if id(node) not in found:
            found[id(node)] = node
            pending.extend(node.arguments)
    return list(found.values())


def test_a_constant_is_changed_where_it_is_read() -> None:
    twenty = Node(Op.CONST_NUMBER, (), (20, 20, 0), SCOPES[0], Value.NUMBER)
    other = Node(Op.CONST_NUMBER, (), (7, 7, 0), SCOPES[0], Value.NUMBER)
    reading = Node(Op.AT_LEAST, (other, twenty), (), SCOPES[0], Value.TRUTH)
    assert list(changes_of(twenty)) == []
    assert [change.says for change in changes_of(reading)] == [
        "AT_LEAST → MORE_THAN",
        "argument 0: 7 → 8", "argument 0: 7 → 6", "argument 1: 20 → 21", "argument 1: 20 → 19",
    ]  # fmt: skip


def test_every_form_of_deadline_in_use_is_changed() -> None:
    due = {norm.body.due.form for norm in NORMS if norm.kind == "duty"}  # type: ignore[union-attr]  # duties have one
    changed = {
        mutant.original.body.due.form for mutant in mutants() if mutant.kind in ("deadline", "counting", "holiday")  # type: ignore[union-attr]  # as above
    }  # fmt: skip
    assert changed == due
    assert Deadline.DAYS_AFTER in due
