"""Checks of the outcome: within bounds, by the mildest measure, resting on nothing open, and the same for everybody."""

from __future__ import annotations

from kyosei.decisions.checks.examining import Answer, Examining, answer, cannot_tell
from kyosei.decisions.dossier import Application, Direction, Finding, Outcome, Proven, Result, Weight
from kyosei.facts.legal_periods import PERIODS, is_legal_period

__all__ = [
    "discretion_within_bounds",
    "family_considered",
    "lesser_measure_examined",
    "nothing_adverse_on_open_parts",
    "notice_understood",
    "same_for_everybody",
]  # fmt: skip


def discretion_within_bounds(examining: Examining) -> Answer:
    """Discretion is seen where the law gives it, and the outcome is one that may be."""
    assembled, outcome = examining.assembled, examining.opinion.outcome
    offending = [] if bool(examining.opinion.discretion.strip()) == assembled.judged else ["discretion"]
    if outcome.result is not Result.GRANTED:
        return answer([*offending, *(["outcome"] if outcome.status or outcome.period else [])])
    if not _may_be_granted(outcome, assembled.application):
        offending.append("outcome")
    offending += [
        one.id for one in assembled.findings if one.norm in examining.procedure.necessary and one.state == "unmet"
    ]  # fmt: skip
    return answer(offending)


def _may_be_granted(outcome: Outcome, filed: Application) -> bool:
    """Whether it is the status that was asked for, for a period that there is; of what gives no stay, with conditions."""
    if not filed.grants_a_stay:
        return outcome.status is None and outcome.period is None and any(one.strip() for one in outcome.conditions)
    asked = filed.for_status
    if outcome.status is None or outcome.period is None or outcome.status not in PERIODS:
        return False
    return is_legal_period(outcome.status, outcome.period) and asked in (None, outcome.status)


def lesser_measure_examined(examining: Examining) -> Answer:
    """Before an application is refused, something milder was looked at."""
    if not examining.dossier.is_adverse:
        return answer([])
    examined = [one for one in examining.opinion.alternatives if one.measure.strip() and one.why_not.strip()]
    return answer([] if examined else ["alternatives"])


def nothing_adverse_on_open_parts(examining: Examining) -> Answer:
    """A refusal rests on no requirement that is open, and on no record in dispute: without these it says the same."""
    if not examining.dossier.is_adverse:
        return answer([])
    relied = _relied_on(examining)
    findings = {one.id: one for one in examining.assembled.findings if one.id in relied or one.norm in relied}
    disputed = {one.id for one in examining.assembled.facts if one.disputed}
    offending = [one.id for one in findings.values() if one.state == "open" and not _is_judged_alone(one)]
    offending += sorted(relied & disputed)
    offending += sorted(relied & {one.id for one in examining.assembled.gaps})
    if offending or not disputed:
        return answer(offending)
    if examining.prober is None:
        return cannot_tell("records")
    after = examining.prober.without(disputed)
    key = {one.id: (one.norm, -1 if one.instance is None else one.instance) for one in findings.values()}
    return answer(one.id for one in findings.values() if one.state == "unmet" and after.get(key[one.id]) != "unmet")


def _is_judged_alone(finding: Finding) -> bool:
    """Whether nothing but the officer's own judgement is open: that is what the dossier decides."""
    return set(finding.causes) == {"judgement"}


def _relied_on(examining: Examining) -> set[str]:
    """What the reasons, and the factors against the person, rest on."""
    opinion = examining.opinion
    against = [one for one in opinion.factors if one.direction is Direction.AGAINST and one.weight is not Weight.NONE]
    by_factor = {one.id: one.findings for one in examining.assembled.factors}
    said = {id_ for one in opinion.reasons for id_ in one.rests_on}
    found = {id_ for one in against for id_ in (*one.evidence, *by_factor.get(one.id, ()))}
    favourable = {one.id for one in opinion.factors if one.direction is Direction.FOR}
    return (said - favourable) | found


def notice_understood(examining: Examining) -> Answer:
    """The person is told in a language that is said to be understood, and of the remedy of this procedure, if refused."""
    notice = examining.opinion.notice
    offending = [] if notice.language.strip() and notice.understood_because.strip() else ["notice"]
    if examining.dossier.is_adverse and notice.remedy != examining.procedure.remedy.id:
        offending.append("remedy")
    right = examining.procedure.remedy
    given = examining.assembled.remedy
    if (given.id, given.months, given.years) != (right.id, right.months, right.years):
        offending.append("remedy")
    return answer(offending)


def family_considered(examining: Examining) -> Answer:
    """It is known whether there is a family, and if so, what the outcome means for it and its children."""
    impact = examining.opinion.impact
    if not impact.person.strip():
        return Proven.FAIL, ("impact",)
    if impact.family is None:
        return cannot_tell("family")
    said = impact.on_family.strip() and impact.on_children.strip()
    return answer([] if not impact.family or said else ["impact"])


def same_for_everybody(examining: Examining) -> Answer:
    """With another nationality, sex, birthplace and name every verdict and proof is the same."""
    return cannot_tell("records") if examining.prober is None else answer(examining.prober.turned())
