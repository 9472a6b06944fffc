"""Measure the audit of decided cases: `python -m bench.consistency [--cases N] [--towns N]`.

Towns of synthetic decisions with ten points less for one group at one office, and without. The baseline is the one pass that any
comparison of them needs: the mean outcome of every stratum of like facts and office.
"""

from __future__ import annotations

import argparse
import os
import time

import numpy as np

from kyosei.decisions.consistency import audit
from tests.decisions.offices import BIASED, decided_cases

AUDIT_S_MAX = 10
"""What an audit of a million decisions may take (issue 7)."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.consistency", description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--towns", type=int, default=10)
    chosen = parser.parse_args()
    took, whole, hits, chance = [], [], 0, 0
    for seed in range(chosen.towns):
        for points in (0.1, 0.0):
            decided = decided_cases(seed, chosen.cases, points)
            begun = time.process_time()
            stratum = np.unique(decided.facts * 1000 + decided.office, return_inverse=True)[1]
            np.bincount(stratum, decided.outcome) / np.bincount(stratum)
            whole.append(time.process_time() - begun)
            begun = time.process_time()
            found = {(one.office, one.group) for one in audit(decided).found}
            took.append(time.process_time() - begun)
            hits += BIASED in found
            chance += bool(found) if points == 0 else False
    median, baseline = float(np.median(took)), float(np.median(whole))
    print(
        f"load {os.getloadavg()[0]:.1f}; {chosen.cases:,} decisions, {chosen.towns} towns with the bias and as many without"
    )
    print(f"audit: {median:.2f} s of processor time, {median / baseline:.1f} times one pass over the strata")
    print(f"within {AUDIT_S_MAX} s: {'yes' if max(took) <= AUDIT_S_MAX else 'NO'} (most {max(took):.2f} s)")
    print(
        f"the bias was found in {hits} of {chosen.towns}; something was named in {chance} of {chosen.towns} without one"
    )


if __name__ == "__main__":
    main()
