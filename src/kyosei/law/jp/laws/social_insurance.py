"""Social insurance: pensions, health, employment and workers' accidents, and the agreements with other countries."""

from __future__ import annotations

from kyosei.law.jp.laws.intervals import of_unknown_beginning, since, verified_since
from kyosei.terms.citations import Law

__all__ = [
    "ACCIDENT_INSURANCE_ACT",
    "CHILD_SUPPORT_REFORM_2024",
    "EMPLOYEES_PENSION_ACT",
    "EMPLOYEES_PENSION_ORDER",
    "EMPLOYEES_PENSION_RULES",
    "EMPLOYMENT_INSURANCE_ACT",
    "EMPLOYMENT_INSURANCE_RULES",
    "GRADES_ORDER_2020",
    "HEALTH_INSURANCE_ACT",
    "HEALTH_INSURANCE_RULES",
    "INSURANCE_PREMIUMS_ACT",
    "NATIONAL_HEALTH_ACT",
    "NATIONAL_HEALTH_RULES",
    "NATIONAL_PENSION_ACT",
    "NATIONAL_PENSION_ORDER",
    "NATIONAL_PENSION_RULES",
    "PENSION_REFORM_2012",
    "PENSION_REFORM_2025",
    "SOCIAL_INSURANCE",
    "SPECIAL_PENSION_BENEFITS_ACT",
    "TOTALISATION_ACT",
    "WAGE_TEST_ORDER_2026",
]

EMPLOYEES_PENSION_ACT = Law(
    "329AC0000000115", "厚生年金保険法", "Employees' Pension Insurance Act", "厚年法", "act", since(1954, 5, 1)
)  # fmt: skip
EMPLOYEES_PENSION_ORDER = Law(
    "329CO0000000110", "厚生年金保険法施行令", "Employees' Pension Insurance Order", "厚年令", "cabinet_order",
    of_unknown_beginning(),
)  # fmt: skip
EMPLOYEES_PENSION_RULES = Law(
    "329M50000100037", "厚生年金保険法施行規則", "Employees' Pension Insurance Regulations", "厚年則",
    "ministerial_ordinance", of_unknown_beginning(),
)  # fmt: skip
GRADES_ORDER_2020 = Law(
    "502CO0000000246", "厚生年金保険法の標準報酬月額の等級区分の改定等に関する政令",
    "Standard Remuneration Grades Order of 2020", "等級区分改定令", "cabinet_order", verified_since(2020, 9, 1),
)  # fmt: skip
HEALTH_INSURANCE_ACT = Law(
    "211AC0000000070", "健康保険法", "Health Insurance Act", "健保法", "act", since(1926, 7, 1)
)  # fmt: skip
HEALTH_INSURANCE_RULES = Law(
    "215M10000008036", "健康保険法施行規則", "Health Insurance Regulations", "健保則", "ministerial_ordinance",
    since(1926, 7, 1),
)  # fmt: skip
PENSION_REFORM_2012 = Law(
    "424AC0000000062",
    "公的年金制度の財政基盤及び最低保障機能の強化等のための国民年金法等の一部を改正する法律",
    "Pension Reform Act of 2012", "平24法62", "act", since(2012, 8, 22),
)  # fmt: skip
PENSION_REFORM_2025 = Law(
    "507AC0000000074",
    "社会経済の変化を踏まえた年金制度の機能強化のための国民年金法等の一部を改正する等の法律",
    "Pension Reform Act of 2025", "令7法74", "act", since(2025, 6, 20),
)  # fmt: skip
CHILD_SUPPORT_REFORM_2024 = Law(
    "506AC0000000047", "子ども・子育て支援法等の一部を改正する法律", "Child Support Reform Act of 2024",
    "令6法47", "act", since(2024, 6, 12),
)  # fmt: skip
WAGE_TEST_ORDER_2026 = Law(
    "508CO0000000275", "令和八年政令第二百七十五号", "Cabinet Order No. 275 of 2026 (End of the Wage Test)",
    "令和8年政令第275号", "cabinet_order", verified_since(2026, 10, 1),
)  # fmt: skip
"""Sets the day on which the pay of a short-time worker no longer matters; its title was not read."""
NATIONAL_PENSION_ACT = Law(
    "334AC0000000141", "国民年金法", "National Pension Act", "国年法", "act", since(1959, 11, 1)
)  # fmt: skip
NATIONAL_PENSION_ORDER = Law(
    "334CO0000000184", "国民年金法施行令", "National Pension Order", "国年令", "cabinet_order", of_unknown_beginning()
)  # fmt: skip
NATIONAL_PENSION_RULES = Law(
    "335M50000100012", "国民年金法施行規則", "National Pension Regulations", "国年則", "ministerial_ordinance",
    of_unknown_beginning(),
)  # fmt: skip
NATIONAL_HEALTH_ACT = Law(
    "333AC0000000192", "国民健康保険法", "National Health Insurance Act", "国保法", "act", since(1959, 1, 1)
)  # fmt: skip
NATIONAL_HEALTH_RULES = Law(
    "333M50000100053", "国民健康保険法施行規則", "National Health Insurance Regulations", "国保則",
    "ministerial_ordinance", since(1959, 1, 1),
)  # fmt: skip
EMPLOYMENT_INSURANCE_ACT = Law(
    "349AC0000000116", "雇用保険法", "Employment Insurance Act", "雇保法", "act", since(1975, 4, 1)
)  # fmt: skip
EMPLOYMENT_INSURANCE_RULES = Law(
    "350M50002000003", "雇用保険法施行規則", "Employment Insurance Regulations", "雇保則", "ministerial_ordinance",
    since(1975, 4, 1),
)  # fmt: skip
ACCIDENT_INSURANCE_ACT = Law(
    "322AC0000000050", "労働者災害補償保険法", "Workers' Accident Compensation Insurance Act", "労災法", "act",
    since(1947, 9, 1),
)  # fmt: skip
INSURANCE_PREMIUMS_ACT = Law(
    "344AC0000000084", "労働保険の保険料の徴収等に関する法律", "Labour Insurance Premiums Act", "徴収法", "act",
    since(1972, 4, 1),
)  # fmt: skip
SPECIAL_PENSION_BENEFITS_ACT = Law(
    "419AC1000000131", "厚生年金保険の保険給付及び保険料の納付の特例等に関する法律",
    "Act on Special Provisions for Pension Benefits and Contributions", "厚生年金特例法", "act", since(2007, 12, 19),
)  # fmt: skip
TOTALISATION_ACT = Law(
    "419AC0000000104", "社会保障協定の実施に伴う厚生年金保険法等の特例等に関する法律",
    "Act on Social Security Agreements", "社会保障協定実施特例法", "act", since(2008, 3, 1),
)  # fmt: skip

SOCIAL_INSURANCE = (
    EMPLOYEES_PENSION_ACT, EMPLOYEES_PENSION_ORDER, EMPLOYEES_PENSION_RULES, GRADES_ORDER_2020, HEALTH_INSURANCE_ACT,
    HEALTH_INSURANCE_RULES, PENSION_REFORM_2012, PENSION_REFORM_2025, CHILD_SUPPORT_REFORM_2024, WAGE_TEST_ORDER_2026,
    NATIONAL_PENSION_ACT,
    NATIONAL_PENSION_ORDER, NATIONAL_PENSION_RULES, NATIONAL_HEALTH_ACT, NATIONAL_HEALTH_RULES,
    EMPLOYMENT_INSURANCE_ACT, EMPLOYMENT_INSURANCE_RULES, ACCIDENT_INSURANCE_ACT, INSURANCE_PREMIUMS_ACT,
    TOTALISATION_ACT, SPECIAL_PENSION_BENEFITS_ACT,
)  # fmt: skip
