"""How often the alerts of a norm prove wrong, and when that is too often for it to go on telling.

An alert is a case in which a breach was settled and its owner told. It is right if what was owed was then done, wrong if it
never was a breach (`CaseState.MISTAKEN`); what was withdrawn shows neither. Of each owner the first decided alert of a calendar
year counts, so that nobody's many cases, or one broken feed, decide about a norm.

Whether a norm is wrong too often is tested anew each year, by a test that may be looked at after every alert (`against`):
the likelihood ratio of all lower precisions, equally weighted, against `PRECISION`. If the precision is `PRECISION` or more, the
ratio is a supermartingale that begins at 1, so it ever reaches `SILENCING` with a probability of 1/SILENCING at most
(Ville 1939; Robbins and Siegmund 1970). Decision 160.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from kyosei.cases.case import CaseState, Happening, Sort, Stage

__all__ = ["PRECISION", "SILENCING", "Label", "Quality", "against", "labels_of", "quality_of", "wrong_that_silence"]

Document = Mapping[str, Any]  # Any: JSON

PRECISION: Final = 0.9
"""Of ten alerts one may be wrong."""
SILENCING: Final = 1_000.0
"""Of a thousand norms whose alerts are right just often enough, one is silenced in a year by chance."""

_ACCUSING: Final = ("breached", "unmet")


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """How the alert of a norm in one case turned out, on a day."""

    day: date
    case: str
    norm: str
    owner: str
    right: bool


@dataclass(frozen=True, slots=True)
class Quality:
    """The alerts of a norm in one year: how many owners' first was right, how many wrong."""

    norm: str
    right: int
    wrong: int

    @property
    def is_too_low(self) -> bool:
        return against(self.right, self.wrong) >= SILENCING


def against(right: int, wrong: int) -> float:
    """The evidence that alerts are right less often than `PRECISION`: the ratio of likelihoods, 1 with no alert at all.

    For s right, f wrong, threshold p: the integral of q^s (1-q)^f over [0, p], divided by p * p^s (1-p)^f, as a series of
    positive terms; so nothing cancels, and it is the same on every machine. It stops once it is enough.
    """
    odds = PRECISION / (1 - PRECISION)
    term = total = 1 / (right + 1)
    for number in range(wrong):
        term *= (wrong - number) / (right + 2 + number) * odds
        total += term
        if total >= SILENCING:
            break
    return total


def wrong_that_silence(right: int) -> int:
    """How many wrong alerts silence a norm that has so many right ones."""
    wrong = 0
    while against(right, wrong) < SILENCING:
        wrong += 1
    return wrong


def labels_of(case: Document) -> list[Label]:
    """How the alerts of a case turned out, one for each norm, as the case is kept (`Case.to_json`); none while it goes on."""
    if case["sort"] != Sort.TASK or case["hushed"] or not CaseState(case["state"]).is_over:
        return []
    rows = [row for row in case["history"] if row["taken"]]
    accused = {row["norm"] for row in rows if row["state"] in _ACCUSING and row["stage"] != Stage.REMINDER}
    accused.discard(None)
    ended = next(row for row in reversed(rows) if row["ended"] is not None)
    found = []
    for norm in sorted(accused):
        outcome = _outcome(norm, rows, case["state"])
        if outcome is not None:
            found.append(Label(date.fromisoformat(ended["day"]), case["id"], norm, case["owner"], outcome))
    return found


def _outcome(norm: str, rows: list[Document], state: str) -> bool | None:
    """Whether the alert of a norm was right; None if its end shows neither. What a human found to be mistaken, is."""
    if any(row["ended"] == CaseState.MISTAKEN and row["actor_kind"] == "human" for row in rows[-1:]):
        return False
    ends = {row["what"] for row in rows if row["norm"] == norm}
    if Happening.CURED in ends and state != CaseState.MISTAKEN:
        return True
    return False if Happening.MISTAKEN in ends else None


def quality_of(labels: Iterable[Label], first: date, last: date, restored: Mapping[str, date]) -> dict[str, Quality]:
    """By norm, the alerts that were decided from a first day to a last, one for each owner; of a restored norm, after that."""
    heard: set[tuple[str, str]] = set()
    found: dict[str, Quality] = {}
    for label in sorted(labels):
        begins = restored.get(label.norm)
        counts = first <= label.day <= last and (begins is None or label.day > begins)
        if not counts or (label.norm, label.owner) in heard:
            continue
        heard.add((label.norm, label.owner))
        before = found.get(label.norm, Quality(label.norm, 0, 0))
        found[label.norm] = Quality(label.norm, before.right + label.right, before.wrong + (not label.right))
    return found
