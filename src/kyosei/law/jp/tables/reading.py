"""When the provisions behind the tables were last read: their numbering is that of this day unless a value names another."""

from __future__ import annotations

from datetime import date

__all__ = ["READ_ON"]

READ_ON = date(2026, 11, 21)
