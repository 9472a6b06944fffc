"""What every field is: a descriptor that reads its value from a case file and lays it out in whole numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast, overload

from kyosei.facts.statements import FieldValue

if TYPE_CHECKING:
    from kyosei.facts.kinds import Kind

__all__ = ["Field", "whole_number"]

T = TypeVar("T")  # the expression in a norm
V = TypeVar("V")  # the value in a statement
_LARGEST = 10**13


class Field(Generic[T, V]):
    """A field; `unit` is what the case file and the vocabulary call its unit."""

    unit = ""
    json_type = "string"

    def __init__(self, ja: str, en: str) -> None:
        self.title_ja = ja
        self.title_en = en
        self.name = ""

    def __set_name__(self, owner: type[Kind], name: str) -> None:
        self.name = name.rstrip("_")  # `for_` and `with_` are the fields `for` and `with`

    @overload
    def __get__(self, instance: None, owner: type[Kind]) -> T: ...
    @overload
    def __get__(self, instance: Kind, owner: type[Kind]) -> V | None: ...
    def __get__(self, instance: Kind | None, owner: type[Kind]) -> T | V | None:
        if instance is None:
            return self.term(owner)
        return cast("V | None", instance.statement.data.get(self.name))  # read() made it a V

    def term(self, kind: type[Kind]) -> T:
        """The field as an expression about whom the kind is bound to."""
        raise NotImplementedError

    def read(self, raw: object) -> FieldValue:
        """The value from a case file; ValueError with a plain reason if it is not one."""
        raise NotImplementedError

    def columns(self) -> tuple[str, ...]:
        """The names of the whole-number columns in which the evidence keeps the field; none if no norm can read it."""
        return (self.name,)

    def cells(self, value: FieldValue) -> tuple[int, ...]:
        """The value in those columns."""
        assert isinstance(value, int)
        return (value,)


def whole_number(raw: object, what: str) -> int:
    """A whole number that is not negative; `what` it counts is for the message."""
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise ValueError(f"must be a whole number of {what}")
    if not 0 <= raw <= _LARGEST:
        raise ValueError(f"must be between 0 and {_LARGEST} {what}")
    return raw
