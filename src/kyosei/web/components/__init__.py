"""Components: macros, each in a folder with its style; listed by hand."""

from __future__ import annotations

from typing import Final

__all__ = ["COMPONENTS"]

COMPONENTS: Final = (
    "answer",
    "banner",
    "button",
    "card",
    "chip",
    "compared",
    "disclosure",
    "facts",
    "field",
    "letter",
    "proof",
    "question",
    "steps",
    "table",
    "tasks",
    "timeline",
)
"""Each has `<name>/<name>.html` with its macros, and `<name>/<name>.css`."""
