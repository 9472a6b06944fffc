"""Has the person told the immigration office in time that the marriage on which the stay rests has ended?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.family import FamilyEvent
from kyosei.facts.vocabulary.immigration import SpouseNotice
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.organisation_notice import fourteen_days
from kyosei.law.jp.residence import keeps_status
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Duty
from kyosei.terms.expressions import Cond
from kyosei.terms.language import any_one, item
from kyosei.terms.text import Text

__all__ = ["NORMS", "marriage_ended", "notify_marriage_ended"]

_PERMANENT = ("permanent_resident", "special_permanent_resident")


def _ended(person: Person) -> type[FamilyEvent]:
    return FamilyEvent.at(person).where(FamilyEvent.event.is_in(("divorce", "spouse_died")))


def marriage_ended(person: Person, *, dependants_too: bool) -> Cond:
    """The event that the marriage to the spouse on whose standing the stay rests ended by divorce or death.

    `dependants_too`: also that of a Dependent, whose spouse may be any foreign resident.
    """
    to_national = _ended(person).where(FamilyEvent.other_is.is_("national")).happened()
    to_permanent = _ended(person).where(FamilyEvent.other_is.is_in(_PERMANENT)).happened()
    of_a_standing = any_one(
        keeps_status(person, ("spouse-or-child-of-japanese",)) & to_national,
        keeps_status(person, ("spouse-or-child-of-permanent-resident",)) & to_permanent,
    )
    dependent = keeps_status(person, ("dependent",)) & _ended(person).happened()
    return item(
        "19-16(iii)",
        Text("配偶者との離婚又は死別", "離婚した、または 夫や 妻が なくなった", "divorce, or the spouse's death"),
        any_one(of_a_standing, dependent) if dependants_too else of_a_standing,
        IMMIGRATION_ACT.article("19-16", 1, "3"),
    )


@duty(
    IMMIGRATION_ACT.article("19-16", 1, "3"),
    IMMIGRATION_RULES.article("19-15", 2),
    id="jp.immigration.notify-marriage-ended",
    title=Text(
        "配偶者との離婚・死別の届出（14日以内）",
        "離婚したり、夫や 妻が なくなったら、14日以内に 入管に 知らせる",
        "Notify within fourteen days of a divorce or the spouse's death",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def notify_marriage_ended(person: Person) -> Duty:
    """Whoever stays as the spouse of a Japanese, of a permanent resident, or as a dependent spouse notifies the office
    within fourteen days of the divorce or of the spouse's death. A child who stays with the same status has no such duty.
    The stay itself goes on until its period ends; what the divorce may lead to later is another norm.
    """
    return Duty(
        arises=marriage_ended(person, dependants_too=True),
        performed=SpouseNotice.at(person).happened(key="event_on"),
        due=fourteen_days(),
        matched_by_day=True,
    )


NORMS = (notify_marriage_ended,)
