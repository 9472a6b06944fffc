"""S6: a form with two persons' identifiers stops, and says which two disagree."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kyosei.errors import TwoPersonsError
from kyosei.identity.forms import FormField, check_form
from kyosei.identity.identifiers import BasicPensionNumber, PersonIdentifier, ResidenceCardNumber, StaffNumber

CARD = ResidenceCardNumber.parse("AB12345678CD")
OTHER_CARD = ResidenceCardNumber.parse("XY87654321ZZ")
PENSION = BasicPensionNumber.parse("1234-567890")
OTHER_PENSION = BasicPensionNumber.parse("9876-543210")
STAFF = StaffNumber.parse("7", "org:acme")


def fields(*identifiers: PersonIdentifier) -> list[FormField]:
    return [FormField(f"field {number}", identifier) for number, identifier in enumerate(identifiers, start=1)]


@pytest.mark.parametrize(
    ("on_the_form", "known"),
    [
        ((CARD, OTHER_CARD), []),
        ((CARD, PENSION, OTHER_PENSION), []),
        ((CARD, OTHER_PENSION), [{CARD, PENSION}]),
        ((CARD, STAFF), [{CARD, PENSION}, {STAFF, OTHER_PENSION}]),
        ((CARD, STAFF), [{CARD}, {STAFF, OTHER_CARD}]),
        ((STAFF, StaffNumber.parse("8", "org:acme")), []),
    ],
)
def test_identifiers_of_two_persons_stop(
    on_the_form: Sequence[PersonIdentifier], known: Sequence[set[PersonIdentifier]]
) -> None:
    with pytest.raises(TwoPersonsError, match="are of two persons"):
        check_form(fields(*on_the_form), known)


@pytest.mark.parametrize(
    ("on_the_form", "known"),
    [
        ((), []),
        ((CARD,), []),
        ((CARD, CARD), []),
        ((CARD, PENSION, STAFF), []),
        ((CARD, PENSION), [{CARD, PENSION, STAFF}]),
        ((CARD, OTHER_CARD), [{CARD, OTHER_CARD}]),  # a renewed card, linked
        ((STAFF, StaffNumber.parse("8", "org:other")), []),
        ((CARD, PENSION), [{CARD, STAFF}, {PENSION, StaffNumber.parse("8", "org:other")}]),
    ],
)
def test_identifiers_that_may_be_one_persons_pass(
    on_the_form: Sequence[PersonIdentifier], known: Sequence[set[PersonIdentifier]]
) -> None:
    check_form(fields(*on_the_form), known)


def test_the_refusal_names_both_fields_and_what_disagrees_and_shows_no_whole_number() -> None:
    with pytest.raises(TwoPersonsError) as refused:
        check_form(fields(CARD, OTHER_PENSION), [{CARD, PENSION}])
    text = str(refused.value)
    assert "field 1 (在留カード番号 •••••••••8CD) and field 2 (基礎年金番号 ••••-•••210) are of two persons" in text
    assert "field 1 is known together with 基礎年金番号 ••••-•••890" in text
    assert not [number for number in (CARD, PENSION, OTHER_PENSION) if number.value in text]
