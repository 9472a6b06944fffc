"""What persons see is in every further language, or named as waiting: looked at when the portal is built."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Final

from jinja2 import Environment, meta

from kyosei.errors import LawError
from kyosei.terms.text import Text
from kyosei.web.languages import FURTHER, Tongue
from kyosei.web.pages.page import Page
from kyosei.web.terms.texts import TERMS
from kyosei.web.translated import check_translation, translation_beside
from kyosei.web.untranslated import UNTRANSLATED
from kyosei.web.words import words_beside

__all__ = ["check_translations", "is_reviewed", "seen_by_persons"]

_EVERYWHERE: Final = ("layout", "terms")
"""Whose words stand on every page."""
_LOG: Final = logging.getLogger("kyosei.web")


def check_translations(
    pages: Sequence[Page], environment: Environment, untranslated: Iterable[str] = UNTRANSLATED
) -> None:
    """LawError names the first file that is not complete, and what waits without need. What waits is counted in the log."""
    waiting = set(untranslated)
    seen = seen_by_persons(pages, environment)
    missing = {folder: _waiting(folder, words, pages, waiting) for folder, words in seen.items()}
    for folder, words in seen.items():
        for tongue in FURTHER:
            check_translation(folder, tongue, words, missing[folder])
    for name in sorted(waiting):
        folder, _, key = name.partition(": ")
        absent = missing.get(folder, set()) & ({key} if key else set(seen.get(folder, {})))
        if not any(absent - set(translation_beside(folder, tongue).words) for tongue in FURTHER):
            raise LawError(
                f"src/kyosei/web/untranslated.py: {name!r} is translated, or is no page of persons; take it out"
            )
    if count := sum(len(keys) for keys in missing.values()):
        _LOG.warning("%d words that persons see wait for their translation: %s", count, ", ".join(sorted(waiting)))


def seen_by_persons(pages: Sequence[Page], environment: Environment) -> Mapping[str, Mapping[str, Text]]:
    """The words that persons see, by folder: of their pages, of the components there, of the layout, and terms."""
    found: dict[str, Mapping[str, Text]] = {"terms": TERMS}
    others = {f"menu_{page.id}" for page in pages if not page.is_for_persons}
    found["layout"] = {key: text for key, text in words_beside("layout").items() if key not in others}
    for page in pages:
        if page.is_for_persons and page.shows is not None:
            for folder in (page.folder, *_components_of(page, environment)):
                found[folder] = words_beside(folder)
    return found


@cache
def is_reviewed(page: Page, tongue: Tongue, environment: Environment) -> bool:
    """Whether native speakers have reviewed every file whose words stand on a page in a further language."""
    folders = (page.folder, *_components_of(page, environment), *_EVERYWHERE)
    return all(translation_beside(folder, tongue).reviewed_by is not None for folder in folders)


def _components_of(page: Page, environment: Environment) -> Iterator[str]:
    """The components with words of their own in a page's template."""
    here = resources.files("kyosei.web")
    template = environment.parse(here.joinpath(page.folder, "page.html").read_text(encoding="utf-8"))
    for name in meta.find_referenced_templates(template):
        folder = (name or "").rpartition("/")[0]
        if folder.startswith("components/") and here.joinpath(folder, "words.yaml").is_file():
            yield folder


def _waiting(folder: str, words: Mapping[str, Text], pages: Sequence[Page], waiting: set[str]) -> set[str]:
    """The words of a folder that wait."""
    if folder in waiting:
        return set(words)
    menu = {f"menu_{page.id}" for page in pages if page.folder in waiting} if folder == "layout" else set[str]()
    return menu | {key for key in words if f"{folder}: {key}" in waiting}
