"""What a command evaluates: the case that files make, or what a journal shows through the read path."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kyosei.cli.arguments import read_input
from kyosei.cli.asking import Asker, now, purposes_under
from kyosei.errors import InputError, QuestionError

if TYPE_CHECKING:
    from kyosei.cli.law_source import LawSource
    from kyosei.facts.statements import Case
    from kyosei.norms.compiler import CompiledLaw

__all__ = ["Input", "check_answered", "person_among", "read_evaluated"]


@dataclass(frozen=True, slots=True)
class Input:
    """What is evaluated. From a journal: its `position`, the `subjects` about whom the case has what `norms` read.

    norms: those that the purpose of the look answers; None: all.
    """

    case: Case
    known: int | None
    position: int | None = None
    subjects: tuple[str, ...] | None = None
    norms: frozenset[str] | None = None

    def said(self) -> dict[str, object]:
        """What an answer in JSON says beside the rest."""
        return {} if self.position is None else {"position": self.position}

    def answers(self, norm: str) -> bool:
        """Whether the case has what this norm reads."""
        return self.norms is None or norm in self.norms


def read_evaluated(
    names: Sequence[str] | None, data: Path | None, about: Sequence[str], known: int | None, as_of: int | None,
    asker: Asker, source: LawSource, law: CompiledLaw, norms: Sequence[str],
) -> Input:  # fmt: skip
    """What the files say, or what the journal in `data` shows of the person among `about`; as known at an instant.

    A look at the journal is logged, also if it is refused. norms: those asked for; QuestionError for one that the
    purpose does not answer.
    """
    if data is None:
        if not names:
            raise InputError("name case files, or with --data the data directory of a journal")
        if as_of is not None:
            raise InputError("--as-of is a position of a journal: name its data directory with --data")
        if not asker.is_silent():
            raise InputError("who looks and why is asked of a journal: name its data directory with --data")
        case = read_input(names)
        return Input(case, case.latest_recorded() if known is None else known)
    if names:
        raise InputError("--data evaluates from a journal alone: leave out the files, or enter what they say")
    person = person_among(about)
    request = asker.request(person, known)
    from kyosei.access.opening import open_read_path
    from kyosei.journal.embedded import ended_by_signals

    purposes = purposes_under(source, law)
    with ended_by_signals(), open_read_path(data, os.environ, purposes, now) as path:
        found = path.evaluate(request, as_of)
    evaluated = Input(found.case, found.known, found.position, (person,), found.norms)
    check_answered(evaluated, norms)
    return evaluated


def person_among(about: Iterable[str]) -> str:
    """The one person among parties, each written alone or after commas. QuestionError unless there is just one."""
    parties = [id_.strip() for party in about for id_ in party.split(",")]
    persons = list(dict.fromkeys(id_ for id_ in parties if id_.startswith("person:")))
    if len(persons) != 1:
        raise QuestionError(
            "with --data, name with --about the person whose records are read, such as person:hoa"
            + (f"; each look is at one person's, here are {len(persons)}" if persons else "")
        )
    return persons[0]


def check_answered(evaluated: Input, norms: Iterable[str]) -> None:
    """QuestionError for a norm of which the purpose of the look does not read everything."""
    outside = [norm for norm in norms if not evaluated.answers(norm)]
    if outside and evaluated.norms is not None:
        raise QuestionError(
            f"{outside[0]} is none of the norms of this purpose; it answers {', '.join(sorted(evaluated.norms))}"
        )
