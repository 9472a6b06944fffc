"""Labour: standards, wages, contracts, part-time work, and the measures that employers of foreign workers take."""

from __future__ import annotations

from kyosei.law.jp.laws.intervals import of_unknown_beginning, since
from kyosei.terms.citations import Law

__all__ = [
    "EMPLOYMENT_SECURITY_ACT",
    "EQUAL_OPPORTUNITY_ACT",
    "LABOUR",
    "LABOUR_CONTRACTS_ACT",
    "LABOUR_MEASURES_ACT",
    "LABOUR_MEASURES_RULES",
    "LABOUR_STANDARDS_ACT",
    "LABOUR_STANDARDS_RULES",
    "MINIMUM_WAGE_ACT",
    "MINIMUM_WAGE_RULES",
    "OVERTIME_PREMIUM_ORDER",
    "PART_TIME_ACT",
    "PART_TIME_RULES",
]

LABOUR_MEASURES_ACT = Law(
    "341AC0000000132",
    "労働施策の総合的な推進並びに労働者の雇用の安定及び職業生活の充実等に関する法律",
    "Labour Measures Act", "労働施策総合推進法", "act", since(1966, 7, 21),
)  # fmt: skip
LABOUR_MEASURES_RULES = Law(
    "341M50002000023",
    "労働施策の総合的な推進並びに労働者の雇用の安定及び職業生活の充実等に関する法律施行規則",
    "Labour Measures Regulations", "労働施策総合推進法施行規則", "ministerial_ordinance", since(1966, 7, 21),
)  # fmt: skip
LABOUR_STANDARDS_ACT = Law(
    "322AC0000000049", "労働基準法", "Labour Standards Act", "労基法", "act", since(1947, 9, 1)
)  # fmt: skip
LABOUR_STANDARDS_RULES = Law(
    "322M40000100023", "労働基準法施行規則", "Labour Standards Regulations", "労基法施行規則",
    "ministerial_ordinance", since(1947, 9, 1),
)  # fmt: skip
OVERTIME_PREMIUM_ORDER = Law(
    "406CO0000000005",
    "労働基準法第三十七条第一項の時間外及び休日の割増賃金に係る率の最低限度を定める政令",
    "Overtime Premium Order", "割増賃金率令", "cabinet_order", since(1994, 4, 1),
)  # fmt: skip
LABOUR_CONTRACTS_ACT = Law(
    "419AC0000000128", "労働契約法", "Labour Contracts Act", "労契法", "act", since(2008, 3, 1)
)  # fmt: skip
MINIMUM_WAGE_ACT = Law("334AC0000000137", "最低賃金法", "Minimum Wage Act", "最賃法", "act", since(1959, 7, 10))
MINIMUM_WAGE_RULES = Law(
    "334M50002000016", "最低賃金法施行規則", "Minimum Wage Regulations", "最賃法施行規則", "ministerial_ordinance",
    since(1959, 7, 10),
)  # fmt: skip
EQUAL_OPPORTUNITY_ACT = Law(
    "347AC0000000113", "雇用の分野における男女の均等な機会及び待遇の確保等に関する法律",
    "Equal Employment Opportunity Act", "均等法", "act", since(1972, 7, 1),
)  # fmt: skip
EMPLOYMENT_SECURITY_ACT = Law(
    "322AC0000000141", "職業安定法", "Employment Security Act", "職安法", "act", since(1947, 12, 1)
)  # fmt: skip
PART_TIME_ACT = Law(
    "405AC0000000076", "短時間労働者及び有期雇用労働者の雇用管理の改善等に関する法律",
    "Part-Time and Fixed-Term Workers Act", "パート有期法", "act", since(1993, 12, 1),
)  # fmt: skip
PART_TIME_RULES = Law(
    "405M50002000034", "短時間労働者及び有期雇用労働者の雇用管理の改善等に関する法律施行規則",
    "Part-Time and Fixed-Term Workers Regulations", "パート有期法施行規則", "ministerial_ordinance",
    of_unknown_beginning(),
)  # fmt: skip

LABOUR = (
    LABOUR_MEASURES_ACT, LABOUR_MEASURES_RULES, LABOUR_STANDARDS_ACT, LABOUR_STANDARDS_RULES, OVERTIME_PREMIUM_ORDER,
    LABOUR_CONTRACTS_ACT, MINIMUM_WAGE_ACT, MINIMUM_WAGE_RULES, EQUAL_OPPORTUNITY_ACT, EMPLOYMENT_SECURITY_ACT,
    PART_TIME_ACT, PART_TIME_RULES,
)  # fmt: skip
