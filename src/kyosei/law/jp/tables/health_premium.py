"""Premium rates of the health insurance association, of care insurance and of employment insurance, by prefecture and year.

Rates are per 100,000, for employer and worker together where they share them. A health rate is the one of the prefecture
of the establishment, for the months from March of the year (Health Insurance Act art. 160); the care rate is the same in
the whole country. In each triple of `ASSOCIATION_RATES` stand the rates from March 2024, 2025 and 2026, and whether each
was read in a published list: of 2025 only some were, the others are known, and all together they agree with every
published count of rises and falls. Before March 2024 the rates of single prefectures are not verified, so none is here;
rates of health insurance societies are each society's own.
"""

from __future__ import annotations

from datetime import date

__all__ = [
    "ASSOCIATION_RATES",
    "ASSOCIATION_RATES_FROM",
    "CARE_RATE",
    "CHILD_SUPPORT_RATE",
    "EMPLOYMENT_INSURANCE_SHARE",
    "EMPLOYMENT_INSURANCE_SHARE_SEASONAL",
]

ASSOCIATION_RATES_FROM = (date(2024, 3, 1), date(2025, 3, 1), date(2026, 3, 1))
"""The first days of the three columns."""

CARE_RATE = ((date(2024, 3, 1), 1600), (date(2025, 3, 1), 1590), (date(2026, 3, 1), 1620))
"""Added for whoever is between forty and sixty-four (Long-Term Care Insurance Act art. 9 (ii)); all verified."""

CHILD_SUPPORT_RATE = ((date(2024, 3, 1), 0), (date(2026, 4, 1), 230))
"""Added for everybody from April 2026 (Health Insurance Act art. 156 (1)); verified."""

EMPLOYMENT_INSURANCE_SHARE = ((date(2025, 4, 1), 550), (date(2026, 4, 1), 500))
"""What the worker bears of each yen of wages (Premium Collection Act art. 31 (1)); verified. Earlier years are not."""

EMPLOYMENT_INSURANCE_SHARE_SEASONAL = ((date(2025, 4, 1), 650), (date(2026, 4, 1), 600))
"""The same in farming, forestry, fishing, construction and sake brewing (art. 12 (4) (i) イ to ニ); verified."""

# fmt: off
ASSOCIATION_RATES: tuple[tuple[str, tuple[tuple[int, bool], tuple[int, bool], tuple[int, bool]]], ...] = (
    ("01", ((10210, True), (10310, False), (10280, True))),
    ("02", ((9490, True), (9850, True), (9850, True))),
    ("03", ((9630, True), (9620, True), (9510, True))),
    ("04", ((10010, True), (10110, False), (10100, True))),
    ("05", ((9850, True), (10010, False), (10010, True))),
    ("06", ((9840, True), (9750, False), (9750, True))),
    ("07", ((9590, True), (9620, True), (9500, True))),
    ("08", ((9660, True), (9670, False), (9520, True))),
    ("09", ((9790, True), (9820, False), (9820, True))),
    ("10", ((9810, True), (9770, False), (9680, True))),
    ("11", ((9780, True), (9760, False), (9670, True))),
    ("12", ((9770, True), (9790, False), (9730, True))),
    ("13", ((9980, True), (9910, True), (9850, True))),
    ("14", ((10020, True), (9920, False), (9920, True))),
    ("15", ((9350, True), (9550, True), (9210, True))),
    ("16", ((9620, True), (9650, False), (9590, True))),
    ("17", ((9940, True), (9880, False), (9700, True))),
    ("18", ((10070, True), (9940, False), (9710, True))),
    ("19", ((9940, True), (9890, False), (9550, True))),
    ("20", ((9550, True), (9690, False), (9630, True))),
    ("21", ((9910, True), (9930, False), (9800, True))),
    ("22", ((9850, True), (9800, False), (9610, True))),
    ("23", ((10020, True), (10030, False), (9930, True))),
    ("24", ((9940, True), (9990, False), (9770, True))),
    ("25", ((9890, True), (9970, False), (9880, True))),
    ("26", ((10130, True), (10030, False), (9890, True))),
    ("27", ((10340, True), (10240, True), (10130, True))),
    ("28", ((10180, True), (10160, False), (10120, True))),
    ("29", ((10220, True), (10020, True), (9910, True))),
    ("30", ((10000, True), (10190, False), (10060, True))),
    ("31", ((9680, True), (9930, False), (9860, True))),
    ("32", ((9920, True), (9940, False), (9940, True))),
    ("33", ((10020, True), (10170, False), (10050, True))),
    ("34", ((9950, True), (9970, False), (9780, True))),
    ("35", ((10200, True), (10360, False), (10150, True))),
    ("36", ((10190, True), (10470, True), (10240, True))),
    ("37", ((10330, True), (10210, False), (10020, True))),
    ("38", ((10030, True), (10180, False), (9980, True))),
    ("39", ((9890, True), (10130, False), (10050, True))),
    ("40", ((10350, True), (10310, False), (10110, True))),
    ("41", ((10420, True), (10780, True), (10550, True))),
    ("42", ((10170, True), (10410, True), (10060, True))),
    ("43", ((10300, True), (10120, False), (10080, True))),
    ("44", ((10250, True), (10250, False), (10080, True))),
    ("45", ((9850, True), (10090, False), (9770, True))),
    ("46", ((10130, True), (10310, False), (10130, True))),
    ("47", ((9520, True), (9440, True), (9440, True))),
)
# fmt: on
