"""What all tests share: the kernels' cache, and Hypothesis without a clock."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

from kyosei.kernel_cache import name_kernel_cache, writable_home

name_kernel_cache(os.environ, writable_home())
settings.register_profile("kyosei", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kyosei")
