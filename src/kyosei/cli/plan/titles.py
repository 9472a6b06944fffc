"""What the requirements of a goal are called when the goal is the heading: without what all of their titles begin with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kyosei.cli.sheet import Sheet
from kyosei.norms.compiler import CompiledNorm

__all__ = ["Titles"]

_SEPARATORS = ("：", ": ")


@dataclass(frozen=True, slots=True)
class Titles:
    """The goal as the titles name it, or empty; and the rest of each title by the id of its norm."""

    goal: str
    rest: Mapping[str, str]

    @staticmethod
    def of(sheet: Sheet, norms: Sequence[str], on: int) -> Titles:
        """The titles that these norms have on a day, in the language of a sheet."""
        titles = {norm.id: _title(norm, on, sheet) for norm in sheet.law.norms if norm.id in norms}
        for separator in _SEPARATORS:
            heads = {title.partition(separator)[0] for title in titles.values()}
            if len(heads) == 1 and all(separator in title for title in titles.values()):
                return Titles(heads.pop(), {norm: title.partition(separator)[2] for norm, title in titles.items()})
        return Titles("", titles)

    def of_norm(self, norm: str) -> str:
        """The title of a requirement under the goal's own name."""
        return self.rest[norm]


def _title(norm: CompiledNorm, on: int, sheet: Sheet) -> str:
    version = norm.version_on(on)
    return (norm.latest if version is None else version.norm).title.said_in(sheet.language)
