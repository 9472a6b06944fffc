"""Has the immigration office decided an application within the time that it normally takes?

The office publishes how long each procedure normally takes: renewal from two weeks to one month, change from one to two
months, permanent residence from four to six. Here the longer figure counts, and an office that asks for documents has
answered: no figure says how long it takes from then on. The figures were read in secondary sources; those for earlier
years were not read. They are practice: the Administrative Procedure Act, whose art. 6 asks for such figures, does not bind
here (its art. 3 (1) x), and a later decision is lawful. Nothing follows for the person but that they may ask.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.immigration import (
    DocumentRequest,
    ResidenceApplication,
    ResidenceDecision,
    ResidenceStatus,
)
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.on_record import told
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.citations import Provision
from kyosei.terms.expressions import Cond
from kyosei.terms.language import MonthRounding, Months, any_one, item, since, within
from kyosei.terms.text import Text

__all__ = ["NORMS", "decide_change", "decide_permanent_residence", "decide_renewal"]

_ISA = "authority:isa"
_IN_FORCE = since_day(2026, 1, 1)
_READ_ON = date(2026, 11, 23)


def _within(person: Person, procedure: str, months: int, provision: Provision, card: Cond) -> Limit:
    """From filing until the office answers. `card`: the card was handed over, so that it had been decided."""
    filed = ResidenceApplication.at(person).where(ResidenceApplication.procedure.is_(procedure)).happened()
    decided = ResidenceDecision.at(person).where(ResidenceDecision.procedure.is_(procedure)).happened()
    answered = any_one(decided, card, told(DocumentRequest.at(person).happened()))
    return Limit(
        applies=item(
            None,
            Text("申請中（処分も資料提出の求めもない）", "入管が まだ こたえて いない", "filed, and not answered yet"),
            since(filed, reset=answered),
            provision,
        ),
        respected=item(
            None,
            Text("標準処理期間内", "ふつうの 期間の 中", "within the time that it normally takes"),
            within(Months(months, rounding=MonthRounding.CIVIL_CODE_143), after=filed),
            provision,
        ),
    )


@limit(
    IMMIGRATION_ACT.article(21, 3),
    id="jp.immigration.decide-renewal",
    title=Text(
        "入管：更新の処分（標準1か月）",
        "入管は 更新の こたえを ふつう 1か月までに 出す",
        "The office decides a renewal within the one month that it normally takes",
    ),
    bearer=_ISA,
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="practice",
    authority=_ISA,
)
def decide_renewal(person: Person) -> Limit:
    """The immigration office decides an application for renewal within 1 month, or asks for documents. This is the time that
    it says to take normally: a later decision is lawful, and nothing follows for the person but that they may ask.
    """
    here = IMMIGRATION_ACT.article(21, 3)
    return _within(person, "renewal", 1, here, ResidenceStatus.at(person).starts())


@limit(
    IMMIGRATION_ACT.article(20, 3),
    id="jp.immigration.decide-change",
    title=Text(
        "入管：在留資格変更の処分（標準2か月）",
        "入管は 変更の こたえを ふつう 2か月までに 出す",
        "The office decides a change of status within the two months that it normally takes",
    ),
    bearer=_ISA,
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="practice",
    authority=_ISA,
)
def decide_change(person: Person) -> Limit:
    """The immigration office decides an application for a change of status within 2 months, or asks for documents. This is the
    time that it says to take normally: a later decision is lawful, and nothing follows for the person but that they may ask.
    """
    here = IMMIGRATION_ACT.article(20, 3)
    return _within(person, "change", 2, here, ResidenceStatus.at(person).starts())


@limit(
    IMMIGRATION_ACT.article(22, 2),
    id="jp.immigration.decide-permanent-residence",
    title=Text(
        "入管：永住許可の処分（標準6か月）",
        "入管は 永住の こたえを ふつう 6か月までに 出す",
        "The office decides on permanent residence within the six months that it normally takes",
    ),
    bearer=_ISA,
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="practice",
    authority=_ISA,
)
def decide_permanent_residence(person: Person) -> Limit:
    """The immigration office decides an application for permanent residence within 6 months, or asks for documents. This is the
    time that it says to take normally: a later decision is lawful. While it is pending, the stay does not go on by itself.
    """
    here = IMMIGRATION_ACT.article(22, 2)
    permanent = ResidenceStatus.at(person).where(ResidenceStatus.status.is_("permanent-resident")).starts()
    return _within(person, "permanent", 6, here, permanent)


NORMS = (decide_renewal, decide_change, decide_permanent_residence)
