"""The employment itself, as a kind that nobody states: it is told by every record that presupposes it.

Any one of the employer, the labour office, the Pension Service, a bank or a municipality settles that an employment
exists, so that an employer who stays away cannot make a job unprovable (DESIGN.md §1).
"""

from __future__ import annotations

from kyosei.facts.kinds import Anyone, Authority, Kind, TheParty
from kyosei.facts.scopes import EMPLOYMENT

__all__ = ["EmploymentRelation"]


class EmploymentRelation(
    Kind,
    name="work.employment",
    ja="雇用関係",
    en="Employment",
    about=("person", "employer"),
    holders=(
        TheParty("employer"),
        Authority("labour-office"),
        Authority("pension-service"),
        Anyone("bank"),
        Anyone("municipality"),
    ),
    lag_days=14,
    scope=EMPLOYMENT,
    settled_by_any=True,
):
    """Evidence derives its statements (evidence.derived)."""
