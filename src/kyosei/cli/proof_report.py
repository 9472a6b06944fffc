"""A proof to read: numbered sentences with what each came to, who said so, what is needed, and whose turn it is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.cli.check.action import dates_said, figures_said, next_said, write_obligations
from kyosei.cli.check.answers import kind_title, need_period
from kyosei.cli.check.bundles import Bundle
from kyosei.cli.sheet import Sheet
from kyosei.cli.words import (
    ALL_OF,
    ANY_OF,
    APPLIES_OPEN,
    AS_ABOVE,
    CONDITION,
    ITEM,
    KNOWN,
    MARKS,
    NEEDS,
    NO_TASK,
    NOTHING_RECORDED,
    ON,
    ONLY_HEARD,
    SAID,
    STYLES,
    TURN,
    TURN_BEARER,
    TURN_NOBODY,
    TURN_SOURCE,
    WHY,
)
from kyosei.timelines.program import Op
from kyosei.verdicts.names import instant_said
from kyosei.verdicts.operator_prose import operator_text
from kyosei.verdicts.proof import Evidence, Proof, ProofNode
from kyosei.verdicts.state_prose import PIECES
from kyosei.verdicts.verdict import Need, Needs, Verdict

__all__ = ["write_proof"]

_VALUE_MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"yes": ("✓", "green"), "no": ("✗", "bold yellow"), "open": ("?", "cyan")}
)
_GATHERING = (operator_text(Op.AND), operator_text(Op.OR))
_DEEPEST_INDENT = 24
_NUMBERED_DEPTH = 4


def write_proof(sheet: Sheet, proof: Proof, on: int, known: int | None) -> None:
    """Verdict, reasons, needs, turn."""
    _write_verdict(sheet, proof, on, known)
    sheet.page.heading(sheet.say(WHY))
    reasons, number = _Reasons(sheet), 0
    for name, node in proof.pieces:
        if name.startswith("figure:"):
            continue
        number += 1
        reasons.piece(name, node, number)
    if proof.verdict.needs is not None:
        sheet.page.heading(sheet.say(NEEDS))
        _write_needs(sheet, proof.verdict.needs, 2)
    sheet.page.heading(sheet.say(TURN))
    _write_turn(sheet, proof.verdict)


def _write_verdict(sheet: Sheet, proof: Proof, on: int, known: int | None) -> None:
    verdict = proof.verdict
    style = STYLES[verdict.state]
    sheet.page.add((proof.title.said_in(sheet.language), "bold"), sheet.bracketed(verdict.norm))
    sheet.page.add("; ".join(sheet.provision(provision) for provision in verdict.provisions))
    instance = [sheet.month(verdict.key)] if verdict.key >= 0 else []
    sheet.page.add(" · ".join([sheet.parties(verdict.about), *instance]))
    when = sheet.say(NOTHING_RECORDED) if known is None else sheet.say(KNOWN, instant_said(known, sheet.language))
    sheet.page.add(" · ".join([sheet.say(ON, sheet.day(on)), when]))
    sheet.page.blank()
    word = sheet.say(APPLIES_OPEN) if verdict.applies == "open" else sheet.state(verdict.kind, verdict.state)
    said = [*dates_said(sheet, verdict), *figures_said(sheet, verdict), next_said(sheet, verdict)]
    causes = sheet.bracketed(sheet.causes(verdict.causes)) if verdict.causes else ""
    sheet.page.mark(MARKS[verdict.state], (word, style), causes, sheet.forecast(on), style=style)
    sheet.page.add(" · ".join(part for part in said if part), indent=2)
    if len(verdict.obligations or ()) > 1:
        write_obligations(sheet, Bundle((verdict,)), indent=2)


class _Reasons:
    """Writes the pieces of a norm; what has been shown once is not shown again."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.shown: set[ProofNode | Evidence] = set()

    def piece(self, name: str, node: ProofNode, number: int) -> None:
        """A piece under its name, with what it is made of."""
        title = PIECES[name].said_in(self.sheet.language)
        self._line(f"{number} ", node, (title, "bold"), 0)
        for place, part in enumerate(node.children if node.text == _GATHERING[0] else (node,), 1):
            self._node(part, f"{number}.{place}", 1)

    def _node(self, node: ProofNode, number: str, depth: int) -> None:
        if node.text in _GATHERING and len(node.children) == 1:
            self._node(node.children[0], number, depth)
            return
        indent = min(2 * depth, _DEEPEST_INDENT)
        again = node in self.shown and bool(node.children or node.evidence)
        remark = self.sheet.bracketed(self.sheet.say(AS_ABOVE)) if again else ""
        item = self.sheet.bracketed(self.sheet.say(ITEM, node.number)) if node.number is not None else ""
        said = f"{node.text.said_in(self.sheet.language)}{item}"
        self._line(f"{number} " if depth < _NUMBERED_DEPTH else "", node, (said, ""), indent, remark)
        if again:
            return
        self.shown.add(node)
        below = indent + 4
        if node.provision is not None:
            self.sheet.page.add((self.sheet.provision(node.provision), "dim"), indent=below)
        for evidence in node.evidence:
            self._evidence(evidence, below)
        for place, child in enumerate(node.children, 1):
            self._node(child, f"{number}.{place}", depth + 1)

    def _line(self, number: str, node: ProofNode, said: tuple[str, str], indent: int, remark: str = "") -> None:
        mark, style = _VALUE_MARKS.get(node.value.said_in("en"), ("=", ""))
        self.sheet.page.add(number, (f"{mark} ", style), said, _value(self.sheet, node), remark, indent=indent, hang=4)

    def _evidence(self, evidence: Evidence, indent: int) -> None:
        sheet = self.sheet
        if evidence in self.shown:
            sheet.page.mark("·", f"[{evidence.id}]", sheet.bracketed(sheet.say(AS_ABOVE)), indent=indent)
            return
        self.shown.add(evidence)
        source, day = sheet.party(evidence.source), sheet.day(evidence.stated_day)
        heard = "" if evidence.settles else sheet.bracketed(sheet.say(ONLY_HEARD))
        said = sheet.say(SAID, evidence.says.said_in(sheet.language), source, day)
        sheet.page.mark("·", said, heard, (f" [{evidence.id}]", "dim"), indent=indent)


def _value(sheet: Sheet, node: ProofNode) -> str:
    """What a piece came to, where that is no plain yes or no; and why it is open."""
    said = node.value.said_in("en")
    if said == "open" or node.causes:
        causes = sheet.causes(node.causes)
        return (
            sheet.bracketed(causes)
            if said in _VALUE_MARKS
            else f"{sheet.label('')}{node.value.said_in(sheet.language)}{sheet.bracketed(causes)}"
        )
    return "" if said in _VALUE_MARKS else f"{sheet.label('')}{node.value.said_in(sheet.language)}"


def _write_needs(sheet: Sheet, needs: Needs | Need, indent: int) -> None:
    match needs:
        case Need():
            about = sheet.parties(dict(needs.about))
            said = [about, need_period(needs.from_day, needs.until_day, sheet)]
            sheet.page.mark(
                "?", sheet.labelled(sheet.party(needs.source), kind_title(needs.kind, sheet)), indent=indent
            )
            sheet.page.add(" · ".join(part for part in said if part), indent=indent + 2)
        case Needs():
            sheet.page.add(sheet.labelled(sheet.say(ALL_OF if needs.every else ANY_OF)), indent=indent)
            for part in needs.parts:
                _write_needs(sheet, part, indent + 2)


def _write_turn(sheet: Sheet, verdict: Verdict) -> None:
    """Whose turn it is: the bearer of what is not done, or whoever owes an answer; else nobody's."""
    if verdict.state in ("breached", "unmet", "due") and verdict.bearer is not None:
        sheet.page.add(sheet.say(TURN_BEARER, sheet.party(verdict.bearer)), indent=2)
        if verdict.protects is not None and verdict.protects != verdict.bearer:
            sheet.page.add(sheet.say(NO_TASK, sheet.party(verdict.protects)), indent=2)
        return
    parties = [a.party for a in verdict.attribution if a.failed]
    for party in dict.fromkeys(parties):
        sheet.page.add(sheet.say(TURN_BEARER, sheet.party(party)), indent=2)
    leaves = verdict.needs.leaves() if isinstance(verdict.needs, Needs) else (verdict.needs,) if verdict.needs else ()
    for source in dict.fromkeys(need.source for need in leaves):
        sheet.page.add(sheet.say(TURN_SOURCE, sheet.party(source)), indent=2)
    if not parties and not leaves:
        sheet.page.add(sheet.say(CONDITION if verdict.state == "unmet" else TURN_NOBODY), indent=2)
