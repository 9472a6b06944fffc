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

from kyosei.errors import LawError
from kyosei.notices.plain_words import accusing_words, faults_of_easy
from kyosei.terms.text import Language, Text

__all__ = ["Words", "read_words", "say_with", "words_beside"]

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
        document = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise LawError(f"{name} is no YAML: {error}") from error
    return MappingProxyType({key: _message(f"{name}: {key}", said) for key, said in document.items()})


def say_with(words: Words, language: Language) -> Callable[..., str]:
    """How a template says its words: by key, the slots filled."""

    def say(key: str, /, **slots: object) -> str:
        return words[key].said_in(language).format(**slots)

    return say


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
