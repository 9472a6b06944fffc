"""The comparisons as Splink is told them: conditions in DuckDB's SQL over the columns of `columns_of`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from kyosei.identity.candidates.model import LEVELS, Model
from kyosei.identity.candidates.records import Record
from kyosei.identity.names import name_keys

__all__ = ["BLOCKING", "COLUMNS", "columns_of", "comparisons"]

COLUMNS = ("unique_id", "characters", "sounds", "parts", "consonants", "born", "born_turned", "sex")
"""The columns of a table of records; the second to the fifth are lists of text."""

_SIMILAR = 0.94
"""Jaro-Winkler similarity of folded katakana from which sounds are similar: about one kana in six."""

_CONDITIONS: Mapping[str, Mapping[str, str]] = {
    "name": {
        "same_characters": "list_has_any(characters_l, characters_r)",
        "same_sound": "list_has_any(sounds_l, sounds_r)",
        "part_left_out": "list_has_any(sounds_l, parts_r) OR list_has_any(parts_l, sounds_r)",
        "same_consonants": "list_has_any(consonants_l, consonants_r)",
        "similar_sound": (
            "list_max(list_transform(sounds_l, lambda x: list_max(list_transform(sounds_r,"
            f" lambda y: jaro_winkler_similarity(x, y))))) >= {_SIMILAR}"
        ),
    },
    "birth_date": {
        "same": "born_l = born_r",
        "day_and_month_turned": "born_l = born_turned_r",
        "one_digit": "levenshtein(born_l, born_r) = 1",
        "two_of_three": (
            "(substr(born_l, 1, 4) = substr(born_r, 1, 4))::INT + (substr(born_l, 6, 2) = substr(born_r, 6, 2))::INT"
            " + (substr(born_l, 9, 2) = substr(born_r, 9, 2))::INT >= 2"
        ),
    },
    "sex": {"same": "sex_l = sex_r"},
}
_NOT_HELD: Mapping[str, str] = {
    "name": (  # no two keys of one sort
        "NOT coalesce(len(characters_l) > 0 AND len(characters_r) > 0, FALSE)"
        " AND NOT coalesce(len(sounds_l) > 0 AND len(sounds_r) > 0, FALSE)"
    ),
    "birth_date": "born_l IS NULL OR born_r IS NULL",
    "sex": "sex_l IS NULL OR sex_r IS NULL",
}

BLOCKING: tuple[dict[str, object], ...] = (
    {"blocking_rule": "l.born = r.born"},
    {"blocking_rule": "l.born = r.born_turned"},
    {"blocking_rule": "l.characters = r.characters", "arrays_to_explode": ["characters"]},
    {"blocking_rule": "l.sounds = r.sounds", "arrays_to_explode": ["sounds"]},
    {"blocking_rule": "l.consonants = r.consonants", "arrays_to_explode": ["consonants"]},
)
"""Which pairs are compared at all: of one birth date, or of one name by any key."""


def columns_of(record: Record) -> dict[str, object]:
    """A row; names themselves are not in it, only their keys."""
    keys = name_keys(record.names)
    born = None if record.born is None else record.born.isoformat()
    lists = (keys.characters, keys.sounds, keys.parts, keys.consonants)
    values = (record.local, *map(_listed, lists), born, _turned(record.born), record.sex)
    return dict(zip(COLUMNS, values, strict=True))


def comparisons(model: Model) -> list[dict[str, object]]:
    """Every comparison with its outcomes and probabilities, the closest outcome first."""
    return [
        {
            "output_column_name": comparison,
            "comparison_levels": [
                {"sql_condition": _NOT_HELD[comparison], "is_null_level": True, "label_for_charts": "not_held"},
                *(
                    {
                        "sql_condition": _CONDITIONS[comparison].get(level, "ELSE"),
                        "label_for_charts": level,
                        "m_probability": model.probabilities[comparison][level][0],
                        "u_probability": model.probabilities[comparison][level][1],
                    }
                    for level in levels
                ),
            ],
        }
        for comparison, levels in LEVELS.items()
    ]


def _listed(keys: Collection[str]) -> list[str] | None:
    return sorted(keys) or None


def _turned(born: date | None) -> str | None:
    """The date with day and month the other way round, where that is another date."""
    if born is None or born.day > 12 or born.day == born.month:
        return None
    return date(born.year, born.day, born.month).isoformat()
