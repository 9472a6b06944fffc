"""A connector: how a file of one institution's own system becomes lines of a case file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Connector", "Line"]

# One line of a case file, in the shape that the case-file reader takes.
Line = dict[str, object]


@dataclass(frozen=True, slots=True)
class Connector:
    """One readable format.

    `read(file_name, content)` returns every line that the file supports, party lines first, or raises
    `InstitutionFileError`: it never returns part of a file. It translates what the institution wrote and
    nothing else: it does not judge, fill gaps, link people or open anything. The same bytes give the same lines.
    """

    name: str
    title_ja: str
    title_en: str
    suffix: str
    read: Callable[[str, bytes], list[Line]]
