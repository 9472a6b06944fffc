"""What the rows of tables say: what contradicts itself is refused, and nothing is stated that a row does not say."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kyosei.connectors import CONNECTORS
from kyosei.errors import InstitutionFileError
from tests.connectors.samples import FILES, TABLES_BY_NAME, table_bytes, table_cells, with_table_cell

# The table, which cell of row 2 is written how, and the whole text of the refusal.
CONTRADICTIONS: dict[str, tuple[str, str, str, str]] = {
    "received_after_the_table_was_made": (
        "labour-foreign-workers", "受付年月日", "2026-11-19",
        "2: 受付年月日: is 2026-11-19, after 作成年月日 2026-11-18; correct either day",
    ),
    "no_expiry": (
        "immigration-stays", "満了年月日", "",
        "2: 満了年月日: does not fit 在留期間: write the day of expiry, or leave it empty where the period is 無期限 or"
        " 活動を行う期間 and only there",
    ),
    "expired_before_it_began": (
        "immigration-stays", "満了年月日", "2024-03-31",
        "2: 満了年月日: is 2024-03-31, before the first day 2024-04-01; correct either day",
    ),
    "a_class_of_another_status": (
        "immigration-stays", "区分", "特定技能1号",
        "2: 区分: is '特定技能1号', no class of 留学; correct either",
    ),
    "a_period_that_the_status_never_had": (
        "immigration-stays", "在留期間", "5年",
        "2: 在留期間: is '5年', which 留学 never had; its periods are P4Y3M, P4Y, P3Y3M, P3Y, P2Y3M, P2Y, P1Y3M, P1Y,"
        " P6M, P3M, and any other up to P4Y3M: correct it or leave it out",
    ),
    "permission_without_its_name": (
        "immigration-stays", "資格外活動許可", "",
        "2: 資格外活動許可年月日: is told of a permission that 資格外活動許可 does not name; fill in both or neither",
    ),
    "jis_prefecture_code": (
        "pension-establishment-payments", "都道府県コード", "13",
        "2: 都道府県コード: is '13', but needs a prefecture code of the Pension Service, not of JIS (東京 is 21); correct the"
        " cell",
    ),
    "paid_and_unpaid": (
        "pension-establishment-payments", "未納確認日", "2026-10-15",
        "2: 未納確認日: is 2026-10-15, but 納付年月日 says that it was paid on 2026-09-30; keep the right one",
    ),
    "paid_in_days_to_come": (
        "pension-establishment-payments", "納付年月日", "2026-12-01",
        "2: 納付年月日: is 2026-12-01, after 作成年月日 2026-11-16; correct either day",
    ),
    "municipality_without_check_digit": (
        "tax-special-collection", "市区町村コード", "131042",
        "2: 市区町村コード: is '131042', but needs six digits of a municipality code, the last its check digit; correct the"
        " cell",
    ),
    "individual_number_in_a_wrong_cell": (
        "tax-special-collection", "生年月日", "123456789018",
        "2: 生年月日: is (a value with ten or more digits, not shown: it may be a personal number), but needs a day such as"
        " 2026-04-01, 2026/4/1, 令和8年4月1日 or R8.4.1; correct the cell",
    ),
    "attendance_of_a_month_still_running": (
        "school-attendance", "対象年月", "2026-04",
        "2: 対象年月: is 2026-04, which had not ended on 2026-04-03; leave the month out",
    ),
    "enrolment_that_ends_before_it_begins": (
        "school-enrolments", "期間の末日", "2024-03-31",
        "2: 期間の末日: is 2024-03-31, before the first day 2024-04-01; correct either day",
    ),
    "notice_without_its_day": (
        "municipality-residents", "届出年月日", "",
        "2: 届出の事由: is told of a notice without 届出年月日; fill in both or neither",
    ),
    "registration_that_ends_on_its_first_day": (
        "municipality-residents", "住民でなくなった年月日", "R6.4.9",
        "2: 住民でなくなった年月日: is 2024-04-09, not after 2024-04-09, the first day; correct either day",
    ),
    "supporter_without_a_name": (
        "support-actions", "登録支援機関名", "",
        "2: 登録支援機関名: and 登録番号 belong together; fill in both or neither",
    ),
    "one_person_with_two_names": (
        "support-interviews", "氏名", "SHRESTHA ANIL KUMAR",
        "3: tells name, birth or role of person:support-19-001234.W-31 otherwise than row 2; correct either row",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CONTRADICTIONS)
def test_a_row_that_contradicts_itself_is_refused_with_column_and_what_to_do(case: str) -> None:
    name, title, text, message = CONTRADICTIONS[case]
    with pytest.raises(InstitutionFileError) as refusal:
        CONNECTORS[name].read(FILES[name], with_table_cell(name, 2, title, text))
    assert str(refusal.value) == f"{FILES[name]}:{message}"


# What is stated, where it is easily stated wrongly.


def stated(name: str, title: str, text: str) -> list[dict[str, Any]]:  # Any: JSON
    """The statements of a table's sample with one cell of row 2 written otherwise."""
    lines = CONNECTORS[name].read(FILES[name], with_table_cell(name, 2, title, text))
    return [line for line in lines if line["type"] == "statement"]


def test_a_payment_that_is_not_told_of_is_unknown_and_never_unpaid() -> None:
    [payment, _] = stated("pension-establishment-payments", "納付年月日", "")
    assert set(payment["data"]) == {"amount_yen", "due_on"}


def test_a_contribution_is_of_its_month_and_not_of_the_month_of_payment() -> None:
    payment = stated("pension-national-contributions", "納付年月日", "2026-10-30")[0]
    assert (payment["from"], payment["until"]) == ("2026-02-01", "2026-03-01")
    assert payment["data"]["paid_on"] == "2026-10-30"


def test_no_permission_on_a_row_states_none_and_does_not_deny_it() -> None:
    rows = [line for line in stated("immigration-stays", "週の上限時間", "") if line["from"] == "2026-04-01"]
    assert [line["kind"] for line in rows] == ["residence.status"]


def test_an_instalment_of_zero_is_not_owed_and_an_empty_one_is_unknown() -> None:
    for text in ("0", ""):
        rows = stated("tax-special-collection", "10月分", text)
        assert 5 not in [row["data"]["number"] for row in rows if row["about"]["person"].endswith("E052")]


@pytest.mark.parametrize(
    ("title", "special", "half_yearly"),
    [("6月分", "2026-07-10", "2026-12-10"), ("11月分", "2026-12-10", "2026-12-10"), ("12月分", "2027-01-10", "2027-06-10"),
     ("翌年1月分", "2027-02-10", "2027-06-10"), ("翌年5月分", "2027-06-10", "2027-06-10")],
)  # fmt: skip
def test_withheld_tax_is_due_on_the_tenth_of_the_next_month_or_half_yearly(
    title: str, special: str, half_yearly: str
) -> None:
    for permission, due in (("無", special), ("有", half_yearly)):
        header = TABLES_BY_NAME["tax-special-collection"].layout.titles
        number = header.index(title) - header.index("6月分") + 1
        rows = stated("tax-special-collection", "納期の特例", permission)
        assert next(row["on"] for row in rows if row["data"]["number"] == number) == due


def test_a_stay_ends_on_the_day_after_its_expiry() -> None:
    [stay, *_] = stated("bank-registered-stays", "在留期間満了年月日", "2027/4/30")
    assert date.fromisoformat(stay["until"]) == date(2027, 4, 30) + timedelta(days=1)


def test_two_pairs_of_numbers_never_make_one_person() -> None:
    name = "school-attendance"
    ids = set()
    for school, student in (("A-B", "C"), ("A", "B-C")):
        rows = table_cells(name)[:2]
        for title, text in (("学校番号", school), ("学籍番号", student)):
            rows[1][rows[0].index(title)] = text
        ids |= {line["id"] for line in CONNECTORS[name].read(FILES[name], table_bytes(rows)) if line["type"] == "party"}
    assert len(ids) == 4


def test_who_supports_its_worker_itself_is_the_source() -> None:
    own = [line for line in stated("support-actions", "使用言語", "") if "supporter" not in line["about"]]
    assert [line["source"] for line in own] == ["org:support-host-H-318"]
