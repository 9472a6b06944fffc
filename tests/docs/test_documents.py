"""Documents name only what exists, show what is really printed, and no file tells where or how it was made."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.guides import ROOT, blocks_of
from tests.forking.processes import run

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "samples").rglob("*.md")])
TEXTS = {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in DOCUMENTS}
FOLDERS = ("src", "tests", "docs", "samples", "scripts", "bench", ".ci")
NAMED_PATH = re.compile(r"`((?:\.ci|[a-z]+)(?:/[\w.-]+)+|[A-Z]+\.md|[\w-]+\.(?:toml|lock))`")
LINK = re.compile(r"\[[^\]]+\]\((?!https?:)([^)#]+)(#[^)]*)?\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(((?:docs/)?screenshots/[^)]+)\)")
SCREEN = re.compile(r'^```console title="(?P<command>[^"]+)"\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)
SAMPLE = re.compile(r"samples/[\w./*-]+\.(?:jsonl|json|CSV)")

# What a guide has its reader write.
WRITTEN_BY_GUIDES = {title for guide in ("add-a-norm.md", "add-a-kind.md") for title in blocks_of(guide)}

# Words of this test itself are put together, so that it does not find itself.
_MACHINE = "|".join(["wo" + "rk", "ro" + "ot", "ho" + "me", "Use" + "rs"])
FORBIDDEN = {
    "a path of one machine": re.compile(rf"(?<![\w.*~)}}\]-])/(?:{_MACHINE})/[a-z]"),
    "the host of a package registry": re.compile(r"(?:pypi|pythonhosted|npmjs|registry\.npm)\." + r"(?:org|com)", re.I),
    "an index address": re.compile(r"^\s*--(?:extra-)?index-" + "url", re.M),
    "who or what wrote it": re.compile(
        r"\b(?:generated (?:by|with) (?:an? )?(?:AI|LLM|language model)|co-authored" + r"-by|chat" + r"gpt|clau" + r"de|copi"
        + r"lot|anthro" + r"pic|open" + r"ai)\b", re.I
    ),
}  # fmt: skip


def tracked_files() -> list[Path]:
    """What belongs to the project: tracked, or new and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True,
        check=True,
    ).stdout.decode()  # fmt: skip
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def named_paths(text: str) -> Iterator[str]:
    """Paths of the project in backquotes."""
    for name in NAMED_PATH.findall(text):
        if name.split("/")[0] in FOLDERS or "/" not in name:
            yield name


@pytest.mark.parametrize("document", TEXTS)
def test_every_path_that_a_document_names_exists(document: str) -> None:
    folder = (ROOT / document).parent
    missing = [
        name
        for name in named_paths(TEXTS[document])
        if name not in WRITTEN_BY_GUIDES and not (ROOT / name).exists() and not (folder / name).exists()
    ]
    assert missing == []


@pytest.mark.parametrize("document", TEXTS)
def test_every_relative_link_resolves(document: str) -> None:
    folder = (ROOT / document).parent
    assert [target for target, _ in LINK.findall(TEXTS[document]) if not (folder / target).exists()] == []


def test_every_picture_is_shown_with_words_for_whoever_does_not_see_it() -> None:
    shown = {Path(link).name for text in TEXTS.values() for words, link in PICTURE.findall(text) if words}
    assert shown == {file.name for file in (ROOT / "docs/screenshots").iterdir()}


@pytest.mark.parametrize("document", TEXTS)
def test_every_sample_that_a_document_names_exists(document: str) -> None:
    assert [name for name in SAMPLE.findall(TEXTS[document]) if not list(ROOT.glob(name))] == []


def test_every_make_target_that_a_document_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {
        target for text in TEXTS.values() for target in re.findall(r"(?:`|^    )make ([a-z]+)", text, re.MULTILINE)
    }
    assert named <= targets


def test_every_decision_is_listed_dated_and_has_its_three_parts() -> None:
    folder = ROOT / "docs/decisions"
    notes = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    index = (folder / "README.md").read_text("utf-8")
    assert len({path.name[:4] for path in notes}) == len(notes)
    assert re.findall(r"^\| (\d{4}) ", index, re.MULTILINE) == [path.name[:4] for path in notes]
    for path in notes:
        text = path.read_text("utf-8")
        title = text.splitlines()[0].removeprefix("# ").partition(". ")[2]
        assert f"[{title}]({path.name})" in index
        assert re.search(r"^20\d\d-\d\d-\d\d$", text, re.MULTILINE)
        assert all(f"**{part}.**" in text for part in ("Context", "Decision", "Consequence"))


@pytest.mark.parametrize("screen", list(SCREEN.finditer(TEXTS["README.md"])), ids=lambda screen: str(screen["command"]))
def test_a_screen_in_the_readme_is_what_the_command_prints(screen: re.Match[str]) -> None:
    program, *arguments = shlex.split(screen["command"])
    assert program == "kyosei"
    printed = run("kyosei", arguments).stdout.decode()
    shown = screen["text"].removesuffix("…\n")
    assert printed[: len(shown)] == shown


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("see /" + "work/main/notes", "a path of one machine"),
        ("FOLDER = '/" + "home/ann/kyosei'", "a path of one machine"),
        ("https://files.python" + "hosted.org/packages", "the host of a package registry"),
        ("--extra-index-" + "url https://example.org", "an index address"),
        ("Co-authored" + "-by: somebody", "who or what wrote it"),
        ("{/" + "work_record_summaries}/2026, employees/10/" + "work_record", None),
    ],
)
def test_such_a_line_would_be_found(text: str, what: str | None) -> None:
    assert [name for name, pattern in FORBIDDEN.items() if pattern.search(text)] == ([] if what is None else [what])


def test_no_file_tells_where_or_how_it_was_made() -> None:
    found = []
    for path in tracked_files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # an institution's file in its own encoding
        for what, pattern in FORBIDDEN.items():
            for match in pattern.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                found.append(f"{path.relative_to(ROOT)}:{line}: {what}: {match.group()}")
    assert found == []
