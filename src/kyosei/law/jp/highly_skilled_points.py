"""How many points does the person have as a highly skilled professional, and do they reach what the ordinance asks?

The office finds which rows of the table are met (`residence.points_basis`); the points are counted here. The points are
no right: the status still needs its permission. They count at the permission, or already at the application (art. 1 (2)).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import reduce
from operator import and_

from kyosei.facts.scopes import PERSON, Person
from kyosei.facts.vocabulary.immigration import PointsBasis
from kyosei.law.jp.laws import HIGHLY_SKILLED_ORDINANCE, IMMIGRATION_ACT
from kyosei.law.jp.on_record import told
from kyosei.law.jp.tables.highly_skilled import (
    ADDITIONS,
    BEGINNING,
    CLASSES,
    LEAST_PAY_COUNTED,
    POINTS_ASKED,
    Bands,
    PointsClass,
)
from kyosei.norms.declare import Norm, since_day, status
from kyosei.norms.forms import Status
from kyosei.terms.expressions import Cond, Heads, Number, Yen
from kyosei.terms.language import age, all_of, amount_if, any_one, brackets, dated, heads, item, looked_up, read_off
from kyosei.terms.text import Text

__all__ = ["NORMS", "points_reach"]

_TITLES = {
    "research": Text(
        "高度学術研究活動のポイント（70点以上）",
        "研究者の ポイント（70点 以上）",
        "Points for advanced academic research (seventy or more)",
    ),
    "technical": Text(
        "高度専門・技術活動のポイント（70点以上）",
        "専門・技術の 人の ポイント（70点 以上）",
        "Points for advanced specialised work (seventy or more)",
    ),
    "management": Text(
        "高度経営・管理活動のポイント（70点以上）",
        "会社を 経営する 人の ポイント（70点 以上）",
        "Points for advanced management (seventy or more)",
    ),
}


def _banded(number: Number[Heads], bands: Bands) -> Number[Heads]:
    return read_off(number, Heads, brackets([(BEGINNING, bands)]))


def _for_pay(person: Person, row: PointsClass) -> Number[Heads]:
    """Points for the yearly pay, band upon band; below the least pay for the age no band counts."""
    pay = PointsBasis.at(person).remuneration_yen_per_year
    least = read_off(age(person.born), Yen, brackets([(BEGINNING, LEAST_PAY_COUNTED)]))
    points, before = heads(0, PERSON), 0
    for bound, worth in row.pay:
        reached = pay >= dated(PERSON, Yen, [(BEGINNING, bound)])
        counted = all_of(reached, pay >= least) if row.pay_by_age else reached
        points = points + amount_if(counted, Heads, [(BEGINNING, worth - before)])
        before = worth
    return points


def _for_age(person: Person, row: PointsClass) -> Number[Heads]:
    return heads(row.youngest, PERSON) - read_off(age(person.born), Heads, brackets([(BEGINNING, row.age)]))


def _for_additions(person: Person, row: PointsClass) -> Number[Heads]:
    additions = PointsBasis.at(person).additions
    points = heads(0, PERSON)
    for addition in ADDITIONS:
        if row.activity in addition.classes:
            met = reduce(and_, (additions.has_any(slug) for slug in addition.needs))
            if addition.excluded_by:
                met = met.unless(additions.has_any(*addition.excluded_by))
            first = [] if addition.since == BEGINNING else [(BEGINNING, 0)]
            points = points + amount_if(met, Heads, [*first, (addition.since, addition.points)])
    return points


def _points(person: Person, row: PointsClass) -> Number[Heads]:
    """All rows of the class together."""
    basis = PointsBasis.at(person)
    points = looked_up(basis.degree, Heads, [(slug, [(BEGINNING, worth)]) for slug, worth in row.degree])
    points = points + amount_if(basis.degrees_in_several_fields, Heads, [(BEGINNING, 5)])
    points = points + _banded(basis.years_of_experience, row.experience)
    points = points + _for_pay(person, row)
    if row.age:
        points = points + _for_age(person, row)
    if row.research:
        points = points + _banded(basis.research_achievements, row.research)
    if row.qualifications:
        held = basis.national_licences + basis.it_examinations + basis.it_qualifications
        points = points + _banded(held, row.qualifications)
    if row.position:
        points = points + looked_up(
            basis.position, Heads, [(slug, [(BEGINNING, worth)]) for slug, worth in row.position]
        )
    return points + _for_additions(person, row)


def _in_class(person: Person, row: PointsClass) -> Cond:
    """The office has counted points for this class of activity."""
    return told(PointsBasis.at(person).activity.is_(row.activity))


def _least_pay(person: Person, row: PointsClass) -> Cond:
    return item(
        None,
        Text("年収300万円以上", "1年の 給料が 300万円 以上", "three million yen a year or more"),
        PointsBasis.at(person).remuneration_yen_per_year >= dated(PERSON, Yen, [(BEGINNING, row.least_pay)]),
        HIGHLY_SKILLED_ORDINANCE.article(1, 1, row.item),
    )


def points_reach(person: Person, asked: int) -> Cond:
    """In some class the points reach so many. Where only the least pay is missing, the guideline on permanent residence,
    which speaks of points alone, leaves open whether that is enough.
    """
    reached = []
    for row in CLASSES:
        points = all_of(_in_class(person, row), _points(person, row) >= dated(PERSON, Heads, [(BEGINNING, asked)]))
        enough = any_one(_least_pay(person, row), (~_least_pay(person, row)).unsettled_in_law())
        reached.append(all_of(points, enough) if row.least_pay else points)
    return any_one(*reached)


def _norm_of(row: PointsClass) -> Norm:
    """The status norm of one class."""

    def points(person: Person) -> Status:
        counted = _points(person, row)
        reached = item(
            None,
            Text("70点以上", "70点 以上", "seventy points or more"),
            counted >= dated(PERSON, Heads, POINTS_ASKED),
            HIGHLY_SKILLED_ORDINANCE.article(1, 1, row.item),
        )
        return Status(
            applies=_in_class(person, row),
            holds=all_of(reached, _least_pay(person, row)) if row.least_pay else reached,
            figures={"points": counted, "remuneration_yen": PointsBasis.at(person).remuneration_yen_per_year},
        )

    points.__doc__ = (
        "The points for education, experience, pay, age, research, qualifications, position and special additions, as far "
        "as the class has them, come to seventy or more"
        + (", and the pay is three million yen a year or more." if row.least_pay else ".")
    )
    declared: Callable[[Callable[[Person], Status]], Norm] = status(
        HIGHLY_SKILLED_ORDINANCE.article(1, 1, row.item),
        IMMIGRATION_ACT.article(7, 1, "2"),
        id=f"jp.hsp.points-{row.activity}",
        title=_TITLES[row.activity],
        in_force=since_day(2017, 4, 26),
        verified_on=date(2026, 11, 22),
        layer="ministerial_ordinance",
        authority="authority:isa",
    )
    return declared(points)


NORMS = tuple(_norm_of(row) for row in CLASSES)
