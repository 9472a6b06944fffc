"""Candidates and proposals: what is compared, who is within reach, and the little that software links by itself."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.errors import IdentityError, MissingPartError
from kyosei.facts.link_evidence import Compared, SharedIdentifier
from kyosei.facts.links import Link, LinkEntry, standing_links
from kyosei.facts.statements import Name
from kyosei.identity.candidates.comparison import BLOCKING
from kyosei.identity.candidates.model import LEVELS, Model, load_model, read_model
from kyosei.identity.candidates.proposals import WITHIN_REACH_BITS, Proposal, links_on_shared_identifiers, propose
from kyosei.identity.candidates.records import Record, Sex
from kyosei.identity.candidates.search import Candidate, Outcome, bits_needed, compare_all, find_candidates
from kyosei.identity.identifiers import BasicPensionNumber, PersonIdentifier, ResidenceCardNumber, StaffNumber
from tests.identity.links_made import dispute, link, unlink

MODEL = load_model()
BORN = date(1995, 3, 4)
CARD = ResidenceCardNumber.parse("AB12345678CD")


def card(local: str, name: str = "NGUYEN THI HOA", born: date | None = BORN, sex: Sex | None = Sex.FEMALE) -> Record:
    return Record(f"person:{local}", (Name("Latn", name),), born, sex)


def pension(local: str, name: str = "グエン ティ ホア", born: date | None = BORN, sex: Sex | None = None) -> Record:
    return Record(f"person:{local}", (Name("Kana", name),), born, sex)


OUTCOMES = [
    (card("a"), pension("b"), {"name": "same_sound", "birth_date": "same"}),
    (card("a"), pension("b", "ﾎｱ ｸﾞｴﾝ ﾃｲ", sex=Sex.FEMALE), {"name": "same_sound", "birth_date": "same", "sex": "same"}),
    (card("a"), pension("b", "グエン ホア"), {"name": "part_left_out", "birth_date": "same"}),
    (card("a"), pension("b", "グエン ティ ハ"), {"name": "same_consonants", "birth_date": "same"}),
    (card("a", "NGUYEN THI HOANG"), pension("b", "グエン ティ ホアンガ"), {"name": "similar_sound", "birth_date": "same"}),
    (card("a"), pension("b", "スズキ ケイコ"), {"name": "different", "birth_date": "same"}),
    (card("a"), pension("b", "鈴木"), {"birth_date": "same"}),
    (card("a"), pension("b", born=None), {"name": "same_sound"}),
    (card("a"), pension("b", born=date(1995, 4, 3)), {"name": "same_sound", "birth_date": "day_and_month_turned"}),
    (card("a"), pension("b", born=date(1995, 3, 5)), {"name": "same_sound", "birth_date": "one_digit"}),
    (card("a"), pension("b", born=date(1995, 12, 4)), {"name": "same_sound", "birth_date": "two_of_three"}),
    (card("a"), pension("b", born=date(1990, 12, 9)), {"name": "same_sound", "birth_date": "different"}),
    (
        card("a", "髙橋"), pension("b", "高橋", sex=Sex.MALE),
        {"name": "same_characters", "birth_date": "same", "sex": "different"},
    ),
    (card("a", "王小明"), pension("b", "オウ ショウメイ"), {"name": "same_sound", "birth_date": "same"}),
]  # fmt: skip


@pytest.fixture(scope="module")
def compared() -> dict[tuple[str, str], Candidate]:
    """All pairs of `OUTCOMES` compared at once, each under ids of its own."""
    ones = [replace(one, local=f"person:one-{place}") for place, (one, _, _) in enumerate(OUTCOMES)]
    others = [replace(other, local=f"person:other-{place}") for place, (_, other, _) in enumerate(OUTCOMES)]
    return {(pair.left, pair.right): pair for pair in compare_all(ones, others, MODEL, BLOCKING)}


@pytest.mark.parametrize("place", range(len(OUTCOMES)))
def test_each_comparison_has_its_outcome(compared: dict[tuple[str, str], Candidate], place: int) -> None:
    candidate = compared[f"person:one-{place}", f"person:other-{place}"]
    assert {outcome.comparison: outcome.level for outcome in candidate.outcomes} == OUTCOMES[place][2]
    assert candidate.bits == sum(MODEL.weight(outcome.comparison, outcome.level) for outcome in candidate.outcomes)


def test_sides_keep_their_places_whatever_their_ids() -> None:
    (candidate,) = find_candidates([card("z")], [pension("a")], MODEL)
    assert (candidate.left, candidate.right) == ("person:z", "person:a")


def test_somebody_else_of_another_birthday_is_no_candidate() -> None:
    assert not find_candidates([card("a")], [pension("b", "スズキ ケイコ", date(1990, 1, 1))], MODEL)
    assert not find_candidates([], [pension("b")], MODEL)
    assert not find_candidates([card("a", "")], [pension("b", "", None)], MODEL)


@given(st.integers(0, 10**8))
def test_the_more_records_the_more_must_be_said(records: int) -> None:
    assert bits_needed(records) <= bits_needed(records + 1)
    assert bits_needed(2 * max(records, 1)) == pytest.approx(bits_needed(max(records, 1)) + 1)


def test_a_local_person_stands_once() -> None:
    with pytest.raises(IdentityError, match="person:a stands twice"):
        find_candidates([card("a")], [pension("a")], MODEL)


def test_without_splink_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "splink", None)
    with pytest.raises(MissingPartError) as refused:
        find_candidates([card("a")], [pension("b")], MODEL)
    assert "pip install 'kyosei[identity]'" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_checked_in_model_is_complete_and_says_how_it_was_obtained() -> None:
    assert set(MODEL.probabilities) == set(LEVELS)
    assert "bench.linking --estimate" in MODEL.obtained
    for comparison, closest in {"name": "same_sound", "birth_date": "same", "sex": "same"}.items():
        assert MODEL.weight(comparison, closest) > 0
        assert MODEL.weight(comparison, "different") < 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"normalisation": "2020-01"}, "made for normalisation 2020-01"),
        ({"m": {c: dict.fromkeys(ls, 0.9) for c, ls in LEVELS.items()}}, "m of name must be positive and add up to 1"),
        ({"u": {c: {lv: float(lv == ls[0]) for lv in ls} for c, ls in LEVELS.items()}}, "u of name must be positive"),
    ],
)
def test_a_model_that_cannot_be_is_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(IdentityError, match=said):
        read_model(json.dumps({**as_json(MODEL), **change}))
    with pytest.raises(IdentityError, match="no model 1999-01"):
        load_model("1999-01")


def as_json(model: Model) -> dict[str, object]:
    sides = {
        side: {c: {level: pair[place] for level, pair in levels.items()} for c, levels in model.probabilities.items()}
        for place, side in enumerate("mu")
    }
    return {"version": model.version, "normalisation": model.normalisation, "obtained": model.obtained, **sides}


def candidate(left: str, right: str, bits: float) -> Candidate:
    return Candidate(left, right, (Outcome("name", "same_sound", bits),), "m", "n")


def test_two_within_reach_are_proposed_with_each_other_and_one_out_of_reach_is_not() -> None:
    near, far = candidate("l1", "r1", 20), candidate("l1", "r2", 20 - WITHIN_REACH_BITS)
    gone, alone = candidate("l1", "r3", 19.9 - WITHIN_REACH_BITS), candidate("l2", "r4", 8)
    assert propose([near, far, gone, alone]) == (
        Proposal(near, (far,)), Proposal(far, (near, gone)), Proposal(alone, ()),
    )  # fmt: skip


pairs = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.floats(0, 40)), unique_by=lambda p: (p[0], p[1])
)


@given(pairs)
def test_nobody_is_alone_who_has_another_within_reach(made: list[tuple[str, str, float]]) -> None:
    candidates = [candidate(*pair) for pair in made]
    for proposal in propose(candidates):
        chosen = proposal.candidate
        near = {
            other
            for other in candidates
            if other is not chosen
            and (other.left == chosen.left or other.right == chosen.right)
            and abs(other.bits - chosen.bits) <= WITHIN_REACH_BITS
        }
        assert set(proposal.within_reach) == near
        assert proposal.is_alone == (not near)


@cache
def found(left: tuple[Record, ...], right: tuple[Record, ...]) -> tuple[Candidate, ...]:
    return find_candidates(left, right, MODEL)


def linked(
    left: Sequence[Record], right: Sequence[Record], entries: Sequence[LinkEntry] = (), source: str = "authority:isa"
) -> list[Link]:
    proposals = propose(found(tuple(left), tuple(right)))
    return list(links_on_shared_identifiers(left, right, proposals, entries, source, 7))


def with_numbers(record: Record, *numbers: PersonIdentifier) -> Record:
    return replace(record, held=frozenset(numbers))


ONE, OTHER = with_numbers(card("a"), CARD), with_numbers(pension("b"), CARD)


def test_a_shared_number_that_all_else_supports_is_linked_with_its_evidence() -> None:
    (made,) = linked([ONE], [OTHER])
    assert made.pair == ("person:a", "person:b")
    assert made.decided_by is None
    assert made.source == "authority:isa"
    shared, compared = made.evidence
    assert shared == SharedIdentifier("residence_card", "•••••••••8CD")
    assert isinstance(compared, Compared)
    assert set(compared.found) == {("name", "same_sound"), ("birth_date", "same")}
    assert list(standing_links([made], 7).links) == [made.id]


PENSION, OTHER_PENSION = BasicPensionNumber.parse("1234-567890"), BasicPensionNumber.parse("9876-543210")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([card("a")], [pension("b")]),  # no shared number, however alike
        ([ONE], [pension("b")]),
        ([ONE], [replace(OTHER, born=date(1995, 4, 3))]),
        ([ONE], [replace(OTHER, born=None)]),
        ([ONE], [replace(OTHER, names=(Name("Kana", "スズキ ケイコ"),))]),
        ([ONE], [replace(OTHER, names=(Name("Jpan", "鈴木"),))]),
        ([ONE], [replace(OTHER, sex=Sex.MALE)]),
        ([ONE, with_numbers(card("c", "TRAN VAN NAM", date(1990, 1, 1)), CARD)], [OTHER]),  # held by a third
        ([ONE], [OTHER, pension("c")]),  # another within reach
        ([ONE, card("c")], [OTHER]),
        ([with_numbers(ONE, CARD, PENSION)], [with_numbers(OTHER, CARD, OTHER_PENSION)]),
        (
            [with_numbers(card("a"), StaffNumber.parse("7", "org:acme"))],
            [with_numbers(pension("b"), StaffNumber.parse("7", "org:acme"))],
        ),
    ],
)
def test_everything_else_is_left_to_a_person(left: list[Record], right: list[Record]) -> None:
    assert linked(left, right) == []


@pytest.mark.parametrize(
    "entries",
    [
        [link("l1", "person:a", "person:b")],
        [link("l1", "person:b", "person:a"), unlink("u1", "l1")],
        [link("l1", "person:a", "person:b"), dispute("d1", "l1")],
    ],
)
def test_who_was_ever_linked_is_not_linked_again_by_software(entries: list[LinkEntry]) -> None:
    assert linked([ONE], [OTHER], entries) == []
    assert len(linked([ONE], [OTHER], [link("l1", "person:a", "person:z"), unlink("u1", "l1")])) == 1


def test_software_states_links_for_an_institution_only() -> None:
    with pytest.raises(IdentityError, match="not for person:officer"):
        linked([ONE], [OTHER], source="person:officer")


def test_a_record_holds_one_number_of_a_kind() -> None:
    with pytest.raises(IdentityError, match="holds two numbers of one kind"):
        with_numbers(card("a"), PENSION, OTHER_PENSION)
