"""In which format the lines of a town are kept; apart, so that the command line is read without the town."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Format"]


class Format(StrEnum):
    """How persons' lines are kept."""

    JSONL = "jsonl"
    PARQUET = "parquet"
