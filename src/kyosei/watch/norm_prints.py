"""What the verdicts of each norm rest on, as one print: of norms with one print, the same records have the same verdicts.

In a print goes all that the norm reads, through every norm, piece and relation on which it stands: operators, dated tables,
questions, how the kinds that they ask about are told and who settles them, the relation's own declaration, the holidays where a
deadline moves; whose duty it is, whom it protects, and how long before its deadline that is told. Titles, words and figures are
not in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import blake2b
from operator import itemgetter
from typing import Final

from kyosei.evidence.derived import DERIVED_FROM
from kyosei.evidence.questions import KindTable
from kyosei.norms.compiler import CompiledLaw, CompiledNorm
from kyosei.terms.questions import Question
from kyosei.terms.scopes import Scope
from kyosei.timelines.program import OPERATORS_VERSION, HolidayRule, Instruction, Op
from kyosei.verdicts.evaluate import Loaded
from kyosei.watch.leads import Leads

__all__ = ["Changes", "LawPrints", "NormPrint"]

_WITH_TABLE: Final = (Op.SCALE, Op.DATED, Op.LOOKUP, Op.PIECEWISE)
"""Operators whose first parameter is the number of a table."""
_WORDS_OF_A_FIELD: Final = ("title_ja", "title_en")


@dataclass(frozen=True, slots=True)
class NormPrint:
    """scope: the relation of which each instance has a verdict; print: of all that its verdicts rest on."""

    scope: str
    print: str


@dataclass(frozen=True, slots=True)
class LawPrints:
    """Of the norms of a law that are watched, by id; and of its relations, by name."""

    norms: Mapping[str, NormPrint]
    relations: Mapping[str, str]

    @staticmethod
    def of(loaded: Loaded, leads: Leads) -> LawPrints:
        """Under a law."""
        law = loaded.law
        kinds = _Kinds(loaded.table)
        relations = {scope.name: kinds.of_relation(scope) for scope in law.scopes}
        nodes = _of_nodes(loaded, kinds, list(relations.values()))
        norms = {
            norm.id: NormPrint(law.scopes[norm.scope].name, _print(nodes[norm.node], *_declared(norm, leads)))
            for norm in law.norms
            if norm.latest.goal is None
        }
        return LawPrints(norms, relations)

    @property
    def together(self) -> str:
        """One print of all of them."""
        return _print(sorted(self.norms.items(), key=itemgetter(0)), sorted(self.relations.items()))

    def changes_to(self, now: LawPrints) -> Changes:
        """What is another under another law; everything, where nothing is known of this one."""
        if not self.norms:
            return Changes(frozenset(), frozenset(), frozenset(), True)
        both = self.norms.keys() | now.norms.keys()
        norms = frozenset(norm for norm in both if self.norms.get(norm) != now.norms.get(norm))
        scopes = frozenset(now.norms[norm].scope for norm in norms if norm in now.norms)
        kept = frozenset(
            norm for norm in norms & self.norms.keys()
            if norm not in now.norms or now.norms[norm].scope != self.norms[norm].scope
        )  # fmt: skip
        everybody = any(self.relations.get(scope) != now.relations[scope] for scope in scopes)
        return Changes(norms, scopes, kept, everybody)


@dataclass(frozen=True, slots=True)
class Changes:
    """norms: those that came, went, or whose verdicts no longer rest on the same. They concern whoever has instances of `scopes`,
    or kept verdicts of `kept`; or `everybody`, where it is not known who has instances, and without norms every norm does.
    """

    norms: frozenset[str]
    scopes: frozenset[str]
    kept: frozenset[str]
    everybody: bool


def _declared(norm: CompiledNorm, leads: Leads) -> Iterable[object]:
    """What counts for a kept verdict beside the program."""
    yield leads.days(norm.id)
    for version in norm.versions:
        declared = version.norm
        force = declared.force.from_day, declared.force.until_day, declared.review_on
        yield declared.kind, declared.bearer, declared.protects, declared.goal, version.refers, force


def _of_nodes(loaded: Loaded, kinds: _Kinds, relations: Sequence[str]) -> list[str]:
    """A print of each instruction with everything below it."""
    law = loaded.law
    holidays = _print(loaded.holidays.tolist())
    found: list[str] = []
    for instruction in law.program.instructions:
        read: list[object] = [relations[instruction.scope], int(instruction.op), int(instruction.value)]
        read += _parameters(instruction, law, kinds)
        if _reads_holidays(instruction):
            read.append(holidays)
        found.append(_print(OPERATORS_VERSION, read, [found[argument] for argument in instruction.arguments]))
    return found


def _parameters(instruction: Instruction, law: CompiledLaw, kinds: _Kinds) -> list[object]:
    """The parameters, with what stands behind numbers that are only places."""
    first, rest = instruction.parameters[:1], instruction.parameters[1:]
    if instruction.op is Op.LEAF:
        return [kinds.of_question(law.questions[first[0]])]
    if instruction.op in _WITH_TABLE:
        return [law.program.tables[first[0]].rows, rest]
    return [instruction.parameters]


def _reads_holidays(instruction: Instruction) -> bool:
    moves = instruction.op is Op.DUTY and instruction.parameters[3] != HolidayRule.STAYS
    return moves or instruction.op is Op.NEXT_WORKING_DAY


class _Kinds:
    """Prints of what the vocabulary says, as far as it is read."""

    def __init__(self, table: KindTable) -> None:
        self._table = table
        self._of = cache(self._told)

    def of_relation(self, scope: Scope) -> str:
        """Of a relation, and of the kinds from which its instances are known."""
        return _print(scope, [self._shape(told.kind) for told in scope.told_by])

    def of_question(self, question: Question) -> str:
        """Of a question, of the kind that it asks about, and of those from which that is derived."""
        named = [test.field for test in question.tests] + [one for one in (question.value, question.second) if one]
        asked = tuple(sorted({name.split(":")[0] for name in named}))
        derived = [
            [self._shape(kind) for kind, _ in bases] for (of, _), bases in DERIVED_FROM.items() if of == question.kind
        ]
        return _print(question, self._of(question.kind, asked), derived)

    def _shape(self, name: str) -> object:
        """How statements of a kind stand among parties and days."""
        if name not in self._table.number:
            return None
        facts = self._table.kind(name).facts
        return facts.name, facts.roles, facts.span

    def _told(self, name: str, asked: tuple[str, ...]) -> str:
        """Of a kind, and of these fields of it: how they are laid out and who settles them."""
        if name not in self._table.number:
            return ""
        kind = self._table.kind(name)
        facts = kind.facts
        own = facts.name, facts.roles, facts.span, facts.single, facts.lag_days, facts.settled_by_any, facts.holders
        of_fields = [
            (
                type(kind.fields[field]).__name__,
                sorted((key, said) for key, said in vars(kind.fields[field]).items() if key not in _WORDS_OF_A_FIELD),
                facts.holders_of(field),
            )
            for field in asked if field in kind.fields
        ]  # fmt: skip
        return _print(own, asked, of_fields)


def _print(*parts: object) -> str:
    """The same whether a law was compiled or read from the archive, which knows numbers where there are names of them."""
    text = json.dumps(parts, default=_plain, ensure_ascii=False, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    assert is_dataclass(value), f"{type(value).__name__} is no part of a law"
    return [type(value).__name__, *(getattr(value, field.name) for field in fields(value))]
