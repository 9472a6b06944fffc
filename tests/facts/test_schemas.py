"""The JSON Schemas and the vocabulary as a document."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.facts.case_file import read_case
from kyosei.facts.fields import (
    BoolField,
    ChoiceField,
    CountryField,
    DayField,
    Field,
    FieldNamesField,
    ItemsField,
    NationalityField,
    PartyField,
    SlugsField,
    StatementField,
    TextField,
    YearField,
)
from kyosei.facts.kinds import Kind, Span, TheParty
from kyosei.facts.schemas import case_file_schema, statement_schema, vocabulary_document
from kyosei.facts.vocabulary import KINDS
from tests.facts.cases import NOON, SAMPLE, party, written

LINE = jsonschema.Draft202012Validator(case_file_schema())
OF_KIND = {kind.facts.name: jsonschema.Draft202012Validator(statement_schema(kind)) for kind in KINDS}

PERSONS = ("person", "other", "recipient", "holder", "payee", "landlord")
DECLARED = (
    party("person:hoa", "person"),
    party("person:minh", "person"),
    party("org:acme", "organisation", roles=["host", "supporter"]),
)


def raw_value(field: Field[Any, Any]) -> Any:  # Any: a field of any type and how it is written
    """How a value of the field may be written."""
    match field:
        case ChoiceField():
            return field.options[-1]
        case DayField():
            return "2026-03-31"
        case YearField():
            return 2026
        case CountryField() | NationalityField():
            return "VN"
        case PartyField():
            return "org:acme"
        case StatementField():
            return None
        case TextField():
            return "text"
        case FieldNamesField():
            return ["work.contract"]
        case SlugsField():
            return [*field.known[:2], "something-else"]
        case ItemsField():
            return [{"item": field.known[0], "yen": 1}, {"item": "other", "yen": 2}]
        case BoolField():
            return True
        case _:
            return 7


def example(kind: type[Kind]) -> dict[str, object]:
    """A statement of the kind by a party of it, with every field."""
    about = {role.name: "person:hoa" if role.name in PERSONS else "org:acme" for role in kind.facts.roles}
    named = [about[holder.role] for holder in kind.facts.holders if isinstance(holder, TheParty)]
    data = {name: raw_value(field) for name, field in kind.fields.items()}
    if "granted_period" in data:
        data |= {key: "long-term-resident" for key in ("status", "granted_status") if key in data}
        data["granted_period"] = "P1Y"
    when = {"on": "2026-04-01"} if kind.facts.span is Span.EVENT else {"from": "2026-04-01", "until": None}
    source = (named or list(about.values()))[0]
    return {
        "type": "statement", "id": "s", "kind": kind.facts.name, "source": source, "about": about, **when,
        "data": data, "stated_at": NOON,
    }  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.facts.name)
def test_the_schema_of_a_kind_allows_what_the_reader_reads(kind: type[Kind]) -> None:
    content = example(kind)

    statement = read_case([("a", written(*DECLARED, content))]).statements[0]

    written_fields = {name for name, field in kind.fields.items() if not isinstance(field, StatementField)}
    assert set(statement.data) == written_fields
    OF_KIND[kind.facts.name].validate(content)
    LINE.validate(content)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.facts.name)
def test_the_schema_of_a_kind_refuses_an_unknown_field(kind: type[Kind]) -> None:
    content = example(kind)
    content["data"] = {"nothing_such": 1}

    with pytest.raises(jsonschema.ValidationError):
        OF_KIND[kind.facts.name].validate(content)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.facts.name)
def test_every_value_of_a_kind_fits_the_columns_of_its_field(kind: type[Kind]) -> None:
    statement = read_case([("a", written(*DECLARED, example(kind)))]).statements[0]
    for name, value in statement.data.items():
        field = kind.fields[name]
        if not isinstance(field, PartyField):  # the evidence keeps a party by its place among all parties
            assert len(field.cells(value)) == len(field.columns())


def test_every_line_of_the_sample_fits_the_schema() -> None:
    for raw in SAMPLE.read_bytes().splitlines():
        if raw:
            LINE.validate(json.loads(raw))


VALUES: st.SearchStrategy[Any] = st.sampled_from(  # Any: JSON of any shape
    [None, True, -1, 0, 7, 2026, 0.5, 6.25, 1.125, "text", "VN", "2026-03-31", "org:acme", "", [], ["a"], ["A b"], {},
     [{"item": "rent", "yen": 1}], [{"item": "rent", "yen": -1}]]
)  # fmt: skip


@given(st.sampled_from(KINDS), st.data())
def test_what_the_reader_reads_fits_the_schema_whatever_the_values(kind: type[Kind], data: st.DataObject) -> None:
    content = example(kind)
    drawn = {name: data.draw(VALUES) for name, field in kind.fields.items() if not isinstance(field, StatementField)}
    kept = {name: value for name, value in drawn.items() if is_read(kind.fields[name], value)}
    content["data"] = {name: value for name, value in kept.items() if name not in ("status", "granted_status")}

    read_case([("a", written(*DECLARED, content))])
    OF_KIND[kind.facts.name].validate(content)


def is_read(field: Field[Any, Any], value: object) -> bool:  # Any: a field of any type
    """Whether the field takes the value; null is always taken, as silence."""
    try:
        return value is None or bool(field.read(value)) or True
    except ValueError:
        return False


def test_the_document_describes_every_kind() -> None:
    kinds = {entry["kind"]: entry for entry in vocabulary_document()["kinds"]}

    assert list(kinds) == [kind.facts.name for kind in KINDS]
    assert kinds["work.hours"] | {"fields": []} == {
        "kind": "work.hours",
        "title": {"ja": "労働時間", "en": "Hours worked"},
        "parties": [
            {"role": "person", "optional": False, "filled_by": "person"},
            {"role": "employer", "optional": True, "filled_by": "organisation"},
        ],
        "span": "period",
        "cardinality": "single",
        "holders": [{"party": "employer"}],
        "lag_days": 14,
        "fields": [],
    }
    assert kinds["work.hours"]["fields"][0] == {
        "name": "hours",
        "title": {"ja": "実労働時間", "en": "hours worked"},
        "type": "number",
        "unit": "hours",
    }


def test_the_document_says_who_alone_can_settle_a_field() -> None:
    profile = next(entry for entry in vocabulary_document()["kinds"] if entry["kind"] == "employer.profile")

    holders = {field["name"]: field.get("holders") for field in profile["fields"]}

    assert holders["legal_form"] == [{"party": "employer"}]
    assert holders["ordinary_insured_workers"] == [{"source": "authority:pension-service"}]
