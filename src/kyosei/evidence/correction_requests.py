"""Requests to correct a record, derived from what the person disputes in the records of offices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kyosei.facts.statements import Case, Statement
from kyosei.facts.vocabulary.records import CorrectionRequest
from kyosei.timelines.days import NEVER, legal_day

__all__ = ["derive_requests", "follows_from_a_dispute"]

_KIND: Final = CorrectionRequest.facts.name
_DERIVED: Final = "request:"
_OFFICES: Final = ("authority:", "municipality:")


def follows_from_a_dispute(statement: Statement) -> bool:
    """Whether nobody said it, and it was derived here."""
    return statement.kind == _KIND and statement.id.startswith(_DERIVED)


def derive_requests(case: Case, known: int) -> Iterator[Statement]:
    """One for each dispute that the person has with an office about a record of theirs, as known at an instant (microseconds).

    It lasts from the day on which the dispute was recorded until the day on which it was resolved or the record was taken
    back. The journal knows both, so no silence of the office makes it longer. What the person withdrew was never asked,
    and what was answered on its own day leaves nothing to wait for.
    """
    if not case.disputes:  # most lives; nothing else is looked through then
        return
    withdrawn = {one.target: one.recorded_at for one in case.withdrawals if one.recorded_at <= known}
    ended = _first((one.target, one.recorded_at) for one in case.resolutions if one.recorded_at <= known)
    records = {one.id: one for one in case.statements}
    told = {_print(one) for one in case.statements if one.kind == _KIND}
    for dispute in case.disputes:
        record = records.get(dispute.target)
        id_ = f"{_DERIVED}{dispute.id}"
        if record is None or dispute.id in withdrawn or dispute.recorded_at > known:
            continue
        if not record.source.startswith(_OFFICES) or dispute.by != record.about.get("person"):
            continue
        answered = [at for at in (ended.get(dispute.id), withdrawn.get(record.id)) if at is not None]
        began, until = legal_day(dispute.recorded_at), legal_day(min(answered)) if answered else NEVER
        if began < until:
            said_at = min(answered) if answered else dispute.recorded_at
            found = Statement(
                id_, _KIND, record.source, {"person": dispute.by, "office": record.source}, began, until,
                {"criminal_case": int(record.kind == "conduct.penalty")}, said_at, said_at,
            )  # fmt: skip
            if _print(found) not in told:
                yield found


def _print(request: Statement) -> object:
    """What tells one that was derived before from one that an office enters under its id, which ends nothing."""
    return request.id, request.from_day, request.until_day, request.recorded_at


def _first(instants: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for target, at in instants:
        found[target] = min(at, found.get(target, at))
    return found
