"""Fields with several values: slugs, items with yen, and names of fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from kyosei.errors import LawError
from kyosei.facts.fields.conditions import holds_with
from kyosei.facts.fields.field import Field, whole_number
from kyosei.facts.statements import FieldValue
from kyosei.terms.expressions import Cond, Number, Yen, make
from kyosei.terms.questions import Form, Test, TestKind
from kyosei.timelines.program import Op, Value

if TYPE_CHECKING:
    from kyosei.facts.kinds import Kind

__all__ = ["FieldNamesField", "ItemsField", "ItemsTerm", "SlugsField", "SlugsTerm"]


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
        return holds_with(self._kind, Test(self._field.name, TestKind.HAS_ANY, mask))


class SlugsField(Field[SlugsTerm, tuple[str, ...]]):
    """A list of slugs; norms can ask for the known ones."""

    json_type = "array"

    def __init__(self, ja: str, en: str, *known: str) -> None:
        super().__init__(ja, en)
        if len(known) > 61 or len(set(known)) != len(known):
            raise LawError(f"{en}: norms can ask for at most 61 different slugs")
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

    def cells(self, value: FieldValue) -> tuple[int, ...]:
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
            if not isinstance(entry, dict) or set(entry) != {"item", "yen"}:
                raise ValueError('must be a list such as [{"item": "commuting", "yen": 10000}]')
            item = entry["item"]
            if not isinstance(item, str) or not 0 < len(item) <= 100 or not item.isprintable():
                raise ValueError("must name each item with 1 to 100 characters, none of control")
            try:
                rows.append((item, whole_number(entry["yen"], "yen")))
            except ValueError as error:
                raise ValueError(f"{error} for each item") from error
        return tuple(rows)

    def columns(self) -> tuple[str, ...]:
        """A column for each known item and one for the others."""
        return tuple(f"{self.name}:{item}" for item in (*self.known, "other"))

    def cells(self, value: FieldValue) -> tuple[int, ...]:
        """The sums."""
        sums = dict.fromkeys((*self.known, "other"), 0)
        for item, amount in cast("tuple[tuple[str, int], ...]", value):  # read() made it pairs
            sums[item if item in sums else "other"] += amount
        return tuple(sums.values())


class FieldNamesField(SlugsField):
    """A list of kinds or of fields of kinds, such as work.contract or work.contract.hours_per_week."""

    def read(self, raw: object) -> FieldValue:
        """The names."""
        if not isinstance(raw, list) or not all(
            isinstance(name, str) and re.fullmatch(r"[a-z_0-9]+(\.[a-z_0-9]+){0,2}", name) for name in raw
        ):
            raise ValueError("must be a list of kinds or fields such as work.contract.hours_per_week")
        return tuple(raw)
