"""Immigration: the Act, its orders and ordinances, and the laws about those whom it admits to work or train."""

from __future__ import annotations

from datetime import date

from kyosei.law.jp.laws.intervals import of_unknown_beginning, since, verified_since
from kyosei.terms.citations import Law, Titles

__all__ = [
    "ESD_ORDINANCE",
    "ESD_REFORM_ACT",
    "ESD_TRANSITION_ORDER",
    "FEES_ACT",
    "FEES_COMMENCEMENT_ORDER",
    "FEES_ORDER",
    "HIGHLY_SKILLED_ORDINANCE",
    "IMMIGRATION",
    "IMMIGRATION_ACT",
    "IMMIGRATION_ORDER",
    "IMMIGRATION_RULES",
    "LANDING_CRITERIA",
    "SPECIAL_PERMANENT_RESIDENTS_ACT",
    "SPECIFIED_CARD_ACT",
    "SPECIFIED_CARD_ORDER",
    "SPECIFIED_CARD_RULES",
    "SSW_FIELDS",
    "SSW_STANDARDS",
    "TECHNICAL_INTERN_ACT",
    "TECHNICAL_INTERN_CHANGE_CRITERIA",
    "TOP_TALENT_ORDINANCE",
]

IMMIGRATION_ACT = Law(
    "326CO0000000319", "出入国管理及び難民認定法", "Immigration Control and Refugee Recognition Act", "入管法", "act",
    since(1951, 11, 1),
)  # fmt: skip
"""Made as a cabinet order, it has had the force of an act since 1952-04-28 (Act No. 126 of 1952, art. 4)."""
IMMIGRATION_ORDER = Law(
    "410CO0000000178", "出入国管理及び難民認定法施行令", "Immigration Order", "入管法施行令", "cabinet_order",
    of_unknown_beginning(),
)  # fmt: skip
IMMIGRATION_RULES = Law(
    "356M50000010054", "出入国管理及び難民認定法施行規則", "Immigration Regulations", "入管法施行規則",
    "ministerial_ordinance", since(1982, 1, 1),
)  # fmt: skip
LANDING_CRITERIA = Law(
    "402M50000010016", "出入国管理及び難民認定法第七条第一項第二号の基準を定める省令", "Landing Criteria",
    "上陸基準省令", "ministerial_ordinance", since(1990, 6, 1),
)  # fmt: skip
TECHNICAL_INTERN_CHANGE_CRITERIA = Law(
    "421M60000010051", "出入国管理及び難民認定法第二十条の二第二項の基準を定める省令",
    "Criteria for Changes of Technical Interns", "変更基準省令", "ministerial_ordinance", since(2010, 7, 1),
)  # fmt: skip
HIGHLY_SKILLED_ORDINANCE = Law(
    "426M60000010037",
    "出入国管理及び難民認定法別表第一の二の表の高度専門職の項の下欄の基準を定める省令",
    "Highly Skilled Professional Criteria", "高度専門職省令", "ministerial_ordinance", since(2015, 4, 1),
)  # fmt: skip
TOP_TALENT_ORDINANCE = Law(
    "505M60000010025", "特別高度人材の基準を定める省令", "Special Highly Skilled Criteria (J-Skip)",
    "特別高度人材省令", "ministerial_ordinance", since(2023, 4, 21),
)  # fmt: skip
SSW_STANDARDS = Law(
    "431M60000010005", "特定技能雇用契約及び一号特定技能外国人支援計画の基準等を定める省令",
    "SSW Contract and Support Standards", "特定技能基準省令", "ministerial_ordinance", since(2019, 4, 1),
)  # fmt: skip
SSW_FIELDS = Law(
    "431M60000010006",
    "出入国管理及び難民認定法別表第一の二の表の特定技能の項の下欄に規定する産業上の分野等を定める省令",
    "SSW Industrial Fields", "特定技能分野省令", "ministerial_ordinance", since(2019, 4, 1),
)  # fmt: skip
SPECIAL_PERMANENT_RESIDENTS_ACT = Law(
    "403AC0000000071", "日本国との平和条約に基づき日本の国籍を離脱した者等の出入国管理に関する特例法",
    "Special Permanent Residents Act", "入管特例法", "act", since(1991, 11, 1),
)  # fmt: skip
TECHNICAL_INTERN_ACT = Law(
    "428AC0000000089", "外国人の技能実習の適正な実施及び技能実習生の保護に関する法律", "Technical Intern Training Act",
    "技能実習法", "act", since(2017, 11, 1),
    renamed=(
        date(2027, 4, 1),
        Titles(
            "外国人の育成就労の適正な実施及び育成就労外国人の保護に関する法律", "育成就労法",
            "Employment for Skill Development Act",
        ),
    ),
)  # fmt: skip
"""Renamed by Act No. 60 of 2024; its number in the register stays."""
ESD_ORDINANCE = Law(
    "507M60000110004", "外国人の育成就労の適正な実施及び育成就労外国人の保護に関する法律施行規則",
    "Employment for Skill Development Regulations", "育成就労法施行規則", "ministerial_ordinance",
    verified_since(2027, 4, 1),
)  # fmt: skip
ESD_REFORM_ACT = Law(
    "506AC0000000060",
    "出入国管理及び難民認定法及び外国人の技能実習の適正な実施及び技能実習生の保護に関する法律の一部を改正する法律",
    "Act No. 60 of 2024 (Employment for Skill Development)", "令和6年法律第60号", "act", verified_since(2027, 4, 1),
)  # fmt: skip
ESD_TRANSITION_ORDER = Law(
    "507CO0000000341",
    "出入国管理及び難民認定法及び外国人の技能実習の適正な実施及び技能実習生の保護に関する法律の一部を改正する法律の"
    "施行に伴う関係政令の整備及び経過措置に関する政令",
    "Employment for Skill Development Transition Order", "育成就労整備政令", "cabinet_order",
    verified_since(2027, 4, 1),
)  # fmt: skip
SPECIFIED_CARD_ACT = Law(
    "506AC0000000059", "出入国管理及び難民認定法等の一部を改正する法律", "Act No. 59 of 2024 (Specified Residence Card)",
    "令和6年法律第59号", "act", verified_since(2026, 6, 14),
)  # fmt: skip
SPECIFIED_CARD_ORDER = Law(
    "507CO0000000423",
    "出入国管理及び難民認定法等の一部を改正する法律の施行に伴う関係政令の整備等及び経過措置に関する政令",
    "Specified Residence Card Transition Order", "特定在留カード整備政令", "cabinet_order", verified_since(2026, 6, 14),
)  # fmt: skip
SPECIFIED_CARD_RULES = Law(
    "508M60000018001", "特定在留カードの交付の申請に関する規則", "Rules on the Specified Residence Card",
    "特定在留カード規則", "ministerial_ordinance", verified_since(2026, 6, 14),
)  # fmt: skip
FEES_ACT = Law(
    "508AC0000000032", "令和八年法律第三十二号", "Act No. 32 of 2026 (Fees, JESTA)", "令和8年法律第32号", "act",
    verified_since(2026, 10, 1),
)  # fmt: skip
"""Its title was not read; the part about fees is in force, the rest follows by 2029-03-31."""
FEES_COMMENCEMENT_ORDER = Law(
    "508CO0000000267", "令和八年政令第二百六十七号", "Cabinet Order No. 267 of 2026 (Day of the Fees)",
    "令和8年政令第267号", "cabinet_order", verified_since(2026, 10, 1),
)  # fmt: skip
FEES_ORDER = Law(
    "508CO0000000268", "令和八年政令第二百六十八号", "Cabinet Order No. 268 of 2026 (Amounts of the Fees)",
    "令和8年政令第268号", "cabinet_order", verified_since(2026, 10, 1),
)  # fmt: skip

IMMIGRATION = (
    IMMIGRATION_ACT, IMMIGRATION_ORDER, IMMIGRATION_RULES, LANDING_CRITERIA, TECHNICAL_INTERN_CHANGE_CRITERIA,
    HIGHLY_SKILLED_ORDINANCE, TOP_TALENT_ORDINANCE, SSW_STANDARDS, SSW_FIELDS, SPECIAL_PERMANENT_RESIDENTS_ACT,
    TECHNICAL_INTERN_ACT, ESD_ORDINANCE, ESD_REFORM_ACT, ESD_TRANSITION_ORDER, SPECIFIED_CARD_ACT,
    SPECIFIED_CARD_ORDER, SPECIFIED_CARD_RULES, FEES_ACT, FEES_COMMENCEMENT_ORDER, FEES_ORDER,
)  # fmt: skip
