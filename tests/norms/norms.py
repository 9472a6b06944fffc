"""Small norms to which each test changes one thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kyosei.facts.scopes import SCOPES, Employment
from kyosei.facts.vocabulary import KINDS
from kyosei.facts.vocabulary.social_insurance import PensionAcquisitionNotice, PensionEnrolment
from kyosei.law.jp.laws import EMPLOYEES_PENSION_ACT as ACT
from kyosei.norms.checks import check_norms, sole_holders
from kyosei.norms.compiler import CompiledLaw, compile_law
from kyosei.norms.declare import Force, Norm, duty, since_day
from kyosei.norms.forms import Counting, Duty, days_after
from kyosei.terms.language import begins
from kyosei.terms.text import Text
from kyosei.timelines.days import day_from_date
from kyosei.timelines.program import HolidayRule

__all__ = ["ACT", "TITLE", "VERIFIED", "loaded", "report", "with_force"]

TITLE = Text("届出", "とどけ", "Report")
VERIFIED = date(2026, 11, 21)


def report(days: int = 5, *, title: Text = TITLE) -> Norm:
    """A duty of the employer to report an enrolment within so many days."""

    @duty(
        ACT.article(27), id="test.report", title=title, bearer="employer", protects="person",
        in_force=since_day(1954, 5, 1), verified_on=VERIFIED, authority="authority:pension-service",
    )  # fmt: skip
    def norm(job: Employment) -> Duty:
        """The employer reports."""
        return Duty(
            arises=begins(PensionEnrolment.at(job).holds()),
            performed=PensionAcquisitionNotice.at(job).happened(),
            due=days_after(days, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.NEXT_WORKING_DAY),
        )

    return norm


def with_force(norm: Norm, first: date, first_outside: date) -> Norm:
    """The same norm in force for other days."""
    return replace(norm, force=Force(day_from_date(first), day_from_date(first_outside)))


def loaded(*norms: Norm) -> CompiledLaw:
    """The norms as a law pack: checked, then compiled."""
    check_norms(norms, KINDS)
    return compile_law("test", norms, SCOPES, sole_holders(KINDS))
