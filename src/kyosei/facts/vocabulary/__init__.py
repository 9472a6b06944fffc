"""Every kind of statement, one module a system; `KINDS` lists them all, `kind_named` finds one."""

from __future__ import annotations

from kyosei.errors import QuestionError
from kyosei.facts.kinds import Kind
from kyosei.facts.vocabulary import (
    education,
    family,
    finance,
    housing,
    immigration,
    labour,
    records,
    social_insurance,
    support,
    tax,
    working_conditions,
)

__all__ = ["KINDS", "kind_named"]

KINDS: tuple[type[Kind], ...] = (
    *immigration.KINDS, *labour.KINDS, *working_conditions.KINDS, *social_insurance.KINDS, *tax.KINDS, *finance.KINDS,
    *education.KINDS, *housing.KINDS, *support.KINDS, *family.KINDS, *records.KINDS,
)  # fmt: skip
"""In the order of the vocabulary."""

_BY_NAME = {kind.facts.name: kind for kind in KINDS}


def kind_named(name: str) -> type[Kind]:
    """The kind with this name; QuestionError if there is none."""
    kind = _BY_NAME.get(name)
    if kind is None:
        raise QuestionError(f"{name!r} is no kind of statement; `kyosei vocabulary` lists them")
    return kind
