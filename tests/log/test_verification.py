"""Verifying: a flipped bit, a dropped, added or reordered entry and a second history are found, and named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kyosei.errors import DamagedLogError, ForkError, LogError, QuorumError, SignatureError
from kyosei.log import KeyKind, Log, Policy, SigningKey, verify
from kyosei.log.tiles import bundle_of
from tests.log.logs import (
    ALONE,
    LOG_KEY,
    NOW,
    WITNESS_KEY,
    WITNESSED,
    contents,
    grow,
    grow_witnessed,
    key,
    leaf,
    leaves,
)

SIZES = [3, 260, 300]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log of 300 entries with a witness, published in three steps."""
    folder = tmp_path_factory.mktemp("whole")
    grow_witnessed(folder / "log", folder / "memory", SIZES)
    return folder / "log"


@pytest.fixture
def log(whole: Path, tmp_path: Path) -> Path:
    """A copy of it to do things to."""
    return Path(shutil.copytree(whole, tmp_path / "log"))


def flipped_each(log: Path, step: int) -> None:
    """Flips a bit in every `step`-th byte of every file, one at a time: each is refused, and in a tile it is named."""
    for name, content in contents(log).items():
        file = log / name
        for at in [*range(0, len(content), step), len(content) - 1]:
            changed = bytearray(content)
            changed[at] ^= 1 << at % 8
            file.write_bytes(changed)
            with pytest.raises(LogError) as found:
                verify(log, WITNESSED)
            if name.startswith("tile/"):
                assert isinstance(found.value, DamagedLogError)
                number = name.removeprefix("tile/").split("/", 1)[1]
                assert number.split(".p")[0] in str(found.value), f"{name} byte {at}: {found.value}"
        file.write_bytes(content)
    verify(log, WITNESSED)


def test_every_byte_of_every_file_of_a_small_log_counts(tmp_path: Path) -> None:
    grow_witnessed(tmp_path / "log", tmp_path / "memory", [2, 9])
    flipped_each(tmp_path / "log", 1)


def test_bytes_of_every_file_of_a_larger_log_count(log: Path) -> None:
    flipped_each(log, 97)


@pytest.mark.parametrize("at", [0, 100, 255, 256, 299])
def test_a_changed_entry_is_named(log: Path, at: int) -> None:
    name = "tile/entries/000" if at < 256 else "tile/entries/001.p/44"
    entries = leaves(0, 256) if at < 256 else leaves(256, 300)
    entries[at % 256] = leaf(999)
    (log / name).write_bytes(bundle_of(entries))
    with pytest.raises(DamagedLogError) as found:
        verify(log, WITNESSED)
    assert found.value.index == at
    assert "tile/entries/" in str(found.value)


def test_each_missing_file_that_the_checkpoint_needs_is_named(log: Path) -> None:
    needed = [
        "checkpoint",
        "tile/0/000",
        "tile/0/001.p/44",
        "tile/1/000.p/1",
        "tile/entries/000",
        "tile/entries/001.p/44",
    ]
    for name in needed:
        content = (log / name).read_bytes()
        (log / name).unlink()
        with pytest.raises(DamagedLogError) as found:
            verify(log, WITNESSED)
        assert found.value.file == name
        (log / name).write_bytes(content)


def dropped(entries: list[bytes]) -> list[bytes]:
    """Without one in the middle."""
    return [*entries[:150], *entries[151:], leaf(301)]


def reordered(entries: list[bytes]) -> list[bytes]:
    """Two neighbours the other way round."""
    return [*entries[:150], entries[151], entries[150], *entries[152:]]


def added(entries: list[bytes]) -> list[bytes]:
    """One more at the beginning, the last away."""
    return [leaf(999), *entries[:-1]]


@pytest.mark.parametrize("change", [dropped, reordered, added])
def test_another_history_is_found_even_with_all_its_tiles(
    log: Path, tmp_path: Path, change: Callable[[list[bytes]], list[bytes]]
) -> None:
    checkpoint = (log / "checkpoint").read_bytes()
    other = change(leaves(0, 300))
    (log / "tile/entries/000").write_bytes(bundle_of(other[:256]))
    with pytest.raises(DamagedLogError) as found:
        verify(log, WITNESSED)
    assert found.value.index == (0 if change is added else 150)

    forged = tmp_path / "forged"
    forge(forged, other)
    with pytest.raises(ForkError, match="its history was changed"):
        verify(forged, ALONE, [checkpoint])
    with pytest.raises(QuorumError):
        verify(forged, WITNESSED)
    (forged / "checkpoint").write_bytes(checkpoint)
    with pytest.raises(DamagedLogError, match="dropped or put in another order"):
        verify(forged, WITNESSED)


def forge(folder: Path, entries: list[bytes]) -> None:
    """The log's own key, used for another history from the first entry on."""
    with Log(folder, LOG_KEY) as log:
        log.extend(0, entries)
        log.publish(NOW)


def test_a_log_continues_the_checkpoints_that_were_seen_before(tmp_path: Path) -> None:
    seen = []
    for size in (0, 1, 255, 256, 257, 300, 600):
        grow(tmp_path / "log", [size])
        seen.append((tmp_path / "log/checkpoint").read_bytes())
    found = verify(tmp_path / "log", ALONE, seen)
    assert [opened.checkpoint.size for opened in found.continues] == [0, 1, 255, 256, 257, 300, 600]


def test_a_log_that_has_become_shorter_is_a_fork(whole: Path, tmp_path: Path) -> None:
    grow(tmp_path, [299])
    with pytest.raises(ForkError, match="once had 300 entries and now has 299"):
        verify(tmp_path, ALONE, [(whole / "checkpoint").read_bytes()])


def test_an_older_checkpoint_of_another_log_is_refused(whole: Path, tmp_path: Path) -> None:
    other = key("other.example.jp")
    policy = Policy.of([LOG_KEY.verifier, other.verifier])
    with Log(tmp_path, other) as log:
        log.publish(NOW)
    with pytest.raises(SignatureError, match=r"is of other\.example\.jp, not of log\.example\.jp/2026"):
        verify(whole, policy, [(tmp_path / "checkpoint").read_bytes()])


@pytest.mark.parametrize("policy", [Policy.of([key("other.example.jp").verifier]), Policy.of([])])
def test_a_log_that_the_policy_does_not_name_is_not_trusted(whole: Path, policy: Policy) -> None:
    with pytest.raises(SignatureError, match="the logs that are trusted here"):
        verify(whole, policy)


def test_a_log_signed_by_another_key_of_the_same_name_is_not_trusted(whole: Path) -> None:
    with pytest.raises(SignatureError, match="is not signed by the key of that log"):
        verify(whole, Policy.of([SigningKey.new(LOG_KEY.name, KeyKind.LOG).verifier]))


def test_files_beyond_the_checkpoint_and_files_of_others_are_told(whole: Path, tmp_path: Path) -> None:
    grow(tmp_path, [300])
    checkpoint = (tmp_path / "checkpoint").read_bytes()
    signed = (tmp_path / ".writer/signed").read_bytes()
    grow(tmp_path, [600])
    (tmp_path / "checkpoint").write_bytes(checkpoint)
    (tmp_path / ".writer/signed").write_bytes(signed)
    (tmp_path / "index.html").write_text("hello")
    found = verify(tmp_path, ALONE)
    assert found.opened.checkpoint.size == 300
    assert found.strangers == ("index.html",)
    assert {"tile/0/002.p/88", "tile/entries/002.p/88"} <= set(found.unpublished)
    assert WITNESS_KEY.verifier not in {cosignature.key for cosignature in found.opened.cosignatures}
