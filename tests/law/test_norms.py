"""The pack as a whole: tables exist for every norm, duties have one bearer, the seven systems are there."""

from __future__ import annotations

from datetime import date

from kyosei.law.jp.pack import NORMS
from kyosei.wiring import procedures_of_japan
from tests.law.case_tables import all_cases

NO_ROW_OF_SILENCE = frozenset(
    (
        "jp.employment-insurance.no-retaliation",
        "jp.health.right-to-medical-expenses",
        "jp.labour.no-dismissal-for-pregnancy",
        "jp.labour.right-to-accident-benefits",
        "jp.labour.right-to-complain",
        "jp.pension.right-to-exemption",
        "jp.pension.right-to-lump-sum",
        "jp.records.answer-correction-request",
        "jp.ssw.no-deposit",
        "jp.ssw.support-accompaniment",
        "jp.ssw.support-accompaniment-delegated",
        "jp.ssw.support-exchange-delegated",
        "jp.ssw.support-housing-delegated",
        "jp.tax.right-to-lump-sum-refund",
    )
)
"""Norms of which no life was found yet that silence opens: most apply only once somebody has told of them, so silence means
that they do not apply."""
NO_ROW_OF_CONTRADICTION = frozenset(
    (
        "jp.education.school-notice-accepted",
        "jp.education.school-notice-left",
        "jp.education.school-roll",
        "jp.employment-insurance.no-retaliation",
        "jp.finance.resident-for-exchange",
        "jp.health.right-to-medical-expenses",
        "jp.immigration.carries-card",
        "jp.immigration.employ-within-status",
        "jp.immigration.fee-on-receipt",
        "jp.immigration.work-certificate",
        "jp.labour.no-dismissal-for-pregnancy",
        "jp.labour.no-dismissal-within-term",
        "jp.labour.no-retaliation",
        "jp.labour.right-to-accident-benefits",
        "jp.labour.right-to-complain",
        "jp.pension.right-to-childcare-exemption",
        "jp.pension.right-to-maternity-exemption",
        "jp.residence.right-to-housing-support",
        "jp.ssw.no-deposit",
        "jp.ssw.report-breaches",
        "jp.ssw.support-accompaniment",
        "jp.ssw.support-accompaniment-delegated",
        "jp.ssw.support-consultation",
        "jp.ssw.support-exchange-delegated",
        "jp.ssw.support-job-change",
        "jp.ssw.support-job-change-delegated",
        "jp.tax.right-to-lump-sum-refund",
    )
)
"""Norms of which no life was found yet that two contradicting records open. Both lists may only shrink, the first but for
norms that apply only once told."""


def test_every_norm_has_short_lives_in_a_table() -> None:
    told = {life.row["norm"] for life in all_cases()}
    assert {norm.id for norm in NORMS} - told == set()


def test_every_duty_and_limit_has_one_bearer_and_nothing_else_has() -> None:
    for norm in NORMS:
        assert (norm.bearer is not None) == (norm.kind in ("duty", "limit")), norm.id


def test_the_pack_touches_all_seven_systems_and_support() -> None:
    systems = {norm.id.split(".")[1] for norm in NORMS}
    assert {"immigration", "labour", "pension", "health", "tax", "finance", "education", "ssw"} <= systems


def _causes_told() -> dict[str, set[str]]:
    """For each norm, the causes for which some row of its tables expects an open answer."""
    found: dict[str, set[str]] = {norm.id: set() for norm in NORMS}
    for life in all_cases():
        found[life.row["norm"]] |= set(life.row["expect"].get("causes", ()))
    return found


def test_every_norm_has_a_row_of_silence_and_one_of_contradiction() -> None:
    told = _causes_told()
    assert {norm for norm, causes in told.items() if "missing" not in causes} == NO_ROW_OF_SILENCE
    assert {norm for norm, causes in told.items() if "conflict" not in causes} == NO_ROW_OF_CONTRADICTION


def test_what_a_procedure_usually_takes_is_what_its_norm_says() -> None:
    said = {norm.id: norm.title.en for norm in NORMS if norm.id.startswith("jp.immigration.decide-")}
    words = {1: "one month", 2: "two months", 6: "six months"}
    usual = [one for one in procedures_of_japan() if one.usual_months is not None]
    assert [one.id for one in usual] == ["renewal", "change", "permanent"], "of others no figure was read"
    for procedure in usual:
        found = next(title for id_, title in said.items() if id_.startswith(f"jp.immigration.decide-{procedure.id}"))
        assert procedure.usual_months is not None
        assert words[procedure.usual_months] in found
    (renewal,) = (one for one in procedures_of_japan() if one.id == "renewal")
    assert [renewal.usual_days(day) for day in (date(2026, 1, 31), date(2026, 2, 16), date(2028, 1, 30))] == [
        28,
        28,
        30,
    ]
