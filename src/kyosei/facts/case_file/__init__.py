"""The reader of case files (JSON Lines, INTERFACES.md §1): bytes in, a checked `Case` out, through `read_case`."""

from __future__ import annotations

from kyosei.facts.case_file.reading import read_case

__all__ = ["read_case"]
