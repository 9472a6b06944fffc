"""The fields of kinds: in a norm an expression of the right type, in a statement the validated value.

Each field says how it is written in a case file (`read`), and as which whole numbers the evidence keeps it (`columns`).
"""

from __future__ import annotations

from kyosei.facts.fields.choices import BoolField, ChoiceField, CodeField
from kyosei.facts.fields.conditions import tests_in
from kyosei.facts.fields.field import Field
from kyosei.facts.fields.lists import FieldNamesField, ItemsField, ItemsTerm, SlugsField, SlugsTerm
from kyosei.facts.fields.measures import (
    AreaField,
    CalendarYear,
    Percent,
    PercentField,
    SquareMetres,
    YearField,
)
from kyosei.facts.fields.numbers import (
    CountField,
    DayField,
    DaysField,
    HoursField,
    NumberField,
    YenField,
    YenPerHourField,
)
from kyosei.facts.fields.texts import (
    CountryField,
    NationalityField,
    NationalityTerm,
    PartyField,
    PartyTerm,
    StatementField,
    TextField,
)

__all__ = [
    "AreaField",
    "BoolField",
    "CalendarYear",
    "ChoiceField",
    "CodeField",
    "CountField",
    "CountryField",
    "DayField",
    "DaysField",
    "Field",
    "FieldNamesField",
    "HoursField",
    "ItemsField",
    "ItemsTerm",
    "NationalityField",
    "NationalityTerm",
    "NumberField",
    "PartyField",
    "PartyTerm",
    "Percent",
    "PercentField",
    "SlugsField",
    "SlugsTerm",
    "SquareMetres",
    "StatementField",
    "TextField",
    "YearField",
    "YenField",
    "YenPerHourField",
    "tests_in",
]
