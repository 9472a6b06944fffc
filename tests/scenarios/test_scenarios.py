"""The scenarios S1 to S4 and S9 through the command line, on sample lives: the whole answer, and what matters in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.scenarios.process import checked, sample, whole

ON = "2026-11-21"
NEGATIVE = ("late", "breached", "unmet")


@dataclass(frozen=True)
class Scenario:
    """A scenario of PROMISES: whose life it is and in which sample files."""

    name: str
    person: str
    files: tuple[str, ...]

    def answer(self) -> str:
        """What the command says about the life."""
        return checked(*(sample(file) for file in self.files), on=ON)

    def verdicts(self) -> list[dict[str, object]]:
        """Its verdicts."""
        found = json.loads(self.answer())["verdicts"]
        assert isinstance(found, list)
        return found

    def states(self, norm: str, *about: str) -> list[object]:
        """The states of a norm about exactly these parties."""
        return [v["state"] for v in self.verdicts() if v["norm"] == norm and _parties(v) == set(about)]

    def bearers_of_what_failed(self) -> set[object]:
        """Whose duties and limits are late, breached or not kept."""
        failed = [v for v in self.verdicts() if v["kind"] in {"duty", "limit"} and v["state"] in NEGATIVE]
        return {verdict["bearer"] for verdict in failed}


def _parties(verdict: dict[str, object]) -> set[str]:
    about = verdict["about"]
    assert isinstance(about, dict)
    return set(about.values())


BANK = Scenario("s1-the-bank-in-the-special-period", "person:sita", ("offices", "sita"))
PERMANENT = Scenario("s2-permanent-residence-pending", "person:marina", ("marina",))
NEVER_ENROLLED = Scenario("s3-deducted-but-never-enrolled", "person:duc", ("duc",))
CERTIFICATE = Scenario("s4-a-yearly-certificate-and-a-student", "person:bikash", ("bikash",))
JOB_CHANGED = Scenario("s9-job-changed", "person:jerome", ("jerome",))
SCENARIOS = (BANK, PERMANENT, NEVER_ENROLLED, CERTIFICATE, JOB_CHANGED)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_the_whole_answer_is_the_golden_one(scenario: Scenario) -> None:
    whole(scenario.answer(), scenario.name)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_nothing_failed_that_was_the_persons_to_do(scenario: Scenario) -> None:
    assert scenario.person not in scenario.bearers_of_what_failed()


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_whatever_failed_is_put_down_to_its_one_bearer(scenario: Scenario) -> None:
    for verdict in scenario.verdicts():
        if verdict["kind"] in {"duty", "limit"} and verdict["state"] in NEGATIVE:
            assert verdict["attribution"] == [{"party": verdict["bearer"], "norm": verdict["norm"]}]


def test_s1_the_stay_goes_on_and_the_bank_is_in_the_wrong() -> None:
    assert BANK.states("jp.immigration.lawful-stay", "person:sita") == ["met"]
    both = ("person:sita", "org:minami-bank")
    assert BANK.states("jp.finance.registered-stay-current", *both) == ["unmet"]
    assert BANK.states("jp.finance.stay-not-treated-as-expired", *both) == ["unmet"]
    assert BANK.bearers_of_what_failed() == {"org:minami-bank", "authority:isa"}
    assert BANK.states("jp.immigration.decide-renewal", "person:sita") == ["unmet"]


def test_s1_two_months_after_the_expiry_are_the_end_of_it() -> None:
    stay = next(v for v in BANK.verdicts() if v["norm"] == "jp.immigration.lawful-stay")
    following = stay["next"]
    assert isinstance(following, dict)
    assert following["on"] == "2027-01-06"


def test_s2_she_is_warned_two_months_ahead_because_permanent_residence_extends_nothing() -> None:
    (notice,) = (v for v in PERMANENT.verdicts() if v["norm"] == "jp.immigration.apply-before-expiry")
    assert (notice["state"], notice["due"], notice["bearer"]) == ("due", "2027-01-16", "person:marina")
    (stay,) = (v for v in PERMANENT.verdicts() if v["norm"] == "jp.immigration.lawful-stay")
    following = stay["next"]
    assert isinstance(following, dict)
    assert following["on"] == "2027-01-17"
    assert following["state"] != "met"


def test_s3_the_employer_failed_and_the_worker_may_ask_himself() -> None:
    both = ("person:duc", "org:hamakaze")
    assert NEVER_ENROLLED.states("jp.pension.report-acquisition", *both) == ["breached"]
    assert NEVER_ENROLLED.states("jp.pension.withheld-without-enrolment", *both) == ["unmet"]
    assert NEVER_ENROLLED.states("jp.pension.deduction-limit", *both) == []
    assert NEVER_ENROLLED.states("jp.pension.right-to-confirmation", *both) == ["met"]
    assert NEVER_ENROLLED.bearers_of_what_failed() == {"org:hamakaze"}


def test_s3_the_gap_in_the_record_is_open_and_put_down_to_the_employer() -> None:
    (record,) = (v for v in NEVER_ENROLLED.verdicts() if v["norm"] == "jp.pension.enrolled")
    assert record["state"] == "open"
    assert record["attribution"] == [{"party": "org:hamakaze", "norm": "jp.pension.report-acquisition"}]


def test_s4_nobody_knows_the_hours_of_the_week() -> None:
    (hours,) = (v for v in CERTIFICATE.verdicts() if v["norm"] == "jp.immigration.part-time-hours")
    assert (hours["state"], hours["causes"]) == ("open", ["missing"])


@pytest.mark.parametrize("record", ["income-certificate-2025", "hours-2026-09", "hours-2026-10"])
def test_s4_a_yearly_or_monthly_figure_changes_no_verdict_about_a_week(record: str, tmp_path: Path) -> None:
    lines = Path(sample("bikash")).read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if f'"id": "bikash-{record}"' not in line]
    assert len(kept) == len(lines) - 1
    without = tmp_path / "without.jsonl"
    without.write_text("".join(kept), "utf-8")
    assert json.loads(checked(str(without), on=ON))["verdicts"] == CERTIFICATE.verdicts()


def test_s9_the_worker_told_the_office_on_day_13_and_neither_employer_did() -> None:
    both = ("person:jerome", "org:kitahama-systems")
    left = next(
        v
        for v in JOB_CHANGED.verdicts()
        if v["norm"] == "jp.immigration.notify-organisation-left" and _parties(v) == set(both)
    )
    assert (left["state"], left["since"], left["due"]) == ("met", "2026-10-13", "2026-10-14")
    assert JOB_CHANGED.states("jp.immigration.notify-organisation-joined", "person:jerome", "org:sumire-logistics") == [
        "met"
    ]
    assert JOB_CHANGED.states("jp.labour.foreign-worker-notice-left", *both) == ["breached"]
    assert JOB_CHANGED.bearers_of_what_failed() == {"org:kitahama-systems", "org:sumire-logistics"}
