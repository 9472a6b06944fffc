"""The guide to linking is followed word for word."""

from __future__ import annotations

from typing import Any

import pytest

from kyosei.facts.links import standing_links
from kyosei.identity.persons import join
from tests.docs.guides import blocks_of


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:  # Any: whatever the guide's lines define
    """What the guide's blocks define, run one after another."""
    defined: dict[str, Any] = {"secret": bytes(range(32))}
    for block in blocks_of("link-persons.md").values():
        exec(compile(block.text, block.title, "exec"), defined)
    return defined


def test_the_numbers_are_kept_as_they_are_printed(names: dict[str, Any]) -> None:
    assert (names["card"].value, names["number"].value) == ("AB12345678CD", "1234-567890")
    assert "12345678" not in names["at_isa"]


def test_the_two_candidates_are_within_reach_of_each_other(names: dict[str, Any]) -> None:
    assert [p.candidate.right for p in names["proposals"]] == [names["at_pension"], "person:another"]
    assert not any(proposal.is_alone for proposal in names["proposals"])


def test_the_link_joins_and_its_end_restores(names: dict[str, Any]) -> None:
    both = [names["at_isa"], names["at_pension"]]
    assert len(names["persons"].members) == 1
    assert join(both, standing_links(names["ended"], 2)) == join(both, standing_links([], 2))


def test_the_dispute_is_told_to_both(names: dict[str, Any]) -> None:
    assert {notice.to for notice in names["told"]} == {names["at_isa"], names["at_pension"]}
