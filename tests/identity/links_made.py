"""Link entries for tests: short ways to make them, and sequences of them that make sense."""

from __future__ import annotations

from typing import Literal

from hypothesis import strategies as st

from kyosei.facts.link_evidence import DocumentSeen
from kyosei.facts.links import Link, LinkEntry, Unlink
from kyosei.facts.statements import Dispute, Resolution, Withdrawal

__all__ = ["LOCALS", "dispute", "link", "resolution", "sequences", "unlink", "withdrawal"]

LOCALS = tuple(f"person:{letter}" for letter in "abcdef")
SOURCE = "municipality:kumagaya"


def link(id_: str, left: str, right: str, at: int = 0) -> Link:
    """A link that an officer decided on a document."""
    return Link(id_, left, right, SOURCE, "staff:7", (DocumentSeen("residence card", "staff:7"),), at, at)


def unlink(id_: str, target: str, at: int = 0) -> Unlink:
    """The end of a link."""
    return Unlink(id_, target, SOURCE, "staff:7", "another person of the same name", at, at)


def dispute(id_: str, target: str, by: str = "person:a", at: int = 0) -> Dispute:
    """Somebody says that a link is wrong."""
    return Dispute(id_, target, by, "that is not me", at, at)


def resolution(id_: str, target: str, outcome: Literal["kept", "corrected"], at: int = 0) -> Resolution:
    """The end of a dispute by a reviewer."""
    return Resolution(id_, target, "authority:reviewer", outcome, "seen both files", at, at)


def withdrawal(id_: str, target: str, source: str = SOURCE, at: int = 0) -> Withdrawal:
    """An entry taken back."""
    return Withdrawal(id_, target, source, at, at)


@st.composite
def sequences(draw: st.DrawFn, steps_max: int = 16) -> list[LinkEntry]:
    """Entries one second apart, each about an earlier one where it needs one."""
    entries: list[LinkEntry] = []
    for at in range(draw(st.integers(0, steps_max))):
        links = [e.id for e in entries if isinstance(e, Link)]
        disputes = [e.id for e in entries if isinstance(e, Dispute)]
        actions = ["link", *(["unlink", "dispute", "withdraw"] if links else []), *(["resolve"] if disputes else [])]
        match draw(st.sampled_from(actions)):
            case "link":
                left, right = draw(st.permutations(LOCALS))[:2]
                entries.append(link(f"e{at}", left, right, at))
            case "unlink":
                entries.append(unlink(f"e{at}", draw(st.sampled_from(links)), at))
            case "dispute":
                entries.append(dispute(f"e{at}", draw(st.sampled_from(links)), draw(st.sampled_from(LOCALS)), at))
            case "withdraw":
                taken = [e.id for e in entries if not isinstance(e, Withdrawal)]
                entries.append(withdrawal(f"e{at}", draw(st.sampled_from(taken)), at=at))
            case _:
                outcome: Literal["kept", "corrected"] = "kept" if draw(st.booleans()) else "corrected"
                entries.append(resolution(f"e{at}", draw(st.sampled_from(disputes)), outcome, at))
    return entries
