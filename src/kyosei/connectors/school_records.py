"""Enrolment (在籍) and attendance (出席率) as a school's own register has them.

The word is the school's. A row of enrolment is one spell in which nothing else in the row changed, so that a leave of
absence has a row of its own with its days. A rate of attendance is of a whole month: of one that had not ended when
the table was made there is no rate yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kyosei.connectors.connector import Line
from kyosei.connectors.lines import following_month, interval_line
from kyosei.connectors.table.columns import (
    MADE_ON,
    PERSON,
    YES_OR_NO,
    number,
    organisation_named,
    person_named,
    stated_at,
    until,
)
from kyosei.connectors.table.layout import Column, Layout, Row
from kyosei.connectors.table.reading import Table
from kyosei.connectors.table.values import Choice, Day, Decimals, Month, Words

__all__ = ["SCHOOL_ATTENDANCE", "SCHOOL_ENROLMENTS"]

ENROLMENTS = "school-enrolments"
ATTENDANCE = "school-attendance"
COURSES = {
    "日本語教育（認定）": "language_recognised", "日本語教育（その他）": "language_other", "専門学校": "vocational",
    "大学": "university", "大学院": "graduate", "高等学校": "high_school",
}  # fmt: skip
MODES = {"昼": "day", "夜": "evening", "通信": "correspondence"}

SCHOOL = number("学校番号", "the number under which the school's register runs")
SCHOOL_NAME = Column("学校名", Words(), "the school's name", needed=True)
STUDENT = number("学籍番号", "the school's number of the student")
COURSE = Column("課程", Choice(COURSES), "the course")
MODE = Column("昼夜の別", Choice(MODES), "day, evening or correspondence")
FULL_TIME = Column("正規課程", YES_OR_NO, "whether it is the full course and not a part of it")
ON_LEAVE = Column("休学", YES_OR_NO, "whether the student is on leave in this spell")
FIRST = Column("期間の初日", Day(), "the first day of the spell", needed=True)
LAST = Column("期間の末日", Day(), "the last day of the spell; empty: until further notice")
GRADUATING_ON = Column("卒業予定年月日", Day(), "the day on which the student is expected to graduate")
MONTH = Column("対象年月", Month(), "the month of attendance", needed=True)
RATE = Column("出席率", Decimals(100, "パーセント"), "the rate of attendance in that month", needed=True)
WHO = (MADE_ON, SCHOOL, SCHOOL_NAME, STUDENT, *PERSON)


def party_lines(row: Row) -> Iterator[Line]:
    """The school and the student."""
    yield organisation_named(parties(row)["school"], ["school"], row.must(SCHOOL_NAME))
    yield person_named(row, parties(row)["person"])


def parties(row: Row) -> dict[str, str]:
    """The ids of both."""
    school = row.must(SCHOOL)
    return {"person": f"person:school-{school}.{row.must(STUDENT)}", "school": f"org:school-{school}"}


def enrolment_lines(row: Row) -> Iterator[Line]:
    """One spell of enrolment."""
    yield from party_lines(row)
    fields: dict[str, object] = {}
    for name, column in (("course", COURSE), ("mode", MODE)):
        word = row.get(column)
        if word is not None:
            fields[name] = word
    for name, flag in (("full_time", FULL_TIME), ("on_leave", ON_LEAVE)):
        told = row.get(flag)
        if told is not None:
            fields[name] = told
    graduating = row.get(GRADUATING_ON)
    if graduating is not None:
        fields["graduating_on"] = graduating.isoformat()
    about, first = parties(row), row.must(FIRST)
    ends = until(row, first, LAST)
    yield interval_line(ENROLMENTS, "study.enrolment", about["school"], about, first, ends, fields, stated_at(row))


def attendance_lines(row: Row) -> Iterator[Line]:
    """The rate of one month."""
    yield from party_lines(row)
    about, first = parties(row), row.must(MONTH)
    ends = following_month(first)
    if row.must(MADE_ON) < ends - timedelta(days=1):
        raise row.refusal(MONTH, f"is {first:%Y-%m}, which had not ended on {row.must(MADE_ON)}; leave the month out")
    fields = {"rate": float(row.must(RATE))}
    yield interval_line(ATTENDANCE, "study.attendance", about["school"], about, first, ends, fields, stated_at(row))


SCHOOL_ENROLMENTS = Table(
    name=ENROLMENTS,
    title_ja="学校 在籍状況（CSV）",
    title_en="School, enrolments (CSV)",
    spoken_by="the school, which settles what it says",
    layout=Layout((*WHO, COURSE, MODE, FULL_TIME, ON_LEAVE, FIRST, LAST, GRADUATING_ON)),
    lines_of=enrolment_lines,
)
SCHOOL_ATTENDANCE = Table(
    name=ATTENDANCE,
    title_ja="学校 出席状況（CSV）",
    title_en="School, attendance by month (CSV)",
    spoken_by="the school, which settles what it says",
    layout=Layout((*WHO, MONTH, RATE)),
    lines_of=attendance_lines,
)
