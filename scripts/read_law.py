"""Keep how every cited provision reads now, after somebody has read again what `kyosei law check` named.

python -m scripts.read_law TEXT_DIR

It writes digests, never a text, and prints which of them are new. A reading whose text is not in the folder stays as it was.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from kyosei.errors import InputError
from kyosei.norms.citing import citations_of
from kyosei.statutes.checking import read_citations
from kyosei.statutes.readings import Read, write_readings
from kyosei.statutes.texts import read_texts
from kyosei.terms.citations import Provision
from kyosei.wiring import READINGS, compile_japan, legal_sources

__all__ = ["main", "renewed"]


def renewed(folder: Path) -> dict[tuple[Provision, int], Read]:
    """The readings of everything that is cited now: from the texts in a folder, else as they were kept."""
    sources = legal_sources()
    norms = (version.norm for norm in compile_japan().norms for version in norm.versions)
    citations = (*(citation for norm in norms for citation in citations_of(norm)), *sources.citations)
    found = read_citations(citations, read_texts(folder), sources.renumbered)
    cited = {(citation.provision, citation.read_on) for citation in citations}
    return {**{place: read for place, read in sources.readings.items() if place in cited}, **found}


def main(arguments: Sequence[str]) -> int:
    """Write the file of readings; the exit status is 2 if the one argument is no folder of texts."""
    if len(arguments) != 1:
        print("usage: python -m scripts.read_law TEXT_DIR", file=sys.stderr)
        return 2
    try:
        readings = renewed(Path(arguments[0]))
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    before = legal_sources().readings
    for place, read in readings.items():
        if before.get(place) != read:
            print(f"read {place[0]}")
    Path(str(READINGS)).write_text(write_readings(readings), encoding="utf-8")
    print(f"{len(readings)} readings kept")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
