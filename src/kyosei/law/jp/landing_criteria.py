"""Do engineers, students and dependants meet what their statuses ask?

The landing criteria are asked of whoever applies to land; for a change or a renewal the guideline asks for them in principle.
So those on engineers apply while a renewal or change is pending.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import STUDY, Employment, Person, Study
from kyosei.facts.vocabulary.education import StudyCredential, StudyEnrolment
from kyosei.facts.vocabulary.family import FamilyRelation
from kyosei.facts.vocabulary.labour import WorkContract
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import IMMIGRATION_ACT, LANDING_CRITERIA
from kyosei.law.jp.permitted_work import is_student
from kyosei.law.jp.residence import keeps_status, pending_application
from kyosei.norms.declare import requirement, since_day
from kyosei.norms.forms import Requirement
from kyosei.terms.expressions import Cond
from kyosei.terms.language import WindowEdge, age, all_of, any_one, ever, item, years
from kyosei.terms.text import Text

__all__ = ["NORMS", "dependant_of_a_resident", "engineer_education", "engineer_equal_pay", "student_course"]

_ENGINEER = ("engineer-humanities-international",)
_criterion = partial(
    requirement, verified_on=date(2026, 11, 21), layer="ministerial_ordinance", authority="authority:isa"
)  # fmt: skip


def _engineer(job: Employment) -> Cond:
    """At work with the status, while the office has an application before it: only then does it ask."""
    return item(
        None,
        Text("在留資格「技術・人文知識・国際業務」", "在留資格は 技術・人文知識・国際業務です", "status Engineer"),
        all_of(keeps_status(job.person, _ENGINEER), employed(job), pending_application(job.person)),
        IMMIGRATION_ACT.article("app:別表第一"),
    )


def _holds_credential(person: Person, *credentials: str) -> Cond:
    passed = StudyCredential.at(person).where(StudyCredential.credential.is_in(credentials)).happened()
    return ever(passed, last=None, counting=WindowEdge.INCLUDING_THE_DAY)


@_criterion(
    LANDING_CRITERIA.article("main"),
    id="jp.immigration.engineer-education",
    title=Text(
        "技術・人文知識・国際業務の学歴又は実務経験",
        "大学を 出たか、長い 経験が ある（技術・人文知識・国際業務）",
        "Education or experience of an engineer or specialist",
    ),
    in_force=since_day(2015, 4, 1),
)
def engineer_education(job: Employment) -> Requirement:
    """Work that needs technology or knowledge asks for a university degree, or a diploma of a Japanese vocational college that
    the Minister's notice names, or ten years of experience; work from a foreign culture for three years, and none for
    graduates who translate, interpret or teach a language. Experience, diplomas, and whether the subject is related to the
    work, are for the office to weigh: only the degree itself is certain here.
    """
    degree = _holds_credential(job.person, "bachelor", "master", "doctor", "professional")
    return Requirement(
        applies=_engineer(job),
        met=any_one(
            item("1イ", Text("大学卒業", "大学を 出た", "a university degree"), degree),
            item(
                "1ロ・1ハ",
                Text("専門学校修了又は実務経験の判断", "専門学校か 経験", "a diploma or experience, as weighed"),
                _engineer(job).waits_for_judgement(),
            ),
        ),
    )


@_criterion(
    LANDING_CRITERIA.article("main"),
    id="jp.immigration.engineer-equal-pay",
    title=Text(
        "日本人と同等額以上の報酬（技術・人文知識・国際業務）",
        "日本人と 同じか、もっと 高い 給料（技術・人文知識・国際業務）",
        "Pay no lower than a Japanese peer's (engineer or specialist)",
    ),
    in_force=since_day(2015, 4, 1),
)
def engineer_equal_pay(job: Employment) -> Requirement:
    """An engineer or specialist is paid no less than a Japanese who does the work. The permission is the person's, the pay the
    employer's: where this fails it is the contract that has to change, and the person's conduct is not in question.
    """
    contract = WorkContract.at(job)
    return Requirement(
        applies=_engineer(job),
        met=item(
            "3",
            Text("日本人と同等額以上の報酬", "日本人と 同じか、もっと 高い", "pay no lower than a Japanese peer's"),
            contract.wage_yen_per_month >= contract.japanese_peer_wage_yen_per_month,
            LANDING_CRITERIA.article("main"),
        ),
        figures={"wage_yen": contract.wage_yen_per_month, "peer_yen": contract.japanese_peer_wage_yen_per_month},
    )


def _attends(study: Study) -> type[StudyEnrolment]:
    return StudyEnrolment.at(study)


@_criterion(
    LANDING_CRITERIA.article("main"),
    id="jp.immigration.student-course",
    title=Text(
        "留学の課程の基準",
        "留学で 入れる 学校・コースの ルール",
        "The courses for which one may stay as a student",
    ),
    in_force=since_day(2015, 4, 1),
)
def student_course(study: Study) -> Requirement:
    """A student attends by day; by night only a graduate school that teaches at night; never by correspondence alone.
    Japanese is learnt at a school that is recognised or named by notice. Who enters a high school is twenty at most, except
    under a programme of exchange, which the office sees from papers.
    """
    by_day = _attends(study).where(StudyEnrolment.mode.is_("day")).holds()
    by_night = _attends(study).where(StudyEnrolment.mode.is_("evening"), StudyEnrolment.course.is_("graduate")).holds()
    too_old = all_of(
        _attends(study).where(StudyEnrolment.course.is_("high_school")).holds(),
        age(study.person.born) >= years(21, STUDY),
    )
    return Requirement(
        applies=all_of(_attends(study).holds(), is_student(study.person)),
        met=all_of(
            item(
                "1", Text("昼間の課程等", "昼の 学校", "by day, or a night graduate school"), any_one(by_day, by_night)
            ),
            item(
                "6",
                Text("告示・認定日本語教育機関", "国が みとめた 日本語学校", "a recognised school of Japanese"),
                ~_attends(study).where(StudyEnrolment.course.is_("language_other")).holds(),
            ),
            item(
                "4",
                Text("高等学校は20歳以下", "高校は 20歳まで", "high school: twenty at most"),
                any_one(~too_old, too_old.waits_for_judgement()),
            ),
        ),
    )


@_criterion(
    LANDING_CRITERIA.article("main"),
    IMMIGRATION_ACT.article("app:別表第一"),
    id="jp.immigration.dependant-of-a-resident",
    title=Text(
        "家族滞在の身分関係（扶養者の配偶者又は子）",
        "家族滞在の 人は、夫・妻か 子どもです",
        "A dependant is the spouse or child of a resident",
    ),
    in_force=since_day(2012, 7, 9),
)
def dependant_of_a_resident(person: Person) -> Requirement:
    """Who stays as a dependant is the spouse or the child of a foreign resident on whom he or she depends. A specified skilled
    worker (i), an intern and a visitor can have no dependants, a student only at a university or college: the status of
    the other is that person's record, and is not asked here. Parents and siblings are none.
    """
    relation = FamilyRelation.at(person).where(
        FamilyRelation.relation.is_in(("spouse", "parent")), FamilyRelation.other_is.is_("resident")
    )
    return Requirement(applies=keeps_status(person, ("dependent",)), met=relation.holds())


NORMS = (engineer_education, engineer_equal_pay, student_course, dependant_of_a_resident)
