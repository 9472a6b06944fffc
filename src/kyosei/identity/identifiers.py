"""How each institution numbers a person or an organisation: one type for each number, strictly parsed.

Accepted are full-width characters (NFKC), small letters, and hyphens where the number is printed with them or nowhere.
Everything else is refused. An Individual Number (個人番号) is refused in place of any of them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import ClassVar, Self

from kyosei.errors import IdentityError
from kyosei.facts.check_digits import corporate_check_digit
from kyosei.facts.individual_number import refuse_individual_numbers

__all__ = [
    "IDENTIFIERS",
    "BankCustomerNumber",
    "BasicPensionNumber",
    "CorporateNumber",
    "EmploymentInsuranceNumber",
    "Identifier",
    "PersonIdentifier",
    "ResidenceCardNumber",
    "StaffNumber",
    "StudentNumber",
]

_HYPHENS = re.compile(r"[‐‑‒–—―−ー]")  # what NFKC leaves of the hyphens that people type


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number by which an institution knows somebody; `issuer` is the institution's party id.

    value: as the institution prints it, with its hyphens. IdentityError if it cannot be such a number.
    """

    value: str
    issuer: str

    KIND: ClassVar[str]
    JA: ClassVar[str]
    EN: ClassVar[str]
    SHAPE: ClassVar[re.Pattern[str]]
    """The groups of the number; hyphens stand between them or nowhere."""
    EXAMPLE: ClassVar[str]

    @classmethod
    def read(cls, text: str, issuer: str) -> Self:
        """The number that a text is, given to the person by `issuer`."""
        refuse_individual_numbers(text, cls.JA)
        plain = _HYPHENS.sub("-", unicodedata.normalize("NFKC", text).strip())
        groups = cls.SHAPE.fullmatch(plain.upper())
        if groups is None:
            raise IdentityError(f"{cls.JA} ({cls.EN}): {_shown(text)} is none; write it like {cls.EXAMPLE}")
        return cls("-".join(group for group in groups.groups() if group is not None), issuer)

    def __post_init__(self) -> None:
        if self.SHAPE.fullmatch(self.value) is None:
            raise IdentityError(f"{self.JA} ({self.EN}): {_shown(self.value)} is none; write it like {self.EXAMPLE}")
        refuse_individual_numbers(self.value, self.JA)
        if ":" not in self.issuer:
            raise IdentityError(f"{self.JA}: the issuer {_shown(self.issuer)} is no party; write one such as org:acme")

    @property
    def masked(self) -> str:
        """The number with all but its last three characters hidden, for messages and evidence."""
        hidden = len(self.value) - min(3, len(self.value) // 2)
        return "".join("•" if c != "-" and i < hidden else c for i, c in enumerate(self.value))


class _National(Identifier):
    """A number that one authority gives throughout the country."""

    __slots__ = ()
    ISSUER: ClassVar[str]

    @classmethod
    def parse(cls, text: str) -> Self:
        """The number that a text is."""
        return cls.read(text, cls.ISSUER)

    def __post_init__(self) -> None:
        Identifier.__post_init__(self)
        if self.issuer != self.ISSUER:
            raise IdentityError(f"{self.JA}: {_shown(self.issuer)} gives none; {self.ISSUER} does")


class ResidenceCardNumber(_National):
    """Two letters, eight digits, two letters (356M50000010054 art. 19-6 (6)); no check digit is published."""

    __slots__ = ()
    KIND, JA, EN = "residence_card", "在留カード番号", "residence card number"
    SHAPE = re.compile(r"([A-Z]{2}[0-9]{8}[A-Z]{2})")
    EXAMPLE = "AB12345678CD"
    ISSUER = "authority:isa"


class BasicPensionNumber(_National):
    """Four digits and six; no check digit is published."""

    __slots__ = ()
    KIND, JA, EN = "basic_pension", "基礎年金番号", "basic pension number"
    SHAPE = re.compile(r"([0-9]{4})-?([0-9]{6})")
    EXAMPLE = "1234-567890"
    ISSUER = "authority:pension-service"


class EmploymentInsuranceNumber(_National):
    """Four, six digits and one, which is a check digit of unpublished rule (行政手引 20706): only the form is checked."""

    __slots__ = ()
    KIND, JA, EN = "employment_insurance", "雇用保険被保険者番号", "employment insurance number"
    SHAPE = re.compile(r"([0-9]{4})-?([0-9]{6})-?([0-9])")
    EXAMPLE = "1234-567890-1"
    ISSUER = "authority:labour-office"

    @classmethod
    def of_old_form(cls, lower_row: str) -> Self:
        """The number of a person insured before July 1981, whose slip has two rows: the ten lower digits and 0."""
        if re.fullmatch(r"[0-9]{4}-?[0-9]{6}", lower_row) is None:
            raise IdentityError(f"{cls.JA}: {_shown(lower_row)} is no lower row of an old slip; write its ten digits")
        return cls.parse(lower_row.replace("-", "") + "0")


class _Local(Identifier):
    """A number that an institution gives within itself: letters, digits and - . _ /, at most 32."""

    __slots__ = ()
    SHAPE = re.compile(r"([0-9A-Z](?:[0-9A-Z._/-]{0,30}[0-9A-Z])?)")

    @classmethod
    def parse(cls, text: str, issuer: str) -> Self:
        """The number that a text is, within the institution with this party id."""
        return cls.read(text, issuer)


class StaffNumber(_Local):
    """An employer's number for a worker."""

    __slots__ = ()
    KIND, JA, EN, EXAMPLE = "staff", "社員番号", "staff number", "A-1024"


class BankCustomerNumber(_Local):
    """A bank's number for a customer, not of an account."""

    __slots__ = ()
    KIND, JA, EN, EXAMPLE = "bank_customer", "顧客番号", "bank customer number", "0012345678"


class StudentNumber(_Local):
    """A school's number for a student."""

    __slots__ = ()
    KIND, JA, EN, EXAMPLE = "student", "学籍番号", "student number", "2026E0123"


class CorporateNumber(_National):
    """A check digit and twelve digits, of an organisation (426M60000040070 art. 2)."""

    __slots__ = ()
    KIND, JA, EN = "corporate", "法人番号", "corporate number"
    SHAPE = re.compile(r"([0-9]{13})")
    EXAMPLE = "7000012050002"
    ISSUER = "authority:tax"

    def __post_init__(self) -> None:
        _National.__post_init__(self)
        if int(self.value[0]) != corporate_check_digit(self.value[1:]):
            raise IdentityError(
                f"{self.JA}: {_shown(self.value)} has a wrong check digit; compare it with the register"
            )


PersonIdentifier = (
    ResidenceCardNumber
    | BasicPensionNumber
    | EmploymentInsuranceNumber
    | StaffNumber
    | BankCustomerNumber
    | StudentNumber
)
"""What may stand for a person; a corporate number never does."""

IDENTIFIERS: tuple[type[Identifier], ...] = (
    ResidenceCardNumber, BasicPensionNumber, EmploymentInsuranceNumber, StaffNumber, BankCustomerNumber, StudentNumber,
    CorporateNumber,
)  # fmt: skip
"""Every kind of number, by hand."""


def _shown(text: str) -> str:
    """A short text for a message, cut and without characters of control."""
    return repr(text if len(text) <= 40 else text[:40] + "…")
