"""Who reads records from the command line, for which purpose and by what right: the options that these commands share."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import wraps
from inspect import Parameter, Signature, signature
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from kyosei.cli.arguments import read_day
from kyosei.errors import QuestionError

if TYPE_CHECKING:
    from kyosei.access.purposes import Purposes
    from kyosei.access.requests import Request, Requester
    from kyosei.cli.law_source import LawSource
    from kyosei.norms.compiler import CompiledLaw

__all__ = ["OWN_PROVISION", "Asker", "now", "purposes_under", "requester_of", "with_asker"]

OWN_PROVISION: Final = "415AC0000000057/76/1"
"""Act on the Protection of Personal Information art. 76(1): anybody may see what is held about them."""


@dataclass(frozen=True, slots=True)
class Asker:
    """What the options say of who looks, why and by what right, as they were written."""

    purpose: str | None
    role: str | None
    actor: str | None
    organisation: str | None
    basis: str | None
    consent: str | None
    case: str | None
    on_behalf_of: str | None
    withheld_until: str | None

    def is_silent(self) -> bool:
        """Whether none of the options is given."""
        return not any(asdict(self).values())

    def working_for(self, organisation: str | None) -> Asker:
        """The same, who works for an organisation if nothing else is said."""
        named = organisation is not None and not organisation.startswith("person:")
        return replace(self, organisation=organisation) if named and self.organisation is None else self

    def request(self, person: str, known: int | None) -> Request:
        """The request for a look at a person's records; what else is missing, the read path refuses and logs.

        QuestionError if it does not say who looks, in which role; AccessRefusedError if an id is none.
        """
        from kyosei.access.requests import Request, Role, read_basis

        if self.actor is None:
            raise QuestionError("say with --as who looks: staff:…, person:… or software:…")
        if self.role not in tuple(Role):
            wrong = "say with --role in which role they look" if self.role is None else f"--role {self.role} is none"
            raise QuestionError(f"{wrong}; there are {', '.join(Role)}")
        basis = read_basis(self.basis, self.consent, "--basis", "--consent")
        withheld_day = None if self.withheld_until is None else read_day(self.withheld_until, "--withheld-until")
        return Request(
            requester_of(self.actor, self.role, self.organisation), person, self.purpose,
            basis, self.on_behalf_of, self.case, known, withheld_day,
        )  # fmt: skip


_OPTIONS: Final[Mapping[str, object]] = MappingProxyType({
    "purpose": Annotated[
        str | None, typer.Option(metavar="ID", help="For which purpose; `kyosei person purposes` lists them.")
    ],
    "role": Annotated[str | None, typer.Option(metavar="ROLE", help="In which role, such as officer or employer.")],
    "actor": Annotated[
        str | None, typer.Option("--as", metavar="ID", help="Who looks: staff:…, person:… or software:….")
    ],
    "organisation": Annotated[str | None, typer.Option(metavar="PARTY", help="For whom they work.")],
    "basis": Annotated[
        str | None, typer.Option(metavar="PROVISION", help="By which provision: LAW/ARTICLE[/PARAGRAPH[/ITEM]].")
    ],
    "consent": Annotated[str | None, typer.Option(metavar="ID", help="By which consent of the person.")],
    "case": Annotated[str | None, typer.Option(metavar="REFERENCE", help="The office's own reference.")],
    "on_behalf_of": Annotated[
        str | None, typer.Option(metavar="PERSON", help="For whom they act by a mandate.")
    ],
    "withheld_until": Annotated[
        str | None,
        typer.Option(metavar="DATE", help="From which day the person may see it, where the law lets it wait."),
    ],
})  # fmt: skip
"""The options of an `Asker`, by its fields."""


def with_asker(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options above in place of its parameter `asker`."""

    @wraps(command)
    def called(*arguments: Any, **given: Any) -> None:  # Any: what Typer read for each parameter
        asker = Asker(**{name: given.pop(name) for name in _OPTIONS})
        command(*arguments, asker=asker, **given)

    own = [one for one in signature(command, eval_str=True).parameters.values() if one.name != "asker"]
    options = [Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=of) for name, of in _OPTIONS.items()]
    called.__signature__ = Signature([*own, *options])  # type: ignore[attr-defined]  # inspect.signature reads it
    return called


def now() -> int:
    """The clock of the read path, in microseconds."""
    return time.time_ns() // 1_000


def purposes_under(source: LawSource, law: CompiledLaw) -> Purposes:
    """The declared purposes, as far as this law, which may be an earlier one, has their norms."""
    from kyosei.access.purposes import load_purposes, purposes_within
    from kyosei.facts.vocabulary import KINDS

    return load_purposes(purposes_within(source.purposes(), law), law, KINDS)


def requester_of(id_: str, role: str, organisation: str | None) -> Requester:
    """Who looks. AccessRefusedError if an id is none."""
    from kyosei.access.requests import Requester, Role
    from kyosei.journal.entries import Actor, ActorKind

    kind = ActorKind.SOFTWARE if id_.startswith("software:") else ActorKind.HUMAN
    return Requester(Actor(kind, id_), Role(role), organisation)
