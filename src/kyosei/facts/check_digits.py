"""Check digits of the two numbers whose rule is published: the Individual Number and the corporate number."""

from __future__ import annotations

__all__ = ["corporate_check_digit", "individual_check_digit"]

_INDIVIDUAL_WEIGHTS = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_CORPORATE_WEIGHTS = (2, 1) * 6


def individual_check_digit(first: str) -> int:
    """The twelfth digit of an Individual Number from its first eleven (426M60000008085 art. 5).

    11 less the weighted sum modulo 11, or 0 where that remainder is 0 or 1.
    """
    remainder = _weighted_sum(first, _INDIVIDUAL_WEIGHTS) % 11
    return 0 if remainder <= 1 else 11 - remainder


def corporate_check_digit(last: str) -> int:
    """The first digit of a corporate number from its last twelve (426M60000040070 art. 2).

    9 less the weighted sum modulo 9.
    """
    return 9 - _weighted_sum(last, _CORPORATE_WEIGHTS) % 9


def _weighted_sum(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
