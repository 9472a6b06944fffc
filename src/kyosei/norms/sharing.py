"""Equal pieces of trees as one node: norms say many things alike, and whoever walks through a tree then meets each once."""

from __future__ import annotations

from dataclasses import replace
from operator import is_

from kyosei.terms.expressions import Node

__all__ = ["Sharing"]


class Sharing:
    """The nodes met so far, each once; two are equal if they say the same of the same nodes."""

    def __init__(self) -> None:
        self._equal: dict[tuple[object, ...], Node] = {}

    def tree(self, root: Node) -> Node:
        """The tree in which every node is the one that stands for all that are equal to it."""
        return self._below(root, {})

    def _below(self, node: Node, seen: dict[int, Node]) -> Node:
        """`seen`: what stands for the nodes of this tree, by identity."""
        known = seen.get(id(node))
        if known is None:
            arguments = tuple(self._below(argument, seen) for argument in node.arguments)
            known = seen[id(node)] = self._one(node, arguments)
        return known

    def node(self, node: Node) -> Node:
        """The one for a node whose arguments stand for all their equals already."""
        return self._one(node, node.arguments)

    def _one(self, node: Node, arguments: tuple[Node, ...]) -> Node:
        """The one for a node with these arguments in place of its own."""
        key = (
            node.op,
            *map(id, arguments),
            node.parameters,
            node.scope,
            node.value,
            node.table,
            node.question,
            node.label,
        )
        known = self._equal.get(key)
        if known is None:
            same = all(map(is_, arguments, node.arguments))
            known = self._equal[key] = node if same else replace(node, arguments=arguments)
        return known
