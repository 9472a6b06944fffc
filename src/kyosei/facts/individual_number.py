"""The Individual Number (個人番号, "My Number") is never kept: it is recognised anywhere, and refused unrepeated.

The Number Use Act (425AC0000000027) arts. 19 and 20 forbids to take or keep it outside the purposes that it lists.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from kyosei.errors import IndividualNumberError
from kyosei.facts.check_digits import corporate_check_digit, individual_check_digit

__all__ = ["holds_individual_number", "refuse_individual_numbers"]

_SEPARATOR = r"(\s*[-‐‑‒–—―−ー・･.,_/|]\s*|\s+)"
_GROUPED = re.compile(
    r"(?<![0-9])(?=([0-9]{12}"
    + "".join(
        rf"|[0-9]{{{size}}}(?P<s{size}>{_SEPARATOR})[0-9]{{{size}}}(?:(?P=s{size})[0-9]{{{size}}}){{{12 // size - 2}}}"
        for size in (6, 4, 3, 2, 1)
    )
    + r")(?![0-9]))"
)
_RANDOM_ID = re.compile(
    r"(?<![0-9A-Za-z])(?=[0-9-]*[a-f])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,})(?![0-9A-Za-z])"
)
"""A UUID, or 32 hexadecimal digits and more: one in a thousand of them has such a number in it by chance."""
_DIGITS = 12
_LEADING_DIGIT = re.compile(rf"(?<![0-9])([0-9]){_SEPARATOR}?\Z")


def holds_individual_number(text: str) -> bool:
    """Whether twelve digits with a right check digit stand together, in any script's digits.

    Together means in one run or in equal groups with the same separator between them. Longer runs do not count, nor
    does a corporate number (法人番号), which is one digit before twelve, nor what lies within a UUID or a hash.
    """
    if text.isascii():
        if len(text) < _DIGITS:  # of other scripts, one character may stand for several digits
            return False
        plain = _RANDOM_ID.sub("x", text)
    else:
        plain = _RANDOM_ID.sub("x", _plain(text))
    for match in _GROUPED.finditer(plain):
        digits = re.sub(r"[^0-9]", "", match[1])
        if individual_check_digit(digits[:11]) == int(digits[11]) and not _is_corporate(plain[: match.start()], digits):
            return True
    return False


def refuse_individual_numbers(content: object, where: str) -> None:
    """IndividualNumberError if a text, a number, or any key or value within lists and mappings holds one.

    `where` names the content in the message; the place within it is added as a path.
    """
    if not _holds(content):
        return
    for place, text in _texts(content, where):
        if holds_individual_number(text):
            raise IndividualNumberError(
                f"{place}: an Individual Number (個人番号) stands here; it may not be kept, so nothing was taken:"
                " remove it at the source, destroy this copy, and submit again"
            )


def _plain(text: str) -> str:
    """Digits of every script as 0 to 9, compatibility forms as their plain ones, without invisible characters."""
    return "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in unicodedata.normalize("NFKC", text)
        if unicodedata.category(character) not in ("Cf", "Mn")
    )


def _is_corporate(before: str, base: str) -> bool:
    """Whether the digit before twelve digits makes them a corporate number (426M60000040070 art. 2)."""
    leading = _LEADING_DIGIT.search(before)
    return leading is not None and int(leading[1]) == corporate_check_digit(base)


def _holds(content: object) -> bool:
    """Whether any of `_texts` holds one."""
    if isinstance(content, str):
        return holds_individual_number(content)
    if isinstance(content, int):
        return not isinstance(content, bool) and holds_individual_number(str(abs(content)))
    if isinstance(content, Mapping):
        return any(holds_individual_number(str(key)) or _holds(value) for key, value in content.items())
    return isinstance(content, list | tuple) and any(map(_holds, content))


def _texts(content: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(content, str):
        yield where, content
    elif isinstance(content, int) and not isinstance(content, bool):
        yield where, str(abs(content))
    elif isinstance(content, Mapping):
        for number, (key, value) in enumerate(content.items(), start=1):
            yield f"{where}, key {number}", str(key)
            shown = key if isinstance(key, str) and not holds_individual_number(key) else number
            yield from _texts(value, f"{where}.{shown}")
    elif isinstance(content, list | tuple):
        for number, value in enumerate(content, start=1):
            yield from _texts(value, f"{where}[{number}]")
