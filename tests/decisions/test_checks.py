"""Each check of the process has a dossier that fails exactly it, and one dossier passes all of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest

from kyosei.decisions.checks.examining import Examining, Neighbour
from kyosei.decisions.checks.listed import CHECKS, checked
from kyosei.decisions.dossier import (
    Conduct,
    Departure,
    Direction,
    Dossier,
    Fact,
    Like,
    Outcome,
    Proven,
    Result,
    Sentence,
    Submission,
    Tool,
    Weight,
    Without,
)
from kyosei.decisions.drafting import Read
from kyosei.decisions.shape import Day, Instant
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.evaluate import Loaded
from tests.decisions.deciding import HOA, Deciding, granting, refusing
from tests.journal.server import Server

ACME = "org:acme"
Change = Callable[[Examining], Examining]


@dataclass(frozen=True)
class Said:
    """A prober that answers what it was told."""

    states: Mapping[tuple[str, int], str]
    others: Sequence[str] = ()

    def without(self, ids: Collection[str]) -> Mapping[tuple[str, int], str]:
        return self.states

    def turned(self) -> Sequence[str]:
        return self.others


@dataclass(frozen=True)
class Both:
    """A permission and a refusal that pass, with the office's own prober."""

    permission: Examining
    refusal: Examining


@pytest.fixture(scope="module")
def both(server: Server, law: Loaded) -> Iterator[Both]:
    with server.fresh() as engine:
        deciding = Deciding.on(engine, law)
        permission = examining(deciding, deciding.read(), granting(deciding.drafted()))
        deciding.found("status_fit", "no")
        deciding.setting.world.later()
        yield Both(permission, examining(deciding, deciding.read(), refusing(deciding.drafted())))


def examining(deciding: Deciding, read: Read, dossier: Dossier) -> Examining:
    return Examining(dossier, read.procedure, deciding.now, read.evaluator, ())


def failing(examined: Examining) -> dict[str, Proven]:
    return {one.check: one.came_to for one in checked(examined) if one.came_to is not Proven.PASS}


def opinion(change: Callable[[Dossier], Mapping[str, object]]) -> Change:
    """The same with something else in the opinion."""

    def changed(examined: Examining) -> Examining:
        dossier = examined.dossier
        return replace(
            examined,
            dossier=replace(dossier, opinion=replace(dossier.opinion, **change(dossier))),  # type: ignore[arg-type]
        )

    return changed


def assembled(change: Callable[[Dossier], Mapping[str, object]]) -> Change:
    """The same with something else in what is assembled."""

    def changed(examined: Examining) -> Examining:
        dossier = examined.dossier
        return replace(
            examined,
            dossier=replace(dossier, assembled=replace(dossier.assembled, **change(dossier))),  # type: ignore[arg-type]
        )

    return changed


def weighed(id_: str, **other: object) -> Callable[[Dossier], Mapping[str, object]]:
    """One factor weighed otherwise."""

    def change(dossier: Dossier) -> Mapping[str, object]:
        factors = dossier.opinion.factors
        return {"factors": tuple(replace(one, **other) if one.id == id_ else one for one in factors)}  # type: ignore[arg-type]

    return change


def with_prohibited(dossier: Dossier) -> Mapping[str, object]:
    like = dossier.opinion.factors[0]
    card = replace(
        like, id="health_insurance_card_not_shown", weight=Weight.SOME, without=Without.SAME, reason="no card was shown"
    )
    return {"factors": (*dossier.opinion.factors, card)}


def employers_breach(dossier: Dossier) -> Mapping[str, object]:
    """What an employer left undone stands behind a requirement whose factor says nothing of the employer."""
    return {
        "findings": tuple(
            replace(one, attribution=(Conduct(ACME, "jp.labour.minimum-wage", True),))
            if one.norm == "jp.stay.conduct"
            else one
            for one in dossier.assembled.findings
        )
    }


def copied(examined: Examining) -> Examining:
    """Reasons like those of another dossier, whose facts are others."""
    texts = tuple(one.text for one in examined.opinion.reasons)
    return replace(examined, neighbours=(Neighbour("d" * 64, "another key", texts),))


def disputed_fact(examined: Examining) -> Examining:
    """A record behind the refusal is disputed, and without it the requirement is no longer unmet."""
    finding = next(one for one in examined.assembled.findings if one.norm == "jp.stay.status-fit")
    facts = tuple(replace(one, disputed=one.id in finding.facts) for one in examined.assembled.facts)
    changed = assembled(lambda dossier: {"facts": facts})(examined)
    return replace(changed, prober=Said({(finding.norm, -1): "open"}))


def late_fact(dossier: Dossier) -> Mapping[str, object]:
    first, *rest = dossier.assembled.facts
    return {"facts": (replace(first, recorded=Instant(dossier.assembled.as_of.known + 1)), *rest)}


DAY_BEFORE = Day(day_from_date(date(2026, 11, 21)))
POINT = Submission("submission-1", "The contract was renewed.", HOA, DAY_BEFORE, "", ())
TOOL = Tool("drafting-help", "1.0", "", True, "")
OF_A_PERMISSION: Mapping[str, Change] = {
    "sealed-before-notice": opinion(lambda d: {"notice": replace(d.opinion.notice, day=DAY_BEFORE)}),
    "delegation-valid": opinion(lambda d: {"authority": replace(d.opinion.authority, delegation=replace(
        d.opinion.authority.delegation, until_day=DAY_BEFORE  # type: ignore[type-var]  # is one
    ))}),
    "reasons-supported": opinion(lambda d: {"reasons": (*d.opinion.reasons, Sentence("It is usual.", ()))}),
    "mandatory-factors-considered": opinion(weighed("conduct", considered=False)),
    "no-prohibited-factor": opinion(with_prohibited),
    "discretion-within-bounds": opinion(lambda d: {"outcome": replace(d.opinion.outcome, period="P2Y")}),
    "facts-known": assembled(late_fact),
    "submissions-answered": opinion(lambda d: {"submissions": (POINT,)}),
    "others-conduct-attributed": assembled(employers_breach),
    "departures-reasoned": assembled(lambda d: {"like": (Like("e" * 64, Result.GRANTED, "P5Y"),)}),
    "decisive-factors-consistent": opinion(weighed("status_fit", without=Without.SAME)),
    "no-boilerplate": copied,
    "notice-understood": opinion(lambda d: {"notice": replace(d.opinion.notice, understood_because="")}),
    "tools-on-record": opinion(lambda d: {"tools": (TOOL,)}),
    "family-considered": opinion(lambda d: {"impact": replace(d.opinion.impact, family=True)}),
    "same-for-everybody": lambda one: replace(one, prober=Said({}, ("jp.stay.conduct",))),
    "period-reasoned": opinion(lambda d: {"period_reasons": ()}),
}  # fmt: skip
OF_A_REFUSAL: Mapping[str, Change] = {
    "lesser-measure-examined": opinion(lambda d: {"alternatives": ()}),
    "nothing-adverse-on-open-parts": disputed_fact,
    "notice-understood": opinion(lambda d: {"notice": replace(d.opinion.notice, remedy=None)}),
}


def test_a_permission_and_a_refusal_pass_every_check(both: Both) -> None:
    assert failing(both.permission) == {}
    assert failing(both.refusal) == {}
    assert [one.check for one in checked(both.permission)] == [one.id for one in CHECKS]


def test_every_check_has_a_dossier_that_fails_it() -> None:
    assert {*OF_A_PERMISSION, *OF_A_REFUSAL} == {one.id for one in CHECKS}


@pytest.mark.parametrize("check", OF_A_PERMISSION)
def test_a_permission_fails_exactly_this_check(both: Both, check: str) -> None:
    assert failing(OF_A_PERMISSION[check](both.permission)) == {check: Proven.FAIL}


@pytest.mark.parametrize("check", OF_A_REFUSAL)
def test_a_refusal_fails_exactly_this_check(both: Both, check: str) -> None:
    assert failing(OF_A_REFUSAL[check](both.refusal)) == {check: Proven.FAIL}


@pytest.mark.parametrize(
    ("change", "check"),
    [
        (lambda one: replace(one, prober=None), "same-for-everybody"),
        (lambda one: replace(one, neighbours=None), "no-boilerplate"),
        (opinion(lambda d: {"authority": replace(d.opinion.authority, delegation=None)}), "delegation-valid"),
        (opinion(lambda d: {"impact": replace(d.opinion.impact, family=None)}), "family-considered"),
        (opinion(weighed("status_fit", without=None)), "decisive-factors-consistent"),
    ],
)
def test_what_is_not_told_no_check_can_tell(both: Both, change: Change, check: str) -> None:
    assert failing(change(both.permission)) == {check: Proven.CANNOT_TELL}


def test_a_refusal_on_a_requirement_that_is_open_fails(both: Both) -> None:
    """The permission's records leave it open whether she works; a refusal cannot rest on that."""
    dossier = both.permission.dossier
    gap = dossier.assembled.gaps[0]
    behind = next(one for one in dossier.assembled.findings if one.id in gap.findings)
    refused = replace(
        refusing(replace(both.permission.dossier, opinion=both.permission.opinion)),
        assembled=dossier.assembled,
    )
    said = replace(
        refused.opinion, reasons=(Sentence("Whether there is work is not known.", (behind.id, "status_fit")),)
    )
    found = failing(replace(both.permission, dossier=replace(refused, opinion=said)))
    assert found == {"nothing-adverse-on-open-parts": Proven.FAIL}


def test_records_that_change_nothing_may_be_disputed(both: Both) -> None:
    """A dispute about a record on which the refusal does not rest leaves it as it is: deleted, it says the same."""
    other = Fact("somebody-says", "home.registration", "municipality:m", "statement", disputed=True)
    changed = assembled(lambda dossier: {"facts": (*dossier.assembled.facts, other)})(both.refusal)
    assert failing(changed) == {}


def test_a_permission_for_which_a_necessary_requirement_is_not_met_is_out_of_bounds(both: Both) -> None:
    granted = replace(both.refusal, dossier=granting(both.refusal.dossier))
    assert failing(granted) == {"discretion-within-bounds": Proven.FAIL}


def test_an_employers_breach_held_against_the_person_fails(both: Both) -> None:
    changed = assembled(employers_breach)(both.permission)
    named = opinion(weighed("conduct", conduct=ACME))(changed)
    assert failing(named) == {}
    held = opinion(
        weighed("conduct", conduct=ACME, direction=Direction.AGAINST, weight=Weight.SOME, without=Without.SAME)
    )(changed)
    assert failing(held) == {"others-conduct-attributed": Proven.FAIL}


def test_a_departure_from_a_like_case_that_is_reasoned_passes(both: Both) -> None:
    changed = OF_A_PERMISSION["departures-reasoned"](both.permission)
    reasoned = opinion(lambda d: {"departures": (Departure("e" * 64, "there the contract ran longer"),)})(changed)
    assert failing(reasoned) == {}


def test_a_hidden_ground_is_found(both: Both) -> None:
    """What decides and is in no sentence of the reasons."""
    hidden = opinion(weighed("livelihood", weight=Weight.DECISIVE, without=Without.OTHER))(both.permission)
    assert failing(hidden) == {"reasons-supported": Proven.FAIL}


def test_an_unlisted_outcome_of_a_refusal_is_out_of_bounds(both: Both) -> None:
    said = opinion(lambda d: {"outcome": Outcome(Result.REFUSED, period="P1Y")})(both.refusal)
    assert failing(said) == {"discretion-within-bounds": Proven.FAIL}


def test_every_check_asks_in_three_languages() -> None:
    for one in CHECKS:
        assert all((one.asks.ja, one.asks.easy, one.asks.en))
    assert len({one.id for one in CHECKS}) == len(CHECKS) == 19
