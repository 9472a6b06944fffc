"""Is there a ground on which the status could be revoked, and what can the person do then?

These are warnings, never findings: for each ground the Act excepts whoever has a good reason, which only the office can
weigh, so none of them is ever surely made out. The grounds of fraud (items 1 to 4 and 10) rest on findings that no record
here tells. From 2027-04-01 the items on the address bear other numbers (Act No. 60 of 2024): review before then.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import PERSON, Employment, Move, Person
from kyosei.facts.vocabulary.family import FamilyEvent
from kyosei.facts.vocabulary.housing import HomeRegistration
from kyosei.facts.vocabulary.immigration import AddressNotice, ResidenceStatus, RevocationProceeding
from kyosei.facts.vocabulary.labour import ForeignWorkerNotice
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.permitted_work import enrolled_anywhere, is_student
from kyosei.law.jp.residence import keeps_status, resides_mid_to_long_term
from kyosei.law.jp.spouse_notice import marriage_ended
from kyosei.norms.declare import right, since_day, status
from kyosei.norms.forms import Right, Status
from kyosei.terms.expressions import Cond
from kyosei.terms.language import (
    MonthRounding,
    Months,
    WindowEdge,
    all_of,
    any_of,
    any_one,
    begins,
    days,
    ever,
    item,
    since,
    throughout,
    within,
)
from kyosei.terms.text import Text

__all__ = ["NORMS", "unless_weighed"]

_READ_ON = date(2026, 11, 21)
_BEFORE_RENUMBERING = date(2027, 3, 31)
_UNDER_CONTRACT = (
    "professor", "highly-skilled-professional", "legal-accounting", "medical-services", "researcher", "instructor",
    "engineer-humanities-international", "intra-company-transferee", "nursing-care", "skilled-labor",
    "specified-skilled-worker", "technical-intern-training",
)  # fmt: skip
"""Statuses whose activity is, as a rule, employment: without any, it surely is not done."""
_OF_SPOUSES = ("spouse-or-child-of-japanese", "spouse-or-child-of-permanent-resident")
_warning = partial(
    status,
    in_force=since_day(2012, 7, 9),
    verified_on=_READ_ON,
    review_on=_BEFORE_RENUMBERING,
    authority="authority:isa",
)
_remedy = partial(
    right,
    holder="person",
    in_force=since_day(2012, 7, 9),
    verified_on=_READ_ON,
    review_on=_BEFORE_RENUMBERING,
    authority="authority:isa",
)


def _months(number: int) -> Months:
    return Months(number, rounding=MonthRounding.CIVIL_CODE_143)


def unless_weighed(ground: Cond) -> Cond:
    """No warning where the ground surely is absent; where it is there, a good reason is for the office to weigh."""
    reason = item(
        None,
        Text("正当な理由の有無の判断", "りゆうが あるか どうか、入管が 考えます", "whether there is a good reason"),
        ground.waits_for_judgement(),
    )
    return any_one(~ground, reason)


def _idle(idle: Cond, months: int) -> Cond:
    """The activity has not been done for so many whole months, nor today."""
    return throughout(idle, last=_months(months), counting=WindowEdge.INCLUDING_THE_DAY)


def _employed_anywhere(person: Person) -> Cond:
    """At work with some employer; the labour office closes the list."""
    return any_of(employed(Employment()), closed_by=ForeignWorkerNotice.at(person).covered())


@_warning(
    IMMIGRATION_ACT.article("22-4", 1, "6"),
    id="jp.immigration.activity-at-work",
    title=Text(
        "就労資格の活動の継続（3月以上行わないと取消しの対象になり得る）",
        "仕事を やめて 3か月 たつと、入管が りゆうを 聞く ことが あります",
        "Work goes on (three months without it may be asked about)",
    ),
)
def activity_at_work(person: Person) -> Status:
    """Who stays for work and has not worked for three whole months (as a highly skilled professional (ii) for six) may be
    asked why. Looking for another job, illness, maternity or an employer's failure can be good reasons: the office weighs
    them, hears the person first, and can give up to thirty days to leave. The remedy is a new employer, a change of status,
    or the reason itself with papers that show it.
    """
    second = all_of(
        keeps_status(person, ("highly-skilled-professional",)), ResidenceStatus.at(person).subclass.is_("hsp-2")
    )
    idle = all_of(keeps_status(person, _UNDER_CONTRACT), ~_employed_anywhere(person))
    ground = any_one(
        item(
            "22-4(1)(vi)",
            Text("3月以上活動していない", "3か月 仕事を していない", "three months without the activity"),
            _idle(idle, 3) & ~second,
            IMMIGRATION_ACT.article("22-4", 1, "6"),
        ),
        item(
            "22-4(1)(vi)",
            Text("高度専門職2号：6月以上活動していない", "高度専門職 2号：6か月", "HSP (ii): six months without it"),
            _idle(idle, 6) & second,
            IMMIGRATION_ACT.article("22-4", 1, "6"),
        ),
    )
    return Status(applies=keeps_status(person, _UNDER_CONTRACT), holds=unless_weighed(ground))


@_warning(
    IMMIGRATION_ACT.article("22-4", 1, "6"),
    IMMIGRATION_ACT.article("22-4", 1, "5"),
    id="jp.immigration.activity-at-school",
    title=Text(
        "留学の活動の継続（3月以上行わない、又は他の活動をすると取消しの対象になり得る）",
        "学校を やめて 3か月 たったり、学校に 行かないで 働いたり すると、入管が りゆうを 聞きます",
        "Study goes on (three months without it, or work instead of it, may be asked about)",
    ),
)
def activity_at_school(person: Person) -> Status:
    """A student who has been at no school for three whole months may be asked why; one who is at no school and works
    instead, at once. Waiting for the next school or for a change of status that was applied for can be good reasons.
    The remedy is another school, or an application to change the status, or going home while the stay runs.
    """
    idle = all_of(is_student(person), ~enrolled_anywhere(person))
    ground = any_one(
        item(
            "22-4(1)(vi)",
            Text("3月以上在籍していない", "3か月 学校に いない", "three months at no school"),
            _idle(idle, 3),
            IMMIGRATION_ACT.article("22-4", 1, "6"),
        ),
        item(
            "22-4(1)(v)",
            Text("在籍せずに就労", "学校に いないで 働いている", "at work instead of at school"),
            all_of(idle, _employed_anywhere(person)),
            IMMIGRATION_ACT.article("22-4", 1, "5"),
        ),
    )
    return Status(applies=is_student(person), holds=unless_weighed(ground))


def _not_a_spouse(person: Person) -> Cond:
    """The marriage on which the stay rests has ended, and no other has begun."""
    married = FamilyEvent.at(person).where(FamilyEvent.event.is_("marriage")).happened()
    return since(marriage_ended(person, dependants_too=False), reset=married)


@_warning(
    IMMIGRATION_ACT.article("22-4", 1, "7"),
    IMMIGRATION_ACT.article("22-5"),
    id="jp.immigration.activity-as-spouse",
    title=Text(
        "配偶者としての活動の継続（6月以上行わないと取消しの対象になり得る）",
        "離婚して 6か月 たつと、入管が りゆうを 聞く ことが あります",
        "Life as a spouse goes on (six months without it may be asked about)",
    ),
)
def activity_as_spouse(person: Person) -> Status:
    """Who stays as the spouse of a Japanese or of a permanent resident and has not lived as a spouse for six whole months may
    be asked why. Read here are divorce and the spouse's death; that a couple lives apart, no record tells, and fleeing from
    violence is a good reason. A child of a Japanese keeps the status as a child. The remedy is an application to change
    the status, for which the office has to leave the chance (art. 22-5).
    """
    ended = marriage_ended(person, dependants_too=False)
    ground = item(
        "22-4(1)(vii)",
        Text("6月以上配偶者としての活動がない", "6か月 夫や 妻では ない", "six months not as a spouse"),
        _not_a_spouse(person) & ~within(_months(6), after=ended),
        IMMIGRATION_ACT.article("22-4", 1, "7"),
    )
    return Status(applies=keeps_status(person, _OF_SPOUSES), holds=unless_weighed(ground))


@_warning(
    IMMIGRATION_ACT.article("22-4", 1, "9"),
    IMMIGRATION_ACT.article("22-4", 1, "8"),
    id="jp.immigration.address-within-ninety-days",
    title=Text(
        "住居地の届出（90日以内にないと取消しの対象になり得る）",
        "引っこして 90日 届けないと、在留資格が あぶなく なります",
        "Address notified (ninety days without may be asked about)",
    ),
)
def address_within_ninety_days(move: Move) -> Status:
    """Who has moved, or has newly become a resident with a card, and does not notify the address for ninety days may be asked
    why. Fleeing from violence, or an employer that closed the dormitory, can be good reasons. The remedy is to notify
    the municipality, however late. Counted from the day of moving in, or from that of becoming a resident with a card at
    home already; the Act counts from leaving the old home or from the permission, which records rarely tell, so the
    warning may come some days late, never early.
    """
    home = HomeRegistration.at(move)
    resident = resides_mid_to_long_term(move.person)
    moved = any_one(home.starts(), begins(resident))
    told = since(AddressNotice.at(move).happened(), reset=moved)
    ground = item(
        "22-4(1)(ix)",
        Text("90日以内に届出がない", "90日 届けて いない", "not notified for ninety days"),
        all_of(~told, ~within(days(90, PERSON), after=moved)),
        IMMIGRATION_ACT.article("22-4", 1, "9"),
    )
    return Status(applies=all_of(home.holds(), resident), holds=unless_weighed(ground))


@_remedy(
    IMMIGRATION_ACT.article("22-4", 4),
    IMMIGRATION_ACT.article("22-4", 2),
    IMMIGRATION_ACT.article("22-4", 3),
    IMMIGRATION_ACT.article("22-4", 7),
    id="jp.immigration.heard-before-revocation",
    title=Text(
        "在留資格の取消し前に意見を述べ、証拠を提出する権利",
        "在留資格を とりけす 前に、入管に りゆうを 話す ことが できます",
        "The right to be heard and to show evidence before the status is revoked",
    ),
)
def heard_before_revocation(person: Person) -> Right:
    """Before a status is revoked the person is told in writing when, where and about what the hearing is, and may state an
    opinion and show evidence there, also through a representative. Not answering without a good reason loses the hearing, not
    the right to a reasoned decision. Until it is decided the stay goes on, but a trip abroad needs a re-entry permit.
    """
    under_way = RevocationProceeding.at(person).holds()
    return Right(
        applies=ever(under_way, last=None, counting=WindowEdge.INCLUDING_THE_DAY),
        exercisable=under_way,
        how=Text(
            "意見聴取通知書の期日に本人又は代理人が出頭し、意見を述べ証拠を提出する（無料）",
            "手紙に ある 日に 入管に 行って、りゆうを 話し、紙を 見せます。弁護士も 行けます。お金は いりません。",
            "On the day named in the notice, in person or by a representative, with papers; free of charge",
        ),
        against="authority:isa",
        lost=Text(
            "正当な理由なく期日に応じないと、聴取なしに取り消され得る",
            "行かないと、話を 聞かないで とりけす ことが あります。",
            "With the day of the hearing, for who stays away without a good reason",
        ),
    )


@_remedy(
    IMMIGRATION_ACT.article("22-5"),
    IMMIGRATION_ACT.article(20, 2),
    id="jp.immigration.change-after-marriage",
    title=Text(
        "離婚・死別の後に在留資格の変更を申請する機会",
        "離婚した あと、ほかの 在留資格を 申請できます",
        "The chance to apply for another status after divorce or the spouse's death",
    ),
)
def change_after_marriage(person: Person) -> Right:
    """Whose marriage has ended may apply for another status, such as Long-Term Resident or one for work, while the stay runs.
    Where the office thinks of revoking the status of a spouse it has to leave the chance for that application, or one for
    permanent residence.
    """
    return Right(
        applies=_not_a_spouse(person),
        exercisable=keeps_status(person, _OF_SPOUSES),
        how=Text(
            "在留期間内に在留資格変更許可を申請する",
            "在留期限までに、入管に「在留資格変更」を 申請します。",
            "By an application to change the status, filed while the stay runs",
        ),
        against="authority:isa",
        lost=Text(
            "在留期間の満了とともに失われる",
            "在留期限が すぎると、できません。",
            "With the end of the stay",
        ),
    )


NORMS = (
    activity_at_work,
    activity_at_school,
    activity_as_spouse,
    address_within_ninety_days,
    heard_before_revocation,
    change_after_marriage,
)
