"""What a norm cites: the provisions at its head, in its tree and behind each protected attribute, as read on a day."""

from __future__ import annotations

from kyosei.norms.checks import nodes_of
from kyosei.norms.declare import Norm
from kyosei.terms.citations import Citation, Citer

__all__ = ["citations_of", "read_on"]


def read_on(norm: Norm) -> int:
    """The day whose numbering the citations of a version have: the day in its force that is nearest to its verification.

    So a version that has ended cites as it was last, and one that is yet to come cites as it will begin.
    """
    return max(norm.force.from_day, min(norm.verified_on, norm.force.until_day - 1))


def citations_of(norm: Norm) -> tuple[Citation, ...]:
    """Every provision that a version of a norm cites, each once, those at its head first."""
    labelled = (node.label.provision for node in nodes_of(norm) if node.label is not None)
    below = {provision for provision in labelled if provision is not None}
    behind = (reads.provision for reads in norm.reads)
    ordered = dict.fromkeys((*norm.provisions, *sorted(below, key=str), *behind))
    by, day = Citer("norm", norm.id), read_on(norm)
    return tuple(Citation(provision, day, by, norm.force.until_day) for provision in ordered)
