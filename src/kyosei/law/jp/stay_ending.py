"""Is the period of stay about to end without an application?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.immigration import ResidencePresence, ResidenceStatus
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.residence import filed_application, new_status, pending_application
from kyosei.law.jp.tables.statuses import STATUSES
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Duty, by_day
from kyosei.terms.expressions import Cond
from kyosei.terms.language import any_one, begins, item, nearing, shifted
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS", "apply_before_expiry"]

_WARNING_MONTHS = 3  # when offices begin to accept the application, for stays of six months and more
_WITHOUT_NOTICE = ("temporary-visitor", "diplomat", "permanent-resident")
_RENEWABLE = tuple(status.slug for status in STATUSES if status.slug not in _WITHOUT_NOTICE)


def _near_its_end(person: Person) -> Cond:
    """Within three months of the last day of the stay.

    Visitors are expected to leave and get no such notice; a diplomat's or a permanent resident's stay has no period that
    expires (Regulations, Table II), and nothing to renew where it ends for another reason.
    """
    stay = ResidenceStatus.at(person)
    return nearing(stay.ends_on(), months=_WARNING_MONTHS) & stay.status.is_in(_RENEWABLE)


@duty(
    IMMIGRATION_ACT.article(21, 2),
    IMMIGRATION_RULES.article(21, 1),
    IMMIGRATION_ACT.article(20, 2),
    IMMIGRATION_RULES.article("app:別表第二"),
    id="jp.immigration.apply-before-expiry",
    title=Text(
        "在留期間の満了日までの更新・変更申請",
        "在留期限までに 入管に 申請する",
        "Apply for renewal or change by the day the stay expires",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def apply_before_expiry(person: Person) -> Duty:
    """Whoever wants to stay on applies for a renewal, or for a change of status, by the day on which the stay expires.
    The notice begins three months ahead, when offices accept the application (practice). An application for permanent
    residence does not do it: it carries the stay no further. A new stay, or leaving Japan, makes it needless. Where the
    last day is a closed one, offices accept the next working day (practice). The stay of diplomats and of permanent
    residents has no period that expires.
    """
    near = _near_its_end(person)
    renewed = new_status(person) & shifted(near, days_later=1)
    return Duty(
        # A short stay that follows another is near its end at once: its own notice comes on its second day.
        arises=any_one(begins(near), shifted(renewed & near, days_later=1)),
        performed=any_one(
            item(
                "21(2)",
                Text("更新・変更の申請", "入管に 申請した", "applied for renewal or change"),
                filed_application(person) | pending_application(person),
                IMMIGRATION_ACT.article(21, 2),
            ),
            item(
                None,
                Text("新たな在留期間の開始", "新しい 在留カードを もらった", "a new stay has begun"),
                shifted(renewed, days_later=-1),
            ),
            item(None, Text("出国", "日本を 出た", "left Japan"), ~ResidencePresence.at(person).holds()),
        ),
        due=by_day(ResidenceStatus.at(person).ends_on(), on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
    )


NORMS = (apply_before_expiry,)
