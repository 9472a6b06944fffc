"""Has the person told the municipality before moving away?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import PERSON, Move
from kyosei.facts.vocabulary.family import PersonDeath
from kyosei.facts.vocabulary.housing import HomeRegistration, MoveOutNotice
from kyosei.law.jp.laws import RESIDENT_REGISTER_ACT
from kyosei.law.jp.on_record import told
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Counting, Duty, days_after
from kyosei.terms.language import WindowEdge, days, ends, ever, item, shifted
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS"]

_AHEAD = 90
"""So many days before the move a notice is looked for: municipalities take it about two weeks ahead (practice)."""


@duty(
    RESIDENT_REGISTER_ACT.article(24),
    id="jp.residence.move-out-notice",
    title=Text(
        "転出届（あらかじめ）",
        "ほかの 市に 引っこす 前に、今の 市役所に 言います",
        "Tell the municipality before moving away",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="unknown:municipality",
)
def move_out(move: Move) -> Duty:
    """Whoever moves to another municipality or abroad tells the old one before the day of the move. Foreign residents are in
    the register since 2012-07-09. The last day is that of the move; the next open day is accepted by municipalities, which
    take a notice even later. A move within the municipality needs none, and a death ends the registration without one.
    """
    moved_away = shifted(ends(HomeRegistration.at(move).holds()), days_later=-1)
    died = ever(
        PersonDeath.at(person=move.party("person")).happened(), last=None, counting=WindowEdge.INCLUDING_THE_DAY
    )
    received = MoveOutNotice.at(move).happened()
    return Duty(
        arises=item(None, Text("転出", "ほかの 市に 引っこした", "moved away"), moved_away.unless(told(died))),
        performed=ever(received, last=days(_AHEAD, PERSON), counting=WindowEdge.INCLUDING_THE_DAY),
        due=days_after(0, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
    )


NORMS = (move_out,)
