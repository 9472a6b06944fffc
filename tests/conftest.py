"""What all tests share: the kernels' cache, Hypothesis without a clock, and which tests are long."""

from __future__ import annotations

import gc
import os
import sys

import pytest
from hypothesis import is_hypothesis_test

from kyosei.kernel_cache import name_kernel_cache, writable_home
from tests.depth import SOAKING, load_profile

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each process that a test starts would compile every module anew
sys.dont_write_bytecode = False
name_kernel_cache(os.environ, writable_home())
load_profile()


@pytest.hookimpl(tryfirst=True)  # before `-m` picks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """With KYOSEI_SOAK=1 every property is a long test: the same function, searched deeper."""
    for item in items:
        if SOAKING and isinstance(item, pytest.Function) and is_hypothesis_test(item.obj):
            item.add_marker(pytest.mark.soak)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """The tests stay as long as the process, and so does much of what they keep: it is searched for garbage seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
