"""How deep the properties are searched: a few examples in `make test`, thirty times as many in `make soak`."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import HealthCheck, settings

__all__ = ["SOAKING", "examples", "load_profile", "same_examples"]

SOAKING = os.environ.get("KYOSEI_SOAK") == "1"
"""Whether the long tests run. Then every property carries the mark `soak` (conftest.py)."""

TIMES = 30 if SOAKING else 1
"""About twenty minutes on two cores; a tenfold of it would be hours."""


def load_profile() -> None:
    """Hypothesis without a clock; where a property says nothing else, a hundred examples, or thirty times as many."""
    settings.register_profile(
        "kyosei", deadline=None, max_examples=100 * TIMES, suppress_health_check=[HealthCheck.too_slow],
        print_blob=SOAKING,
    )  # fmt: skip
    settings.load_profile("kyosei")


def examples(count: int, **others: Any) -> settings:
    """So many examples of a property in `make test`, others in every run; `others` as Hypothesis names its settings."""
    return settings(max_examples=count * TIMES, **others)


def same_examples(count: int) -> settings:
    """So many examples, the same in every `make test`; `make soak` looks for others."""
    return settings(max_examples=count * TIMES, derandomize=not SOAKING)
