"""Lines that are no records at all are refused, with the exact words; and which of several errors is told."""

from __future__ import annotations

import pytest

from kyosei.errors import CaseFileError
from kyosei.facts.case_file import read_case
from tests.facts.cases import BASE, NEXT, line, refusal, written

RAW: tuple[tuple[str, bytes, str], ...] = (
    ("byte_outside_utf8", b'{"type":"\xff"}', "byte 0xff at place 10 is not UTF-8; save the file as UTF-8"),
    (
        "half_a_character",
        b'{"type":"\\ud83d"}',
        "an escape such as \\ud83d is half a character; write both halves or the character itself",
    ),
    ("cut_short", b'{"type":"party"', "not JSON from column 16 on; write one JSON object on the line"),
    ("two_objects", b"{} {}", "not JSON from column 4 on; write one JSON object on the line"),
    ("array", b"[1]", "the line is an array; write one JSON object on the line"),
    ("number", b"17", "the line is 17; write one JSON object on the line"),
    ("null", b"null", "the line is null; write one JSON object on the line"),
    ("key_twice", b'{"type":"party","id":"a","id":"b"}', "the key 'id' stands twice; keep one of them"),
    (
        "key_twice_within",
        b'{"type":"statement","about":{"person":"person:hoa","person":"person:minh"}}',
        "the key 'person' stands twice; keep one of them",
    ),
    (
        "not_a_number",
        b'{"type":NaN}',
        "a number or nesting that no case file needs (NaN, Infinity, thousands of digits); remove it",
    ),
    (
        "endless_number",
        b'{"type":1e99999999999999999999}',
        "a number or nesting that no case file needs (NaN, Infinity, thousands of digits); remove it",
    ),
    (
        "endless_nesting",
        b"[" * 60_000,
        "a number or nesting that no case file needs (NaN, Infinity, thousands of digits); remove it",
    ),
    (
        "too_long",
        b'{"type":"' + b"x" * 65_536 + b'"}',
        "the line has 65547 bytes; split what it says, a line has at most 65536",
    ),
    (
        "byte_order_mark",
        b'\xef\xbb\xbf{"type":"party"}',
        "the file begins with a byte order mark; save it as UTF-8 without one",
    ),
    (
        "no_type",
        b'{"id":"a"}',
        "the line has no `type`; known are party, statement, coverage, heartbeat, withdrawal, dispute, resolution",
    ),
    ("misspelt_type", b'{"type":"statment"}', "unknown type 'statment'; did you mean statement?"),
)


@pytest.mark.parametrize(("raw", "message"), [case[1:] for case in RAW], ids=[case[0] for case in RAW])
def test_a_line_that_is_no_record_is_refused(raw: bytes, message: str) -> None:
    assert refusal(("case.jsonl", written(*BASE) + raw)) == f"case.jsonl:{NEXT}: {message}"


def test_the_first_refused_line_in_the_order_of_files_and_lines_is_reported() -> None:
    good, bad = written(*BASE), written({"type": "x"}, {"type": "y"})

    assert refusal(("a.jsonl", good), ("b.jsonl", bad), ("c.jsonl", bad)).startswith("b.jsonl:1: unknown type 'x'")


def test_a_line_broken_by_itself_is_reported_before_what_refers_to_it() -> None:
    resolved = line("resolution", "r", target="new", by="authority:isa", outcome="kept", reason="x")

    assert refusal(("a.jsonl", written(*BASE, resolved, {"type": "z"}))).startswith(f"a.jsonl:{NEXT + 1}: unknown type")


def test_the_same_id_in_two_files_is_refused() -> None:
    assert refusal(("a.jsonl", written(*BASE)), ("b.jsonl", written(BASE[0]))) == (
        "b.jsonl:1: the id 'person:hoa' is already that of a.jsonl:1;"
        " give each line an id of its own, and declare each party once"
    )


def test_an_error_tells_file_line_and_message_apart() -> None:
    with pytest.raises(CaseFileError) as caught:
        read_case([("a.jsonl", b"\n\n17\n")])

    assert (caught.value.file, caught.value.line) == ("a.jsonl", 3)
