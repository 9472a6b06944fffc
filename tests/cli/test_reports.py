"""The text reports under the small law, whole, as they stand in `golden/`."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.processes import HERE, KNOWN, LIFE, ON, small_kyosei

ABOUT_HOA = ("--norm", "small.report", "--about", "person:hoa,org:acme", *KNOWN)
REPORTS = {
    "check.en": ("check", LIFE, *ON, *KNOWN, "--lang", "en"),
    "check.ja": ("check", LIFE, *ON, *KNOWN, "--lang", "ja"),
    "check.ja-easy": ("check", LIFE, *ON, *KNOWN, "--lang", "ja-easy"),
    "check.obligations": ("check", LIFE, *ON, *KNOWN, "--obligations", "--norm", "small.report"),
    "check.by-norm": (
        "check",
        LIFE,
        "--on",
        "2026-05-01",
        *KNOWN,
        "--norm",
        "small.contribution",
        "--norm",
        "small.stay",
    ),
    "explain.en": ("explain", LIFE, *ABOUT_HOA, *ON),
    "explain.ja": ("explain", LIFE, *ABOUT_HOA, *ON, "--lang", "ja"),
    "explain.open": ("explain", LIFE, *KNOWN, *ON, "--norm", "small.report", "--about", "org:beta"),
    "timeline.en": ("timeline", LIFE, *ABOUT_HOA),
    "timeline.ja-easy": ("timeline", LIFE, *ABOUT_HOA, "--lang", "ja-easy"),
    "diff.en": ("diff", LIFE, *ON, "--known", "2026-11-19T18:00:00+09:00", "--known", "2026-11-26T00:00:00+09:00"),
    "norms.en": ("norms",),
}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_reads_as_the_golden_one(name: str) -> None:
    golden = HERE / "golden" / f"{name}.txt"
    answer = small_kyosei(*REPORTS[name])
    assert (answer.status, answer.err) == (0, "")
    assert _without_address(answer.out) == golden.read_text("utf-8")


@pytest.mark.parametrize("golden", sorted((HERE / "golden").glob("*.txt")), ids=lambda path: path.stem)
def test_no_line_is_wider_than_80_cells_or_ends_with_a_space(golden: Path) -> None:
    for line in golden.read_text("utf-8").splitlines():
        assert cell_len(line) <= 80, line
        assert line == line.rstrip(), line


def _without_address(report: str) -> str:
    """The law's address changes with its operators; what is printed must not."""
    first, _, rest = report.partition("\n")
    return f"small\n{rest}" if first.startswith("small@") else report
