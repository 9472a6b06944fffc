"""Finance (金融): bank accounts, the stay as the bank has it, and wages paid in."""

from __future__ import annotations

from kyosei.facts.fields import ChoiceField, YenField
from kyosei.facts.kinds import Kind, Span, TheParty
from kyosei.facts.scopes import ACCOUNT, EMPLOYMENT

__all__ = ["BankAccount", "BankRegisteredStay", "BankWageCredit"]

BANK = (TheParty("bank"),)


class BankAccount(
    Kind, name="bank.account", ja="預金口座", en="Bank account", about=("person", "bank"), holders=BANK, lag_days=1,
    scope=ACCOUNT,
):  # fmt: skip
    """An account, and what the bank restricts."""

    restriction = ChoiceField("取引の制限", "restriction", "none", "no_withdrawal", "closed")


class BankRegisteredStay(
    Kind, name="bank.registered_stay", ja="銀行に届け出た在留期間", en="Stay as registered with the bank",
    about=("person", "bank"), holders=BANK, lag_days=1, scope=ACCOUNT,
):  # fmt: skip
    """The period of stay as the bank has it."""


class BankWageCredit(
    Kind, name="bank.wage_credit", ja="給与振込", en="Wage paid into the account", about=("person", "employer", "bank"),
    span=Span.EVENT, single=False, holders=BANK, lag_days=1, scope=EMPLOYMENT,
):  # fmt: skip
    """A wage came in."""

    amount_yen = YenField("振込額", "amount")


KINDS: tuple[type[Kind], ...] = (BankAccount, BankRegisteredStay, BankWageCredit)
"""In the order of the vocabulary."""
