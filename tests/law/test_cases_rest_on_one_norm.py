"""A defect is found in the proofs of cases by norm, law and day alone (decision 160): no duty or limit reads another's state."""

from __future__ import annotations

from kyosei.norms.contents import contents_of
from tests.law.compiled import compiled_japan


def test_no_duty_or_limit_reads_the_state_of_another_norm() -> None:
    law = compiled_japan()
    contents = contents_of(law)
    assert [
        norm.id for norm in law.norms if norm.latest.kind in ("duty", "limit") and contents[norm.id].references
    ] == []
