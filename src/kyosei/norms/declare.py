"""Declaring a norm: decorators that run its function once and keep the expression tree it returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar, cast, get_type_hints

from kyosei.errors import LawError
from kyosei.norms.forms import Body, Duty, Limit, Requirement, Right, Status
from kyosei.terms.citations import Layer, Provision
from kyosei.terms.scopes import Handle, Scope
from kyosei.terms.text import Text
from kyosei.timelines.days import NEVER, day_from_date

__all__ = [
    "Force",
    "Norm",
    "NormKind",
    "Reads",
    "bearer_among",
    "between",
    "duty",
    "is_office",
    "limit",
    "newly_since",
    "requirement",
    "right",
    "since_day",
    "status",
]

NormKind = Literal["duty", "limit", "requirement", "right", "status"]
H = TypeVar("H", bound=Handle)
B = TypeVar("B", bound=Body)


@dataclass(frozen=True, slots=True)
class Force:
    """The days on which a version is in force: [from_day, until_day)."""

    from_day: int
    until_day: int
    is_new: bool = False
    """Before its first day there was no such rule, and nothing was asked; else those days are not encoded: open(law)."""


def since_day(year: int, month: int, day: int) -> Force:
    """In force from a day on."""
    return Force(day_from_date(date(year, month, day)), NEVER)


def newly_since(year: int, month: int, day: int) -> Force:
    """In force from a day on, as a rule that there was not before."""
    return Force(day_from_date(date(year, month, day)), NEVER, is_new=True)


def between(first: date, first_outside: date) -> Force:
    """In force from a day until the first day on which it no longer was."""
    return Force(day_from_date(first), day_from_date(first_outside))


@dataclass(frozen=True, slots=True)
class Reads:
    """A protected attribute that a norm reads, and the article that makes it relevant."""

    attribute: str
    provision: Provision


@dataclass(frozen=True, slots=True)
class Norm:
    """One version of one norm. `bearer`: a role of the scope, or an office that bears it towards everybody.
    `authority`: who answers what only an official can answer about it. `goal`: what it is a
    requirement of, if that is something one may strive for and need not have.
    """

    id: str
    kind: NormKind
    title: Text
    provisions: tuple[Provision, ...]
    scope: Scope
    bearer: str | None
    protects: str | None
    force: Force
    verified_on: int
    review_on: int
    layer: Layer
    authority: str
    reads: tuple[Reads, ...]
    says: str
    body: Body
    goal: str | None = None


def is_office(bearer: str) -> bool:
    """Whether a bearer is one office of the State (`authority:NAME`), the same for everybody, and no role of the scope."""
    return bearer.startswith("authority:")


def bearer_among(bearer: str | None, about: Mapping[str, str]) -> str | None:
    """Who bears a norm, in an instance about these parties."""
    return bearer if bearer is None or is_office(bearer) else about.get(bearer)


def _check_party(norm_id: str, role: str, scope: Scope) -> None:
    if role not in scope.parties:
        raise LawError(f"{norm_id}: {role!r} is no party of {scope.name}, nor an office (authority:NAME) that bears it")


def _declare(
    kind: NormKind,
    provisions: tuple[Provision, ...],
    norm_id: str,
    title: Text,
    in_force: Force,
    verified_on: date,
    review_on: date | None,
    bearer: str | None,
    protects: str | None,
    layer: Layer,
    authority: str,
    reads: tuple[Reads, ...],
    function: Callable[[H], Body],
    goal: str | None = None,
) -> Norm:
    hints = [hint for name, hint in get_type_hints(function).items() if name != "return"]
    if len(hints) != 1 or not (isinstance(hints[0], type) and issubclass(hints[0], Handle)):
        raise LawError(f"{norm_id}: the function of a norm takes one argument, whose type names its scope")
    handle = hints[0]()
    if not (function.__doc__ or "").strip():
        raise LawError(f"{norm_id}: say in the docstring what the provision demands")
    if bearer is not None and not is_office(bearer):
        _check_party(norm_id, bearer, handle.scope)
    if protects is not None:
        _check_party(norm_id, protects, handle.scope)
    review = review_on or verified_on.replace(year=verified_on.year + 1)
    return Norm(
        norm_id, kind, title, provisions, handle.scope, bearer, protects, in_force, day_from_date(verified_on),
        day_from_date(review), layer, authority, reads, " ".join((function.__doc__ or "").split()), function(cast("H", handle)),
        goal,
    )  # fmt: skip


def duty(
    *provisions: Provision, id: str, title: Text, bearer: str, protects: str | None, in_force: Force, verified_on: date,
    review_on: date | None = None, layer: Layer = "act", authority: str, reads: tuple[Reads, ...] = (),
) -> Callable[[Callable[[H], Duty]], Norm]:  # fmt: skip
    """A duty of the bearer: each trigger gives rise to an obligation with a deadline."""
    return lambda function: _declare("duty", provisions, id, title, in_force, verified_on, review_on, bearer, protects,
                                     layer, authority, reads, function)  # fmt: skip


def limit(
    *provisions: Provision, id: str, title: Text, bearer: str, protects: str | None, in_force: Force, verified_on: date,
    review_on: date | None = None, layer: Layer = "act", authority: str, reads: tuple[Reads, ...] = (),
) -> Callable[[Callable[[H], Limit]], Norm]:  # fmt: skip
    """A limit that the bearer may not exceed."""
    return lambda function: _declare("limit", provisions, id, title, in_force, verified_on, review_on, bearer, protects,
                                     layer, authority, reads, function)  # fmt: skip


def requirement(
    *provisions: Provision, id: str, title: Text, in_force: Force, verified_on: date, review_on: date | None = None,
    layer: Layer = "act", authority: str, reads: tuple[Reads, ...] = (), goal: str | None = None,
) -> Callable[[Callable[[H], Requirement]], Norm]:  # fmt: skip
    """A requirement of a permission or status: nobody's duty."""
    return lambda function: _declare("requirement", provisions, id, title, in_force, verified_on, review_on, None, None,
                                     layer, authority, reads, function, goal)  # fmt: skip


def status(
    *provisions: Provision, id: str, title: Text, in_force: Force, verified_on: date, review_on: date | None = None,
    layer: Layer = "act", authority: str, reads: tuple[Reads, ...] = (),
) -> Callable[[Callable[[H], Status]], Norm]:  # fmt: skip
    """A derived legal fact, such as lawful stay."""
    return lambda function: _declare("status", provisions, id, title, in_force, verified_on, review_on, None, None,
                                     layer, authority, reads, function)  # fmt: skip


def right(
    *provisions: Provision, id: str, title: Text, holder: str, in_force: Force, verified_on: date,
    review_on: date | None = None, layer: Layer = "act", authority: str, reads: tuple[Reads, ...] = (),
) -> Callable[[Callable[[H], Right]], Norm]:  # fmt: skip
    """A right of the holder; it has no bearer, and the person it protects is the holder."""
    return lambda function: _declare("right", provisions, id, title, in_force, verified_on, review_on, None, holder,
                                     layer, authority, reads, function)  # fmt: skip
