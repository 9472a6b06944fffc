"""Checks of the reasons: supported, answering, their own, and of the length of the period too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from kyosei.decisions.checks.examining import Answer, Examining, answer, cannot_tell
from kyosei.decisions.dossier import Result, Weight

__all__ = [
    "departures_reasoned", "is_one_text", "no_boilerplate", "period_reasoned", "reasons_supported", "submissions_answered",
]  # fmt: skip

_ALIKE: Final = 0.8
"""The share of word triples that two reasons have in common from which they are taken to be one text."""
_TRIPLES_MIN: Final = 12
"""Below so many, reasons are too short for their likeness to mean anything."""


def reasons_supported(examining: Examining) -> Answer:
    """Every sentence rests on something of the dossier, and whatever decides is said."""
    ids = examining.dossier.ids()
    reasons = examining.opinion.reasons
    loose = [
        f"reasons[{place}]"
        for place, one in enumerate(reasons)
        if not one.text.strip() or not one.rests_on or not set(one.rests_on) <= ids
    ]
    said = {id_ for one in reasons for id_ in one.rests_on}
    hidden = [
        one.id for one in examining.opinion.factors if one.weight is Weight.DECISIVE and one.id not in said
    ]  # fmt: skip
    return answer([*([] if reasons else ["reasons"]), *loose, *hidden])


def period_reasoned(examining: Examining) -> Answer:
    """Of a permission, why it is for so long and no longer; each sentence resting on something of the dossier."""
    opinion, ids = examining.opinion, examining.dossier.ids()
    has_length = examining.assembled.application.grants_a_stay and opinion.outcome.period != "indefinite"
    if opinion.outcome.result is not Result.GRANTED or not has_length:
        return answer([])
    said = opinion.period_reasons
    loose = [
        f"period_reasons[{place}]"
        for place, one in enumerate(said)
        if not one.text.strip() or not one.rests_on or not set(one.rests_on) <= ids
    ]
    return answer([*([] if said else ["period_reasons"]), *loose])


def submissions_answered(examining: Examining) -> Answer:
    """Each point has an answer that rests on something; how good the answer is, is not for software to say."""
    ids = examining.dossier.ids()
    return answer(
        one.id for one in examining.opinion.submissions
        if not one.answer.strip() or not one.refs or not set(one.refs) <= ids
    )  # fmt: skip


def departures_reasoned(examining: Examining) -> Answer:
    """A like case that ended otherwise is named, with why."""
    outcome = examining.opinion.outcome
    reasoned = {one.dossier for one in examining.opinion.departures if one.reason.strip()}
    return answer(
        one.dossier for one in examining.assembled.like
        if (one.result, one.period) != (outcome.result, outcome.period) and one.dossier not in reasoned
    )  # fmt: skip


def no_boilerplate(examining: Examining) -> Answer:
    """The reasons are not those of a dossier with other facts."""
    if examining.neighbours is None:
        return cannot_tell("neighbours")
    own = [one.text for one in examining.opinion.reasons]
    return answer(
        one.dossier for one in examining.neighbours
        if one.same_facts != examining.assembled.same_facts and is_one_text(own, one.sentences)
    )  # fmt: skip


def is_one_text(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two reasons are so alike that they are taken to be one text; of very short ones that says nothing."""
    own, others = _triples(one), _triples(other)
    return min(len(own), len(others)) >= _TRIPLES_MIN and len(own & others) / len(own | others) >= _ALIKE


def _triples(sentences: Iterable[str]) -> frozenset[str]:
    """Every three characters in a row, without spaces: the same for languages with and without them."""
    text = "".join("".join(one.split()) for one in sentences)
    return frozenset(text[place : place + 3] for place in range(len(text) - 2))
