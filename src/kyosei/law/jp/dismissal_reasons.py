"""Was there a reason for a dismissal, or for not renewing a fixed term, and may a worker leave at once?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary.labour import WorkContract, WorkTermination
from kyosei.law.jp.contract_as_applied import contract_as_applied, wages_by_the_hour_in_full, wages_in_full
from kyosei.law.jp.dismissal import dismissed
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import LABOUR_CONTRACTS_ACT, LABOUR_STANDARDS_ACT
from kyosei.norms.declare import limit, right, since_day
from kyosei.norms.forms import Limit, Right
from kyosei.norms.references import breached
from kyosei.terms.language import any_one, item, since
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_READ_ON = date(2026, 11, 23)


@limit(
    LABOUR_CONTRACTS_ACT.article(16),
    id="jp.labour.no-dismissal-without-reason",
    title=Text(
        "客観的に合理的な理由のない解雇の無効",
        "ちゃんとした 理由が ない 解雇（やめさせる こと）は できません",
        "A dismissal without an objective reason is void",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2008, 3, 1),
    verified_on=_READ_ON,
    authority="authority:labour-office",
)
def not_without_a_reason(job: Employment) -> Limit:
    """An employer dismisses only for a reason that is objectively sound and fits what society holds to be right; else the
    dismissal is void, the job goes on, and the wages with it. Whether there is such a reason a court judges, and in an
    application an office that has to weigh how the job ended. Within a fixed term more is asked, by another norm.
    """
    fixed = WorkContract.at(job).employment_type.is_("fixed_term")
    return Limit(
        applies=dismissed(job) & ~fixed,
        respected=item(
            "16",
            Text("客観的に合理的な理由", "ちゃんとした 理由", "an objective reason"),
            ~dismissed(job).waits_for_judgement(),
            LABOUR_CONTRACTS_ACT.article(16),
        ),
    )


@right(
    LABOUR_CONTRACTS_ACT.article(19),
    id="jp.labour.right-to-expected-renewal",
    title=Text(
        "期待できる更新を求める権利（雇止めの制限）",
        "けいやくが つづくと 思えた ときは、つづけて 働きたいと 言えます",
        "The right to a renewal that could be expected",
    ),
    holder="person",
    in_force=since_day(2013, 4, 1),
    verified_on=_READ_ON,
    authority="authority:labour-office",
)
def right_to_expected_renewal(job: Employment) -> Right:
    """Whose fixed term ran out may ask for the next contract: where it had been renewed again and again like a job without an
    end, or a renewal could with reason be expected, the employer may refuse only for an objective reason, and else is taken
    to agree to the same conditions. Whether it is so, a court judges. The article had another number before April 2013.
    """
    expired = item(
        "19",
        Text("契約期間の満了による終了", "けいやくの 期間が おわって やめました", "the fixed term ran out"),
        WorkTermination.at(job).where(WorkTermination.initiative.is_("expiry")).happened(),
        LABOUR_CONTRACTS_ACT.article(19),
    )
    ended = since(expired, reset=employed(job))
    return Right(
        applies=ended,
        exercisable=ended.waits_for_judgement(),
        how=Text(
            "期間満了の前に、又は満了後すぐに、会社に契約の更新を申し込む（書面が確実）。労働局に相談できる（無料）",
            "おわる 前か、おわって すぐに、会社に「つづけて 働きたい」と 紙で 言います。労働局に 聞けます。お金は いりません。",
            "Ask the employer for the next contract before the end or at once after it, best in writing; the labour bureau "
            "helps, free of charge",
        ),
        against="employer",
        lost=Text(
            "満了後、遅滞なく申し込まないと失われる",
            "おわって すぐに 言わないと、できなく なります。",
            "Without a request without delay after the end",
        ),
    )


@right(
    LABOUR_STANDARDS_ACT.article(15, 2),
    LABOUR_STANDARDS_ACT.article(15, 3),
    id="jp.labour.right-to-leave-at-once",
    title=Text(
        "労働条件が明示と違うときに直ちに契約を解除する権利",
        "聞いた 条件と ちがったら、すぐに やめられます",
        "The right to leave at once where the conditions are not as told",
    ),
    holder="person",
    in_force=since_day(1947, 9, 1),
    verified_on=_READ_ON,
    authority="authority:labour-office",
)
def right_to_leave_at_once(job: Employment) -> Right:
    """Where the conditions of work are not as they were told, the worker may end the contract at once. Who moved for the job and
    goes home within fourteen days of that has the journey paid by the employer. Whether what differs is enough, the labour
    office can say before; read here are pay below what was agreed and a contract below what the immigration office was told.
    """
    differs = any_one(breached(wages_in_full), breached(wages_by_the_hour_in_full), breached(contract_as_applied))
    return Right(
        applies=differs,
        exercisable=item(
            "15(2)",
            Text("明示された条件と事実の相違", "聞いた 条件と ちがう", "the conditions are not as told"),
            differs.waits_for_judgement(),
            LABOUR_STANDARDS_ACT.article(15, 2),
        ),
        how=Text(
            "労働基準監督署に相談し（無料）、条件の相違を理由に解除すると会社に伝える。帰郷の旅費も請求できる",
            "まず 労働基準監督署に 聞きます。お金は いりません。会社に「条件が ちがうから やめます」と 言います。"
            "家に 帰る 交通費も もらえます。",
            "Ask the labour standards office first, free of charge; then tell the employer that the contract ends because of it, "
            "and ask for the journey home",
        ),
        against="employer",
        lost=Text(
            "解除に期限はない。帰郷の旅費は、解除の日から14日以内に帰郷しないと失われる",
            "いつでも やめられます。交通費は、やめて 14日までに 帰らないと もらえません。",
            "Never; but the journey home is paid only within fourteen days of leaving",
        ),
    )


NORMS = (not_without_a_reason, right_to_expected_renewal, right_to_leave_at_once)
