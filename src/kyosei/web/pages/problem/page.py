"""What is shown where a page cannot be shown. It says what to do next, blames nobody, and tells nothing about what is there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from kyosei.web.pages.page import EVERYBODY, Page

__all__ = ["PROBLEM", "Problem", "ProblemShown"]


class Problem(Enum):
    """What is the matter; the value is the key of its words, and the status of the response."""

    MISSING = ("missing", 404)
    FORM = ("form", 403)
    REFUSED = ("refused", 403)
    OURS = ("ours", 500)

    @property
    def key(self) -> str:
        """Of its words."""
        return self.value[0]

    @property
    def status(self) -> int:
        """Of the response (RFC 9110)."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class ProblemShown:
    """Which one."""

    problem: Problem


PROBLEM: Final = Page("problem", "/problem", EVERYBODY, ProblemShown)
