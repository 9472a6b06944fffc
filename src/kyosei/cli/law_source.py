"""Where a command gets the law from: wiring hands in how to open it, so that no command pays for what it does not use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer

    from kyosei.access.purposes import Purpose
    from kyosei.journal.database import Database
    from kyosei.norms.compiler import CompiledLaw
    from kyosei.norms.gateways import Gateway
    from kyosei.norms.procedures import Procedure
    from kyosei.statutes.sources import LegalSources
    from kyosei.verdicts.evaluate import Loaded

__all__ = ["LawSource", "Serving"]


@dataclass(frozen=True, slots=True)
class Serving:
    """How the portal is served. origin: None for the own machine alone. try_roles: whether anybody may be anybody. issuer,
    client_id, client_secret: the provider of sign-in, and as what it knows us; None for none. log_requests, metrics_port,
    collector: what whoever runs it wants to see. processes: how many answer.
    """

    port: int
    origin: str | None
    try_roles: bool
    issuer: str | None = None
    client_id: str | None = None
    client_secret: str | None = None
    log_requests: bool = False
    metrics_port: int | None = None
    collector: str | None = None
    processes: int = 1


Serve = Callable[[Path, "Database", Serving], None]
"""(data directory, its open database, how) → when it was ended."""


@dataclass(frozen=True, slots=True)
class LawSource:
    """`open_law`: ready to evaluate, with kernels; given a version, that one, else as it is now. QuestionError if there is no
    such version. `compile_law`: only its norms, which loads no kernel. `purposes`: for which records are read
    under it. `sources`: what the law rests on, and its cases. `open_drafts`: the law with its drafts, for what-if alone.
    `guidance`: what notices say about single norms, as YAML by file. `gateways`: through which a case passes between offices.
    procedures: how applications are decided. `serve`: runs the portal.
    """

    open_law: Callable[[str | None], Loaded]
    compile_law: Callable[[], CompiledLaw]
    purposes: Callable[[], Sequence[Purpose]]
    sources: Callable[[], LegalSources]
    open_drafts: Callable[[], Loaded]
    guidance: Callable[[], Mapping[str, str]] = dict
    gateways: Callable[[], Sequence[Gateway]] = tuple
    procedures: Callable[[], Sequence[Procedure]] = tuple
    serve: Serve | None = None

    @staticmethod
    def of(context: typer.Context) -> LawSource:
        """The source that `run` put into the context."""
        source = context.obj
        assert isinstance(source, LawSource)
        return source
