"""When it is in the tests of the portal."""

from __future__ import annotations

from datetime import date

from tests.access.setting import noon

__all__ = ["NOON", "TODAY"]

TODAY = date(2026, 11, 22)
NOON = noon(TODAY)
"""In microseconds."""
