"""The law pack of Japan: every norm, listed by hand, file by file."""

from __future__ import annotations

from kyosei.law.jp import pension_notice
from kyosei.norms.declare import Norm

__all__ = ["NORMS"]

NORMS: tuple[Norm, ...] = (*pension_notice.NORMS,)
