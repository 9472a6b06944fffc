"""Pseudonyms by which a person can tell apart who looked at their records, without learning who it was."""

from __future__ import annotations

import hmac
from base64 import b32encode
from typing import Final

from kyosei.access.usages import Pseudonym

__all__ = ["keyed_pseudonyms"]

_BYTES: Final = 10


def keyed_pseudonyms(secret: bytes) -> Pseudonym:
    """The first 80 bits of HMAC-SHA-256 (RFC 2104) over the person and the id, in base 32: other for each person."""

    def pseudonym(person: str, id_: str) -> str:
        # Neither has spaces, so that no two pairs make the same message.
        digest = hmac.digest(secret, f"kyosei/access/v1 {person} {id_}".encode(), "sha256")
        return b32encode(digest[:_BYTES]).decode("ascii").lower()

    return pseudonym
