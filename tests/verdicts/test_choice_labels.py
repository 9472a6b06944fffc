"""Every value of every choice, list and code has a label in Japanese, easy Japanese and English."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.fields import Field
from kyosei.facts.kinds import Kind
from kyosei.facts.labels import LABELS
from kyosei.facts.vocabulary import KINDS
from kyosei.verdicts.choice_prose import FIELDS_OF_STATUS, word_said

ALL: tuple[type[Kind], ...] = (*KINDS, EmploymentRelation)
FIELDS: dict[str, Field[Any, Any]] = {
    f"{kind.facts.name}.{name}": field for kind in ALL for name, field in kind.fields.items()
}  # Any: fields of different values in one table
PERIOD = re.compile(r"P(\d+[YMD])+")


def values_of(field: Field[Any, Any]) -> tuple[str, ...]:  # Any: as above
    """The values that norms can ask for; of a list of amounts also `other`."""
    known: tuple[str, ...] = getattr(field, "options", None) or getattr(field, "known", None) or ()
    return (*known, "other") if field.unit == "yen" and known else known


CHOICES = {name: values_of(field) for name, field in FIELDS.items() if values_of(field)}


@pytest.mark.parametrize("name", CHOICES)
def test_every_value_has_its_words(name: str) -> None:
    for value in CHOICES[name]:
        said = word_said(name, value)
        labelled = name in FIELDS_OF_STATUS or value in LABELS.get(name, {}) or PERIOD.fullmatch(value)
        assert labelled, (
            f"give {value!r} of {name} a label in src/kyosei/facts/labels, as docs/guides/add-a-kind.md shows"
        )
        assert not re.fullmatch(r"[a-z0-9]+([-_][a-z0-9]+)*", said.ja), f"{said.ja!r} is no Japanese"
        assert "_" not in said.en


@pytest.mark.parametrize("name", LABELS)
def test_labels_are_of_values_that_there_are(name: str) -> None:
    assert set(LABELS[name]) - set(CHOICES[name]) == set()


@pytest.mark.parametrize("name", LABELS)
def test_two_values_of_a_field_are_told_apart(name: str) -> None:
    same_in_law = {("type_changed", "category_change")}  # two words of municipalities' lists for one event
    labels = LABELS[name]
    alike = {(one, other) for one in labels for other in labels if one < other and labels[one].ja == labels[other].ja}
    assert alike <= {tuple(sorted(pair)) for pair in same_in_law}
