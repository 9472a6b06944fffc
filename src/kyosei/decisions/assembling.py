"""Assembles what a dossier holds of the journal and the law: the same case, day and law always give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from kyosei.decisions.dossier import (
    Application,
    AsOf,
    Assembled,
    Conduct,
    Conflict,
    Fact,
    Factor,
    Finding,
    Gap,
    Like,
    Remedy,
    Verdicts,
)
from kyosei.decisions.probing import Answered, Evaluator, digest
from kyosei.decisions.shape import Day, Instant
from kyosei.errors import QuestionError
from kyosei.facts.statements import Case, Coverage, Statement
from kyosei.norms.procedures import Procedure
from kyosei.terms.citations import Provision
from kyosei.timelines.days import FIRST_DAY, NEVER
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.proof import Evidence, ProofNode

__all__ = ["Moment", "application_in", "assemble", "evaluator_of", "listed_otherwise", "undecided"]

_JUDGED = "assessment.factor"
_CONTESTED = ("conflict", "disputed")


@dataclass(frozen=True, slots=True)
class Moment:
    """What fixes a reading of the journal: known (microseconds), position, and the day (day number) that is asked about."""

    known: int
    position: int
    day: int


def undecided(case: Case, id_: str) -> Case:
    """The case as if the application of an id had not been decided yet."""
    kept = tuple(one for one in case.statements if one.data.get("application") != id_)
    return replace(case, statements=kept)


def application_in(case: Case, id_: str) -> Statement:
    """The application of an id that nothing has decided yet. QuestionError if the case has none."""
    for one in case.statements:
        if one.id == id_ and one.kind == "residence.application":
            if any(other.data.get("application") == id_ for other in case.statements):
                raise QuestionError(f"{id_} is decided; a decision that was sealed is reviewed, not made again")
            return one
    raise QuestionError(
        f"there is no application {id_!r} in what the purpose shows; name a record of residence.application"
    )


def evaluator_of(
    loaded: Loaded, procedure: Procedure, case: Case, person: str, moment: Moment, listed: Assembled | None = None
) -> Evaluator:
    """What evaluates a procedure's requirements about a person. listed: a dossier whose requirements they are."""
    required = procedure.requirements if listed is None else tuple(dict.fromkeys(one.norm for one in listed.findings))
    return Evaluator(loaded, case, person, required, moment.known, moment.day)


def listed_otherwise(procedure: Procedure, then: Assembled) -> tuple[str, ...]:
    """Which parts of a dossier come from lists that are others by now: a later law has other factors, or another remedy."""
    others = {
        "factors": _factors(procedure, then.findings) != then.factors,
        "findings": not {one.norm for one in then.findings} <= set(procedure.requirements),
        "judged": procedure.judged != then.judged,
        "remedy": _remedy(procedure) != then.remedy,
    }
    return tuple(name for name, differs in others.items() if differs)


def assemble(
    evaluator: Evaluator, procedure: Procedure, filed: Statement, moment: Moment,
    like: Callable[[str], tuple[Like, ...]], listed: Assembled | None = None,
) -> Assembled:  # fmt: skip
    """All of it. filed: the application. like: the sealed dossiers by the key of their facts, as known then. listed: a dossier
    that it is assembled again for, with the factors and the remedy that were listed then.
    """
    case, person = evaluator.case, filed.about["person"]
    answers = evaluator.answers()
    findings = tuple(_finding(place, one) for place, one in enumerate(answers, 1))
    same = _same_facts(procedure, findings)
    return Assembled(
        AsOf(Instant(moment.known), moment.position, Day(moment.day), evaluator.loaded.law.version),
        _application(procedure, case, filed, moment.day),
        findings,
        _facts(case, person, answers),
        _gaps(answers, findings),
        _conflicts(case, findings),
        _factors(procedure, findings) if listed is None else _factors_of(listed, findings),
        procedure.judged if listed is None else listed.judged,
        _remedy(procedure) if listed is None else listed.remedy,
        _together(findings),
        same,
        like(same),
    )


def _application(procedure: Procedure, case: Case, filed: Statement, day: int) -> Application:
    """What is applied for. With nothing said of the status asked for, a renewal asks for the present one."""
    person = filed.about["person"]
    held = [
        str(one.data["status"])
        for one in case.statements
        if one.kind == "residence.status" and one.about.get("person") == person and "status" in one.data
        and one.from_day <= max(filed.from_day, FIRST_DAY) < one.until_day
    ]  # fmt: skip
    present = held[-1] if held else None
    asked = filed.data.get("for_status")
    wanted = str(asked) if asked is not None else present if procedure.id == "renewal" else None
    if procedure.id == "permanent":
        wanted = "permanent-resident"
    return Application(filed.id, procedure.id, person, Day(filed.from_day), present, wanted)


def _finding(place: int, one: Answered) -> Finding:
    verdict = one.proof.verdict
    ids = dict.fromkeys(line.id for line in _evidence(one))
    return Finding(
        f"finding-{place}", one.norm.id, verdict.state, verdict.causes,
        tuple(Conduct(a.party, a.norm, a.failed) for a in verdict.attribution),
        tuple(map(_cited, verdict.provisions)), tuple(ids), one.verdict, one.proof_digest,
        Day(one.key) if one.key >= 0 else None,
    )  # fmt: skip


def _evidence(one: Answered) -> Iterator[Evidence]:
    for _, node in one.proof.pieces:
        yield from _under(node)


def _under(node: ProofNode) -> Iterator[Evidence]:
    yield from node.evidence
    for child in node.children:
        yield from _under(child)


def _facts(case: Case, person: str, answers: Sequence[Answered]) -> tuple[Fact, ...]:
    """Each record that a proof names, once, by its id."""
    held: dict[str, Statement | Coverage] = {
        one.id: one for group in (case.statements, case.coverages) for one in group
    }
    disputed = {one.target for one in case.disputes} | case.doubted
    found: dict[str, Fact] = {}
    for line in (line for one in answers for line in _evidence(one)):
        record = held.get(line.id)
        found[line.id] = Fact(
            line.id, line.kind, line.source, line.role, None if record is None else Instant(record.recorded_at),
            _day(line.from_day), _day(line.until_day), line.id in disputed, line.source == person,
        )  # fmt: skip
    return tuple(found[id_] for id_ in sorted(found))


def _gaps(answers: Sequence[Answered], findings: Sequence[Finding]) -> tuple[Gap, ...]:
    """What would settle the open requirements, save the officer's own findings: that is the decision itself."""
    found: dict[tuple[str, str, int, int], list[str]] = {}
    for one, finding in zip(answers, findings, strict=True):
        needs = one.proof.verdict.needs
        leaves = () if needs is None else needs.leaves() if hasattr(needs, "leaves") else (needs,)
        for need in leaves:
            if need.kind != _JUDGED:
                found.setdefault((need.kind, need.source, need.from_day, need.until_day), []).append(finding.id)
    return tuple(
        Gap(f"gap-{place}", kind, owner, tuple(dict.fromkeys(behind)), from_day=_day(begin), until_day=_day(end))
        for place, ((kind, owner, begin, end), behind) in enumerate(found.items(), 1)
    )


def _conflicts(case: Case, findings: Sequence[Finding]) -> tuple[Conflict, ...]:
    disputed = {one.target for one in case.disputes}
    contested = [one for one in findings if set(one.causes) & set(_CONTESTED) or disputed & set(one.facts)]
    return tuple(
        Conflict(
            f"conflict-{place}", one.id, tuple(cause for cause in one.causes if cause in _CONTESTED) or ("disputed",),
            tuple(id_ for id_ in one.facts if id_ in disputed) or one.facts,
        )
        for place, one in enumerate(contested, 1)
    )  # fmt: skip


def _factors(procedure: Procedure, findings: Sequence[Finding]) -> tuple[Factor, ...]:
    applying = {one.norm for one in findings}
    return tuple(
        Factor(
            one.id, one.weighing, one.said_by.ja, tuple(map(_cited, one.provisions)), one.protects,
            tuple(finding.id for finding in findings if finding.norm == one.norm),
        )
        for one in procedure.factors
        if not one.if_asked or one.norm in applying
    )  # fmt: skip


def _factors_of(listed: Assembled, findings: Sequence[Finding]) -> tuple[Factor, ...]:
    """The factors that a dossier lists, with the findings of now."""
    norms = {one.id: one.norm for one in listed.findings}
    behind = {one.id: {norms.get(id_) for id_ in one.findings} for one in listed.factors}
    return tuple(
        replace(one, findings=tuple(finding.id for finding in findings if finding.norm in behind[one.id]))
        for one in listed.factors
    )  # fmt: skip


def _remedy(procedure: Procedure) -> Remedy:
    remedy = procedure.remedy
    return Remedy(
        remedy.id, remedy.body.ja, remedy.against.ja, remedy.months, remedy.years, tuple(map(_cited, remedy.provisions))
    )  # fmt: skip


def _together(findings: Sequence[Finding]) -> Verdicts:
    states = {one.state for one in findings}
    if "unmet" in states:
        return Verdicts.UNMET
    return Verdicts.OPEN if "open" in states else Verdicts.MET


def _same_facts(procedure: Procedure, findings: Sequence[Finding]) -> str:
    """A key over what the law makes relevant, and nothing else: the answers of the requirements, and whose duty is behind."""
    rows = sorted(
        [one.norm, one.state, ",".join(one.causes), ",".join(sorted({a.norm for a in one.attribution}))]
        for one in findings
    )
    return digest({"procedure": procedure.id, "findings": rows})


def _cited(provision: Provision) -> str:
    parts = (provision.law, provision.article, provision.paragraph, provision.item)
    return "/".join(part for part in parts if part is not None)


def _day(number: int) -> Day | None:
    return Day(number) if FIRST_DAY < number < NEVER else None
