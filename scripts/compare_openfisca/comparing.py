"""Asks both about every life and says where they differ.

Of a premium OpenFisca says an amount. An employer that withholds exactly this (up to fifty sen dropped, more rounded up)
must be within our limit, and with one yen more beyond it; then the two agree. So ours is asked through the verdict that
a worker sees, not through a formula of its own.
"""

from __future__ import annotations

import json
import math
import subprocess
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, assert_never

from kyosei.facts.case_file import read_case
from kyosei.law.jp.tables.social_insurance import (
    HEALTH_STANDARD_REMUNERATION,
    NATIONAL_PENSION_PREMIUM,
    PENSION_STANDARD_REMUNERATION,
)
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.check import examine, find_norm
from kyosei.verdicts.segments import Glance
from kyosei.wiring import open_law
from scripts.compare_openfisca.lives import WORKER, Life, lines_of, standard_on, their_facts
from scripts.compare_openfisca.questions import Question
from scripts.compare_openfisca.reasons import Reason

__all__ = ["Compared", "Difference", "Theirs", "ask_openfisca", "compare"]

_HIGHER_PAY_YEN = 10_000_000
_NOT_OURS = ("deducted_yen", "excess_yen")
"""Figures that repeat what was withheld."""


@dataclass(frozen=True, slots=True)
class Person:
    """Lives that differ in nothing but the day, and in nothing that depends on it."""

    life: Life
    standard_yen: int


@dataclass(frozen=True, slots=True)
class Difference:
    """`theirs` and `ours` as words; `reasons`: those that were said beforehand to touch this life, none if it is unforeseen."""

    question: Question
    life: Life
    theirs: str
    ours: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One question over all its lives."""

    question: Question
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Theirs:
    """OpenFisca's versions, the names of all its variables, and for each question its number for every life."""

    versions: Mapping[str, str]
    variables: tuple[str, ...]
    numbers: tuple[tuple[float, ...], ...]


def ask_openfisca(python: str, questions: Sequence[Question]) -> Theirs:
    """OpenFisca's answers, from the interpreter `python`. OSError or CalledProcessError if it cannot run there."""
    asked, places = [], []
    for number, question in enumerate(questions):
        for day, lives in _by_day(question).items():
            people, households = {}, []
            for place, life in lives:
                members = [f"p{place}", f"base{place}"] if life.bonus_yen else [f"p{place}"]
                people[f"p{place}"] = their_facts(life)
                if life.bonus_yen:
                    people[f"base{place}"] = {**their_facts(life), "収入": 12 * life.pay_yen, "年1回目の賞与": 0}
                if life.of_higher_pay:
                    people[f"other{place}"] = {"収入": _HIGHER_PAY_YEN}
                    members.append(f"other{place}")
                households.append(members)
            asked.append(
                {"day": day.isoformat(), "variables": question.variables, "people": people, "households": households}
            )
            places.append((number, [place for place, _ in lives]))
    ran = subprocess.run(
        [python, str(Path(__file__).with_name("answers.py"))], input=json.dumps(asked), capture_output=True, text=True,
        check=True, encoding="utf-8",
    )  # fmt: skip
    answered: dict[str, Any] = json.loads(ran.stdout)  # Any: JSON
    numbers = [[math.nan] * len(question.lives) for question in questions]
    for (number, of_day), answer in zip(places, answered["answers"], strict=True):
        for place in of_day:
            per_person = [values[f"p{place}"] - values.get(f"base{place}", 0) for values in answer.values()]
            numbers[number][place] = float(sum(per_person))
    return Theirs(answered["versions"], tuple(answered["variables"]), tuple(map(tuple, numbers)))


def _by_day(question: Question) -> dict[date, list[tuple[int, Life]]]:
    """The lives by the day for which OpenFisca is asked: of employment insurance the day on which the wage is paid."""
    days: dict[date, list[tuple[int, Life]]] = defaultdict(list)
    later = timedelta(days=1 if question.id == "employment-insurance" else 0)
    for place, life in enumerate(question.lives):
        days[life.day + later].append((place, life))
    return days


def compare(question: Question, numbers: Sequence[float]) -> Compared:
    """Where ours and OpenFisca's numbers differ about a question."""
    differences = [
        Difference(question, life, theirs, ours, tuple(reason for reason in question.reasons if reason.touches(life)))
        for life, (theirs, ours) in zip(question.lives, _both_say(question, numbers), strict=True)
        if theirs != ours
    ]
    return Compared(question, tuple(differences))


def _both_say(question: Question, numbers: Sequence[float]) -> list[tuple[str, str]]:
    """For each life what OpenFisca says and what ours says, in the same words where they agree."""
    match question.answer:
        case "insured":
            ours = _answers(question, [0] * len(numbers))
            return [
                ("yes" if number else "no", "yes" if answer.segment.state == "met" else "no")
                for number, answer in zip(numbers, ours, strict=True)
            ]
        case "listed":
            lives = zip(question.lives, numbers, strict=True)
            return [(f"{number / 12:.0f} yen", f"{_national(life.day)} yen") for life, number in lives]
        case "withheld_next_month":
            return _of_amounts(question, [_to_the_yen(number / 12, digits=2) for number in numbers])
        case "withheld_from_bonus":
            return _of_amounts(question, [_to_the_yen(number, digits=1) for number in numbers])
        case _:
            assert_never(question.answer)


def _of_amounts(question: Question, yen: Sequence[int]) -> list[tuple[str, str]]:
    exact, more = _answers(question, yen), _answers(question, [amount + 1 for amount in yen])
    return [
        (
            f"{amount} yen",
            f"{amount} yen" if (at.segment.state, above.segment.state) == ("met", "unmet") else _figures(at),
        )
        for amount, at, above in zip(yen, exact, more, strict=True)
    ]


def _to_the_yen(amount: float, *, digits: int) -> int:
    """Up to fifty sen are dropped, more are rounded up. OpenFisca reckons in single precision: so many digits of it count."""
    return math.ceil(round(amount, digits) - 0.5)


def _figures(answer: Glance) -> str:
    return ", ".join(f"{name} {low}" for name, low, _ in answer.segment.figures if name not in _NOT_OURS)


def _national(day: date) -> int | None:
    return next(row.value for row in reversed(NATIONAL_PENSION_PREMIUM.values) if row.from_day <= day)


def _answers(question: Question, withheld_yen: Sequence[int]) -> list[Glance]:
    """The answer of the question's norm about every life, if so much was withheld.

    Lives that differ in nothing but the day are one person: the whole history of a person comes of one evaluation.
    """
    grades = HEALTH_STANDARD_REMUNERATION if question.norm.startswith("jp.health") else PENSION_STANDARD_REMUNERATION
    persons: dict[Person, list[int]] = defaultdict(list)
    for place, life in enumerate(question.lives):
        persons[Person(replace(life, day=date.min), standard_on(grades, life.day, life.pay_yen))].append(place)
    later = timedelta(days=1 if question.answer == "withheld_next_month" else 0)
    found: dict[int, Glance] = {}
    loaded = open_law()
    norm = find_norm(loaded, question.norm)
    for person, places in persons.items():
        withheld = {question.lives[place].day: withheld_yen[place] for place in places}
        lines = lines_of(person.life, standard_yen=person.standard_yen, withheld_yen=withheld)
        case = read_case([(question.id, "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode())])
        (examined,) = examine(loaded, case, case.latest_recorded() or 0, [WORKER])
        for place in places:
            found[place] = examined.glance(norm, 0, day_from_date(question.lives[place].day + later))
    return [found[place] for place in range(len(question.lives))]
