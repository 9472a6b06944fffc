"""Who was hurt at work: may benefits of the workers' accident insurance be claimed, and until when?

Not asked here, because no record tells of an establishment as a payer of labour insurance: its filing within ten days of the
first worker (Labour Insurance Premiums Act art. 4-2) and the yearly reckoning within forty days from 1 June (arts 15, 19).
The benefits do not wait for either.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary.labour import WorkAbsence
from kyosei.law.jp.laws import ACCIDENT_INSURANCE_ACT, INSURANCE_PREMIUMS_ACT
from kyosei.law.jp.on_record import told
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.language import MonthRounding, Months, item, within
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_TWO_YEARS = Months(24, rounding=MonthRounding.CIVIL_CODE_143)


@right(
    ACCIDENT_INSURANCE_ACT.article(3, 1),
    ACCIDENT_INSURANCE_ACT.article("12-8", 1),
    ACCIDENT_INSURANCE_ACT.article("12-8", 2),
    ACCIDENT_INSURANCE_ACT.article(42, 1),
    INSURANCE_PREMIUMS_ACT.article(3),
    id="jp.labour.right-to-accident-benefits",
    title=Text(
        "労災保険の給付を請求する権利",
        "しごとで けがや 病気を したら、国から お金が 出ます",
        "The right to benefits of the workers' accident insurance",
    ),
    holder="person",
    in_force=since_day(1947, 9, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:labour-office",
)
def right_to_accident_benefits(job: Employment) -> Right:
    """Whoever was injured or fell ill through work claims treatment free of charge and 80 per cent of the wage from the office
    itself. Every business that employs anybody is covered from its first day, whether the employer has filed and paid or
    not (Premiums Act art. 3), and every worker, whatever the hours and the status of residence.

    Benefits for treatment and lost wages can be claimed for two years from each day, those for a lasting impairment or a death
    for five. The days of absence show the injury here; who did not stay away has the right as well.
    """
    hurt = told(WorkAbsence.at(job).where(WorkAbsence.reason.is_("work_injury")).holds())
    claim = item(
        "42(1)",
        Text(
            "業務災害による休業から2年以内", "しごとの けがで 休んで 2年までです", "within two years of days lost to it"
        ),
        within(_TWO_YEARS, after=hurt),
        ACCIDENT_INSURANCE_ACT.article(42, 1),
    )
    return Right(
        applies=claim,
        exercisable=claim,
        how=Text(
            "労働基準監督署に請求書を出す（無料。会社の証明がもらえなくても出せる。病院では健康保険を使わない）",
            "労働基準監督署に 紙を 出します。お金は いりません。会社が 書いて くれなくても 出せます。",
            "File the claim with the labour standards office, free of charge and even if the employer refuses to sign it",
        ),
        against="authority:labour-office",
        lost=Text(
            "療養・休業の給付は2年、障害・遺族の給付は5年で時効",
            "2年で もらえなく なります（障害や 死んだ ときは 5年）。",
            "After two years; for a lasting impairment or a death after five",
        ),
    )


NORMS = (right_to_accident_benefits,)
