"""The gateways between offices under the law of Japan, listed by hand, each with the provisions on which it rests.

All of them were compared with their texts on 2026-11-22. Listed are provisions that name both sides and the matter. Not
listed, and so carrying nothing here:

- Article 69(2)(iii) of the Act on the Protection of Personal Information lets an organ hand on what another needs. It is
  weighed for one disclosure at a time, by the head of the organ, and is outweighed by the secrecy of inspectors, tax
  officers and those who keep the resident register (69(3); Labour Standards Act 105, Resident Register Act 35).
- Article 62(2) of the Immigration Act has officials report whom they believe to fall under article 24. Whether
  somebody does is no finding of this software, and no case of it says so.
- The mutual notices of immigration and labour inspection rest on circulars, which bind offices and open no gateway.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from kyosei.law.jp.laws import (
    EMPLOYEES_PENSION_ACT,
    EMPLOYMENT_INSURANCE_ACT,
    HEALTH_INSURANCE_ACT,
    IMMIGRATION_ACT,
    LABOUR_MEASURES_ACT,
    NATIONAL_HEALTH_ACT,
    NATIONAL_PENSION_ACT,
    RESIDENT_REGISTER_ACT,
)
from kyosei.norms.gateways import Gateway, Opening
from kyosei.terms.citations import InForce
from kyosei.terms.text import Text

__all__ = ["GATEWAYS"]

_READ_ON: Final = date(2026, 11, 22)
_LOOK_AGAIN: Final = date(2027, 11, 22)

_ISA: Final = "authority:isa"
_LABOUR_OFFICE: Final = "authority:labour-office"
_PENSION_SERVICE: Final = "authority:pension-service"
_MUNICIPALITIES: Final = "municipality:*"


def _verified_since(year: int, month: int, day: int) -> InForce:
    """Reads so in the text of this day; since when it has, was not looked up."""
    return InForce(date(year, month, day), sureness="verified")


def _since(year: int, month: int, day: int) -> InForce:
    """In force since this day, which is known and was not read."""
    return InForce(date(year, month, day), sureness="knowledge")


_CONDITIONS_OF_WORK: Final = (
    "jp.labour.minimum-wage", "jp.labour.minimum-wage-by-the-hour", "jp.labour.wages-in-full",
    "jp.labour.wages-in-full-by-the-hour", "jp.labour.premiums", "jp.labour.premiums-by-the-hour",
    "jp.labour.overtime-month", "jp.labour.overtime-average", "jp.labour.papers-not-kept",
    "jp.labour.trainee-papers-not-kept", "jp.labour.no-penalty-clause",
)  # fmt: skip
"""What a host has to keep towards those it employs, on which its permission to receive people rests."""
_PENSION_ENROLMENT: Final = (
    "jp.pension.report-acquisition", "jp.pension.withheld-without-enrolment", "jp.health.report-acquisition",
    "jp.health.withheld-without-enrolment",
)  # fmt: skip
_EMPLOYMENT_INSURANCE: Final = (
    "jp.employment-insurance.report-acquisition", "jp.employment-insurance.withheld-without-enrolment",
)  # fmt: skip

GATEWAYS: Final[tuple[Gateway, ...]] = (
    Gateway(
        "isa-asks-labour-office", _LABOUR_OFFICE, _ISA, Opening.ON_REQUEST,
        Text(
            "受入れ機関の労働条件に関する事項（出入国及び在留の管理の事務に必要な協力として求められたもの）",
            "会社が はたらく 人に 守る こと。入管が 聞いた とき だけです",
            "Whether a host keeps the conditions of work, which the immigration office asks for its own tasks",
        ),
        (IMMIGRATION_ACT.article("61-7", 1), IMMIGRATION_ACT.article("61-7", 2)),
        _verified_since(2026, 6, 14), _READ_ON, _LOOK_AGAIN, _CONDITIONS_OF_WORK,
    ),
    Gateway(
        "isa-asks-pension-service", _PENSION_SERVICE, _ISA, Opening.ON_REQUEST,
        Text(
            "受入れ機関の社会保険の届出に関する事項（出入国及び在留の管理の事務に必要な協力として求められたもの）",
            "会社が 年金と 健康保険に 入れたか。入管が 聞いた とき だけです",
            "Whether a host enrolled its workers, which the immigration office asks for its own tasks",
        ),
        (IMMIGRATION_ACT.article("61-7", 1), IMMIGRATION_ACT.article("61-7", 2)),
        _verified_since(2026, 6, 14), _READ_ON, _LOOK_AGAIN, _PENSION_ENROLMENT,
    ),
    Gateway(
        "pension-service-asks-labour-office", _LABOUR_OFFICE, _PENSION_SERVICE, Opening.ON_REQUEST,
        Text(
            "事業所の名称、所在地その他、被保険者の資格、標準報酬又は保険料に関し必要な事項",
            "会社の 名前や 場所など。年金の 役所が 聞いた とき だけです",
            "An establishment's name, place and what else the pension service needs about insurance and premiums",
        ),
        (EMPLOYEES_PENSION_ACT.article("100-2", 2), HEALTH_INSURANCE_ACT.article(199, 1)),
        _verified_since(2026, 6, 5), _READ_ON, _LOOK_AGAIN, _EMPLOYMENT_INSURANCE,
    ),
    Gateway(
        "labour-office-asks-pension-service", _PENSION_SERVICE, _LABOUR_OFFICE, Opening.ON_REQUEST,
        Text(
            "雇用保険法の施行に関して必要な資料",
            "雇用保険の ために いる こと。労働局が 聞いた とき だけです",
            "What the labour office needs to carry out employment insurance",
        ),
        (EMPLOYMENT_INSURANCE_ACT.article("77-2", 1), EMPLOYMENT_INSURANCE_ACT.article("77-2", 2)),
        _verified_since(2026, 5, 13), _READ_ON, _LOOK_AGAIN, _PENSION_ENROLMENT,
    ),
    Gateway(
        "isa-asks-employment-notices", _LABOUR_OFFICE, _ISA, Opening.ON_REQUEST,
        Text(
            "事業主が届け出た外国人の雇用状況（在留に関する事項の確認のために求められたもの）",
            "会社が 出した 外国人の 届出の 内容。入管が 聞いた とき だけです",
            "What employers notified of foreign workers, to confirm particulars of a stay",
        ),
        (LABOUR_MEASURES_ACT.article(29),), _since(2007, 10, 1), _READ_ON, _LOOK_AGAIN,
    ),
    Gateway(
        "labour-office-asks-isa", _ISA, _LABOUR_OFFICE, Opening.ON_REQUEST,
        Text(
            "労働に従事することを目的として在留する外国人の出入国に関する連絡又は協力",
            "はたらく ために 来る 外国人の 出入国の こと。労働局が 聞いた とき だけです",
            "Contact or cooperation about the entry and exit of those who stay in order to work",
        ),
        (LABOUR_MEASURES_ACT.article(30, 1), LABOUR_MEASURES_ACT.article(30, 2)),
        _verified_since(2026, 4, 1), _READ_ON, _LOOK_AGAIN,
    ),
    Gateway(
        "municipality-tells-isa", _MUNICIPALITIES, _ISA, Opening.DUTY,
        Text(
            "外国人住民に係る住民票の記載、消除又は記載の修正をした旨",
            "外国人の 住民票を つくった こと、けした こと、なおした こと",
            "That a foreign resident's record in the register was made, removed or amended",
        ),
        (IMMIGRATION_ACT.article("61-7-2"),), _since(2012, 7, 9), _READ_ON, _LOOK_AGAIN,
    ),
    Gateway(
        "isa-tells-municipality", _ISA, _MUNICIPALITIES, Opening.DUTY,
        Text(
            "氏名、生年月日、性別、国籍等又は在留に関する事項の変更又は誤り",
            "名前、生まれた 日、国、在留の ことが かわった こと、まちがって いた こと",
            "That the name, birth, sex, nationality or particulars of the stay changed or were wrong",
        ),
        (RESIDENT_REGISTER_ACT.article("30-50"),), _since(2012, 7, 9), _READ_ON, _LOOK_AGAIN,
    ),
    *(
        Gateway(
            f"{name}-asks-municipality", _MUNICIPALITIES, office, Opening.ON_REQUEST,
            Text(
                "住民基本台帳に記録されている事項（所掌事務について必要なもの）",
                "住民票に 書いて ある こと。役所が 聞いた とき だけです",
                "What stands in the resident register and the office needs for its tasks",
            ),
            (RESIDENT_REGISTER_ACT.article(37, 1),), _verified_since(2026, 6, 14), _READ_ON, _LOOK_AGAIN,
        )
        for name, office in (("labour-office", _LABOUR_OFFICE), ("tax-office", "authority:tax-office"))
    ),
    Gateway(
        "pension-service-asks-municipality", _MUNICIPALITIES, _PENSION_SERVICE, Opening.ON_REQUEST,
        Text(
            "国民年金の被保険者の氏名及び住所、資格、保険料の納付状況その他の事項",
            "国民年金の 人の 名前、住所、保険料の こと。年金の 役所が 聞いた とき だけです",
            "Names, addresses, insurance and premiums of those in the National Pension",
        ),
        (NATIONAL_PENSION_ACT.article(108, 1),), _verified_since(2026, 5, 25), _READ_ON, _LOOK_AGAIN,
    ),
    Gateway(
        "municipality-asks-pension-service", _PENSION_SERVICE, _MUNICIPALITIES, Opening.ON_REQUEST,
        Text(
            "国民年金の種別の変更及び保険料の納付状況その他、国民健康保険のため必要な事項",
            "国民健康保険の ために いる こと。市や 町が 聞いた とき だけです",
            "Changes of class and premiums paid in the National Pension, as National Health Insurance needs them",
        ),
        (NATIONAL_HEALTH_ACT.article("113-2", 1),), _verified_since(2026, 6, 5), _READ_ON, _LOOK_AGAIN,
    ),
)  # fmt: skip
