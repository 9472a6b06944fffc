"""Purposes of reading, declared as data: which norms one asks about, who may have it, and on which provision it rests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from kyosei.access.fields import Readable, readable_by
from kyosei.access.requests import Role
from kyosei.errors import LawError
from kyosei.facts.kinds import Kind
from kyosei.norms.compiler import CompiledLaw
from kyosei.terms.citations import Provision
from kyosei.terms.text import Text
from kyosei.timelines.days import NEVER, date_from_day

__all__ = [
    "AboutNorms",
    "LegalBasis",
    "Purpose",
    "Purposes",
    "WholeRecord",
    "Withholding",
    "load_purposes",
    "provisions_of",
    "purposes_within",
]


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A provision that permits a purpose over [from_day, until_day). It always ends: then somebody has to look again."""

    provision: Provision
    from_day: int
    until_day: int

    def is_in_force(self, day: int) -> bool:
        """Whether it permits anything on a day."""
        return self.from_day <= day < self.until_day


@dataclass(frozen=True, slots=True)
class Withholding:
    """A provision by which the person is told only later that somebody looked, and after how many days at most."""

    basis: LegalBasis
    days_max: int


@dataclass(frozen=True, slots=True)
class AboutNorms:
    """What these norms read, and nothing else; their ids. Without any, no records, but cases.

    also: fields that are read beside, as `kind.field`, where an answer is more than those of the norms.
    """

    norms: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WholeRecord:
    """Everything on record about the person: only for themself, and for who acts for them."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why somebody may look.

    audience: for officers, the offices: `authority:NAME`, `municipality:*`, `insurer:*`. consent: the provision by which
    the person may permit it instead. days_after: how long the duties of an organisation go on after its relation to the
    person has ended. sees_addresses: its law names the office as one that is shown an address that a person hides. names_alone:
    it shows whose something is, and reads no records.
    """

    id: str
    title: Text
    roles: frozenset[Role]
    reads: AboutNorms | WholeRecord
    bases: tuple[LegalBasis, ...] = ()
    consent: LegalBasis | None = None
    audience: frozenset[str] = frozenset()
    needs_case: bool = False
    days_after: int = 0
    withholding: Withholding | None = None
    sees_addresses: bool = False
    names_alone: bool = False

    def basis_of(self, provision: Provision) -> LegalBasis | None:
        """The declared basis with this provision."""
        return next((basis for basis in self.bases if basis.provision == provision), None)


@dataclass(frozen=True, slots=True)
class Purposes:
    """Checked purposes by their ids, and what each may read under one law."""

    law: str
    by_id: Mapping[str, Purpose]
    readable: Mapping[str, Readable] = field(repr=False)


def load_purposes(purposes: Sequence[Purpose], law: CompiledLaw, kinds: Sequence[type[Kind]]) -> Purposes:
    """The purposes under a law. LawError on the first that is not well formed.

    P24: each field that a purpose reads has a legal basis that ends, so that on every later day either one is in force or
    the read path refuses.
    """
    whole = Readable({kind.facts.name: frozenset(kind.fields) for kind in kinds}, born=True)
    readable: dict[str, Readable] = {}
    for purpose in purposes:
        if purpose.id in readable:
            raise LawError(f"purpose {purpose.id} is declared twice")
        _check(purpose)
        match purpose.reads:
            case AboutNorms(norms, also):
                readable[purpose.id] = readable_by(law, norms).extended_by(also)
            case WholeRecord():
                readable[purpose.id] = whole
    return Purposes(law.version, {purpose.id: purpose for purpose in purposes}, readable)


def purposes_within(purposes: Sequence[Purpose], law: CompiledLaw) -> list[Purpose]:
    """The purposes under an earlier law, with those of their norms that it has; one of which it has none is left out."""
    there = {norm.id for norm in law.norms}
    found: list[Purpose] = []
    for purpose in purposes:
        match purpose.reads:
            case WholeRecord():
                found.append(purpose)
            case AboutNorms(norms, also):
                kept = tuple(norm for norm in norms if norm in there)
                found += [replace(purpose, reads=AboutNorms(kept, also))] if kept or not norms else []
            case _:
                assert_never(purpose.reads)
    return found


def provisions_of(purpose: Purpose) -> Iterator[LegalBasis]:
    """Every basis that a purpose names."""
    yield from purpose.bases
    if purpose.consent is not None:
        yield purpose.consent
    if purpose.withholding is not None:
        yield purpose.withholding.basis


_OWN = frozenset((Role.PERSON, Role.REPRESENTATIVE, Role.GUARDIAN, Role.HELPER))
_CASES_ALONE = frozenset((Role.OPERATOR,))
"""Whose purposes read no records."""
_OFFICES = ("authority:", "municipality:*", "insurer:*")


def _check(purpose: Purpose) -> None:
    if not purpose.bases and purpose.consent is None:
        raise LawError(f"purpose {purpose.id} rests on no provision; name the one that permits it")
    for basis in provisions_of(purpose):
        if basis.until_day >= NEVER or basis.from_day >= basis.until_day:
            raise LawError(
                f"purpose {purpose.id}: its basis {basis.provision} must end on a day after "
                f"{date_from_day(basis.from_day)}; give the day by which it is looked at again"
            )
    if not purpose.roles:
        raise LawError(f"purpose {purpose.id} is for nobody; name the roles that may have it")
    if isinstance(purpose.reads, WholeRecord) and not purpose.roles <= _OWN:
        raise LawError(f"purpose {purpose.id}: the whole record is for the person and who acts for them only")
    if (
        isinstance(purpose.reads, AboutNorms)
        and not purpose.reads.norms
        and not (purpose.names_alone or purpose.roles == _CASES_ALONE)
    ):
        raise LawError(f"purpose {purpose.id} asks about no norm; name those that it needs")
    if (Role.OFFICER in purpose.roles) != bool(purpose.audience):
        raise LawError(f"purpose {purpose.id}: officers and the offices that they belong to come together")
    if purpose.sees_addresses and not purpose.audience:
        raise LawError(f"purpose {purpose.id}: a hidden address is shown to offices alone")
    for office in purpose.audience:
        if not office.startswith(_OFFICES):
            raise LawError(f"purpose {purpose.id}: {office!r} is no office; write {', '.join(_OFFICES)}")
    if purpose.withholding is not None and purpose.withholding.days_max < 1:
        raise LawError(f"purpose {purpose.id}: what is withheld must be shown some day; give the days")
