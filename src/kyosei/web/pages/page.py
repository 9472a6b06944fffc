"""What a page is: a record beside its template. It declares where it is, for whom, and everything that its template may see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from kyosei.access.requests import Role
from kyosei.web.security.guards import BODY_BYTES_MAX
from kyosei.web.visit import Given, Go, NotHere, Shown, Visit

__all__ = ["EVERYBODY", "ORGANISATIONS", "PERSONS", "Answer", "Page"]

Answer = Shown | Go | Given | NotHere

EVERYBODY: frozenset[Role] = frozenset()
"""Also who is not signed in."""
PERSONS = frozenset((Role.PERSON, Role.REPRESENTATIVE, Role.GUARDIAN, Role.HELPER))
"""The person, and who acts for them."""
ORGANISATIONS = frozenset(
    (Role.EMPLOYER, Role.SCHOOL, Role.SUPPORTER, Role.BANK, Role.LANDLORD, Role.OFFICER)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """id: the name of its folder. shows: the dataclass whose fields its template `page.html` sees, which says its `words.yaml`;
    None: it has no template, and only leads on.

    show answers GET, take answers POST. in_menu: its key in the menu of the layout, if it is there.
    seconds_least: how long taking a form takes at least, so that the time tells nothing. body_most: how many bytes its form has
    at most. grave: whether what is visited is, or leads to, an act for which the visitor must have proved lately who they are.
    """

    id: str
    path: str
    roles: frozenset[Role]
    shows: type | None
    show: Callable[[Visit], Answer] | None = None
    take: Callable[[Visit], Answer] | None = None
    in_menu: bool = False
    seconds_least: float = 0.0
    body_most: int = BODY_BYTES_MAX
    grave: Callable[[Visit], bool] | None = None

    @property
    def folder(self) -> str:
        """Where it lies, in the portal."""
        return f"pages/{self.id}"

    @property
    def is_for_persons(self) -> bool:
        """Whether a person sees it, perhaps beside others: then its words are in the further languages, too."""
        return self.roles == EVERYBODY or bool(self.roles & PERSONS)

    def names(self) -> tuple[str, ...]:
        """What its template sees beside what the layout gives to every page."""
        return () if self.shows is None else tuple(field.name for field in fields(self.shows))
