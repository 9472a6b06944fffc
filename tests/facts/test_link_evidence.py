"""Evidence of links: written and read back, and what is no evidence."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.errors import IdentityError
from kyosei.facts.link_evidence import (
    SHARED_KINDS,
    Compared,
    DocumentSeen,
    PersonSays,
    SharedIdentifier,
    evidence_of,
    written_evidence,
)

texts = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=30)
pieces = st.one_of(
    st.builds(SharedIdentifier, st.sampled_from(SHARED_KINDS), st.sampled_from(["•••8CD", "••••-•••890", "•1"])),
    st.builds(DocumentSeen, texts, texts.map("staff:{}".format)),
    st.builds(PersonSays, texts.map("person:{}".format)),
    st.builds(Compared, texts, texts, st.lists(st.tuples(texts, texts), max_size=5).map(tuple)),
)


@given(st.lists(pieces, min_size=1, max_size=5).map(tuple))
def test_what_is_written_reads_back_the_same(evidence: tuple[SharedIdentifier | Compared, ...]) -> None:
    assert evidence_of(json.loads(json.dumps(written_evidence(evidence)))) == evidence


SEEN = {"type": "document_seen", "document": "card", "seen_by": "staff:sato"}
SHARED = {"type": "shared_identifier", "kind": "residence_card", "masked": "•••8CD"}
COMPARED = {"type": "compared", "normalisation": "2026-11", "model": "2026-11", "found": [["name", "same"]]}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("the card was seen", "write a list"),
        ([], "write a list"),
        ([SEEN, "card"], "evidence 2"),
        ([{"document": "card"}], "an object with a `type`"),
        ([{**SEEN, "type": "rumour"}], "unknown type"),
        ([{"type": "document_seen", "document": "card"}], "exactly the keys"),
        ([{**SEEN, "where": "counter"}], "exactly the keys"),
        ([{**SEEN, "document": ""}], "`document`"),
        ([{**SEEN, "document": "a\x1bb"}], "`document`"),
        ([{**SEEN, "document": "a" * 1001}], "`document`"),
        ([{**SEEN, "seen_by": "software:scanner"}], "name who saw it"),
        ([{**SHARED, "kind": "staff"}], "no number of kind 'staff' is shared"),
        ([{**SHARED, "masked": "AB12345678CD"}], "is not masked"),
        ([{**SHARED, "masked": "•B12345678CD"}], "is not masked"),
        ([{"type": "person_says", "person": "org:acme"}], "is no person"),
        ([{**COMPARED, "found": "same"}], "write pairs"),
        ([{**COMPARED, "found": [["name"]]}], "write pairs"),
        ([{**COMPARED, "found": [["name", 1]]}], "write pairs"),
    ],
)
def test_what_is_no_evidence_is_refused_with_its_place(written: object, said: str) -> None:
    with pytest.raises(IdentityError, match=said) as refused:
        evidence_of(written)
    assert "12345678" not in str(refused.value)
