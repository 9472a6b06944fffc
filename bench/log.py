"""How fast the transparency log takes, publishes, proves and verifies: `python -m bench.log [--entries N] [--folder DIR]`.

Everything is on the disk of this machine with its real syncs. Commitments are made before the clock runs: a witness, where
there is one, is in this process, so that its two syncs count and the network does not.
"""

from __future__ import annotations

import argparse
import secrets
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kyosei.log import (
    KeyKind,
    Log,
    Policy,
    Proof,
    SigningKey,
    TrustedWitness,
    VerifierKey,
    Witness,
    verify,
    verify_proof,
)
from kyosei.log.cosigning import AskedWitness
from kyosei.log.witness import Answer, Submission

__all__ = ["Growth", "measure_growth", "measure_proofs", "measure_single"]

BATCH = 1500


@dataclass(frozen=True, slots=True)
class Growth:
    """Batches while the log grew to `size`: entries a second over the stretch, and a batch in milliseconds."""

    size: int
    entries_a_second: float
    median_ms: float
    p99_ms: float


class _NearWitness:
    """A witness in this process."""

    def __init__(self, folder: Path, signing: SigningKey, log: VerifierKey) -> None:
        self.key = signing.verifier
        self._witness = Witness(folder, signing, [log])

    def add(self, submission: Submission) -> Answer:
        return self._witness.add(bytes(submission), int(time.time()))


def _open(folder: Path, witnesses: int, stack: ExitStack) -> tuple[Log, Policy]:
    key = SigningKey.new("bench.example.jp", KeyKind.LOG)
    signing = [SigningKey.new(f"w{number}.example.jp", KeyKind.WITNESS) for number in range(witnesses)]
    near: list[AskedWitness] = [_NearWitness(folder / one.name, one, key.verifier) for one in signing]
    policy = Policy.of([key.verifier], [TrustedWitness(one.verifier) for one in signing])
    return stack.enter_context(Log(folder / "log", key, policy, near)), policy


def _p99(values: Sequence[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.99))]


def measure_growth(folder: Path, entries: int, witnesses: int, steps: int = 5) -> tuple[list[Growth], float]:
    """Growth in `steps` stretches, each twice as long as all before; and the seconds to verify the whole at the end."""
    marks = [entries >> (steps - 1 - step) for step in range(steps)]
    found: list[Growth] = []
    with ExitStack() as stack:
        log, policy = _open(folder, witnesses, stack)
        for mark in marks:
            spent = []
            begin = log.size
            while log.size < mark:
                leaves = [secrets.token_bytes(32) for _ in range(min(BATCH, mark - log.size))]
                start = time.perf_counter()
                log.extend(log.size, leaves)
                log.publish(datetime.now(UTC))
                spent.append(time.perf_counter() - start)
            found.append(Growth(mark, (mark - begin) / sum(spent), statistics.median(spent) * 1000, _p99(spent) * 1000))
    start = time.perf_counter()
    verify(folder / "log", policy)
    return found, time.perf_counter() - start


def measure_single(folder: Path, rounds: int, witnesses: int) -> Growth:
    """One entry published at a time, in a log that has a hundred thousand already."""
    spent = []
    with ExitStack() as stack:
        log, _ = _open(folder, witnesses, stack)
        log.extend(0, [secrets.token_bytes(32) for _ in range(100_000)])
        log.publish(datetime.now(UTC))
        for _ in range(rounds):
            leaf = secrets.token_bytes(32)
            start = time.perf_counter()
            log.extend(log.size, [leaf])
            log.publish(datetime.now(UTC))
            spent.append(time.perf_counter() - start)
        return Growth(log.size, rounds / sum(spent), statistics.median(spent) * 1000, _p99(spent) * 1000)


def measure_proofs(folder: Path, entries: int, rounds: int) -> tuple[float, float, float]:
    """Proofs a second: made for the last entries in a row, made for scattered ones, verified with all signatures."""
    with ExitStack() as stack:
        log, policy = _open(folder, 0, stack)
        leaves = [secrets.token_bytes(32) for _ in range(entries)]
        log.extend(0, leaves)
        log.publish(datetime.now(UTC))
        rates = []
        proofs: list[Proof] = []
        for chosen in (range(entries - rounds, entries), [secrets.randbelow(entries) for _ in range(rounds)]):
            start = time.perf_counter()
            proofs = [log.proof(index) for index in chosen]
            rates.append(rounds / (time.perf_counter() - start))
        start = time.perf_counter()
        for proof in proofs:
            verify_proof(proof, leaves[proof.index], policy)
        return rates[0], rates[1], rounds / (time.perf_counter() - start)


def main() -> None:
    """Measure and print tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.log", description=__doc__)
    parser.add_argument("--entries", type=int, default=1 << 20)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--folder", type=Path, default=None, help="on the disk to measure; default: the temporary one")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as kept:
        folder = Path(kept)
        print(f"batches of {BATCH:,}: extend, then publish with all syncs\n")
        print("| witnesses | entries in the log | entries a second | a batch: median ms | p99 ms |")
        print("| ---: | ---: | ---: | ---: | ---: |")
        verified = []
        for witnesses in (0, 1):
            growth, seconds = measure_growth(folder / f"growth{witnesses}", chosen.entries, witnesses)
            verified.append(seconds)
            for row in growth:
                print(
                    f"| {witnesses} | {row.size:,} | {row.entries_a_second:,.0f} | {row.median_ms:.1f} | {row.p99_ms:.1f} |"
                )
        print(f"\nverifying {chosen.entries:,} entries whole: {min(verified):.1f} s")
        for witnesses in (0, 1):
            one = measure_single(folder / f"single{witnesses}", chosen.rounds, witnesses)
            print(f"one entry at a time, {witnesses} witnesses: median {one.median_ms:.1f} ms, p99 {one.p99_ms:.1f} ms")
        row, scattered, checked = measure_proofs(folder / "proofs", 200_000, chosen.rounds * 4)
        print(f"proofs made a second: {row:,.0f} in a row, {scattered:,.0f} scattered; verified: {checked:,.0f}")


if __name__ == "__main__":
    main()
