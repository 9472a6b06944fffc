"""The law of Japan as its sources make it, compiled once for all tests of a process."""

from __future__ import annotations

from functools import cache

from kyosei.norms.compiler import CompiledLaw
from kyosei.wiring import compile_japan

__all__ = ["compiled_japan"]


@cache
def compiled_japan() -> CompiledLaw:
    """As `compile_japan`; nobody changes it."""
    return compile_japan()
