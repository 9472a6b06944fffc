"""`kyosei law calendar` as its users call it: a report, JSON, and a feed that any calendar can read."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

import jsonschema
import pytest

from tests.cli.processes import called, kyosei

YEAR = ("--from", "2027-01-01", "--until", "2028-01-01")


def test_the_report_says_what_changes_when_and_for_whom() -> None:
    answer = kyosei("law", "calendar", "--lang", "en", "--from", "2026-12-01", "--until", "2026-12-02")
    assert (answer.status, answer.err) == (0, "")
    said = answer.out.split("\n", 2)[2]
    assert said == (
        "2026-12-01\n  A figure changes: regional minimum wage\n    Iwate: ¥1,031 an hour → ¥1,090 an hour\n"
        "    Kumamoto: ¥1,034 an hour → ¥1,092 an hour\n    For: employer; person\n"
        "    jp.labour.minimum-wage, jp.labour.minimum-wage-by-the-hour,\n      jp.labour.agreed-hourly-wage-stands\n"
    )


@pytest.mark.parametrize(("lang", "said"), [("ja", "号などの繰下げ"), ("ja-easy", "文の 番号が かわります")])
def test_it_is_told_in_japanese_too(lang: str, said: str) -> None:
    assert said in kyosei("law", "calendar", *YEAR, "--lang", lang).out


def test_the_json_of_the_law_of_japan_is_as_its_schema_says() -> None:
    document = json.loads(
        kyosei("law", "calendar", "--from", "1950-01-01", "--until", "2100-01-01", "--format", "json").out
    )
    jsonschema.validate(document, json.loads(called(["schemas", "law-calendar"]).out), jsonschema.Draft202012Validator)
    days = [change["on"] for change in document["changes"]]
    assert days == sorted(days)
    assert document["from"] <= days[0] <= days[-1] < document["until"]


def events(feed: str) -> list[dict[str, str]]:
    """The events of a feed, read as RFC 5545 says."""
    assert feed.endswith("\r\n")
    assert "\n" not in feed.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in feed.split("\r\n"))
    lines = feed.replace("\r\n ", "").split("\r\n")[:-1]
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    found: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in ("END", "BEGIN"):
            assert name not in found[-1]
            assert not re.search(r"(?<!\\)[,;]", value)
            found[-1][name] = re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], value)
    return found


def test_the_feed_has_each_change_as_a_whole_day_under_one_name_in_every_language() -> None:
    feeds = {
        lang: events(kyosei("law", "calendar", *YEAR, "--format", "ics", "--lang", lang).out) for lang in ("ja", "en")
    }
    told = json.loads(kyosei("law", "calendar", *YEAR, "--format", "json").out)["changes"]
    assert [event["UID"] for event in feeds["ja"]] == [event["UID"] for event in feeds["en"]]
    assert len({event["UID"] for event in feeds["en"]}) == len(told)
    for event, change in zip(feeds["en"], told, strict=True):
        day = date.fromisoformat(change["on"])
        assert event["DTSTART;VALUE=DATE"] == f"{day:%Y%m%d}"
        assert event["DTEND;VALUE=DATE"] == f"{day + timedelta(days=1):%Y%m%d}"
        assert event["SUMMARY"].endswith(change["title"]["en"])
        assert all(norm in event["DESCRIPTION"].split("\n") for norm in change["norms"])
        assert re.fullmatch(r"\d{8}T000000Z", event["DTSTAMP"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--from", "2027-13-01"], "--from 2027-13-01: the calendar has no such day; write one such as 2026-11-21\n"),
        (
            ["--from", "2027-01-01", "--until", "2027-01-01"],
            "--until is the first day outside, so it lies after --from\n",
        ),
    ],
)
def test_days_that_are_none_are_refused(arguments: list[str], message: str) -> None:
    answer = called(["law", "calendar", *arguments])
    assert (answer.status, answer.out, answer.err) == (2, "", message)
