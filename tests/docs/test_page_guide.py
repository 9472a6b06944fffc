"""The guide about pages is followed word for word: its page says what its record declares, and can be listed where it says."""

from __future__ import annotations

import ast
from dataclasses import fields

import pytest
import yaml
from jinja2 import meta, nodes

from kyosei.web.pages import PAGES
from kyosei.web.pages.page import Page
from kyosei.web.rendering import LAYOUT_GIVES, environment
from kyosei.web.words import read_words
from tests.docs.guides import blocks_of, changed

PAGE = blocks_of("add-a-page.md")
HERE = "src/kyosei/web/pages/systems"


@pytest.fixture(scope="module")
def page() -> Page:
    """The guide's page, as its module makes it."""
    names: dict[str, object] = {"__name__": __name__}
    exec(compile(PAGE[f"{HERE}/page.py"].text, "page.py", "exec", dont_inherit=True), names)
    found = names["SYSTEMS"]
    assert isinstance(found, Page)
    return found


def test_the_guides_template_sees_what_its_record_declares(page: Page) -> None:
    template = environment().parse(PAGE[f"{HERE}/page.html"].text)
    assert page.shows is not None
    declared = {field.name for field in fields(page.shows)} - {"case"}
    assert meta.find_undeclared_variables(template) - set(LAYOUT_GIVES) - {"table"} == declared


def test_the_guides_template_says_its_words_and_no_other() -> None:
    words = read_words("words.yaml", PAGE[f"{HERE}/words.yaml"].text)
    calls = environment().parse(PAGE[f"{HERE}/page.html"].text).find_all(nodes.Call)
    said = {call.args[0] for call in calls if isinstance(call.node, nodes.Name) and call.node.name == "say"}
    assert {one.value for one in said if isinstance(one, nodes.Const)} == set(words)


def test_the_guides_page_is_new_and_is_listed_where_it_says(page: Page) -> None:
    assert page.path not in {one.path for one in PAGES}
    listed = ast.parse(changed(PAGE["src/kyosei/web/pages/__init__.py"]))
    pages = next(one for one in listed.body if isinstance(one, ast.AnnAssign) and ast.unparse(one.target) == "PAGES")
    assert isinstance(pages.value, ast.Tuple)
    assert "SYSTEMS" in {ast.unparse(one) for one in pages.value.elts}
    layout = yaml.safe_load(changed(PAGE["src/kyosei/web/layout/words.yaml"]))
    assert set(layout[f"menu_{page.id}"]) == {"ja", "ja-easy", "en"}
