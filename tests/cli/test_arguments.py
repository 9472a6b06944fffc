"""Arguments and files that cannot be used: exit status 2, one clear message, nothing on standard output."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.processes import KNOWN, LIFE, ON, called

ABOUT = ("--norm", "small.report", "--about", "person:hoa,org:acme")

REFUSED = {
    "no_day": (["check", LIFE], "Missing option '--on'"),
    "no_file": (["check", *ON], "name case files, or with --data the data directory of a journal"),
    "no_such_command": (["chekc", LIFE], "No such command 'chekc'"),
    "no_such_option": (["check", LIFE, *ON, "--colour"], "No such option: --colour"),
    "no_such_language": (["check", LIFE, *ON, "--lang", "fr"], "'fr' is not one of 'ja', 'ja-easy', 'en'"),
    "no_such_format": (["check", LIFE, *ON, "--format", "xml"], "'xml' is not one of 'text', 'json'"),
    "a_day_that_is_none": (["check", LIFE, "--on", "tomorrow"], "--on 'tomorrow' is no day; write it as in 2026-11-21"),
    "a_day_without_dashes": (["check", LIFE, "--on", "20261121"], "--on '20261121' is no day"),
    "a_day_not_in_the_calendar": (["check", LIFE, "--on", "2026-02-29"], "the calendar has no such day"),
    "a_day_too_far": (["check", LIFE, "--on", "2201-01-01"], "write a day from 1900 to 2200"),
    "a_day_in_japanese_digits": (["check", LIFE, "--on", "２０２６-11-21"], "is no day"),
    "known_is_a_day": (
        ["check", LIFE, *ON, "--known", "2026-11-20"],
        "--known 2026-11-20 is a whole day, in which knowledge can change; write an instant with its offset: "
        "2026-11-20T23:59:59+09:00",
    ),
    "known_without_offset": (["check", LIFE, *ON, "--known", "2026-11-20T18:00:00"], "is no instant with an offset"),
    "known_does_not_exist": (["check", LIFE, *ON, "--known", "2026-11-31T18:00:00Z"], "there is no such instant"),
    "known_too_far": (["check", LIFE, *ON, "--known", "9999-11-30T18:00:00Z"], "an instant from 1900 to 2200"),
    "known_at_the_end_of_time": (["check", LIFE, *ON, "--known", "0001-01-01T00:00:00+14:00"], "an instant from 1900"),
    "no_such_norm": (
        ["check", LIFE, *ON, "--norm", "small.reprot"],
        "there is no norm 'small.reprot'; did you mean small.report",
    ),
    "no_such_party": (
        ["check", LIFE, *ON, "--about", "person:nobody"],
        "there is no party 'person:nobody' in the input",
    ),
    "explain_without_party": (["explain", LIFE, *ON, "--norm", "small.report"], "Missing option '--about'"),
    "explain_about_a_stranger": (
        ["explain", LIFE, *ON, *KNOWN, "--norm", "small.report", "--about", "person:hoa,org:beta"],
        "small.report says nothing about person:hoa,org:beta in this input; it is about: person, employer",
    ),
    "explain_about_several": (
        ["explain", LIFE, *ON, *KNOWN, "--norm", "small.contribution", "--about", "person:minh"],
        "small.contribution has 3 answers about person:minh; add which one:\n"
        "  --about person:minh --instance 2026-08-01\n",
    ),
    "no_such_law": (["check", LIFE, *ON, "--law", "small@0"], "there is no law 'small@0'; there is small@"),
    "no_such_instance": (
        [
            "timeline",
            LIFE,
            *KNOWN,
            "--norm",
            "small.contribution",
            "--about",
            "person:minh",
            "--instance",
            "2026-01-01",
        ],
        "small.contribution has no answer of 2026-01-01 about person:minh; there are:",
    ),
    "diff_with_one_instant": (["diff", LIFE, *ON, *KNOWN], "--known is given 1 time(s); give it twice"),
    "no_such_import_format": (
        ["import", "sap", LIFE],
        "there is no format 'sap'; freee-hr is freee HR (API answers); ",
    ),
    "not_that_format": (["import", "freee-hr", LIFE], f"{LIFE}:1: "),
    "no_such_schema": (["schemas", "verdict"], "there is no schema 'verdict'; there are check, explain, "),
    "standard_input_twice": (["check", "-", "-", *ON], "- (standard input) is named twice"),
    "a_missing_file": (["check", "no-such.jsonl", *ON], "'no-such.jsonl' cannot be read: No such file or directory"),
    "a_folder": (["check", "/", *ON], "'/' cannot be read: Is a directory"),
    "a_name_that_no_file_can_have": (["check", "a\0b", *ON], "cannot be read: embedded null byte"),
    "the_same_file_twice": (["check", LIFE, LIFE, *ON], "the id 'person:hoa' is already that of"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_is_refused_with(case: str) -> None:
    arguments, message = REFUSED[case]
    answer = called(arguments)
    assert answer.status == 2
    assert message in answer.err
    assert answer.out == ""


def test_a_line_of_standard_input_is_named_in_the_message() -> None:
    answer = called(["check", "-", *ON], b'{"type":"party","id":"person:a","party":"person"}\n{}\n')
    assert answer.status == 2
    assert answer.err.startswith("<stdin>:2: ")
    assert answer.out == ""


def test_files_and_standard_input_make_one_case(tmp_path: Path) -> None:
    lines = Path(LIFE).read_bytes().splitlines(keepends=True)
    (tmp_path / "parties.jsonl").write_bytes(b"".join(lines[:4]))
    arguments = [*ON, *KNOWN, "--format", "json"]
    parts = called(["check", str(tmp_path / "parties.jsonl"), "-", *arguments], b"".join(lines[4:]))
    assert parts == called(["check", LIFE, *arguments])


def test_an_empty_input_is_evaluated() -> None:
    answer = called(["check", "-", *ON, "--format", "json"])
    assert answer.status == 0
    assert '"known": null' in answer.out
    assert "nothing is on record" in called(["check", "-", *ON, "--lang", "en"]).out


@pytest.mark.parametrize(("locale", "begins"), [("ja_JP.UTF-8", "2026年11月20日現在"), ("C", "As of"), ("", "As of")])
def test_the_language_is_that_of_the_locale(locale: str, begins: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", locale)
    assert called(["check", "-", *ON]).out.startswith(begins)


def test_no_argument_at_all_shows_the_help_as_an_error() -> None:
    answer = called([])
    assert answer.status == 2
    assert "Usage: kyosei" in answer.err


def test_our_own_failure_is_one_line_and_says_how_to_see_more(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("unexpected\nthing")

    monkeypatch.delenv("KYOSEI_DEBUG", raising=False)
    monkeypatch.setattr("kyosei.cli.evaluated.read_input", fails)
    answer = called(["check", LIFE, *ON])
    assert answer == answer.__class__(
        1, "", "Kyosei itself failed: RuntimeError: unexpected thing (KYOSEI_DEBUG=1 shows where; please report it)\n"
    )
    monkeypatch.setenv("KYOSEI_DEBUG", "1")
    assert "Traceback" in called(["check", LIFE, *ON]).err
