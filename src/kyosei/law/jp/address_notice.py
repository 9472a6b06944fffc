"""Has the person told the municipality in time where he or she lives?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Move
from kyosei.facts.vocabulary.housing import HomeRegistration
from kyosei.facts.vocabulary.immigration import AddressNotice
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.residence import resides_mid_to_long_term
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Counting, Duty, days_after
from kyosei.terms.language import item
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS", "notify_address"]


@duty(
    IMMIGRATION_ACT.article("19-9", 1),
    IMMIGRATION_ACT.article("19-7", 1),
    IMMIGRATION_ACT.article("19-8", 1),
    id="jp.immigration.notify-address",
    title=Text(
        "住居地の届出（14日以内）",
        "引っこしたら 14日以内に 市役所に 届ける",
        "Notify the address within fourteen days",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def notify_address(move: Move) -> Duty:
    """A mid- to long-term resident who moves, or settles after landing or after becoming such a resident, notifies the new
    municipality within fourteen days of moving in. The municipality is no organ of the State, so the Act on Holidays of
    Administrative Organs does not move the last day; the next open day is accepted under the municipality's own rule
    (Local Autonomy Act art. 4-2 (4)).
    """
    return Duty(
        arises=item(
            None,
            Text("住居地を定めた日", "住み始めた 日", "the day of moving in"),
            HomeRegistration.at(move).starts(),
        )
        & resides_mid_to_long_term(move.person),
        performed=AddressNotice.at(move).happened(key="moved_on"),
        due=days_after(14, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
        matched_by_day=True,
    )


NORMS = (notify_address,)
