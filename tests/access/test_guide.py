"""docs/guides/read-with-purpose.md is followed: its commands run, its program reads, its purpose is declared."""

from __future__ import annotations

import shlex
from types import ModuleType

from kyosei.access.fields import readable_by
from kyosei.access.purposes import load_purposes
from kyosei.facts.vocabulary import KINDS
from tests.access.setting import Setting
from tests.access.test_command import Directory, directory
from tests.cli.processes import kyosei
from tests.docs.guides import blocks_of, changed
from tests.law.compiled import compiled_japan

__all__ = ["directory"]

GUIDE = blocks_of("read-with-purpose.md")


def test_the_commands_of_the_guide_run(directory: Directory) -> None:
    for line in GUIDE["the command line"].text.splitlines():
        program, *arguments = shlex.split(line.replace("DIR", str(directory.path)))
        answer = kyosei(*arguments)
        assert (program, answer.status, answer.err) == ("kyosei", 0, "")


def test_the_program_of_the_guide_reads(setting: Setting) -> None:
    names: dict[str, object] = {"path": setting.path}
    exec(compile(GUIDE["a program"].text, "a program", "exec"), names)
    assert getattr(names["shown"], "number", None) == 1
    assert setting.log()[0]["case"] == "case-17"


def test_the_purpose_of_the_guide_reads_what_its_norm_reads() -> None:
    module = ModuleType("japan")
    exec(compile(changed(GUIDE["src/kyosei/access/japan.py"]), "japan", "exec"), module.__dict__)
    law = compiled_japan()
    purposes = load_purposes(module.PURPOSES, law, KINDS)
    assert purposes.readable["pension.confirmation"] == readable_by(law, ["jp.pension.right-to-confirmation"])
