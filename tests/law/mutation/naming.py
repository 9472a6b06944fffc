"""How a changed number or set is named, so that a person finds the place in the norm."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kyosei.facts.fields import BoolField
from kyosei.facts.vocabulary import KINDS
from kyosei.terms.questions import Question

__all__ = ["elements", "number_said"]


def number_said(value: int, step: int) -> str:
    """The number and what it becomes."""
    return f"{value} → {value + step}"


def elements(
    mask: int, question: Question | None, kind: str | None = None, field: str | None = None
) -> Iterator[tuple[int, str]]:
    """The bits of a mask with the names of the options, where the field that it is about has names."""
    if question is not None:
        kind, field = question.kind, question.value
    options = _options().get((kind, field), ())
    for bit in range(mask.bit_length()):
        if mask >> bit & 1:
            yield bit, "none" if bit == 0 else options[bit - 1] if bit <= len(options) else f"bit {bit}"


@cache
def _options() -> dict[tuple[str | None, str | None], tuple[str, ...]]:
    return {
        (kind.facts.name, name): ("no", "yes")
        if isinstance(field, BoolField)
        else tuple(getattr(field, "options", getattr(field, "known", ())))
        for kind in KINDS
        for name, field in kind.fields.items()
    }
