"""`kyosei serve`: the portal and its API, with the worker that keeps verdicts, cases and notices current beside it."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Annotated

import typer

from kyosei.cli.data_directory import DataDirectoryOption
from kyosei.cli.law_source import LawSource, Serving
from kyosei.cli.waiting import announce_preparation
from kyosei.errors import QuestionError

__all__ = ["serve"]


def serve(
    context: typer.Context,
    data: DataDirectoryOption,
    port: Annotated[int, typer.Option(metavar="N", min=1, max=65535, help="Where it listens, on this machine.")] = 8080,
    origin: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="How it is reached from elsewhere: the https:// address of the server with TLS before it.",
        ),
    ] = None,
    try_roles: Annotated[
        bool,
        typer.Option(
            "--try-roles",
            help="Let everybody sign in as anybody, without proof. Only on a directory of `kyosei trial`.",
        ),
    ] = False,
    issuer: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            envvar="KYOSEI_OIDC_ISSUER",
            help="The provider of OpenID Connect at which people sign in; `kyosei account bind` says as whom.",
            show_default=False,
        ),
    ] = None,
    client_id: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            envvar="KYOSEI_OIDC_CLIENT_ID",
            help="As what the provider knows this portal. The secret, if there is one: KYOSEI_OIDC_CLIENT_SECRET.",
            show_default=False,
        ),
    ] = None,
    log_requests: Annotated[
        bool,
        typer.Option(
            "--log-requests",
            help="A line of JSON for each request, too, on standard error: its route and how long it took.",
        ),
    ] = False,
    metrics_port: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            max=65535,
            help="Serve metrics for Prometheus, to this machine alone.",
            show_default=False,
        ),
    ] = None,
    processes: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            max=64,
            help="How many processes answer. Default: one for each processor core.",
            show_default=False,
        ),
    ] = None,
    traces: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            envvar="OTEL_EXPORTER_OTLP_ENDPOINT",
            help="The collector to which a trace of each request is sent (OpenTelemetry, OTLP over HTTP).",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Serve the portal until Ctrl-C: web server, worker and, unless KYOSEI_DATABASE_URL is set, the embedded database."""
    from kyosei.journal.database import open_database
    from kyosei.journal.embedded import ended_by_signals
    from kyosei.trial.residents import read_residents

    if (issuer is None) != (client_id is None):
        raise QuestionError("--issuer and --client-id go together: name both, or none")
    if try_roles:
        read_residents(data)  # so that what is no trial is refused before anything is started
    run = LawSource.of(context).serve
    assert run is not None, "wiring hands in how the portal is run"
    secret = os.environ.get("KYOSEI_OIDC_CLIENT_SECRET")
    serving = Serving(
        port, origin, try_roles, issuer, client_id, secret, log_requests, metrics_port, traces,
        processes or os.cpu_count() or 1,
    )  # fmt: skip
    announce_preparation()
    # Ctrl-C is how it is ended, so that is no failure.
    with suppress(KeyboardInterrupt), ended_by_signals(), open_database(os.environ, data) as database:
        run(data, database, serving)
