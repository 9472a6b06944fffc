"""The law pack of Japan: every norm, listed by hand, file by file."""

from __future__ import annotations

from kyosei.law.jp import (
    confirmation_right,
    employment_insurance,
    insured,
    pension_contributions,
    pension_deductions,
    pension_notice,
    resident_tax,
)
from kyosei.norms.declare import Norm

__all__ = ["NORMS"]

NORMS: tuple[Norm, ...] = (
    *insured.NORMS,
    *pension_notice.NORMS,
    *employment_insurance.NORMS,
    *pension_contributions.NORMS,
    *pension_deductions.NORMS,
    *confirmation_right.NORMS,
    *resident_tax.NORMS,
)
