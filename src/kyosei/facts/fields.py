"""The fields of kinds: in a norm an expression of the right type, in a statement the validated value.

Each field says how it is written in a case file (`read`), and as which whole numbers the evidence keeps it (`columns`).
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

from kyosei.errors import LawError
from kyosei.facts.statements import FieldValue
from kyosei.terms.expressions import Choice, Cond, Days, Heads, Hours, LegalDay, Node, Number, Yen, make
from kyosei.terms.questions import Form, Question, Test, TestKind
from kyosei.terms.scopes import Party
from kyosei.timelines.days import day_from_date
from kyosei.timelines.program import Op, Value

if TYPE_CHECKING:
    from kyosei.facts.kinds import Kind

__all__ = [
    "BoolField",
    "ChoiceField",
    "CodeField",
    "CountField",
    "DayField",
    "DaysField",
    "Field",
    "HoursField",
    "ItemsField",
    "NumberField",
    "PartyField",
    "PartyTerm",
    "SlugsField",
    "SlugsTerm",
    "TextField",
    "YenField",
    "tests_in",
]

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

    def cells(self, value: FieldValue) -> tuple[int | None, ...]:
        """The value in those columns."""
        assert isinstance(value, int)
        return (value,)


def _whole(raw: object, what: str) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise ValueError(f"must be a whole number of {what}")
    if not 0 <= raw <= _LARGEST:
        raise ValueError(f"must be between 0 and {_LARGEST} {what}")
    return raw


class NumberField(Field[Number[Any], int]):
    """A whole number; subclasses give the unit."""

    json_type = "integer"

    def term(self, kind: type[Kind]) -> Number[Any]:
        """The interval of what is possible."""
        return Number(make(Op.LEAF, Value.NUMBER, kind.binding().scope, question=kind.question(Form.NUMBER, self.name)))

    def read(self, raw: object) -> FieldValue:
        """A whole number that is not negative."""
        return _whole(raw, self.unit)


class YenField(Field[Number[Yen], int]):
    """Whole yen."""

    unit = "yen"
    json_type = "integer"
    term = cast("Any", NumberField.term)  # the same body at another type
    read = cast("Any", NumberField.read)  # as above


class HoursField(Field[Number[Hours], int]):
    """Hours with at most two decimals, kept in minutes."""

    unit = "hours"
    json_type = "number"
    term = cast("Any", NumberField.term)  # the same body at another type

    def read(self, raw: object) -> FieldValue:
        """Minutes."""
        if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
            raise ValueError("must be a number of hours")
        exact = Decimal(str(raw))
        if not exact.is_finite() or exact < 0 or exact > 9000:
            raise ValueError("must be between 0 and 9000 hours")
        if exact != exact.quantize(Decimal("0.01")):
            raise ValueError("must have at most two decimals")
        return int((exact * 60).to_integral_value(rounding="ROUND_HALF_UP"))


class DaysField(Field[Number[Days], int]):
    """A count of days."""

    unit = "days"
    json_type = "integer"
    term = cast("Any", NumberField.term)  # the same body at another type
    read = cast("Any", NumberField.read)  # as above


class CountField(Field[Number[Heads], int]):
    """A count of persons or things."""

    unit = "count"
    json_type = "integer"
    term = cast("Any", NumberField.term)  # the same body at another type
    read = cast("Any", NumberField.read)  # as above


class DayField(Field[Number[LegalDay], int]):
    """A day, ISO date."""

    unit = "day"
    term = cast("Any", NumberField.term)  # the same body at another type

    def read(self, raw: object) -> FieldValue:
        """The day number."""
        if not isinstance(raw, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", raw):
            raise ValueError("must be a date such as 2026-11-21")
        try:
            day = date.fromisoformat(raw)
        except ValueError as error:
            raise ValueError("is no day of the calendar") from error
        if not 1900 <= day.year <= 2200:
            raise ValueError("must lie between 1900 and 2200")
        return day_from_date(day)


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

    def cells(self, value: FieldValue) -> tuple[int | None, ...]:
        """The place in the list, from 1."""
        return (self.options.index(cast("str", value)) + 1,)  # read() made it one of the options


class CodeField(ChoiceField):
    """A code of an official list (a prefecture by JIS X 0401)."""


class BoolField(Field[Cond, bool]):
    """True or false."""

    json_type = "boolean"

    def term(self, kind: type[Kind]) -> Cond:
        """It is true."""
        return _holds_with(kind, Test(self.name, TestKind.AMONG, 1 << 2))

    def read(self, raw: object) -> FieldValue:
        """1 or 0."""
        if not isinstance(raw, bool):
            raise ValueError("must be true or false")
        return int(raw)

    def cells(self, value: FieldValue) -> tuple[int | None, ...]:
        """1 for false, 2 for true."""
        assert isinstance(value, int)
        return (value + 1,)


def _holds_with(kind: type[Kind], test: Test) -> Cond:
    """Such a fact holds and passes one more test; a kind that is not bound yet may say so inside `where`."""
    binding = kind.binding()
    question = Question(kind.facts.name, Form.HOLDS, binding.bound, (*binding.tests, test), at_key=binding.at_key)
    return Cond(make(Op.LEAF, Value.TRUTH, binding.scope, question=question))


class PartyTerm:
    """The party that a field names."""

    def __init__(self, kind: type[Kind], field: str) -> None:
        self._kind = kind
        self._field = field

    def is_(self, party: Party) -> Cond:
        """It is this party of the scope."""
        binding = self._kind.binding()
        if party.scope != binding.scope and not (party.scope.is_root and party.scope.root == binding.scope.root):
            raise LawError(f"{self._field}: a party of {party.scope.name} in an expression about {binding.scope.name}")
        return _holds_with(self._kind, Test(self._field, TestKind.IS_PARTY, party.place))


class PartyField(Field[PartyTerm, str]):
    """The id of a party."""

    def term(self, kind: type[Kind]) -> PartyTerm:
        """To be compared with a party of the scope."""
        return PartyTerm(kind, self.name)

    def read(self, raw: object) -> FieldValue:
        """The id; that it exists is checked by the reader."""
        if not isinstance(raw, str) or ":" not in raw:
            raise ValueError("must be the id of a party such as org:acme")
        return raw


class SlugsTerm:
    """A list of slugs."""

    def __init__(self, kind: type[Kind], field: SlugsField) -> None:
        self._kind = kind
        self._field = field

    def has_any(self, *slugs: str) -> Cond:
        """At least one of these is in the list."""
        mask = 0
        for slug in slugs:
            if slug not in self._field.known:
                raise LawError(f"{self._field.name}: {slug!r} is not one of {', '.join(self._field.known)}")
            mask |= 1 << (self._field.known.index(slug) + 1)
        return _holds_with(self._kind, Test(self._field.name, TestKind.HAS_ANY, mask))


class SlugsField(Field[SlugsTerm, tuple[str, ...]]):
    """A list of slugs; norms can ask for the known ones."""

    json_type = "array"

    def __init__(self, ja: str, en: str, *known: str) -> None:
        super().__init__(ja, en)
        self.known = known

    def term(self, kind: type[Kind]) -> SlugsTerm:
        """To be asked for known slugs."""
        return SlugsTerm(kind, self)

    def read(self, raw: object) -> FieldValue:
        """The slugs."""
        if not isinstance(raw, list) or not all(
            isinstance(slug, str) and re.fullmatch(r"[a-z0-9]+([-_][a-z0-9]+)*", slug) for slug in raw
        ):
            raise ValueError("must be a list of lower-case slugs")
        return tuple(raw)

    def cells(self, value: FieldValue) -> tuple[int | None, ...]:
        """A bit for each known slug."""
        mask = 0
        for slug in cast("tuple[str, ...]", value):  # read() made it slugs
            if slug in self.known:
                mask |= 1 << (self.known.index(slug) + 1)
        return (mask,)


class ItemsTerm:
    """A list of items with yen."""

    def __init__(self, kind: type[Kind], field: ItemsField) -> None:
        self._kind = kind
        self._field = field

    def of(self, item: str) -> Number[Yen]:
        """The yen of one item; nothing if the list is given without it."""
        if item != "other" and item not in self._field.known:
            raise LawError(f"{self._field.name}: {item!r} is not one of {', '.join(self._field.known)}")
        question = self._kind.question(Form.NUMBER, f"{self._field.name}:{item}")
        return Number(make(Op.LEAF, Value.NUMBER, self._kind.binding().scope, question=question))


class ItemsField(Field[ItemsTerm, tuple[tuple[str, int], ...]]):
    """A list of {item, yen}; items that are not known here count as `other`."""

    unit = "yen"
    json_type = "array"

    def __init__(self, ja: str, en: str, *known: str) -> None:
        super().__init__(ja, en)
        self.known = known

    def term(self, kind: type[Kind]) -> ItemsTerm:
        """To be asked item by item."""
        return ItemsTerm(kind, self)

    def read(self, raw: object) -> FieldValue:
        """(item, yen) pairs."""
        if not isinstance(raw, list):
            raise ValueError('must be a list such as [{"item": "commuting", "yen": 10000}]')
        rows: list[tuple[str, int]] = []
        for entry in raw:
            if not isinstance(entry, dict) or set(entry) != {"item", "yen"} or not isinstance(entry["item"], str):
                raise ValueError('must be a list such as [{"item": "commuting", "yen": 10000}]')
            rows.append((entry["item"], _whole(entry["yen"], "yen")))
        return tuple(rows)

    def columns(self) -> tuple[str, ...]:
        """A column for each known item and one for the others."""
        return tuple(f"{self.name}:{item}" for item in (*self.known, "other"))

    def cells(self, value: FieldValue) -> tuple[int | None, ...]:
        """The sums."""
        sums = dict.fromkeys((*self.known, "other"), 0)
        for item, amount in cast("tuple[tuple[str, int], ...]", value):  # read() made it pairs
            sums[item if item in sums else "other"] += amount
        return tuple(sums.values())


class TextField(Field[None, str]):
    """Text that no norm reads."""

    def term(self, kind: type[Kind]) -> None:
        """Refused: free text is no ground for a verdict."""
        raise LawError(f"{kind.facts.name}.{self.name} is free text; no norm may read it")

    def read(self, raw: object) -> FieldValue:
        """Text of moderate length."""
        if not isinstance(raw, str) or len(raw) > 2000:
            raise ValueError("must be text of at most 2000 characters")
        return raw

    def columns(self) -> tuple[str, ...]:
        """None."""
        return ()

    def cells(self, value: FieldValue) -> tuple[int | None, ...]:
        """None."""
        del value
        return ()


def tests_in(kind: str, node: Node) -> tuple[Test, ...]:
    """The tests of one statement that a condition on fields of a kind amounts to; LawError if it is more than that."""
    if node.op is Op.AND:
        return tuple(test for argument in node.arguments for test in tests_in(kind, argument))
    if node.op is Op.NOT:
        inner = tests_in(kind, node.arguments[0])
        if len(inner) == 1:
            return (Test(inner[0].field, inner[0].kind, inner[0].operand, not inner[0].wanted),)
    question = node.arguments[0].question if node.arguments else node.question
    if question is not None and question.kind == kind:
        if node.op is Op.LEAF and question.form is Form.HOLDS and question.tests:
            return question.tests
        if node.op is Op.IS_IN and question.value is not None:
            return (Test(question.value, TestKind.AMONG, node.parameters[0]),)
    if node.op in (Op.AT_LEAST, Op.MORE_THAN):
        return _bound_test(kind, node)
    raise LawError(f"{kind}.where(…) takes conditions on fields of {kind} and constants, joined by &")


def _bound_test(kind: str, node: Node) -> tuple[Test, ...]:
    left, right = node.arguments
    margin = 1 if node.op is Op.MORE_THAN else 0
    for field, constant, at_least in ((left, right, True), (right, left, False)):
        question = field.question
        if question is not None and question.kind == kind and question.value and constant.op is Op.CONST_NUMBER:
            bound = constant.parameters[0]
            if at_least:
                return (Test(question.value, TestKind.AT_LEAST, bound + margin),)
            return (Test(question.value, TestKind.AT_MOST, bound - margin),)
    raise LawError(f"{kind}.where(…) compares fields of {kind} with constants only")
