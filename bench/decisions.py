"""Measure dossiers: `python -m bench.decisions [--rounds N]`.

One person with 130 lines of a life applies for renewal; the dossier is assembled, sealed and replayed. Each replay is a look,
with its access entry, and compares every byte. The baseline is the look alone: what anybody waits for who reads these records.
"""

from __future__ import annotations

import argparse
import os
from typing import Any

from bench.times import HEAD, measure
from bench.world import life_of_engineer
from kyosei.decisions.acts import Replayed
from kyosei.decisions.drafting import draft, look
from kyosei.decisions.replaying import replay
from kyosei.decisions.sealing import examine_dossier
from kyosei.journal.embedded import EmbeddedServer
from kyosei.wiring import open_law
from tests.decisions.deciding import HOA, ISA, OFFICER, Deciding, granting
from tests.journal.server import Server, temporary_folder

REPLAY_MS_MAX = 200
"""What one replay may take (issue 7)."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.decisions", description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    chosen = parser.parse_args()
    with temporary_folder() as folder, EmbeddedServer(folder) as embedded:
        server = Server(embedded)
        _template(server)
        with server.fresh() as engine:
            _measure(Deciding.on(engine, open_law()), chosen.rounds)


def _measure(deciding: Deciding, rounds: int) -> None:
    lines = [_own(line) for line in life_of_engineer(HOA, "org:acme", 31)[1:]]
    deciding.setting.submit(*lines)
    deciding.setting.world.later()
    dossier = granting(deciding.drafted())
    address = deciding.seal(dossier)
    sealed = deciding.sealed(address).dossier

    def replayed() -> None:
        assert replay(lambda version: deciding.office, deciding.request(), sealed).came_to is Replayed.SAME

    request = deciding.request()
    alone = measure(lambda: deciding.setting.path.evaluate(request), rounds)
    whole = measure(replayed, rounds)
    drafted = measure(
        lambda: draft(look(deciding.office, request, deciding.application), ISA, OFFICER, "bench", deciding.now), rounds
    )
    checks = measure(lambda: examine_dossier(deciding.office, request, dossier, deciding.now), rounds)
    print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores, {len(lines)} lines, {rounds} rounds")
    print("\n".join(HEAD))
    for what, times in (("the look alone", alone), ("draft", drafted), ("replay", whole), ("all checks", checks)):
        print(times.row(what))
    print(f"a replay takes {whole.processor / alone.processor:.1f} times the processor of the look alone")
    print(f"within {REPLAY_MS_MAX} ms: {'yes' if whole.median <= REPLAY_MS_MAX else 'NO'}")


def _own(line: dict[str, object]) -> dict[str, Any]:  # Any: JSON
    """A line without what the journal says of it."""
    return {key: value for key, value in line.items() if key != "recorded_at"} | {"id": f"life-{line['id']}"}


def _template(server: Server) -> None:
    from kyosei.journal.database import migrate

    server.create("template_of_tests")
    owner = server.engine("template_of_tests", "postgres")
    migrate(owner)
    owner.dispose()


if __name__ == "__main__":
    main()
