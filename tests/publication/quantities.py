"""The quantities that a sentence names, in English or Japanese, so that paraphrases in both can be compared.

A quantity is a number with its unit: days, months, years, hours, yen or per cent. Dates are set apart. One and `a` are left
out, because English writes them where Japanese has no number.
"""

from __future__ import annotations

import re
from fractions import Fraction

__all__ = [
    "dates_in_english",
    "dates_in_japanese",
    "numbers_in_english",
    "quantities_in_english",
    "quantities_in_japanese",
]

Quantity = tuple[str, Fraction]

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: number for number, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "ninth": 9, "twelfth": 12,
    **{f"{word}th": number for word, number in _WORDS.items()},
    **{f"{word[:-1]}ieth": number for word, number in _WORDS.items() if word.endswith("y")},
}  # fmt: skip
_MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
]  # fmt: skip
_ENGLISH_UNITS = {"day": "day", "month": "month", "year": "year", "hour": "hour", "yen": "yen", "per cent": "%"}
_JAPANESE_UNITS = {"日": "day", "か月": "month", "年": "year", "時間": "hour", "円": "yen", "%": "%"}

_ENGLISH_DATE = re.compile(
    rf"\d{{4}}-\d\d-\d\d|\b\d{{1,2}} (?:{'|'.join(_MONTHS)})\b|\b(?:{'|'.join(_MONTHS)}) \d{{4}}\b"
)
_JAPANESE_DATE = re.compile(r"\d{4}年 ?(?:\d{1,2}月 ?(?:\d{1,2}日)?)?|\d{1,2}月 ?\d{1,2}日")
_WORD = "|".join(sorted((*_WORDS, *_SCALES), key=len, reverse=True))
_NUMBER = rf"\d[\d,]*(?:\.\d+)?(?:(?: |-)(?:{'|'.join(_SCALES)}))?|\b(?:{_WORD})(?:(?:-| )(?:{_WORD}))*\b"
_ENGLISH = re.compile(
    rf"({_NUMBER})(?:[ -](?:whole|consecutive|full|insured|calendar|working))?[ -](day|month|year|hour|yen|per cent)s?\b"
)
_JAPANESE = re.compile(r"(\d[\d,]*(?:\.\d+)?)(万)?\s?(日|か月|年|時間|円|%)")


def quantities_in_english(text: str) -> set[Quantity]:
    """What a docstring names."""
    said = _ENGLISH_DATE.sub(" ", text)
    return {
        (_ENGLISH_UNITS[unit], number) for written, unit in _ENGLISH.findall(said) if (number := _english(written)) != 1
    }


def quantities_in_japanese(text: str) -> set[Quantity]:
    """What a paraphrase names; 万 is ten thousand."""
    said = _JAPANESE_DATE.sub(" ", text)
    found = (
        (unit, Fraction(digits.replace(",", "")) * (10_000 if ten else 1))
        for digits, ten, unit in _JAPANESE.findall(said)
    )
    return {(_JAPANESE_UNITS[unit], number) for unit, number in found if number != 1}


def numbers_in_english(text: str) -> set[Fraction]:
    """Every number of a docstring outside its dates, with or without a unit: `the 10th`, `or six in one year`."""
    said = _ENGLISH_DATE.sub(" ", text).lower()
    ordinals = {Fraction(_ORDINALS[word]) for word in re.findall(r"[a-z]+", said) if word in _ORDINALS}
    counted = {Fraction(int(found)) for found in re.findall(r"\b(\d+)(?:st|nd|rd|th)\b", said)}
    plural = {Fraction(1_000)} if "thousands" in said else set()
    return {_english(found) for found in re.findall(_NUMBER, said)} | ordinals | counted | plural


def dates_in_english(text: str) -> set[tuple[int, ...]]:
    """Dates as (year, month, day), (month, day) or (year, month)."""
    found: set[tuple[int, ...]] = set()
    for written in _ENGLISH_DATE.findall(text):
        parts = re.split("[- ]", written)
        found.add(tuple(_MONTHS.index(part) + 1 if part in _MONTHS else int(part) for part in _largest_first(parts)))
    return found


def dates_in_japanese(text: str) -> set[tuple[int, ...]]:
    """The same of a paraphrase; a year alone is none."""
    parts = (tuple(map(int, re.findall(r"\d+", written))) for written in _JAPANESE_DATE.findall(text))
    return {found for found in parts if len(found) > 1}


def _largest_first(parts: list[str]) -> list[str]:
    """`10 July` and `October 2026` are written with the smaller part first."""
    return parts if len(parts) == 3 else parts[::-1]


def _english(written: str) -> Fraction:
    """`28`, `5,000`, `three million`, `sixty-four`, `a hundred`."""
    total, current = Fraction(0), Fraction(0)
    for word in re.split("[ -]", written.lower()):
        if word in _SCALES:
            current = max(current, Fraction(1)) * _SCALES[word]
            if _SCALES[word] > 100:
                total, current = total + current, Fraction(0)
        else:
            current += _WORDS[word] if word in _WORDS else Fraction(word.replace(",", ""))
    return total + current
