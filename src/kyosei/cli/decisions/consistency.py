"""`kyosei decisions consistency`: whether offices decide like cases alike, from a table of decided cases."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kyosei.cli.arguments import Format, FormatOption, LanguageOption, language_of, read_files
from kyosei.cli.decisions.tables import read_table, whole_number
from kyosei.cli.page import Page, write_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from kyosei.decisions.consistency import Audit, Comparison
    from kyosei.terms.text import Language

__all__ = ["consistency"]

_COMMON: Final = ("facts", "office", "group")
"""The columns of a table, beside one of the outcomes."""
_SHOWN: Final = 20
"""How many comparisons without a difference are shown one by one; all are in the JSON."""

_File = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="CSV with the columns facts, office, group, and granted (1 or 0) or months; - is standard input.",
        show_default=False,
    ),
]


def consistency(file: _File, format_: FormatOption = Format.TEXT, lang: LanguageOption = None) -> None:
    """Compare offices and groups within the same legally relevant facts. It names offices, and no officer or person.

    `facts` is a key that two cases share if their legally relevant facts are the same, such as `same_facts` of dossiers.
    Beside each comparison without a difference stands how large a difference would have been found.
    """
    from kyosei.decisions.consistency import Decided, audit

    ((name, content),) = read_files([file])
    rows, sort = read_table(name, content, _COMMON)
    names = {column: sorted({row[column] for row in rows}) for column in _COMMON}
    code = {column: {value: number for number, value in enumerate(values)} for column, values in names.items()}

    def coded(column: str) -> list[int]:
        return [code[column][row[column]] for row in rows]

    outcomes = [whole_number(name, number, row[sort], sort) for number, row in enumerate(rows, 2)]
    found = audit(Decided.of(coded("facts"), coded("office"), coded("group"), outcomes))
    if format_ is Format.JSON:
        write_json(_document(found, names["office"], names["group"], sort))
        return
    _Report(found, names, sort, language_of(lang)).write()


def _document(found: Audit, offices: Sequence[str], groups: Sequence[str], sort: str) -> dict[str, Any]:
    """What the command prints as JSON. Any: a JSON object."""

    def named(one: Comparison) -> dict[str, Any]:
        return {
            **asdict(one), "office": None if one.office is None else offices[one.office],
            "group": None if one.group is None else groups[one.group],
        }  # fmt: skip

    return {
        "cases": found.cases, "outcome": sort, "negligible": found.negligible, "spread": found.spread,
        "offices": [named(one) for one in found.offices], "groups": [named(one) for one in found.groups],
        "groups_at_offices": [named(one) for one in found.groups_at_offices],
    }  # fmt: skip


class _Report:
    """What was found, and what the rest could have shown."""

    def __init__(self, found: Audit, names: Mapping[str, Sequence[str]], sort: str, language: Language) -> None:
        self.found = found
        self.names = names
        self.sort = sort
        self.language = language
        self.page = Page()

    def write(self) -> None:
        """Print it."""
        from kyosei.cli.decisions import consistency_words as words

        self._say(words.COUNTED, f"{self.found.cases:,}", len(self.names["office"]), len(self.names["group"]))
        self._say(words.SPREAD, self._amount(self.found.spread))
        self._say(words.NEGLIGIBLE, self._amount(self.found.negligible))
        named = self.found.found
        self._say(words.NAMED if named else words.NOTHING_NAMED, len(named))
        for one in named:
            assert one.difference is not None
            text = words.LESS if one.difference < 0 else words.MORE
            self._say(
                text, self._who(one), self._amount(abs(one.difference)), f"{one.cases:,}", f"{one.others:,}", indent=2
            )
        for title, comparisons in (
            (words.OFFICES, self.found.offices), (words.GROUPS, self.found.groups), (words.BOTH, self.found.groups_at_offices)
        ):  # fmt: skip
            self._rest(title.said_in(self.language), [one for one in comparisons if not one.found])
        self.page.blank()
        self._say(words.NO_PROOF)
        self.page.write()

    def _rest(self, title: str, comparisons: Sequence[Comparison]) -> None:
        from kyosei.cli.decisions import consistency_words as words

        if not comparisons:
            return
        self.page.heading(title)
        told = [(self._who(one), one.detectable) for one in comparisons if one.detectable is not None]
        if told:
            sizes = [detectable for _, detectable in told]
            self._say(words.NO_DIFFERENCE, len(told), self._amount(min(sizes)), self._amount(max(sizes)))
        for who, detectable in sorted(told) if len(told) <= _SHOWN else ():
            self._say(words.WOULD_BE_FOUND, who, self._amount(detectable), indent=2)
        if len(told) < len(comparisons):
            self._say(words.TOO_FEW, len(comparisons) - len(told))

    def _who(self, one: Comparison) -> str:
        parts = [self.names[column][code] for column, code in (("office", one.office), ("group", one.group))
                 if code is not None]  # fmt: skip
        return " · ".join(parts)

    def _amount(self, value: float) -> str:
        from kyosei.cli.decisions import consistency_words as words

        text, number = (words.POINTS, 100 * value) if self.sort == "granted" else (words.MONTHS, value)
        return text.said_in(self.language).format(f"{number:.1f}")

    def _say(self, text: object, *parts: object, indent: int = 0) -> None:
        from kyosei.terms.text import Text

        assert isinstance(text, Text)
        self.page.add(text.said_in(self.language).format(*parts), indent=indent, hang=2)
