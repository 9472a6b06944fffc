"""Equal pieces of trees as one node: norms say many things alike, and whoever walks through a tree then meets each once."""

from __future__ import annotations

from dataclasses import replace

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
            known = seen[id(node)] = self.node(replace(node, arguments=arguments))
        return known

    def node(self, node: Node) -> Node:
        """The one for a node whose arguments stand for all their equals already."""
        key = (
            node.op,
            *map(id, node.arguments),
            node.parameters,
            node.scope,
            node.value,
            node.table,
            node.question,
            node.label,
        )
        return self._equal.setdefault(key, node)
