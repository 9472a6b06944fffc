"""Links: exact unlinking (P09), disputes (P10), and what no link may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.errors import IdentityError
from kyosei.facts.link_evidence import Compared, PersonSays, SharedIdentifier
from kyosei.facts.links import (
    Link,
    LinkEntry,
    Unlink,
    check_link_entries,
    standing_links,
)
from kyosei.facts.statements import Dispute, Resolution, Withdrawal
from kyosei.identity.persons import Persons, join, notices
from tests.identity.links_made import LOCALS, dispute, link, resolution, sequences, unlink, withdrawal

LATE = 10**6


def persons(entries: list[LinkEntry], known: int = LATE) -> Persons:
    return join(LOCALS, standing_links(entries, known))


@given(sequences(), st.sampled_from(list(product(LOCALS, LOCALS))))
def test_unlinking_a_link_restores_exactly(entries: list[LinkEntry], pair: tuple[str, str]) -> None:
    left, right = pair
    if left == right:
        return
    added = [*entries, link("new", left, right, LATE), unlink("end", "new", LATE)]
    assert standing_links(added, LATE) == standing_links(entries, LATE)
    assert persons(added) == persons(entries)
    assert persons([*entries, added[-2]]).person_of[left] == persons([*entries, added[-2]]).person_of[right]


@given(sequences(), st.randoms())
def test_what_stands_depends_on_the_set_of_entries_and_not_on_their_order(
    entries: list[LinkEntry], random: Random
) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)
    assert standing_links(shuffled, LATE) == standing_links(entries, LATE)
    assert persons(shuffled) == persons(entries)


@given(sequences())
def test_the_state_is_that_of_the_surviving_entries_alone(entries: list[LinkEntry]) -> None:
    """Links that ended, with everything that was ever said about them, leave no trace."""
    links, disputed = surviving(entries)
    remaining: list[LinkEntry] = [*links, *disputed]
    assert standing_links(remaining, LATE) == standing_links(entries, LATE)
    assert persons(remaining) == persons(entries)


def surviving(entries: list[LinkEntry]) -> tuple[list[Link], list[Dispute]]:
    """A simple model: go through the entries one by one, newest first for what takes back."""
    gone = {e.target for e in entries if isinstance(e, Withdrawal)}
    links = {e.id: e for e in entries if isinstance(e, Link) and e.id not in gone}
    disputes = {e.id: e for e in entries if isinstance(e, Dispute)}
    open_ = {id_: e for id_, e in disputes.items() if id_ not in gone}
    for entry in entries:
        if entry.id in gone:
            continue
        if isinstance(entry, Unlink):
            links.pop(entry.target, None)
        if isinstance(entry, Resolution):
            open_.pop(entry.target, None)
            if entry.outcome == "corrected":
                links.pop(disputes[entry.target].target, None)
    return list(links.values()), [e for e in open_.values() if e.target in links]


@given(sequences(), st.integers(0, 16))
def test_what_was_known_at_an_instant_never_changes_afterwards(entries: list[LinkEntry], known: int) -> None:
    earlier = [entry for entry in entries if entry.recorded_at <= known]
    assert standing_links(entries, known) == standing_links(earlier, known)


@given(sequences())
def test_persons_are_exactly_who_undisputed_links_join(entries: list[LinkEntry]) -> None:
    standing = standing_links(entries, LATE)
    settled = [link for id_, link in standing.links.items() if id_ not in standing.disputes]
    found = join(LOCALS, standing)
    for local, other in product(LOCALS, LOCALS):
        assert (found.person_of[local] == found.person_of[other]) == (other in reached(local, settled))
        everything = reached(local, list(standing.links.values()))
        behind = found.behind.get(found.person_of[local], {})
        assert (other in behind) == (other in everything and found.person_of[local] != found.person_of[other])
    assert {local for group in found.members.values() for local in group} == set(LOCALS)
    assert all(person == min(group) for person, group in found.members.items())


def reached(local: str, links: list[Link]) -> set[str]:
    seen = {local}
    for _ in LOCALS:
        for joined in links:
            if seen & set(joined.pair):
                seen |= set(joined.pair)
    return seen


@given(sequences())
def test_every_open_dispute_is_told_to_both_and_names_neither_to_the_other(entries: list[LinkEntry]) -> None:
    standing = standing_links(entries, LATE)
    told = notices(standing)
    assert sum(map(len, standing.disputes.values())) * 2 == len(told)
    for id_, disputes in standing.disputes.items():
        for said in disputes:
            assert {n.to for n in told if n.dispute == said.id} == set(standing.links[id_].pair)
    for notice in told:
        assert not set(LOCALS) & {notice.link, notice.dispute}


def test_two_links_of_one_pair_are_ended_one_by_one() -> None:
    both: list[LinkEntry] = [link("l1", "person:a", "person:b"), link("l2", "person:b", "person:a")]
    assert persons([*both, unlink("u1", "l1")]).person_of["person:b"] == "person:a"
    assert persons([*both, unlink("u1", "l1"), unlink("u2", "l2")]).person_of["person:b"] == "person:b"


def test_a_dispute_separates_until_it_is_resolved() -> None:
    entries: list[LinkEntry] = [link("l1", "person:a", "person:b", 1), dispute("d1", "l1", at=2)]
    assert persons(entries, 1).members["person:a"] == ("person:a", "person:b")
    assert set(persons(entries, 2).behind["person:a"]) == {"person:b"}
    kept = [*entries, resolution("r1", "d1", "kept", 3)]
    assert persons(kept).person_of["person:b"] == "person:a"
    corrected = [*entries, resolution("r1", "d1", "corrected", 3)]
    assert persons(corrected) == persons([])
    assert persons([*corrected, withdrawal("w1", "r1", "authority:reviewer")]) == persons(entries)


def test_a_disputed_link_beside_an_undisputed_one_separates_nobody() -> None:
    found = persons([link("l1", "person:a", "person:b"), link("l2", "person:a", "person:b"), dispute("d1", "l1")])
    assert found.person_of["person:b"] == "person:a"
    assert not found.behind


def test_withdrawing_an_unlink_revives_the_link() -> None:
    entries: list[LinkEntry] = [link("l1", "person:a", "person:b"), unlink("u1", "l1"), withdrawal("w1", "u1")]
    assert persons(entries).person_of["person:b"] == "person:a"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: link("l1", "person:a", "person:a"), "with itself"),
        (lambda: link("l1", "person:a", "org:acme"), "no person"),
        (lambda: replace(link("l1", "person:a", "person:b"), evidence=()), "no evidence"),
        (lambda: replace(link("l1", "person:a", "person:b"), decided_by=None), "a person decides"),
        (
            lambda: replace(
                link("l1", "person:a", "person:b"), decided_by=None, evidence=(Compared("2026-11", "2026-11", ()),)
            ),
            "a person decides",
        ),
        (
            lambda: replace(
                link("l1", "person:a", "person:b"), decided_by=None, evidence=(PersonSays("person:a"),)
            ),
            "a person decides",
        ),
        (
            lambda: replace(
                link("l1", "person:a", "person:b"),
                decided_by=None, source="person:a", evidence=(SharedIdentifier("residence_card", "•8CD"),),
            ),
            "is by software",
        ),
        (
            lambda: replace(
                link("l1", "person:a", "person:b"),
                decided_by=None, evidence=(SharedIdentifier("residence_card", "•8CD"), PersonSays("person:a")),
            ),
            "saw or said",
        ),
        (lambda: replace(link("l1", "person:a", "person:b"), decided_by="software:x"), "a natural person decides"),
        (lambda: replace(unlink("u1", "l1"), decided_by="org:acme"), "a natural person decides"),
        (lambda: replace(link("l1", "person:a", "person:b"), evidence=(PersonSays("person:c"),)), "a third person"),
    ],
)  # fmt: skip
def test_what_no_link_may_be(make: Callable[[], Link], said: str) -> None:
    with pytest.raises(IdentityError, match=said):
        make()


LINKED: list[LinkEntry] = [link("l1", "person:a", "person:b"), dispute("d1", "l1")]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (link("l1", "person:c", "person:d"), "stands twice"),
        (unlink("u1", "l9"), "no link here"),
        (unlink("u1", "d1"), "no link here"),
        (dispute("d2", "d1"), "no link here"),
        (resolution("r1", "l1", "kept"), "no dispute here"),
        (replace(resolution("r1", "d1", "kept"), by="person:a"), "cannot end it"),
        (replace(resolution("r1", "d1", "kept"), by="municipality:kumagaya"), "cannot end it"),
        (replace(resolution("r1", "d1", "kept"), by="person:b"), "cannot end it"),
        (replace(resolution("r1", "d1", "kept"), by="staff:7"), "cannot end it"),
        (withdrawal("w1", "l1", "org:acme"), "only municipality:kumagaya"),
        (withdrawal("w1", "d1", "person:b"), "only person:a"),
        (withdrawal("w1", "x"), "no entry"),
    ],
)
def test_an_entry_out_of_place_is_refused(entry: LinkEntry, said: str) -> None:
    check_link_entries(LINKED)
    with pytest.raises(IdentityError, match=said):
        check_link_entries([*LINKED, entry])


def test_entries_in_their_place_are_taken() -> None:
    check_link_entries([
        *LINKED, resolution("r1", "d1", "kept"), withdrawal("w1", "r1", "authority:reviewer"), unlink("u1", "l1"),
        withdrawal("w2", "u1"), withdrawal("w3", "d1", "person:a"),
    ])  # fmt: skip
