"""P20: there is no other way to records than the read path. Found in the sources, not by running them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2] / "src" / "kyosei"
RECORDS = ("statements", "coverages", "parties", "entries", "disputes", "withdrawals", "resolutions", "decisions")
READERS = {
    "read_case_of", "known_case", "standing_statements", "read_family_record", "is_declared", "read_as_of", "excerpt_of",
    "chunks_from", "joined_case", "reach_of", "records_shown", "records_evaluated", "links_shown", "said_in_dispute",
    "dossier_entries",
}  # fmt: skip
"""The functions of the journal that answer with what is on record about somebody."""
READING_MODULES = {
    "kyosei.journal.reading", "kyosei.journal.family", "kyosei.journal.replay", "kyosei.journal.excerpt",
    "kyosei.journal.stored", "kyosei.identity.from_journal", "kyosei.access.gathering",
}  # fmt: skip
"""Where they are; nothing else is had from these modules but the type of an entry that a look has shown."""

MODULES = {str(path.relative_to(SOURCES)): path for path in sorted(SOURCES.rglob("*.py"))}
BELOW = ("journal/", "access/", "identity/from_journal.py", "identity/many.py", "watch/", "notices/outbox/names.py",
         "signals/from_journal.py")  # fmt: skip
"""What the read path stands on, and itself. Who has a connection may read there; nobody else may call it either.

The watch reads without a look, for nobody sees what it reads (decision 123). A notice reads the names of its own parties when
it is handed over, and nothing else (decision 141). Signals read everybody's records and hand out nothing of anybody
(decision 170)."""
OUTSIDE = [name for name in MODULES if not name.startswith(BELOW)]
SQL = re.compile(rf"\b(?:FROM|JOIN|COPY|TABLE)\s+(?:{'|'.join(RECORDS)})\b", re.IGNORECASE)


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """(module, name) of everything that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)


def uses_of_records(path: Path) -> list[str]:
    """How a module could reach records past the read path."""
    found = [
        f"{module}.{name}"
        for module, name in imported(path)
        if module == "kyosei.journal.tables"
        or (module, name) == ("kyosei.journal", "tables")
        or name in READERS
        or (module in READING_MODULES and (module, name) != ("kyosei.journal.stored", "Stored"))
        or (module == "kyosei.journal" and f"{module}.{name}" in READING_MODULES)
    ]
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]
    return found + [match[0] for text in strings for match in SQL.finditer(text)]


@pytest.mark.parametrize("module", OUTSIDE)
def test_no_module_outside_journal_and_access_reaches_records(module: str) -> None:
    assert uses_of_records(MODULES[module]) == []


def test_in_access_records_are_read_by_the_read_path_and_for_its_decision_only() -> None:
    readers = {
        name
        for name, path in MODULES.items()
        if name.startswith("access/") and any(imported_name in READERS for _, imported_name in imported(path))
    }
    assert readers == {"access/reading.py", "access/looking.py", "access/gathering.py", "access/grounds.py"}
    tables = {
        (name, what)
        for name, path in MODULES.items()
        if name.startswith("access/")
        for module, what in imported(path)
        if module == "kyosei.journal.tables"
    }
    assert tables == {
        ("access/entries.py", "access_log"), ("access/usages.py", "access_log"),
        ("access/usages.py", "access_entries"), ("access/usages.py", "entries"),
    }  # fmt: skip


def test_the_search_finds_what_it_looks_for(tmp_path: Path) -> None:
    for text in (
        "from kyosei.journal.reading import read_case_of", "from kyosei.journal import tables",
        "import kyosei.journal.tables", "def f():\n    from kyosei.journal.tables import statements",
        "from kyosei.journal.replay import read_as_of", "import kyosei.journal.stored",
        "from kyosei.journal import excerpt", "from kyosei.journal.stored import checked",
        "QUERY = 'SELECT data FROM statements'", "x = f'{1} join parties'",
    ):  # fmt: skip
        (tmp_path / "m.py").write_text(text, encoding="utf-8")
        assert uses_of_records(tmp_path / "m.py"), text
