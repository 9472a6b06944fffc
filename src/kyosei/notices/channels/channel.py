"""What a channel is handed, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from kyosei.notices.message import Message

__all__ = ["Channel", "Failed", "HandedOver", "Outcome", "Parcel", "Refused"]


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes to one recipient at once: one notice, or the notices of a digest.

    key: the same at every attempt; whoever gets it twice can tell. address: as the channel knows its recipients. notices: the
    keys of the messages. names: of parties by id. made_at: when the first was posted (microseconds).
    """

    key: str
    recipient: str
    address: str
    notices: tuple[str, ...]
    messages: tuple[Message, ...]
    names: Mapping[str, str]
    made_at: int


@dataclass(frozen=True, slots=True)
class HandedOver:
    """It was taken. delivered: whether that already shows that it reached the recipient."""

    delivered: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """Not this time. retry_seconds: how long the receiver asked to be left alone, if it said so."""

    detail: str
    retry_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """It will not be taken however often it is tried. gone: nothing should be sent there any more."""

    detail: str
    gone: bool = False


Outcome = HandedOver | Failed | Refused


class Channel(Protocol):
    """A way out."""

    def hand_over(self, parcel: Parcel, now: int) -> Outcome:
        """Hands a parcel over at an instant (microseconds), or says why not. It raises nothing for what a network does."""
        ...
