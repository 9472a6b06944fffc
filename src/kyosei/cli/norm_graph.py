"""`kyosei norms --graph`: what hangs together in the law, as a report, as JSON or for Graphviz."""

from __future__ import annotations

from collections.abc import Sequence

from kyosei.cli.page import Page
from kyosei.errors import QuestionError
from kyosei.norms.compiler import CompiledLaw
from kyosei.norms.declare import Norm
from kyosei.norms.forms import Right
from kyosei.norms.graph import Edge, Graph, Way, claimant_of, graph_of, system_of
from kyosei.terms.expressions import Label
from kyosei.terms.text import Language, Text
from kyosei.verdicts.names import provision_said, role_said
from kyosei.verdicts.naming import authority_said
from kyosei.verdicts.schemas import KINDS_OF_NORM, Schema, published
from kyosei.verdicts.state_prose import state_word
from kyosei.verdicts.verdict import provision_json

__all__ = ["dot_of", "graph_document", "graph_schema", "write_graph"]

_COUNTS = (Way.REFERS, Way.EXCUSES, Way.CONTAINS)
_WAYS = {
    Way.REFERS: Text("この状態を条件とする", "これを 見ます", "looks at its state"),
    Way.EXCUSES: Text(
        "不利にせず、担当官の判断を待つ", "その 人の せいに しません", "is not failed by it; an official weighs it"
    ),
    Way.CONTAINS: Text("同じ条件を求める", "おなじ ことを もとめます", "asks for the same condition"),
    Way.RECORD: Text("同じ記録を読む", "おなじ 記録を 見ます", "is shown by the same records"),
}
_FAILED = {"duty": ("breached", "late", "open"), "limit": ("unmet", "open")}
"""The states of a kind of norm in which it is not kept, or was not in time."""
_ASKED_BY = Text("{1}は{0}に求めることができる", "{1}は {0}に 言うことが できます", "the {1} may ask it of the {0}")
_OWED = Text("{1}に対する義務", "{1}への 義務", "owed to the office: {1}")
_RIGHT = Text("権利：", "権利：", "right: ")
_EXCEPTION = Text("例外：", "れいがい：", "exception: ")
_LINES = {Way.REFERS: "solid", Way.EXCUSES: "bold", Way.CONTAINS: "solid", Way.RECORD: "dotted", Way.RIGHT: "dashed"}


def _chosen(law: CompiledLaw, ids: Sequence[str]) -> tuple[Graph, frozenset[str]]:
    """The graph, and the norms to show: those named and their neighbours, or all. QuestionError for an unknown id."""
    known = {norm.id for norm in law.norms}
    for wanted in ids:
        if wanted not in known:
            raise QuestionError(f"there is no norm {wanted!r}; `kyosei norms` lists them")
    graph = graph_of(law)
    if not ids:
        return graph, frozenset(known)
    edges = tuple(edge for edge in graph.edges if edge.source in ids or edge.target in ids)
    shown = frozenset((*ids, *(end for edge in edges for end in (edge.source, edge.target))))
    return Graph(edges, graph.provisos), shown


def graph_document(law: CompiledLaw, ids: Sequence[str]) -> dict[str, object]:
    """The graph as JSON."""
    graph, shown = _chosen(law, ids)
    return {
        "law": law.version,
        "norms": [_norm(norm.latest, graph.provisos[norm.id]) for norm in law.norms if norm.id in shown],
        "edges": [_edge(edge) for edge in graph.edges],
    }


def _norm(norm: Norm, provisos: Sequence[Label]) -> dict[str, object]:
    right = norm.body if isinstance(norm.body, Right) else None
    return {
        "id": norm.id,
        "kind": norm.kind,
        "system": system_of(norm.id),
        "title": _text(norm.title),
        "bearer": norm.bearer,
        "protects": norm.protects,
        "claimant": claimant_of(norm) if norm.bearer is not None else None,
        "authority": norm.authority,
        "provisos": [
            {"text": _text(label.text), "provision": label.provision and provision_json(label.provision)}
            for label in provisos
        ],
        "right": right and {"how": _text(right.how), "against": right.against, "lost": _text(right.lost)},
    }


def _edge(edge: Edge) -> dict[str, object]:
    return {
        "from": edge.source,
        "to": edge.target,
        "way": edge.way.value,
        "states": list(edge.states),
        "kinds": list(edge.kinds),
        "item": edge.item,
        "provision": edge.provision and provision_json(edge.provision),
        "nodes": list(edge.nodes),
    }


def _text(text: Text) -> dict[str, str]:
    return {"ja": text.ja, "ja-easy": text.easy, "en": text.en}


def graph_schema() -> Schema:
    """What `graph_document` makes. `nodes` are instructions of the law's program, those of the norm that an edge leads to."""
    text, words = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
    text_or_null = {"type": ["string", "null"]}
    provision = {"anyOf": [{"$ref": "#/$defs/provision"}, {"type": "null"}]}
    said = _object({"ja": text, "ja-easy": text, "en": text})
    right = _object({"how": said, "against": text, "lost": said})
    norm = {
        "id": text, "kind": {"enum": list(KINDS_OF_NORM)}, "system": text, "title": said, "bearer": text_or_null,
        "protects": text_or_null, "claimant": text_or_null, "authority": text,
        "provisos": {"type": "array", "items": _object({"text": said, "provision": provision})},
        "right": {"anyOf": [right, {"type": "null"}]},
    }  # fmt: skip
    nodes = {"type": "array", "minItems": 1, "items": {"type": "integer", "minimum": 0}}
    edge = {
        "from": text, "to": text, "way": {"enum": [way.value for way in Way]}, "states": words, "kinds": words,
        "item": text_or_null, "provision": provision, "nodes": nodes,
    }  # fmt: skip
    found = {
        "law": {"type": "string", "pattern": r"^[a-z]+@[0-9a-f]+$"},
        "norms": {"type": "array", "items": _object(norm)},
        "edges": {"type": "array", "items": _object(edge)},
    }
    return published("norms-graph", "What hangs together in the law", _object(found))


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def dot_of(law: CompiledLaw, ids: Sequence[str], language: Language) -> str:
    """The graph for Graphviz: a box a norm, grouped by system; how an edge is drawn says what it is."""
    graph, shown = _chosen(law, ids)
    systems: dict[str, list[Norm]] = {}
    for norm in law.norms:
        if norm.id in shown:
            systems.setdefault(system_of(norm.id), []).append(norm.latest)
    lines = [f"digraph {_quoted(law.version)} {{", "  rankdir=LR; node [shape=box];"]
    for system, norms in systems.items():
        lines.append(f"  subgraph {_quoted('cluster_' + system)} {{ label={_quoted(system)};")
        lines += [f"    {_quoted(norm.id)} [label={_quoted(norm.title.said_in(language))}];" for norm in norms]
        lines.append("  }")
    for edge in graph.edges:
        style = f'style={_LINES[edge.way]}, label="{edge.way.value}"'
        lines.append(f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [{style}];")
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write_graph(law: CompiledLaw, ids: Sequence[str], language: Language) -> None:
    """For each duty and limit: who may ask for it, where its failure counts, which rights stand beside it."""
    graph, _ = _chosen(law, ids)
    norms = {norm.id: norm.latest for norm in law.norms}
    page = Page()
    page.add((law.version, "bold"), f" · {len(graph.edges)}")
    for norm in norms.values():
        if norm.bearer is not None and (not ids or norm.id in ids):
            _write(page, norm, graph, norms, language)
    page.write()


def _said(whose: str, language: Language) -> str:
    """A role, or an office by its id."""
    prefix, _, name = whose.partition(":")
    return (authority_said(name, language) if prefix == "authority" else None) or role_said(name or whose, language)


def _write(page: Page, norm: Norm, graph: Graph, norms: dict[str, Norm], language: Language) -> None:
    page.blank()
    page.add((norm.id, "bold"))
    page.add(norm.title.said_in(language), indent=2)
    claimant = claimant_of(norm)
    text, whose = (_ASKED_BY, claimant) if claimant else (_OWED, norm.authority)
    said = text.said_in(language).format(role_said(norm.bearer or "", language), _said(whose, language))
    page.add(said, indent=2)
    for label in graph.provisos[norm.id]:
        where = "" if label.provision is None else f" ({provision_said(label.provision, language)})"
        page.add(_EXCEPTION.said_in(language), label.text.said_in(language), where, indent=2, hang=2)
    for edge in graph.leading_from(norm.id, *_COUNTS, Way.RECORD):
        asked = [state_word(norm.kind, state, language) for state in edge.states if state in _FAILED[norm.kind]]
        states = f" ({', '.join(asked)})" if asked else ""
        kinds = f" ({', '.join(edge.kinds)})" if edge.kinds else ""
        page.mark("→", f"{edge.target}: {_WAYS[edge.way].said_in(language)}{states}{kinds}", indent=2)
    for edge in graph.leading_from(norm.id, Way.RIGHT):
        body = norms[edge.target].body
        assert isinstance(body, Right)
        page.mark("+", _RIGHT.said_in(language), f"{edge.target}: {body.how.said_in(language)}", indent=2)
