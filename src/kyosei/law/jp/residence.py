"""Which status of residence is a person's stay based on, and does it go on while an application is pending?"""

from __future__ import annotations

from kyosei.facts.scopes import PERSON, Employment, Person
from kyosei.facts.vocabulary.immigration import (
    PersonParticulars,
    ResidenceApplication,
    ResidenceBasis,
    ResidenceDecision,
    ResidenceStatus,
)
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.on_record import told
from kyosei.law.jp.tables.statuses import STATUSES
from kyosei.terms.expressions import Cond
from kyosei.terms.language import (
    MonthRounding,
    Months,
    all_of,
    any_one,
    days,
    ends,
    item,
    moved_to_working_day,
    shifted,
    since,
    within,
)
from kyosei.terms.text import Text

__all__ = [
    "LIMITED_IN_WORK",
    "UNLIMITED_IN_WORK",
    "WITHOUT_WORK",
    "continued_stay",
    "designated_here",
    "filed_application",
    "holds_status",
    "is_outside_stay_law",
    "keeps_status",
    "new_status",
    "other_basis",
    "pending_application",
    "pending_for",
    "resides_mid_to_long_term",
    "special_period",
    "unsettled_stay",
]

UNLIMITED_IN_WORK = tuple(status.slug for status in STATUSES if status.table == "II")
"""Table II: any work is open to the holder."""
LIMITED_IN_WORK = tuple(status.slug for status in STATUSES if status.table != "II")
"""Table I: art. 19 (1) limits the paid activity of the holder."""
WITHOUT_WORK = tuple(status.slug for status in STATUSES if status.work == "none")
"""Tables I-3 and I-4: no paid activity at all, without a permission."""

_RENEWAL_OR_CHANGE = ("renewal", "change")
_THIRTY_DAYS_OR_LESS = ("P30D", "P15D")
_LENGTH_NOT_TOLD = "designated"
_THREE_MONTHS_OR_LESS = ("P3M", "P2M", "P1M", "P90D", "P60D", "P31D", "P30D", "P15D")
_NO_CARD = ("diplomat", "official", "temporary-visitor")
_LONGEST_CLOSURE_DAYS = 10  # year-end with a weekend on either side


def holds_status(person: Person) -> Cond:
    """A status of residence with an unexpired period of stay."""
    return item(
        "2-2(1)",
        Text("在留資格をもって在留", "在留資格が あります", "stays with a status of residence"),
        ResidenceStatus.at(person).holds(),
        IMMIGRATION_ACT.article("2-2", 1),
    )


def new_status(person: Person) -> Cond:
    """The event that a status or a new period of stay begins: the card was handed over (art. 20 (5))."""
    return ResidenceStatus.at(person).starts()


def filed_application(person: Person) -> Cond:
    """The event that a renewal or a change was applied for; permanent residence and acquisition are not meant."""
    application = ResidenceApplication.at(person)
    return application.where(ResidenceApplication.procedure.is_in(_RENEWAL_OR_CHANGE)).happened()


def _decided(person: Person, outcome: str) -> Cond:
    decision = ResidenceDecision.at(person)
    return decision.where(
        ResidenceDecision.outcome.is_(outcome), ResidenceDecision.procedure.is_in(_RENEWAL_OR_CHANGE)
    ).happened()


def _over(person: Person) -> Cond:
    """What ends an application filed in time: a new stay, or a refusal (its own day still belongs to the stay).

    A decision to grant ends nothing until the card is handed over, which is the beginning of the new stay.
    """
    withdrawn = _decided(person, "withdrawn") & holds_status(person)
    return any_one(new_status(person), shifted(_decided(person, "refused"), days_later=1), withdrawn)


def pending_application(person: Person) -> Cond:
    """An application for renewal or change, filed while the stay ran, that no decision has ended."""
    return since(filed_application(person) & holds_status(person), reset=_over(person))


def pending_for(person: Person, procedure: str, granted: Cond, *fields: Cond) -> Cond:
    """An application of another procedure that is on record, and of which nothing says that it was decided. granted: what a
    permission brings about; fields: what else the application says.
    """
    filed = told(
        ResidenceApplication.at(person).where(ResidenceApplication.procedure.is_(procedure), *fields).happened()
    )
    decided = ResidenceDecision.at(person).where(ResidenceDecision.procedure.is_(procedure)).happened()
    return since(filed, reset=any_one(decided, granted))


def _granted_for_more_than_thirty_days(person: Person) -> Cond:
    """By the period granted, or because the stay has lasted longer than that."""
    period = ResidenceStatus.at(person).granted_period
    told = ~period.is_in((*_THIRTY_DAYS_OR_LESS, _LENGTH_NOT_TOLD))
    by_period = since(filed_application(person) & holds_status(person) & told, reset=_over(person))
    lasted = holds_status(person) & ~within(days(30, PERSON), after=new_status(person))
    return any_one(by_period, since(lasted, reset=new_status(person)))


def _two_months(person: Person) -> Cond:
    """Up to the end of two months from the day on which the stay expired."""
    return within(Months(2, rounding=MonthRounding.CIVIL_CODE_143), after=holds_status(person))


def _filed_in_time(person: Person) -> Cond:
    return all_of(
        item(
            None,
            Text(
                "期間内に申請し、処分がない",
                "期限の 前に 申請して、結果を 待っています",
                "applied in time, and no decision yet",
            ),
            pending_application(person),
            IMMIGRATION_ACT.article(20, 6),
        ),
        item(
            None,
            Text("30日を超える在留期間", "在留期間が 30日より 長い", "granted for more than thirty days"),
            _granted_for_more_than_thirty_days(person),
            IMMIGRATION_ACT.article(20, 6),
        ),
        item(
            None,
            Text("満了日から2月以内", "在留期限から 2か月まで", "within two months of the expiry"),
            _two_months(person),
            IMMIGRATION_ACT.article(20, 6),
        ),
    )


def _withdrawn_after_expiry(person: Person) -> Cond:
    """Withdrawal ends the application (Regulations art. 20 (9)), but it is no decision, and art. 20 (6) names only that."""
    return since(_decided(person, "withdrawn") & ~holds_status(person), reset=new_status(person))


def special_period(person: Person) -> Cond:
    """The stay goes on past its expiry until the decision takes effect or for two months (arts. 20 (6), 21 (4))."""
    return item(
        "20(6)",
        Text("特例期間", "申請の 結果を 待つ 間（特例期間）", "special period of stay"),
        _filed_in_time(person).unless(_withdrawn_after_expiry(person)),
        IMMIGRATION_ACT.article(20, 6),
    )


def unsettled_stay(person: Person) -> Cond:
    """What text and practice leave open: withdrawal after the expiry, and filing when the office opens again.

    Offices accept an application on the first working day after an expiry on a day when they are closed; that the stay
    itself is longer is said nowhere. The closed days in between share the doubt if the application then comes.
    """
    late = filed_application(person) & moved_to_working_day(ends(holds_status(person)))
    over = any_one(
        new_status(person), shifted(_decided(person, "refused"), days_later=1), _decided(person, "withdrawn")
    )
    closed = days(_LONGEST_CLOSURE_DAYS, PERSON)
    ahead = within(closed, after=shifted(late, days_later=-_LONGEST_CLOSURE_DAYS))
    in_between = all_of(ahead, within(closed, after=ends(holds_status(person))), ~holds_status(person))
    return any_one(
        item(
            None,
            Text("満了後の申請取下げ", "期限の あとに 申請を やめた", "withdrew the application after the expiry"),
            _filed_in_time(person) & _withdrawn_after_expiry(person),
            IMMIGRATION_ACT.article(20, 6),
        ),
        item(
            None,
            Text("閉庁日の満了・翌開庁日の申請", "休みの 日が 期限で、次の 日に 申請した", "filed on the next open day"),
            all_of(any_one(since(late, reset=over), in_between), _granted_for_more_than_thirty_days(person),
                   _two_months(person)),
            IMMIGRATION_ACT.article(20, 6),
        ),
    )  # fmt: skip


def continued_stay(person: Person) -> Cond:
    """Past the expiry, the stay goes on with the status of before, or may: duties that rest on the status go on, too."""
    return any_one(special_period(person), unsettled_stay(person)) & ~holds_status(person)


def keeps_status(person: Person, statuses: tuple[str, ...]) -> Cond:
    """One of these statuses is held, or was held last and goes on while an application is pending."""
    held = ResidenceStatus.at(person).status.is_in(statuses)
    return any_one(held, continued_stay(person) & since(held, reset=new_status(person)))


def resides_mid_to_long_term(person: Person) -> Cond:
    """A resident with a residence card (中長期在留者): not for three months or less, no visitor, diplomat or official."""
    stay = ResidenceStatus.at(person)
    with_card = tuple(status.slug for status in STATUSES if status.slug not in _NO_CARD)
    held = all_of(stay.status.is_in(with_card), ~stay.granted_period.is_in(_THREE_MONTHS_OR_LESS))
    return item(
        "19-3",
        Text("中長期在留者", "在留カードが ある 人", "mid- to long-term resident"),
        any_one(held, continued_stay(person) & since(held, reset=new_status(person))),
        IMMIGRATION_ACT.article("19-3"),
    )


def designated_here(job: Employment) -> Cond:
    """The employer is the organisation that the Minister designated for the stay."""
    held = ResidenceStatus.at(person=job.worker).designated_organisation.is_(job.employer)
    return item(
        "20(1)",
        Text("指定された機関", "入管が 決めた 会社", "the designated organisation"),
        any_one(held, continued_stay(job.person) & since(held, reset=new_status(job.person))),
        IMMIGRATION_ACT.article(20, 1),
    )


def other_basis(person: Person) -> Cond:
    """Leave to stay without a status: temporary refuge, a departure order, sixty days after birth or loss of nationality."""
    basis = ResidenceBasis.at(person)
    sixty_days = within(days(60, PERSON), after=basis.starts())
    return any_one(
        item(
            "22-2(1)",
            Text("出生・国籍離脱から60日", "生まれてから 60日", "sixty days from birth or loss of nationality"),
            basis.basis.is_in(("birth_transitional", "nationality_loss_transitional")) & sixty_days,
            IMMIGRATION_ACT.article("22-2", 1),
        ),
        item(
            None,
            Text("一時庇護許可・出国命令", "とくべつな 許可", "temporary refuge or departure order"),
            basis.basis.is_in(("temporary_refuge", "departure_order")),
            IMMIGRATION_ACT.article("18-2"),
        ),
    )


def is_outside_stay_law(person: Person) -> Cond:
    """Nationals, special permanent residents and holders of provisional stay: no status of residence is asked of them.

    A norm that uses this reads the nationality and has to declare it.
    """
    return any_one(
        item(
            "2(2)",
            Text("日本国籍", "日本の 国籍", "Japanese nationality"),
            PersonParticulars.at(person).nationality.is_japanese(),
            IMMIGRATION_ACT.article(2, None, "2"),
        ),
        item(
            None,
            Text("特別永住者・仮滞在", "特別永住者、仮滞在の 人", "special permanent resident or provisional stay"),
            ResidenceBasis.at(person).basis.is_in(("special_permanent_resident", "provisional_stay")),
            IMMIGRATION_ACT.article("61-2-4", 1),
        ),
    )
