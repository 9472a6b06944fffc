"""A page's record, its template and its words name the same things; what a page shows is in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from jinja2 import meta, nodes

from kyosei.errors import LawError
from kyosei.web.components import COMPONENTS
from kyosei.web.pages import PAGES, PROBLEM
from kyosei.web.pages.page import Page
from kyosei.web.rendering import LAYOUT_GIVES, environment
from kyosei.web.words import read_words, words_beside

HERE = Path(str(resources.files("kyosei.web")))
WITH_TEMPLATES = [page for page in (*PAGES, PROBLEM) if page.shows is not None]


def parsed(folder: str, name: str = "page") -> nodes.Template:
    return environment().parse((HERE / folder / f"{name}.html").read_text(encoding="utf-8"))


def own_names(template: nodes.Template) -> set[str]:
    """What a template imports, defines or sets itself, for its blocks."""
    found = {macro.name for macro in template.find_all(nodes.Macro)}
    for imported in template.find_all(nodes.FromImport):
        found |= {name if isinstance(name, str) else name[1] for name in imported.names}
    for assigned in template.find_all(nodes.Assign):
        if isinstance(assigned.target, nodes.Name):
            found.add(assigned.target.name)
    return found


def said(template: nodes.Template, function: str) -> Iterator[str]:
    """The keys with which a template calls one of its sayings."""
    for call in template.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == function:
            assert isinstance(call.args[0], nodes.Const | nodes.Concat), "a key is written out, so that it can be found"
            if isinstance(call.args[0], nodes.Const):
                yield call.args[0].value


@pytest.mark.parametrize("page", WITH_TEMPLATES, ids=lambda page: page.id)
def test_a_template_sees_what_its_record_declares_and_uses_all_of_it(page: Page) -> None:
    template = parsed(page.folder)
    used = meta.find_undeclared_variables(template) - set(LAYOUT_GIVES) - own_names(template)
    # `case` gives parties their names, for every page that has one (kyosei.web.rendering).
    assert used == set(page.names()) - {"case"}


@pytest.mark.parametrize("page", WITH_TEMPLATES, ids=lambda page: page.id)
def test_a_template_says_all_of_its_words_and_no_other(page: Page) -> None:
    assert set(said(parsed(page.folder), "say")) == set(words_beside(page.folder))


def test_the_layout_says_all_of_its_words() -> None:
    keys = set(said(parsed("layout", "layout"), "common")) | {f"menu_{page.id}" for page in PAGES if page.in_menu}
    assert keys == set(words_beside("layout"))


def test_every_folder_of_pages_is_listed() -> None:
    assert {page.id for page in (*PAGES, PROBLEM)} == {path.name for path in (HERE / "pages").iterdir() if path.is_dir()
                                                       and path.name != "__pycache__"}  # fmt: skip


def test_every_component_has_its_macros_and_its_style() -> None:
    folders = {path.name for path in (HERE / "components").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert set(COMPONENTS) == folders
    for name in COMPONENTS:
        assert (HERE / "components" / name / f"{name}.html").is_file()
        assert (HERE / "components" / name / f"{name}.css").is_file()


def test_no_template_has_code_or_style_inline_or_turns_escaping_off() -> None:
    for file in HERE.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        for forbidden in ("<script", "style=", "javascript:", " onclick", "|safe", "| safe", "autoescape"):
            assert forbidden not in text, f"{file} has {forbidden}"


def test_no_style_names_red_or_loads_anything() -> None:
    for file in [*HERE.rglob("layout.css"), *(HERE / "components").rglob("*.css")]:
        text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.S)
        assert not re.search(r"\bred\b|-red-|@import|url\(", text), file


GOOD = "{ja: 記録, ja-easy: 記録, en: Record}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: {ja: 記録, en: Record}", "a message has exactly"),
        ("a: {ja: 記録, ja-easy: '', en: Record}", "needs all its languages"),
        ("a: {ja: 記録, ja-easy: 記録, en: Record, vi: Ban ghi}", "a message has exactly"),
        ("a: {ja: '記録{n}', ja-easy: 記録, en: Record}", "different slots"),
        ("a: {ja: 記録, ja-easy: 記録, en: Fraud}", "does not say 'Fraud'"),
        ("a: {ja: 記録, ja-easy: 出さなければ なりません。, en: Record}", "ja-easy: a double negation"),
        ("a: {ja: 記録", "no YAML"),
    ],
)
def test_words_that_are_not_complete_are_refused(text: str, message: str) -> None:
    with pytest.raises(LawError, match=message):
        read_words("words.yaml", f"good: {GOOD}\n{text}\n")
