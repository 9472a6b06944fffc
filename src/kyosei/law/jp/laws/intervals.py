"""The intervals in which a law is in force, in the three forms in which they are known."""

from __future__ import annotations

from datetime import date

from kyosei.terms.citations import InForce

__all__ = ["of_unknown_beginning", "since", "verified_since"]


def since(year: int, month: int, day: int) -> tuple[InForce]:
    """In force since a day that is known but was not read. Where parts began later, the day of the first part."""
    return (InForce(date(year, month, day)),)


def verified_since(year: int, month: int, day: int) -> tuple[InForce]:
    """In force since a day that was read in the law or an official notice."""
    return (InForce(date(year, month, day), sureness="verified"),)


def of_unknown_beginning() -> tuple[InForce]:
    """In force; since when is not known here."""
    return (InForce(None, sureness="uncertain"),)
