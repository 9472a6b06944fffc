"""Pairwise pseudonyms: stable, distinct for each institution, of no use without the secret, and rotated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.errors import IdentityError
from kyosei.identity.identifiers import BasicPensionNumber, StaffNumber, StudentNumber
from kyosei.identity.pseudonyms import PseudonymKeys, local_person, pseudonym, renewed, stands_for

KEYS = PseudonymKeys(1, {1: bytes(range(32))})
OTHERS = PseudonymKeys(1, {1: bytes(range(1, 33))})
names = st.text(min_size=1, max_size=20)


@given(names, names, names, names)
def test_pseudonyms_are_equal_only_for_the_same_institution_and_person(a: str, b: str, p: str, q: str) -> None:
    assert (pseudonym(KEYS, a, p) == pseudonym(KEYS, b, q)) == ((a, p) == (b, q))


@given(names, names)
def test_another_installation_gives_other_pseudonyms(institution: str, person: str) -> None:
    shown = pseudonym(KEYS, institution, person)
    assert shown != pseudonym(OTHERS, institution, person)
    assert stands_for(KEYS, institution, person, shown)
    assert not stands_for(OTHERS, institution, person, shown)
    assert not stands_for(KEYS, institution + "x", person, shown)


def test_a_known_pseudonym_never_changes() -> None:
    known = "p1-2j3mnsxgtjhywfbxybeg2am4jt57xhj323lhd5kuhmgjfcryf3nq"
    assert pseudonym(KEYS, "org:acme", "person:hoa") == known


def test_after_rotation_old_pseudonyms_stand_until_their_secret_goes() -> None:
    old = pseudonym(KEYS, "org:acme", "person:hoa")
    rotated = KEYS.rotated(b"n" * 32)
    new = pseudonym(rotated, "org:acme", "person:hoa")
    assert new.startswith("p2-")
    assert stands_for(rotated, "org:acme", "person:hoa", old)
    assert renewed(rotated, "org:acme", "person:hoa", old) == new
    with pytest.raises(IdentityError, match="secret number 1, which is gone"):
        stands_for(rotated.without(1), "org:acme", "person:hoa", old)


def test_a_pseudonym_is_not_renewed_for_somebody_else() -> None:
    with pytest.raises(IdentityError, match="not one of org:acme"):
        renewed(KEYS, "org:acme", "person:hoa", pseudonym(KEYS, "org:acme", "person:linh"))


@pytest.mark.parametrize("shown", ["", "person:hoa", "p1-", "p0-" + "a" * 52, "p1-" + "A" * 52])
def test_what_is_no_pseudonym_is_refused(shown: str) -> None:
    with pytest.raises(IdentityError, match="no pseudonym"):
        stands_for(KEYS, "org:acme", "person:hoa", shown)


@pytest.mark.parametrize("make", [lambda: PseudonymKeys(2, {1: bytes(32)}), lambda: PseudonymKeys(1, {1: bytes(31)})])
def test_a_missing_or_short_secret_is_refused(make: type[object]) -> None:
    with pytest.raises(IdentityError, match=r"secret number \d"):
        make()


def test_secrets_are_not_shown() -> None:
    assert "secrets" not in repr(KEYS)
    assert repr(bytes(range(32)))[2:10] not in repr(KEYS)


def test_a_local_person_outlives_rotation_and_hides_the_number() -> None:
    number = BasicPensionNumber.parse("1234-567890")
    person = local_person(KEYS, number)
    assert person == local_person(KEYS.rotated(b"n" * 32), number)
    assert "567890" not in person
    staff, student = StaffNumber.parse("7", "org:x"), StudentNumber.parse("7", "org:x")
    assert len({person, local_person(KEYS, staff), local_person(KEYS, student)}) == 3
    with pytest.raises(IdentityError, match="secret number 1 is gone"):
        local_person(KEYS.rotated(b"n" * 32).without(1), number)
