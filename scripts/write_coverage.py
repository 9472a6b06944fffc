"""Writes docs/coverage.md: how many norms each of the seven systems has about each of the five failures, and which.

    python -m scripts.write_coverage

A test compares the page with what this makes of the law.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kyosei.law.jp.coverage import COVERAGE
from kyosei.norms.coverage import Row, matrix_of
from kyosei.verdicts.naming import role_said
from kyosei.verdicts.state_prose import KINDS_OF_NORM
from kyosei.wiring import compile_japan

__all__ = ["PAGE", "coverage_page"]

PAGE = Path(__file__).parents[1] / "docs" / "coverage.md"
_HEAD = """# What the law pack covers

Made by `python -m scripts.write_coverage` from the norms and from `src/kyosei/law/jp/coverage.py`, where it is declared to
which systems and failures a norm belongs. `kyosei norms --matrix` prints the same. A norm may stand in several rows."""


def coverage_page() -> str:
    """The whole page."""
    rows = matrix_of(compile_japan(), COVERAGE)
    parts = [_HEAD, "## Systems and failures", _counts(rows), "## Parties and failures", _parties(rows)]
    for failure in COVERAGE.failures:
        about = [row for row in rows if failure.id in row.failures]
        parts += [f"## {failure.title.en} · {failure.title.ja}", _listed(about)]
    parts += ["## About none of the five", _listed([row for row in rows if not row.failures])]
    return "\n\n".join(parts) + "\n"


def _counts(rows: Sequence[Row]) -> str:
    head = ("system", *(failure.title.en.lower() for failure in COVERAGE.failures), "none of them", "norms")
    lines = []
    for system in COVERAGE.systems:
        within = [row for row in rows if system.id in row.systems]
        lines.append((f"{system.title.en} · {system.title.ja}", *_of_failures(within)))
    return _table(head, lines)


def _parties(rows: Sequence[Row]) -> str:
    head = ("party", *(failure.title.en.lower() for failure in COVERAGE.failures), "none of them", "norms")
    parties = dict.fromkeys(party for row in rows for party in row.parties)
    lines = [
        (role_said(party, "en"), *_of_failures([row for row in rows if party in row.parties])) for party in parties
    ]
    return _table(head, lines)


def _of_failures(rows: Sequence[Row]) -> list[str]:
    """How many rows each failure has, then how many none has, then all."""
    counts = [sum(failure.id in row.failures for row in rows) for failure in COVERAGE.failures]
    return [str(count) if count else "–" for count in (*counts, sum(not row.failures for row in rows), len(rows))]


def _listed(rows: Sequence[Row]) -> str:
    titles = {system.id: system.title.en for system in COVERAGE.systems}
    return _table(
        ("norm", "kind", "system", "whose duty", "whom it concerns"),
        [
            (
                f"`{row.norm.id}` {row.norm.title.en}",
                KINDS_OF_NORM[row.norm.kind].en,
                ", ".join(titles[system] for system in row.systems),
                role_said(row.norm.bearer, "en") if row.norm.bearer else "–",
                ", ".join(role_said(party, "en") for party in row.parties if party != row.norm.bearer) or "–",
            )
            for row in rows
        ],
    )


def _table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *lines))


def main() -> None:
    """Writes the page."""
    PAGE.write_text(coverage_page(), "utf-8")


if __name__ == "__main__":
    main()
