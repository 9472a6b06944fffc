"""What would the draft guideline on permanent residence ask for? A draft, for what-if alone.

Draft of 2026-08-04, open for comment until 2026-09-03; no final text had been found by 2026-11-22. By its part 6 it would
hold for applications from 2027-04-01. Here is what it would change in the years of residence: a spouse would have been
married five years and here three, a child here three, and years as an intra-company transferee would no longer be years at
work. Not here: household income, expected pension, Japanese, absences, the test of rules, children's schooling, and that
no exception would hold after a special permission to stay.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.permanent_classes import may_ask
from kyosei.law.jp.permanent_period import FamilyYears, years_reached
from kyosei.norms.declare import requirement, since_day
from kyosei.norms.forms import Requirement
from kyosei.terms.text import Text

__all__ = ["DRAFTS"]

_DRAFTED = FamilyYears(
    5,
    3,
    3,
    Text(
        "配偶者：婚姻5年・在留3年（案）",
        "けっこん 5年、日本に 3年（案）",
        "spouse: married five years, here three (draft)",
    ),
    Text("実子等：在留3年（案）", "子ども：日本に 3年（案）", "child: here three years (draft)"),
)


@requirement(
    IMMIGRATION_ACT.article(22, 2),
    id="jp.pr.years-of-residence",
    title=Text(
        "永住許可：在留年数（ガイドライン案）",
        "永住：日本に すんだ 年（まだ 案です）",
        "Permanent residence: years of residence (draft)",
    ),
    in_force=since_day(2027, 4, 1),
    verified_on=date(2026, 11, 22),
    layer="draft",
    authority="authority:isa",
    goal="permanent-residence",
)
def long_enough_by_the_draft(person: Person) -> Requirement:
    """By the draft: ten years in principle; five of marriage and three here for spouses, three here for children."""
    return Requirement(
        applies=may_ask(person), met=years_reached(person, _DRAFTED, left_out=("intra-company-transferee",))
    )


DRAFTS = (long_enough_by_the_draft,)
