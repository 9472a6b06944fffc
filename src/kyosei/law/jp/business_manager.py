"""Does the business of a business manager meet what the landing criteria ask, before and after 2025-10-16?

The criteria are asked of whoever applies to land; for a change or a renewal the guideline asks for them in principle.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import EMPLOYMENT, PERSON, Employment, Person
from kyosei.facts.vocabulary.education import StudyCredential
from kyosei.facts.vocabulary.labour import EmployerProfile
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import LANDING_CRITERIA
from kyosei.law.jp.residence import keeps_status
from kyosei.norms.declare import between, requirement, since_day
from kyosei.norms.forms import Requirement
from kyosei.terms.expressions import Cond, Heads, Yen
from kyosei.terms.language import WindowEdge, all_of, any_one, dated, ever, heads, item
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_READ_ON = date(2026, 11, 21)
_MERGED = date(2015, 4, 1)  # the status got its present name; the criteria of before are compared from 2016-07-22 on
_NEW = date(2025, 10, 16)
_AFTER_TRANSITION = date(2028, 10, 17)
_STATUS = ("business-manager",)
_criteria = partial(
    requirement,
    LANDING_CRITERIA.article("main"),
    id="jp.immigration.business-manager",
    title=Text(
        "経営・管理の基準",
        "経営・管理の 在留資格の ルール",
        "What is asked of a business manager's business",
    ),
    verified_on=_READ_ON,
    layer="ministerial_ordinance",
    authority="authority:isa",
)


def _manages(job: Employment) -> Cond:
    """Stays as a business manager and works for the organisation."""
    return all_of(keeps_status(job.person, _STATUS), employed(job))


@_criteria(in_force=between(_MERGED, _NEW))
def business_manager_until_2025(job: Employment) -> Requirement:
    """The business has two full-time employees who reside in Japan on no Table I status, or capital of five million yen, or a
    size that the office finds equal to either. Premises, and for who manages another's business three years' experience and
    equal pay, are for the office to see from papers.
    """
    profile = EmployerProfile.at(employer=job.employer)
    two = profile.full_time_residents >= heads(2, EMPLOYMENT)
    capital = profile.capital_yen >= dated(EMPLOYMENT, Yen, [(_MERGED, 5_000_000)])
    return Requirement(
        applies=_manages(job),
        met=any_one(
            item("2イ", Text("常勤職員2人以上", "正社員が 2人 いる", "two full-time employees"), two),
            item("2ロ", Text("資本金500万円以上", "会社の お金が 500万円", "capital of five million yen"), capital),
            item(
                "2ハ",
                Text("これに準ずる規模", "それと 同じくらいの 大きさ", "a size equal to these"),
                _manages(job).waits_for_judgement(),
            ),
        ),
    )


def _in_transition(person: Person) -> Cond:
    """Held the status before the new criteria, and the three years for which renewals are weighed are not over."""
    old = dated(PERSON, Heads, [(date(1900, 1, 1), 1), (_NEW, 0)]) >= heads(1, PERSON)
    running = dated(PERSON, Heads, [(date(1900, 1, 1), 1), (_AFTER_TRANSITION, 0)]) >= heads(1, PERSON)
    held_before = ever(all_of(keeps_status(person, _STATUS), old), last=None, counting=WindowEdge.INCLUDING_THE_DAY)
    return all_of(held_before, running)


def _advanced_japanese(job: Employment) -> Cond:
    own = StudyCredential.at(job.person).where(StudyCredential.credential.is_in(("jlpt_n1", "jlpt_n2"))).happened()
    return any_one(
        EmployerProfile.at(employer=job.employer).advanced_japanese,
        ever(own, last=None, counting=WindowEdge.INCLUDING_THE_DAY),
    )


def _trained(job: Employment) -> Cond:
    """A higher degree in management; another related degree, or three years' experience, is for the office to weigh."""
    degree = StudyCredential.at(job.person).where(
        StudyCredential.credential.is_in(("master", "doctor", "professional")),
        StudyCredential.field.is_("economics-business"),
    )
    held = ever(degree.happened(), last=None, counting=WindowEdge.INCLUDING_THE_DAY)
    return any_one(held, _manages(job).waits_for_judgement())


@_criteria(in_force=since_day(2025, 10, 16))
def business_manager(job: Employment) -> Requirement:
    """The business has a full-time employee who resides in Japan on no Table I status, and assets of thirty million yen, its
    capital included; the manager or somebody full-time has advanced Japanese (offices take JLPT N2); the manager has a
    higher degree in management or the field, or three years' experience. Until 2028-10-16 renewals of those who held the
    status before are weighed by the state of the business instead (guideline): for them nothing here surely fails.
    """
    profile = EmployerProfile.at(employer=job.employer)
    least = dated(EMPLOYMENT, Yen, [(_NEW, 30_000_000)])
    criteria = all_of(
        item(
            "2イ",
            Text("常勤職員1人以上", "正社員が 1人 いる", "a full-time employee"),
            profile.full_time_residents >= heads(1, EMPLOYMENT),
        ),
        item(
            "2ロ",
            Text("財産の総額3,000万円以上", "会社の お金や 物が 3,000万円", "assets of thirty million yen"),
            any_one(profile.capital_yen >= least, profile.business_assets_yen >= least),
        ),
        item("3", Text("高度な日本語能力", "日本語が よく わかる 人", "advanced Japanese"), _advanced_japanese(job)),
        item("4", Text("学位又は3年の経験", "大学院か 3年の 経験", "a degree or experience"), _trained(job)),
    )
    return Requirement(
        applies=_manages(job),
        met=any_one(
            criteria,
            item(
                None,
                Text("経過措置期間の総合判断", "2028年10月16日までは 入管が 考えます", "weighed in the transition"),
                _in_transition(job.person).waits_for_judgement(),
            ),
        ),
    )


NORMS = (business_manager_until_2025, business_manager)
