"""Identifiers: what each is, what is refused, and that a typed value is always a right one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.errors import IdentityError, IndividualNumberError
from kyosei.facts.check_digits import corporate_check_digit
from kyosei.facts.link_evidence import SHARED_KINDS, SharedIdentifier
from kyosei.identity.identifiers import (
    IDENTIFIERS,
    BankCustomerNumber,
    BasicPensionNumber,
    CorporateNumber,
    EmploymentInsuranceNumber,
    Identifier,
    ResidenceCardNumber,
    StaffNumber,
    StudentNumber,
)


@pytest.mark.parametrize(
    ("number", "value"),
    [
        (ResidenceCardNumber.parse("AB12345678CD"), "AB12345678CD"),
        (ResidenceCardNumber.parse(" ａｂ１２３４５６７８ｃｄ "), "AB12345678CD"),
        (BasicPensionNumber.parse("1234567890"), "1234-567890"),
        (BasicPensionNumber.parse("1234－567890"), "1234-567890"),
        (EmploymentInsuranceNumber.parse("12345678901"), "1234-567890-1"),
        (EmploymentInsuranceNumber.parse("1234ー567890ー1"), "1234-567890-1"),
        (EmploymentInsuranceNumber.of_old_form("1234512345"), "1234-512345-0"),
        (StaffNumber.parse("a-1024", "org:acme"), "A-1024"),
        (BankCustomerNumber.parse("0012345678", "org:bank"), "0012345678"),
        (StudentNumber.parse("2026E0123", "org:school"), "2026E0123"),
        (CorporateNumber.parse("7000012050002"), "7000012050002"),
    ],
)
def test_a_number_is_kept_as_its_institution_prints_it(number: Identifier, value: str) -> None:
    assert number.value == value
    assert type(number).read(number.value, number.issuer) == number


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (ResidenceCardNumber, "A12345678CD"), (ResidenceCardNumber, "AB1234567CD"), (ResidenceCardNumber, "AB12345678C1"),
        (ResidenceCardNumber, "AB-12345678-CD"), (ResidenceCardNumber, ""), (ResidenceCardNumber, "AB12345678CDE"),
        (BasicPensionNumber, "123-4567890"), (BasicPensionNumber, "1234-56789"), (BasicPensionNumber, "1234 567890"),
        (BasicPensionNumber, "1234-567890\n1"), (EmploymentInsuranceNumber, "1234-567890"),
        (EmploymentInsuranceNumber, "1234-5678901"[:-1]), (CorporateNumber, "7000012050003"),
        (CorporateNumber, "000012050002"), (CorporateNumber, "T7000012050002"),
    ],
)  # fmt: skip
def test_what_is_no_such_number_is_refused_with_an_example(kind: type[Identifier], written: str) -> None:
    with pytest.raises(IdentityError) as refused:
        kind.read(written, getattr(kind, "ISSUER", "org:acme"))
    assert kind.JA in str(refused.value)
    assert not isinstance(refused.value, IndividualNumberError)


@pytest.mark.parametrize("written", ["-12", "a b", "a" * 33, "", "社員１", "12;34"])
def test_a_local_number_is_short_and_plain(written: str) -> None:
    with pytest.raises(IdentityError, match="社員番号"):
        StaffNumber.parse(written, "org:acme")


def test_numbers_of_two_institutions_are_two_numbers() -> None:
    assert StaffNumber.parse("7", "org:acme") != StaffNumber.parse("7", "org:other")
    numbers: list[Identifier] = [StaffNumber.parse("7", "org:acme"), StudentNumber.parse("7", "org:acme")]
    assert len(set(numbers)) == 2
    assert StaffNumber.parse("7", "org:acme") == StaffNumber.parse("７", "org:acme")


def test_an_issuer_is_a_party_and_a_national_number_has_its_own() -> None:
    with pytest.raises(IdentityError, match="is no party"):
        StaffNumber.parse("7", "acme")
    with pytest.raises(IdentityError, match="authority:isa"):
        ResidenceCardNumber("AB12345678CD", "org:acme")


@given(st.text(max_size=40), st.sampled_from(IDENTIFIERS))
def test_any_text_is_a_number_or_refused(text: str, kind: type[Identifier]) -> None:
    try:
        number = kind.read(text, getattr(kind, "ISSUER", "org:acme"))
    except IdentityError:
        return
    assert kind.read(number.value, number.issuer) == number


@given(st.from_regex(r"[A-Z]{2}[0-9]{8}[A-Z]{2}", fullmatch=True))
def test_a_masked_number_shows_three_characters(value: str) -> None:
    masked = ResidenceCardNumber.parse(value).masked
    assert masked[-3:] == value[-3:]
    assert masked[:-3] == "•" * 9


@given(st.text("0123456789", min_size=12, max_size=12), st.integers(1, 8))
def test_a_wrong_check_digit_of_a_corporate_number_is_refused(base: str, step: int) -> None:
    digit = corporate_check_digit(base)
    assert CorporateNumber.parse(f"{digit}{base}").value == f"{digit}{base}"
    with pytest.raises(IdentityError, match="check digit"):
        CorporateNumber.parse(f"{(digit - 1 + step) % 9 + 1}{base}")


def test_the_numbers_that_may_be_shared_are_those_that_one_authority_gives_to_persons() -> None:
    national = {kind.KIND for kind in IDENTIFIERS if hasattr(kind, "ISSUER") and kind is not CorporateNumber}
    assert national == set(SHARED_KINDS)
    for kind in IDENTIFIERS:
        if kind.KIND in SHARED_KINDS:
            number = kind.read(kind.EXAMPLE, kind.ISSUER)  # type: ignore[attr-defined]  # national ones have it
            assert SharedIdentifier(kind.KIND, number.masked).kind == kind.KIND
