"""To which office a case may go, and from which: to the one in charge, and from there on only through a legal gateway."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kyosei.norms.gateways import Gateway, Opening, gateway_between, gateways_between

__all__ = ["OPERATOR", "Offices", "Way", "is_office", "needs_request"]

OPERATOR: Final = "org:operator"

_MUNICIPALITY: Final = "municipality:"


@dataclass(frozen=True, slots=True)
class Way:
    """Whether a case may come to an office, for whom looks at it.

    through: the gateway that carries it; others: gateways that lead there, and do not carry it. Neither, and the office is
    not in charge: the law keeps them apart.
    """

    office: str
    in_charge: bool
    through: Gateway | None = None
    others: tuple[Gateway, ...] = ()

    @property
    def is_kept_apart(self) -> bool:
        """Whether nothing of the case may go there."""
        return not self.in_charge and self.through is None


@dataclass(frozen=True, slots=True)
class Offices:
    """Which office is in charge of each norm (`unknown:municipality`: that of the person), and the gateways between offices."""

    in_charge: Mapping[str, str]
    gateways: tuple[Gateway, ...] = ()

    def addressed(self, norms: Iterable[str], named: str | None, by: str) -> str | None:
        """The office that a case goes to: the named one, or else the one in charge. None if there is none, or if it must be
        named: which municipality is the person's own, only the operator says.
        """
        found = self.of(norms)
        if named is None:
            return found if is_office(found) else None
        if not is_office(named) or (self.is_in_charge(norms, named) and found != named and by != OPERATOR):
            return None
        return named

    def of(self, norms: Iterable[str]) -> str:
        """The office in charge of a case about these norms: one cure has one office."""
        return self.in_charge.get(next(iter(norms), ""), "")

    def is_in_charge(self, norms: Iterable[str], office: str) -> bool:
        """Whether an office is in charge of these norms."""
        found = self.of(norms)
        return office == found or (found == "unknown:municipality" and office.startswith(_MUNICIPALITY))

    def gateway(self, norms: Iterable[str], from_office: str, to_office: str, day: int) -> Gateway | None:
        """The gateway that carries a case from one office to another on a day."""
        return gateway_between(self.gateways, from_office, to_office, norms, day)

    def ways(self, norms: Iterable[str], day: int) -> Iterator[Way]:
        """The ways of a case from the office in charge to every office there is."""
        wanted, found = tuple(norms), self.of(norms)
        if not is_office(found):
            found = "municipality:*" if found == "unknown:municipality" else found
        if not is_office(found):
            return
        yield Way(found, in_charge=True)
        for office in self.all():
            if office != found:
                through = self.gateway(wanted, found, office, day)
                leading = gateways_between(self.gateways, found, office)
                yield Way(office, False, through, tuple(one for one in leading if one is not through))

    def all(self) -> list[str]:
        """Every office that is in charge of something, or that a gateway names."""
        named = {office for one in self.gateways for office in (one.from_office, one.to_office)}
        return sorted({office for office in self.in_charge.values() if is_office(office)} | named)


def is_office(party: str) -> bool:
    """Whether a party is an office that can be written to."""
    return party.startswith(("authority:", _MUNICIPALITY))


def needs_request(gateway: Gateway) -> bool:
    """Whether something passes only once the other office has asked for it."""
    return gateway.opening is Opening.ON_REQUEST
