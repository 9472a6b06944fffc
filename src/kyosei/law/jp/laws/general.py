"""Tax, residence, housing, finance and schools, and the laws about how offices act and how days are counted."""

from __future__ import annotations

from kyosei.law.jp.laws.intervals import of_unknown_beginning, since
from kyosei.terms.citations import Law

__all__ = [
    "ADMINISTRATIVE_APPEALS_ACT",
    "ADMINISTRATIVE_LITIGATION_ACT",
    "ADMINISTRATIVE_PROCEDURE_ACT",
    "CIVIL_CODE",
    "CRIMINAL_PROCEEDS_ACT",
    "FOREIGN_EXCHANGE_ACT",
    "GENERAL",
    "GENERAL_TAX_ACT",
    "GENERAL_TAX_ORDER",
    "HOUSING_SAFETY_NET_ACT",
    "HOUSING_SAFETY_NET_RULES",
    "INCOME_TAX_ACT",
    "LANGUAGE_SCHOOLS_ACT",
    "LANGUAGE_SCHOOLS_STANDARDS",
    "LOCAL_TAX_ACT",
    "NATIONAL_HOLIDAYS_ACT",
    "ORGANS_HOLIDAYS_ACT",
    "PERSONAL_INFORMATION_ACT",
    "RESIDENT_REGISTER_ACT",
    "SCHOOL_EDUCATION_ACT",
]

INCOME_TAX_ACT = Law("340AC0000000033", "所得税法", "Income Tax Act", "所得税法", "act", since(1965, 4, 1))
GENERAL_TAX_ACT = Law(
    "337AC0000000066", "国税通則法", "Act on General Rules for National Taxes", "通則法", "act", since(1962, 4, 1)
)  # fmt: skip
GENERAL_TAX_ORDER = Law(
    "337CO0000000135", "国税通則法施行令", "Order on General Rules for National Taxes", "通則法施行令", "cabinet_order",
    since(1962, 4, 1),
)  # fmt: skip
LOCAL_TAX_ACT = Law("325AC0000000226", "地方税法", "Local Tax Act", "地方税法", "act", since(1950, 7, 31))
RESIDENT_REGISTER_ACT = Law(
    "342AC0000000081", "住民基本台帳法", "Basic Resident Registration Act", "住基法", "act", since(1967, 11, 10)
)  # fmt: skip
FOREIGN_EXCHANGE_ACT = Law(
    "324AC0000000228", "外国為替及び外国貿易法", "Foreign Exchange and Foreign Trade Act", "外為法", "act",
    of_unknown_beginning(),
)  # fmt: skip
CRIMINAL_PROCEEDS_ACT = Law(
    "419AC0000000022", "犯罪による収益の移転防止に関する法律", "Criminal Proceeds Act", "犯収法", "act",
    since(2007, 4, 1),
)  # fmt: skip
HOUSING_SAFETY_NET_ACT = Law(
    "419AC1000000112", "住宅確保要配慮者に対する賃貸住宅の供給の促進に関する法律", "Housing Safety Net Act",
    "住宅セーフティネット法", "act", since(2007, 7, 6),
)  # fmt: skip
HOUSING_SAFETY_NET_RULES = Law(
    "429M60000800063", "住宅確保要配慮者に対する賃貸住宅の供給の促進に関する法律施行規則",
    "Housing Safety Net Regulations", "住宅セーフティネット法施行規則", "ministerial_ordinance", since(2017, 10, 25),
)  # fmt: skip
SCHOOL_EDUCATION_ACT = Law(
    "322AC0000000026", "学校教育法", "School Education Act", "学教法", "act", since(1947, 4, 1)
)  # fmt: skip
LANGUAGE_SCHOOLS_ACT = Law(
    "505AC0000000041",
    "日本語教育の適正かつ確実な実施を図るための日本語教育機関の認定等に関する法律",
    "Japanese-Language Institutions Act", "日本語教育機関認定法", "act", since(2024, 4, 1),
)  # fmt: skip
LANGUAGE_SCHOOLS_STANDARDS = Law(
    "505M60000080040", "認定日本語教育機関認定基準", "Recognition Standards of Japanese-Language Institutions",
    "認定基準", "ministerial_ordinance", since(2024, 4, 1),
)  # fmt: skip
PERSONAL_INFORMATION_ACT = Law(
    "415AC0000000057", "個人情報の保護に関する法律", "Act on the Protection of Personal Information", "個情法", "act",
    since(2003, 5, 30),
)  # fmt: skip
ADMINISTRATIVE_PROCEDURE_ACT = Law(
    "405AC0000000088", "行政手続法", "Administrative Procedure Act", "行手法", "act", since(1994, 10, 1)
)  # fmt: skip
ADMINISTRATIVE_LITIGATION_ACT = Law(
    "337AC0000000139", "行政事件訴訟法", "Administrative Case Litigation Act", "行訴法", "act", since(1962, 10, 1)
)  # fmt: skip
ADMINISTRATIVE_APPEALS_ACT = Law(
    "426AC0000000068", "行政不服審査法", "Administrative Complaint Review Act", "行審法", "act", since(2016, 4, 1)
)  # fmt: skip
ORGANS_HOLIDAYS_ACT = Law(
    "363AC0000000091", "行政機関の休日に関する法律", "Act on Holidays of Administrative Organs", "行政機関休日法", "act",
    since(1989, 1, 1),
)  # fmt: skip
NATIONAL_HOLIDAYS_ACT = Law(
    "323AC1000000178", "国民の祝日に関する法律", "Act on National Holidays", "祝日法", "act", since(1948, 7, 20)
)  # fmt: skip
CIVIL_CODE = Law("129AC0000000089", "民法", "Civil Code", "民法", "act", since(1898, 7, 16))

GENERAL = (
    INCOME_TAX_ACT, GENERAL_TAX_ACT, GENERAL_TAX_ORDER, LOCAL_TAX_ACT, RESIDENT_REGISTER_ACT, FOREIGN_EXCHANGE_ACT,
    CRIMINAL_PROCEEDS_ACT, HOUSING_SAFETY_NET_ACT, HOUSING_SAFETY_NET_RULES, SCHOOL_EDUCATION_ACT,
    LANGUAGE_SCHOOLS_ACT, LANGUAGE_SCHOOLS_STANDARDS, PERSONAL_INFORMATION_ACT, ADMINISTRATIVE_PROCEDURE_ACT,
    ADMINISTRATIVE_LITIGATION_ACT, ADMINISTRATIVE_APPEALS_ACT, ORGANS_HOLIDAYS_ACT, NATIONAL_HOLIDAYS_ACT, CIVIL_CODE,
)  # fmt: skip
