"""Who may read on a day, for random mandates, consents, engagements and deaths: as a short oracle says it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.access.japan import PURPOSES
from kyosei.access.policy import Policies
from kyosei.access.reading import ReadPath
from kyosei.access.requests import ByConsent, Request, Requester, Role
from kyosei.errors import AccessRefusedError
from tests.access.setting import NOW, PSEUDONYM, Setting, noon, person_line, purposes, software, someone, staff
from tests.depth import examples_with_a_database
from tests.journal.fakes import HOUR, at

OWN = next(purpose for purpose in PURPOSES if purpose.id == "own.records")
DAYS = st.integers(-5, 25)
MANDATED = {Role.HELPER: "helper", Role.REPRESENTATIVE: "representative", Role.GUARDIAN: "guardian"}


@dataclass(frozen=True)
class Said:
    """Something that is said to hold from a day (after NOW) until another; it may be taken back or disputed."""

    from_: int
    until: int | None
    source: str
    taken_back: bool
    disputed: bool
    what: tuple[str, ...]

    def covers(self, day: int) -> bool:
        return self.from_ <= day and (self.until is None or day < self.until)

    def stands(self) -> bool:
        return not (self.taken_back or self.disputed)


RARELY = st.sampled_from((False,) * 5 + (True,))


def said(sources: tuple[str, ...], *what: st.SearchStrategy[str]) -> st.SearchStrategy[Said]:
    return st.builds(
        lambda from_, length, source, taken_back, disputed, what: Said(
            from_, None if length is None else from_ + length, source, taken_back, disputed, what
        ),
        DAYS, st.none() | st.integers(1, 15), st.sampled_from(sources), RARELY,
        RARELY, st.tuples(*what),
    )  # fmt: skip


mandates = said(
    ("SUBJECT", "authority:court"), st.sampled_from(("helper", "representative", "guardian")),
    st.sampled_from(("view", "apply")),
)  # fmt: skip
consents = said(
    ("SUBJECT",), st.sampled_from(("org:bank", "org:landlord")), st.sampled_from(("bank.stay", "landlord.stay"))
)
engagements = said(("org:acme", "org:midori"))


@dataclass(frozen=True)
class Records:
    """What is on record about somebody."""

    mandates: list[Said]
    consents: list[Said]
    engagements: list[Said]
    subject_died: int | None
    helper_died: int | None


records = st.builds(
    Records, st.lists(mandates, max_size=3), st.lists(consents, max_size=3), st.lists(engagements, max_size=4),
    st.none() | st.none() | st.none() | DAYS, st.none() | st.none() | DAYS,
)  # fmt: skip


def may_read(on: Records, role: Role, day: int, consent: int | None = None) -> bool:
    """The oracle."""
    alive = on.subject_died is None or day < on.subject_died
    if role is Role.PERSON:
        return alive
    if role in MANDATED:
        return alive and (on.helper_died is None or day < on.helper_died) and any(
            one.stands() and one.covers(day) and one.what == (MANDATED[role], "view")
            and (role is not Role.GUARDIAN or one.source == "authority:court")
            for one in on.mandates
        )  # fmt: skip
    if role is Role.BANK:
        one = None if consent is None else on.consents[consent]
        return one is not None and alive and one.stands() and one.covers(day) and one.what == ("org:bank", "bank.stay")
    told = [one for one in on.engagements if one.stands()]
    own = [one for one in told if one.source == "org:midori"]

    def overlap(a: Said, b: Said) -> bool:
        return any(a.covers(day) and b.covers(day) for day in range(-5, 400))

    return any(
        one.covers(day) and one.source == "org:acme"
        and (not any(overlap(one, other) for other in own) or any(other.covers(day) for other in own))
        for one in told
    )  # fmt: skip


numbers = itertools.count()


def iso(day: int | None) -> str | None:
    return None if day is None else (NOW + timedelta(day)).isoformat()


def enter(setting: Setting, on: Records) -> tuple[str, str, list[str]]:
    """Enters the records; (the person, who may act for them, the ids of the consents)."""
    number = next(numbers)
    person, helper = f"person:s{number}", f"person:h{number}"
    lines: list[dict[str, object]] = [person_line(person), person_line(helper)]
    consent_ids: list[str] = []

    def add(one: Said, kind: str, about: dict[str, str], data: dict[str, object]) -> str:
        id_ = f"r-{number}-{len(lines)}"
        stated = {"stated_at": at(setting.world.now[0] - HOUR)}
        source = person if one.source == "SUBJECT" else one.source
        lines.append({"type": "statement", "id": id_, "kind": kind, "source": source, "about": about, "data": data,
                      "from": iso(one.from_), "until": iso(one.until), **stated})  # fmt: skip
        if one.taken_back:
            lines.append({"type": "withdrawal", "id": f"{id_}-w", "target": id_, "source": source, **stated})
        if one.disputed:
            by = "authority:court" if source == person else person
            lines.append({"type": "dispute", "id": f"{id_}-d", "target": id_, "by": by, "reason": "no", **stated})
        return id_

    for one in on.mandates:
        add(one, "mandate", {"person": person, "holder": helper}, {"as": one.what[0], "acts": [one.what[1]]})
    for one in on.consents:
        data: dict[str, object] = {"purpose": one.what[1], "fields": ["residence.status"]}
        consent_ids.append(add(one, "consent", {"person": person, "recipient": one.what[0]}, data))
    for one in on.engagements:
        about = {"person": person, "employer": "org:acme", "supporter": "org:midori"}
        add(one, "support.engagement", about, {"for": "ssw_1"})
    for who, day in ((person, on.subject_died), (helper, on.helper_died)):
        if day is not None:
            lines.append({
                "type": "statement", "id": f"{who}-died", "kind": "person.death", "source": "municipality:131130",
                "about": {"person": who}, "on": iso(day), "stated_at": at(setting.world.now[0] - HOUR),
            })  # fmt: skip
    setting.submit(*lines)
    return person, helper, consent_ids


@examples_with_a_database(20)
@given(records, st.lists(st.integers(0, 40), min_size=1, max_size=4))
def test_the_read_path_permits_what_the_oracle_permits(setting: Setting, on: Records, days: list[int]) -> None:
    person, helper, consent_ids = enter(setting, on)
    today: list[date] = [NOW]
    path = ReadPath(
        setting.engine, purposes(), Policies.shipped(), lambda: noon(today[0]), PSEUDONYM
    )  # fmt: skip
    for day in sorted(days):
        today[0] = NOW + timedelta(day)
        asked: list[tuple[Requester, str, int | None]] = [
            (someone(id_=person), "own.records", None),
            *((someone(role, helper), "own.records", None) for role in MANDATED),
            (staff(Role.SUPPORTER, "org:midori"), "support.own-duties", None),
            *((software(Role.BANK, "org:bank"), "bank.stay", place) for place in range(len(consent_ids))),
        ]
        for requester, purpose, consent in asked:
            basis = None if consent is None else ByConsent(consent_ids[consent])
            request: Request = setting.request(requester, purpose, basis, person)
            if may_read(on, requester.role, day, consent):
                assert path.read(request).number >= 1
            else:
                with pytest.raises(AccessRefusedError):
                    path.read(request)
