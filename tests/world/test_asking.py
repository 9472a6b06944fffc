"""Where evidence was lost, asking what the needs name, in turn, leads to the truth; and not without the answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kyosei.world.score.detector import Records
from kyosei.world.score.judge import Outcome, judge_cause
from kyosei.world.town import Town
from kyosei.world.transmission import Fault
from kyosei.world.truth import Cause, truth_line, truth_of
from tests.world.towns import arrived, detector, life_of, records, town_of


def bereft(town: Town) -> Iterator[tuple[Cause, Records]]:
    """Persons whom a failure befell, the first of each variant, of all of whose evidence the last line was lost."""
    seen: set[str] = set()
    for number in range(town.persons):
        life, befallen, entries = life_of(town, number)
        if befallen is None or not befallen[0].planted or befallen[0].variant in seen:
            continue
        seen.add(befallen[0].variant)
        last = {
            (piece.source, piece.kind): place
            for piece in befallen[1].evidence for place, entry in enumerate(entries) if piece.is_line(entry.line)
        }  # fmt: skip
        lost = dict.fromkeys(last.values(), Fault.LOST)
        _, _, sent = arrived(town, number, lost)
        cause = truth_of(truth_line(town, life, befallen, sent)).cause
        assert cause is not None
        yield cause, records(town, life, sent.lines)


def test_where_evidence_of_every_kind_was_lost_asking_in_turn_leads_to_the_truth() -> None:
    looking = detector()
    asked = 0
    for cause, held in bereft(town_of(7, 700)):
        found = judge_cause(looking, held, cause, accused=False, lead=False).outcome
        assert found in (Outcome.OPEN_NAMED, Outcome.FOUND, Outcome.BEFORE_AN_OFFICIAL), (cause, found)
        if found is Outcome.OPEN_NAMED:
            asked += 1
            dumb = replace(cause, answers=())
            assert judge_cause(looking, held, dumb, accused=False, lead=False).outcome is Outcome.OPEN_UNNAMED
    assert asked > 5
