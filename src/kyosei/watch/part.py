"""Some norms of a law alone, ready to run: what they read is evaluated, and nothing else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from kyosei.norms.compiler import CompiledLaw
from kyosei.timelines.program import Instruction, Op, Program
from kyosei.verdicts.evaluate import Loaded, load

__all__ = ["part_of"]


def part_of(loaded: Loaded, norms: Collection[str]) -> Loaded:
    """These norms of a law, without their figures; scopes, kinds and instances have the numbers that they have in the whole.

    What refers to norms that are not in it, it answers and cannot explain.
    """
    law = loaded.law
    chosen = [norm for norm in law.norms if norm.id in norms]
    place = _places(law, [norm.node for norm in chosen])
    questions = [
        law.program.instructions[old].parameters[0] for old in place if law.program.instructions[old].op is Op.LEAF
    ]
    number = {question: n for n, question in enumerate(questions)}
    program = Program(
        tuple(_renumbered(law.program.instructions[old], place, number) for old in place), law.program.tables,
        len(questions), tuple(place[norm.node] for norm in chosen),
    )  # fmt: skip
    parts = tuple(
        replace(
            norm, output=output, node=place[norm.node], figures={},
            versions=tuple(replace(version, state=place[version.state]) for version in norm.versions),
        )
        for output, norm in enumerate(chosen)
    )  # fmt: skip
    asked = tuple(law.questions[question] for question in questions)
    index = {node: place[old] for node, old in law.index.items() if old in place}
    referring = frozenset(place[old] for old in law.referring if old in place)
    part = CompiledLaw(law.name, law.address, program, asked, parts, index, law.scopes, referring)
    return load(part, loaded.table, loaded.holidays)


def _places(law: CompiledLaw, nodes: Collection[int]) -> dict[int, int]:
    """The places of these instructions and of all below them, in the whole and in the part, in one order."""
    needed, waiting = set[int](), list(nodes)
    while waiting:
        place = waiting.pop()
        if place not in needed:
            needed.add(place)
            waiting += law.program.instructions[place].arguments
    return {old: new for new, old in enumerate(sorted(needed))}


def _renumbered(instruction: Instruction, place: dict[int, int], number: dict[int, int]) -> Instruction:
    arguments = tuple(place[argument] for argument in instruction.arguments)
    if instruction.op is Op.LEAF:
        return replace(instruction, parameters=(number[instruction.parameters[0]],))
    return replace(instruction, arguments=arguments)
