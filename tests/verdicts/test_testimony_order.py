"""A proof says the same whatever the order in which a statement's fields came: files and tables keep different ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kyosei.facts.case_file import read_case
from kyosei.facts.statements import Case
from kyosei.verdicts.check import examine, find_norm
from kyosei.verdicts.explain import explain
from kyosei.wiring import open_law


def proof_of(case: Case) -> object:
    loaded = open_law()
    norm = find_norm(loaded, "jp.pension.report-acquisition")
    (examined,) = examine(loaded, case, case.latest_recorded() or 0, ["person:sita"])
    return explain(examined, norm, 0, examined.batch.known_day).to_json("en")


def test_the_order_of_fields_does_not_matter() -> None:
    files = [(name, Path(name).read_bytes()) for name in ("samples/offices.jsonl", "samples/sita.jsonl")]
    case = read_case(files)
    turned = tuple(replace(s, data=dict(reversed(list(s.data.items())))) for s in case.statements)
    assert any(list(one.data) != list(other.data) for one, other in zip(turned, case.statements, strict=True))
    assert proof_of(replace(case, statements=turned)) == proof_of(case)
