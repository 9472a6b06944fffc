"""Does the employer keep what belongs to the worker, or bind the worker by a penalty, an advance or savings?

The labour office settles what an employer would not write down itself, and so does the employer by admitting it. The
worker's word opens the question and names who has to answer. A breach here is the employer's alone.

Nobody records that nothing was kept and no penalty agreed on. So the bans on these are asked of a job only once somebody
has said a word about it (decision 0086). An advance and a lower wage stand in slips and contracts: these are asked always.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import WorkContract, WorkPay
from kyosei.facts.vocabulary.working_conditions import KeptItem, ProhibitedClause
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import LABOUR_MEASURES_ACT, LABOUR_STANDARDS_ACT, TECHNICAL_INTERN_ACT
from kyosei.law.jp.on_record import spoken_of
from kyosei.law.jp.residence import LIMITED_IN_WORK, UNLIMITED_IN_WORK, keeps_status
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, any_one, item, yen
from kyosei.terms.text import Text

__all__ = ["NORMS", "keeps_papers", "papers_not_kept"]

_TRAINEES = ("technical-intern-training",)
_OTHERS = tuple(slug for slug in (*LIMITED_IN_WORK, *UNLIMITED_IN_WORK) if slug not in _TRAINEES)

_bans = partial(
    limit, bearer="employer", protects="person", verified_on=date(2026, 11, 21), authority="authority:labour-office"
)
"""What the bans have in common."""


def keeps_papers(job: Employment) -> Cond:
    """The employer has the worker's passport or residence card."""
    return item(
        None,
        Text(
            "旅券・在留カードの保管", "パスポートか 在留カードを 会社が 持って いる", "keeps passport or residence card"
        ),
        KeptItem.at(job).where(KeptItem.item.is_in(("passport", "residence_card"))).holds(),
    )


def _papers(job: Employment, statuses: tuple[str, ...]) -> Limit:
    kept = keeps_papers(job)
    return Limit(applies=all_of(employed(job), keeps_status(job.person, statuses), spoken_of(kept)), respected=~kept)


@_bans(
    TECHNICAL_INTERN_ACT.article(48, 1),
    id="jp.labour.trainee-papers-not-kept",
    title=Text(
        "技能実習生の旅券・在留カードの保管の禁止",
        "会社は 技能実習生の パスポートと 在留カードを 持ちません",
        "A trainee's passport and residence card are not kept",
    ),
    in_force=since_day(2017, 11, 1),
)
def trainee_papers_not_kept(job: Employment) -> Limit:
    """Whoever gives technical training keeps neither passport nor residence card of a trainee, asked or not; against the
    trainee's will it is a crime (art. 111 item 5). The supervising body is bound as well; it has no place in an employment.
    """
    return _papers(job, _TRAINEES)


@_bans(
    LABOUR_MEASURES_ACT.article(8),
    LABOUR_MEASURES_ACT.article(7),
    id="jp.labour.papers-not-kept",
    title=Text(
        "外国人労働者の旅券・在留カードを保管しない（指針）",
        "会社は パスポートと 在留カードを 持ちません",
        "A foreign worker's passport and residence card are not kept (guideline)",
    ),
    in_force=since_day(2007, 10, 1),
    layer="guideline",
)
def papers_not_kept(job: Employment) -> Limit:
    """The guideline for employers of foreign workers, made under article 8, says that an employer does not keep passport or
    residence card (knowledge; its text was not at hand). No statute bans it outside technical training, but what is not
    given back to who leaves breaks article 23 of the Labour Standards Act.
    """
    return _papers(job, _OTHERS)


def _agreed(job: Employment, clause: str) -> Cond:
    return ProhibitedClause.at(job).where(ProhibitedClause.clause.is_(clause)).holds()


@_bans(
    LABOUR_STANDARDS_ACT.article(16),
    id="jp.labour.no-penalty-clause",
    title=Text("賠償予定の禁止", "やめたら お金を はらう やくそくは だめです", "No penalty for breaking the contract"),
    in_force=since_day(1947, 9, 1),
)
def no_penalty_clause(job: Employment) -> Limit:
    """A contract fixes no penalty and no damages in advance for a worker who leaves or breaks it. Damage that was really
    done may be claimed. For trainees the same ban binds the supervising body, and covers their families (Technical Intern
    Act art. 47).
    """
    penalty = item(
        "16",
        Text("違約金・損害賠償額の予定", "やめたら はらう お金の やくそく", "a penalty or damages fixed in advance"),
        _agreed(job, "penalty"),
        LABOUR_STANDARDS_ACT.article(16),
    )
    return Limit(applies=employed(job) & spoken_of(penalty), respected=~penalty)


@_bans(
    LABOUR_STANDARDS_ACT.article(18, 1),
    id="jp.labour.no-compulsory-savings",
    title=Text("強制貯金の禁止", "会社は むりに お金を ためさせません", "No compulsory savings"),
    in_force=since_day(1947, 9, 1),
)
def no_compulsory_savings(job: Employment) -> Limit:
    """Savings are no condition of the work, neither with the employer nor with somebody else. Savings that workers entrust to
    the employer of their own will need an agreement that the labour office has (art. 18 (2)); they are not meant here.
    """
    forced = item(
        "18(1)",
        Text(
            "労働契約に附随する貯蓄の契約", "はたらく ために お金を ためる やくそく", "savings as part of the contract"
        ),
        _agreed(job, "savings"),
        LABOUR_STANDARDS_ACT.article(18, 1),
    )
    return Limit(applies=employed(job) & spoken_of(forced), respected=~forced)


@_bans(
    LABOUR_STANDARDS_ACT.article(17),
    id="jp.labour.no-advance-set-off",
    title=Text(
        "前借金相殺の禁止",
        "会社は かした お金を 給料から 引きません",
        "No advance is set off against wages",
    ),
    in_force=since_day(1947, 9, 1),
)
def no_advance_set_off(job: Employment) -> Limit:
    """Money lent on condition that it be worked off is not set off against wages. What a slip calls an advance is taken to be
    such a loan: one that has nothing to do with the work is no `advance` and falls under the rule about deductions.
    """
    return Limit(
        applies=employed(job),
        respected=WorkPay.at(job).deductions.of("advance") <= yen(0, EMPLOYMENT),
        figures={"set_off_yen": WorkPay.at(job).deductions.of("advance")},
    )


@_bans(
    LABOUR_STANDARDS_ACT.article(3),
    id="jp.labour.equal-treatment",
    title=Text(
        "国籍を理由とする差別的取扱いの禁止",
        "国籍で 給料を かえません",
        "No different treatment because of nationality",
    ),
    in_force=since_day(1947, 9, 1),
)
def equal_treatment(job: Employment) -> Limit:
    """Wages, hours and other conditions do not depend on nationality, creed or social status.

    A wage below that of a Japanese worker beside whom the contract was measured does not say why: the labour office judges.
    The nationality itself is not read: the record about a peer is made only for foreign workers.
    """
    contract = WorkContract.at(job)
    lower = contract.wage_yen_per_month < contract.japanese_peer_wage_yen_per_month
    return Limit(
        applies=all_of(employed(job), contract.japanese_peer_wage_yen_per_month > yen(0, EMPLOYMENT)),
        respected=any_one(~lower, lower.waits_for_judgement()),
        figures={
            "wage_yen": contract.wage_yen_per_month,
            "peer_wage_yen": contract.japanese_peer_wage_yen_per_month,
        },
    )


@_bans(
    LABOUR_STANDARDS_ACT.article(5),
    id="jp.labour.no-forced-labour",
    title=Text("強制労働の禁止", "会社は むりに 働かせません", "No forced labour"),
    in_force=since_day(1947, 9, 1),
)
def no_forced_labour(job: Employment) -> Limit:
    """Nobody is made to work against the own will by violence, threats, confinement or another means that unfairly binds body
    or mind. Kept papers, a penalty for leaving and compulsory savings can be such means; whether they are, the labour office
    judges. It is asked once somebody has said that there is one of them (decision 0086); of violence no record tells.
    """
    bound = item(
        "5",
        Text(
            "旅券等の保管・違約金・強制貯金",
            "パスポートを 持つ、やめたら お金を はらう、むりに お金を ためる",
            "kept papers, a penalty or compulsory savings",
        ),
        any_one(keeps_papers(job), _agreed(job, "penalty"), _agreed(job, "savings")),
        LABOUR_STANDARDS_ACT.article(5),
    )
    return Limit(
        applies=employed(job) & spoken_of(bound),
        respected=any_one(~bound, bound.waits_for_judgement()),
    )


NORMS = (
    no_forced_labour,
    trainee_papers_not_kept,
    papers_not_kept,
    no_penalty_clause,
    no_compulsory_savings,
    no_advance_set_off,
    equal_treatment,
)
