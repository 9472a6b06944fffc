"""How a kind of statement is declared: a class, whose attributes are expressions in a norm and values in a statement.

For example:
    class WorkContract(Kind, name="work.contract", …):
        hours_per_week = HoursField("週所定労働時間", "weekly hours")

    WorkContract.hours_per_week >= hours(20, EMPLOYMENT)   a condition, in a norm
    WorkContract(statement).hours_per_week                 minutes, or None where the statement does not say
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, ClassVar, Self

from kyosei.errors import LawError
from kyosei.facts.fields import Field, tests_in
from kyosei.facts.statements import Statement
from kyosei.terms.expressions import Cond, LegalDay, Number, Quantity, make
from kyosei.terms.questions import ABSENT, ANYBODY, Form, Question, Test
from kyosei.terms.scopes import Handle, Party, Scope
from kyosei.timelines.program import Op, Value

__all__ = [
    "UNBOUND",
    "Anyone",
    "Authority",
    "Binding",
    "Holder",
    "Kind",
    "KindFacts",
    "Role",
    "Span",
    "TheParty",
]


class Span(Enum):
    """What the period of a statement means."""

    STATE = "state"
    """The fact holds over the period."""
    PERIOD = "period"
    """A quantity or result for exactly this period (the hours of a week, the pay of a month)."""
    EVENT = "event"
    """It happened on the day."""


@dataclass(frozen=True, slots=True)
class Authority:
    """An office of the State: `authority:NAME`."""

    name: str


@dataclass(frozen=True, slots=True)
class TheParty:
    """The party in a role of the statement itself."""

    role: str


@dataclass(frozen=True, slots=True)
class Anyone:
    """Any organisation in a role (`municipality:…`, `insurer:…`, or an organisation declared with the role)."""

    role: str


Holder = Authority | TheParty | Anyone


@dataclass(frozen=True, slots=True)
class Role:
    """A party of a kind: the key of `about`."""

    name: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class KindFacts:
    """What is declared of a kind beside its fields. `single`: one true fact at a time. Lag in days."""

    name: str
    title_ja: str
    title_en: str
    roles: tuple[Role, ...]
    span: Span
    single: bool
    holders: tuple[Holder, ...]
    lag_days: int
    scope: Scope | None
    held_by: Mapping[str, tuple[Holder, ...]] = field(default_factory=dict)
    """Fields that only some of the holders can settle."""
    settled_by_any: bool = False
    """Whether any one of the holders settles a NO, too (else each that is possible must say no)."""

    def holders_of(self, name: str | None) -> tuple[Holder, ...]:
        """Who can settle a field of this kind; None: that such a fact holds at all."""
        return self.holders if name is None else self.held_by.get(name, self.holders)


UNBOUND = Scope("nobody yet: say about whom with .at(…)", "organisation", ("nobody", "yet"))
"""The scope of a kind that has none of its own, until `at` gives it one: its fields can be named only inside `where`.

No handle has it, so it meets constants of ORGANISATION and nothing else, and no norm can speak about it.
"""


@dataclass(frozen=True, slots=True)
class Binding:
    """About whom a kind is asked in an expression, and under which tests."""

    scope: Scope
    bound: tuple[int, ...]
    tests: tuple[Test, ...] = ()
    at_key: bool = False


class Kind:
    """The root of all kinds; see the module's docstring."""

    facts: ClassVar[KindFacts]
    fields: ClassVar[Mapping[str, Field[Any, Any]]]  # Any: fields of one kind have different types
    _binding: ClassVar[Binding | None] = None

    def __init_subclass__(
        cls,
        *,
        name: str = "",
        ja: str = "",
        en: str = "",
        about: tuple[str, ...] = (),
        span: Span = Span.STATE,
        single: bool = True,
        holders: tuple[Holder, ...] = (),
        lag_days: int = 0,
        scope: Scope | None = None,
        held_by: Mapping[str, tuple[Holder, ...]] | None = None,
        settled_by_any: bool = False,
    ) -> None:
        if not name:  # a kind bound to parties by `at` or narrowed by `where`
            return
        roles = tuple(Role(role.rstrip("?"), role.endswith("?")) for role in about)
        cls.facts = KindFacts(
            name, ja, en, roles, span, single, holders, lag_days, scope, dict(held_by or {}), settled_by_any
        )
        declared = [value for ancestor in reversed(cls.__mro__) for value in vars(ancestor).values()]
        cls.fields = {value.name: value for value in declared if isinstance(value, Field)}
        for held in held_by or {}:
            if held not in cls.fields:
                raise LawError(f"{name} has no field {held!r} that others than its holders could settle")
        for holder in holders:
            if isinstance(holder, TheParty) and holder.role not in {role.name for role in roles}:
                raise LawError(f"{name}: holder {holder.role!r} is no party of the kind")

    def __init__(self, statement: Statement) -> None:
        self.statement = statement

    # In a norm --------------------------------------------------------------------------------------------------------

    @classmethod
    def at(cls, about: Handle | None = None, *, at_key: bool = False, absent: tuple[str, ...] = (),
           **parties: Party) -> type[Self]:  # fmt: skip
        """The kind about the parties of a handle (by the names of the roles) or about parties named one by one.

        A role that is not named may be filled by anybody; one in `absent` must be empty.
        """
        found: dict[str, Party] = dict(about.parties()) if about is not None else {}
        found.update(parties)
        if not found:
            raise LawError(f"{cls.facts.name}: say about whom")
        scope = about.scope if about is not None else next(iter(found.values())).scope
        names = {role.name for role in cls.facts.roles}
        for role, party in parties.items():
            if role not in names:
                raise LawError(f"{cls.facts.name} has no party {role!r}; it has {', '.join(sorted(names))}")
            if party.scope != scope:
                raise LawError(f"{cls.facts.name}: parties of {party.scope.name} and {scope.name} do not meet")
        bound = tuple(
            ABSENT if role.name in absent else found[role.name].place if role.name in found else ANYBODY
            for role in cls.facts.roles
        )
        return cls._bound(Binding(scope, bound, cls._tests(), at_key))

    @classmethod
    def where(cls, *conditions: Cond) -> type[Self]:
        """Only statements with these fields: conditions on the kind's own attributes, joined by and."""
        binding = cls.binding()
        found = tuple(test for condition in conditions for test in tests_in(cls.facts.name, condition.node))
        return cls._bound(Binding(binding.scope, binding.bound, binding.tests + found, binding.at_key))

    @classmethod
    def holds(cls) -> Cond:
        """Such a fact holds on the day."""
        return Cond(make(Op.LEAF, Value.TRUTH, cls._whom(), question=cls.question(Form.HOLDS)))

    @classmethod
    def happened(cls, *, key: str | None = None) -> Cond:
        """Such an event is on the day. `key`: the field (a day) by which a performance finds what it performs."""
        if cls.facts.span is not Span.EVENT:
            raise LawError(f"{cls.facts.name} is no event; ask holds() or starts()")
        return Cond(make(Op.LEAF, Value.TRUTH, cls._whom(), question=cls.question(Form.HOLDS, key)))

    @classmethod
    def starts(cls) -> Cond:
        """A statement of this kind begins on the day."""
        return Cond(make(Op.LEAF, Value.TRUTH, cls._whom(), question=cls.question(Form.STARTS)))

    @classmethod
    def covered(cls) -> Cond:
        """A source that can settle it has told everything of this kind about this scope for the day."""
        cls._unnarrowed("covered()")
        return Cond(make(Op.LEAF, Value.TRUTH, cls._whom(), question=cls.question(Form.COVERED)))

    @classmethod
    def paid(cls) -> Cond:
        """The event of payment: on `paid_on`; excluded until then, or up to `unpaid_as_of`; otherwise unknown."""
        for needed in ("paid_on", "unpaid_as_of"):
            if needed not in cls.fields:
                raise LawError(f"{cls.facts.name} has no field {needed}, so it cannot say what was paid when")
        question = cls.question(Form.PAID, "paid_on", "unpaid_as_of")
        return Cond(make(Op.LEAF, Value.TRUTH, cls._whom(), question=question))

    @classmethod
    def ends_on(cls) -> Number[LegalDay]:
        """The last day of the fact's period."""
        return Number(make(Op.LEAF, Value.NUMBER, cls._whom(), question=cls.question(Form.ENDS_ON)))

    @classmethod
    def quantity(cls, field: str) -> Quantity[Any]:  # Any: the unit is the field's, known only to its class
        """What is stated over periods by those who can settle it, to be added up in windows."""
        cls._unnarrowed("quantity(…)")
        return Quantity(make(Op.LEAF, Value.QUANTITY, cls._whom(), question=cls.question(Form.QUANTITY, field)))

    @classmethod
    def quantity_of_others(cls, field: str) -> Quantity[Any]:  # Any: as above
        """The same as told by those who are heard but cannot settle it."""
        cls._unnarrowed("quantity_of_others(…)")
        question = cls.question(Form.QUANTITY_OF_OTHERS, field)
        return Quantity(make(Op.LEAF, Value.QUANTITY, cls._whom(), question=question))

    # Under the bonnet -------------------------------------------------------------------------------------------------

    @classmethod
    def _bound(cls, binding: Binding) -> type[Self]:
        narrowed: type[Self] = type(cls.__name__, (cls,), {"_binding": binding})
        return narrowed

    @classmethod
    def _whom(cls) -> Scope:
        scope = cls.binding().scope
        if scope == UNBOUND:
            raise LawError(f"{cls.facts.name}: say about whom, with {cls.__name__}.at(…)")
        return scope

    @classmethod
    def _unnarrowed(cls, asked: str) -> None:
        """What is asked of all that is told of the kind cannot be asked of some of it."""
        if cls._tests():
            raise LawError(f"{cls.facts.name}: {asked} takes in whatever is told of the kind; leave out where(…)")

    @classmethod
    def _tests(cls) -> tuple[Test, ...]:
        return cls._binding.tests if cls._binding is not None else ()

    @classmethod
    def binding(cls) -> Binding:
        """About whom the kind is asked: what `at` said, else the kind's own scope, else nobody yet (UNBOUND)."""
        if cls._binding is not None:
            return cls._binding
        scope = cls.facts.scope
        if scope is None:
            return Binding(UNBOUND, (ANYBODY,) * len(cls.facts.roles))
        bound = tuple(
            scope.parties.index(role.name) if role.name in scope.parties else ANYBODY for role in cls.facts.roles
        )
        return Binding(scope, bound, (), scope.key != "none")

    @classmethod
    def question(cls, form: Form, value: str | None = None, second: str | None = None) -> Question:
        """The question that a leaf of this kind asks."""
        binding = cls.binding()
        if value is not None and value not in cls.fields and ":" not in value:
            raise LawError(f"{cls.facts.name} has no field {value!r}")
        return Question(cls.facts.name, form, binding.bound, binding.tests, value, second, binding.at_key)
