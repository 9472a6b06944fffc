"""Which periods of stay a status of residence can have had since 2012-07-09, in any version of the Regulations.

Source: Regulations for Enforcement of the Immigration Act (356M50000010054) art. 3 and Appended Table II. The dated
versions stand in the law pack; here the question is only whether a record can be true at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kyosei.errors import LawError

__all__ = ["PERIODS", "is_legal_period", "legal_periods"]

_USUAL = ("P5Y", "P3Y", "P1Y", "P3M")
_FAMILY = ("P5Y", "P3Y", "P1Y", "P6M")
_FIFTEEN_MONTH_STEPS = ("P4Y3M", "P4Y", "P3Y3M", "P3Y", "P2Y3M", "P2Y", "P1Y3M", "P1Y", "P6M", "P3M")

# The fixed periods of each status, and the longest that the Minister may set for one person ("" if none may be set).
PERIODS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "diplomat": (("for_the_activity",), ""),
    "official": (("P5Y", "P3Y", "P1Y", "P3M", "P30D", "P15D"), ""),
    "professor": (_USUAL, ""),
    "artist": (_USUAL, ""),
    "religious-activities": (_USUAL, ""),
    "journalist": (_USUAL, ""),
    "highly-skilled-professional": (("P5Y", "indefinite"), ""),
    "business-manager": (("P5Y", "P3Y", "P1Y", "P6M", "P4M", "P3M"), ""),
    "legal-accounting": (_USUAL, ""),
    "medical-services": (_USUAL, ""),
    "researcher": (_USUAL, ""),
    "instructor": (_USUAL, ""),
    "engineer-humanities-international": (_USUAL, ""),
    "intra-company-transferee": (_USUAL, ""),
    "nursing-care": (_USUAL, ""),
    "entertainer": (("P3Y", "P1Y", "P6M", "P3M", "P30D", "P15D"), ""),
    "skilled-labor": (_USUAL, ""),
    "specified-skilled-worker": (("P3Y", "P2Y", "P1Y", "P6M", "P4M"), "P3Y"),
    "technical-intern-training": (("P1Y", "P6M"), "P2Y"),
    "cultural-activities": (("P3Y", "P1Y", "P6M", "P3M"), ""),
    "temporary-visitor": (("P90D", "P30D"), "P15D"),
    "student": (_FIFTEEN_MONTH_STEPS, "P4Y3M"),
    "trainee": (("P2Y", "P1Y", "P6M", "P3M"), ""),
    "dependent": (("P5Y", *_FIFTEEN_MONTH_STEPS), "P5Y"),
    "designated-activities": (("P5Y", "P3Y", "P1Y", "P6M", "P3M"), "P5Y"),
    "permanent-resident": (("indefinite",), ""),
    "spouse-or-child-of-japanese": (_FAMILY, ""),
    "spouse-or-child-of-permanent-resident": (_FAMILY, ""),
    "long-term-resident": (_FAMILY, "P5Y"),
}

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")


def is_legal_period(status: str, period: str) -> bool:
    """Whether a period (one of vocabulary.options.GRANTED_PERIODS) can have been granted with a status."""
    fixed, longest = PERIODS[status]
    if period in fixed:
        return True
    if not longest or period in ("for_the_activity", "indefinite"):
        return False
    return period == "designated" or _length(period) <= _length(longest)


def legal_periods(status: str) -> str:
    """The periods of a status, for a message."""
    fixed, longest = PERIODS[status]
    return ", ".join(fixed) + (f", and any other up to {longest}" if longest else "")


def _length(period: str) -> int:
    """Days, with months of 31 days: enough to compare periods of stay."""
    found = _DURATION.fullmatch(period)
    if found is None:
        raise LawError(f"{period!r} is no period of stay in ISO 8601 such as P1Y3M")
    years, months, days = (int(part or 0) for part in found.groups())
    return (12 * years + months) * 31 + days
