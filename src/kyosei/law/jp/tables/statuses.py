"""The 29 statuses of residence (在留資格): where they stand, work, notification and periods of stay.

Statuses: Immigration Control and Refugee Recognition Act, Tables I and II (別表第一、別表第二); work: art. 19;
notification: art. 19-16; periods: art. 2-2(3) and art. 3 and Table II of its Regulations. Japanese titles, work and
notification are verified in the text of 2026-06-14; the slugs are our own, the English titles the customary ones.

Periods are dated. Those whose day is verified were compared in successive texts of the Regulations from 2017-06-01 on;
for earlier days what held is known, but not the text (`day_verified` False). Nothing is listed before 2012-07-09,
when residence cards began. From 2027-04-01 Employment for Skill Development (育成就労) replaces Technical Intern
Training for new entrants; it is not listed, because its text is not at hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kyosei.errors import LawError
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.terms.citations import Provision

__all__ = [
    "NOTIFICATION_PROVISIONS",
    "PERIODS_PROVISIONS",
    "STATUSES",
    "LegalPeriods",
    "ResidenceStatusFact",
    "status_named",
]

Table = Literal["I-1", "I-2", "I-3", "I-4", "I-5", "II"]
Work = Literal["authorised", "none", "designated", "unrestricted"]
Notification = Literal["activity", "contract", "activity_or_contract", "spouse", "none"]

NOTIFICATION_PROVISIONS: tuple[tuple[str, Provision], ...] = (
    ("activity", IMMIGRATION_ACT.article("19-16", 1, 1)),
    ("contract", IMMIGRATION_ACT.article("19-16", 1, 2)),
    ("spouse", IMMIGRATION_ACT.article("19-16", 1, 3)),
)
PERIODS_PROVISIONS = (
    IMMIGRATION_ACT.article("2-2", 3),
    IMMIGRATION_RULES.article(3),
    IMMIGRATION_RULES.article("app:別表第二"),
)


@dataclass(frozen=True, slots=True)
class LegalPeriods:
    """The periods that may be granted from a day on, to every holder or to those of the named subclasses.

    `fixed` holds ISO 8601 durations, `"indefinite"` (無期限), or `"for_the_activity"` (Diplomat). `designated_max` is
    the longest period the Minister may set for the individual (指定する期間), None if none may be set.
    """

    from_day: date
    fixed: tuple[str, ...]
    designated_max: str | None = None
    subclasses: tuple[str, ...] = ()
    day_verified: bool = True

    def allow(self, period: str) -> bool:
        """Whether the period is one of the fixed ones or short enough to have been designated."""
        if period in self.fixed:
            return True
        if self.designated_max is None or not period.startswith("P"):
            return False
        return _length(period) <= _length(self.designated_max)


@dataclass(frozen=True, slots=True)
class ResidenceStatusFact:
    """One status of residence as the law declares it.

    `notification` is the event the holder must report under art. 19-16, `notification_only_if` what limits that to some
    holders; `activity_or_contract` means that the subclass decides. `history` is in order of days; on one day each
    subclass is spoken of once.
    """

    slug: str
    title_ja: str
    title_en: str
    table: Table
    work: Work
    notification: Notification
    history: tuple[LegalPeriods, ...]
    notification_only_if: str | None = None

    @property
    def periods(self) -> tuple[str, ...]:
        """Every fixed period legal at some time, in order of appearance, with "designated" if one could be set."""
        fixed = [period for legal in self.history for period in legal.fixed]
        designated = ["designated"] if any(legal.designated_max for legal in self.history) else []
        return tuple(dict.fromkeys(fixed + designated))

    def periods_on(self, day: date, subclass: str | None = None) -> tuple[LegalPeriods, ...]:
        """What may be granted on a day: one entry for each group of holders, or for the one of the subclass."""
        reached: dict[tuple[str, ...], LegalPeriods] = {}
        for legal in self.history:
            if legal.from_day <= day:
                reached[legal.subclasses] = legal
        return tuple(
            legal
            for legal in reached.values()
            if subclass is None or not legal.subclasses or subclass in legal.subclasses
        )

    def may_be_granted(self, period: str, day: date, subclass: str | None = None) -> bool:
        """Whether a period (ISO 8601, "indefinite", "for_the_activity") could be granted on a day."""
        return any(legal.allow(period) for legal in self.periods_on(day, subclass))

    def could_ever_be_granted(self, period: str) -> bool:
        """Whether a period could be granted on some day since 2012-07-09."""
        return any(legal.allow(period) for legal in self.history)


_DURATION = re.compile(r"P(?=[0-9])(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<days>[0-9]+)D)?")


def _length(period: str) -> int:
    """A duration in days of months of 31: enough to compare designated periods with their maximum."""
    found = _DURATION.fullmatch(period)
    if found is None:
        raise LawError(f"{period!r} is no period of stay; write it as ISO 8601 years, months and days, such as P4Y3M")
    years, months, days = (int(part or 0) for part in found.groups())
    return (12 * years + months) * 31 + days


_CARDS_BEGAN = date(2012, 7, 9)
_MERGED = date(2015, 4, 1)  # Act No. 74 of 2014: new and merged statuses


def _since(from_day: date, *fixed: str, until_designated: str | None = None) -> tuple[LegalPeriods, ...]:
    """Periods of all holders that have not changed since a day before the first text at hand."""
    return (LegalPeriods(from_day, fixed, until_designated, day_verified=False),)


_FIVE_THREE_ONE = _since(_CARDS_BEGAN, "P5Y", "P3Y", "P1Y", "P3M")
_FAMILY = _since(_CARDS_BEGAN, "P5Y", "P3Y", "P1Y", "P6M")
_FIFTEEN_MONTH_STEPS = ("P4Y", "P3Y3M", "P3Y", "P2Y3M", "P2Y", "P1Y3M", "P1Y", "P6M", "P3M")
_DESIGNATION_WIDENED = date(2021, 3, 30)  # Student and Dependent: a maximum in place of a list

_HIGHLY_SKILLED = (
    LegalPeriods(_MERGED, ("P5Y",), subclasses=("hsp-1a", "hsp-1b", "hsp-1c"), day_verified=False),
    LegalPeriods(_MERGED, ("indefinite",), subclasses=("hsp-2",), day_verified=False),
)
_BUSINESS_MANAGER = (
    LegalPeriods(_MERGED, ("P5Y", "P3Y", "P1Y", "P4M", "P3M"), day_verified=False),
    LegalPeriods(date(2020, 3, 31), ("P5Y", "P3Y", "P1Y", "P6M", "P4M", "P3M")),
)
_ENTERTAINER = (
    LegalPeriods(_CARDS_BEGAN, ("P3Y", "P1Y", "P6M", "P3M", "P15D"), day_verified=False),
    LegalPeriods(date(2023, 8, 1), ("P3Y", "P1Y", "P6M", "P3M", "P30D")),
)
_SPECIFIED_SKILLED_WORKER = (
    LegalPeriods(date(2019, 4, 1), ("P1Y", "P6M", "P4M"), subclasses=("ssw-1",)),
    LegalPeriods(date(2019, 4, 1), ("P3Y", "P1Y", "P6M"), subclasses=("ssw-2",)),
    LegalPeriods(date(2023, 4, 20), (), "P1Y", subclasses=("ssw-1",)),
    LegalPeriods(date(2025, 9, 30), (), "P3Y", subclasses=("ssw-1",)),
    LegalPeriods(date(2025, 9, 30), ("P3Y", "P2Y", "P1Y", "P6M"), subclasses=("ssw-2",)),
)
_TECHNICAL_INTERN_FIRST = ("titp-1", "titp-1a", "titp-1b")
_TECHNICAL_INTERN_LATER = ("titp-2", "titp-2a", "titp-2b", "titp-3", "titp-3a", "titp-3b")
_TECHNICAL_INTERN = (
    LegalPeriods(_CARDS_BEGAN, ("P1Y", "P6M"), subclasses=_TECHNICAL_INTERN_FIRST, day_verified=False),
    LegalPeriods(_CARDS_BEGAN, (), "P1Y", subclasses=_TECHNICAL_INTERN_LATER, day_verified=False),
    LegalPeriods(date(2017, 11, 1), (), "P1Y", subclasses=_TECHNICAL_INTERN_FIRST),
    LegalPeriods(date(2017, 11, 1), (), "P2Y", subclasses=_TECHNICAL_INTERN_LATER),
)
_STUDENT = (
    LegalPeriods(_CARDS_BEGAN, ("P4Y3M", *_FIFTEEN_MONTH_STEPS), day_verified=False),
    LegalPeriods(_DESIGNATION_WIDENED, (), "P4Y3M"),
)
_TRAINEE = (
    LegalPeriods(_CARDS_BEGAN, ("P1Y", "P6M", "P3M"), day_verified=False),
    # Two years only for clinical training with particle-beam equipment.
    LegalPeriods(date(2023, 3, 31), ("P2Y", "P1Y", "P6M", "P3M")),
)
_DEPENDENT = (
    LegalPeriods(_CARDS_BEGAN, ("P5Y", "P4Y3M", *_FIFTEEN_MONTH_STEPS), day_verified=False),
    LegalPeriods(_DESIGNATION_WIDENED, (), "P5Y"),
)
# Activities and standings of a public notice have the fixed periods, all others a designated one of at most five years.
_DESIGNATED_ACTIVITIES = _since(_CARDS_BEGAN, "P5Y", "P3Y", "P1Y", "P6M", "P3M", until_designated="P5Y")
_LONG_TERM_RESIDENT = _since(_CARDS_BEGAN, "P5Y", "P3Y", "P1Y", "P6M", until_designated="P5Y")

# fmt: off
STATUSES: tuple[ResidenceStatusFact, ...] = (
    ResidenceStatusFact("diplomat", "外交", "Diplomat", "I-1", "authorised", "none",
                        _since(_CARDS_BEGAN, "for_the_activity")),
    ResidenceStatusFact("official", "公用", "Official", "I-1", "authorised", "none",
                        _since(_CARDS_BEGAN, "P5Y", "P3Y", "P1Y", "P3M", "P30D", "P15D")),
    ResidenceStatusFact("professor", "教授", "Professor", "I-1", "authorised", "activity", _FIVE_THREE_ONE),
    ResidenceStatusFact("artist", "芸術", "Artist", "I-1", "authorised", "none", _FIVE_THREE_ONE),
    ResidenceStatusFact("religious-activities", "宗教", "Religious Activities", "I-1", "authorised", "none",
                        _FIVE_THREE_ONE),
    ResidenceStatusFact("journalist", "報道", "Journalist", "I-1", "authorised", "none", _FIVE_THREE_ONE),
    ResidenceStatusFact("highly-skilled-professional", "高度専門職", "Highly Skilled Professional", "I-2", "authorised",
                        "activity_or_contract", _HIGHLY_SKILLED,
                        notification_only_if="hsp-1c, or hsp-2 doing its activity: activity; the others: contract"),
    ResidenceStatusFact("business-manager", "経営・管理", "Business Manager", "I-2", "authorised", "activity",
                        _BUSINESS_MANAGER),
    ResidenceStatusFact("legal-accounting", "法律・会計業務", "Legal/Accounting Services", "I-2", "authorised",
                        "activity", _FIVE_THREE_ONE),
    ResidenceStatusFact("medical-services", "医療", "Medical Services", "I-2", "authorised", "activity",
                        _FIVE_THREE_ONE),
    ResidenceStatusFact("researcher", "研究", "Researcher", "I-2", "authorised", "contract", _FIVE_THREE_ONE),
    ResidenceStatusFact("instructor", "教育", "Instructor", "I-2", "authorised", "activity", _FIVE_THREE_ONE),
    ResidenceStatusFact("engineer-humanities-international", "技術・人文知識・国際業務",
                        "Engineer/Specialist in Humanities/International Services", "I-2", "authorised", "contract",
                        _since(_MERGED, "P5Y", "P3Y", "P1Y", "P3M")),
    ResidenceStatusFact("intra-company-transferee", "企業内転勤", "Intra-company Transferee", "I-2", "authorised",
                        "activity", _FIVE_THREE_ONE),
    ResidenceStatusFact("nursing-care", "介護", "Nursing Care", "I-2", "authorised", "contract",
                        (LegalPeriods(date(2017, 9, 1), ("P5Y", "P3Y", "P1Y", "P3M")),)),
    ResidenceStatusFact("entertainer", "興行", "Entertainer", "I-2", "authorised", "contract", _ENTERTAINER,
                        notification_only_if="the activity rests on a contract with an organisation in Japan"),
    ResidenceStatusFact("skilled-labor", "技能", "Skilled Labor", "I-2", "authorised", "contract", _FIVE_THREE_ONE),
    ResidenceStatusFact("specified-skilled-worker", "特定技能", "Specified Skilled Worker", "I-2", "authorised",
                        "contract", _SPECIFIED_SKILLED_WORKER),
    ResidenceStatusFact("technical-intern-training", "技能実習", "Technical Intern Training", "I-2", "authorised",
                        "activity", _TECHNICAL_INTERN),
    ResidenceStatusFact("cultural-activities", "文化活動", "Cultural Activities", "I-3", "none", "none",
                        _since(_CARDS_BEGAN, "P3Y", "P1Y", "P6M", "P3M")),
    ResidenceStatusFact("temporary-visitor", "短期滞在", "Temporary Visitor", "I-3", "none", "none",
                        _since(_CARDS_BEGAN, "P90D", "P30D", until_designated="P15D")),
    ResidenceStatusFact("student", "留学", "Student", "I-4", "none", "activity", _STUDENT),
    ResidenceStatusFact("trainee", "研修", "Trainee", "I-4", "none", "activity", _TRAINEE),
    ResidenceStatusFact("dependent", "家族滞在", "Dependent", "I-4", "none", "spouse", _DEPENDENT,
                        notification_only_if="the holder is a spouse, not a child"),
    ResidenceStatusFact("designated-activities", "特定活動", "Designated Activities", "I-5", "designated", "none",
                        _DESIGNATED_ACTIVITIES),
    ResidenceStatusFact("permanent-resident", "永住者", "Permanent Resident", "II", "unrestricted", "none",
                        _since(_CARDS_BEGAN, "indefinite")),
    ResidenceStatusFact("spouse-or-child-of-japanese", "日本人の配偶者等", "Spouse or Child of Japanese National", "II",
                        "unrestricted", "spouse", _FAMILY, notification_only_if="the holder is the spouse"),
    ResidenceStatusFact("spouse-or-child-of-permanent-resident", "永住者の配偶者等",
                        "Spouse or Child of Permanent Resident", "II", "unrestricted", "spouse", _FAMILY,
                        notification_only_if="the holder is the spouse"),
    ResidenceStatusFact("long-term-resident", "定住者", "Long-Term Resident", "II", "unrestricted", "none",
                        _LONG_TERM_RESIDENT),
)
# fmt: on


def status_named(slug: str) -> ResidenceStatusFact:
    """The status with this slug; an unknown one is a `LawError`."""
    for status in STATUSES:
        if status.slug == slug:
            return status
    raise LawError(f"no status of residence is named {slug!r}; the slugs are those of STATUSES")
