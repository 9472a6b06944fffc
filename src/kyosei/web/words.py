"""The words of pages: a file `words.yaml` beside each template, every message in Japanese, easy Japanese and English.

    <key>: {ja: …, ja-easy: …, en: …}

A message without one of its languages is refused when the portal is built, and so is one that blames or ranks somebody, or
that is not easy where it says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

import yaml
from markupsafe import Markup, escape

from kyosei.errors import LawError
from kyosei.notices.plain_words import accusing_words, faults_of_easy
from kyosei.terms.text import Text
from kyosei.web.borrowing import in_english, with_marks
from kyosei.web.languages import Tongue
from kyosei.web.translated import translation_beside

__all__ = ["Words", "read_words", "say_beside", "words_beside"]

Words = Mapping[str, Text]

_LANGUAGES: Final = {"ja", "ja-easy", "en"}
_SLOT: Final = re.compile(r"\{(\w*)\}")


@cache
def words_beside(folder: str) -> Words:
    """The words in a folder of the portal, such as pages/stay. LawError if one of them is not complete."""
    file = resources.files("kyosei.web").joinpath(folder, "words.yaml")
    return read_words(f"{folder}/words.yaml", file.read_text(encoding="utf-8"))


def read_words(name: str, text: str) -> Words:
    """The words of a file. LawError says of which message what is missing or wrong."""
    try:
        document = yaml.load(text, yaml.CSafeLoader)  # a safe loader
    except yaml.YAMLError as error:
        raise LawError(f"{name} is no YAML: {error}") from error
    return MappingProxyType({key: _message(f"{name}: {key}", said) for key, said in document.items()})


def say_beside(folder: str, tongue: Tongue) -> Callable[..., Markup]:
    """How a template says the words of a folder: by key, the slots filled. What is not translated yet is said in English."""
    patterns = _patterns(folder, tongue)

    def say(key: str, /, **slots: object) -> Markup:
        return patterns[key].format(**{name: _written(tongue, slot) for name, slot in slots.items()})

    return say


@cache
def _patterns(folder: str, tongue: Tongue) -> Mapping[str, Markup]:
    words = words_beside(folder)
    if tongue.manner is None:
        return {key: escape(text.said_in(tongue.base)) for key, text in words.items()}
    translated = translation_beside(folder, tongue).words
    mark = escape if tongue.manner.has_kanji else with_marks
    return {key: mark(translated[key]) if key in translated else in_english(text.en) for key, text in words.items()}


def _written(tongue: Tongue, slot: object) -> object:
    """A number in the digits of the language; anything else as it is."""
    return tongue.number(slot) if isinstance(slot, int) else slot


def _message(where: str, said: object) -> Text:
    if not isinstance(said, dict) or set(said) != _LANGUAGES or not all(isinstance(one, str) for one in said.values()):
        raise LawError(f"{where}: a message has exactly {', '.join(sorted(_LANGUAGES))}, each a text that is not empty")
    slots = {language: sorted(_SLOT.findall(one)) for language, one in said.items()}
    if len({tuple(found) for found in slots.values()}) != 1:
        raise LawError(f"{where}: its languages have different slots: {slots}")
    for language, one in said.items():
        if blaming := accusing_words(one):
            raise LawError(f"{where}: {language} does not say {blaming[0]!r}")
    if fault := next(faults_of_easy(said["ja-easy"]), None):
        raise LawError(f"{where}: ja-easy: {fault}")
    try:
        return Text(said["ja"], said["ja-easy"], said["en"])
    except ValueError as error:
        raise LawError(f"{where}: {error}") from error
