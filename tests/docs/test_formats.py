"""The pages of formats: every format has one, and each says what the code declares."""

from __future__ import annotations

import re

import pytest

from kyosei.connectors import CONNECTORS
from kyosei.errors import InstitutionFileError
from scripts.write_format_pages import FORMATS, PAGES
from tests.connectors.samples import SMARTHR_FILE, sample, with_value
from tests.docs.guides import ROOT, blocks_of

SMARTHR = (FORMATS / "smarthr-crews.md").read_text("utf-8")
MEMBERS = re.findall(r"^\| `(\w+)` \|", SMARTHR, re.MULTILINE)


def test_every_format_has_a_page_and_stands_in_the_list() -> None:
    pages = {path.stem for path in FORMATS.glob("*.md")} - {"README"}
    assert pages == set(CONNECTORS) == {*PAGES, "smarthr-crews"}
    assert re.findall(r"^\| \[`([\w-]+)`\]", (FORMATS / "README.md").read_text("utf-8"), re.MULTILINE) == list(
        CONNECTORS
    )


def test_the_guide_has_a_row_for_every_format() -> None:
    guide = (FORMATS.parent / "guides" / "add-a-connector.md").read_text("utf-8")
    rows = re.findall(r"^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \| `src/", guide, re.MULTILINE)
    assert [name for row in rows for name in re.findall("`([a-z-]+)`", row)] == list(CONNECTORS)


def test_a_line_of_code_in_the_guide_is_one_of_the_file_that_it_names() -> None:
    for title, block in blocks_of("add-a-connector.md").items():
        assert block.text in (ROOT / title).read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_the_code_declares(name: str) -> None:
    assert (FORMATS / f"{name}.md").read_text("utf-8") == PAGES[name]


def outcome(content: bytes) -> object:
    """The lines of a file of SmartHR answers, or the field of its refusal."""
    try:
        return CONNECTORS["smarthr-crews"].read(SMARTHR_FILE, content)
    except InstitutionFileError as refusal:
        return refusal.field


@pytest.mark.parametrize("member", MEMBERS)
def test_every_member_on_the_page_of_smarthr_is_read(member: str) -> None:
    found = outcome(with_value(1, ["response", 0, member], [])(sample(SMARTHR_FILE)))
    if isinstance(found, str):
        assert member in found
    else:
        # Of the two standard remunerations it only counts that there is one.
        assert outcome(with_value(1, ["response", 0, member], None)(sample(SMARTHR_FILE))) != outcome(
            sample(SMARTHR_FILE)
        )
