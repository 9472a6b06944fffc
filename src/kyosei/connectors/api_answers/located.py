"""A JSON value together with the place it stands in, so that a refusal can name row and field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kyosei.connectors.lines import JAPAN, shown
from kyosei.errors import InstitutionFileError

__all__ = ["Located", "japanese_day"]

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Strict RFC 3339: Python alone would also take week dates and instants without an offset.
INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})")
FIRST_YEAR = 1900
LAST_YEAR = 2199


@dataclass(frozen=True, slots=True)
class Located:
    """`value` is parsed JSON; `field` is its path in the line, such as `response.employees[0].entry_date`.

    `sender` is the service that answered, for messages.
    """

    sender: str
    file: str
    row: int
    field: str
    value: object

    def refusal(self, message: str) -> InstitutionFileError:
        """The error that names this place, to be raised."""
        return InstitutionFileError(self.file, self.row, self.field, message)

    def inner(self, field: str, value: object) -> Located:
        """A value inside this one, or beside it on the same line."""
        return Located(self.sender, self.file, self.row, field, value)

    def member(self, name: str) -> Located:
        """The member of this object; refused where the key is absent."""
        members = self.members()
        place = self.inner(f"{self.field}.{name}" if self.field else name, members.get(name))
        if name not in members:
            raise place.refusal(f"is absent; give the answer as {self.sender} sent it")
        return place

    def optional(self, name: str) -> Located | None:
        """The member of this object, or None where it is absent or null: the service has not said it."""
        if self.members().get(name) is None:
            return None
        return self.member(name)

    def members(self) -> dict[str, object]:
        """This object's members."""
        if not isinstance(self.value, dict):
            raise self.refusal(
                f"is {shown(self.value)} where an object is needed; give the answer as {self.sender} sent it"
            )
        return self.value

    def items(self) -> Iterator[Located]:
        """The items of this array, each with its own place."""
        if not isinstance(self.value, list):
            raise self.refusal(
                f"is {shown(self.value)} where an array is needed; give the answer as {self.sender} sent it"
            )
        for index, item in enumerate(self.value):
            yield self.inner(f"{self.field}[{index}]", item)

    def text(self) -> str:
        """A text without control characters."""
        if not isinstance(self.value, str):
            raise self.refusal(
                f"is {shown(self.value)} where a text is needed; give the answer as {self.sender} sent it"
            )
        if any(unicodedata.category(character) in ("Cc", "Cs") for character in self.value):
            raise self.refusal(
                f"has a control character in {shown(self.value)}; mend the text in {self.sender} and ask again"
            )
        return self.value

    def truth(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise self.refusal(f"is {shown(self.value)} where true or false is needed; give {self.sender}'s own answer")
        return self.value

    def integer(self, low: int, high: int) -> int:
        """A whole number between `low` and `high`, both included."""
        if isinstance(self.value, bool) or not isinstance(self.value, int) or not low <= self.value <= high:
            raise self.refusal(
                f"is {shown(self.value)}, not a whole number from {low} to {high}; give the answer as {self.sender} sent it"
            )
        return self.value

    def day(self) -> date:
        """A day written YYYY-MM-DD."""
        text = self.text()
        try:
            if DAY.fullmatch(text) and FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
                return date.fromisoformat(text)
        except ValueError as error:
            raise self.refusal(f"is {shown(text)}, which is no day; write an existing day as YYYY-MM-DD") from error
        raise self.refusal(f"is {shown(text)}, which is no day from {FIRST_YEAR} on; write it as YYYY-MM-DD")

    def instant(self) -> datetime:
        """An instant with its offset, such as 2026-11-05T09:00:00+09:00."""
        text = self.text()
        try:
            if INSTANT.fullmatch(text) and FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
                return datetime.fromisoformat(text)
        except ValueError as error:
            raise self.refusal(f"is {shown(text)}, which is no instant; write one that exists") from error
        raise self.refusal(f"is {shown(text)}, which is no instant; write it as 2026-11-05T09:00:00+09:00")


def japanese_day(instant: datetime) -> date:
    """The day that it was in Japan at `instant`."""
    return instant.astimezone(JAPAN).date()
