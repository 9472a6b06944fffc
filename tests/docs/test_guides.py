"""The guides are followed word for word: their files are written, their changes made, their cases run."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType

import pytest
import yaml

import kyosei.law.jp
from kyosei.errors import CaseFileError
from kyosei.evidence.questions import KindTable
from kyosei.facts.case_file import read_case, references
from kyosei.facts.case_file.statements import KIND_BY_NAME
from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.fields import ChoiceField
from kyosei.facts.kinds import Kind
from kyosei.facts.scopes import SCOPES, Employment
from kyosei.facts.vocabulary import KINDS
from kyosei.norms.checks import check_norms, sole_holders
from kyosei.norms.compiler import compile_law
from kyosei.publication.cases import LifeCase, read_cases
from kyosei.publication.paraphrases import read_paraphrases
from kyosei.terms.text import Text
from kyosei.verdicts.evaluate import Loaded, load
from kyosei.wiring import open_law
from tests.docs.guides import Block, blocks_of, changed
from tests.law.case_tables import answered, expected, verdict_of
from tests.publication.quantities import quantities_in_english, quantities_in_japanese

NORM = blocks_of("add-a-norm.md")
KIND = blocks_of("add-a-kind.md")
TABLE = "src/kyosei/law/jp/conditions_in_writing.cases.yaml"
WORDS = "src/kyosei/law/jp/conditions_in_writing.words.yaml"


def lives_of_the_guide() -> list[LifeCase]:
    """The rows of the guide's table, read as the tables beside the norms are."""
    return list(read_cases({Path(TABLE).name.partition(".")[0]: NORM[TABLE].text}))


def run_as_changed(block: Block) -> ModuleType:
    """The module that a diff makes of an existing one."""
    module = ModuleType(Path(block.title).stem)
    exec(compile(changed(block), block.title, "exec"), module.__dict__)
    return module


@pytest.fixture(scope="module")
def law_with_the_norm(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """The law of Japan with the guide's norm in its place."""
    folder = tmp_path_factory.mktemp("law")
    norm = NORM["src/kyosei/law/jp/conditions_in_writing.py"]
    (folder / Path(norm.title).name).write_text(norm.text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kyosei.law.jp, "__path__", [*kyosei.law.jp.__path__, str(folder)])
        importlib.invalidate_caches()
        norms = run_as_changed(NORM["src/kyosei/law/jp/pack.py"]).NORMS
    check_norms(norms, KINDS)
    law = compile_law("jp", norms, SCOPES, sole_holders(KINDS))
    opened = open_law()
    return load(law, opened.table, opened.holidays)


def test_the_guides_norm_is_new_and_its_table_has_its_question() -> None:
    assert "jp.labour.conditions-in-writing" not in {norm.id for norm in open_law().law.norms}
    question = yaml.safe_load(NORM[TABLE].text)["question"]
    assert question in NORM["src/kyosei/law/jp/conditions_in_writing.py"].text.splitlines()[0]


@pytest.mark.parametrize("life", lives_of_the_guide(), ids=str)
def test_a_life_of_the_guides_table_comes_out_as_it_says(law_with_the_norm: Loaded, life: LifeCase) -> None:
    verdict = answered(verdict_of(law_with_the_norm, life.row))
    wanted = expected(life.row)
    assert {key: verdict.get(key) for key in wanted} == wanted


def test_the_guides_norm_has_its_words_in_all_languages(law_with_the_norm: Loaded) -> None:
    norm = next(norm for norm in law_with_the_norm.law.norms if norm.id == "jp.labour.conditions-in-writing").latest
    text = read_paraphrases({Path(WORDS).name.partition(".")[0]: NORM[WORDS].text}).text_of(norm)
    assert text is not None
    assert text.en == norm.says
    for japanese in (text.ja, text.easy):
        assert quantities_in_japanese(japanese) == quantities_in_english(norm.says)


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
