"""What a norm says in our words: in English its docstring, in Japanese and easy Japanese a file beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from kyosei.errors import LawError
from kyosei.norms.declare import Norm
from kyosei.terms.text import Text
from kyosei.timelines.days import day_from_date

__all__ = ["Paraphrases", "Words", "read_paraphrases"]


@dataclass(frozen=True, slots=True)
class Words:
    """A paraphrase in Japanese and in easy Japanese."""

    ja: str
    easy: str


@dataclass(frozen=True, slots=True)
class Paraphrases:
    """The words of each norm by its id: of all its versions together (None), or by the day each version begins."""

    by_norm: Mapping[str, Mapping[int | None, Words]]

    def text_of(self, version: Norm) -> Text | None:
        """What a version says in all languages; None where a file does not have it."""
        there = self.by_norm.get(version.id, {})
        words = there.get(version.force.from_day) or there.get(None)
        return None if words is None else Text(words.ja, words.easy, version.says)


def read_paraphrases(files: Mapping[str, str]) -> Paraphrases:
    """The words in all files, by their names. LawError naming the file that is none, or the norm that is there twice."""
    found: dict[str, dict[int | None, Words]] = {}
    for name, text in files.items():
        try:
            for norm_id, entry in yaml.load(text, yaml.CSafeLoader)["words"].items():  # a safe loader
                if norm_id in found:
                    raise ValueError(f"{norm_id} has its words twice")
                found[norm_id] = _versions(entry)
        except (yaml.YAMLError, AttributeError, KeyError, TypeError, ValueError) as error:
            raise LawError(f"{name}.words.yaml is no file of words ({type(error).__name__}: {error})") from error
    return Paraphrases(found)


def _versions(entry: Any) -> dict[int | None, Words]:  # Any: YAML
    if "ja" in entry:
        return {None: _words(entry)}
    if not entry or not all(isinstance(day, date) for day in entry):
        raise ValueError("a norm has ja and ja-easy, or days with ja and ja-easy below each")
    return {day_from_date(day): _words(words) for day, words in entry.items()}


def _words(entry: Any) -> Words:  # Any: YAML
    """Each line is a sentence; Japanese puts nothing between sentences, easy Japanese a space."""
    if set(entry) != {"ja", "ja-easy"}:
        raise ValueError(f"there are ja and ja-easy, not {', '.join(map(str, entry))}")
    return Words("".join(entry["ja"].split("\n")), " ".join(entry["ja-easy"].split("\n")).strip())
