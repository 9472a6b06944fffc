"""What a status of residence permits of work, read off the record: by which article, and within which limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kyosei.evidence.known import Standing
from kyosei.facts.statements import Statement
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.tables.statuses import status_named
from kyosei.terms.citations import Provision

__all__ = ["WorkAnswer", "status_of", "work_answer"]

_STATUS: Final = "residence.status"
_PERMISSION: Final = "residence.work_permission"
_OFFICE: Final = "authority:isa"


@dataclass(frozen=True, slots=True)
class WorkAnswer:
    """key: any_work, work_of_the_status, within_28_hours, by_permission, as_designated, or permission_needed: the status alone
    permits none, and no permission is confirmed here. status: its slug, where the answer speaks of it.
    """

    key: str
    provision: Provision
    status: str | None = None


def status_of(standing: Standing, day: int) -> Statement | None:
    """The one status of residence that the office told for a day, or as the last one before; None where that is not settled."""
    told = [one for one in standing.statements if one.kind == _STATUS and one.source == _OFFICE and one.from_day <= day]
    if not told:
        return None
    ends = max(min(one.until_day, day + 1) for one in told)
    last = [one for one in told if min(one.until_day, day + 1) == ends]
    slugs = {one.data.get("status") for one in last}
    if len(slugs) != 1 or any(one.id in standing.unsettled for one in last):
        return None
    return last[0] if isinstance(last[0].data.get("status"), str) else None


def work_answer(standing: Standing, day: int) -> WorkAnswer | None:
    """What is permitted on a day on which the stay is lawful; None where it is not settled.

    Whether a permission goes on with the special period, the law does not say: then nothing is answered.
    """
    held = status_of(standing, day)
    if held is None:
        return None
    slug = str(held.data["status"])
    match status_named(slug).work:
        case "unrestricted":
            return WorkAnswer("any_work", IMMIGRATION_ACT.article("2-2", 2))
        case "authorised":
            return WorkAnswer("work_of_the_status", IMMIGRATION_ACT.article(19, 1, "1"), slug)
        case "designated":
            return WorkAnswer("as_designated", IMMIGRATION_ACT.article(19, 1, "1"))
        case "none":
            return _beside_the_status(standing, held, day)


def _beside_the_status(standing: Standing, held: Statement, day: int) -> WorkAnswer | None:
    scopes = _permissions(standing, day)
    if not scopes and held.until_day <= day and _permissions(standing, held.until_day - 1):
        return None
    if "comprehensive_28_hours" in scopes:
        return WorkAnswer("within_28_hours", IMMIGRATION_RULES.article(19, 5, "1"))
    if "individual" in scopes:
        return WorkAnswer("by_permission", IMMIGRATION_RULES.article(19, 5, "3"))
    return None if scopes else WorkAnswer("permission_needed", IMMIGRATION_ACT.article(19, 2))


def _permissions(standing: Standing, day: int) -> set[object]:
    """The scopes of the permissions that the office told for a day; one that is unsettled is there without its scope."""
    return {
        None if one.id in standing.unsettled else one.data.get("scope")
        for one in standing.statements
        if one.kind == _PERMISSION and one.source == _OFFICE and one.from_day <= day < one.until_day
    }
