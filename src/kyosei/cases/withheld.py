"""What was told of verdicts while nobody was to hear of their norm, so that it can be told once the norm is restored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kyosei.cases.event import Event, Item
    from kyosei.cases.rulings import Ruling

__all__ = ["Withheld"]


@dataclass(slots=True)
class Withheld:
    """What each verdict was last told to be, by item; and the items of which nobody heard.

    The last telling is the last change and whatever came after it: that it nears, that it is settled.
    """

    last: dict[Item, list[Event]] = field(default_factory=dict)
    items: set[Item] = field(default_factory=set)

    def note(self, item: Item, events: Sequence[Event]) -> None:
        """Notes what was told of an item at one moment."""
        told = [event for event in events if event.sort != "corrected"]
        before = self.last.get(item, [])
        anew = any(event.sort == "changed" for event in told) or any(event.state != told[-1].state for event in before)
        self.last[item] = told if anew else [*before, *told]

    def release(self, ruling: Ruling) -> Iterator[list[Event]]:
        """Of each verdict of a restored norm that was withheld, what it was last told to be, as of the ruling."""
        for item in sorted(item for item in self.items if item[0] == ruling.norm):
            self.items.discard(item)
            yield [self.as_of(event, ruling) for event in self.last[item]]

    @staticmethod
    def as_of(event: Event, ruling: Ruling) -> Event:
        """What was told, as a ruling makes it known: on its day, by an id that is its own."""
        id_ = f"{event.id}.{ruling.sequence}"
        return replace(event, id=id_, day=ruling.day, position=ruling.sequence + 1, known=ruling.at)
