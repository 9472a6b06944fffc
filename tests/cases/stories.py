"""A town whose watch and cases are brought up to date together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kyosei.cases.book import CaseBook, case_documents
from kyosei.verdicts.evaluate import Loaded
from kyosei.watch.following import Watch
from tests.journal.fakes import Office
from tests.watch.towns import Town

__all__ = ["JOB", "KEPT_PASSPORT", "TRAINEE", "Followed"]

Document = Mapping[str, Any]  # Any: JSON
JOB = {"person": "person:a", "employer": "org:x"}
_SAID: Document = {"type": "statement", "until": None, "stated_at": "2026-11-20T10:00:00+09:00"}
TRAINEE: tuple[Document, ...] = (
    {"type": "party", "id": "person:a", "party": "person", "born": "1990-01-01"},
    {"type": "party", "id": "org:x", "party": "organisation", "roles": ["employer"]},
    {**_SAID, "id": "job", "kind": "work.contract", "source": "org:x", "about": JOB, "from": "2026-10-01",
     "data": {"hours_per_week": 40, "employment_type": "fixed_term"}},
    {**_SAID, "id": "status", "kind": "residence.status", "source": "authority:isa", "about": {"person": "person:a"},
     "from": "2026-03-01", "until": "2027-03-01",
     "data": {"status": "technical-intern-training", "granted_period": "P1Y"}},
)  # fmt: skip
"""Somebody who trains with an employer."""
KEPT_PASSPORT: Document = {
    **_SAID, "id": "kept", "kind": "work.kept_item", "source": "person:a", "about": JOB, "from": "2026-10-01",
    "data": {"item": "passport"},
}  # fmt: skip
"""The trainee's own word that the employer keeps the passport."""


@dataclass
class Followed:
    """A town, its watch, and its book of cases."""

    town: Town
    watch: Watch
    book: CaseBook
    operator: Office

    @staticmethod
    def on(engine: sa.Engine, law: Loaded, **how: Any) -> Followed:
        town = Town.on(engine)
        operator = town.world.register(
            "org:operator", human="staff:kimura", entry_types=["case_act"], valid_from=town.world.now[0]
        )
        return Followed(town, town.watch(law, **how), CaseBook(engine, law.law), operator)

    def catch_up(self) -> None:
        self.watch.catch_up()
        self.book.catch_up()

    def cases(self, *, closed: bool = True, owner: str | None = None) -> list[Document]:
        with self.town.engine.connect() as connection:
            return case_documents(connection, owner=owner, closed=closed)

    def case(self, norm: str) -> Document:
        """The latest task about a norm."""
        found = [one for one in self.cases() if norm in one["norms"] and one["sort"] == "task"]
        return max(found, key=lambda one: one["opened_at"])

    def arrived(self, case: str) -> None:
        """A receipt says that the notice of a case, as it stands, was delivered now."""
        found = next(one for one in self.cases() if one["id"] == case)
        root = Office("org:operator", self.town.world.root)
        self.act(root, case, "delivered", event=f"{found['told_by']}.{case}")

    def act(self, by: Office, case: str, act: str, source: str | None = None, **more: Any) -> None:
        """Signs and enters an act, and brings everything up to date."""
        self.town.world.now[0] += 1
        line = {
            "type": "case_act", "id": self.town.world.number("act"), "case": case, "act": act, "reason": "as told",
            "source": source or by.party, "stated_at": _text(self.town.world.now[0]), **more,
        }  # fmt: skip
        self.town.world.journal.submit_one(by.sign(line))
        self.catch_up()


def _text(microseconds: int) -> str:
    from tests.journal.fakes import at

    return at(microseconds)
