"""The case tables beside the norms: short lives in YAML, each with the answer that the law gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from kyosei.errors import LawError
from kyosei.publication.likenesses import each_row, resolved

__all__ = ["LifeCase", "read_cases"]


class _Loader(yaml.CSafeLoader):
    """YAML 1.2's booleans: only true and false, so that a row may have a key `on`. Reads a table ten times faster in C."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


@dataclass(frozen=True)
class LifeCase:
    """One row of a case table."""

    table: str
    name: str
    row: Mapping[str, Any]  # Any: YAML

    def __str__(self) -> str:
        return f"{self.table}:{self.name}"

    @property
    def norm(self) -> str:
        """The id of the norm that it is about."""
        return str(self.row["norm"])

    def given(self) -> list[Mapping[str, Any]]:  # Any: YAML
        """Its lines, those of shared lists too, in order."""
        flat: list[Mapping[str, Any]] = []
        for entry in self.row["given"]:
            flat.extend(entry if isinstance(entry, list) else [entry])
        return flat


def read_cases(tables: Mapping[str, str]) -> Iterator[LifeCase]:
    """Every row of every table, in order of tables. LawError for a table that is none."""
    for table, text in tables.items():
        try:
            document = yaml.load(text, _Loader)  # a safe loader
            shared = {key: document[key] for key in ("all_jobs_told",) if key in document}
            told: dict[str, Mapping[str, Any]] = {}  # Any: YAML
            for written in (row for several in document["cases"] for row in each_row(several)):
                row = told[written["case"]] = resolved(written, told)
                if not {"norm", "on", "given", "expect"} <= row.keys():
                    raise TypeError(f"{row['case']} needs norm, on, given and expect")
                yield LifeCase(table, row["case"], {**shared, **row})
        except (yaml.YAMLError, AttributeError, KeyError, TypeError, ValueError) as error:
            raise LawError(f"{table}.cases.yaml is no case table ({type(error).__name__}: {error})") from error
