"""The laws, ordinances and rules of Japan that the norms cite."""

from __future__ import annotations

from kyosei.terms.citations import Law

IMMIGRATION_ACT = Law("326CO0000000319", "出入国管理及び難民認定法", "Immigration Control and Refugee Recognition Act")
IMMIGRATION_RULES = Law("356M50000010054", "出入国管理及び難民認定法施行規則", "Immigration Regulations")
LANDING_CRITERIA = Law(
    "402M50000010016", "出入国管理及び難民認定法第七条第一項第二号の基準を定める省令", "Landing Criteria"
)
SSW_STANDARDS = Law(
    "431M60000010005",
    "特定技能雇用契約及び一号特定技能外国人支援計画の基準等を定める省令",
    "SSW Contract and Support Standards",
)
LABOUR_MEASURES_ACT = Law(
    "341AC0000000132",
    "労働施策の総合的な推進並びに労働者の雇用の安定及び職業生活の充実等に関する法律",
    "Labour Measures Act",
)
LABOUR_MEASURES_RULES = Law(
    "341M50002000023",
    "労働施策の総合的な推進並びに労働者の雇用の安定及び職業生活の充実等に関する法律施行規則",
    "Labour Measures Regulations",
)
LABOUR_STANDARDS_ACT = Law("322AC0000000049", "労働基準法", "Labour Standards Act")
MINIMUM_WAGE_ACT = Law("334AC0000000137", "最低賃金法", "Minimum Wage Act")
MINIMUM_WAGE_RULES = Law("334M50002000016", "最低賃金法施行規則", "Minimum Wage Regulations")
EMPLOYEES_PENSION_ACT = Law("329AC0000000115", "厚生年金保険法", "Employees' Pension Insurance Act")
EMPLOYEES_PENSION_RULES = Law("329M50000100037", "厚生年金保険法施行規則", "Employees' Pension Insurance Regulations")
HEALTH_INSURANCE_ACT = Law("211AC0000000070", "健康保険法", "Health Insurance Act")
HEALTH_INSURANCE_RULES = Law("215M10000008036", "健康保険法施行規則", "Health Insurance Regulations")
PENSION_REFORM_2012 = Law(
    "424AC0000000062",
    "公的年金制度の財政基盤及び最低保障機能の強化等のための国民年金法等の一部を改正する法律",
    "Pension Reform Act of 2012",
)
NATIONAL_PENSION_ACT = Law("334AC0000000141", "国民年金法", "National Pension Act")
NATIONAL_PENSION_RULES = Law("335M50000100012", "国民年金法施行規則", "National Pension Regulations")
NATIONAL_HEALTH_ACT = Law("333AC0000000192", "国民健康保険法", "National Health Insurance Act")
EMPLOYMENT_INSURANCE_ACT = Law("349AC0000000116", "雇用保険法", "Employment Insurance Act")
EMPLOYMENT_INSURANCE_RULES = Law("350M50002000003", "雇用保険法施行規則", "Employment Insurance Regulations")
LOCAL_TAX_ACT = Law("325AC0000000226", "地方税法", "Local Tax Act")
RESIDENT_REGISTER_ACT = Law("342AC0000000081", "住民基本台帳法", "Basic Resident Registration Act")
CRIMINAL_PROCEEDS_ACT = Law("419AC0000000022", "犯罪による収益の移転防止に関する法律", "Criminal Proceeds Act")
SCHOOL_EDUCATION_ACT = Law("322AC0000000026", "学校教育法", "School Education Act")
ORGANS_HOLIDAYS_ACT = Law("363AC0000000091", "行政機関の休日に関する法律", "Act on Holidays of Administrative Organs")
TOTALISATION_ACT = Law(
    "419AC0000000104",
    "社会保障協定の実施に伴う厚生年金保険法等の特例等に関する法律",
    "Act on Social Security Agreements",
)
CIVIL_CODE = Law("129AC0000000089", "民法", "Civil Code")
PERSONAL_INFORMATION_ACT = Law(
    "415AC0000000057", "個人情報の保護に関する法律", "Act on the Protection of Personal Information"
)

LAWS = (
    IMMIGRATION_ACT, IMMIGRATION_RULES, LANDING_CRITERIA, SSW_STANDARDS, LABOUR_MEASURES_ACT, LABOUR_MEASURES_RULES,
    LABOUR_STANDARDS_ACT, MINIMUM_WAGE_ACT, MINIMUM_WAGE_RULES, EMPLOYEES_PENSION_ACT, EMPLOYEES_PENSION_RULES,
    HEALTH_INSURANCE_ACT, HEALTH_INSURANCE_RULES, PENSION_REFORM_2012, NATIONAL_PENSION_ACT, NATIONAL_PENSION_RULES,
    NATIONAL_HEALTH_ACT, EMPLOYMENT_INSURANCE_ACT, EMPLOYMENT_INSURANCE_RULES, LOCAL_TAX_ACT, RESIDENT_REGISTER_ACT,
    CRIMINAL_PROCEEDS_ACT, SCHOOL_EDUCATION_ACT, ORGANS_HOLIDAYS_ACT, TOTALISATION_ACT, CIVIL_CODE,
    PERSONAL_INFORMATION_ACT,
)  # fmt: skip
