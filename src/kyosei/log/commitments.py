"""The salted commitment of an entry: all that the public log ever holds of it.

The commitment is HMAC-SHA256 (RFC 2104) with a random key of 32 bytes, the salt, over the bytes of the entry: 32 bytes
whatever the entry is. Who has the entry and the salt can show that the log holds it; once the salt is destroyed, nobody
can test a guess of the entry against the log, and the log still verifies. A salt of another length is refused: HMAC pads
short keys with zeros and hashes long ones, so that two salts could stand for the same commitment.
"""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256
from typing import Final

from kyosei.errors import LogError

__all__ = ["COMMITMENT_BYTES", "SALT_BYTES", "commitment", "new_salt"]

COMMITMENT_BYTES: Final = 32
SALT_BYTES: Final = 32


def new_salt() -> bytes:
    """A salt for one entry and no other, from the operating system's source of randomness."""
    return secrets.token_bytes(SALT_BYTES)


def commitment(salt: bytes, entry: bytes) -> bytes:
    """The 32 bytes that stand in the log for `entry`. LogError unless the salt has 32 bytes."""
    if len(salt) != SALT_BYTES:
        raise LogError(f"a salt has {SALT_BYTES} bytes, this one {len(salt)}: make it with new_salt()")
    return hmac.digest(salt, entry, sha256)
