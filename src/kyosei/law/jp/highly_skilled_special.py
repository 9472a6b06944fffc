"""Is the person a specially highly skilled professional (特別高度人材)?

The criteria stand in Ordinance 505M60000010025, whose text is not among those at hand; its figures were read in it when
the facts were gathered, and the ordinance on highly skilled professionals refers to it since 2023-04-21.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import PERSON, Person
from kyosei.facts.vocabulary.immigration import PointsBasis
from kyosei.law.jp.laws import HIGHLY_SKILLED_ORDINANCE
from kyosei.law.jp.on_record import told
from kyosei.norms.declare import since_day, status
from kyosei.norms.forms import Status
from kyosei.terms.expressions import Cond, Heads
from kyosei.terms.language import all_of, any_one, dated, heads, item, yen
from kyosei.terms.text import Text

__all__ = ["NORMS", "specially_highly_skilled"]

_BEFORE, _FIRST = date(1900, 1, 1), date(2023, 4, 21)


def _earns(person: Person, least: int) -> Cond:
    return PointsBasis.at(person).remuneration_yen_per_year >= yen(least, PERSON)


def _experienced(person: Person, years: int) -> Cond:
    return PointsBasis.at(person).years_of_experience >= heads(years, PERSON)


def specially_highly_skilled(person: Person) -> Cond:
    """Meets the criteria on a day since which there are any."""
    return all_of(dated(PERSON, Heads, [(_BEFORE, 0), (_FIRST, 1)]) >= heads(1, PERSON), _meets_the_criteria(person))


def _meets_the_criteria(person: Person) -> Cond:
    """Research or specialised work: twenty million yen, and a higher degree or ten years; management: forty and five."""
    basis = PointsBasis.at(person)
    return any_one(
        item(
            "1",
            Text("研究・専門技術の特別高度人材", "研究・専門の とくべつな 人", "in research or specialised work"),
            all_of(
                told(basis.activity.is_in(("research", "technical"))),
                _earns(person, 20_000_000),
                any_one(basis.degree.is_in(("doctor", "business_professional", "master")), _experienced(person, 10)),
            ),
            HIGHLY_SKILLED_ORDINANCE.article(1, 1),
        ),
        item(
            "2",
            Text("経営・管理の特別高度人材", "経営の とくべつな 人", "in management"),
            all_of(told(basis.activity.is_("management")), _earns(person, 40_000_000), _experienced(person, 5)),
            HIGHLY_SKILLED_ORDINANCE.article(1, 1),
        ),
    )


@status(
    HIGHLY_SKILLED_ORDINANCE.article(1, 1),
    id="jp.hsp.special",
    title=Text("特別高度人材（J-Skip）", "とくべつな 高度人材（J-Skip）", "Specially highly skilled professional"),
    in_force=since_day(2023, 4, 21),
    verified_on=date(2026, 11, 22),
    review_on=date(2027, 4, 1),
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def special(person: Person) -> Status:
    """Research or specialised work with twenty million yen a year and a master's, doctor's or professional degree or ten
    years of experience; management with forty million and five years. No points are counted.
    """
    counted = PointsBasis.at(person).activity.is_in(("research", "technical", "management"))
    return Status(
        applies=told(counted),
        holds=_meets_the_criteria(person),
        figures={"remuneration_yen": PointsBasis.at(person).remuneration_yen_per_year},
    )


NORMS = (special,)
