"""Stays and permissions to work (在留資格等): an extract of the Immigration Services Agency's own register.

The word is the agency's. Not taken, so no columns: nationality, sex, address. Where a permission to work beside the
status is not on record, the row says nothing: only the agency's coverage can say that there is none. `until` is the
day after the expiry (満了日). A stay without an expiry is one for which the agency wrote 無期限, never an empty cell.
"""

from __future__ import annotations

from collections.abc import Iterator

from kyosei.connectors.connector import Line
from kyosei.connectors.lines import interval_line, shown
from kyosei.connectors.table.columns import MADE_ON, PERSON, RESIDENCE_CARD, person_named, stated_at, until
from kyosei.connectors.table.layout import Column, Layout, Row
from kyosei.connectors.table.reading import Table
from kyosei.connectors.table.values import Choice, Day, Decimals
from kyosei.facts.legal_periods import is_legal_period, legal_periods

__all__ = ["IMMIGRATION_STAYS"]

NAME = "immigration-stays"
AGENCY = "authority:isa"

STATUSES = {
    "外交": "diplomat", "公用": "official", "教授": "professor", "芸術": "artist", "宗教": "religious-activities",
    "報道": "journalist", "高度専門職": "highly-skilled-professional", "経営・管理": "business-manager",
    "法律・会計業務": "legal-accounting", "医療": "medical-services", "研究": "researcher", "教育": "instructor",
    "技術・人文知識・国際業務": "engineer-humanities-international", "企業内転勤": "intra-company-transferee",
    "介護": "nursing-care", "興行": "entertainer", "技能": "skilled-labor", "特定技能": "specified-skilled-worker",
    "技能実習": "technical-intern-training", "文化活動": "cultural-activities", "短期滞在": "temporary-visitor",
    "留学": "student", "研修": "trainee", "家族滞在": "dependent", "特定活動": "designated-activities",
    "永住者": "permanent-resident", "日本人の配偶者等": "spouse-or-child-of-japanese",
    "永住者の配偶者等": "spouse-or-child-of-permanent-resident", "定住者": "long-term-resident",
}  # fmt: skip
SUBCLASSES = {
    "高度専門職1号イ": "hsp-1a", "高度専門職1号ロ": "hsp-1b", "高度専門職1号ハ": "hsp-1c", "高度専門職2号": "hsp-2",
    "特定技能1号": "ssw-1", "特定技能2号": "ssw-2", "技能実習1号イ": "titp-1a", "技能実習1号ロ": "titp-1b",
    "技能実習2号イ": "titp-2a", "技能実習2号ロ": "titp-2b", "技能実習3号イ": "titp-3a", "技能実習3号ロ": "titp-3b",
}  # fmt: skip
INDEFINITE = "indefinite"
WITHOUT_EXPIRY = (INDEFINITE, "for_the_activity")
PERIODS = {
    **{f"{years}年": f"P{years}Y" for years in (5, 4, 3, 2, 1)},
    **{f"{years}年{months}月": f"P{years}Y{months}M" for years in (4, 3, 2, 1) for months in (9, 6, 3)},
    **{f"{months}月": f"P{months}M" for months in range(1, 12)},
    **{f"{days}日": f"P{days}D" for days in (90, 60, 31, 30, 15)},
    "無期限": INDEFINITE,
    "活動を行う期間": "for_the_activity",
    "個別に指定": "designated",
}
PERMISSIONS = {"包括許可": "comprehensive_28_hours", "個別許可": "individual"}

STATUS = Column("在留資格", Choice(STATUSES), "the status of residence", needed=True)
SUBCLASS = Column("区分", Choice(SUBCLASSES), "the class within the status")
PERIOD = Column("在留期間", Choice(PERIODS), "the period of stay granted")
GRANTED_ON = Column("許可年月日", Day(), "the day from which the stay is granted", needed=True)
EXPIRES_ON = Column(
    "満了年月日", Day(), "the last day of the stay; empty only without an expiry (無期限, 活動を行う期間)"
)
PERMISSION = Column("資格外活動許可", Choice(PERMISSIONS), "the permission for other work; empty: nothing is said")
PERMITTED_ON = Column("資格外活動許可年月日", Day(), "the first day of that permission")
PERMITTED_UNTIL = Column("資格外活動許可期限", Day(), "its last day; empty: until further notice")
HOURS_MAX = Column("週の上限時間", Decimals(168, "時間"), "the hours a week that the permission names")


def lines_of(row: Row) -> Iterator[Line]:
    """The person, the stay, and the permission for other work where one is on record."""
    person = f"person:immigration-{row.must(RESIDENCE_CARD)}"
    about = {"person": person}
    yield person_named(row, person)
    fields = {
        name: value
        for name, value in (
            ("status", row.must(STATUS)), ("subclass", row.get(SUBCLASS)), ("granted_period", row.get(PERIOD)),
        )
        if value is not None
    }  # fmt: skip
    must_be_of_the_status(row)
    granted_on = row.must(GRANTED_ON)
    expires = until(row, granted_on, EXPIRES_ON)
    if (expires is None) is not (fields.get("granted_period") in WITHOUT_EXPIRY):
        raise row.refusal(
            EXPIRES_ON, "does not fit 在留期間: write the day of expiry, or leave it empty where the period is 無期限 or"
            " 活動を行う期間 and only there"
        )  # fmt: skip
    yield interval_line(NAME, "residence.status", AGENCY, about, granted_on, expires, fields, stated_at(row))
    permission = row.get(PERMISSION)
    if permission is None:
        for column in (PERMITTED_ON, PERMITTED_UNTIL, HOURS_MAX):
            if row.tells(column):
                raise row.refusal(
                    column, "is told of a permission that 資格外活動許可 does not name; fill in both or neither"
                )
        return
    first = row.must(PERMITTED_ON)
    hours = row.get(HOURS_MAX)
    scope: dict[str, object] = {"scope": permission}
    if hours is not None:
        scope["hours_per_week_max"] = float(hours)
    ends = until(row, first, PERMITTED_UNTIL)
    yield interval_line(NAME, "residence.work_permission", AGENCY, about, first, ends, scope, stated_at(row))


def must_be_of_the_status(row: Row) -> None:
    """Refuse a class of another status, and a period that the status never had."""
    status, subclass, period = row.must(STATUS), row.get(SUBCLASS), row.get(PERIOD)
    title = STATUS.value.write(status)
    if subclass is not None and not SUBCLASS.value.write(subclass).startswith(title):
        raise row.refusal(SUBCLASS, f"is {shown(SUBCLASS.value.write(subclass))}, no class of {title}; correct either")
    if period is not None and not is_legal_period(status, period):
        raise row.refusal(
            PERIOD, f"is {shown(PERIOD.value.write(period))}, which {title} never had; its periods are"
            f" {legal_periods(status)}: correct it or leave it out"
        )  # fmt: skip


IMMIGRATION_STAYS = Table(
    name=NAME,
    title_ja="出入国在留管理庁 在留資格・資格外活動許可（抽出CSV）",
    title_en="Immigration Services Agency, stays and permissions for other work (extract, CSV)",
    spoken_by="出入国在留管理庁 (authority:isa), which settles what it says",
    layout=Layout(
        (
            *(MADE_ON, RESIDENCE_CARD, *PERSON, STATUS, SUBCLASS, PERIOD, GRANTED_ON, EXPIRES_ON),
            *(PERMISSION, PERMITTED_ON, PERMITTED_UNTIL, HOURS_MAX),
        )
    ),
    lines_of=lines_of,
)
