"""The promises of PROMISES.md that the engine keeps, over generated worlds and the whole law pack."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.evidence.batch import read_batch
from kyosei.evidence.voting import Reading
from kyosei.facts.case_file.reading import read_case
from kyosei.facts.kinds import TheParty
from kyosei.facts.statements import Case, Dispute
from kyosei.facts.vocabulary import KINDS
from kyosei.law.jp.pack import NORMS
from kyosei.norms.checks import PROTECTED, fields_read, nodes_of, trees_of
from kyosei.norms.forms import Duty
from kyosei.terms.expressions import Node
from kyosei.timelines.arena import DAY, LO, TV
from kyosei.timelines.program import Op, State
from kyosei.timelines.truth import NO, causes_of
from kyosei.verdicts.check import check, examine, find_norm, goals_of, judge, subjects_of
from kyosei.verdicts.evaluate import Loaded, asked_of, evaluate
from kyosei.verdicts.many import evaluate_many
from kyosei.verdicts.segments import STATE_NAMES
from kyosei.verdicts.verdict import Verdict
from kyosei.wiring import open_law
from tests.depth import same_examples
from tests.evidence.asking import instant
from tests.verdicts.worlds import (
    ACME,
    BETA,
    HELP,
    HOA,
    LIFE,
    MINH,
    PARTIES,
    Line,
    case_of,
    counted,
    lines_in,
    plain_worlds,
    statements_of,
    without,
    worlds,
)

NEGATIVE = ("breached", "unmet")
DAYS = (45_690, 45_720, 45_745, 45_790, 45_900, 46_000)
"""2025-02-04 to 2025-12-11: within the generated worlds, and after them."""
LATE = instant(46_050)


class Stretch(NamedTuple):
    """Days on which a norm's answer is the same, from the first on."""

    from_day: int
    state: str
    causes: tuple[str, ...]


Key = tuple[str, tuple[tuple[str, str], ...], int]
Histories = dict[Key, list[Stretch]]
_FEW = same_examples(30)
_FEWER = same_examples(8)
_CHOSEN = st.lists(st.integers(0, 1_000), min_size=6, max_size=6)
"""Which of some lines are taken, whatever their number."""


@pytest.fixture(scope="module")
def law() -> Loaded:
    """The law of Japan."""
    return open_law()


def histories(law: Loaded, case: Case, known: int = LATE) -> Histories:
    """The whole timeline of every norm for every instance, by norm and parties, all subjects in one batch."""
    batch = read_batch(case, known, law.law.scopes, law.table)
    everybody = len(batch.parties)
    done = evaluate(law, batch, asked_of(law, batch.number), Reading(batch.known_day, True), 0, everybody)
    segments = done.outputs.segments.tolist()
    found: Histories = {}
    for norm in law.law.norms:
        scope = law.law.scopes.index(norm.latest.scope)
        for subject in range(everybody):
            for instance in range(int(done.counts[subject, scope])):
                start, length = done.outputs.place[int(done.place[subject, norm.output]) + instance].tolist()
                row = int(batch.instances.first[subject, scope]) + instance
                parties = zip(norm.latest.scope.parties, batch.instances.party[row].tolist(), strict=False)
                about = tuple((role, batch.parties[party]) for role, party in parties if party >= 0)
                found[norm.id, about, int(batch.instances.key[row])] = [
                    Stretch(r[DAY], STATE_NAMES[State(r[LO])], causes_of(r[TV]))
                    for r in segments[start : start + length]
                ]
    return found


def states(segments: Sequence[Stretch], day: int) -> Stretch:
    """The stretch in which a day lies."""
    return segments[bisect_right(segments, day, key=lambda s: s.from_day) - 1]


def days_between(*timelines: Sequence[Stretch]) -> Iterator[int]:
    """A day of each stretch in which none of the timelines changes."""
    return iter(sorted({s.from_day for segments in timelines for s in segments}))


def turned_negative(before: Histories, after: Histories) -> list[tuple[Key, int, str, str]]:
    """Where a verdict is negative that was not."""
    found: list[tuple[Key, int, str, str]] = []
    for key, segments in after.items():
        if before.get(key) == segments:
            continue
        for day in days_between(segments, before.get(key, segments)):
            new = states(segments, day).state
            old = states(before[key], day).state if key in before else "absent"
            if new in NEGATIVE and old not in NEGATIVE:
                found.append((key, day, old, new))
    return found


def printed(verdicts: Iterable[Verdict]) -> list[str]:
    """Verdicts as they are printed, in a fixed order."""
    return sorted(json.dumps(v.to_json(), ensure_ascii=False, sort_keys=True) for v in verdicts)


# P01 and P13 -------------------------------------------------------------------------------------------------------------


def presumed(norm_id: str) -> frozenset[str]:
    """The kinds from whose absence a norm draws a NO of its own accord, and those of the norms it refers to.

    Such is an exception that counts only once it is on record (law.jp.on_record), and a relation that a constant YES closes:
    then any kind may tell of an instance ("*"), unless each instance counts only once it is on record, known or not. The
    promises about silence are made for everything else.
    """
    found: set[str] = set()
    for norm in (n for n in NORMS if n.id == norm_id):
        for node in nodes_of(norm):
            if node.op is Op.STATE_IS and node.label is not None and node.label.norm is not None:
                found |= presumed(node.label.norm)
            elif node.op is Op.ON_RECORD:
                found |= {n.question.kind for n in _below(node) if n.question is not None}
            elif node.op is Op.ANY_OF and any(part.op is Op.ON_RECORD for part in node.arguments[0].arguments):
                continue
            elif node.op in (Op.ANY_OF, Op.EVERY, Op.COUNT, Op.TOTAL) and _is_yes(node.arguments[1]):
                found.add("*")
    return frozenset(found)


def _is_yes(node: Node) -> bool:
    """Whether a piece is a constant that is not NO."""
    return node.op is Op.CONST_TRUTH and node.parameters != (NO,)


def _below(node: Node) -> Iterator[Node]:
    yield node
    for argument in node.arguments:
        yield from _below(argument)


PRESUMED = {norm.id: presumed(norm.id) for norm in NORMS}


KINDS_PRESUMED = {
    "bank.account", "employer.profile", "health.enrolment", "health.premium", "pension.acquisition_notice",
    "pension.confirmation_request", "pension.contribution", "pension.coverage_certificate",
    "pension.establishment_payment", "study.enrolment", "support.engagement", "tax.instalment", "work.contract",
    "work.pay",
}  # fmt: skip
"""What any norm may presume nothing of until it is told."""

PRESUMED_ONLY_HERE: dict[str, set[str]] = {
    "jp.immigration.acquisition-permanent-conduct": {"assessment.factor", "family.relation", "residence.application"},
    "jp.immigration.acquisition-permanent-livelihood": {
        "assessment.factor",
        "family.relation",
        "residence.application",
    },
    "jp.immigration.acquisition-permanent-national-interest": {"assessment.factor", "residence.application"},
    "jp.records.answer-correction-request": {"record.correction_request"},
    "jp.immigration.acquisition-without-landing": {"assessment.factor", "residence.application"},
    "jp.immigration.acquisition-status-fit": {"assessment.factor", "residence.application"},
    "jp.immigration.acquisition-reasonable-ground": {"assessment.factor", "residence.application"},
    "jp.immigration.work-permission-no-hindrance": {"assessment.factor", "residence.application"},
    "jp.immigration.work-permission-suitable": {"assessment.factor", "residence.application"},
    "jp.immigration.work-permission-enrolled": {"assessment.factor", "residence.application"},
    "jp.immigration.work-permission-limited-status": {"residence.application"},
    "jp.labour.overtime-as-agreed": {"employer.overtime_agreement"},
    "jp.labour.no-forced-labour": {"work.kept_item", "work.clause"},
    "jp.ssw.supporter-difficulty": {"organisation.change", "support.registration_notice"},
    "jp.esd.papers-not-kept": {"work.kept_item"},
    "jp.immigration.decide-change": {"residence.document_request"},
    "jp.immigration.decide-permanent-residence": {"residence.document_request"},
    "jp.immigration.decide-renewal": {"residence.document_request"},
    "jp.immigration.fee-on-receipt": {"residence.decision"},
    "jp.immigration.work-within-status": {"work.assignment"},
    "jp.immigration.employ-within-status": {"work.assignment"},
    "jp.immigration.part-time-hours": {"work.assignment"},
    "jp.immigration.assistant-needs-no-permission": {"work.assignment"},
    "jp.ssw.supporter-change": {"support.registration"},
    "jp.pension.no-deduction-for-leave": {"pension.leave_exemption"},
    "jp.health.no-deduction-for-leave": {"pension.leave_exemption"},
    "jp.pension.report-bonus": {"work.bonus"},
    "jp.pension.report-two-employers": {"pension.enrolment", "work.employment", "work.foreign_worker_notice"},
    "jp.pension.report-type-change": {"pension.enrolment"},
    "jp.pension.right-to-childcare-exemption": {"family.relation"},
    "jp.pension.standard-remuneration": {"pension.enrolment"},
    "jp.pension.right-to-maternity-exemption": {"family.relation", "pension.enrolment"},
    "jp.health.bonus-deduction-limit": {"work.bonus"},
    "jp.health.right-to-medical-expenses": {"health.national_notice"},
    "jp.pension.right-to-lump-sum": {"pension.enrolment", "pension.lump_sum", "residence.presence", "residence.status"},
    "jp.employment-insurance.no-retaliation": {"employment_insurance.confirmation_request", "work.termination"},
    "jp.labour.overtime-agreed-within-limits": {"employer.overtime_agreement"},
    "jp.labour.trainee-papers-not-kept": {"work.kept_item"},
    "jp.labour.papers-not-kept": {"work.kept_item"},
    "jp.labour.no-penalty-clause": {"work.clause"},
    "jp.labour.no-compulsory-savings": {"work.clause"},
    "jp.labour.annual-leave": {"work.annual_leave"},
    "jp.labour.dismissal-notice": {"work.dismissal_approval"},
    "jp.labour.dismissal-ban": {"work.dismissal_approval"},
    "jp.labour.no-retaliation": {"work.complaint"},
    "jp.labour.closure-pay": {"work.absence"},
    "jp.labour.no-dismissal-for-pregnancy": {"work.absence"},
    "jp.labour.right-to-accident-benefits": {"work.absence"},
    "jp.tax.right-to-lump-sum-refund": {"pension.lump_sum"},
    "jp.residence.right-to-housing-support": {"residence.status"},
    "jp.finance.resident-for-exchange": {"residence.presence"},
    "jp.tax.no-arrears-shown": {"tax.certificate"},
    "jp.residence.move-out-notice": {"person.death"},
    "jp.hsp.points-research": {"residence.points_basis"},
    "jp.hsp.points-technical": {"residence.points_basis"},
    "jp.hsp.points-management": {"residence.points_basis"},
    "jp.hsp.special": {"residence.points_basis"},
    "jp.pr.years-of-residence": {
        "assessment.factor",
        "family.relation",
        "residence.application",
        "residence.decision",
        "residence.points_basis",
        "residence.recognition",
        "residence.status",
    },
    "jp.pr.longest-period": {"residence.decision"},
    "jp.pr.resident-tax": {"family.relation", "residence.points_basis"},
    "jp.pr.good-conduct": {"assessment.factor", "family.relation", "residence.application"},
    "jp.pr.livelihood": {"assessment.factor", "family.relation", "residence.application", "residence.recognition"},
    "jp.pr.landing-criteria": {"assessment.factor", "residence.application"},
    "jp.pr.public-health": {"assessment.factor", "residence.application"},
    "jp.pr.national-interest": {"assessment.factor", "residence.application"},
    "jp.pr.permanent-residence": {
        "assessment.factor",
        "family.relation",
        "residence.application",
        "residence.decision",
        "residence.points_basis",
        "residence.recognition",
        "residence.status",
    },
    "jp.stay.status-fit": {"assessment.factor", "residence.application"},
    "jp.stay.activity": {"assessment.factor", "residence.application"},
    "jp.stay.conduct": {"assessment.factor", "residence.application"},
    "jp.stay.livelihood": {"assessment.factor", "residence.application"},
    "jp.stay.tax-and-premiums": {"assessment.factor", "residence.application"},
    "jp.stay.notices": {"assessment.factor", "residence.application"},
    "jp.ssw.five-years": {
        "assessment.factor",
        "residence.application",
        "residence.status",
        "work.absence",
        "work.foreign_worker_notice",
    },
    "jp.ssw.no-deposit": {"recruitment.deposit"},
    "jp.ssw.fee-understood": {"recruitment.fee"},
    "jp.immigration.host-notice-plan": {"support.plan"},
    "jp.immigration.host-notice-difficulty": {"organisation.change", "work.dismissal_notice"},
    "jp.stay.landing-criteria": {"assessment.factor", "residence.application", "residence.declared_conditions"},
    "jp.immigration.permanent-public-charges": {"conduct.penalty"},
    "jp.ssw.skill-test": {"assessment.factor", "residence.application", "residence.status"},
    "jp.ssw.japanese-test": {"assessment.factor", "residence.application", "residence.status"},
    "jp.ssw.home-country-procedure": {"assessment.factor", "home_country.procedure", "residence.application"},
    "jp.ssw.charges-agreed": {"residence.application", "residence.declared_conditions"},
    "jp.ssw.host-meets-standards": {
        "assessment.factor",
        "recruitment.deposit",
        "residence.application",
        "residence.declared_conditions",
        "work.kept_item",
    },
    "jp.esd.move-at-own-wish": {"training.plan"},
    "jp.esd.move-when-unavoidable": {"employer.finding", "work.kept_item"},
}
"""What only these norms may: an exception or a bar that an office's act, a finding or a request brings about, and a ban on
what nobody records (decision 86)."""


def hurt(law: Loaded, whole: Case, less: Case, kinds: set[str]) -> list[tuple[Key, int, str, str]]:
    """Where the loss of lines of these kinds made a verdict negative, though the norm presumes nothing about them.

    No hurt is what the loss only brings into play: without the line that ended a relation, others say that it goes on, and
    what the norm asks for was not so before either: the norm was out of play, or it was open whether it was in play. Nor
    what follows from a relation that now begins when the lines that are left say it does (decision 4).
    """
    return [
        (key, day, old, new)
        for key, day, old, new in turned_negative(histories(law, whole), histories(law, less))
        if not PRESUMED[key[0]] & {*kinds, "*"}
        and not (old in ("not_applicable", "open") and was_not_so(law, whole, key, day))
        and beginning(law, whole, key) == beginning(law, less, key)
    ]


def beginning(law: Loaded, case: Case, key: Key) -> int:
    """The day from which the relation of a verdict is said to exist; -1 if nobody tells of it."""
    batch = read_batch(case, LATE, law.law.scopes, law.table)
    scope = find_norm(law, key[0]).scope
    subject = batch.number.get(key[1][0][1], -1)
    first = int(batch.instances.first[subject, scope]) if subject >= 0 else 0
    for row in range(first, first + int(batch.instances.total[subject, scope]) if subject >= 0 else first):
        parties = [batch.parties[party] for party in batch.instances.party[row].tolist() if party >= 0]
        if parties == [party for _, party in key[1]] and int(batch.instances.key[row]) == key[2]:
            return int(batch.instances.first_day[row])
    return -1


def was_not_so(law: Loaded, case: Case, key: Key, day: int) -> bool:
    """Whether what a norm asks for, be it in play or not, was surely not so on a day."""
    norm = find_norm(law, key[0])
    subject = key[1][0][1]
    for examined in examine(law, case, LATE, [subject]):
        for instance in range(examined.instances(norm)):
            if (tuple(examined.about(norm, instance).items()), examined.key(norm, instance)) == key[1:]:
                nodes = examined.nodes(norm, instance)
                asked = list(norm.versions[-1].pieces.values())[1]
                return nodes.cell(asked, day).tv == NO
    return False


def test_p01_no_norm_draws_a_no_from_silence_alone() -> None:
    """No norm accuses anybody because a line is not there; exceptions that count once told are listed by kind."""
    assert [norm for norm, kinds in PRESUMED.items() if "*" in kinds] == []
    further = {norm: kinds - KINDS_PRESUMED for norm, kinds in PRESUMED.items() if kinds - KINDS_PRESUMED}
    assert further == PRESUMED_ONLY_HERE


@_FEW
@given(plain_worlds(), st.booleans(), _CHOSEN)
def test_p01_removing_any_statement_makes_no_verdict_negative(
    law: Loaded, lines: list[Line], covered: bool, chosen: list[int]
) -> None:
    lines = [line for line in lines if covered or line["type"] != "coverage"]
    case, said = case_of(lines), statements_of(lines)
    for line in {str(said[n % len(said)]["id"]): said[n % len(said)] for n in chosen if said}.values():
        assert hurt(law, case, without(case, [str(line["id"])]), {str(line["kind"])}) == [], line


_FAULTS = st.lists(st.sampled_from(("none", "dropped", "delayed", "corrupted")), min_size=30, max_size=30)


@_FEW
@given(plain_worlds(), st.integers(0, 1_000), _FAULTS)
def test_p13_no_fault_in_a_source_turns_an_answer_negative(
    law: Loaded, lines: list[Line], number: int, faults: list[str]
) -> None:
    """Some of its lines are dropped, come without their fields, or come only after the known instant."""
    sources = sorted({str(line["source"]) for line in lines}) or [ACME]
    source = sources[number % len(sources)]
    faulty: list[Line] = []
    hit: set[str] = set()
    for line, fault in zip(lines, faults, strict=False):
        if line["source"] != source or fault == "none":
            faulty.append(line)
            continue
        hit.add(str(line.get("kind")))
        if fault == "delayed":
            faulty.append({**line, "recorded_at": "2026-06-01T00:00:00+09:00"})
        elif fault == "corrupted" and line["type"] == "statement":
            faulty.append({**line, "data": {}})
    case = case_of(lines[: len(faults)])
    assert hurt(law, case, case_of(faulty), hit) == [], source


# P02 ---------------------------------------------------------------------------------------------------------------------


def _performed_by_events(norm_body: Duty) -> bool:
    """Whether only the record of an event can deny the performance."""
    stack = [norm_body.performed.node]
    while stack:
        node = stack.pop()
        if node.question is not None and node.question.value in ("paid_on",):
            return False
        if node.op is Op.NOT or (node.question is not None and node.question.kind == "work.employment"):
            return False
        stack.extend(node.arguments)
    return True


@_FEW
@given(worlds())
def test_p02_without_coverage_nothing_is_definitely_not_done(law: Loaded, lines: list[Line]) -> None:
    case = case_of([line for line in lines if line["type"] != "coverage" and not _is_about_coverage(line)])
    events = {n.id for n in NORMS if isinstance(n.body, Duty) and _performed_by_events(n.body)}
    assert "jp.pension.report-acquisition" in events
    for key, segments in histories(law, case).items():
        if key[0] in events:
            assert not any(s.state == "breached" for s in segments), key


def _is_about_coverage(line: Line) -> bool:
    return str(line.get("target", "")).startswith(("c-", "d-"))


@_FEWER
@given(worlds(), st.sampled_from(DAYS))
def test_p02_what_is_open_names_what_would_settle_it(law: Loaded, lines: list[Line], day: int) -> None:
    for verdict in check(law, case_of(lines), on=day):
        if verdict.state == "open":
            assert verdict.needs is not None, verdict
        else:
            assert verdict.needs is None


# P03 ---------------------------------------------------------------------------------------------------------------------


def _year_of(person: str, yen: int) -> Line:
    return {"type": "statement", "id": "income", "kind": "tax.income", "source": "municipality:kita",
            "about": {"person": person}, "from": "2025-01-01", "until": "2026-01-01",
            "data": {"salary_yen": yen, "income_yen": yen}, "stated_at": "2026-01-10T00:00:00+09:00"}  # fmt: skip


@_FEW
@given(worlds(), st.sampled_from((0, 1_000_000, 9_000_000)))
def test_p03_a_yearly_amount_changes_no_verdict_about_shorter_periods(law: Loaded, lines: list[Line], yen: int) -> None:
    yearly = {norm.id for norm in NORMS if any(kind == "tax.income" for kind, _ in fields_read(norm))}
    known = instant(46_100)
    before, after = (histories(law, case_of(some), known) for some in (lines, [*lines, _year_of(MINH, yen)]))
    for key, segments in before.items():
        if key[0] not in yearly:
            assert after[key] == segments, key


@_FEW
@given(st.integers(0, 2_000), st.sampled_from((31, 59, 90)))
def test_p03_with_coarse_evidence_only_a_shorter_period_is_open(law: Loaded, hours: int, length: int) -> None:
    """Hours of a month or more never decide a week, unless even all of them would be within the limit."""
    until = {31: "2025-03-04", 59: "2025-04-01", 90: "2025-05-02"}[length]
    coarse = {"type": "statement", "id": "coarse", "kind": "work.hours", "source": BETA,
              "about": {"person": MINH, "employer": BETA}, "from": "2025-02-01", "until": until,
              "data": {"hours": hours}, "stated_at": f"{until}T12:00:00+09:00"}  # fmt: skip
    permission = {"type": "statement", "id": "permission", "kind": "residence.work_permission", "source": "authority:isa",
                  "about": {"person": MINH}, "from": "2024-12-01", "data": {"scope": "comprehensive_28_hours"},
                  "stated_at": "2024-12-01T12:00:00+09:00"}  # fmt: skip
    life = [line for line in LIFE if line["id"] in ("l-study", "l-student", "l-shop")]
    for segment in histories(law, case_of([*life, permission, coarse]))[
        ("jp.immigration.part-time-hours", (("person", MINH),), -1)
    ]:
        if 45_695 <= segment.from_day < 45_710:
            assert segment.state == "open"


# P04 ---------------------------------------------------------------------------------------------------------------------

_OTHERS: dict[str, object] = {"nationality": "NP", "sex": "male", "birthplace": "elsewhere", "languages": ["ne"],
                              "language": "ne"}  # fmt: skip


def _replaced(line: Line) -> Line:
    if line["type"] == "statement" and isinstance(line["data"], dict):
        protected = {field for kind, field in PROTECTED if kind == line["kind"]}
        return {**line, "data": {n: _OTHERS[n] if n in protected else v for n, v in line["data"].items()}}
    return line


@_FEWER
@given(worlds(), st.sampled_from(DAYS))
def test_p04_replacing_protected_attributes_changes_nothing(law: Loaded, lines: list[Line], day: int) -> None:
    declared = {norm.id for norm in NORMS if norm.reads}
    case = case_of(lines)
    parties = {name: replace(party, names=()) for name, party in case.parties.items()}
    other = replace(case_of([_replaced(line) for line in lines]), parties=parties)
    before, after = (
        printed(v for v in check(law, each, on=day) if v.norm not in declared) for each in (case, other)
    )  # fmt: skip
    assert before == after


@pytest.mark.parametrize("norm", NORMS, ids=[norm.id for norm in NORMS])
def test_p04_a_norm_reads_only_the_protected_attributes_that_it_declares(norm: object) -> None:
    found = next(n for n in NORMS if n is norm)
    read = {PROTECTED[pair] for pair in fields_read(found) if pair in PROTECTED}
    assert read <= {reads.attribute for reads in found.reads}
    assert trees_of(found)


def test_p04_every_protected_field_is_one_of_the_vocabulary() -> None:
    fields = {(kind.facts.name, field) for kind in KINDS for field in kind.fields}
    assert set(PROTECTED) <= fields


# P06 ---------------------------------------------------------------------------------------------------------------------


@_FEWER
@given(worlds(), st.sampled_from(DAYS))
def test_p06_every_breach_has_exactly_one_bearer(law: Loaded, lines: list[Line], day: int) -> None:
    case = case_of(lines)
    for verdict in check(law, case, on=day):
        if verdict.kind in ("duty", "limit") and verdict.state in NEGATIVE:
            assert verdict.bearer is not None
            assert [a.party for a in verdict.attribution] == [verdict.bearer]
            if verdict.bearer in (ACME, BETA, HELP):
                assert not any(case.parties[a.party].is_person for a in verdict.attribution)
        elif verdict.kind in ("requirement", "status", "right"):
            assert verdict.bearer is None


def test_p06_the_lives_do_hold_breaches(law: Loaded) -> None:
    """Else the promises about breaches would be kept by there being none."""
    states_seen = {(v.norm, v.state) for day in DAYS for v in check(law, case_of(LIFE), on=day)}
    negative = {norm for norm, state in states_seen if state in NEGATIVE}
    assert len(negative) >= 4, states_seen


# P10 and P28 -------------------------------------------------------------------------------------------------------------


_NOTHING = [Stretch(0, "not_applicable", ())]
"""What a norm answers about an instance that nobody told of."""


def _disputed(case: Case, target: str, by: str) -> Case:
    at = instant(46_010)
    return replace(case, disputes=(*case.disputes, Dispute("d-new", target, by, "wrong", at, at)))


@_FEW
@given(plain_worlds())
def test_p10_a_persons_dispute_opens_every_verdict_that_rests_on_the_line(law: Loaded, lines: list[Line]) -> None:
    """A verdict rests on a line if it would be another one without it, open or not.

    Until the deadline a duty is due with or without a record of its performance, and what was done is met with or without
    a record that it had to be done. A relation that nobody else tells of is not looked at, unless the line is the very
    record that the relation stands for.
    """
    case = case_of(lines)
    before = histories(law, case)
    for line in lines_in(case)[:6]:
        by = MINH if line.source == HOA else HOA
        gone, open_ = histories(law, without(case, [line.id])), histories(law, _disputed(case, line.id, by))
        for key, segments in before.items():
            if key not in gone and key[2] < 0:
                continue
            others = gone.get(key, _NOTHING)
            for day in days_between(segments, others, open_[key]):
                with_it, without_it = states(segments, day).state, states(others, day).state
                if with_it not in ("open", without_it):
                    disputed = states(open_[key], day).state
                    done_anyway = (with_it, without_it, disputed) == ("not_applicable", "met", "met")
                    assert disputed == "open" or disputed == without_it == "due" or done_anyway, (line.id, key, day)


@_FEW
@given(worlds(), _CHOSEN)
def test_p28_an_organisation_cannot_open_its_own_breach_by_disputing(
    law: Loaded, lines: list[Line], chosen: list[int]
) -> None:
    case = case_of(lines)
    before = histories(law, case)
    roles = {norm.id: norm.latest.bearer for norm in law.law.norms}
    for bearer in (ACME, BETA):
        about_it = [line for line in lines_in(case) if bearer in line.about.values()]
        for line in {about_it[n % len(about_it)].id: about_it[n % len(about_it)] for n in chosen if about_it}.values():
            after = histories(law, _disputed(case, line.id, bearer))
            for key, segments in before.items():
                if dict(key[1]).get(roles[key[0]] or "") != bearer:
                    continue
                for day in days_between(segments, after[key]) if segments != after[key] else ():
                    if states(segments, day).state in NEGATIVE:
                        assert states(after[key], day).state in NEGATIVE, (line, key, day)


def test_p28_no_bearer_keeps_the_record_that_its_own_performance_is_matched_with() -> None:
    """Else it could open its breach by noting nearly the right day (decision 0018)."""
    kinds = {kind.facts.name: kind.facts for kind in KINDS}
    matched = [norm for norm in NORMS if isinstance(norm.body, Duty) and norm.body.matched_by_day]
    assert matched
    for norm in matched:
        assert isinstance(norm.body, Duty)
        question = norm.body.performed.node.question
        assert question is not None, norm.id
        keepers = {holder.role for holder in kinds[question.kind].holders if isinstance(holder, TheParty)}
        assert norm.bearer not in keepers, norm.id


@_FEW
@given(plain_worlds(), st.sampled_from(("2027-06-01", "2030-01-01")))
def test_p28_a_silent_source_never_becomes_a_no(law: Loaded, lines: list[Line], later: str) -> None:
    """Coverages without end whose sources have fallen silent say nothing about the days since."""
    open_ended = [{**line, "until": None} if line["type"] == "coverage" else line for line in lines]
    pulse = {
        "type": "heartbeat",
        "id": "h-later",
        "source": "authority:reviewer",
        "stated_at": f"{later}T00:00:00+09:00",
    }
    case = case_of([*counted(open_ended), pulse])
    silent = {c.id for c in case.coverages}
    known = next(h.recorded_at for h in case.heartbeats if h.id == "h-later")
    with_them, without_them = histories(law, case, known), histories(law, without(case, silent), known)
    for key, segments in with_them.items():
        for day in days_between(segments, without_them[key]):
            if day > 46_060 and states(segments, day).state == "unmet":
                assert states(without_them[key], day).state == "unmet", (key, day)


# P18, P19 and P26 --------------------------------------------------------------------------------------------------------


@_FEWER
@given(st.data(), st.sampled_from(DAYS))
def test_p18_no_order_of_lines_or_files_changes_a_verdict(law: Loaded, data: st.DataObject, day: int) -> None:
    lines = data.draw(worlds())
    texts = [json.dumps(line).encode() for line in data.draw(st.permutations([*PARTIES, *lines]))]
    half = data.draw(st.integers(0, len(texts)))
    files = [("b", b"\n".join(texts[half:])), ("a", b"\n".join(texts[:half]))]
    assert printed(check(law, read_case(files), on=day, known=LATE)) == printed(
        check(law, case_of(lines), on=day, known=LATE)
    )


@_FEWER
@given(worlds(), st.sampled_from(DAYS))
def test_p18_a_batch_equals_its_subjects_one_by_one(law: Loaded, lines: list[Line], day: int) -> None:
    case = case_of(lines)
    single: list[Verdict] = []
    for subject in reversed(subjects_of(case, LATE)):
        for examined in examine(law, case, LATE, [subject]):
            for norm in law.law.norms:
                verdicts = [judge(examined, norm, i, day) for i in range(examined.instances(norm))]
                single += [v for v in verdicts if v.state != "not_applicable"]
    together = check(law, case, on=day, known=LATE, goals=sorted(goals_of(law.law)))
    assert printed(together) == printed(single)


@_FEWER
@given(worlds(), st.sampled_from(DAYS))
def test_p18_what_is_asked_about_a_party_is_what_names_it_of_all_that_is_said(
    law: Loaded, lines: list[Line], day: int
) -> None:
    case = case_of(lines)
    everything = check(law, case, on=day, known=LATE)
    for party in case.parties:
        of_it = [v for v in everything if party in v.about.values()]
        assert printed(check(law, case, on=day, known=LATE, about=[party])) == printed(of_it)


@_FEWER
@given(worlds(), st.integers(1, 5))
def test_p18_no_partition_changes_a_timeline(law: Loaded, lines: list[Line], size: int) -> None:
    batch = read_batch(case_of(lines), LATE, law.law.scopes, law.table)

    def timelines(size: int, threads: int) -> tuple[list[object], list[object]]:
        found: tuple[list[object], list[object]] = ([], [])
        for part in evaluate_many(law, batch, threads=threads, size=size, readings=(True, False)):
            for reading, rows in zip(part.readings, found, strict=True):
                places = [(start, length) for start, length in reading.outputs.place.tolist() if length]
                rows += [reading.outputs.segments[start : start + length].tolist() for start, length in places]
        return found

    assert timelines(1_000, 1) == timelines(size, 2)


@_FEW
@given(worlds())
def test_p19_past_its_review_date_a_verdict_on_a_known_day_is_open_law(law: Loaded, lines: list[Line]) -> None:
    late = {
        "type": "heartbeat",
        "id": "h-2029",
        "source": "authority:reviewer",
        "stated_at": "2029-06-01T00:00:00+09:00",
    }
    case = case_of([*lines, late])
    known = next(h.recorded_at for h in case.heartbeats if h.id == "h-2029")
    for key, segments in histories(law, case, known).items():
        norm = next(n for n in law.law.norms if n.id == key[0]).latest
        for day in (norm.review_on + 1, 47_268):  # 47268 is the known day
            assert (states(segments, day).state, states(segments, day).causes) == ("open", ("law",))
    early = histories(law, case_of(lines), LATE)
    for key, segments in early.items():  # a day that is not known yet is past no review: the law projects
        norm = next(n for n in law.law.norms if n.id == key[0]).latest
        assert norm.force.until_day < 47_000 or states(segments, norm.review_on + 1) == states(segments, norm.review_on)


@_FEWER
@given(worlds(), worlds(), st.sampled_from(DAYS))
def test_p26_a_replay_at_its_own_known_instant_is_bit_identical(
    law: Loaded, lines: list[Line], later: list[Line], day: int
) -> None:
    """Also after later lines have come: nothing recorded after the instant is looked at."""
    known = instant(46_020)
    then = [v.to_json() for v in check(law, case_of(lines), on=day, known=known)]
    renamed = json.loads(_renamed(json.dumps(later)))
    came = [{**line, "recorded_at": "2026-06-01T00:00:00+09:00"} for line in renamed]
    now = [v.to_json() for v in check(law, case_of([*lines, *came]), on=day, known=known)]
    assert json.dumps(then) == json.dumps(now)


def _renamed(text: str) -> str:
    for prefix in ("s-", "d-", "r-", "w-", "l-", "c-", "h-"):
        text = text.replace(f'"{prefix}', f'"later-{prefix}')
    return text
