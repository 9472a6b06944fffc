"""What is on record about the organisations themselves: who they are, their vacations, and their signs of life."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kyosei.world.organisations.causes import fate_of
from kyosei.world.records.ledger import stamp
from kyosei.world.town import BANK, INSURER, LANDLORD, Organisation, Town

__all__ = ["SILENT_DAYS", "write_organisations"]

SILENT_DAYS = 60
"""For how long a silent organisation has told nothing."""
_SOURCES = ("authority:isa", "authority:pension-service", "authority:labour-office", INSURER)
_KNOWN_SINCE = date(2015, 4, 1)
Line = dict[str, object]


def write_organisations(town: Town) -> Iterator[Line]:
    """The lines of the file of organisations, complete with instants; nothing of them is lost."""
    yield {"type": "party", "id": BANK, "party": "organisation", "roles": ["bank"],
           "names": [{"script": "Jpan", "text": "共生銀行"}]}  # fmt: skip
    if town.households:
        yield {"type": "party", "id": LANDLORD, "party": "organisation", "roles": ["landlord"],
               "names": [{"script": "Jpan", "text": "共生住宅管理"}]}  # fmt: skip
    for source in _SOURCES:
        yield from _alive(source, town.known_day)
    for organisation in town.organisations():
        yield {
            "type": "party", "id": organisation.id, "party": "organisation", "roles": [organisation.role],
            "names": [{"script": script, "text": text} for script, text in organisation.names],
        }  # fmt: skip
        collapses_on = fate_of(town, organisation.id).collapses_on
        if not organisation.silent and (collapses_on is None or collapses_on > town.known_day):
            yield from _alive(organisation.id, town.known_day)
        match organisation.role:
            case "employer":
                yield from _profile(organisation)
            case "school":
                yield from _vacations(organisation, town.known_day)
            case _:
                pass


def _alive(source: str, known: date) -> Iterator[Line]:
    """A sign of life a week for a month, and one today."""
    for days in (28, 21, 14, 7, 0):
        day = known - timedelta(days)
        yield {"type": "heartbeat", "id": f"alive-{source}-{day.isoformat()}", "source": source, "stated_at": stamp(day),
               "recorded_at": stamp(day)}  # fmt: skip


def _profile(organisation: Organisation) -> Iterator[Line]:
    own = {
        "legal_form": "corporation" if organisation.corporation else "sole_proprietor", "industry": organisation.industry,
        "prefecture": organisation.prefecture, "regular_hours_per_week": 40, "regular_days_per_month": 21,
        "regular_staff": organisation.staff,
    }  # fmt: skip
    offices = {
        "covered_establishment": organisation.corporation,
        "ordinary_insured_workers": organisation.staff * 9 // 10,
    }
    for source, data in ((organisation.id, own), ("authority:pension-service", offices)):
        yield {
            "type": "statement", "id": f"profile-{organisation.id}-{source}", "kind": "employer.profile", "source": source,
            "about": {"employer": organisation.id}, "from": _KNOWN_SINCE.isoformat(), "until": None, "data": data,
            "stated_at": stamp(_KNOWN_SINCE), "recorded_at": stamp(_KNOWN_SINCE),
        }  # fmt: skip


def _vacations(school: Organisation, known: date) -> Iterator[Line]:
    """Each year's long vacations as the school's rules lay them down, told a year ahead, and that these are all."""
    about, count = {"school": school.id}, 0
    for year in (known.year - 1, known.year):
        for begins, until in ((date(year, 3, 1), date(year, 4, 1)), (date(year, 8, 1), date(year, 10, 1))):
            count += 1
            yield {
                "type": "statement", "id": f"vacation-{school.id}-{count}", "kind": "study.long_vacation",
                "source": school.id, "about": about, "from": begins.isoformat(), "until": until.isoformat(), "data": {},
                "stated_at": stamp(date(year - 1, 4, 1)), "recorded_at": stamp(date(year - 1, 4, 1)),
            }  # fmt: skip
    asked = known - timedelta(SILENT_DAYS + 1 if school.silent else 0)
    yield {
        "type": "coverage", "id": f"vacations-{school.id}", "kind": "study.long_vacation", "source": school.id,
        "about": about, "from": date(known.year - 2, 4, 1).isoformat(), "until": asked.isoformat(), "count": count,
        "stated_at": stamp(asked), "recorded_at": stamp(asked),
    }  # fmt: skip
