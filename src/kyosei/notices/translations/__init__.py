"""Further languages for notices, a file each: the general words by key, and whether somebody reviewed them.

    language: <tag (BCP 47)>
    name: <the language in itself>
    reviewed_by: <who, and when; null while nobody did>
    words: {<key of `kyosei.notices.words`>: <text with the same slots>, …}

A key that is not there is said in English. While nobody reviewed it, every notice says so first, in that language and in
English. What is particular to a norm, and its title, stays in English and Japanese.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

import yaml

from kyosei.errors import LawError
from kyosei.notices.plain_words import accusing_words
from kyosei.notices.words import WORDS

__all__ = ["Translation", "read_translation", "translations"]

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Translation:
    """The general words in one further language. reviewed_by: None while nobody reviewed them."""

    language: str
    name: str
    reviewed_by: str | None
    words: Mapping[str, str]


@cache
def translations() -> Mapping[str, Translation]:
    """Those that there are, by language."""
    folder = resources.files("kyosei.notices.translations")
    files = sorted((file.name, file) for file in folder.iterdir() if file.name.endswith(".yaml"))
    read = [read_translation(name, file.read_text("utf-8")) for name, file in files]
    return MappingProxyType({one.language: one for one in read})


def read_translation(name: str, text: str) -> Translation:
    """A translation out of its file. LawError if a key is unknown, a slot differs, or a word blames or ranks."""
    try:
        document = yaml.safe_load(text)
        found = Translation(
            document["language"], document["name"], document["reviewed_by"], MappingProxyType(dict(document["words"]))
        )
    except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise LawError(f"{name}: a translation has language, name, reviewed_by and words: {error}") from error
    if "note.unreviewed" not in found.words:
        raise LawError(
            f"{name}: note.unreviewed must be translated; without it nobody learns that the rest was not reviewed"
        )
    for key, said in found.words.items():
        if key not in WORDS:
            raise LawError(f"{name}: there is no word {key!r}")
        if set(_SLOT.findall(said)) != set(_SLOT.findall(WORDS[key].en)):
            raise LawError(f"{name}: {key} must have the slots of the English text: {WORDS[key].en!r}")
        if words := accusing_words(said):
            raise LawError(f"{name}: {key}: a notice does not say {words[0]!r}")
    return found
