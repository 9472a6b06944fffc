"""An address that is hidden is not there for anybody but the person and those whom a law names: as if it were not on record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from kyosei.access.documents import disclosure_document, links_document, usages_document
from kyosei.access.requests import Request, Role
from kyosei.errors import AccessRefusedError, EntryRefusedError
from kyosei.facts.case_file.writing import case_lines
from kyosei.facts.hidden_address import ADDRESS_KINDS
from kyosei.facts.link_evidence import DocumentSeen
from kyosei.facts.links import Link
from kyosei.facts.vocabulary import KINDS
from kyosei.journal.link_lines import link_line
from kyosei.timelines.days import legal_day
from kyosei.verdicts.check import check
from kyosei.wiring import open_law
from tests.access.setting import NOW, Setting, person_line, purposes, someone, staff
from tests.journal.fakes import START

HOA, BUI = "person:hoa", "person:bui"
CITY, BEFORE = "municipality:131041", "municipality:112038"
JOB = {"person": HOA, "employer": "org:acme"}
SEES = {
    "immigration.examination", "immigration.permanent-residence", "immigration.revocation", "immigration.notices",
    "pension.national-contributions", "health.national-premiums", "registration.addresses",
}  # fmt: skip
OFFICE_OF = {"municipality:*": "municipality:131130", "insurer:*": "insurer:kyokai"}


@pytest.fixture
def life(setting: Setting) -> Setting:
    """Somebody with a status, a job, a school and insurance; a helper may see their records. Nobody told an address."""
    s = setting
    s.state("residence.status", "authority:isa", {"person": HOA}, {"status": "student"}, from_="2023-04-01")
    s.state("work.contract", "org:acme", JOB, from_="2026-02-01")
    s.state("pension.enrolment", "authority:pension-service", JOB, {"scheme": "employees"}, from_="2026-02-01")
    about = {"person": HOA, "school": "org:sakura"}
    s.state("study.enrolment", "org:sakura", about, {"course": "university"}, from_="2023-04-01")
    s.state("study.enrolment", HOA, about, {"course": "university"}, from_="2023-04-01")
    for as_, holder in (("helper", BUI), ("representative", "org:kita"), ("guardian", "org:midori")):
        s.mandate(holder, as_, source="authority:court" if as_ == "guardian" else None)
    return s


def told(s: Setting) -> None:
    """Where they live, in every way in which anybody can tell it."""
    place, before = {"person": HOA, "municipality": CITY}, {"person": HOA, "municipality": BEFORE}
    s.state("home.registration", CITY, place, from_="2026-03-01")
    s.state("home.registration", BEFORE, before, from_="2024-03-01", until="2026-03-01")
    s.state("home.move_out_notice", BEFORE, before, {"moving_on": "2026-03-01"}, on="2026-02-20")
    s.state("residence.address_notice", CITY, place, {"event": "move", "moved_on": "2026-03-01"}, on="2026-03-05")
    s.state("home.lease", "org:landlord", {"person": HOA, "landlord": "org:landlord"},
            {"rent_yen_per_month": 60000}, from_="2026-03-01")  # fmt: skip
    s.state("health.enrolment", CITY, {"person": HOA}, {"scheme": "national"}, from_="2024-03-01", until="2026-02-01")
    s.enter({"type": "coverage", "kind": "home.registration", "source": CITY, "about": {"person": HOA},
             "from": "2024-01-01", "until": "2026-11-01"})  # fmt: skip
    contested = s.state("home.registration", HOA, place, from_="2026-03-02")
    s.dispute(contested, CITY)


def hide(s: Setting, shown_to: str = "nobody", source: str = HOA) -> str:
    return s.state("home.address_hidden", source, {"person": HOA}, {"shown_to": shown_to}, from_="2026-11-01")


def requests(s: Setting) -> Iterator[tuple[str, Request]]:
    """A request of every role for every purpose that it may have."""
    for purpose in purposes().by_id.values():
        if purpose.id == "own.records":
            for role, holder in ((Role.HELPER, BUI), (Role.REPRESENTATIVE, "org:kita"), (Role.GUARDIAN, "org:midori")):
                who = someone(role, holder) if holder == BUI else staff(role, holder)
                yield f"{purpose.id} {role}", s.request(who, purpose.id)
            continue
        for role in sorted(purpose.roles):
            offices = sorted(OFFICE_OF.get(one, one) for one in purpose.audience) or [
                "org:acme",
                "org:sakura",
                "org:bank",
            ]
            for organisation in offices:
                basis = None
                if not purpose.bases:
                    names = (*sorted(purposes().readable[purpose.id].names()), "person.born")
                    basis = s.consent(organisation, purpose.id, names)
                yield f"{purpose.id} {role} {organisation}", s.request(staff(role, organisation), purpose.id, basis)


def seen(s: Setting, request: Request) -> str:
    """All that a look shows, as bytes, without when it was made."""
    try:
        read, evaluated = s.path.read(request), s.path.evaluate(request)
    except AccessRefusedError as error:
        return f"refused: {error.refusal}"
    lines = [*case_lines(evaluated.case)]
    verdicts = check(open_law(), evaluated.case, on=legal_day(s.world.now[0]), known=evaluated.known,
                     subjects=[HOA]) if HOA in evaluated.case.parties else []  # fmt: skip
    answered = [one.to_json() for one in verdicts if evaluated.norms is None or one.norm in evaluated.norms]
    document = disclosure_document(HOA, read) | {"known": "", "entry": 0, "evaluated": lines, "verdicts": answered}
    return json.dumps(document, ensure_ascii=False, sort_keys=True)


def differing(first: str, second: str) -> list[object]:
    """What stands in one of the two and not in the other."""
    if first == second:
        return []
    told = [set(re.findall(r"[{][^{}]*[}]|[^{}]+", one)) for one in (first, second)]
    return [told[0] - told[1], told[1] - told[0], "or in another order"]


def test_to_whom_no_law_names_it_a_hidden_address_is_as_one_that_nobody_told(life: Setting) -> None:
    asked = dict(requests(life))
    assert len(asked) > 20
    without = {name: seen(life, request) for name, request in asked.items()}
    told(life)
    open_ = {name: seen(life, request) for name, request in asked.items()}
    hide(life)
    for name, request in asked.items():
        purpose = name.split()[0]
        assert differing(seen(life, request), (open_ if purpose in SEES else without)[name]) == [], name
    bore_on = {name.split()[0] for name in asked if open_[name] != without[name]}
    assert bore_on >= {"own.records", "immigration.notices", "pension.insured-status"}


def test_the_offices_that_see_it_are_those_whose_purposes_read_addresses() -> None:
    reading = {
        id_ for id_, readable in purposes().readable.items() if ADDRESS_KINDS & set(readable.kinds) and id_ != "own.records"
    }  # fmt: skip
    assert {one.id for one in purposes().by_id.values() if one.sees_addresses} == reading == SEES
    about_homes = {kind.facts.name for kind in KINDS if "landlord" in {role.name for role in kind.facts.roles}}
    about_homes |= {kind.facts.name for kind in KINDS if kind.facts.name.startswith("home.")}
    assert about_homes < ADDRESS_KINDS


def test_the_person_sees_it_and_may_take_it_back(life: Setting) -> None:
    told(life)
    mine = seen(life, life.request(someone(), "own.records"))
    helper = life.request(someone(Role.HELPER, BUI), "own.records")
    open_ = seen(life, helper)
    hiding = hide(life)
    assert CITY in seen(life, life.request(someone(), "own.records"))
    assert CITY not in seen(life, helper)
    life.world.later()
    life.end(hiding, HOA)
    life.world.later()
    assert differing(seen(life, helper), open_) == []
    assert seen(life, life.request(someone(), "own.records")) != mine  # that it was hidden stays on their own record


def test_a_municipality_that_supports_the_person_hides_it_as_well_and_nobody_else_can(life: Setting) -> None:
    told(life)
    helper = life.request(someone(Role.HELPER, BUI), "own.records")
    for source in ("org:kita", "person:minh", BUI, "authority:isa"):
        with pytest.raises(EntryRefusedError):
            hide(life, source=source)
    said = hide(life, source=CITY)
    assert CITY not in seen(life, helper)
    life.dispute(said, "authority:isa")  # what protects is not held up
    assert CITY not in seen(life, helper)


def test_who_acts_for_the_person_sees_it_where_the_person_says_so(life: Setting) -> None:
    told(life)
    hide(life, "representatives")
    assert CITY in seen(life, life.request(someone(Role.HELPER, BUI), "own.records"))
    assert CITY not in seen(life, life.request(staff(Role.EMPLOYER, "org:acme"), "employer.own-duties"))
    hide(life)  # of two the stricter counts
    assert CITY not in seen(life, life.request(someone(Role.HELPER, BUI), "own.records"))


def test_who_acts_for_the_person_learns_it_from_no_list_either(life: Setting) -> None:
    told(life)
    life.submit(person_line("person:at-city", names=[]))
    life.world.register(CITY, human="staff:sato", entry_types=["link"])
    seen_by = (DocumentSeen("residence card", "staff:sato"),)
    joined = link_line(Link("l-1", HOA, "person:at-city", CITY, "staff:sato", seen_by, START, START))
    life.world.journal.submit_one(life.world.offices[CITY].sign(joined))
    life.world.later()
    life.path.read(life.request(someone(), "own.records"))
    city = life.request(staff(Role.OFFICER, CITY), "registration.addresses")
    life.path.read(city)
    helper = life.request(someone(Role.HELPER, BUI), "own.records")

    def lists() -> str:
        found = [
            links_document(HOA, life.path.links(helper)), usages_document(life.path.read_accesses(helper)),
            [str(one) for one in life.path.excerpt(helper).entries],
        ]  # fmt: skip
        return json.dumps(found, default=str)

    assert CITY in lists()
    assert "home.registration" in lists()
    hide(life)
    life.world.later()
    told_now = lists()
    assert CITY not in told_now
    assert not [kind for kind in ADDRESS_KINDS if kind in told_now]


def test_it_ends_on_its_last_day_and_begins_at_once(life: Setting) -> None:
    told(life)
    helper = life.request(someone(Role.HELPER, BUI), "own.records")
    life.state("home.address_hidden", HOA, {"person": HOA}, {"shown_to": "nobody"}, from_="2026-11-22",
               until="2026-11-24")  # fmt: skip
    assert CITY not in seen(life, helper)
    life.go_to(NOW.replace(day=23))
    assert CITY not in seen(life, helper)
    life.go_to(NOW.replace(day=24))
    assert CITY in seen(life, helper)
