"""A person's names as keys that can be compared across scripts: equal keys mean names that may be one name.

Keys are evidence for a candidate, never a link: other people share them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

from kyosei.facts.statements import Name
from kyosei.identity.names.characters import fold_characters, is_ideograph
from kyosei.identity.names.hangul import is_hangul, romanised
from kyosei.identity.names.ideographs import READINGS, on_readings_of
from kyosei.identity.names.kana import consonants, fold_kana, is_kana
from kyosei.identity.names.latin import fold_latin, tokens_of
from kyosei.identity.names.traditions import TRADITIONS, Tradition, heard

__all__ = ["NORMALISATION", "NameKeys", "name_keys"]

NORMALISATION = "2026-11"
"""The version of everything in this folder; a change that changes any key changes it."""

_TOKENS_MAX = 8
_COMBINATIONS_MAX = 24
_SHORTEST = 2
"""A key of fewer sounds says nothing."""

Reading = tuple[str, ...]
"""The tokens of a name as folded katakana."""


@dataclass(frozen=True, slots=True)
class NameKeys:
    """The keys of all names of a person, in every tradition.

    characters: whole names in folded Chinese characters. sounds: whole names as folded katakana, tokens sorted, as written
    and turned round. parts: of names of three tokens or more, any two tokens, and all but one. consonants: as `sounds`,
    only the consonants.
    """

    characters: frozenset[str]
    sounds: frozenset[str]
    parts: frozenset[str]
    consonants: frozenset[str]


def name_keys(names: Iterable[Name]) -> NameKeys:
    """The keys of names in any scripts; total: a name that cannot be read has none."""
    written = [tokens_of(name.text)[:_TOKENS_MAX] for name in names]
    readings = {reading for tokens in written for reading in _readings(tokens)}
    characters = frozenset(
        folded for tokens in written if _all_ideographs(tokens) and len(folded := fold_characters("".join(tokens))) > 1
    )
    sounds = {order for reading in readings for order in _orders(reading)}
    parts = {"".join(part) for reading in readings for part in _parts(reading)}
    orders = {order for reading in readings for order in _orders(tuple(consonants(token) for token in reading))}
    return NameKeys(
        characters,
        frozenset(fold_kana(sound) for sound in sounds if len(sound) >= _SHORTEST),
        frozenset(fold_kana(part) for part in parts if len(part) >= _SHORTEST),
        frozenset(order for order in orders if len(order) >= _SHORTEST),
    )


def _all_ideographs(tokens: Sequence[str]) -> bool:
    return bool(tokens) and all(is_ideograph(character) for token in tokens for character in token)


def _readings(tokens: Sequence[str]) -> Iterator[Reading]:
    """The name as heard in every tradition, and in on readings; without what a tradition leaves out."""
    for tradition in TRADITIONS:
        yield from _reading(tokens, tradition)
    if any(is_ideograph(character) for token in tokens for character in token):
        on = tuple(_on_reading(token) for token in tokens)
        if all(on):
            yield on
    else:  # pinyin of characters that we do not see, in on readings
        possible = [on_readings_of(fold_latin(token)) for token in tokens]
        for combination in islice(product(*possible), _COMBINATIONS_MAX if tokens else 0):
            yield tuple(fold_kana(sound) for sound in combination)


def _reading(tokens: Sequence[str], tradition: Tradition) -> Iterator[Reading]:
    """The tokens as heard; particles left out, and joined to what follows them."""
    particles = {heard(tradition, particle) for particle in tradition.particles}
    medial = tradition.medial or tradition
    found = tuple(_heard(token, tradition if place < 2 else medial) for place, token in enumerate(tokens))
    if not all(found) or not found:
        return  # part of the name cannot be read, and the rest is not the name
    kept = tuple(sound for sound in found if sound not in particles) if len(found) > 2 else found
    if len(set(kept)) == 1:
        yield kept[:1]  # one name alone is written twice in forms of two fields
    elif kept:
        yield kept
    if 0 < len(kept) < len(found):
        yield _joined(found, particles)


def _joined(found: Reading, particles: set[str]) -> Reading:
    """The tokens, each particle one token with the next."""
    tokens, before = [], ""
    for sound in found:
        before += sound
        if sound not in particles:
            tokens.append(fold_kana(before))
            before = ""
    return (*tokens, before) if before else tuple(tokens)


def _heard(token: str, tradition: Tradition) -> str:
    plain = unicodedata.normalize("NFKC", token)
    if any(is_kana(character) for character in plain):
        return fold_kana(plain)
    if any(is_hangul(character) for character in plain):
        return heard(tradition, romanised(plain)) if tradition.name.startswith("korean") else ""
    if any(is_ideograph(character) for character in plain):
        return _ideographs_heard(fold_characters(plain), tradition)
    return heard(tradition, letters) if (letters := fold_latin(plain)) else ""


def _ideographs_heard(characters: str, tradition: Tradition) -> str:
    column = {"chinese": 0, "korean": 2, "korean medial": 2}.get(tradition.name)
    if column is None or not all(character in READINGS for character in characters):
        return ""
    return fold_kana("".join(heard(tradition, READINGS[character][column]) for character in characters))


def _on_reading(token: str) -> str:
    characters = fold_characters(token)
    if any(is_kana(character) for character in token) or not all(c in READINGS for c in characters):
        return ""
    return fold_kana("".join(READINGS[character][1] for character in characters))


def _orders(reading: Reading) -> Iterator[str]:
    """Sorted; as written, for who writes no spaces; and the last token first or the first last."""
    yield "".join(sorted(reading))
    yield "".join(reading)
    if len(reading) > 1:
        yield "".join((reading[-1], *reading[:-1]))
        yield "".join((*reading[1:], reading[0]))


def _parts(reading: Reading) -> Iterator[tuple[str, ...]]:
    if len(reading) > 2:
        ordered = sorted(reading)
        yield from combinations(ordered, 2)
        if len(ordered) > 3:
            yield from combinations(ordered, len(ordered) - 1)
