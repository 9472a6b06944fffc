"""Does the person work only as the status of residence allows, and does the employer employ the person only so?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment, Person
from kyosei.facts.vocabulary.immigration import ResidenceStatus
from kyosei.facts.vocabulary.labour import WorkAssignment, WorkHours
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.on_record import told
from kyosei.law.jp.permitted_work import assists_at_own_university, permission_may_go_on, permitted_here
from kyosei.law.jp.residence import LIMITED_IN_WORK, WITHOUT_WORK, designated_here, keeps_status
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, any_one, days, hours, item, never, total_within
from kyosei.terms.text import Text

__all__ = [
    "NORMS",
    "bound_to_organisation",
    "employ_within_status",
    "is_designated_activities",
    "may_work_without_designation",
    "work_within_status",
]

_ONLY_WITH_THE_ORGANISATION = ("specified-skilled-worker", "technical-intern-training")
_HSP_FIRST = ("hsp-1a", "hsp-1b", "hsp-1c")
_BY_ACTIVITY = tuple(
    slug
    for slug in LIMITED_IN_WORK
    if slug not in (*WITHOUT_WORK, *_ONLY_WITH_THE_ORGANISATION, "highly-skilled-professional", "designated-activities")
)
# Plain hands-on work, which as such belongs to none of the activities of Table I-2 but Skilled Worker and Intern.
_DOUBTFUL = (
    "customer-service", "cooking", "serving", "dishwashing", "cleaning", "bed-making", "line-work", "inspection",
    "packing", "sorting", "loading", "delivery", "driving", "machine-operation", "welding", "construction", "farming",
    "fishing", "forestry", "livestock", "laundry", "cashier", "stocking", "security", "housekeeping", "entertaining",
)  # fmt: skip


def _works(job: Employment) -> Cond:
    """Work really done on the day: hours recorded for the very day, or an assignment told for it."""
    on_the_day = total_within(
        WorkHours.at(job).quantity("hours"), last=days(1, EMPLOYMENT), except_on=never(EMPLOYMENT)
    )
    return item(
        None,
        Text("実際に就労", "じっさいに 働いた", "really works"),
        any_one(on_the_day > hours(0, EMPLOYMENT), WorkAssignment.at(job).holds()),
    )


def _hsp_first(person: Person) -> Cond:
    """Highly skilled professional (i), whose stay names an organisation."""
    second = ResidenceStatus.at(person).subclass.is_("hsp-2")
    return keeps_status(person, ("highly-skilled-professional",)).unless(second)


def bound_to_organisation(person: Person) -> Cond:
    """The stay is for work with one organisation: a change of it is a change of status (art. 20 (1))."""
    return item(
        "20(1)",
        Text("機関が指定された在留資格", "会社が 決められている 在留資格", "a status bound to an organisation"),
        keeps_status(person, _ONLY_WITH_THE_ORGANISATION) | _hsp_first(person),
        IMMIGRATION_ACT.article(20, 1),
    )


def may_work_without_designation(person: Person) -> Cond:
    """Work within the activity, with any organisation."""
    second = ResidenceStatus.at(person).subclass.is_("hsp-2")
    hsp = keeps_status(person, ("highly-skilled-professional",)) & second
    return any_one(keeps_status(person, _BY_ACTIVITY), hsp)


def is_designated_activities(person: Person) -> Cond:
    """What may be done stands in the paper of designation (指定書)."""
    return keeps_status(person, ("designated-activities",))


def _outside_the_status(job: Employment) -> Cond:
    """Work that surely is outside: no work belongs to the status, or none with this organisation.

    A permission under art. 19 (2) is not looked for with specified skilled workers and interns: they work full time
    for the one organisation, and offices give them none (practice). An assistant at the own university needs none.
    """
    person = job.person
    allowed = any_one(
        permitted_here(job), permission_may_go_on(job).unsettled_in_law(), told(assists_at_own_university(job))
    )
    return any_one(
        item(
            "19(1)(ii)",
            Text("就労できない在留資格・許可なし", "働くことが できない 在留資格で、許可が ない",
                 "a status without work, and no permission"),
            all_of(keeps_status(person, WITHOUT_WORK), ~allowed),
            IMMIGRATION_ACT.article(19, 1, "2"),
        ),
        item(
            "19(1)(i)",
            Text("指定された機関の外", "決められた 会社では ない", "not the designated organisation"),
            any_one(
                all_of(keeps_status(person, _ONLY_WITH_THE_ORGANISATION), ~designated_here(job)),
                all_of(_hsp_first(person), ~designated_here(job), ~allowed),
            ),
            IMMIGRATION_ACT.article(19, 1, "1"),
        ),
    )  # fmt: skip


def _left_to_judgement(job: Employment) -> Cond:
    """Where only an officer can say whether what is done belongs to the activity."""
    person = job.person
    doubtful = WorkAssignment.at(job).duties.has_any(*_DOUBTFUL)
    by_activity = may_work_without_designation(person) | is_designated_activities(person)
    return any_one(
        item(
            None,
            Text("現業の業務に従事", "げんばの 仕事を している", "does hands-on work"),
            by_activity & doubtful,
            IMMIGRATION_ACT.article(19, 1, "1"),
        ),
        item(
            None,
            Text("活動該当性の判断", "在留資格に 合う 仕事か どうか", "whether the work belongs to the activity"),
            by_activity,
            IMMIGRATION_ACT.article(19, 1, "1"),
        ),
    )


def _in_play(job: Employment) -> Cond:
    return keeps_status(job.person, LIMITED_IN_WORK) & (employed(job) | _works(job))


@limit(
    IMMIGRATION_ACT.article(19, 1),
    IMMIGRATION_RULES.article(19, 5),
    id="jp.immigration.work-within-status",
    title=Text(
        "在留資格の範囲内の就労", "在留資格で できる 仕事だけを する", "Work only within the status of residence"
    ),
    bearer="person",
    protects=None,
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def work_within_status(job: Employment) -> Limit:
    """The holder of a status of Table I does no paid work outside its activity, unless permitted. It is certain only for
    statuses that allow no work, and for those bound to an organisation when the work is for another one. Whether what an
    engineer really does belongs to the activity, no list can say: that waits for an officer's judgement.
    """
    works = _works(job)
    judged = works & _left_to_judgement(job)
    return Limit(
        applies=_in_play(job),
        respected=~(works & _outside_the_status(job)) & (~judged | judged.waits_for_judgement()),
    )


@limit(
    IMMIGRATION_ACT.article("73-2", 1, "1"),
    IMMIGRATION_ACT.article("73-2", 2),
    id="jp.immigration.employ-within-status",
    title=Text(
        "不法就労をさせないこと",
        "会社は 在留資格で できない 仕事を させない",
        "The employer lets nobody work outside the status of residence",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def employ_within_status(job: Employment) -> Limit:
    """An employer lets no foreigner do work that the status does not allow. Not knowing is no excuse, except without
    negligence; whether there was any is a matter of judgement, so this is never certain from records alone.
    The penalty is up to 3 years or 3,000,000 yen, from 2027-04-01 up to 5 years or 5,000,000 yen (the latter by reports).
    """
    unlawful = _works(job) & _outside_the_status(job)
    return Limit(
        applies=_in_play(job),
        respected=~unlawful
        | item(
            "73-2(2)",
            Text("過失の有無", "会社が 気をつけて いたか", "whether the employer was negligent"),
            unlawful.waits_for_judgement(),
            IMMIGRATION_ACT.article("73-2", 2),
        ),
    )


NORMS = (work_within_status, employ_within_status)
