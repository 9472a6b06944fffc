"""What a piece of a norm says, whatever its value: its question, its comparison, or what its operator does with its pieces."""

from __future__ import annotations

from kyosei.terms.expressions import Node
from kyosei.terms.questions import Question
from kyosei.terms.text import Text
from kyosei.timelines.program import Op
from kyosei.verdicts.choice_prose import chosen_from
from kyosei.verdicts.operator_prose import SIGNS, node_text
from kyosei.verdicts.prose import SIXTIETHS, amount, kind_of, question_text, unit_of

__all__ = ["field_of", "options_of", "piece_text", "shared_unit"]


def piece_text(node: Node) -> Text:
    """A piece without a name of its own, in words."""
    if node.question is not None:
        return question_text(node.question)
    if node.op is Op.IS_IN:
        return _membership(node)
    if node.op in (Op.AT_LEAST, Op.MORE_THAN):
        return _comparison(node)
    return node_text(node)


def options_of(question: Question | None, mask: int) -> list[str]:
    """The choices of a field that a mask names; its first bit is that there is no such fact."""
    if question is None or question.value is None:
        return ["?"]
    options = getattr(kind_of(question).fields[question.value], "options", ())
    return (["none"] if mask & 1 else []) + [o for i, o in enumerate(options) if mask >> (i + 1) & 1]


def field_of(question: Question | None) -> str:
    """The full name of the field that a question asks for; empty if it asks for none."""
    return "" if question is None or question.value is None else f"{question.kind}.{question.value.split(':')[0]}"


def shared_unit(comparison: Node) -> str:
    """The unit in which both sides of a comparison are."""
    units = [unit for unit in map(unit_of, comparison.arguments) if unit]
    return SIXTIETHS if SIXTIETHS in units else units[0] if units else ""


def _membership(node: Node) -> Text:
    inner = piece_text(node.arguments[0])
    question = node.arguments[0].question
    options = options_of(question, node.parameters[0])
    chosen = chosen_from(field_of(question), options)
    return Text(f"{inner.ja}が{chosen.ja}のいずれか" if len(options) > 1 else f"{inner.ja}が{chosen.ja}",
                f"{inner.easy}は {chosen.easy}", f"{inner.en} is {chosen.en}")  # fmt: skip


def _comparison(node: Node) -> Text:
    sign = "≥" if node.op is Op.AT_LEAST else ">"
    unit = shared_unit(node)
    left, right = (_side(argument, unit) for argument in node.arguments)
    return Text(f"{left.ja} {sign} {right.ja}", f"{left.easy} {sign} {right.easy}", f"{left.en} {sign} {right.en}")


def _side(node: Node, unit: str) -> Text:
    if node.op is Op.CONST_NUMBER:
        ja, en = amount(node.parameters[0], node.parameters[1], unit)
        return Text(ja, ja, en)
    if node.label is not None:
        return node.label.text
    if node.op is Op.SCALE and unit == SIXTIETHS:
        return _side(node.arguments[0], unit)  # yen in sixtieths, to be compared with yen times minutes
    if node.op not in SIGNS:
        return piece_text(node)
    left, right = (_side(argument, unit) for argument in node.arguments)
    sign = SIGNS[node.op]
    return Text(f"{left.ja} {sign} {right.ja}", f"{left.easy} {sign} {right.easy}", f"{left.en} {sign} {right.en}")
