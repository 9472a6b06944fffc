"""Does the bank know how long its customer may stay, and does it treat a stay that goes on as one that goes on?

The duty is the bank's: it keeps what it verified current. For the customer it is at most a term of the contract, so no
verdict here speaks of the customer. In the special period after an application in time the date on the card is past
and the stay is lawful.

That an account may not be sold or lent (art. 28) is no norm here: the Act was changed on 2026-07-10, and its new text was
not read.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Account, Person
from kyosei.facts.vocabulary.finance import BankAccount, BankRegisteredStay
from kyosei.law.jp.laws import CRIMINAL_PROCEEDS_ACT, IMMIGRATION_ACT
from kyosei.law.jp.on_record import told
from kyosei.law.jp.residence import continued_stay, holds_status, other_basis, special_period
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.expressions import Cond
from kyosei.terms.language import WindowEdge, all_of, any_one, ever, item
from kyosei.terms.text import Text

__all__ = ["NORMS", "registered_stay_current", "stay_not_treated_as_expired"]

_READ_ON = date(2026, 11, 21)


def _stays_lawfully(person: Person) -> Cond:
    """A status of residence, the special period, or another leave to stay."""
    return item(
        None,
        Text("適法な在留", "日本に いても よい 期間", "lawful stay"),
        any_one(holds_status(person), continued_stay(person), other_basis(person)),
        IMMIGRATION_ACT.article("2-2", 1),
    )


def _customer(account: Account) -> Cond:
    """The bank once noted the customer's stay and has not closed the account."""
    closed = BankAccount.at(account).where(BankAccount.restriction.is_("closed")).holds()
    noted = ever(BankRegisteredStay.at(account).holds(), last=None, counting=WindowEdge.INCLUDING_THE_DAY)
    return noted.unless(told(closed))


@limit(
    CRIMINAL_PROCEEDS_ACT.article(11),
    id="jp.finance.registered-stay-current",
    title=Text(
        "届け出られた在留期間を最新の内容に保つ措置",
        "銀行は お客さんの 在留期間を 新しく します",
        "The bank keeps the customer's period of stay current",
    ),
    bearer="bank",
    protects="person",
    in_force=since_day(2013, 4, 1),
    verified_on=_READ_ON,
    authority="authority:isa",
)
def registered_stay_current(account: Account) -> Limit:
    """A bank takes measures to keep what it verified about a customer current: the stay it has on its books is the real one."""
    registered = item(
        None,
        Text("銀行に届け出た在留期間内", "銀行が 知っている 期間の 中", "within the stay that the bank has"),
        BankRegisteredStay.at(account).holds(),
        CRIMINAL_PROCEEDS_ACT.article(11),
    )
    lawful = _stays_lawfully(account.person)
    return Limit(applies=_customer(account), respected=all_of(lawful.implies(registered), registered.implies(lawful)))


@limit(
    IMMIGRATION_ACT.article(20, 6),
    CRIMINAL_PROCEEDS_ACT.article(11),
    id="jp.finance.stay-not-treated-as-expired",
    title=Text(
        "特例期間中の取引を制限しない",
        "ビザの 結果を 待つ 間も、口座を 使えます",
        "No restriction for an expired stay during the special period",
    ),
    bearer="bank",
    protects="person",
    in_force=since_day(2012, 7, 9),
    verified_on=_READ_ON,
    layer="practice",
    authority="authority:isa",
)
def stay_not_treated_as_expired(account: Account) -> Limit:
    """While the stay goes on by law after the date on the card, the bank does not bar the account as if it had expired.

    The police asked the banks on 2024-12-24 to look into payments after an expiry unless the stay was renewed or the
    special period runs; how the bank makes sure of that is its own affair, and asking the customer is one way.
    """
    return Limit(
        applies=all_of(special_period(account.person), ~holds_status(account.person), _customer(account)),
        respected=~BankAccount.at(account).restriction.is_("no_withdrawal"),
    )


NORMS = (registered_stay_current, stay_not_treated_as_expired)
