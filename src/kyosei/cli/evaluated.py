"""What a command evaluates: the case that files make, or what a journal shows through the read path."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kyosei.cli.arguments import read_input
from kyosei.cli.asking import Asker, now, purposes_under
from kyosei.errors import AccessRefusedError, InputError, QuestionError

if TYPE_CHECKING:
    from kyosei.access.purposes import Purposes
    from kyosei.cli.law_source import LawSource
    from kyosei.facts.statements import Case
    from kyosei.norms.compiler import CompiledLaw

__all__ = ["Input", "person_among", "read_each", "read_evaluated", "together"]


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
    """What the files say, or what the journal in `data` shows of the one person among `about`; as known at an instant.

    A look at the journal is logged, also if it is refused. norms: those asked for; QuestionError, and no look, for one that
    the purpose does not answer.
    """
    if data is not None:
        person_among(about)
    (found,) = read_each(names, data, about, known, as_of, asker, source, law, norms)
    return found


def read_each(
    names: Sequence[str] | None, data: Path | None, about: Sequence[str], known: int | None, as_of: int | None,
    asker: Asker, source: LawSource, law: CompiledLaw, norms: Sequence[str],
) -> list[Input]:  # fmt: skip
    """The same for each person among `about`, one look at each, all at one position of the journal.

    The first look that is refused ends it: who comes after is not looked at, and nothing is answered.
    """
    if data is None:
        return [_read_files(names, known, as_of, asker)]
    if names:
        raise InputError(
            "--data evaluates from a journal alone: leave out the files, or enter what they say; --about names persons"
        )
    persons = persons_among(about)
    requests = [asker.request(person, known) for person in persons]
    from kyosei.access.opening import open_read_path
    from kyosei.journal.embedded import ended_by_signals

    purposes = purposes_under(source, law)
    _check_answered(purposes, asker.purpose, norms)
    found: list[Input] = []
    with ended_by_signals(), open_read_path(data, os.environ, purposes, now) as path:
        for request in requests:
            try:
                shown = path.evaluate(request, as_of)
            except AccessRefusedError as error:
                if len(requests) == 1:
                    raise
                raise AccessRefusedError(error.refusal, f"{request.subject}: {error.message}") from error
            found.append(Input(shown.case, shown.known, shown.position, (request.subject,), shown.norms))
            as_of = shown.position
    return found


def _read_files(names: Sequence[str] | None, known: int | None, as_of: int | None, asker: Asker) -> Input:
    if not names:
        raise InputError("name case files, or with --data the data directory of a journal")
    if as_of is not None:
        raise InputError("--as-of is a position of a journal: name its data directory with --data")
    if not asker.is_silent():
        raise InputError("who looks and why is asked of a journal: name its data directory with --data")
    case = read_input(names)
    return Input(case, case.latest_recorded() if known is None else known)


def persons_among(about: Iterable[str]) -> list[str]:
    """The persons among parties, each written alone or after commas, each once. QuestionError if there is none."""
    parties = [id_.strip() for party in about for id_ in party.split(",")]
    persons = list(dict.fromkeys(id_ for id_ in parties if id_.startswith("person:")))
    if not persons:
        raise QuestionError("with --data, name with --about the person whose records are read, such as person:hoa")
    return persons


def person_among(about: Iterable[str]) -> str:
    """The one person among them. QuestionError unless there is just one."""
    persons = persons_among(about)
    if len(persons) != 1:
        raise QuestionError(f"this answers about one person at a time; name one with --about, here are {len(persons)}")
    return persons[0]


def together(inputs: Sequence[Input]) -> Case:
    """The parties of several cases in one, to call them by their names; there are no lines in it, unless it is one case."""
    if len(inputs) == 1:
        return inputs[0].case
    parties = {id_: party for one in inputs for id_, party in one.case.parties.items()}
    own = {id_: one.case.parties[id_] for one in inputs for id_ in one.subjects or () if id_ in one.case.parties}
    return replace(inputs[0].case, parties=parties | own, statements=(), coverages=(), heartbeats=(), withdrawals=(),
                   disputes=(), resolutions=())  # fmt: skip


def _check_answered(purposes: Purposes, purpose_id: str | None, norms: Iterable[str]) -> None:
    """QuestionError for a norm of which the purpose of the look does not read everything; before anything is read."""
    from kyosei.access.purposes import AboutNorms

    purpose = purposes.by_id.get(purpose_id or "")
    if purpose is None or not isinstance(purpose.reads, AboutNorms):
        return
    outside = [norm for norm in norms if norm not in purpose.reads.norms]
    if outside:
        answered = ", ".join(sorted(purpose.reads.norms))
        raise QuestionError(f"{outside[0]} is none of the norms of this purpose; it answers {answered}")
