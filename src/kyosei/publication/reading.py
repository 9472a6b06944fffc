"""What a norm reads, and why: for each kind and field, the pieces of the norm that ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kyosei.facts.kinds import Holder, Kind
from kyosei.norms.compiler import CompiledVersion
from kyosei.terms.expressions import Node
from kyosei.terms.questions import Form, Question
from kyosei.terms.text import Text
from kyosei.verdicts.prose import kind_of
from kyosei.verdicts.state_prose import PIECES

__all__ = ["KindRead", "kinds_read"]

_BIRTH = "person's day of birth"
_REASONS_MOST = 4


@dataclass(frozen=True, slots=True)
class KindRead:
    """A kind that a norm asks for: its fields and titles (Japanese, English), who can settle it, and what for."""

    name: str
    title: tuple[str, str]
    fields: tuple[tuple[str, tuple[str, str]], ...]
    holders: tuple[Holder, ...]
    why: tuple[Text, ...]


def kinds_read(version: CompiledVersion) -> tuple[KindRead, ...]:
    """Every kind that a version asks for, in order of names."""
    asked: dict[str, dict[str, None]] = {}
    reasons: dict[str, dict[Text, None]] = {}
    kinds: dict[str, type[Kind] | None] = {}
    for question, why in _questions(version):
        kind = None if question.form is Form.BORN else kind_of(question)
        name = _BIRTH if kind is None else kind.facts.name
        kinds[name] = kind
        reasons.setdefault(name, {})[why] = None
        fields = asked.setdefault(name, {})
        for field in (question.value, question.second, *(test.field for test in question.tests)):
            if field is not None and kind is not None:
                fields[field.split(":")[0]] = None
    return tuple(_read(name, kinds[name], asked[name], reasons[name]) for name in sorted(asked))


def _read(name: str, kind: type[Kind] | None, fields: dict[str, None], reasons: dict[Text, None]) -> KindRead:
    why = tuple(reasons)[:_REASONS_MOST]
    if kind is None:
        return KindRead("", ("生年月日", "day of birth"), (), (), why)
    titled = ((field, kind.fields[field]) for field in sorted(fields))
    shown = tuple((field, (declared.title_ja, declared.title_en)) for field, declared in titled)
    return KindRead(name, (kind.facts.title_ja, kind.facts.title_en), shown, kind.facts.holders, why)


def _questions(version: CompiledVersion) -> Iterator[tuple[Question, Text]]:
    """Each question with the nearest named piece above it: what it is asked for."""
    for name, root in version.pieces.items():
        start = PIECES.get(name, Text("参考の数値", "さんこうの 数", "a figure shown beside the result"))
        stack: list[tuple[Node, Text]] = [(root, start)]
        seen: set[tuple[int, Text]] = set()
        while stack:
            node, why = stack.pop()
            why = node.label.text if node.label is not None else why
            if (id(node), why) in seen:
                continue
            seen.add((id(node), why))
            if node.question is not None:
                yield node.question, why
            stack.extend((argument, why) for argument in reversed(node.arguments))
