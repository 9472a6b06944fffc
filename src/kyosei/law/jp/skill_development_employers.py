"""What does an employer owe a person employed for skill development (育成就労), from 2027-04-01?

Read in the Ordinance (507M60000110004), of which no text is at hand, and in reports of the Act, which keeps the number of
the Act on technical intern training. How many persons an employer may have, what a sending organisation may charge (two
months of the planned pay), what a new employer pays to the former one, and the audits of the supervising organisation: no
record tells. Nor does one of the report on technical intern training that the same article asks for until 2027-03-31.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.support import TrainingPlan
from kyosei.law.jp.host_reports import by_the_end_of_may, period_over, report_received
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import ESD_ORDINANCE, TECHNICAL_INTERN_ACT
from kyosei.law.jp.on_record import spoken_of
from kyosei.law.jp.prohibitions import keeps_papers
from kyosei.norms.declare import duty, limit, newly_since
from kyosei.norms.forms import Duty, Limit
from kyosei.terms.language import all_of
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_IN_FORCE, _READ_ON, _AGAIN = newly_since(2027, 4, 1), date(2026, 11, 23), date(2028, 10, 1)


@limit(
    TECHNICAL_INTERN_ACT.article(48, 1),
    id="jp.esd.papers-not-kept",
    title=Text(
        "育成就労外国人の旅券・在留カードの保管の禁止",
        "会社は 育成就労の 人の パスポートと 在留カードを 持ちません",
        "Passport and residence card are not kept (employment for skill development)",
    ),
    bearer="employer",
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    review_on=_AGAIN,
    authority="authority:labour-office",
)
def papers_not_kept(job: Employment) -> Limit:
    """Whoever employs a person for skill development keeps neither passport nor residence card, asked or not. The ban stood in
    the same article for technical interns; that it stays there from 2027-04-01 is knowledge. It is asked once somebody has said
    that papers are kept (decision 0086).
    """
    kept = keeps_papers(job)
    return Limit(applies=all_of(employed(job), TrainingPlan.at(job).holds(), spoken_of(kept)), respected=~kept)


@duty(
    TECHNICAL_INTERN_ACT.article(21, 1),
    ESD_ORDINANCE.article(40, 1),
    id="jp.esd.yearly-report",
    title=Text(
        "育成就労の実施状況報告（毎年5月31日まで）",
        "会社は 育成就労の ことを 毎年 5月31日までに 国に 知らせる",
        "The employer's yearly report on employment for skill development by 31 May",
    ),
    bearer="employer",
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    review_on=_AGAIN,
    authority="authority:isa",
)
def yearly_report(job: Employment) -> Duty:
    """By 31 May the employer reports on those whom it employed for skill development in the twelve months to 31 March; the first
    report is due on 2028-05-31. It goes to the Organization for Employment for Skill Development, for the ministers. 31 May
    is a day and no period; offices take the report on the next working day.
    """
    return Duty(
        arises=period_over(EMPLOYMENT, all_of(employed(job), TrainingPlan.at(job).holds())),
        performed=report_received(job.employer, "skill_development"),
        due=by_the_end_of_may(),
        matched_by_day=True,
    )


NORMS = (papers_not_kept, yearly_report)
