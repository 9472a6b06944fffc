"""What a receipt can say of a delivery."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["ReceiptSort"]


class ReceiptSort(StrEnum):
    """What a receipt says. Only `delivered` and `read` say that the notice reached its recipient."""

    HANDED_OVER = "handed_over"
    """The next carrier took it: a mail relay, the post."""
    DELIVERED = "delivered"
    """The recipient's own system took it, or the carrier says it delivered it (RFC 3464 `delivered`, a delivery record)."""
    READ = "read"
    """The recipient answered or acknowledged it."""
    RETURNED = "returned"
    """It came back (RFC 3464 `failed`, a returned letter)."""
    GIVEN_UP = "given_up"
    """No attempt succeeded."""
    CANCELLED = "cancelled"
    """It was taken back before it left."""
