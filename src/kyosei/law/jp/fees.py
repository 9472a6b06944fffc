"""Which fee is due when the card of a granted application is handed over?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import PERSON, Person
from kyosei.facts.vocabulary.immigration import ResidenceApplication, ResidenceDecision
from kyosei.facts.vocabulary.options import GRANTED_PERIODS
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_ORDER
from kyosei.law.jp.on_record import told
from kyosei.law.jp.residence import new_status
from kyosei.law.jp.result_of_application import granted_and_waiting
from kyosei.norms.declare import since_day, status
from kyosei.norms.forms import Status
from kyosei.terms.expressions import Cond, Heads, Number, Yen
from kyosei.terms.language import (
    Rounding,
    WindowEdge,
    all_of,
    any_one,
    dated,
    days,
    days_within,
    heads,
    item,
    rate,
    since,
)
from kyosei.terms.text import Text

__all__ = ["NORMS", "fee_on_receipt"]

_FIRST = date(2025, 4, 1)
_BY_PERIOD = date(2026, 10, 1)
_NEVER = date(2100, 1, 1)
_RENEWAL_OR_CHANGE = ("renewal", "change")
_PERMANENT = ("permanent",)
_OF_NO_TIER = ("designated", "for_the_activity", "indefinite")
"""No length, or none that was told."""
_TIERS = (
    ("P3M", 10_000, 10_000),
    ("P6M", 18_000, 15_000),
    ("P11M", 25_000, 21_000),
    ("P1Y", 33_000, 27_000),
    ("P2Y9M", 48_000, 42_000),
    ("P4Y9M", 64_000, 56_000),
    ("P5Y", 75_000, 65_000),
)
"""The tiers of the order of 2026: the longest period that can be granted in each, yen at the counter, yen online."""


def _filed(person: Person, procedures: tuple[str, ...], first: date, first_outside: date) -> Cond:
    """The application that waits for its card was filed in these days. One for permanent residence goes on waiting when a new
    period of stay begins in the meantime; only another one takes its place.
    """
    era = dated(PERSON, Heads, [(date(1900, 1, 1), 0), (first, 1), (first_outside, 0)]) >= heads(1, PERSON)
    filed = ResidenceApplication.at(person).where(ResidenceApplication.procedure.is_in(procedures)).happened()
    return since(filed & era, reset=filed if procedures == _PERMANENT else new_status(person))


def _granted(person: Person, procedures: tuple[str, ...]) -> type[ResidenceDecision]:
    return ResidenceDecision.at(person).where(
        ResidenceDecision.outcome.is_("granted"), ResidenceDecision.procedure.is_in(procedures)
    )


def _amount(condition: Cond, yen: int) -> Number[Yen]:
    """So many yen where the condition holds, else none; between the two where it is open."""
    held = days_within(condition, last=days(1, PERSON), counting=WindowEdge.INCLUDING_THE_DAY)
    return Number(held.times(rate([(_FIRST, yen, 1)], rounding=Rounding.DOWN)).node)


def _longer_than(person: Person, period: str) -> Cond:
    """The period granted belongs to a higher tier than the one that ends with this period."""
    longer = GRANTED_PERIODS[: GRANTED_PERIODS.index(period)]
    granted = _granted(person, _RENEWAL_OR_CHANGE)
    surely = granted.where(ResidenceDecision.granted_period.is_in(longer)).happened()
    perhaps = granted.where(ResidenceDecision.granted_period.is_in(_OF_NO_TIER)).happened().unsettled_in_law()
    return since(any_one(surely, perhaps), reset=new_status(person))


def _fee(person: Person, *, online: bool) -> Number[Yen]:
    """What is due: flat where the office received the application by 2026-09-30, else by the period granted."""
    change = since(_granted(person, _RENEWAL_OR_CHANGE).happened(), reset=new_status(person))
    permanent = since(_granted(person, _PERMANENT).happened(), reset=new_status(person))
    by_period = all_of(change, _filed(person, _RENEWAL_OR_CHANGE, _BY_PERIOD, _NEVER))
    amounts = [row[2] if online else row[1] for row in _TIERS]
    fee = _amount(all_of(change, _filed(person, _RENEWAL_OR_CHANGE, _FIRST, _BY_PERIOD)), 5_500 if online else 6_000)
    fee += _amount(all_of(permanent, _filed(person, _PERMANENT, _FIRST, _BY_PERIOD)), 10_000)
    fee += _amount(all_of(permanent, _filed(person, _PERMANENT, _BY_PERIOD, _NEVER)), 200_000)
    fee += _amount(by_period, amounts[0])
    for (below, *_), lower, higher in zip(_TIERS, amounts, amounts[1:], strict=False):
        fee += _amount(all_of(by_period, _longer_than(person, below)), higher - lower)
    return fee


@status(
    IMMIGRATION_ACT.article(67),
    IMMIGRATION_ORDER.article(25, 1),
    id="jp.immigration.fee-on-receipt",
    title=Text(
        "許可に係る手数料（カードの交付時）",
        "カードを もらう とき、お金を はらいます",
        "The fee due when the card is handed over",
    ),
    in_force=since_day(2025, 4, 1),
    verified_on=date(2026, 11, 21),
    review_on=date(2027, 3, 31),
    layer="cabinet_order",
    authority="authority:isa",
)
def fee_on_receipt(person: Person) -> Status:
    """A granted renewal or change costs 6,000 yen (5,500 online), permanent residence 10,000. From 2026-10-01 a renewal or change
    costs by the period granted, and permanent residence 200,000 yen: amounts of Cabinet Order No. 268 of 2026, read in a
    copy of the Gazette. That what the office received by 2026-09-30 pays the old fee is what the office announced; the clause
    itself was not seen. Nothing is due for a change to Diplomat or Official. Reductions for the needy are not computed here.
    For a stay without an end, or of a length that was not told, the figures say between which amounts the fee lies.
    """
    free = _granted(person, ("change",)).where(ResidenceDecision.granted_status.is_in(("diplomat", "official")))
    return Status(
        applies=all_of(
            granted_and_waiting(person),
            any_one(_filed(person, _RENEWAL_OR_CHANGE, _FIRST, _NEVER), _filed(person, _PERMANENT, _FIRST, _NEVER)),
        ),
        holds=item(
            None,
            Text("手数料の納付を要する許可", "お金が いる 許可", "a permission for which a fee is due"),
            ~since(told(free.happened()), reset=new_status(person)),
            IMMIGRATION_ACT.article(67),
        ),
        figures={"fee_yen": _fee(person, online=False), "fee_online_yen": _fee(person, online=True)},
    )


NORMS = (fee_on_receipt,)
