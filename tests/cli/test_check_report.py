"""What the report of `check` promises, whatever it looks like: whose turn it is, and whose it is not."""

from __future__ import annotations

import json

from tests.cli.processes import KNOWN, LIFE, ON, called


def section(report: str, heading: str, following: str) -> str:
    """The part of a report between two headings."""
    return report.partition(heading)[2].partition(following)[0]


def action(report: str) -> dict[str, str]:
    """What needs action, by the line that names the party."""
    found: dict[str, str] = {}
    name = ""
    for line in section(report, "BY WHOM", "WHAT PROTECTS").splitlines():
        if line and not line.startswith(" "):
            name = line
        found[name] = found.get(name, "") + line + "\n"
    return found


def test_an_employers_breach_is_listed_under_the_employer_and_never_under_the_worker() -> None:
    report = called(["check", LIFE, *ON, *KNOWN, "--lang", "en"]).out
    by_party = action(report)
    assert "breached: Report a new worker" in by_party["Acme K.K. (org:acme)"]
    assert "for NGUYEN THI HOA (person:hoa)" in by_party["Acme K.K. (org:acme)"]
    assert "NGUYEN THI HOA (person:hoa)" not in by_party


def test_beside_it_the_worker_is_shown_that_they_do_it_and_the_own_right() -> None:
    report = called(["check", LIFE, *ON, *KNOWN, "--lang", "en"]).out
    protected = section(report, "WHAT PROTECTS", "WHAT IS OPEN")
    hoa = protected.partition("NGUYEN THI HOA")[2].partition("TRAN VAN MINH")[0]
    assert "They do it (not a task of this person)" in hoa
    assert "You may ask yourself" in hoa
    assert "Ask any pension" in hoa
    assert "months older than two years" in hoa


def test_what_is_open_stands_under_the_source_that_owes_the_answer() -> None:
    report = called(["check", LIFE, *ON, *KNOWN, "--lang", "en"]).out
    owed = section(report, "WHO OWES THE ANSWER", "WHAT IS FINE")
    service = owed.partition("Japan Pension Service (authority:pension-service)")[2].partition("(org:beta)\n  ?")[0]
    assert "(pension.acquisition_notice)" in service
    assert "waits for it: Report a new worker within five days" in service
    assert "breached" not in owed


def test_months_in_the_same_state_are_one_line() -> None:
    report = called(["check", LIFE, *ON, *KNOWN, "--lang", "en"]).out
    fine = " ".join(report.partition("WHAT IS FINE")[2].split())
    assert "Pay the month's contribution — TRAN VAN MINH (person:minh), 2 times, 2026-08 to 2026-09" in fine


def test_a_status_that_ends_soon_is_announced_and_marked_as_projected() -> None:
    report = " ".join(called(["check", LIFE, *ON, *KNOWN, "--lang", "en"]).out.split())
    assert "coming: Lawful stay" in report
    assert "from 2027-01-16: open (projected)" in report


def test_norms_of_which_it_is_not_known_whether_they_apply_are_only_counted() -> None:
    report = called(["check", "-", *ON, "--lang", "en"], b'{"type":"party","id":"person:a","party":"person"}\n').out
    assert "1 norm: not known whether it applies; `--norm` shows it." in report
    asked = called(
        ["check", "-", *ON, "--lang", "en", "--norm", "small.stay"],
        b'{"type":"party","id":"person:a","party":"person"}\n',
    )
    assert "not known whether" not in asked.out
    assert "Immigration Services Agency (authority:isa)" in asked.out


def test_about_leaves_only_what_a_party_takes_part_in() -> None:
    answer = called(["check", LIFE, *ON, *KNOWN, "--about", "org:beta", "--format", "json"])
    verdicts = json.loads(answer.out)["verdicts"]
    assert verdicts
    assert all("org:beta" in verdict["about"].values() for verdict in verdicts)


def test_known_leaves_out_what_was_recorded_later() -> None:
    before = json.loads(called(["check", LIFE, *ON, "--known", "2026-11-01T00:00:00Z", "--format", "json"]).out)
    assert before["known"] == "2026-11-01T09:00:00+09:00"
    states = {(v["norm"], v["about"]["person"]): v["state"] for v in before["verdicts"]}
    assert states["small.report", "person:hoa"] == "open"


def test_without_known_everything_recorded_counts() -> None:
    document = json.loads(called(["check", LIFE, *ON, "--format", "json"]).out)
    assert document["known"] == "2026-11-25T09:00:00+09:00"
    states = {(v["norm"], v["about"]["person"]): v["causes"] for v in document["verdicts"]}
    assert "disputed" in states["small.stay", "person:minh"]


def test_obligations_are_listed_only_if_asked_for() -> None:
    plain = json.loads(called(["check", LIFE, *ON, *KNOWN, "--format", "json"]).out)
    assert not any("obligations" in verdict for verdict in plain["verdicts"])
    listed = json.loads(called(["check", LIFE, *ON, *KNOWN, "--format", "json", "--obligations"]).out)
    report = next(v for v in listed["verdicts"] if v["norm"] == "small.report" and v["bearer"] == "org:acme")
    assert report["obligations"] == [
        {"arose": "2026-04-01", "due": "2026-04-06", "performed": None, "state": "breached"}
    ]


def test_the_order_of_lines_does_not_change_the_answer() -> None:
    with open(LIFE, encoding="utf-8") as file:
        lines = file.read().splitlines(keepends=True)
    arguments = ["check", "-", *ON, *KNOWN, "--format", "json"]
    there, back = (called(arguments, "".join(order).encode()).out for order in (lines, reversed(lines)))
    assert there == back
