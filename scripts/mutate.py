"""Changes norms, one number, date, set or operator at a time, and says which changes no case of their tables notices.

    python -m scripts.mutate jp.pension.notify-acquisition      the surviving mutants of a norm
    python -m scripts.mutate jp.pension.notify-acquisition --propose   and cases that would notice them
    python -m scripts.mutate --all --write                      the whole pack; writes tests/law/mutation/alive.yaml

A proposal expects what the norm says as it stands: read it against the provision before it goes into the table.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter

import yaml

from kyosei.law.jp.pack import NORMS
from kyosei.wiring import open_law
from tests.law.case_tables import all_cases
from tests.law.mutation.ledger import read_equivalents, write_alive
from tests.law.mutation.mutants import Mutant, Pieces, mutants_of
from tests.law.mutation.proposals import proposals_for
from tests.law.mutation.trials import Fate, Trials


def main() -> None:
    """Read the arguments, try the mutants, say what became of them."""
    parser = argparse.ArgumentParser(prog="scripts.mutate", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("norms", nargs="*", metavar="NORM", help="ids of norms")
    parser.add_argument("--all", action="store_true", help="every norm of the pack")
    parser.add_argument("--propose", action="store_true", help="print cases that would notice the survivors")
    parser.add_argument("--variants", type=int, default=500, help="how many lives to look at for them, a norm")
    parser.add_argument("--write", action="store_true", help="write the survivors of --all to alive.yaml")
    chosen = parser.parse_args()
    ids = list(dict.fromkeys(norm.id for norm in NORMS)) if chosen.all else chosen.norms
    if not ids or (chosen.write and not chosen.all):
        parser.error("name norms, or say --all; --write is for --all")
    pieces = Pieces(NORMS)
    trials = Trials(pieces, all_cases(), open_law())
    mutants = [mutant for mutant in mutants_of(pieces) if mutant.norm in ids]
    alive = _tried(trials, mutants)
    for norm in ids if chosen.propose else ():
        rows = [dict(p.row) for p in proposals_for(
            trials, norm, [mutant for mutant in alive if mutant.norm == norm], variants_max=chosen.variants)]  # fmt: skip
        if rows:
            print(yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=130))
    if chosen.write:
        write_alive(alive)


def _tried(trials: Trials, mutants: list[Mutant]) -> list[Mutant]:
    """Try the mutants and print what became of them; those that no case notices and that are not shown to be equivalent."""
    equivalents = read_equivalents()
    counts: Counter[tuple[str, str]] = Counter()
    alive: list[Mutant] = []
    begun = time.monotonic()
    for mutant in mutants:
        fate = trials.fate_of(mutant)
        same = fate is Fate.ALIVE and any(entry.covers(mutant) for entry in equivalents)
        counts[mutant.kind, "equivalent" if same else fate.value] += 1
        if fate is Fate.ALIVE and not same:
            alive.append(mutant)
            print(f"alive: {mutant}")
    seconds = time.monotonic() - begun
    for kind in sorted({kind for kind, _ in counts}):
        print(f"{kind:10}", ", ".join(f"{n} {fate}" for (of, fate), n in sorted(counts.items()) if of == kind))
    print(f"{len(mutants)} mutants in {seconds:.0f} s, {len(alive)} alive")
    return alive


if __name__ == "__main__":
    main()
