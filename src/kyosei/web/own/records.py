"""Records as pages show them: which system they belong to, their days, and what stands in their fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kyosei.facts.kinds import Span
from kyosei.facts.statements import Statement
from kyosei.facts.vocabulary import kind_named
from kyosei.terms.text import Text
from kyosei.verdicts.field_prose import value_said

__all__ = ["SEVEN", "Field", "System", "fields_of", "is_event", "kind_title", "other_parties", "system_of_kind"]


class System(StrEnum):
    """The systems that speak about a person: the seven, and beside them support and family."""

    IMMIGRATION = "immigration"
    LABOUR = "labour"
    SOCIAL_INSURANCE = "social_insurance"
    TAX = "tax"
    FINANCE = "finance"
    EDUCATION = "education"
    HOUSING = "housing"
    SUPPORT = "support"
    FAMILY = "family"


SEVEN: Final = tuple(System)[:7]

_SYSTEMS: Final = {
    "residence": System.IMMIGRATION, "conduct": System.IMMIGRATION, "organisation": System.IMMIGRATION,
    "work": System.LABOUR, "employer": System.LABOUR,
    "pension": System.SOCIAL_INSURANCE, "health": System.SOCIAL_INSURANCE, "employment_insurance": System.SOCIAL_INSURANCE,
    "tax": System.TAX, "bank": System.FINANCE, "study": System.EDUCATION, "home": System.HOUSING,
    "support": System.SUPPORT, "recruitment": System.SUPPORT, "home_country": System.SUPPORT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: its title in Japanese and in English, and its value in words."""

    title: Text
    value: Text


def system_of_kind(kind: str) -> System:
    """The system of a kind, by the first part of its name; what belongs to no other is the family's."""
    return _SYSTEMS.get(kind.partition(".")[0], System.FAMILY)


def kind_title(kind: str) -> Text:
    """The title of a kind of statement."""
    facts = kind_named(kind).facts
    return Text(facts.title_ja, facts.title_ja, facts.title_en)


def is_event(statement: Statement) -> bool:
    """Whether it tells of a day and not of a period."""
    return kind_named(statement.kind).facts.span is Span.EVENT


def fields_of(statement: Statement) -> Iterator[Field]:
    """What a statement says, field by field."""
    declared = kind_named(statement.kind).fields
    for name, value in statement.data.items():
        field = declared[name]
        title = Text(field.title_ja, field.title_ja, field.title_en)
        yield Field(title, value_said(f"{statement.kind}.{name}", field, value))


def other_parties(statement: Statement, person: str) -> list[tuple[str, str]]:
    """The roles and ids of the parties that a statement is about beside the person."""
    return [(role, id_) for role, id_ in statement.about.items() if id_ != person]
