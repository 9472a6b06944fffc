"""A witness answers as C2SP tlog-witness says, remembers before it answers, and never cosigns two histories."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from kyosei.errors import DamagedLogError, InputError, LogError, QuorumError
from kyosei.log import Log, Policy, RemoteWitness, TrustedWitness, Witness, WitnessServer, remote_witnesses, verify
from kyosei.log.checkpoints import Checkpoint
from kyosei.log.keys import SigningKey, encode_base64
from kyosei.log.merkle import EMPTY_ROOT, complete_root, consistency_proof, leaf_hashes, tree_root
from kyosei.log.notes import Note, read_note, read_signatures, sign_text, signers_of
from kyosei.log.witness import SIZE_TYPE, Submission
from tests.log.failing_disks import PowerLoss, StepDisk
from tests.log.logs import LOG_KEY, NOW, ORIGIN, SECONDS, WITNESS_KEY, contents, key, leaves, near_witness

HASHES = leaf_hashes(leaves(0, 50))
OTHERS = leaf_hashes([*leaves(0, 4), *leaves(100, 150)])


def root(size: int, hashes: list[bytes] = HASHES) -> bytes:
    """The root of the first entries."""
    return tree_root(size, lambda height, number: complete_root(hashes[number << height : (number + 1) << height]))


def signed(size: int, found: bytes | None = None, signer: SigningKey = LOG_KEY, origin: str = ORIGIN) -> bytes:
    """A checkpoint of the log."""
    text = Checkpoint(origin, size, root(size) if found is None else found).text
    return bytes(Note(text, (sign_text(signer, text),)))


def submission(old: int, size: int, hashes: list[bytes] = HASHES) -> bytes:
    """A right submission."""
    proof = consistency_proof(
        old, size, lambda height, number: complete_root(hashes[number << height : (number + 1) << height])
    )
    return bytes(Submission(old, tuple(proof), signed(size, root(size, hashes))))


@pytest.fixture
def witness(tmp_path: Path) -> Iterator[Witness]:
    """A witness that has seen five entries."""
    with near_witness(tmp_path / "memory") as near:
        assert near.witness.add(submission(0, 5), SECONDS).status == 200
        yield near.witness


def test_it_cosigns_what_continues_the_log(witness: Witness) -> None:
    for old, size in ((5, 6), (6, 6), (6, 50)):
        answer = witness.add(submission(old, size), SECONDS + size)
        assert answer.status == 200
        note = Note(read_note(signed(size)).text, read_signatures(answer.body))
        assert [(found.key, found.time) for found in signers_of(note, [WITNESS_KEY.verifier])] == [
            (WITNESS_KEY.verifier, SECONDS + size)
        ]


WRONG_SIGNATURE = signed(6).replace(b"\n6\n", b"\n7\n")
LINE = encode_base64(HASHES[0])
REFUSED = {
    "no old size": (b"5\n\n" + signed(6), 400),
    "an old size with a zero before it": (b"old 05\n\n" + signed(6), 400),
    "no empty line": (b"old 5\n" + signed(6).replace(b"\n\n", b"\n"), 400),
    "a hash that is none": (b"old 5\nAAAA\n\n" + signed(6), 400),
    "too many hashes": (b"old 5\n" + f"{LINE}\n".encode() * 64 + b"\n" + signed(6), 400),
    "no note": (b"old 5\n\nhello\n", 400),
    "an old size above the new": (b"old 7\n\n" + signed(6), 400),
    "a log it does not know": (
        b"old 0\n\n" + signed(6, origin="other.example.jp", signer=key("other.example.jp")),
        404,
    ),
    "signed by a stranger": (b"old 5\n\n" + signed(6, signer=key("stranger.example.jp")), 403),
    "a wrong signature": (b"old 5\n\n" + WRONG_SIGNATURE, 403),
    "an old size it has not seen": (submission(4, 6), 409),
    "the empty tree as if it had seen nothing": (submission(0, 6), 409),
    "no proof": (b"old 5\n\n" + signed(6), 422),
    "a proof of something else": (submission(5, 6).replace(b"old 5\n", b"old 5\n" + f"{LINE}\n".encode()), 422),
    "another history": (submission(5, 9, OTHERS), 422),
    "the same size with another root": (b"old 5\n\n" + signed(5, root(5, OTHERS)), 422),
    "the same size with a proof": (b"old 5\n" + f"{LINE}\n".encode() + b"\n" + signed(5), 422),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_refuses_everything_else_and_forgets_nothing(witness: Witness, case: str) -> None:
    body, status = REFUSED[case]
    answer = witness.add(body, SECONDS)
    assert answer.status == status, answer.body
    assert answer.body.endswith("\n")
    if status == 409:
        assert (answer.body, answer.type) == ("5\n", SIZE_TYPE)
    assert witness.add(submission(5, 6), SECONDS).status == 200


def test_the_first_checkpoint_may_be_empty_and_has_no_proof(tmp_path: Path) -> None:
    with near_witness(tmp_path) as near:
        add = near.witness.add
        assert add(b"old 0\n\n" + signed(0, bytes(32)), SECONDS).status == 422
        assert add(b"old 0\n" + f"{LINE}\n".encode() + b"\n" + signed(5), SECONDS).status == 422
        assert add(b"old 0\n\n" + signed(0, EMPTY_ROOT), SECONDS).status == 200
        assert add(submission(0, 5), SECONDS).status == 200


def test_it_remembers_when_it_is_started_again(witness: Witness, tmp_path: Path) -> None:
    witness.close()
    with near_witness(tmp_path / "memory") as again:
        assert again.witness.add(submission(0, 6), SECONDS).body == "5\n"
        assert again.witness.add(submission(5, 6), SECONDS).status == 200


def test_its_memory_cannot_be_changed_unseen(witness: Witness, tmp_path: Path) -> None:
    witness.close()
    name = f"{sha256(ORIGIN.encode()).hexdigest()}/checkpoint"
    assert list(contents(tmp_path / "memory")) == [name]
    file = tmp_path / "memory" / name
    content = file.read_bytes()
    for at in range(len(content)):
        changed = bytearray(content)
        changed[at] ^= 1 << at % 8
        file.write_bytes(changed)
        try:
            Witness(tmp_path / "memory", WITNESS_KEY, [LOG_KEY.verifier]).close()
        except DamagedLogError as error:
            assert name in str(error)  # noqa: PT017  # also no error is right, see below
        else:
            # Only the log's own signature may be lost: what the witness saw is signed by itself.
            assert read_note(bytes(changed)).text == read_note(content).text
    file.write_bytes(content)


def test_one_folder_has_one_witness(witness: Witness, tmp_path: Path) -> None:
    with pytest.raises(LogError, match="in use"):
        Witness(tmp_path / "memory", WITNESS_KEY, [LOG_KEY.verifier])
    assert witness.add(submission(5, 6), SECONDS).status == 200


def test_at_whatever_step_it_ends_it_remembers_what_it_has_cosigned(tmp_path: Path) -> None:
    step = 0
    while True:
        folder = tmp_path / str(step)
        answered: list[int] = []
        try:
            with near_witness(folder, disk=StepDisk(step)) as near:
                for old, size in ((0, 5), (5, 9)):
                    assert near.witness.add(submission(old, size), SECONDS).status == 200
                    answered.append(size)
        except PowerLoss:
            pass
        with near_witness(folder) as again:
            told = int(again.witness.add(b"old 1\n\n" + signed(50), SECONDS).body)
            assert told >= max(answered, default=0)
            assert again.witness.add(submission(told, 50), SECONDS).status == 200
        if answered == [5, 9]:
            break
        step += 1
    assert step > 10


def test_of_many_histories_at_once_it_cosigns_one(tmp_path: Path) -> None:
    histories = [leaf_hashes([*leaves(0, 4), *leaves(start, start + 10)]) for start in range(100, 116)]
    with near_witness(tmp_path) as near, ThreadPoolExecutor(16) as threads:
        answers = list(threads.map(lambda hashes: near.witness.add(submission(0, 9, hashes), SECONDS), histories))
    assert sorted(answer.status for answer in answers) == [200] + [409] * 15


@contextmanager
def served(folder: Path) -> Iterator[WitnessServer]:
    """A witness on the network of this machine."""
    with near_witness(folder) as near, WitnessServer(("127.0.0.1", 0), near.witness, lambda: float(SECONDS)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def test_over_the_network_a_log_gets_its_cosignatures(tmp_path: Path) -> None:
    with served(tmp_path / "memory") as server:
        policy = Policy.of([LOG_KEY.verifier], [TrustedWitness(WITNESS_KEY.verifier, server.url)])
        with Log(tmp_path / "log", LOG_KEY, policy, remote_witnesses(policy)) as log:
            for size in (5, 300, 301):
                log.extend(log.size, leaves(log.size, size))
                log.publish(NOW)
        found = verify(tmp_path / "log", policy)
        assert [cosignature.key for cosignature in found.opened.cosignatures] == [WITNESS_KEY.verifier]

        connection = http.client.HTTPConnection(server.url.removeprefix("http://"))
        for path, status in {
            f"/{sha256(ORIGIN.encode()).hexdigest()}/checkpoint": 200,
            f"/{sha256(b'other').hexdigest()}/checkpoint": 404,
            "/../checkpoint": 404,
            "/": 404,
        }.items():
            connection.request("GET", path)
            response = connection.getresponse()
            body = response.read()
            assert response.status == status
            if status == 200:
                assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
                assert policy.open(body).checkpoint == found.opened.checkpoint
        for path, sent, status in (("/elsewhere", b"", 404), ("/add-checkpoint", b"nonsense", 400)):
            connection.request("POST", path, sent)
            response = connection.getresponse()
            assert (response.status, response.read()[-1:]) == (status, b"\n")
        connection.putrequest("POST", "/add-checkpoint")
        connection.putheader("Content-Length", "99999999")
        connection.endheaders()
        assert connection.getresponse().status == 400
        connection.close()


def test_a_witness_that_is_not_there_is_told(tmp_path: Path) -> None:
    with served(tmp_path / "memory") as server:
        url = server.url
    policy = Policy.of([LOG_KEY.verifier], [TrustedWitness(WITNESS_KEY.verifier, url)])
    with Log(tmp_path / "log", LOG_KEY, policy, remote_witnesses(policy)) as log:
        log.extend(0, leaves(0, 5))
        with pytest.raises(QuorumError, match="does not answer"):
            log.publish(NOW)


@pytest.mark.parametrize("url", ["", "witness.example.jp", "ftp://witness.example.jp", "https://"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(InputError, match="address"):
        RemoteWitness(WITNESS_KEY.verifier, url)
