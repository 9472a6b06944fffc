"""Was somebody whose application was refused told in writing how to take it to court?

Administrative Case Litigation Act art. 46 (1), in the wording of 2026-05-21; earlier wordings were not read. The Administrative
Procedure Act, which asks for reasons, does not bind decisions about the stay (its art. 3 (1) x), and no law names days within
which a decision is to be notified. Nobody records of each letter what stood in it, so it is asked once somebody has spoken.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.immigration import ResidenceDecision
from kyosei.law.jp.laws import ADMINISTRATIVE_LITIGATION_ACT
from kyosei.law.jp.on_record import spoken_of, told
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.language import MonthRounding, Months, item, since, within
from kyosei.terms.text import Text

__all__ = ["NORMS", "tell_how_to_sue"]

_HERE, _TIME = ADMINISTRATIVE_LITIGATION_ACT.article(46, 1), ADMINISTRATIVE_LITIGATION_ACT.article(14, 1)


@limit(
    _HERE,
    _TIME,
    id="jp.immigration.tell-how-to-sue",
    title=Text(
        "入管：不許可の際の取消訴訟の教示（書面）",
        "入管は 許可しない とき、裁判の しかたを 紙に 書いて 教える",
        "Who is refused is told in writing how to take it to court",
    ),
    bearer="authority:isa",
    protects="person",
    in_force=since_day(2026, 5, 21),
    verified_on=date(2026, 11, 23),
    authority="authority:isa",
)
def tell_how_to_sue(person: Person) -> Limit:
    """With a refusal the immigration office tells the person in writing whom to sue and until when. It is asked for the 6 months
    within which the person can sue, and once somebody has said whether it was so. A refusal stays as it is, and its time
    runs all the same.
    """
    refused = ResidenceDecision.at(person).where(ResidenceDecision.outcome.is_("refused"))
    spoken = refused.where(ResidenceDecision.remedy_told.is_in(("in_writing", "not_in_writing"))).happened()
    untold = refused.where(ResidenceDecision.remedy_told.is_("not_in_writing")).happened()
    told_again = refused.where(ResidenceDecision.remedy_told.is_("in_writing")).happened()
    return Limit(
        applies=item(
            "14(1)",
            Text("不許可から6か月以内", "許可されなかった 日から 6か月の 間", "within 6 months of a refusal"),
            within(Months(6, rounding=MonthRounding.CIVIL_CODE_143), after=spoken_of(spoken) & spoken),
            _TIME,
        ),
        respected=item(
            "46(1)",
            Text("書面による教示", "裁判の しかたが 紙に 書いて ある", "told in writing how to sue"),
            ~since(spoken_of(untold) & untold, reset=told(told_again)),
            _HERE,
        ),
    )


NORMS = (tell_how_to_sue,)
