"""What may a worker do whose job ended because of the employer?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary.labour import ForeignWorkerNotice, WorkTermination
from kyosei.law.jp.foreign_worker_notice import foreigner
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import IMMIGRATION_ACT, LABOUR_MEASURES_ACT, LABOUR_MEASURES_RULES
from kyosei.law.jp.organisation_notice import OF_EMPLOYERS
from kyosei.law.jp.residence import holds_status, keeps_status
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, any_of, item, since
from kyosei.terms.text import Text

__all__ = ["NORMS", "help_to_find_work", "stay_and_seek_work"]

_READ_ON = date(2026, 11, 21)


def _ended_by_the_employer(job: Employment) -> Cond:
    """The event that the employer ended the job; what the worker is to blame for is not asked, for no record may settle it."""
    return item(
        "1-2(2)",
        Text("事業主の都合による離職", "会社の りゆうで 仕事が 終わった", "the employer ended the job"),
        WorkTermination.at(job).where(WorkTermination.initiative.is_("employer")).happened(),
        LABOUR_MEASURES_RULES.article("1-2", 2),
    )


def _without_work(job: Employment) -> Cond:
    """No job, with this employer or another, as far as the labour office has told of all."""
    return ~any_of(employed(Employment()), closed_by=ForeignWorkerNotice.at(job.person).covered())


@right(
    LABOUR_MEASURES_ACT.article(7),
    LABOUR_MEASURES_RULES.article("1-2", 2),
    id="jp.labour.help-to-find-work",
    title=Text(
        "事業主の都合で離職した外国人の再就職の援助（事業主の努力義務）",
        "会社の りゆうで やめた ときは、会社に しごと探しを 手伝って もらえます",
        "Help from the employer to find other work after a loss that the employer caused (effort)",
    ),
    holder="person",
    in_force=since_day(2010, 4, 1),
    verified_on=_READ_ON,
    authority="authority:labour-office",
)
def help_to_find_work(job: Employment) -> Right:
    """An employer that ends the job of a foreigner for reasons that are not the worker's fault endeavours to help the worker
    to find another, if the worker wishes. It is a duty of effort: nobody breaches it on a day.
    """
    lost = since(_ended_by_the_employer(job) & foreigner(job), reset=employed(job) & ~_ended_by_the_employer(job))
    return Right(
        applies=lost,
        exercisable=_without_work(job),
        how=Text(
            "会社に再就職の援助を求め、ハローワークに相談する（無料）",
            "会社に「しごと探しを 手伝って ください」と 言います。ハローワークにも 相談できます。お金は いりません。",
            "Ask the employer, and the public employment office; free of charge",
        ),
        against="employer",
        lost=Text("再就職により終わる", "新しい 仕事が 決まると 終わります。", "With the next job"),
    )


@right(
    IMMIGRATION_ACT.article("22-4", 1, "6"),
    IMMIGRATION_ACT.article(19, 2),
    id="jp.immigration.stay-and-seek-work",
    title=Text(
        "事業主の都合による離職後の在留と求職（資格外活動の許可を含む）",
        "会社の りゆうで やめても、在留期限まで いて、仕事を 探せます",
        "Stay and look for work after a loss that the employer caused",
    ),
    holder="person",
    in_force=since_day(2012, 7, 9),
    verified_on=_READ_ON,
    review_on=date(2027, 3, 31),
    layer="practice",
    authority="authority:isa",
)
def stay_and_seek_work(job: Employment) -> Right:
    """Losing the job ends no stay. Who lost it because of the employer may go on staying until the stay expires and look
    for work, which offices take as a good reason for doing none (practice), may ask for permission to work part-time
    meanwhile, and may apply for designated activities to look for work when the stay ends. What is granted is discretion.
    """
    lost = since(_ended_by_the_employer(job), reset=employed(job) & ~_ended_by_the_employer(job))
    return Right(
        applies=all_of(lost, keeps_status(job.person, OF_EMPLOYERS)),
        exercisable=all_of(holds_status(job.person), _without_work(job)),
        how=Text(
            "退職証明書や解雇通知書を添えて、資格外活動許可や在留資格変更を地方出入国在留管理局に申請する",
            "会社の 紙（やめた りゆう）を 持って、入管に アルバイトの 許可などを 申請します。",
            "With the employer's paper on why the job ended, by applications to the regional immigration office",
        ),
        against="authority:isa",
        lost=Text(
            "在留期間の満了か再就職により終わる",
            "在留期限か、新しい 仕事が 決まると 終わります。",
            "With the end of the stay, or with the next job",
        ),
    )


NORMS = (help_to_find_work, stay_and_seek_work)
