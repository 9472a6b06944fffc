"""What the pages about showing share: where a code is checked."""

from __future__ import annotations

from kyosei.web.security.origin import Origin

__all__ = ["check_address"]


def check_address(origin: Origin, code: str) -> str:
    """Where a code is checked. It stands in the fragment, which no browser sends: so no log and no referrer has it."""
    return f"{origin.text}/check#{code}"
