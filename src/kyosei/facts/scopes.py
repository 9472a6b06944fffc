"""Whom norms speak about: a person, an organisation, and the relations that have instances of their own."""

from __future__ import annotations

from kyosei.terms.expressions import LegalDay, Number, make
from kyosei.terms.questions import Form, Question
from kyosei.terms.scopes import Handle, Party, Scope, Told
from kyosei.timelines.program import Op, Value

__all__ = [
    "ACCOUNT",
    "CONTRIBUTION",
    "CORRECTION",
    "EMPLOYMENT",
    "ESTABLISHMENT_MONTH",
    "INSTALMENT",
    "MOVE",
    "ORGANISATION",
    "PERSON",
    "PREMIUM",
    "SCOPES",
    "STUDY",
    "SUPPORT",
    "Account",
    "Contribution",
    "Correction",
    "Employment",
    "EstablishmentMonth",
    "Instalment",
    "Move",
    "Organisation",
    "Person",
    "Premium",
    "Study",
    "Support",
]

PERSON = Scope("person", "person", ("person",))
ORGANISATION = Scope("organisation", "organisation", ("organisation",))
EMPLOYMENT = Scope(
    "employment",
    "person",
    ("person", "employer"),
    told_by=(
        Told("work.contract", ("person", "employer")),
        Told("work.assignment", ("person", "employer")),
        Told("work.hours", ("person", "employer")),
        Told("work.pay", ("person", "employer")),
        Told("work.foreign_worker_notice", ("person", "employer")),
        Told("pension.enrolment", ("person", "employer")),
        Told("pension.acquisition_notice", ("person", "employer")),
        Told("pension.confirmation_request", ("person", "employer")),
        Told("health.acquisition_notice", ("person", "employer")),
        Told("health.confirmation_request", ("person", "employer")),
        Told("employment_insurance.enrolment", ("person", "employer")),
        Told("employment_insurance.confirmation_request", ("person", "employer")),
        Told("tax.salary_report", ("person", "employer")),
        Told("bank.wage_credit", ("person", "employer")),
    ),
    exists_from_first=True,
)
STUDY = Scope(
    "study", "person", ("person", "school"), told_by=(Told("study.enrolment", ("person", "school")),),
    exists_from_first=True,
)  # fmt: skip
SUPPORT = Scope(
    "support",
    "person",
    ("person", "employer", "supporter"),
    told_by=(Told("support.engagement", ("person", "employer", "supporter")),),
    exists_from_first=True,
)
ACCOUNT = Scope(
    "account",
    "person",
    ("person", "bank"),
    told_by=(Told("bank.account", ("person", "bank")), Told("bank.registered_stay", ("person", "bank"))),
    exists_from_first=True,
)
MOVE = Scope("move", "person", ("person", "municipality"),
             told_by=(Told("residence.address_notice", ("person", "municipality")),
                      Told("home.registration", ("person", "municipality"))))  # fmt: skip
CONTRIBUTION = Scope(
    "contribution", "person", ("person",), key="from", told_by=(Told("pension.contribution", ("person",)),)
)
PREMIUM = Scope("premium", "person", ("person",), key="from", told_by=(Told("health.premium", ("person",)),))
INSTALMENT = Scope(
    "instalment",
    "person",
    ("person", "collector"),
    key="on",
    told_by=(Told("tax.instalment", ("person", "collector")),),
)
ESTABLISHMENT_MONTH = Scope(
    "establishment_month",
    "organisation",
    ("employer",),
    key="from",
    told_by=(Told("pension.establishment_payment", ("employer",)),),
)
CORRECTION = Scope(
    "correction",
    "person",
    ("person", "office"),
    key="from",
    told_by=(Told("record.correction_request", ("person", "office")),),
)

SCOPES: tuple[Scope, ...] = (
    PERSON, ORGANISATION, EMPLOYMENT, STUDY, SUPPORT, ACCOUNT, MOVE, CONTRIBUTION, PREMIUM, INSTALMENT,
    ESTABLISHMENT_MONTH, CORRECTION,
)  # fmt: skip


class Person(Handle):
    """A person."""

    scope = PERSON

    @property
    def person(self) -> Party:
        """The person, as a party."""
        return self.party("person")

    @property
    def born(self) -> Number[LegalDay]:
        """The day of birth."""
        question = Question("", Form.BORN, (0,))
        return Number(make(Op.LEAF, Value.NUMBER, PERSON, question=question))


class Organisation(Handle):
    """An organisation."""

    scope = ORGANISATION


class _OfPerson(Handle):
    @property
    def person(self) -> Person:
        """The person: what holds about the person holds in every relation of the person's."""
        return Person()


class Employment(_OfPerson):
    """A person's employment with one employer."""

    scope = EMPLOYMENT

    @property
    def worker(self) -> Party:
        """The person, as a party of this employment."""
        return self.party("person")

    @property
    def employer(self) -> Party:
        """The employer."""
        return self.party("employer")


class Study(_OfPerson):
    """A person's enrolment with one school."""

    scope = STUDY

    @property
    def student(self) -> Party:
        """The person, as a party of this enrolment."""
        return self.party("person")

    @property
    def school(self) -> Party:
        """The school."""
        return self.party("school")


class Support(_OfPerson):
    """The support that a person is given at one employer, by the employer or a support organisation."""

    scope = SUPPORT

    @property
    def employer(self) -> Party:
        """The host."""
        return self.party("employer")

    @property
    def supporter(self) -> Party:
        """The registered support organisation, if there is one."""
        return self.party("supporter")


class Account(_OfPerson):
    """A person's account with one bank."""

    scope = ACCOUNT

    @property
    def bank(self) -> Party:
        """The bank."""
        return self.party("bank")


class Move(_OfPerson):
    """A person's registration in one municipality."""

    scope = MOVE

    @property
    def municipality(self) -> Party:
        """The municipality."""
        return self.party("municipality")


class Contribution(_OfPerson):
    """One month's contribution to the national pension."""

    scope = CONTRIBUTION


class Premium(_OfPerson):
    """One month or instalment of a health premium."""

    scope = PREMIUM


class Instalment(_OfPerson):
    """One instalment of a tax, and who has to collect it."""

    scope = INSTALMENT

    @property
    def collector(self) -> Party:
        """Who owes the payment to the office where the tax is withheld (special collection)."""
        return self.party("collector")


class Correction(_OfPerson):
    """What a person asked an office on one day to correct in its records."""

    scope = CORRECTION

    @property
    def office(self) -> Party:
        """The office whose records they are."""
        return self.party("office")


class EstablishmentMonth(Handle):
    """What an employer owes the Pension Service for one month."""

    scope = ESTABLISHMENT_MONTH

    @property
    def employer(self) -> Party:
        """The employer."""
        return self.party("employer")
