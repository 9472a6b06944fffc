"""What only an official can find: open(judgement) until the finding is on record, with its author and reasons.

A finding belongs to the application in which it was made: the next application to the immigration office opens the
question again. Contrary findings in one procedure leave it open; an office that was wrong replaces its finding.
"""

from __future__ import annotations

from kyosei.facts.scopes import PERSON, Person
from kyosei.facts.vocabulary.family import AssessmentFactor
from kyosei.facts.vocabulary.immigration import ResidenceApplication
from kyosei.law.jp.on_record import told
from kyosei.terms.citations import Provision
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, always, any_one, item, since
from kyosei.terms.text import Text

__all__ = ["assessed", "found", "weighed"]


def _stands(person: Person, factor: str, finding: str) -> Cond:
    """Such a finding is on record, and no application has been filed since."""
    recorded = AssessmentFactor.at(person).where(
        AssessmentFactor.factor.is_(factor), AssessmentFactor.finding.is_(finding)
    )
    return told(since(recorded.happened(), reset=told(ResidenceApplication.at(person).happened())))


def found(person: Person, factor: str) -> Cond:
    """The office has found it, on record; without a record, no. For what an applicant has to bring forward."""
    return _stands(person, factor, "yes") & ~_stands(person, factor, "no")


def assessed(person: Person, factor: str, number: str | None, text: Text, provision: Provision) -> Cond:
    """A requirement that an official assesses: as found; open(judgement) without a finding."""
    refused = _stands(person, factor, "no") & ~_stands(person, factor, "yes")
    waits = always(PERSON).waits_for_judgement()
    return item(number, text, any_one(found(person, factor), all_of(~refused, waits)), provision)


def weighed(person: Person, factor: str, number: str | None, text: Text, provision: Provision) -> Cond:
    """A factor that is weighed with all others: yes if found so, else open(judgement); no finding makes it a no."""
    waits = always(PERSON).waits_for_judgement()
    return item(number, text, any_one(found(person, factor), waits), provision)
