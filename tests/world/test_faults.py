"""No fault on the way makes an accusation (P13): whatever is lost, late, doubled, misrouted or contradicted."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from kyosei.facts.case_file import read_case
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.check import check
from kyosei.wiring import open_law
from kyosei.world.output import encoded
from kyosei.world.transmission import Fault, possible_faults
from tests.depth import examples
from tests.world.towns import accusations_of, arrived, life_of, town_of


@given(data=st.data(), seed=st.integers(0, 1 << 32), number=st.integers(0, 39), households=st.booleans())
@examples(25)
def test_no_fault_makes_an_accusation(data: st.DataObject, seed: int, number: int, households: bool) -> None:
    town = town_of(seed, households=households)
    _, _, entries = life_of(town, number)
    places = data.draw(st.sets(st.integers(1, len(entries) - 1), max_size=12))
    forced: dict[int, Fault] = {}
    struck: set[tuple[object, object]] = set()
    for place in sorted(places):
        line = entries[place].line
        if line["type"] != "party" and (line["source"], line["kind"]) not in struck:
            struck.add((line["source"], line["kind"]))
            forced[place] = data.draw(st.sampled_from(possible_faults(line)))
    life, befallen, sent = arrived(town, number, forced)
    assert accusations_of(town, life, befallen, sent) == []


@example(seed=39214, number=2, left_out={48, 1}, households=True)
@given(
    seed=st.integers(0, 1 << 32), number=st.integers(0, 39), left_out=st.sets(st.integers(1, 90)),
    households=st.booleans(),
)  # fmt: skip
@examples(15)
def test_losing_any_lines_at_all_makes_no_accusation(
    seed: int, number: int, left_out: set[int], households: bool
) -> None:
    town = town_of(seed, households=households)
    _, _, entries = life_of(town, number)
    lost = {place: Fault.LOST for place in left_out if place < len(entries)}
    life, befallen, sent = arrived(town, number, lost)
    assert accusations_of(town, life, befallen, sent) == []


def _line(id_: str, kind: str, day: str, until: str | None = None, **data: object) -> dict[str, object]:
    when = {"on": day} if until is None else {"from": day, "until": until}
    return {"type": "statement", "id": id_, "kind": kind, "source": "authority:isa", "about": {"person": "person:a"},
            **when, "data": data, "stated_at": f"{day}T12:00:00+09:00"}  # fmt: skip


def _told(kind: str, count: int) -> dict[str, object]:
    return {"type": "coverage", "id": f"told-{kind}", "kind": kind, "source": "authority:isa",
            "about": {"person": "person:a"}, "from": "1990-01-01", "until": "2026-11-18", "count": count,
            "stated_at": "2026-11-20T12:00:00+09:00"}  # fmt: skip


def test_a_line_lost_and_another_sent_twice_make_no_accusation() -> None:
    earlier = _line("old", "residence.application", "2023-08-01", procedure="renewal")
    lines: list[dict[str, object]] = [
        {"type": "party", "id": "person:a", "party": "person", "names": [{"script": "Latn", "text": "A"}]},
        _line("who", "person.particulars", "2020-10-01", "2099-01-01", nationality="VN"),
        _line("stay", "residence.status", "2023-10-01", "2026-10-02", status="engineer-humanities-international",
              granted_period="P3Y"),
        earlier,
        {**earlier, "id": "old-sent-again"},  # and the renewal of August 2026 was lost: two of two
        _line("yes", "residence.decision", "2023-09-20", procedure="renewal", outcome="granted"),
        *(_told(f"residence.{kind}", count)
          for kind, count in (("status", 1), ("application", 2), ("decision", 1), ("basis", 0))),
    ]  # fmt: skip
    case = read_case([("case", b"".join(encoded(line) for line in lines))])
    on = day_from_date(date(2026, 11, 10))
    (verdict,) = check(open_law(), case, on=on, norms=["jp.immigration.lawful-stay"], about=["person:a"])
    assert verdict.state != "unmet"


def test_the_loss_of_a_new_stay_does_not_bring_the_old_one_back_against_the_person() -> None:
    old, new = (
        _line(f"stay-{host}", "residence.status", day, until, status="specified-skilled-worker", subclass="ssw-1",
              granted_period="P1Y", designated_organisation=f"org:{host}")
        for host, day, until in (("first", "2026-04-01", "2027-04-02"), ("second", "2026-09-27", "2027-09-28"))
    )  # fmt: skip
    work: dict[str, object] = {
        "type": "statement", "id": "work", "kind": "work.assignment", "source": "org:second",
        "about": {"person": "person:a", "employer": "org:second"}, "from": "2026-09-27", "until": None,
        "data": {"duties": ["line-work"]}, "stated_at": "2026-09-27T12:00:00+09:00",
    }  # fmt: skip
    parties: list[dict[str, object]] = [
        {"type": "party", "id": "person:a", "party": "person", "names": [{"script": "Latn", "text": "A"}]},
        {"type": "party", "id": "org:first", "party": "organisation", "roles": ["employer"],
         "names": [{"script": "Latn", "text": "First"}]},
        {"type": "party", "id": "org:second", "party": "organisation", "roles": ["employer"],
         "names": [{"script": "Latn", "text": "Second"}]},
    ]  # fmt: skip
    states = []
    for held in ((old, new), (old,)):  # the office counts two; once both came, once the new one was lost
        lines = [*parties, *held, work, _told("residence.status", 2)]
        case = read_case([("case", b"".join(encoded(line) for line in lines))])
        found = check(open_law(), case, on=day_from_date(date(2026, 10, 2)), norms=["jp.immigration.work-within-status"],
                      about=["person:a"])  # fmt: skip
        states.append(next(verdict.state for verdict in found if verdict.about["employer"] == "org:second"))
    assert states == ["met", "open"]
