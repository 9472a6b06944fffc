"""An immigration office with two officers and their keys, an applicant, and opinions that pass every check."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa

from kyosei.access.requests import Request
from kyosei.decisions.document import address_of
from kyosei.decisions.dossier import (
    Alternative,
    Authority,
    Delegation,
    Direction,
    Dossier,
    Impact,
    Notice,
    Opinion,
    Outcome,
    Result,
    Sentence,
    Weighed,
    Weight,
    Without,
)
from kyosei.decisions.drafting import Office, Read, draft, look
from kyosei.decisions.sealed import Sealed, sealed_dossier
from kyosei.decisions.sealing import act_line, examine_dossier, seal_line
from kyosei.decisions.shape import Day
from kyosei.norms.procedures import Weighing
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.evaluate import Loaded
from kyosei.wiring import procedures_of_japan
from tests.access.setting import Setting, staff
from tests.journal.fakes import HOUR
from tests.journal.fakes import Office as Institution

__all__ = ["ENGINEER", "HOA", "ISA", "OFFICER", "SECOND", "Deciding", "granting", "refusing"]

HOA, ISA, OFFICER, SECOND = "person:hoa", "authority:isa", "staff:4711", "staff:5000"
ENGINEER = "engineer-humanities-international"
_PURPOSES = {"renewal": "immigration.examination", "permanent": "immigration.permanent-residence"}
_ASKED = ("residence.status", "residence.application", "residence.decision")
_TOLD = (
    ("tax.instalment", "municipality:m"), ("pension.contribution", "authority:pension-service"),
    ("health.premium", "municipality:m"), ("residence.organisation_notice", ISA), ("home.registration", "municipality:m"),
    ("residence.address_notice", "municipality:m"), ("conduct.penalty", "authority:prosecutor"),
)  # fmt: skip


@dataclass
class Deciding:
    """Whoever is set up here has applied; `drafted` is what the officer is shown."""

    setting: Setting
    office: Office
    officer: Institution
    second: Institution
    application: str

    @staticmethod
    def on(engine: sa.Engine, law: Loaded, procedure: str = "renewal", person: str = HOA) -> Deciding:
        setting = Setting.on(engine)
        keys = [
            setting.world.register(ISA, human=human, entry_types=["decision", "assessment"])
            for human in (OFFICER, SECOND)
        ]
        office = Office(engine, setting.path, law, procedures_of_japan())
        made = Deciding(setting, office, keys[0], keys[1], "")
        made.application = made.applied(person, procedure)
        return made

    def applied(self, person: str, procedure: str) -> str:
        """The records of an application, with the registers told of in whole; its id."""
        about = {"person": person}
        held = {"status": ENGINEER, "granted_period": "P3Y"}
        for kind in _ASKED:
            self._told(kind, ISA, person)
        self.setting.state("residence.status", ISA, about, held, from_="2024-04-01", until="2027-03-01")
        for kind, source in _TOLD:
            self._told(kind, source, person)
        data = {"procedure": procedure, "for_status": ENGINEER if procedure == "renewal" else "permanent-resident"}
        return self.setting.state("residence.application", ISA, about, data, on="2026-11-20")

    def found(self, factor: str, finding: str, person: str = HOA) -> str:
        """A finding of the office that is on record."""
        data = {"factor": factor, "finding": finding, "reasons": "on file", "author_role": "inspector"}
        about = {"person": person, "office": ISA}
        return self.setting.state("assessment.factor", ISA, about, data, on="2026-11-21")

    def request(self, person: str = HOA, procedure: str = "renewal", by: str = OFFICER) -> Request:
        return self.setting.request(staff(id_=by), _PURPOSES[procedure], subject=person, case=self.application)

    def read(self, procedure: str = "renewal") -> Read:
        return look(self.office, self.request(procedure=procedure), self.application)

    def drafted(self, procedure: str = "renewal") -> Dossier:
        return draft(self.read(procedure), ISA, OFFICER, "kyosei test", self.now)

    @property
    def now(self) -> int:
        return self.setting.world.now[0]

    def seal(self, dossier: Dossier, procedure: str = "renewal") -> str:
        """Seals it; its address."""
        self.setting.world.later()
        examined = examine_dossier(self.office, self.request(procedure=procedure), dossier, self.now)
        self.setting.world.journal.submit_one(self.officer.sign(seal_line(examined, self.now - HOUR // 2)))
        return address_of(examined.dossier)

    def sealed(self, address: str, procedure: str = "renewal") -> Sealed:
        """As its own office is shown it."""
        return sealed_dossier(self.setting.path, self.request(procedure=procedure), address)

    def act(self, what: str, address: str, by: str = SECOND, **more: str) -> None:
        """Does something about a sealed dossier."""
        self.setting.world.later()
        line = act_line(what, address, by, ISA, self.now - HOUR // 2, **more)
        self.setting.world.journal.submit_one((self.second if by == SECOND else self.officer).sign(line))

    def _told(self, kind: str, source: str, person: str) -> None:
        self.setting.enter({
            "type": "coverage", "kind": kind, "source": source, "about": {"person": person}, "from": "1900-01-01",
        })  # fmt: skip


def _opinion(dossier: Dossier) -> Opinion:
    """What both opinions have in common."""
    assembled = dossier.assembled
    weighed = tuple(
        Weighed(one.id, True, Direction.NEUTRAL, Weight.NONE, f"looked at {one.id}", one.findings)
        for one in assembled.factors
        if one.weighing is Weighing.MANDATORY
    )
    return replace(
        dossier.opinion,
        authority=Authority(ISA, OFFICER, Delegation(
            "order of the regional director", "326CO0000000319/69-2", Day(day_from_date(date(2026, 4, 1)))
        )),
        discretion="art. 21 (3) leaves it to the office whether there is a good reason to renew",
        factors=weighed,
        impact=Impact("stays in work and home", family=False),
        on_verdicts="what is open is mine to judge, and I have judged it above",
        notice=Notice("en", "the applicant wrote in English"),
    )  # fmt: skip


def _weighing(opinion: Opinion, factor: str, direction: Direction) -> tuple[Weighed, ...]:
    return tuple(
        replace(one, direction=direction, weight=Weight.DECISIVE, without=Without.OTHER) if one.id == factor else one
        for one in opinion.factors
    )


def granting(dossier: Dossier, status: str = ENGINEER, period: str = "P3Y", factor: str = "status_fit") -> Dossier:
    """A permission that passes every check."""
    opinion = _opinion(dossier)
    reason = Sentence("The work agreed on belongs to the status, and nothing on record speaks against it.", (factor,))
    why_so_long = Sentence("The contract has no end, and the work is the same as in the three years before.", (factor,))
    opinion = replace(
        opinion, factors=_weighing(opinion, factor, Direction.FOR), reasons=(reason,),
        outcome=Outcome(Result.GRANTED, status, period), period_reasons=(why_so_long,),
    )  # fmt: skip
    return replace(dossier, opinion=opinion)


def refusing(dossier: Dossier, factor: str = "status_fit") -> Dossier:
    """A refusal that passes every check, where the factor's requirement is not met."""
    opinion = _opinion(dossier)
    said = next(one for one in dossier.assembled.factors if one.id == factor)
    why = "What the applicant is going to do does not belong to the status that was asked for."
    reason = Sentence(why, (factor, *said.findings))
    opinion = replace(
        opinion, factors=_weighing(opinion, factor, Direction.AGAINST), reasons=(reason,), outcome=Outcome(Result.REFUSED),
        alternatives=(Alternative("a shorter period", "it would be for the same activity"),),
        notice=replace(opinion.notice, remedy="action-for-annulment"),
    )  # fmt: skip
    return replace(dossier, opinion=opinion)
