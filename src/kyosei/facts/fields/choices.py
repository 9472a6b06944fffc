"""Fields with a closed list of values: choices, codes, and true or false."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from kyosei.errors import LawError
from kyosei.facts.fields.conditions import holds_with
from kyosei.facts.fields.field import Field
from kyosei.facts.statements import FieldValue
from kyosei.terms.expressions import Choice, Cond, make
from kyosei.terms.questions import Form, Test, TestKind
from kyosei.timelines.program import Op, Value

if TYPE_CHECKING:
    from kyosei.facts.kinds import Kind

__all__ = ["BoolField", "ChoiceField", "CodeField"]


class ChoiceField(Field[Choice, str]):
    """One of a declared list of slugs."""

    def __init__(self, ja: str, en: str, *options: str) -> None:
        super().__init__(ja, en)
        if len(options) > 61 or len(set(options)) != len(options):
            raise LawError(f"{en}: a choice has at most 61 different values")
        self.options = options

    def term(self, kind: type[Kind]) -> Choice:
        """The values still possible."""
        node = make(Op.LEAF, Value.CHOICE, kind.binding().scope, question=kind.question(Form.CHOICE, self.name))
        return Choice(node, self.options)

    def read(self, raw: object) -> FieldValue:
        """The slug."""
        if not isinstance(raw, str) or raw not in self.options:
            raise ValueError(f"must be one of {', '.join(self.options)}")
        return raw

    def cells(self, value: FieldValue) -> tuple[int, ...]:
        """The place in the list, from 1."""
        return (self.options.index(cast("str", value)) + 1,)  # read() made it one of the options


class CodeField(ChoiceField):
    """A code of an official list (a prefecture by JIS X 0401)."""


class BoolField(Field[Cond, bool]):
    """True or false."""

    json_type = "boolean"

    def term(self, kind: type[Kind]) -> Cond:
        """It is true."""
        return holds_with(kind, Test(self.name, TestKind.AMONG, 1 << 2))

    def read(self, raw: object) -> FieldValue:
        """1 or 0."""
        if not isinstance(raw, bool):
            raise ValueError("must be true or false")
        return int(raw)

    def cells(self, value: FieldValue) -> tuple[int, ...]:
        """1 for false, 2 for true."""
        assert isinstance(value, int)
        return (value + 1,)
