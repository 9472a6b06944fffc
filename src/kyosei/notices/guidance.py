"""What is particular to a norm or a system: how it is done, where, what shows it, what protects whom. Read from YAML files
that lie beside the norms of the law pack (`<name>.notices.yaml`).

    norms:
      <id of a norm>:
        task, where, proof, protects, ask: {ja: …, ja-easy: …, en: …}     each may be left out
        rights: [<id of a right>, …]
    systems:
      <second part of ids>: the same
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any

import yaml

from kyosei.errors import LawError
from kyosei.notices.plain_words import accusing_words, faults_of_easy
from kyosei.terms.text import Text

__all__ = ["NO_GUIDANCE", "Guidance", "GuidanceBook", "read_guidance", "refuse_bad_wording"]

_LANGUAGES = ("ja", "ja-easy", "en")


@dataclass(frozen=True, slots=True)
class Guidance:
    """What its author wrote; None where the general words serve. rights: those that stand beside, the most useful first."""

    task: Text | None = None
    where: Text | None = None
    proof: Text | None = None
    protects: Text | None = None
    ask: Text | None = None
    rights: tuple[str, ...] | None = None

    def or_else(self, other: Guidance) -> Guidance:
        """What is written here, and where nothing is, what is written there."""
        mine = {one.name: getattr(self, one.name) for one in fields(self)}
        return Guidance(**{name: getattr(other, name) if found is None else found for name, found in mine.items()})


NO_GUIDANCE = Guidance()


@dataclass(frozen=True, slots=True)
class GuidanceBook:
    """All that is written, by norm and by system."""

    norms: Mapping[str, Guidance]
    systems: Mapping[str, Guidance]

    def about(self, norm: str, system: str) -> Guidance:
        """Of a norm: its own, then its system's."""
        return self.norms.get(norm, NO_GUIDANCE).or_else(self.systems.get(system, NO_GUIDANCE))


def read_guidance(files: Mapping[str, str]) -> GuidanceBook:
    """The book out of YAML files by name. LawError says which file and entry is not as it must be, or badly worded."""
    found: dict[str, dict[str, Guidance]] = {"norms": {}, "systems": {}}
    for name, text in sorted(files.items()):
        for part, id_, entry in _entries(name, text):
            if id_ in found[part]:
                raise LawError(f"{name}: {id_} has guidance in another file already; keep one")
            found[part][id_] = _guidance(f"{name}: {id_}", entry)
    return GuidanceBook(MappingProxyType(found["norms"]), MappingProxyType(found["systems"]))


def refuse_bad_wording(where: str, text: Text) -> None:
    """LawError if a text blames or ranks somebody, or its easy Japanese is not easy."""
    for said in (text.ja, text.easy, text.en):
        if words := accusing_words(said):
            raise LawError(f"{where}: a notice does not say {words[0]!r}; an inquiry is a possible mistake")
    if fault := next(faults_of_easy(text.easy), None):
        raise LawError(f"{where}: ja-easy: {fault}")


def _entries(name: str, text: str) -> Iterator[tuple[str, str, Any]]:  # Any: YAML not yet checked
    try:
        document = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise LawError(f"{name}: this is no YAML: {error}") from error
    if not isinstance(document, dict) or not document.keys() <= {"norms", "systems"}:
        raise LawError(f"{name}: write `norms:` or `systems:`, and under them the ids")
    for part, entries in document.items():
        if not isinstance(entries, dict):
            raise LawError(f"{name}: {part}: write ids, and under each what it says")
        for id_, entry in entries.items():
            yield part, str(id_), entry


def _guidance(where: str, entry: Any) -> Guidance:  # Any: as above
    names = [one.name for one in fields(Guidance)]
    if not isinstance(entry, dict) or not entry.keys() <= set(names):
        raise LawError(f"{where}: an entry has {', '.join(names)} and nothing else")
    texts = {name: _text(f"{where}: {name}", said) for name, said in entry.items() if name != "rights"}
    rights = entry.get("rights")
    if rights is not None and not (isinstance(rights, list) and all(isinstance(one, str) for one in rights)):
        raise LawError(f"{where}: rights: write a list of ids of norms")
    return Guidance(**texts, rights=None if rights is None else tuple(rights))


def _text(where: str, said: Any) -> Text:  # Any: as above
    if not isinstance(said, dict) or set(said) != set(_LANGUAGES):
        raise LawError(f"{where}: write it in {', '.join(_LANGUAGES)}, in each once")
    if not all(isinstance(one, str) and one.strip() for one in said.values()):
        raise LawError(f"{where}: a language is empty; write it in {', '.join(_LANGUAGES)}")
    ja, easy, en = (" ".join(said[language].split()) for language in _LANGUAGES)
    text = Text(
        ja.replace("。 ", "。"), easy, en
    )  # a folded line of YAML ends in a space, which Japanese does not write
    refuse_bad_wording(where, text)
    return text
