"""How deep the properties are searched: a few examples in `make test`, thirty times as many in `make soak`."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.vendor.pretty import for_type_by_name

__all__ = [
    "SOAKING",
    "deeper",
    "examples",
    "examples_with_a_database",
    "histories_with_a_database",
    "load_profile",
    "same_examples",
    "searched_deeper",
]

SOAKING = os.environ.get("KYOSEI_SOAK") == "1"
"""Whether the long tests run. Then every property carries the mark `soak` (conftest.py)."""

TIMES = 30 if SOAKING else 1
"""About an hour and a half on two cores; a tenfold of it would be a day."""

TIMES_WITH_A_DATABASE = 5 if SOAKING else 1
"""Each of these examples takes seconds."""


def load_profile() -> None:
    """Hypothesis without a clock; where a property says nothing else, a hundred examples, or thirty times as many."""
    settings.register_profile(
        "kyosei", deadline=None, max_examples=100 * TIMES, suppress_health_check=[HealthCheck.too_slow],
        print_blob=SOAKING,
    )  # fmt: skip
    settings.load_profile("kyosei")
    # A law printed whole among the arguments of a failure would be 24 MB.
    for_type_by_name("kyosei.verdicts.evaluate", "Loaded", lambda law, printer, cycle: printer.text(repr(law)))
    for_type_by_name("kyosei.notices.catalogue", "Catalogue", lambda one, printer, cycle: printer.text(repr(one)))


def examples(count: int) -> settings:
    """So many examples of a property in `make test`, others in every run."""
    return settings(max_examples=count * TIMES)


def examples_with_a_database(count: int) -> settings:
    """So many examples that each fill a database; fixtures may serve several examples."""
    allowed = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
    return settings(max_examples=count * TIMES_WITH_A_DATABASE, suppress_health_check=allowed)


def histories_with_a_database(count: int, steps: int) -> settings:
    """So many histories of so many steps for a state machine over a database."""
    return settings(max_examples=count * TIMES_WITH_A_DATABASE, stateful_step_count=steps)


def same_examples(count: int) -> settings:
    """So many examples, the same in every `make test`; `make soak` looks for others."""
    return settings(max_examples=count * TIMES, derandomize=not SOAKING)


T = TypeVar("T", bound=Callable[..., None])


def searched_deeper(test: T) -> T:
    """A test that runs a state machine: pytest does not see that it is a property, so the long tests are told here."""
    return pytest.mark.soak(test) if SOAKING else test


deeper = searched_deeper
"""A test that takes more, such as more decisions, with KYOSEI_SOAK=1: `make soak` runs only what bears the mark."""
