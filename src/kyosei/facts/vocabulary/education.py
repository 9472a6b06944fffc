"""Education (教育): enrolment, attendance, vacations, credentials and children's schooling."""

from __future__ import annotations

from kyosei.facts.fields import BoolField, ChoiceField, CountryField, DayField, PercentField
from kyosei.facts.kinds import Anyone, Authority, Kind, Span, TheParty
from kyosei.facts.scopes import PERSON, STUDY
from kyosei.facts.vocabulary.options import SPECIFIED_FIELDS

__all__ = ["AttendanceReport", "LongVacation", "Schooling", "StudyAttendance", "StudyCredential", "StudyEnrolment"]

SCHOOL = (TheParty("school"),)
ACADEMIC_FIELDS = (
    "engineering", "information-technology", "natural-sciences", "medicine-health", "humanities", "languages", "law",
    "economics-business", "social-sciences", "teacher-training", "arts-design", "other",
)  # fmt: skip


class StudyEnrolment(
    Kind, name="study.enrolment", ja="在学", en="Enrolment at a school", about=("person", "school"), single=False,
    holders=SCHOOL, lag_days=30, scope=STUDY,
):  # fmt: skip
    """Enrolled at a school."""

    course = ChoiceField(
        "課程", "course", "language_recognised", "language_other", "vocational", "university", "graduate",
        "high_school",
    )  # fmt: skip
    mode = ChoiceField("昼夜の別", "mode", "day", "evening", "correspondence")
    full_time = BoolField("正規課程", "full time")
    on_leave = BoolField("休学中", "on leave")
    graduating_on = DayField("卒業予定日", "expected to graduate on")


class StudyAttendance(
    Kind, name="study.attendance", ja="出席率", en="Attendance", about=("person", "school"), span=Span.PERIOD,
    holders=SCHOOL, lag_days=30, scope=STUDY,
):  # fmt: skip
    """Attendance over the month."""

    rate = PercentField("出席率", "rate of attendance")


class AttendanceReport(
    Kind, name="study.attendance_report", ja="出席率が5割を下回る生徒の報告", en="Report of low attendance",
    about=("school", "person"), span=Span.EVENT, single=False, holders=(Authority("isa"),), lag_days=3, scope=STUDY,
):  # fmt: skip
    """The immigration office received the school's report about a month."""

    month_until = DayField("対象月の末日", "last day of the month")


class LongVacation(
    Kind, name="study.long_vacation", ja="長期休業期間", en="Long vacation", about=("school",), single=False,
    holders=SCHOOL, lag_days=30, scope=STUDY,
):  # fmt: skip
    """A vacation that the school's rules lay down."""


class StudyCredential(
    Kind, name="study.credential", ja="学歴・資格", en="Credential", about=("person", "school?"), span=Span.EVENT,
    single=False, holders=SCHOOL, lag_days=30, scope=PERSON,
):  # fmt: skip
    """A degree or a test passed."""

    credential = ChoiceField(
        "学位・資格", "credential", "bachelor", "master", "doctor", "professional", "diploma_vocational", "jlpt_n1",
        "jlpt_n2", "jlpt_n3", "jlpt_n4", "jlpt_n5", "jft_basic", "ssw_test", "skill_test",
    )  # fmt: skip
    field = ChoiceField("分野", "field", *SPECIFIED_FIELDS, *ACADEMIC_FIELDS)
    country = CountryField("取得国", "country")


class Schooling(
    Kind, name="study.schooling", ja="子の就学", en="A child's schooling", about=("person", "school?"), single=False,
    holders=(Anyone("municipality"),), lag_days=30, scope=PERSON,
):  # fmt: skip
    """A child goes to school; the Act binds guardians of Japanese children only."""


KINDS: tuple[type[Kind], ...] = (
    StudyEnrolment, StudyAttendance, AttendanceReport, LongVacation, StudyCredential, Schooling,
)  # fmt: skip
"""In the order of the vocabulary."""
