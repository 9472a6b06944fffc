"""Is a foreigner a resident by the rules on foreign exchange, so that a bank treats the account as an ordinary one?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Employment, Person
from kyosei.facts.vocabulary.immigration import ResidencePresence
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import FOREIGN_EXCHANGE_ACT, FOREIGN_EXCHANGE_CIRCULAR
from kyosei.law.jp.on_record import told
from kyosei.law.jp.pension_contributions import every_job_is_told
from kyosei.norms.declare import since_day, status
from kyosei.norms.forms import Status
from kyosei.terms.language import MonthRounding, Months, any_of, any_one, begins, item, within
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_SIX_MONTHS = Months(6, rounding=MonthRounding.CIVIL_CODE_143)


@status(
    FOREIGN_EXCHANGE_ACT.article(6, 1, "5"),
    FOREIGN_EXCHANGE_CIRCULAR.article("6-1-5"),
    FOREIGN_EXCHANGE_CIRCULAR.article("6-1-6"),
    id="jp.finance.resident-for-exchange",
    title=Text(
        "外為法上の居住者（日本で勤務、または入国後6か月）",
        "銀行の ふつうの 口座が 使えます（日本で はたらく 人、来てから 6か月の 人）",
        "Resident by the rules on foreign exchange: at work in Japan, or here for six months",
    ),
    in_force=since_day(1998, 4, 1),
    verified_on=date(2026, 11, 22),
    layer="guideline",
    authority="bank:any",
)
def resident_for_exchange(person: Person) -> Status:
    """A foreigner is taken for a non-resident until six months after entering Japan; whoever works at an office in Japan is a
    resident at once. A non-resident's account is restricted and its transfers count as cross-border.

    The Act says who is a resident in general (art. 6 (1) item 5), the circular of the Ministry of Finance how that is
    presumed of foreigners. Diplomats and foreign forces are not told apart here. That the circular has read so since the Act
    got its present name in April 1998 is knowledge.
    """
    job = Employment()
    here = told(ResidencePresence.at(person).holds())
    return Status(
        applies=here,
        holds=any_one(
            item(
                "6-1-5",
                Text("日本国内の事務所に勤務", "日本の 会社で はたらいて います", "works at an office in Japan"),
                any_of(employed(job), closed_by=every_job_is_told()),
                FOREIGN_EXCHANGE_CIRCULAR.article("6-1-5"),
            ),
            item(
                "6-1-6",
                Text("入国後6か月以上経過", "日本に 来て 6か月 たちました", "six months have passed since entering"),
                ~within(_SIX_MONTHS, after=begins(here)),
                FOREIGN_EXCHANGE_CIRCULAR.article("6-1-6"),
            ),
        ),
    )


NORMS = (resident_for_exchange,)
