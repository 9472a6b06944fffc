"""Run as a program, the command `kyosei` under a law of six small norms, one of each kind: what it prints stays the same
when the law of Japan grows.
"""

from __future__ import annotations

import os
from datetime import date

import numpy as np

from kyosei.access.purposes import AboutNorms, LegalBasis, Purpose, WholeRecord
from kyosei.access.requests import Role
from kyosei.cli.law_source import LawSource
from kyosei.cli.main import run
from kyosei.errors import QuestionError
from kyosei.evidence.questions import KindTable
from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.scopes import EMPLOYMENT, SCOPES, Contribution, Employment, Person
from kyosei.facts.vocabulary import KINDS
from kyosei.facts.vocabulary.immigration import ResidenceStatus
from kyosei.facts.vocabulary.labour import EmployerProfile, WorkContract
from kyosei.facts.vocabulary.social_insurance import PensionAcquisitionNotice, PensionContribution
from kyosei.kernel_cache import name_kernel_cache, writable_home
from kyosei.law.jp.laws import (
    EMPLOYEES_PENSION_ACT,
    EMPLOYEES_PENSION_RULES,
    IMMIGRATION_ACT,
    LAWS,
    NATIONAL_PENSION_ACT,
    PERSONAL_INFORMATION_ACT,
    RENUMBERED,
)
from kyosei.norms.checks import check_norms, sole_holders
from kyosei.norms.compiler import CompiledLaw, compile_law
from kyosei.norms.declare import duty, limit, requirement, right, since_day, status
from kyosei.norms.forms import (
    Counting,
    Duty,
    Limit,
    Requirement,
    Right,
    Status,
    days_after,
    end_of_following_month,
)
from kyosei.statutes.sources import LegalSources
from kyosei.terms.language import all_of, begins, hours, item
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule
from kyosei.verdicts.evaluate import Loaded, load

__all__ = ["compile_small_law", "open_small_law", "small_purposes", "small_sources"]

_VERIFIED = date(2026, 11, 21)
_IN_FORCE = since_day(2000, 4, 1)
CASES = """
cases:
  - case: the_contract_is_for_twenty_eight_hours
    norm: small.hours
    about: ["person:hoa", "org:acme"]
    on: 2026-11-20
    given: []
    expect: {state: met}
"""


@duty(
    EMPLOYEES_PENSION_RULES.article(15, 1),
    id="small.report",
    title=Text("資格取得届（5日以内）", "会社は 年金事務所に とどけます（5日以内）", "Report a new worker within five days"),
    bearer="employer", protects="person", in_force=_IN_FORCE, verified_on=_VERIFIED,
    authority="authority:pension-service",
)  # fmt: skip
def report(job: Employment) -> Duty:
    """The employer reports a new worker within five days."""
    employed = item("1", Text("雇用されている", "はたらいて います", "is employed"), EmploymentRelation.at(job).holds())
    return Duty(
        arises=begins(employed),
        performed=PensionAcquisitionNotice.at(job).happened(),
        due=days_after(5, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.STAYS),
    )


@right(
    EMPLOYEES_PENSION_ACT.article(31, 1),
    id="small.confirmation",
    title=Text("資格の確認を請求する権利", "自分で 年金事務所に 言う 権利", "Have one's insured status confirmed"),
    holder="person", in_force=_IN_FORCE, verified_on=_VERIFIED, authority="authority:pension-service",
)  # fmt: skip
def confirmation(job: Employment) -> Right:
    """The worker may ask for confirmation."""
    employed = EmploymentRelation.at(job).holds()
    return Right(
        applies=employed,
        exercisable=employed,
        how=Text(
            "年金事務所に口頭でも請求できる", "年金事務所で 言います", "Ask any pension office, in writing or orally"
        ),
        against="authority:pension-service",
        lost=Text("2年を過ぎた月", "2年より まえの 月", "months older than two years"),
    )


@limit(
    IMMIGRATION_ACT.article(19, 2),
    id="small.hours",
    title=Text("週28時間以内", "1週間に 28時間まで", "At most 28 hours a week"),
    bearer="employer", protects="person", in_force=_IN_FORCE, verified_on=_VERIFIED, authority="authority:isa",
)  # fmt: skip
def hours_a_week(job: Employment) -> Limit:
    """The contract is for at most 28 hours a week."""
    return Limit(
        applies=EmploymentRelation.at(job).holds(),
        respected=WorkContract.at(job).hours_per_week <= hours(28, EMPLOYMENT),
        figures={"hours_in_seven_days": WorkContract.at(job).hours_per_week},
    )


@status(
    IMMIGRATION_ACT.article("2-2", 1),
    id="small.stay",
    title=Text("適法な在留", "日本に いても いい", "Lawful stay"),
    in_force=_IN_FORCE, verified_on=_VERIFIED, authority="authority:isa",
)  # fmt: skip
def stay(person: Person) -> Status:
    """A status of residence covers the day."""
    has_status = ResidenceStatus.at(person).holds()
    return Status(applies=has_status, holds=has_status)


@requirement(
    EMPLOYEES_PENSION_ACT.article(6, 1, "2"),
    id="small.covered",
    title=Text("適用事業所", "年金が ある 会社", "Covered establishment"),
    in_force=_IN_FORCE, verified_on=_VERIFIED, authority="authority:pension-service",
)  # fmt: skip
def covered(job: Employment) -> Requirement:
    """The employer is a covered establishment."""
    employed = EmploymentRelation.at(job).holds()
    profile = EmployerProfile.at(employer=job.employer)
    return Requirement(applies=employed, met=all_of(employed, profile.covered_establishment))


@duty(
    NATIONAL_PENSION_ACT.article(91),
    id="small.contribution",
    title=Text("保険料の納付（翌月末まで）", "年金の お金を はらいます", "Pay the month's contribution"),
    bearer="person", protects=None, in_force=_IN_FORCE, verified_on=_VERIFIED, authority="authority:pension-service",
)  # fmt: skip
def contribution(month: Contribution) -> Duty:
    """Each month is paid by the end of the following month."""
    record = PensionContribution.at(month, at_key=True)
    return Duty(
        arises=record.starts(), performed=record.paid(), due=end_of_following_month(on_holiday=HolidayRule.STAYS)
    )


NORMS = (report, confirmation, hours_a_week, stay, covered, contribution)


def compile_small_law() -> CompiledLaw:
    """The six norms, checked."""
    check_norms(NORMS, KINDS)
    return compile_law("small", NORMS, SCOPES, sole_holders(KINDS))


def open_small_law(version: str | None = None) -> Loaded:
    """The same, ready to run, without holidays. QuestionError for any version but its own."""
    law = compile_small_law()
    if version not in (None, law.version):
        raise QuestionError(f"there is no law {version!r}; there is {law.version}")
    return load(law, KindTable.of((*KINDS, EmploymentRelation)), np.zeros(0, np.int32))


def small_purposes() -> tuple[Purpose, ...]:
    """For which records are read under it: the person their own, and an office about one norm."""
    title = Text("目的", "なんの ため", "A purpose")
    basis = LegalBasis(PERSONAL_INFORMATION_ACT.article(76, 1), 0, 73_000)
    return (
        Purpose("own.records", title, frozenset((Role.PERSON,)), WholeRecord(), (basis,)),
        Purpose("small.office", title, frozenset((Role.OFFICER,)), AboutNorms(("small.report",)), (basis,),
                audience=frozenset(("authority:pension-service",)), needs_case=True),
    )  # fmt: skip


def small_sources() -> LegalSources:
    """The laws of Japan, of which nothing has been read yet, and one table of cases."""
    return LegalSources(LAWS, RENUMBERED, (), {}, {"small": CASES})


if __name__ == "__main__":
    name_kernel_cache(os.environ, writable_home())
    run(LawSource(open_small_law, compile_small_law, small_purposes, small_sources, open_small_law))
