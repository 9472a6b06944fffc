"""Conditions on fields as tests of one statement, which is what `where` is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyosei.errors import LawError
from kyosei.terms.expressions import Cond, Node, make
from kyosei.terms.questions import Form, Question, Test, TestKind
from kyosei.timelines.program import Op, Value

if TYPE_CHECKING:
    from kyosei.facts.kinds import Kind

__all__ = ["holds_with", "tests_in"]


def holds_with(kind: type[Kind], test: Test) -> Cond:
    """Such a fact holds and passes one more test; a kind that is not bound yet may say so inside `where`."""
    binding = kind.binding()
    question = Question(kind.facts.name, Form.HOLDS, binding.bound, (*binding.tests, test), at_key=binding.at_key)
    return Cond(make(Op.LEAF, Value.TRUTH, binding.scope, question=question))


def tests_in(kind: str, node: Node) -> tuple[Test, ...]:
    """The tests of one statement that a condition on fields of a kind amounts to; LawError if it is more than that."""
    if node.op is Op.AND:
        return tuple(test for argument in node.arguments for test in tests_in(kind, argument))
    if node.op is Op.NOT:
        inner = tests_in(kind, node.arguments[0])
        if len(inner) == 1:
            return (Test(inner[0].field, inner[0].kind, inner[0].operand, not inner[0].wanted),)
    question = node.arguments[0].question if node.arguments else node.question
    if question is not None and question.kind == kind:
        if node.op is Op.LEAF and question.form is Form.HOLDS and question.tests:
            return question.tests
        if node.op is Op.IS_IN and question.value is not None:
            return (Test(question.value, TestKind.AMONG, node.parameters[0]),)
    if node.op in (Op.AT_LEAST, Op.MORE_THAN):
        return _bound_test(kind, node)
    raise LawError(f"{kind}.where(…) takes conditions on fields of {kind} and constants, joined by &")


def _bound_test(kind: str, node: Node) -> tuple[Test, ...]:
    left, right = node.arguments
    margin = 1 if node.op is Op.MORE_THAN else 0
    for field, constant, at_least in ((left, right, True), (right, left, False)):
        question = field.question
        if question is not None and question.kind == kind and question.value and constant.op is Op.CONST_NUMBER:
            bound = constant.parameters[0]
            if at_least:
                return (Test(question.value, TestKind.AT_LEAST, bound + margin),)
            return (Test(question.value, TestKind.AT_MOST, bound - margin),)
    raise LawError(f"{kind}.where(…) compares fields of {kind} with constants only")
