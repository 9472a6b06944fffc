"""How each cited provision read when it was last read: digests, kept in a file that is renewed on purpose, never the text.

The file is JSON: `readings` lists law, article, paragraph and item, the day whose numbering that is (`read_on`), the day of
the version of the law in which it was read (`text_of`), and the SHA-256 of `provisions.digest_of`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kyosei.errors import LawError
from kyosei.terms.citations import Provision
from kyosei.timelines.days import date_from_day, day_from_date

__all__ = ["Read", "Readings", "load_readings", "write_readings"]


@dataclass(frozen=True, slots=True)
class Read:
    """How a provision read: the digest of its text, and the day of the version of the law it was read in."""

    text_of: int
    sha256: str


Readings = Mapping[tuple[Provision, int], Read]
"""By provision and the day whose numbering it has."""


def load_readings(text: str) -> Readings:
    """The readings in a file. LawError if it is none."""
    try:
        rows = json.loads(text)["readings"]
        return {
            (
                Provision(row["law"], row["article"], row.get("paragraph"), row.get("item")),
                day_from_date(date.fromisoformat(row["read_on"])),
            ): Read(day_from_date(date.fromisoformat(row["text_of"])), row["sha256"])
            for row in rows
        }
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LawError(f"the file of readings is damaged ({error}); renew it with scripts/read_law.py") from error


def write_readings(readings: Readings) -> str:
    """The file, one reading a line, in order of laws and articles."""
    rows = [
        {
            **provision.to_json(),
            "read_on": date_from_day(read_on).isoformat(),
            "text_of": date_from_day(read.text_of).isoformat(),
            "sha256": read.sha256,
        }
        for (provision, read_on), read in readings.items()
    ]
    lines = sorted(json.dumps(row, ensure_ascii=False) for row in rows)
    return '{"readings": [\n' + ",\n".join(lines) + "\n]}\n"
