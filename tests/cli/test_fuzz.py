"""Whatever is typed and whatever the files hold: a status of 0 or 2, a message, and never a traceback."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.cli.processes import LIFE, called
from tests.depth import examples

LINES = Path(LIFE).read_bytes().splitlines()
COMMANDS = ("check", "explain", "timeline", "diff", "norms", "import", "vocabulary", "schemas")
VALUES = ("small.report", "small.contribution", "small.stay", "person:hoa", "org:acme", "person:minh,org:beta", "2026-11-20",
          "2026-11-20T18:00:00+09:00", "json", "text", "ja-easy", "freee-hr", "jps-acquisition", "-", LIFE)  # fmt: skip
OPTIONS = ("--on", "--known", "--law", "--norm", "--about", "--instance", "--obligations", "--lang", "--format")
word = st.sampled_from(VALUES) | st.sampled_from(OPTIONS) | st.text(max_size=12)
option = st.tuples(st.sampled_from(OPTIONS), st.sampled_from(VALUES) | st.text(max_size=12)).map(list)
arguments = st.tuples(
    st.sampled_from(COMMANDS) | st.text(max_size=8),
    st.sampled_from(([LIFE], ["-"], ["-", LIFE], [])),
    st.lists(option | word.map(lambda typed: [typed]), max_size=6).map(lambda groups: [*chain(*groups)]),
).map(lambda parts: [parts[0], *parts[1], *parts[2]])


@examples(60)
@given(arguments)
def test_any_arguments(typed: list[str]) -> None:
    answer = called(typed)
    assert answer.status in (0, 2), answer.err
    assert "Traceback" not in answer.err
    assert bool(answer.err) == (answer.status == 2)
    assert answer.status == 0 or not answer.out


def spoilt(line: bytes) -> st.SearchStrategy[bytes]:
    """A line with a stretch of it replaced by something else."""
    return st.builds(
        lambda start, length, new: line[:start] + new + line[start + length :],
        st.integers(0, len(line)), st.integers(0, 12), st.binary(max_size=6) | st.text(max_size=4).map(_bytes),
    )  # fmt: skip


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


content = st.lists(st.sampled_from(LINES) | st.sampled_from(LINES).flatmap(spoilt), max_size=16, unique=True)


@examples(40)
@given(content, st.sampled_from(("text", "json")), st.sampled_from(("ja", "ja-easy", "en")))
def test_any_file(lines: list[bytes], format_: str, language: str) -> None:
    typed = ["check", "-", "--on", "2026-11-20", "--format", format_, "--lang", language]
    answer = called(typed, b"\n".join(lines))
    assert answer.status in (0, 2), answer.err
    assert bool(answer.err) == (answer.status == 2)
    assert answer.status == 0 or not answer.out
