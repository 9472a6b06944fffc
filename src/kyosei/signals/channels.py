"""Where organisations tell or pay something, so that it can be seen how late: told by an office, or by themselves.

What is allowed is only where looking begins. Whether a duty was kept, with its closed days and exceptions, the norms say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

__all__ = ["ACTING", "CHANNELS", "NOT_COUNTED", "Channel", "bodies_of"]


@dataclass(frozen=True, slots=True)
class Channel:
    """A kind in which an office tells what an organisation did.

    role: which party did it. event: the field with the day from which its time ran; None: the day of the statement itself.
    done: the field with the day on which it did it; None: the day of the statement itself.
    """

    kind: str
    role: str
    event: str | None
    done: str | None
    allowed_days: int


CHANNELS: Final = (
    # Immigration Act art. 19-18: within fourteen days.
    Channel("residence.affiliation_notice", "organisation", "event_on", None, 14),
    # Regulations of the Employees' Pension Insurance Act arts 15 and 22, of the Health Insurance Act arts 24 and 29: five days.
    Channel("pension.acquisition_notice", "employer", "acquired_on", None, 5),
    Channel("pension.loss_notice", "employer", "lost_on", None, 5),
    Channel("health.acquisition_notice", "employer", "acquired_on", None, 5),
    Channel("health.loss_notice", "employer", "lost_on", None, 5),
    # Regulations of the Act on Labour Policies art. 12: at the latest at the end of the following month.
    Channel("work.foreign_worker_notice", "employer", "event_on", None, 61),
    # Payments have a day of their own.
    Channel("pension.establishment_payment", "employer", "due_on", "paid_on", 0),
    Channel("tax.instalment", "collector", None, "paid_on", 0),
)  # fmt: skip
"""What organisations tell themselves is a channel of its own for each kind, and its lag is what is allowed."""

NOT_COUNTED: Final = ("support.consultation", "consent", "mandate")
"""Kinds that no organisation is late in: of the first the person says who sees it, the others are a person's own."""

ACTING: Final[Mapping[str, str]] = MappingProxyType(
    {
        "supporter": "authority:isa", "supervising_body": "authority:isa", "host": "authority:isa",
        "school": "authority:isa", "employer": "authority:labour-office",
    }
)  # fmt: skip
"""The body that can act on an organisation in this role."""

_HOLDERS: Final[Mapping[str, str]] = MappingProxyType(
    {"pension.": "authority:pension-service", "residence.": "authority:isa", "work.": "authority:labour-office"}
)


def bodies_of(roles: Sequence[str], channels: Sequence[str]) -> tuple[str, ...]:
    """The bodies that can act: by what the organisation is, and by what it is late in. Nobody, where neither says one."""
    by_role = {ACTING[role] for role in roles if role in ACTING}
    by_channel = {body for start, body in _HOLDERS.items() for kind in channels if kind.startswith(start)}
    return tuple(sorted(by_role | by_channel))
