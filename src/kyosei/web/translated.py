"""Translations of the words of pages into the further languages: a file `words.<code>.yaml` beside each `words.yaml`.

    reviewed_by: <which native speaker, and when; null while nobody did>
    words: {<key of the words>: <text with the same slots>, …}

It has every key of the words and no other, unless `untranslated` names what waits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

import yaml

from kyosei.errors import LawError
from kyosei.notices.plain_words import accusing_words
from kyosei.terms.text import Text
from kyosei.web.languages import Tongue

__all__ = ["TranslatedWords", "check_translation", "read_translation", "translation_beside"]

_SLOT: Final = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True)
class TranslatedWords:
    """The words of a folder in a further language. reviewed_by: None while no native speaker has reviewed them."""

    words: Mapping[str, str]
    reviewed_by: str | None


_NOTHING: Final = TranslatedWords(MappingProxyType({}), None)


@cache
def translation_beside(folder: str, tongue: Tongue) -> TranslatedWords:
    """The translation in a folder of the portal, such as pages/stay; nothing where it has no file."""
    file = resources.files("kyosei.web").joinpath(folder, f"words.{tongue.code}.yaml")
    if not file.is_file():
        return _NOTHING
    return read_translation(f"{folder}/words.{tongue.code}.yaml", file.read_text(encoding="utf-8"))


def read_translation(name: str, written: str) -> TranslatedWords:
    """A translation out of its file. LawError says what is wrong with it."""
    try:
        document = yaml.load(written, yaml.CSafeLoader)  # a safe loader
        reviewed_by, words = document.pop("reviewed_by"), dict[object, object](document.pop("words"))
    except (yaml.YAMLError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise LawError(f"{name}: a translation has reviewed_by and words: {error}") from error
    said = {key: text for key, text in words.items() if isinstance(key, str) and isinstance(text, str) and text}
    if document or len(said) < len(words):
        raise LawError(f"{name}: a translation has reviewed_by and words, each word a text that is not empty")
    for key, text in said.items():
        if blaming := accusing_words(text):
            raise LawError(f"{name}: {key} does not say {blaming[0]!r}")
    return TranslatedWords(MappingProxyType(said), reviewed_by)


def check_translation(folder: str, tongue: Tongue, words: Mapping[str, Text], waiting: Iterable[str]) -> None:
    """That a folder's translation has each of the words but those that wait, no other, and each with the slots of the English
    text. LawError names the file and what to do.
    """
    name, translated = f"{folder}/words.{tongue.code}.yaml", translation_beside(folder, tongue).words
    for key in translated:
        if key not in words:
            raise LawError(f"{name}: {key!r} is none of the words there; take it out")
        slots = sorted(_SLOT.findall(translated[key])), sorted(_SLOT.findall(words[key].en))
        if slots[0] != slots[1]:
            raise LawError(f"{name}: {key!r} has the slots {slots[0]}, and the English text has {slots[1]}")
    if missing := sorted(set(words) - set(translated) - set(waiting)):
        raise LawError(
            f"{name} lacks {', '.join(missing)}. A person sees these words: translate them, or say in "
            f"src/kyosei/web/untranslated.py that they wait for it (docs/guides/add-a-language.md)"
        )
