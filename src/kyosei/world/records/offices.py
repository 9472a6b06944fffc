"""What the offices write down: immigration, the municipality, the school that keeps a roll."""

from __future__ import annotations

from datetime import timedelta

from kyosei.world.events import Life, Stay
from kyosei.world.records.ledger import Ledger
from kyosei.world.town import Town

__all__ = ["ISA", "write_offices"]

ISA = "authority:isa"
_ASKED_OF_ISA = (
    "residence.status", "residence.application", "residence.decision", "residence.work_permission",
    "residence.organisation_notice", "residence.basis", "residence.presence",
)  # fmt: skip
_INQUIRY_DAYS = 5
_LOOKED_AFTER_DAYS, _BOOKED_AFTER_DAYS = 20, 4


def write_offices(town: Town, life: Life, ledger: Ledger) -> None:
    """The records of immigration, municipality and school, and their answers."""
    ledger.state("person.particulars", ISA, life.landed, data={"nationality": life.nationality, "sex": life.sex})
    ledger.state("residence.presence", ISA, life.landed, life.left_on, told_on=life.left_on or life.landed,
                 data={"re_entry": "none"} if life.left_on else None)  # fmt: skip
    for stay in life.stays:
        _write_stay(life, ledger, stay)
    for permission in life.permissions:
        ledger.state(
            "residence.work_permission", ISA, permission.from_day, permission.until, told_on=permission.told_on,
            held_on=permission.from_day, data={"scope": "comprehensive_28_hours"},
        )  # fmt: skip
    _write_filings(life, ledger)
    for organisation, event, event_on, received in life.notices:
        ledger.state("residence.organisation_notice", ISA, received, about={"organisation": organisation},
                     data={"event": event, "event_on": event_on.isoformat()})  # fmt: skip
    _write_home(life, ledger)
    _write_tax(life, ledger)
    for study in life.studies:
        about = {"school": study.school}
        ledger.state("study.enrolment", study.school, study.from_day, study.until, told_on=study.until, about=about,
                     data={"course": study.course, "mode": "day", "full_time": True})  # fmt: skip
        ledger.answer("study.enrolment", study.school, about=about)
    for kind in _ASKED_OF_ISA:
        ledger.answer(kind, ISA)
    expired = life.stay.until
    if expired is not None and expired + timedelta(_INQUIRY_DAYS) < town.known_day:
        for kind in ("residence.status", "residence.application", "residence.decision", "residence.basis",
                     "residence.presence"):  # fmt: skip
            ledger.answer(kind, ISA, asked_on=expired + timedelta(_INQUIRY_DAYS))


def _write_stay(life: Life, ledger: Ledger, stay: Stay) -> None:
    data = {
        "status": stay.status, "granted_period": stay.period, "subclass": stay.subclass,
        "designated_organisation": stay.designated, "field": stay.field,
    }  # fmt: skip
    ledger.state(
        "residence.status", ISA, stay.from_day, stay.until, told_on=stay.told_on, held_on=stay.from_day, data=data
    )


def _write_filings(life: Life, ledger: Ledger) -> None:
    for filing in life.filings:
        data = {"procedure": filing.procedure, "for_status": filing.for_status}
        ledger.state("residence.application", ISA, filing.filed_on, told_on=filing.told_on, held_on=filing.filed_on,
                     data=data)  # fmt: skip
        if filing.outcome is not None and filing.decided_on is not None:
            ledger.state("residence.decision", ISA, filing.decided_on,
                         data={"procedure": filing.procedure, "outcome": filing.outcome})  # fmt: skip


def _write_tax(life: Life, ledger: Ledger) -> None:
    """The municipality tells of an instalment when it is paid, or that by then it is not; and how many it has told of."""
    for one in life.instalments:
        data: dict[str, object] = {
            "tax": "resident", "fiscal_year": one.fiscal_year, "number": one.number, "amount_yen": one.amount_yen,
            "collection": "ordinary" if one.collector is None else "special",
        }  # fmt: skip
        about = None if one.collector is None else {"collector": one.collector}
        looked = one.due + timedelta(_LOOKED_AFTER_DAYS)
        if one.paid_on is None:
            entered, booked = looked + timedelta(_BOOKED_AFTER_DAYS), {"unpaid_as_of": looked.isoformat()}
        else:
            entered, booked = one.paid_on + timedelta(_BOOKED_AFTER_DAYS), {"paid_on": one.paid_on.isoformat()}
        ledger.state("tax.instalment", life.municipality, one.due, told_on=one.told_on or entered, held_on=entered,
                     about=about, data=data | booked)  # fmt: skip
    ledger.answer("tax.instalment", life.municipality)


def _write_home(life: Life, ledger: Ledger) -> None:
    moved = life.landed + timedelta(3)
    about = {"municipality": life.municipality}
    ledger.state("residence.address_notice", life.municipality, moved + timedelta(4), about=about,
                 data={"event": "landing", "moved_on": moved.isoformat()})  # fmt: skip
    ledger.state("home.registration", life.municipality, moved, life.left_on, told_on=life.left_on or moved + timedelta(4),
                 about=about)  # fmt: skip
    ledger.answer("residence.address_notice", life.municipality, about=about)
