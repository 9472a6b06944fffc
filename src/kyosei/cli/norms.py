"""`kyosei norms`: every norm of the law, what hangs together in it and what it covers, without evaluating anything."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kyosei.cli.arguments import LanguageOption, language_of
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import Page, write_json, write_text
from kyosei.errors import QuestionError

if TYPE_CHECKING:
    from kyosei.norms.compiler import CompiledLaw, CompiledNorm
    from kyosei.norms.coverage import Coverage
    from kyosei.norms.declare import Norm
    from kyosei.terms.text import Language

__all__ = ["norms"]


class NormsFormat(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"
    DOT = "dot"


def norms(
    context: typer.Context,
    graph: Annotated[
        bool, typer.Option("--graph", help="For each duty: where its failure counts, and which rights stand beside it.")
    ] = False,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Which norm is of which system, about which failure, and whom it concerns.")
    ] = False,
    norm: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID", help="With --graph: this norm and its neighbours. May be repeated.", show_default=False
        ),
    ] = None,
    lang: LanguageOption = None,
    format_: Annotated[
        NormsFormat, typer.Option("--format", help="A report to read, or JSON; a graph also for Graphviz.")
    ] = NormsFormat.TEXT,
) -> None:
    """List every norm: id, titles, provision, kind, whose duty it is, in force, verified, to be reviewed."""
    if not graph and (norm or format_ is NormsFormat.DOT):
        raise QuestionError("--norm and --format dot are about the graph; add --graph")
    if graph and matrix:
        raise QuestionError("--graph and --matrix are two answers; ask for one of them")
    source = LawSource.of(context)
    law = source.compile_law()
    if matrix:
        _matrix(law, source.sources().coverage, language_of(lang), format_)
    elif graph:
        _graph(law, norm or [], language_of(lang), format_)
    elif format_ is NormsFormat.JSON:
        write_json(document(law))
    else:
        _list(law, language_of(lang))


def _graph(law: CompiledLaw, ids: list[str], language: Language, format_: NormsFormat) -> None:
    from kyosei.cli.norm_graph import dot_of, graph_document, write_graph

    match format_:
        case NormsFormat.TEXT:
            write_graph(law, ids, language)
        case NormsFormat.JSON:
            write_json(graph_document(law, ids))
        case NormsFormat.DOT:
            write_text(dot_of(law, ids, language))


def _matrix(law: CompiledLaw, coverage: Coverage, language: Language, format_: NormsFormat) -> None:
    from kyosei.cli.norm_matrix import matrix_document, write_matrix

    if format_ is NormsFormat.JSON:
        write_json(matrix_document(law, coverage))
    else:
        write_matrix(law, coverage, language)


def _list(law: CompiledLaw, language: Language) -> None:
    page = Page()
    page.add((law.version, "bold"), f" · {len(law.norms)}")
    for norm in law.norms:
        page.blank()
        _write(page, norm, language)
    page.write()


def document(law: CompiledLaw) -> dict[str, object]:
    """Every norm with its versions."""
    return {"law": law.version, "norms": [_described(norm) for norm in law.norms]}


def _described(compiled: CompiledNorm) -> dict[str, Any]:  # Any: JSON of any shape
    norm = compiled.latest
    return {
        "id": norm.id,
        "kind": norm.kind,
        "title": {"ja": norm.title.ja, "ja-easy": norm.title.easy, "en": norm.title.en},
        "says": norm.says,
        "about": {"scope": norm.scope.name, "parties": list(norm.scope.parties), "instance": norm.scope.key},
        "bearer": norm.bearer,
        "protects": norm.protects,
        "layer": norm.layer,
        "authority": norm.authority,
        "goal": norm.goal,
        "reads": [{"attribute": reads.attribute, "provision": _provision(reads.provision)} for reads in norm.reads],
        "versions": [_version(version.norm) for version in compiled.versions],
    }


def _version(norm: Norm) -> dict[str, object]:
    from kyosei.verdicts.verdict import iso, iso_or_none

    return {
        "from": iso_or_none(norm.force.from_day),
        "until": iso_or_none(norm.force.until_day),
        "provisions": [_provision(provision) for provision in norm.provisions],
        "verified_on": iso(norm.verified_on),
        "review_on": iso(norm.review_on),
    }


def _provision(provision: Any) -> dict[str, str]:  # Any: imported lazily, a terms.citations.Provision
    from kyosei.verdicts.verdict import provision_json

    return provision_json(provision)


def _write(page: Page, compiled: CompiledNorm, language: Language) -> None:
    from kyosei.cli.words import IN_FORCE, IN_FORCE_OPEN, OF_BEARER, OF_HOLDER, REVIEW, VERIFIED
    from kyosei.timelines.days import NEVER
    from kyosei.verdicts.names import day_said, provision_said, role_said
    from kyosei.verdicts.state_prose import KINDS_OF_NORM

    norm = compiled.latest
    kind = KINDS_OF_NORM[norm.kind].said_in(language)
    party = norm.bearer or (norm.protects if norm.kind == "right" else None)
    whose = OF_BEARER if norm.bearer else OF_HOLDER
    page.add((norm.id, "bold"))
    page.add(norm.title.said_in(language), indent=2)
    page.add(
        f"{kind}" + (f" · {whose.said_in(language).format(role_said(party, language))}" if party else ""), indent=2
    )
    page.add("; ".join(provision_said(provision, language) for provision in norm.provisions), indent=2)
    for version in compiled.versions:
        force = version.norm.force
        text, until = (IN_FORCE_OPEN, NEVER) if force.until_day >= NEVER else (IN_FORCE, force.until_day)
        said = [
            text.said_in(language).format(day_said(force.from_day, language), day_said(until - 1, language)),
            VERIFIED.said_in(language).format(day_said(version.norm.verified_on, language)),
            REVIEW.said_in(language).format(day_said(version.norm.review_on, language)),
        ]
        page.add(" · ".join(said), indent=2)
