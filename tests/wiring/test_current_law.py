"""The compiled law is kept beside the kernels, and whatever is wrong with that copy, the law is the one of the sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from kyosei import wiring
from kyosei.norms.archive import write_law
from kyosei.norms.compiler import CompiledLaw
from tests.law.compiled import compiled_japan


@pytest.fixture(scope="module")
def law() -> CompiledLaw:
    """The law as the sources make it."""
    return compiled_japan()


@pytest.fixture
def compiled(law: CompiledLaw, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one each time the law is compiled."""
    times: list[int] = []

    def compile_again() -> CompiledLaw:
        times.append(1)
        return law

    monkeypatch.setattr(wiring, "compile_japan", compile_again)
    return times


def test_the_second_process_reads_what_the_first_compiled(
    law: CompiledLaw, compiled: list[int], tmp_path: Path
) -> None:
    here = {"XDG_CACHE_HOME": str(tmp_path)}
    first, second = wiring.kept_law(here), wiring.kept_law(here)
    assert len(compiled) == 1
    assert first is law
    assert second is not law
    assert write_law(second) == write_law(law)
    assert [file.suffix for file in (tmp_path / "kyosei" / "law").iterdir()] == [".json"]


@pytest.mark.parametrize("content", [b"", b"{", b'{"name": "jp"}', b"\xff\xfe", b"[]"])
def test_a_spoilt_copy_is_made_anew(content: bytes, compiled: list[int], tmp_path: Path) -> None:
    here = {"XDG_CACHE_HOME": str(tmp_path)}
    wiring.kept_law(here)
    (kept,) = (tmp_path / "kyosei" / "law").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(content)
    wiring.kept_law(here)
    assert len(compiled) == 2
    assert kept.read_bytes() == whole


def test_a_copy_whose_program_was_changed_is_not_believed(compiled: list[int], tmp_path: Path) -> None:
    here = {"XDG_CACHE_HOME": str(tmp_path)}
    wiring.kept_law(here)
    (kept,) = (tmp_path / "kyosei" / "law").iterdir()
    text = kept.read_text(encoding="utf-8")
    changed = text.replace('"outputs":[', '"outputs":[0,', 1)
    assert changed != text
    kept.write_text(changed, encoding="utf-8")
    wiring.kept_law(here)
    assert len(compiled) == 2


def test_without_a_place_to_write_the_law_is_compiled(compiled: list[int], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    here = {"XDG_CACHE_HOME": str(tmp_path / "file")}
    assert wiring.kept_law(here).address == wiring.kept_law(here).address
    assert len(compiled) == 2
