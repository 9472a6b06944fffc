"""Each mistake in mistakes.yaml is refused: by mypy, by the loader, or by both, exactly as the file says."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from mypy import api

from kyosei.errors import LawError

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PREAMBLE = '''"""A norm's module with a mistake."""

from kyosei.facts.scopes import EMPLOYMENT, PERSON, Employment, Person
from kyosei.facts.vocabulary.education import StudyEnrolment
from kyosei.facts.vocabulary.labour import EmployerProfile, WorkAssignment, WorkContract, WorkPay
from kyosei.facts.vocabulary.social_insurance import PensionEnrolment
from kyosei.terms.language import all_of, any_one, days, hours, yen, yen_per_hour

'''


@dataclass(frozen=True)
class Mistake:
    """A snippet; the codes of mypy's errors, and words of the loader's, where one refuses it."""

    name: str
    code: str
    mypy: str = ""
    loader: str = ""


MISTAKES = [Mistake(**entry) for entry in yaml.safe_load((HERE / "mistakes" / "mistakes.yaml").read_text("utf-8"))]


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The codes of mypy's errors in each snippet, all checked in one run."""
    folder = tmp_path_factory.mktemp("mistakes")
    for mistake in MISTAKES:
        (folder / f"{mistake.name}.py").write_text(PREAMBLE + mistake.code, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("MYPYPATH", str(folder))
        output, problems, _ = api.run(
            [
                "--config-file", str(ROOT / "pyproject.toml"), "--no-error-summary", "--hide-error-context",
                *(str(folder / f"{mistake.name}.py") for mistake in MISTAKES),
            ]
        )  # fmt: skip
    assert not problems
    found: dict[str, set[str]] = defaultdict(set)
    for complaint in output.splitlines():
        place = re.match(r"(?P<file>.+?)\.py:\d+: error: .*\[(?P<code>[a-z-]+)\]$", complaint)
        if place is not None:
            found[Path(place["file"]).name].add(place["code"])
    return found


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_the_type_checker_refuses_the_mistake_or_leaves_it_to_the_loader(
    mistake: Mistake, complaints: dict[str, set[str]]
) -> None:
    assert complaints[mistake.name] == set(mistake.mypy.split())


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_the_loader_refuses_the_mistake_or_leaves_it_to_the_type_checker(mistake: Mistake) -> None:
    module = compile(PREAMBLE + mistake.code, mistake.name, "exec")
    if not mistake.loader:
        exec(module, {})
        return
    with pytest.raises((LawError, AttributeError, NameError, TypeError), match=re.escape(mistake.loader)):
        exec(module, {})


def test_every_mistake_is_refused_by_somebody_and_the_good_snippet_by_nobody() -> None:
    assert [mistake.name for mistake in MISTAKES if not (mistake.mypy or mistake.loader)] == ["good"]
