"""What the values of choices, lists and codes are called: by the labels of their field, or by the law's table of statuses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kyosei.facts.labels import LABELS
from kyosei.law.jp.tables.statuses import STATUSES
from kyosei.terms.text import Text

__all__ = ["FIELDS_OF_STATUS", "STATUS_TITLES", "chosen_from", "word_said"]

FIELDS_OF_STATUS = ("residence.status.status", "residence.application.for_status", "residence.decision.granted_status")
STATUS_TITLES: Mapping[str, Text] = MappingProxyType(
    {fact.slug: Text(fact.title_ja, fact.title_ja, fact.title_en) for fact in STATUSES}
)
_NO_FACT = Text("なし", "ありません", "none")
_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")
_PERIOD_UNITS = (("年", "year"), ("か月", "month"), ("日", "day"))
_LISTED_MOST = 4


def word_said(field: str, word: str) -> Text:
    """A value of a field (its full name, such as residence.status.status); a period such as P4Y3M is 4 years 3 months.

    A value without a label stands as it is written.
    """
    table = STATUS_TITLES if field in FIELDS_OF_STATUS else LABELS.get(field, {})
    if word in table:
        return table[word]
    if word == "none":  # what a choice says of which there is no fact
        return _NO_FACT
    return _period(word) or Text(word, word, word)


def chosen_from(field: str, options: Sequence[str]) -> Text:
    """Values of a field in words; of many the first, and how many more there are."""
    said = [word_said(field, option) for option in options[:_LISTED_MOST]] or [Text("?", "?", "?")]
    ja, easy = "・".join(word.ja for word in said), "・".join(word.easy for word in said)
    *first, last = [word.en for word in said]
    more = len(options) - _LISTED_MOST
    if more > 0:
        return Text(
            f"{ja}ほか{more}種", f"{easy}、ほかに {more}つ", f"{', '.join([*first, last])} or one of {more} more"
        )
    return Text(ja, easy, f"{', '.join(first)} or {last}" if first else last)


def _period(word: str) -> Text | None:
    """An ISO 8601 duration in years, months and days; None for any other word."""
    found = _PERIOD.fullmatch(word)
    if found is None or not any(found.groups()):
        return None
    counted = [(int(count), unit) for count, unit in zip(found.groups(), _PERIOD_UNITS, strict=True) if count]
    ja = "".join(f"{count}{unit[0]}" for count, unit in counted)
    return Text(ja, ja, " ".join(f"{count} {unit[1]}{'' if count == 1 else 's'}" for count, unit in counted))
