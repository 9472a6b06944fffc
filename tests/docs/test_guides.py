"""The guides are followed word for word: a norm stands in the pack as its guide says, a kind is declared and used as its does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from kyosei.errors import CaseFileError
from kyosei.evidence.questions import KindTable
from kyosei.facts.case_file import read_case, references
from kyosei.facts.case_file.statements import KIND_BY_NAME
from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.fields import ChoiceField
from kyosei.facts.kinds import Kind
from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary import KINDS
from kyosei.terms.text import Text
from kyosei.wiring import open_law
from tests.docs.guides import ROOT, Block, blocks_of, changed

NORM = blocks_of("add-a-norm.md")
KIND = blocks_of("add-a-kind.md")
TABLE = "src/kyosei/law/jp/conditions_in_writing.cases.yaml"


def run_as_changed(block: Block) -> ModuleType:
    """The module that a diff makes of an existing one."""
    module = ModuleType(Path(block.title).stem)
    exec(compile(changed(block), block.title, "exec"), module.__dict__)
    return module


@pytest.mark.parametrize("title", [title for title, block in NORM.items() if block.language in ("python", "yaml")])
def test_a_file_of_the_guide_stands_in_the_pack_word_for_word(title: str) -> None:
    assert (ROOT / title).read_text("utf-8") == NORM[title].text


def test_the_guides_norm_is_listed_where_it_says() -> None:
    pack = NORM["src/kyosei/law/jp/pack.py"]
    for hunk in re.split(r"^@@\n", pack.text, flags=re.MULTILINE):
        after = "".join(line[1:] + "\n" for line in hunk.splitlines() if line[:1] != "-")
        assert (ROOT / pack.title).read_text("utf-8").count(after) == 1, after
    assert "jp.labour.conditions-in-writing" in {norm.id for norm in open_law().law.norms}


def test_the_guides_table_has_the_question_of_its_norm() -> None:
    question = yaml.safe_load(NORM[TABLE].text)["question"]
    assert question in NORM["src/kyosei/law/jp/conditions_in_writing.py"].text.splitlines()[0]


@pytest.fixture
def new_kind(monkeypatch: pytest.MonkeyPatch) -> type[Kind]:
    """The guide's kind, listed as the guide lists it."""
    kinds: tuple[type[Kind], ...] = run_as_changed(KIND["src/kyosei/facts/vocabulary/labour.py"]).KINDS
    known = {kind.facts.name for kind in KINDS}
    (kind,) = (kind for kind in kinds if kind.facts.name not in known)
    monkeypatch.setitem(KIND_BY_NAME, kind.facts.name, kind)
    for index in ("_PARTY_FIELDS", "_STATEMENT_FIELDS"):  # made of KIND_BY_NAME at import; this kind has neither
        monkeypatch.setitem(getattr(references, index), kind.facts.name, ())
    return kind


def test_a_case_file_can_state_the_guides_kind(new_kind: type[Kind]) -> None:
    case = read_case([("case.jsonl", KIND["case.jsonl"].text.encode())])
    (statement,) = case.statements
    assert statement.kind == new_kind.facts.name
    assert statement.data == {"occasion": "on_hiring"}


def test_a_value_that_the_guides_kind_does_not_have_is_refused(new_kind: type[Kind]) -> None:
    *parties, statement = KIND["case.jsonl"].text.splitlines()
    wrong = {**json.loads(statement), "data": {"occasion": "now_and_then"}}
    with pytest.raises(CaseFileError, match="now_and_then"):
        read_case([("case.jsonl", "\n".join([*parties, json.dumps(wrong)]).encode())])


def test_every_value_of_the_guides_kind_has_a_label(new_kind: type[Kind]) -> None:
    labels: dict[str, dict[str, Text]] = run_as_changed(KIND["src/kyosei/facts/labels/labour.py"]).LABELS
    occasion = new_kind.fields["occasion"]
    assert isinstance(occasion, ChoiceField)
    assert tuple(labels[f"{new_kind.facts.name}.occasion"]) == occasion.options


def test_a_norm_can_ask_for_the_guides_kind(new_kind: type[Kind]) -> None:
    names: dict[str, object] = {new_kind.__name__: new_kind, "job": Employment()}
    exec(KIND["in a norm"].text, names)
    assert new_kind.facts.name in KindTable.of((*KINDS, new_kind, EmploymentRelation)).number
