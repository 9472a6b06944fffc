"""Proofs read as a newcomer would: amounts in their units, what was asked and no more, the obligation that decides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kyosei.facts.case_file import read_case
from kyosei.facts.kinds import Kind
from kyosei.facts.statements import FieldValue
from kyosei.facts.vocabulary.immigration import ResidenceStatus
from kyosei.facts.vocabulary.labour import WorkContract, WorkPay
from kyosei.terms.expressions import Cond
from kyosei.terms.language import WindowEdge, days, each_month, ever, month_ends_before, shifted
from kyosei.terms.text import Text
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.check import check, examine, find_norm
from kyosei.verdicts.choice_prose import chosen_from
from kyosei.verdicts.explain import explain
from kyosei.verdicts.field_prose import value_said
from kyosei.verdicts.operator_prose import node_text
from kyosei.verdicts.proof import Proof, ProofNode
from kyosei.verdicts.prose import amount
from kyosei.wiring import open_law
from tests.verdicts.lives import case_of, statement

SAMPLES = Path(__file__).parents[2] / "samples"


def proof_of(norm_id: str, life: str, instance: int = 0, on: str = "2026-11-21") -> Proof:
    """The proof about the one person of a sample life."""
    law, files = open_law(), [f"{life}.jsonl", "offices.jsonl"]
    case = read_case([(name, (SAMPLES / name).read_bytes()) for name in files])
    known = case.latest_recorded()
    assert known is not None
    (examined,) = examine(law, case, known, [f"person:{life}"])
    return explain(examined, find_norm(law, norm_id), instance, day_from_date(date.fromisoformat(on)))


def every(nodes: Iterator[ProofNode] | tuple[ProofNode, ...]) -> Iterator[ProofNode]:
    """These nodes and all below them."""
    for node in nodes:
        yield node
        yield from every(node.children)


def pieces(proof: Proof) -> list[ProofNode]:
    """All nodes of a proof."""
    return list(every(tuple(node for _, node in proof.pieces)))


def test_whose_duty_is_only_open_has_not_surely_failed() -> None:
    reporting = "jp.pension.report-acquisition"
    assert [(a.party, a.norm, a.failed) for a in proof_of("jp.pension.enrolled", "duc").verdict.attribution] == [
        ("org:hamakaze", reporting, True)
    ]
    job = statement("work.contract", "org:acme", "2023-04-01", about={"employer": "org:acme"}, hours_per_week=40)
    (silent,) = check(
        open_law(),
        case_of([job]),
        on=day_from_date(date(2026, 5, 31)),
        norms=["jp.pension.enrolled"],
        about=["org:acme"],
    )
    assert [(a.party, a.norm, a.failed) for a in silent.attribution] == [("org:acme", reporting, False)]


def test_what_performed_an_earlier_obligation_is_not_shown_as_done() -> None:
    proof = proof_of("jp.ssw.interview-delegated", "zaw")
    assert proof.verdict.state == "breached"
    assert dict(proof.pieces)["performed"].value.en == "no"


def test_a_performance_is_shown_on_its_day_with_its_statement() -> None:
    performed = dict(proof_of("jp.pension.report-acquisition", "lihua").pieces)["performed"]
    assert performed.value.en == "yes"
    assert [line.id for line in performed.evidence] == ["lihua-pension-notice"]


def test_hours_of_other_days_than_the_window_bear_no_witness() -> None:
    lines = {line.id for node in pieces(proof_of("jp.immigration.part-time-hours", "putri")) for line in node.evidence}
    assert "putri-hours-2026-11-15" in lines
    assert "putri-hours-2026-11-14" not in lines  # seven days back from 2026-11-21 begin on the 15th


def test_both_sides_of_a_comparison_are_in_one_unit() -> None:
    found = {node.text.en: node.value.en for node in pieces(proof_of("jp.immigration.part-time-hours", "putri"))}
    assert found["the figure that the law sets"] == "28 h"
    assert found["their total"].endswith(" h")
    wage = {node.text.en: node.value.en for node in pieces(proof_of("jp.labour.minimum-wage", "lihua"))}
    assert wage["base pay (Pay) ≥ hours paid for (Pay) × regional minimum wage"] == "yes"
    assert (wage["base pay (Pay)"], wage["product"]) == ("¥285,000", "¥204,640")


def test_no_line_of_a_proof_shows_a_value_as_the_program_holds_it() -> None:
    for norm, life in (
        ("jp.pension.insured", "duc"),
        ("jp.labour.wages-in-full", "zaw"),
        ("jp.pension.enrolled", "sita"),
    ):
        for node in pieces(proof_of(norm, life)):
            for said in (node.text, node.value, *(line.says for line in node.evidence)):
                assert not {"(", "'"} <= set(said.ja.replace("（", "")), said
                assert "computed" not in said.en


_STUDENT = ResidenceStatus.status.is_("student")
WINDOWS: dict[str, tuple[Cond, str, str]] = {
    "at_some_time": (ever(_STUDENT, last=None, counting=WindowEdge.INCLUDING_THE_DAY),
                     "was so at some time", "これまでに一度でもあった"),
    "in_a_week": (ever(_STUDENT, last=days(7, _STUDENT.scope), counting=WindowEdge.INCLUDING_THE_DAY),
                  "was so within the last 7 days", "直近7日間に一度でもあった"),
    "the_day_before": (shifted(_STUDENT, days_later=1), "1 day before", "1日前に"),
    "two_days_later": (shifted(_STUDENT, days_later=-2), "2 days later", "2日後に"),
    "last_month": (each_month(_STUDENT, from_months_ago=1, to_months_ago=1), "at the end of the previous month", "前月末に"),
    "two_years_ago": (month_ends_before(_STUDENT, months=24), "at the end of the month 24 months before", "24か月前の月末に"),
}  # fmt: skip


@pytest.mark.parametrize("case", WINDOWS)
def test_an_operator_says_how_long_its_window_is(case: str) -> None:
    condition, en, ja = WINDOWS[case]
    assert (node_text(condition.node).en, node_text(condition.node).ja) == (en, ja)


VALUES: dict[str, tuple[type[Kind], str, FieldValue, frozenset[str], Text]] = {
    "a_period": (ResidenceStatus, "granted_period", "P4Y3M", frozenset(), Text("4年3か月", "4年3か月", "4 years 3 months")),
    "a_choice": (WorkContract, "employment_type", "fixed_term", frozenset(),
                 Text("有期契約", "期間が 決まって いる", "fixed term")),
    "a_status": (ResidenceStatus, "status", "student", frozenset(), Text("留学", "留学", "Student")),
    "an_hourly_wage": (WorkContract, "wage_yen_per_hour", 1240, frozenset(),
                       Text("1時間1,240円", "1時間1,240円", "¥1,240 an hour")),
    "yes": (WorkContract, "day_student", 1, frozenset(), Text("はい", "はい", "yes")),
    "words": (WorkContract, "duties", ("design", "sales"), frozenset(),
              Text("デザイン・営業・販売", "デザイン・売る しごと", "design, sales")),
    "a_word_of_their_own": (WorkContract, "duties", ("juggling",), frozenset(), Text("juggling", "juggling", "juggling")),
    "items": (WorkPay, "deductions", (("rent", 28_000), ("union", 500)), frozenset(),
              Text("家賃 28,000円・組合費 500円", "家賃 28,000円・組合の お金 500円", "rent ¥28,000, union dues ¥500")),
    "the_item_asked": (WorkPay, "deductions", (("rent", 28_000), ("union", 500)), frozenset({"union"}),
                       Text("組合費 500円", "組合の お金 500円", "union dues ¥500")),
    "no_such_item": (WorkPay, "deductions", (("rent", 28_000),), frozenset({"union"}), Text("なし", "ありません", "none")),
}  # fmt: skip


@pytest.mark.parametrize("case", VALUES)
def test_a_field_is_said_in_words(case: str) -> None:
    kind, name, value, items, said = VALUES[case]
    assert value_said(f"{kind.facts.name}.{name}", kind.fields[name], value, items) == said


def test_options_are_listed_and_many_are_counted() -> None:
    procedure, period = "residence.application.procedure", "residence.status.granted_period"
    assert chosen_from(procedure, ["permanent", "acquisition"]) == Text(
        "永住許可・在留資格の取得", "永住・在留資格を とる", "permanent residence or acquisition of a status"
    )
    assert chosen_from(period, ["P30D"]) == Text("30日", "30日", "30 days")
    assert chosen_from("a.b", ["a", "b", "c", "d", "e", "f"]) == Text(
        "a・b・c・dほか2種", "a・b・c・d、ほかに 2つ", "a, b, c, d or one of 2 more"
    )


def test_hundredths_and_years_have_their_unit() -> None:
    assert amount(1_830, 1_830, "percent") == ("18.3%", "18.3%")
    assert amount(2_500, 2_500, "square metres") == ("25m²", "25 m²")
    assert amount(2026, 2026, "year") == ("2026年", "2026")
    assert amount(1, 1, "days") == ("1日", "1 day")
