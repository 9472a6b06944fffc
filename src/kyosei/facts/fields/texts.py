"""Fields that hold words or ids: parties, other statements, countries and free text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kyosei.errors import LawError
from kyosei.facts.fields.conditions import holds_with
from kyosei.facts.fields.field import Field
from kyosei.facts.statements import FieldValue
from kyosei.terms.expressions import Cond
from kyosei.terms.questions import Test, TestKind
from kyosei.terms.scopes import Party

if TYPE_CHECKING:
    from kyosei.facts.kinds import Kind

__all__ = [
    "CountryField",
    "NationalityField",
    "NationalityTerm",
    "PartyField",
    "PartyTerm",
    "StatementField",
    "TextField",
]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # what would steer a terminal; line feed and tab do not


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
        return holds_with(self._kind, Test(self._field, TestKind.IS_PARTY, party.place))


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


class TextField(Field[None, str]):
    """Text that no norm reads."""

    def term(self, kind: type[Kind]) -> None:
        """Refused: free text is no ground for a verdict."""
        raise LawError(f"{kind.facts.name}.{self.name} is free text; no norm may read it")

    def read(self, raw: object) -> FieldValue:
        """Text of moderate length."""
        if not isinstance(raw, str) or not 0 < len(raw) <= 2000 or _CONTROL.search(raw):
            raise ValueError("must be text of 1 to 2000 characters, none of control")
        return raw

    def columns(self) -> tuple[str, ...]:
        """None."""
        return ()

    def cells(self, value: FieldValue) -> tuple[int, ...]:
        """None."""
        del value
        return ()


class StatementField(TextField):
    """The id of a statement of another kind about the same parties; that it exists is checked by the reader."""

    def __init__(self, ja: str, en: str, kind: str) -> None:
        super().__init__(ja, en)
        self.kind = kind


class CountryField(TextField):
    """A country by ISO 3166-1, two capital letters. No norm may read it; a treaty's countries are a choice field."""

    def read(self, raw: object) -> FieldValue:
        """The code."""
        if not isinstance(raw, str) or not re.fullmatch(r"[A-Z]{2}", raw):
            raise ValueError("must be a country in two capital letters such as VN")
        return raw


class NationalityTerm:
    """A nationality, of which a norm may ask one thing only."""

    def __init__(self, kind: type[Kind], field: str) -> None:
        self._kind = kind
        self._field = field

    def is_japanese(self) -> Cond:
        """It is the Japanese one: the immigration law speaks of all others (326CO0000000319 art. 2 item 2)."""
        return holds_with(self._kind, Test(self._field, TestKind.AMONG, 1 << 2))


class NationalityField(Field[NationalityTerm, str]):
    """A nationality by ISO 3166-1; the evidence keeps only whether it is Japan's."""

    def term(self, kind: type[Kind]) -> NationalityTerm:
        """To be asked whether it is Japanese, by norms that declare it."""
        return NationalityTerm(kind, self.name)

    def read(self, raw: object) -> FieldValue:
        """The code."""
        if not isinstance(raw, str) or not re.fullmatch(r"[A-Z]{2}", raw):
            raise ValueError("must be a country in two capital letters such as VN")
        return raw

    def cells(self, value: FieldValue) -> tuple[int, ...]:
        """1 for another nationality, 2 for the Japanese one."""
        return (2 if value == "JP" else 1,)
