"""The content address of a law pack: it changes when, and only when, what the law means changes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kyosei.facts.scopes import SCOPES, Employment
from kyosei.facts.vocabulary import KINDS
from kyosei.facts.vocabulary.labour import WorkContract
from kyosei.norms.checks import sole_holders
from kyosei.norms.compiler import compile_law
from kyosei.norms.declare import Norm
from kyosei.norms.forms import Duty
from kyosei.terms.language import begins, item
from kyosei.terms.text import Text
from tests.evidence.asking import norm_of
from tests.norms.norms import ACT, TITLE, loaded, report, with_force

ADDRESS = loaded(report()).address


def _duty(norm: Norm) -> Duty:
    assert isinstance(norm.body, Duty)
    return norm.body


def _labelled(norm: Norm) -> Norm:
    named = item("27", Text("資格", "しかく", "insured"), _duty(norm).arises, ACT.article(27))
    return replace(norm, body=replace(_duty(norm), arises=named))


SAME: dict[str, Callable[[Norm], Norm]] = {
    "compiled_again": lambda norm: report(),
    "another_title": lambda norm: replace(norm, title=Text("別", "べつ", "other")),
    "another_citation": lambda norm: replace(norm, provisions=(ACT.article(98),)),
    "another_docstring": lambda norm: replace(norm, says="In other words."),
    "a_named_piece": _labelled,
    "an_equal_tree_built_anew": lambda norm: replace(norm, body=_duty(report())),
}
OTHER: dict[str, Callable[[Norm], Norm]] = {
    "another_deadline": lambda norm: report(6),
    "another_first_day": lambda norm: with_force(norm, date(1954, 5, 2), date(2100, 1, 1)),
    "another_review_date": lambda norm: replace(norm, review_on=norm.review_on + 1),
    "another_trigger": lambda norm: replace(
        norm, body=replace(_duty(norm), arises=begins(WorkContract.at(Employment()).holds()))
    ),
    "another_bearer": lambda norm: replace(norm, bearer="person"),
    "matched_by_day": lambda norm: replace(norm, body=replace(_duty(norm), matched_by_day=True)),
}


@pytest.mark.parametrize("id_", SAME)
def test_the_address_stays_when_the_meaning_stays(id_: str) -> None:
    assert loaded(SAME[id_](report())).address == ADDRESS


@pytest.mark.parametrize("id_", OTHER)
def test_the_address_changes_with_the_meaning(id_: str) -> None:
    assert loaded(OTHER[id_](report())).address != ADDRESS


def test_the_address_changes_with_a_further_norm() -> None:
    assert loaded(report(), norm_of("test.more", WorkContract.holds())).address != ADDRESS


def test_equal_pieces_of_two_norms_become_one() -> None:
    one, two = norm_of("test.one", WorkContract.holds()), norm_of("test.two", WorkContract.holds())
    assert len(loaded(one, two).program.instructions) == len(loaded(one).program.instructions)


def test_the_address_is_the_same_in_another_process() -> None:
    """No order of sets or hashes of strings may enter it."""
    code = "from tests.norms.norms import loaded, report; print(loaded(report()).address)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ADDRESS


def test_a_law_version_names_the_pack_and_the_address() -> None:
    law = compile_law("jp", [report(title=TITLE)], SCOPES, sole_holders(KINDS))
    assert law.version == f"jp@{ADDRESS[:16]}"
