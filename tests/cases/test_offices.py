"""What reaches an office, and when: every history of a case, held against rules that are written here a second time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TypedDict

import pytest
from hypothesis import event as noted
from hypothesis import given
from hypothesis import strategies as st

from kyosei.alerts.steps import steps_of
from kyosei.cases.acts import Act
from kyosei.cases.case import Case, Entry, owners_part
from kyosei.cases.cures import CURES, Owing
from kyosei.cases.event import Event
from kyosei.cases.following import cases_of
from kyosei.cases.offices import Offices
from kyosei.cases.rulings import Ruling
from kyosei.errors import LawError
from kyosei.journal.entries import NormActKind
from kyosei.law.jp.gateways import GATEWAYS
from kyosei.norms.compiler import CompiledLaw
from kyosei.norms.gateways import Gateway, check_gateways
from kyosei.notices.asking import Audience
from kyosei.notices.catalogue import Catalogue
from kyosei.terms.citations import InForce
from kyosei.timelines.days import day_from_date
from kyosei.timelines.program import State
from kyosei.timelines.truth import DISPUTED, MISSING
from kyosei.wiring import current_law
from tests.depth import examples

ENROLMENT, REPORT, OWN = "jp.pension.report-acquisition", "jp.ssw.report-breaches", "jp.immigration.part-time-hours"
WAGE, TAX = "jp.labour.minimum-wage", "jp.tax.resident-tax-special"
NORMS = (ENROLMENT, REPORT, OWN, WAGE, TAX)
ABOUT = {"person": "person:a", "employer": "org:x", "collector": "org:x"}
PENSION, ISA, LABOUR, CITY = (
    "authority:pension-service",
    "authority:isa",
    "authority:labour-office",
    "municipality:131041",
)
OPERATOR = "org:operator"
START, SPAN = day_from_date(date(2026, 12, 1)), 90
STATES = {"due": State.DUE, "breached": State.BREACHED, "open": State.OPEN, "met": State.MET, "disputed": State.OPEN}
KINDS = ("look", "escalate", "escalate", "complain", "delivered", "delivered", "undelivered", "uphold")
Acts = Mapping[str, Act]


@cache
def law() -> CompiledLaw:
    return current_law()


@cache
def owing() -> Owing:
    return Owing.under(law(), GATEWAYS)


def told(number: int, day: int, norm: str, state: str, *, own_word: bool = False) -> Event:
    causes = {"open": MISSING, "disputed": DISPUTED}.get(state, 0)
    sort = {"due": "nearing", "breached": "settled"}.get(state, "changed")
    return Event(
        number, f"e{number}", norm, json.dumps(ABOUT), -1, sort, STATES[state], causes, START + day + 3, False, own_word,
        state == "breached", None, START + day, number, (START + day) * 86_400_000_000, "jp@a",
    )  # fmt: skip


def done(
    number: int, day: int, case: str, kind: str, source: str, *, human: bool = True, route: str | None = None,
    event: str | None = None,
) -> Act:  # fmt: skip
    actor_kind, actor = ("human", "staff:a") if human else ("software", "software:x")
    return Act(
        100 + number, f"a{number}", case, kind, "as told", route, event, source, actor_kind, actor,
        (START + day) * 86_400_000_000, START + day, START + day,
    )  # fmt: skip


@st.composite
def events_of(draw: st.DrawFn) -> list[Event]:
    """What is told of one norm over three months; it begins with a breach or its announcement."""
    norm = draw(st.sampled_from((*NORMS, ENROLMENT, WAGE)))
    days = draw(st.lists(st.integers(1, SPAN), max_size=3, unique=True).map(sorted))
    states = [draw(st.sampled_from(("breached", "breached", "due")))]
    states += [draw(st.sampled_from(sorted(STATES))) for _ in days]
    own = draw(st.sampled_from((False, False, True)))
    return [
        told(number, day, norm, state, own_word=own and draw(st.booleans()))
        for number, (day, state) in enumerate(zip([0, *days], states, strict=True))
    ]


@st.composite
def acts_on(draw: st.DrawFn, case: Case) -> list[Act]:
    """What leads to an office, each step perhaps left out, early, late or by the wrong party; and whatever else is tried."""
    office = owing().offices.of(case.norms)
    first = CITY if office == "unknown:municipality" else draw(st.sampled_from((None, office)))
    further = draw(st.sampled_from((ISA, LABOUR, PENSION)))
    tellings = [f"{row.ref}.{case.id}" for row in case.history if row.tells]
    steps: list[tuple[str, int, str, str | None, str | None]] = [
        ("delivered", 2, OPERATOR, None, draw(st.sampled_from(tellings))),
        ("look", 20, OPERATOR, None, None),
        ("escalate", 40, OPERATOR, first, None),
        (
            "escalate",
            50,
            draw(st.sampled_from((OPERATOR, office))),
            further,
            draw(st.sampled_from((None, "letter 12"))),
        ),
    ]
    steps = [step for step in steps if draw(st.integers(0, 9))]
    for kind in draw(st.lists(st.sampled_from(KINDS), max_size=4)):
        source = draw(st.sampled_from((OPERATOR, "org:x", "person:a", ISA, LABOUR, PENSION, CITY)))
        route = event = None
        if kind == "complain":
            source, route = "person:a", draw(st.sampled_from(("inside", "office")))
        elif kind == "escalate":
            route, event = draw(st.sampled_from((None, ISA, LABOUR, PENSION, CITY, "org:x"))), "letter 13"
        elif kind in ("delivered", "undelivered"):
            event = draw(st.sampled_from(tellings))
        steps.append((kind, draw(st.integers(0, SPAN)), source, route, event))
    found: list[Act] = []
    for kind, usual, source, route, event in steps:
        day = max(0, usual + draw(st.sampled_from((0, 0, 0, -12, -2, 9, 35))))
        human = kind not in ("delivered", "undelivered") and draw(st.integers(0, 5)) > 0
        found.append(done(len(found), day, case.id, kind, source, human=human, route=route, event=event))
    return found


@st.composite
def lives(draw: st.DrawFn) -> tuple[list[Event], list[Act], list[Ruling]]:
    """What is told of one norm, what anybody tries about one of its cases meanwhile, and now and then a defect."""
    events = draw(events_of())
    cases = cases_of("person:a", events, (), owing())
    acts = draw(acts_on(draw(st.sampled_from(cases))))
    rulings = [
        Ruling(200, "r", events[0].norm, NormActKind.DEFECTIVE, frozenset({"jp@a"}), 0, START + 400, "wrong", OPERATOR, "human",
               "staff:a", (START + day) * 86_400_000_000, START + day)
        for day in draw(st.sampled_from((*([],) * 8, [25], [45])))
    ]  # fmt: skip
    return events, acts, rulings


def days_running(rows: list[Entry], first: int, last: int) -> int:
    """On how many days of [first, last) the clock of a case ran: not while what it rests on was not established."""
    still: set[int] = set()
    since = None
    for row in rows:
        if row.what == "paused":
            since = row.day
        elif row.what == "resumed" and since is not None:
            still |= set(range(since, row.day))
            since = None
    if since is not None:
        still |= set(range(since, last))
    return len(set(range(first, last)) - still)


def cured_in_vain(before: list[Entry], day: int) -> bool:
    """Whether a breach was told to its owner, thirty days ran out since they received it, and a human looked."""
    anew = [n for n, row in enumerate(before) if row.what == "reopened" or (row.tells and row.stage == "notice")]
    if not anew or before[anew[-1]].what == "reopened":
        return False
    settled = next(n for n, row in enumerate(before) if row.tells and row.stage == "notice")
    begun = max([settled, *(n for n, row in enumerate(before) if row.what == "reopened")])
    received = None
    for row in before[begun:]:
        if row.what == "undelivered":
            received = None
        elif row.what == "delivered" and received is None:
            received = row.day
    looked = any(row.what == "look" and row.actor_kind == "human" for row in before[begun:])
    return received is not None and looked and days_running(before, received, day) > 30


def is_in_charge(office: str, norm: str) -> bool:
    authority = next(one for one in law().norms if one.id == norm).latest.authority
    return office == authority or (authority == "unknown:municipality" and office.startswith("municipality:"))


def way_taken(case: Case, place: int, acts: Acts) -> str | None:
    """By which of the ways that there are a case may have reached an office, by the rows before; None: by none of them."""
    row = case.history[place]
    before = [one for one in case.history[:place] if one.taken]
    office, norm, act = row.office or "", case.norms[0], acts[row.ref]
    if row.source not in (OPERATOR, ISA, PENSION, LABOUR, CITY):
        return None
    if is_in_charge(office, norm) and row.source in (OPERATOR, office):
        chosen = [acts[one.ref].route for one in before if one.what == "complain"]
        if chosen and chosen[-1] == "office":
            return "the person asked for it"
        if norm == REPORT:
            return "reporting is the duty"
        return "its time ended" if cured_in_vain(before, row.day) else None
    holder = row.source if row.source != OPERATOR else next(
        (one.office for one in before if one.what == "escalate" and is_in_charge(one.office or "", norm)), None
    )  # fmt: skip
    reopened = [n for n, one in enumerate(before) if one.what == "reopened"]
    had = {one.office for one in before[reopened[-1] if reopened else 0 :] if one.what == "escalate"}
    listed = [
        one for one in GATEWAYS
        if (one.from_office, one.to_office) == (holder, office) and norm in one.carries and one.force.covers(date(2026, 12, 1))
    ]  # fmt: skip
    if holder not in had or not listed or act.event is None or case.owner.startswith("person:"):
        return None
    return "through a gateway" if cured_in_vain(before, row.day) else None


@examples(400)
@given(lives())
def test_nothing_reaches_an_office_but_by_a_way_that_there_is(
    life: tuple[list[Event], list[Act], list[Ruling]],
) -> None:
    events, acts, rulings = life
    by_id = {act.id: act for act in acts}
    for case in cases_of("person:a", events, acts, owing(), rulings):
        reached = [n for n, row in enumerate(case.history) if row.what == "escalate" and row.taken]
        for place in reached:
            way = way_taken(case, place, by_id)
            assert way is not None, [
                (r.what, r.day - START, r.source, r.office, r.taken) for r in case.history[: place + 1]
            ]
            noted(way)
        refused = [row for row in case.history if row.what == "escalate" and row.refusal is not None]
        assert all(row.refusal for row in refused)
        assert set(case.offices) <= {case.history[n].office for n in reached}


@pytest.fixture(scope="module")
def words(catalogue: Catalogue) -> Catalogue:
    return catalogue


@examples(150)
@given(life=lives())
def test_no_office_is_told_of_a_case_that_did_not_reach_it(
    words: Catalogue, life: tuple[list[Event], list[Act], list[Ruling]]
) -> None:
    events, acts, rulings = life
    for case in cases_of("person:a", events, acts, owing(), rulings):
        reached = {row.office for row in case.history if row.what == "escalate" and row.taken}
        for step in steps_of(case, words):
            for request in step.requests:
                if request.recipient.startswith(("authority:", "municipality:")):
                    assert request.audience is Audience.OFFICE
                    assert request.recipient in reached


def breach(norm: str) -> tuple[list[Event], str]:
    events = [told(0, 0, norm, "breached")]
    (case,) = cases_of("person:a", events, (), owing())
    return events, case.id


def after(norm: str, *acts: Act, offices: Offices | None = None) -> Case:
    events, _ = breach(norm)
    under = owing() if offices is None else replace(owing(), offices=offices)
    (case,) = cases_of("person:a", events, acts, under)
    return case


def to_the_office(norm: str) -> list[Act]:
    """Delivered on the second day, looked at on the fifth, passed to the office in charge on the fortieth."""
    _, id_ = breach(norm)
    return [
        done(0, 1, id_, "delivered", OPERATOR, human=False, event=f"e0.{id_}"),
        done(1, 4, id_, "look", OPERATOR),
        done(2, 40, id_, "escalate", OPERATOR),
    ]


class _Asked(TypedDict):
    route: str
    event: str


def last(case: Case) -> tuple[str | None, str | None, str | None]:
    row = case.history[-1]
    return row.refusal, row.office, row.gateway


def test_from_the_office_in_charge_a_case_goes_on_only_through_a_gateway_and_when_it_is_asked_for() -> None:
    _, id_ = breach(WAGE)
    acts = to_the_office(WAGE)
    asked = _Asked(route=ISA, event="ISA letter 12 of 2027")
    assert last(after(WAGE, *acts[:2], done(3, 40, id_, "escalate", LABOUR, **asked)))[0] == "not-with-them"
    assert last(after(WAGE, *acts)) == (None, LABOUR, None)
    assert last(after(WAGE, *acts, done(3, 41, id_, "escalate", LABOUR, route=ISA)))[0] == "not-asked"
    assert last(after(WAGE, *acts, done(3, 41, id_, "escalate", LABOUR, route=PENSION, event="x")))[0] == "kept-apart"
    assert last(after(WAGE, *acts, done(3, 41, id_, "escalate", ISA, **asked)))[0] == "kept-apart"
    passed = after(WAGE, *acts, done(3, 41, id_, "escalate", LABOUR, **asked))
    assert last(passed) == (None, ISA, "isa-asks-labour-office")
    assert passed.offices == (LABOUR, ISA)
    again = after(
        WAGE, *acts, done(3, 41, id_, "escalate", LABOUR, **asked), done(4, 42, id_, "escalate", OPERATOR, **asked)
    )
    assert last(again)[0] == "already-there"
    late = done(3, 40 + 400, id_, "escalate", LABOUR, **asked)
    assert last(after(WAGE, *acts, late))[0] == "kept-apart", "nobody has read the provisions again"


def test_what_a_person_left_undone_goes_to_no_office_but_the_one_in_charge() -> None:
    _, id_ = breach(OWN)
    everything = tuple(
        Gateway(
            f"g{n}",
            ISA,
            office,
            one.opening,
            one.passes,
            one.provisions,
            one.force,
            one.read_on,
            one.look_again,
            (OWN,),
        )
        for n, (office, one) in enumerate(zip((LABOUR, PENSION), GATEWAYS, strict=False))
    )
    offices = replace(owing().offices, gateways=everything)
    acts = to_the_office(OWN)
    assert last(after(OWN, *acts, offices=offices)) == (None, ISA, None)
    for office in (LABOUR, PENSION):
        on = done(3, 41, id_, "escalate", ISA, route=office, event="asked")
        assert last(after(OWN, *acts, on, offices=offices))[0] == "kept-apart"
    with pytest.raises(LawError, match="a person has to keep"):
        check_gateways(everything, law())


def test_the_shorter_ways_end_at_the_office_in_charge() -> None:
    _, id_ = breach(WAGE)
    chosen = [done(0, 1, id_, "complain", "person:a", route="office"), done(1, 2, id_, "escalate", OPERATOR)]
    assert last(after(WAGE, *chosen)) == (None, LABOUR, None)
    on = done(2, 3, id_, "escalate", LABOUR, route=ISA, event="ISA letter 12")
    assert last(after(WAGE, *chosen, on))[0] == "not-delivered"


def test_which_municipality_is_in_charge_only_the_operator_says() -> None:
    _, id_ = breach(TAX)
    acts = to_the_office(TAX)
    assert last(after(TAX, *acts))[0] == "no-office"
    assert last(after(TAX, *acts[:2], done(3, 40, id_, "escalate", CITY, route=CITY)))[0] == "no-office"
    assert last(after(TAX, *acts[:2], done(3, 40, id_, "escalate", OPERATOR, route=CITY))) == (None, CITY, None)


def test_a_look_before_there_was_a_breach_is_no_look_at_it() -> None:
    events = [told(0, 0, ENROLMENT, "due"), told(1, 5, ENROLMENT, "breached")]
    (case,) = cases_of("person:a", events, (), owing())
    acts = [
        done(0, 1, case.id, "look", OPERATOR),
        done(1, 6, case.id, "delivered", OPERATOR, human=False, event=f"e1.{case.id}"),
        done(2, 60, case.id, "escalate", OPERATOR),
    ]
    (found,) = cases_of("person:a", events, acts, owing())
    assert last(found)[0] == "nobody-looked"


def test_the_owner_does_not_see_which_offices_were_told_early() -> None:
    _, id_ = breach(WAGE)
    case = after(WAGE, done(0, 1, id_, "complain", "person:a", route="office"), done(1, 2, id_, "escalate", OPERATOR))
    assert LABOUR not in json.dumps(owners_part(case.to_json()))


def test_norms_that_one_cure_settles_have_one_office() -> None:
    in_charge: dict[str, set[str]] = {}
    for norm, cure in CURES.items():
        in_charge.setdefault(cure, set()).add(owing().offices.of((norm,)))
    assert all(len(found) == 1 for found in in_charge.values())


def test_offices_without_a_gateway_are_named_as_kept_apart() -> None:
    ways = {way.office: way for way in owing().offices.ways((ENROLMENT,), START)}
    assert ways[PENSION].in_charge
    through = ways[ISA].through
    assert through is not None
    assert through.id == "isa-asks-pension-service"
    assert ways["authority:tax-office"].is_kept_apart
    assert all(way.is_kept_apart for way in owing().offices.ways((OWN,), START) if not way.in_charge)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": GATEWAYS[1].id}, "listed twice"),
        ({"to_office": "org:x"}, "no office"),
        ({"provisions": ()}, "no provision"),
        ({"look_again": date(2026, 1, 1)}, "read again"),
        ({"carries": ("jp.none",)}, "no duty or limit"),
    ],
)
def test_a_badly_written_gateway_is_refused(change: dict[str, object], said: str) -> None:
    check_gateways(GATEWAYS, law())
    bad = replace(GATEWAYS[0], **change)  # type: ignore[arg-type]  # what is wrong differs
    with pytest.raises(LawError, match=said):
        check_gateways((bad, *GATEWAYS[1:]), law())


def test_before_its_law_began_nothing_passes() -> None:
    begun = replace(GATEWAYS[0], force=InForce(date(2026, 12, 1)))
    assert not begun.is_open(START - 1)
    assert begun.is_open(START)
