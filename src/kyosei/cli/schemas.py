"""`kyosei schemas`: the published JSON Schema of every output, and of a line of a case file."""

from __future__ import annotations

from typing import Annotated

import typer

from kyosei.cli.page import write_json
from kyosei.errors import QuestionError

__all__ = ["schemas"]


def schemas(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Only this one.", show_default=False)] = None,
) -> None:
    """Print the JSON Schemas (2020-12) of what the commands print and of what they read."""
    from kyosei.access.schemas import access_schemas
    from kyosei.applications.filing import filing_schema
    from kyosei.applications.receipt_schema import pending_schema
    from kyosei.bundles.schema import bundle_schema
    from kyosei.cli.cases.schema import cases_schemas
    from kyosei.cli.decisions.schema import decisions_schemas
    from kyosei.cli.law.calendar import calendar_schema
    from kyosei.cli.law.report import findings_schema
    from kyosei.cli.law.shadow_schema import shadow_schema
    from kyosei.cli.norm_graph import graph_schema
    from kyosei.cli.norm_matrix import matrix_schema
    from kyosei.cli.notices.schemas import notices_schemas
    from kyosei.cli.watch.schema import watch_schema
    from kyosei.decisions.bundle import dossier_bundle_schema
    from kyosei.decisions.document import dossier_schema
    from kyosei.facts.schemas import case_file_schema
    from kyosei.identity.candidates.documents import candidates_schema
    from kyosei.journal.schemas import link_line_schema
    from kyosei.receipts.schema import receipt_schema
    from kyosei.sharing.schema import record_schema
    from kyosei.signals.schema import signals_schema
    from kyosei.verdicts.plan_schema import plan_schema
    from kyosei.verdicts.schemas import output_schemas
    from kyosei.world.score.document import score_schema
    from kyosei.world.score.early_document import early_schema

    known = {
        **output_schemas(),
        "plan": plan_schema(),
        **access_schemas(),
        "link-candidates": candidates_schema(),
        "link-line": link_line_schema(),
        "law-check": findings_schema(),
        "law-calendar": calendar_schema(),
        "law-shadow": shadow_schema(),
        "norms-graph": graph_schema(),
        "norms-matrix": matrix_schema(),
        **notices_schemas(),
        **cases_schemas(),
        "watch": watch_schema(),
        "signals": signals_schema(),
        "case-file-line": case_file_schema(),
        "bundle": bundle_schema(),
        "receipt": receipt_schema(),
        "application": filing_schema(),
        "application-receipt": pending_schema(),
        **decisions_schemas(),
        "dossier": dossier_schema(),
        "dossier-bundle": dossier_bundle_schema(),
        "check-record": record_schema(),
        "world-score": score_schema(),
        "world-signals": early_schema(),
    }
    if name is None:
        write_json(known)
    elif name in known:
        write_json(known[name])
    else:
        raise QuestionError(f"there is no schema {name!r}; there are {', '.join(known)}")
