"""Has the person resided in Japan long enough to ask for permanent residence, and with a long enough period of stay?

Guideline on permission for permanent residence (永住許可に関するガイドライン), items 1(3)ア, 1(3)ウ and 2, in the wording
of 2026-02-24, with the days of its changes since 2019-05-31. It is a guideline to art. 22 (2): the Minister may depart
from it. Days of changes before 2026-02-24 were read in secondary sources. What was changed on 2025-10-30 (points that
were held all along) is read here for the whole time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.immigration import ResidenceDecision, ResidenceStatus
from kyosei.law.jp.highly_skilled_points import points_reach
from kyosei.law.jp.highly_skilled_special import specially_highly_skilled
from kyosei.law.jp.judged import assessed, found
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.on_record import told
from kyosei.law.jp.permanent_classes import (
    child_of_national_or_permanent,
    from_day_on,
    kept,
    may_ask,
    protected,
    resides,
    spouse_of_national_or_permanent,
)
from kyosei.law.jp.residence import keeps_status, new_status
from kyosei.law.jp.tables.statuses import STATUSES
from kyosei.norms.declare import requirement, since_day
from kyosei.norms.forms import Requirement
from kyosei.terms.expressions import Cond
from kyosei.terms.language import (
    MonthRounding,
    Months,
    WindowEdge,
    all_of,
    any_one,
    begins,
    item,
    since,
    throughout,
)
from kyosei.terms.text import Text

__all__ = ["IN_FORCE", "NORMS", "FamilyYears", "long_enough", "longest_period", "years_reached"]

_HERE = IMMIGRATION_ACT.article(22, 2)
_READ_ON = date(2026, 11, 22)
_AT_WORK = tuple(
    status.slug
    for status in STATUSES
    if status.work == "authorised" and status.slug not in ("technical-intern-training", "specified-skilled-worker")
)
_TABLE_TWO = tuple(status.slug for status in STATUSES if status.table == "II")
_THREE_YEARS_OR_MORE = ("P3Y", "P3Y3M", "P3Y6M", "P3Y9M", "P4Y", "P4Y3M", "P4Y6M", "P4Y9M")
_END_OF_THREE_YEARS = date(2027, 4, 1)


@dataclass(frozen=True, slots=True)
class FamilyYears:
    """How long a spouse has been married and here, how long a child has been here, and how the guideline words it."""

    married: int
    spouse_here: int
    child_here: int
    for_spouse: Text
    for_child: Text


IN_FORCE = FamilyYears(
    3,
    1,
    1,
    Text("配偶者：婚姻3年・在留1年", "けっこん 3年、日本に 1年", "spouse: married three years, here one"),
    Text("実子等：在留1年", "子ども：日本に 1年", "child: here one year"),
)


def _for_years(condition: Cond, years: int) -> Cond:
    """On every day of so many years up to now."""
    span = Months(12 * years, rounding=MonthRounding.CIVIL_CODE_143)
    return throughout(condition, last=span, counting=WindowEdge.INCLUDING_THE_DAY)


def _at_work_or_settled(person: Person, left_out: tuple[str, ...]) -> Cond:
    """A status for work, without technical interns and specified skilled workers (i), or one of Table II.

    Which designated activities count as work, the guideline in force does not say.
    """
    skilled = ResidenceStatus.at(person).status.is_("specified-skilled-worker")
    second = skilled & ResidenceStatus.at(person).subclass.is_("ssw-2")
    return item(
        None,
        Text(
            "就労資格（技能実習・特定技能1号を除く）又は居住資格",
            "はたらく 在留資格（技能実習・特定技能 1号は べつ）か 家族などの 在留資格",
            "a status for work (not technical intern, not specified skilled worker (i)) or of Table II",
        ),
        any_one(
            keeps_status(person, tuple(slug for slug in (*_AT_WORK, *_TABLE_TWO) if slug not in left_out)),
            kept(person, second),
            keeps_status(person, ("designated-activities",)).unsettled_in_law(),
        ),
        _HERE,
    )


def _ordinary(person: Person, left_out: tuple[str, ...]) -> Cond:
    five_years = since(_for_years(_at_work_or_settled(person, left_out), 5), reset=~resides(person))
    return item(
        "1(3)ア",
        Text("引き続き10年以上の在留", "つづけて 10年 以上", "ten years without interruption"),
        all_of(
            _for_years(resides(person), 10),
            item(
                None,
                Text(
                    "うち就労資格又は居住資格で引き続き5年以上",
                    "その うち 5年 以上は はたらく 在留資格など",
                    "of which five without interruption with a status for work or of Table II",
                ),
                five_years,
                _HERE,
            ),
        ),
        _HERE,
    )


def _family(person: Person, years: FamilyYears) -> tuple[Cond, Cond]:
    """The spouse, and the child."""
    married = assessed(
        person,
        "marriage_in_substance",
        None,
        Text("実体を伴った婚姻生活", "ほんとうの けっこん生活", "a marriage lived in substance"),
        _HERE,
    )
    spouse = all_of(
        _for_years(spouse_of_national_or_permanent(person), years.married),
        _for_years(resides(person), years.spouse_here),
        married,
    )
    child = all_of(child_of_national_or_permanent(person), _for_years(resides(person), years.child_here))
    return (
        item("2(1)", years.for_spouse,
             spouse, _HERE),
        item("2(1)", years.for_child, child, _HERE),
    )  # fmt: skip


def _special_classes(person: Person) -> tuple[Cond, ...]:
    """Items 2 (2) to 2 (8)."""
    stay = ResidenceStatus.at(person)
    regional = stay.designated_activity.is_in(("specified_research", "specified_information_processing"))
    contribution = found(person, "contribution_to_japan")
    return (
        item("2(2)", Text("定住者で5年", "定住者で 5年", "five years as a long-term resident"),
             _for_years(keeps_status(person, ("long-term-resident",)), 5), _HERE),
        item("2(3)", Text("認定後5年", "認定から 5年", "five years after the recognition"),
             all_of(_for_years(protected(person), 5), _for_years(resides(person), 5)), _HERE),
        item("2(4)", Text("我が国への貢献・5年", "日本に こうけんした 人：5年", "contribution to Japan, and five years"),
             all_of(_for_years(resides(person), 5), contribution), _HERE),
        item("2(5)", Text("地域再生計画の特定研究等・3年", "地域の 計画の 研究など：3年", "regional plan, and three years"),
             all_of(told(kept(person, regional)), _for_years(resides(person), 3), contribution), _HERE),
        item("2(6)", Text("高度人材70点・3年", "70点が 3年", "seventy points for three years"),
             all_of(_for_years(points_reach(person, 70), 3), _for_years(resides(person), 3)), _HERE),
        item("2(7)", Text("高度人材80点・1年", "80点が 1年", "eighty points for one year"),
             all_of(_for_years(points_reach(person, 80), 1), _for_years(resides(person), 1)), _HERE),
        item("2(8)", Text("特別高度人材・1年", "とくべつな 高度人材：1年", "specially highly skilled for one year"),
             all_of(_for_years(specially_highly_skilled(person), 1),
                    _for_years(resides(person), 1)), _HERE),
    )  # fmt: skip


def years_reached(person: Person, years: FamilyYears, *, left_out: tuple[str, ...] = ()) -> Cond:
    """Ten years, or fewer by a class. `left_out`: statuses for work that do not count among the five years."""
    return any_one(_ordinary(person, left_out), *_family(person, years), *_special_classes(person))


@requirement(
    _HERE,
    id="jp.pr.years-of-residence",
    title=Text(
        "永住許可：在留年数（原則10年・特例）",
        "永住：日本に すんだ 年（ふつうは 10年）",
        "Permanent residence: years of residence",
    ),
    in_force=since_day(2019, 5, 31),
    verified_on=_READ_ON,
    layer="guideline",
    authority="authority:isa",
    goal="permanent-residence",
)
def long_enough(person: Person) -> Requirement:
    """In principle ten years without interruption, five of them with a status for work or of Table II; fewer for spouses and
    children of nationals and permanent residents, long-term residents, the recognised, those who contribute to Japan, and
    highly skilled professionals.
    """
    return Requirement(applies=may_ask(person), met=years_reached(person, IN_FORCE))


def _longest_of_the_status(person: Person) -> Cond:
    """The longest period that the Regulations have for the status; where several rows fit, the longest."""
    stay = ResidenceStatus.at(person)
    shorter: dict[str, list[str]] = {}
    for status in STATUSES:
        periods = [row.fixed[0] if row.fixed else row.designated_max for row in status.history]
        longest = periods[-1] or "P5Y"
        if longest not in ("P5Y", "indefinite", "for_the_activity"):
            shorter.setdefault(longest, []).append(status.slug)
    return any_one(
        stay.granted_period.is_in(("P5Y", "indefinite", "for_the_activity")),
        *(stay.status.is_in(slugs) & stay.granted_period.is_(period) for period, slugs in shorter.items()),
    )


def _three_years_count(person: Person) -> Cond:
    """Note 1: until 2027-03-31; then for a period of three years that ran on that day, and for the first decision only."""
    stay = ResidenceStatus.at(person)
    three = stay.granted_period.is_in(_THREE_YEARS_OR_MORE)
    decided = (
        ResidenceDecision.at(person)
        .where(ResidenceDecision.procedure.is_("permanent"), ResidenceDecision.outcome.is_in(("granted", "refused")))
        .happened()
    )
    later = from_day_on(_END_OF_THREE_YEARS)
    began_before = since(three & ~later, reset=new_status(person))
    first = ~since(told(decided) & later, reset=begins(later))
    return item(
        "注1",
        Text("在留期間3年を最長とみなす扱い", "3年も いちばん 長いと みる", "three years are treated as the longest"),
        all_of(three, any_one(~later, began_before & first)),
        _HERE,
    )


@requirement(
    _HERE,
    id="jp.pr.longest-period",
    title=Text(
        "永住許可：最長の在留期間",
        "永住：いちばん 長い 在留期間（5年など）",
        "Permanent residence: the longest period of stay",
    ),
    in_force=since_day(2019, 5, 31),
    verified_on=_READ_ON,
    layer="guideline",
    authority="authority:isa",
    goal="permanent-residence",
)
def longest_period(person: Person) -> Requirement:
    """The stay was granted for the longest period that its status has. Until 2027-03-31 three years count as the longest; who
    holds three years on that day is treated so in that period, for the first decision.
    """
    return Requirement(
        applies=may_ask(person),
        met=any_one(
            item(
                "1(3)ウ",
                Text("最長の在留期間", "いちばん 長い 在留期間", "the longest period"),
                _longest_of_the_status(person),
                _HERE,
            ),
            _three_years_count(person),
        ),
    )


NORMS = (long_enough, longest_period)
