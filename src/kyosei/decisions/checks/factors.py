"""Checks of what was weighed: every mandatory factor, no prohibited one, whose conduct, and what decides."""

from __future__ import annotations

from kyosei.decisions.checks.examining import Answer, Examining, answer
from kyosei.decisions.dossier import Direction, Weighed, Weight, Without
from kyosei.norms.procedures import Weighing

__all__ = [
    "decisive_factors_consistent", "mandatory_factors_considered", "no_prohibited_factor", "others_conduct_attributed",
]  # fmt: skip


def _weighed(examining: Examining) -> dict[str, Weighed]:
    return {one.id: one for one in examining.opinion.factors}


def mandatory_factors_considered(examining: Examining) -> Answer:
    """Each was considered, on evidence, or on a reason of the officer's where no record tells of it."""
    weighed = _weighed(examining)
    ids = examining.dossier.ids()
    missing = []
    for factor in examining.assembled.factors:
        if factor.weighing is not Weighing.MANDATORY:
            continue
        one = weighed.get(factor.id)
        shown = one is not None and one.considered and bool(one.reason.strip()) and set(one.evidence) <= ids
        if not shown or (factor.findings and one is not None and not one.evidence):
            missing.append(factor.id)
    return answer(missing)


def no_prohibited_factor(examining: Examining) -> Answer:
    """None that the law forbids has weight, and none that no list has decides anything unseen."""
    listed = {one.id: one.weighing for one in examining.assembled.factors}
    return answer(
        one.id for one in examining.opinion.factors
        if one.weight is not Weight.NONE and listed.get(one.id, Weighing.PERMITTED) is Weighing.PROHIBITED
    )  # fmt: skip


def others_conduct_attributed(examining: Examining) -> Answer:
    """Where somebody else's duty stands behind a requirement, its factor names that party and is not held against the person."""
    person = examining.assembled.application.person
    behind: dict[str, set[str]] = {}
    for finding in examining.assembled.findings:
        parties = {conduct.party for conduct in finding.attribution if conduct.failed and conduct.party != person}
        if parties:
            behind[finding.id] = parties
    offending = []
    weighed = _weighed(examining)
    for factor in examining.assembled.factors:
        others = {party for id_ in factor.findings for party in behind.get(id_, ())}
        one = weighed.get(factor.id)
        if not others or one is None or factor.weighing is not Weighing.MANDATORY:
            continue
        against = one.direction is Direction.AGAINST and one.weight is not Weight.NONE
        if one.conduct not in others or against:
            offending.append(factor.id)
    return answer(offending)


def decisive_factors_consistent(examining: Examining) -> Answer:
    """Leaving out what decides could change the outcome, leaving out what does not cannot; as the officer says of each."""
    offending, untold = [], []
    for one in examining.opinion.factors:
        if one.weight is Weight.NONE:
            continue
        if one.without is None:
            untold.append(one.id)
        elif (one.weight is Weight.DECISIVE) != (one.without is Without.OTHER):
            offending.append(one.id)
    return answer(offending, untold)
