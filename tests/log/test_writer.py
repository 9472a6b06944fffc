"""The writer: entries by number, published as the specification lays them out, and one history only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.errors import DamagedLogError, ForkError, LogError, ProofError, QuorumError
from kyosei.log import KeyKind, Log, Policy, Proof, TrustedWitness, read_proof, verify, verify_proof, verify_receipt
from kyosei.log.disk import Disk
from kyosei.log.tile_names import tiles_of
from kyosei.log.witness import Answer, Submission
from tests.depth import examples
from tests.log import naive
from tests.log.logs import (
    ALONE,
    LOG_KEY,
    NOW,
    SECONDS,
    WITNESS_KEY,
    WITNESSED,
    NearWitness,
    contents,
    entry,
    grow,
    grow_witnessed,
    key,
    leaf,
    leaves,
    near_witness,
    salt,
)


@pytest.mark.parametrize("sizes", [[0], [1], [1, 2, 3], [255, 256, 257], [600], [0, 300, 511, 512, 513, 1100]])
def test_a_published_log_verifies_and_has_the_files_of_its_size(tmp_path: Path, sizes: list[int]) -> None:
    grow(tmp_path, sizes)
    found = verify(tmp_path, ALONE)
    assert found.opened.checkpoint.size == sizes[-1]
    assert found.opened.checkpoint.root == naive.root(leaves(0, sizes[-1]))
    assert (found.unpublished, found.strangers) == ((), ())
    needed = {name.path for level in (None, 0, 1, 2) for name in tiles_of(sizes[-1], level)}
    assert needed <= contents(tmp_path).keys()


def test_a_full_tile_takes_the_place_of_its_partial_ones(tmp_path: Path) -> None:
    grow(tmp_path, [1, 2, 255])
    assert {"tile/0/000.p/1", "tile/0/000.p/2", "tile/0/000.p/255"} <= contents(tmp_path).keys()
    grow(tmp_path, [256])
    assert not [name for name in contents(tmp_path) if name.startswith(("tile/0/000.p", "tile/entries/000.p"))]


@examples(30)
@given(sizes=st.lists(st.integers(0, 700), min_size=1, max_size=5).map(sorted))
def test_the_way_in_which_entries_came_does_not_show(sizes: list[int]) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        grow(Path(one), sizes)
        grow(Path(other), sizes[-1:])
        for name in {name.path for level in (None, 0, 1) for name in tiles_of(sizes[-1], level)} | {"checkpoint"}:
            assert (Path(one) / name).read_bytes() == (Path(other) / name).read_bytes()


def test_each_tile_of_a_large_batch_is_written_once(tmp_path: Path) -> None:
    written: list[str] = []

    class Counting(Disk):
        def rename(self, source: Path, target: Path) -> None:
            written.append(str(target.relative_to(tmp_path)))
            super().rename(source, target)

    grow(tmp_path, [66_000], Counting())
    assert len(written) == len(set(written)) == 258 + 258 + 2 + 1 + 2


def test_entries_that_are_there_are_compared_and_passed_over(tmp_path: Path) -> None:
    with Log(tmp_path, LOG_KEY) as log:
        log.extend(0, leaves(0, 300))
        log.publish(NOW)
        log.extend(250, leaves(250, 320))
        log.extend(310, leaves(310, 330))
        assert log.size == 330
        log.publish(NOW)
    assert verify(tmp_path, ALONE).opened.checkpoint.root == naive.root(leaves(0, 330))


@pytest.mark.parametrize("wrong", [0, 255, 256, 299, 300, 309])
def test_another_leaf_under_a_number_that_is_taken_is_a_fork(tmp_path: Path, wrong: int) -> None:
    grow(tmp_path, [300])
    with Log(tmp_path, LOG_KEY) as log:
        log.extend(300, leaves(300, 310))
        other = leaves(0, 320)
        other[wrong] = leaf(1000)
        with pytest.raises(ForkError) as fork:
            log.extend(0, other)
        assert fork.value.index == wrong
        assert log.size == 310
        log.publish(NOW)
    assert verify(tmp_path, ALONE).opened.checkpoint.root == naive.root(leaves(0, 310))


def test_a_gap_is_refused(tmp_path: Path) -> None:
    with Log(tmp_path, LOG_KEY) as log:
        log.extend(0, leaves(0, 2))
        with pytest.raises(LogError, match=r"the next entry of log\.example\.jp/2026 is 2"):
            log.extend(3, leaves(3, 4))
        with pytest.raises(LogError):
            log.extend(-1, leaves(0, 1))


@pytest.mark.parametrize("wrong", [b"", b"the name of a person", bytes(33)])
def test_only_commitments_can_get_into_the_log(tmp_path: Path, wrong: bytes) -> None:
    with Log(tmp_path, LOG_KEY) as log:
        with pytest.raises(LogError, match="entry 1 has"):
            log.extend(0, [leaf(0), wrong])
        assert log.size == 0


def test_publishing_again_changes_nothing(tmp_path: Path) -> None:
    with Log(tmp_path, LOG_KEY) as log:
        log.extend(0, leaves(0, 5))
        first = log.publish(NOW)
        before = contents(tmp_path)
        assert log.publish(datetime(2027, 1, 1, tzinfo=UTC)) == first == log.published
    assert contents(tmp_path) == before


def test_what_was_not_published_is_the_caller_s_to_add_again(tmp_path: Path) -> None:
    with Log(tmp_path, LOG_KEY) as log:
        log.extend(0, leaves(0, 5))
        log.publish(NOW)
        log.extend(5, leaves(5, 9))
        with pytest.raises(LogError, match=r"entry 5 of log\.example\.jp/2026 is not published; 5 entries are"):
            log.proof(5)
    with Log(tmp_path, LOG_KEY) as log:
        assert log.size == 5


def test_a_second_writer_is_refused_while_the_first_is_there(tmp_path: Path) -> None:
    with Log(tmp_path, LOG_KEY), pytest.raises(LogError, match="in use by another process"):
        Log(tmp_path, LOG_KEY)
    Log(tmp_path, LOG_KEY).close()


def test_another_key_does_not_go_on_with_the_log(tmp_path: Path) -> None:
    grow(tmp_path, [3])
    with pytest.raises(DamagedLogError, match="checkpoint"):
        Log(tmp_path, key("another.example.jp"))


@pytest.mark.parametrize(
    "name", ["checkpoint", ".writer/signed", "tile/0/001.p/44", "tile/entries/001.p/44", "tile/1/000.p/1"]
)
def test_a_writer_does_not_go_on_from_damaged_files(tmp_path: Path, name: str) -> None:
    grow(tmp_path, [300])
    file = tmp_path / name
    content = bytearray(file.read_bytes())
    content[-7] ^= 4
    file.write_bytes(content)
    with pytest.raises((DamagedLogError, ForkError)):
        Log(tmp_path, LOG_KEY)
    file.write_bytes(contents(tmp_path)[name])


def test_a_log_set_back_to_an_older_copy_is_stopped_by_its_witness(tmp_path: Path) -> None:
    grow_witnessed(tmp_path / "log", tmp_path / "memory", [10, 20])
    grow(tmp_path / "older", [10])
    with (
        near_witness(tmp_path / "memory") as witness,
        Log(tmp_path / "older", LOG_KEY, WITNESSED, [witness]) as log,
    ):
        log.extend(10, leaves(30, 35))
        with pytest.raises(QuorumError, match=r"has seen 20 entries of this log, which has 15"):
            log.publish(NOW)
        log.extend(15, leaves(35, 45))
        with pytest.raises(QuorumError, match="answers 422"):
            log.publish(NOW)
        assert log.published is not None
        assert log.published.size == 10


class Absent:
    """A witness that does not answer until it is told to."""

    def __init__(self, witness: NearWitness) -> None:
        self.witness, self.key, self.there = witness, witness.key, False

    def add(self, submission: Submission) -> Answer:
        if not self.there:
            raise LogError("nobody is there")
        return self.witness.add(submission)


def test_without_a_quorum_nothing_is_published_and_nothing_is_lost(tmp_path: Path) -> None:
    with near_witness(tmp_path / "memory") as witness:
        absent = Absent(witness)
        with Log(tmp_path / "log", LOG_KEY, WITNESSED, [absent]) as log:
            log.extend(0, leaves(0, 300))
            with pytest.raises(QuorumError, match="nobody is there"):
                log.publish(NOW)
            assert log.published is None
            assert not (tmp_path / "log/checkpoint").exists()
        with Log(tmp_path / "log", LOG_KEY, WITNESSED, [absent]) as log:
            assert log.size == 300
            with pytest.raises(ForkError):
                log.extend(299, [leaf(7)])
            log.extend(300, leaves(300, 301))
            absent.there = True
            log.publish(NOW)
    found = verify(tmp_path / "log", WITNESSED)
    assert found.opened.checkpoint.size == 301
    assert [cosignature.time for cosignature in found.opened.cosignatures] == [SECONDS]


def test_two_of_three_witnesses_are_enough_where_the_policy_says_so(tmp_path: Path) -> None:
    keys = [key(f"w{number}.example", KeyKind.WITNESS) for number in range(3)]
    policy = Policy.of([LOG_KEY.verifier], [TrustedWitness(signing.verifier) for signing in keys], 2)
    with (
        near_witness(tmp_path / "0", keys[0]) as first,
        near_witness(tmp_path / "1", keys[1]) as second,
        near_witness(tmp_path / "2", keys[2]) as third,
    ):
        absent = Absent(second)
        with Log(tmp_path / "log", LOG_KEY, policy, [first, absent, third]) as log:
            for size in (5, 9):
                log.extend(log.size, leaves(log.size, size))
                log.publish(NOW)
            absent.there = True
            third.seconds += 3600
            log.extend(9, leaves(9, 300))
            log.publish(NOW)
    found = verify(tmp_path / "log", policy)
    assert [cosignature.key.name for cosignature in found.opened.cosignatures] == ["w0.example", "w1.example"]
    with pytest.raises(QuorumError, match=r"not cosigned by w2\.example"):
        verify(tmp_path / "log", Policy.of(policy.logs, policy.witnesses))


def test_a_witness_that_the_policy_does_not_name_is_refused(tmp_path: Path) -> None:
    with near_witness(tmp_path / "memory") as witness, pytest.raises(LogError, match="does not name the witness"):
        Log(tmp_path / "log", LOG_KEY, ALONE, [witness])


class Lying:
    """A witness that answers whatever it is told to."""

    def __init__(self, *answers: Answer) -> None:
        self.key, self.answers = WITNESS_KEY.verifier, list(answers)

    def add(self, submission: Submission) -> Answer:
        return self.answers.pop(0)


@pytest.mark.parametrize(
    "answers",
    [[Answer(200, "")], [Answer(200, "— a b\n")], [Answer(200, "— other.example AAAAAAA=\n")], [Answer(500, "broken")],
     [Answer(409, "many\n")], [Answer(409, "1\n"), Answer(409, "2\n")], [Answer(409, "99\n")],
     [Answer(200, f"— {WITNESS_KEY.name} {'A' * 104}\n")]],
)  # fmt: skip
def test_no_answer_of_a_witness_but_its_cosignature_publishes(tmp_path: Path, answers: Sequence[Answer]) -> None:
    with Log(tmp_path, LOG_KEY, WITNESSED, [Lying(*answers)]) as log:
        log.extend(0, leaves(0, 3))
        with pytest.raises(QuorumError):
            log.publish(NOW)
        assert log.published is None


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 600])
def test_a_receipt_shows_the_entry_offline_and_nothing_else(tmp_path: Path, size: int) -> None:
    grow_witnessed(tmp_path / "log", tmp_path / "memory", [size])
    with Log(tmp_path / "log", LOG_KEY) as log:
        for index in {0, size // 2, size - 1}:
            receipt = read_proof(bytes(log.proof(index, salt(index))))
            shown = verify_receipt(receipt, entry(index), WITNESSED)
            assert (shown.index, shown.checkpoint) == (index, log.published)
            assert [found.key for found in shown.cosigned] == [WITNESS_KEY.verifier]
            with pytest.raises(ProofError):
                verify_receipt(receipt, entry(size), WITNESSED)
            with pytest.raises(ProofError):
                verify_receipt(Proof(receipt.index, receipt.hashes, receipt.note, salt(size)), entry(index), WITNESSED)


def test_no_bit_of_a_proof_can_be_changed_unseen(tmp_path: Path) -> None:
    grow_witnessed(tmp_path / "log", tmp_path / "memory", [7])
    with Log(tmp_path / "log", LOG_KEY) as log:
        content = bytes(log.proof(4, salt(4)))
    for at in range(len(content)):
        changed = bytearray(content)
        changed[at] ^= 1 << at % 8
        with pytest.raises(LogError):
            verify_receipt(read_proof(bytes(changed)), entry(4), WITNESSED)
    assert verify_proof(read_proof(content), leaf(4), WITNESSED).index == 4
