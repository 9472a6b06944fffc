"""Random histories of a few people and employers: what is told, taken back, disputed, counted, linked, and silence."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from kyosei.timelines.days import instant_from_microseconds
from tests.journal.fakes import HOUR, START
from tests.watch.towns import Line

__all__ = ["PARTIES", "Happening", "histories"]

PERSONS = ("person:a", "person:b", "person:c")
EMPLOYERS = ("org:x", "org:y")
PARTIES = (*PERSONS, *EMPLOYERS)
PENSION, ISA, LABOUR = "authority:pension-service", "authority:isa", "authority:labour-office"
_DAY = 24 * HOUR


@dataclass(frozen=True)
class Happening:
    """Lines that are entered together, at an instant."""

    at: int
    lines: tuple[Line, ...]


def declarations() -> tuple[Line, ...]:
    """The parties of every history."""
    return (
        *({"type": "party", "id": id_, "party": "person", "born": "1990-01-01"} for id_ in PERSONS),
        *({"type": "party", "id": id_, "party": "organisation", "roles": ["employer"]} for id_ in EMPLOYERS),
    )


@st.composite
def histories(draw: st.DrawFn, steps_max: int = 9) -> list[Happening]:
    """Happenings in order of time, hours to weeks apart."""
    at = START
    found = [Happening(at, declarations())]
    said: list[Line] = []
    for number in range(draw(st.integers(3, steps_max))):
        at += draw(st.sampled_from((HOUR, 5 * HOUR, _DAY, 4 * _DAY, 20 * _DAY, 40 * _DAY)))
        lines = tuple(draw(_line(f"l{number}-{part}", at, said)) for part in range(draw(st.integers(1, 2))))
        said += [line for line in lines if line["type"] not in ("heartbeat", "unlink")]
        found.append(Happening(at, lines))
    return found


@st.composite
def _line(draw: st.DrawFn, id_: str, at: int, said: list[Line]) -> Line:
    stated = instant_from_microseconds(at - draw(st.sampled_from((0, HOUR, 3 * _DAY)))).isoformat()
    of = {
        sort: [line for line in said if line["type"] == sort] for sort in ("statement", "coverage", "dispute", "link")
    }
    choices = ["statement", "statement", "statement", "coverage", "heartbeat", "link"]
    choices += ["withdrawal", "dispute", "replacement"] if of["statement"] else []
    choices += ["void"] if of["coverage"] else []
    choices += ["resolution"] if of["dispute"] else []
    choices += ["unlink", "disputed link"] if of["link"] else []
    base: Line = {"id": id_, "stated_at": stated}
    match draw(st.sampled_from(choices)):
        case "statement":
            return {"type": "statement", **base, **draw(_statement(at))}
        case "replacement":
            old = draw(st.sampled_from(of["statement"]))
            again: Line = {
                key: old[key] for key in ("kind", "source", "about", "data", "from", "until", "on") if key in old
            }
            return {"type": "statement", **base, **again, "replaces": old["id"], **draw(_later(at, again))}
        case "coverage":
            return {"type": "coverage", **base, **draw(_coverage(at))}
        case "withdrawal":
            old = draw(st.sampled_from(of["statement"]))
            return {"type": "withdrawal", **base, "target": old["id"], "source": old["source"]}
        case "void":
            old = draw(st.sampled_from(of["coverage"]))
            return {"type": "withdrawal", **base, "target": old["id"], "source": old["source"]}
        case "dispute":
            old = draw(st.sampled_from([*of["statement"], *of["coverage"]]))
            return {
                "type": "dispute",
                **base,
                "target": old["id"],
                "by": draw(st.sampled_from(PARTIES)),
                "reason": "no",
            }
        case "disputed link":
            by = draw(st.sampled_from(PERSONS))
            return {
                "type": "dispute",
                **base,
                "target": draw(st.sampled_from(of["link"]))["id"],
                "by": by,
                "reason": "no",
            }
        case "resolution":
            old = draw(st.sampled_from(of["dispute"]))
            return {"type": "resolution", **base, "target": old["id"], "by": ISA, "outcome": "kept", "reason": "seen"}
        case "link":
            pair = draw(st.permutations(PERSONS))[:2]
            evidence = [{"type": "same_identifier", "identifier": "residence-card", "value_digest": "00" * 32}]
            return {"type": "link", **base, "persons": list(pair), "evidence": evidence, "source": ISA}
        case "unlink":
            target = draw(st.sampled_from(of["link"]))["id"]
            return {
                "type": "unlink",
                **base,
                "target": target,
                "reason": "another",
                "source": ISA,
                "decided_by": "staff:7",
            }
        case _:
            return {"type": "heartbeat", **base, "source": draw(st.sampled_from((PENSION, ISA, LABOUR, *EMPLOYERS)))}


@st.composite
def _statement(draw: st.DrawFn, at: int) -> Line:
    person, employer = draw(st.sampled_from(PERSONS)), draw(st.sampled_from(EMPLOYERS))
    day = instant_from_microseconds(at - draw(st.integers(-40, 90)) * _DAY).date().isoformat()
    job = {"person": person, "employer": employer}
    return draw(
        st.sampled_from(
            [
                {"kind": "residence.status", "source": ISA, "about": {"person": person}, "from": day, "until": "2027-02-01",
                 "data": {"status": "engineer-humanities-international", "granted_period": "P1Y"}},
                {"kind": "work.contract", "source": employer, "about": job, "from": day, "until": None,
                 "data": {"hours_per_week": 40, "days_per_month": 21, "wage_yen_per_month": 250000}},
                {"kind": "work.termination", "source": employer, "about": job, "on": day, "data": {}},
                {"kind": "pension.enrolment", "source": PENSION, "about": job, "from": day, "until": None,
                 "data": {"scheme": "employees"}},
                {"kind": "pension.acquisition_notice", "source": PENSION, "about": job, "on": day, "data": {}},
                {"kind": "work.foreign_worker_notice", "source": LABOUR, "about": job, "on": day,
                 "data": {"event": "hired", "event_on": day}},
                {"kind": "employer.profile", "source": PENSION, "about": {"employer": employer}, "from": day,
                 "until": None, "data": {"ordinary_insured_workers": 80, "covered_establishment": True}},
                {"kind": "employer.profile", "source": employer, "about": {"employer": employer}, "from": day,
                 "until": None, "data": {"legal_form": "corporation", "regular_hours_per_week": 40,
                                         "regular_days_per_month": 21}},
                {"kind": "family.relation", "source": ISA, "from": day, "until": None,
                 "about": {"person": person, "other": draw(st.sampled_from([p for p in PERSONS if p != person]))},
                 "data": {"relation": "spouse", "other_is": "national"}},
            ]
        )
    )  # fmt: skip


@st.composite
def _later(draw: st.DrawFn, at: int, again: Line) -> Line:
    """Another day in the place of the old one; or, now and then, nothing but the same said again."""
    day = instant_from_microseconds(at - draw(st.integers(0, 60)) * _DAY).date().isoformat()
    return {"on": day} if "on" in again else {"from": day} if draw(st.booleans()) else {}


@st.composite
def _coverage(draw: st.DrawFn, at: int) -> Line:
    person, employer = draw(st.sampled_from(PERSONS)), draw(st.sampled_from(EMPLOYERS))
    until = instant_from_microseconds(at).date().isoformat()
    kind, source = draw(
        st.sampled_from(
            (("pension.acquisition_notice", PENSION), ("pension.enrolment", PENSION), ("residence.status", ISA),
             ("work.contract", employer), ("work.foreign_worker_notice", LABOUR), ("residence.application", ISA))
        )
    )  # fmt: skip
    about: Line = {"person": person} if kind.startswith("residence") else draw(
        st.sampled_from(({}, {"person": person}, {"employer": employer}, {"person": person, "employer": employer}))
    )  # fmt: skip
    line: Line = {"kind": kind, "source": source, "about": about, "from": "2024-01-01"}
    line["until"] = draw(st.sampled_from((None, until)))
    if draw(st.booleans()):
        line["count"] = draw(st.integers(0, 2))
    return line
