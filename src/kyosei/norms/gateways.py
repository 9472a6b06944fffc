"""Legal gateways: by which provision one office may pass something on to another. The law pack lists them by hand.

What no gateway carries does not pass. That is no gap of the list: the law keeps these offices apart, which protects people.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kyosei.errors import LawError
from kyosei.norms.compiler import CompiledLaw
from kyosei.terms.citations import InForce, Provision
from kyosei.terms.text import Text
from kyosei.timelines.days import date_from_day

__all__ = ["Gateway", "Opening", "check_gateways", "gateway_between", "gateways_between"]

_OFFICES = ("authority:", "municipality:")
ANY = "*"


class Opening(StrEnum):
    """When something passes through a gateway."""

    DUTY = "duty"
    """The office that knows it must tell of it by itself."""
    ON_REQUEST = "on-request"
    """The office that needs it has asked, for a task of its own."""


@dataclass(frozen=True, slots=True)
class Gateway:
    """A gateway from one office to another, each by its id or as `municipality:*`.

    passes: what may pass, in words. carries: the ids of the norms about which a case may pass; none: records alone do, and no
    case. force: since when the provisions read so, as far as it is known. read_on: when they were last read; from look_again on
    nothing passes, until somebody has read them again.
    """

    id: str
    from_office: str
    to_office: str
    opening: Opening
    passes: Text
    provisions: tuple[Provision, ...]
    force: InForce
    read_on: date
    look_again: date
    carries: tuple[str, ...] = ()

    def joins(self, from_office: str, to_office: str) -> bool:
        """Whether it leads from one office to another."""
        return _is(self.from_office, from_office) and _is(self.to_office, to_office)

    def is_open(self, day: int) -> bool:
        """Whether anything may pass on a day."""
        on = date_from_day(day)
        return self.force.covers(on) and on < self.look_again


def gateways_between(gateways: Iterable[Gateway], from_office: str, to_office: str) -> list[Gateway]:
    """Those that lead from one office to another, whatever they carry."""
    return [one for one in gateways if one.joins(from_office, to_office)]


def gateway_between(
    gateways: Iterable[Gateway], from_office: str, to_office: str, norms: Iterable[str], day: int
) -> Gateway | None:
    """The first through which a case about these norms may pass on a day; None: the law keeps the offices apart."""
    wanted = frozenset(norms)
    leading = gateways_between(gateways, from_office, to_office)
    return next((one for one in leading if one.is_open(day) and wanted <= frozenset(one.carries)), None)


def check_gateways(gateways: Sequence[Gateway], law: CompiledLaw) -> None:
    """LawError on the first gateway that is not well formed, or that would carry a case about what a person has to do.

    What a person left undone is for the office in charge of it, and goes no further.
    """
    norms = {norm.id: norm.latest for norm in law.norms}
    seen: set[str] = set()
    for one in gateways:
        if one.id in seen:
            raise LawError(f"gateway {one.id} is listed twice")
        seen.add(one.id)
        for office in (one.from_office, one.to_office):
            if not office.startswith(_OFFICES):
                raise LawError(f"gateway {one.id}: {office!r} is no office; write authority:NAME or municipality:*")
        if not one.provisions:
            raise LawError(f"gateway {one.id} rests on no provision; name the one that permits it")
        if not one.read_on < one.look_again:
            raise LawError(f"gateway {one.id}: give a day after {one.read_on} by which its provisions are read again")
        for id_ in one.carries:
            norm = norms.get(id_)
            if norm is None or norm.bearer is None:
                raise LawError(f"gateway {one.id} carries cases about {id_}, which is no duty or limit of this law")
            if norm.bearer == "person":
                raise LawError(f"gateway {one.id} carries cases about {id_}, which a person has to keep")


def _is(pattern: str, office: str) -> bool:
    return office.startswith(pattern[:-1]) if pattern.endswith(ANY) else office == pattern
