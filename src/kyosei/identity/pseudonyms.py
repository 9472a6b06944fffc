"""Pairwise pseudonyms: each reader sees somebody under a name of its own that others cannot tell.

A reader is an institution that sees a person, or a person who sees who looked at their records. HMAC-SHA-256 (RFC 2104)
over the reader and whom it sees, with a secret of the installation. Without the secret a pseudonym tells nothing about
who is meant, nor whether two readers mean the same one. The first part of a pseudonym says which
secret made it, so that secrets can be rotated.
"""

from __future__ import annotations

import base64
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kyosei.errors import IdentityError
from kyosei.identity.identifiers import PersonIdentifier

__all__ = ["PseudonymKeys", "local_person", "pseudonym", "renewed", "stands_for"]

_SECRET_BYTES_MIN = 32
_PSEUDONYM = re.compile(r"p(?P<key>[1-9][0-9]{0,8})-(?P<code>[a-z2-7]{52})")


@dataclass(frozen=True, slots=True)
class PseudonymKeys:
    """The secrets of an installation by number, and which of them makes new pseudonyms; not shown when printed."""

    current: int
    secrets: Mapping[int, bytes] = field(repr=False)

    def __post_init__(self) -> None:
        if self.current not in self.secrets:
            raise IdentityError(f"there is no secret number {self.current} for pseudonyms; add it, or name another one")
        for number, secret in self.secrets.items():
            if number < 1 or len(secret) < _SECRET_BYTES_MIN:
                raise IdentityError(
                    f"secret number {number} for pseudonyms has {len(secret)} bytes; number secrets from 1, and make"
                    f" each of at least {_SECRET_BYTES_MIN} random bytes"
                )

    def rotated(self, secret: bytes) -> PseudonymKeys:
        """With a new current secret; pseudonyms made with the older ones still stand for their persons."""
        number = max(self.secrets) + 1
        return PseudonymKeys(number, {**self.secrets, number: secret})

    def without(self, number: int) -> PseudonymKeys:
        """Without an old secret: what it made stands for nobody any more."""
        return PseudonymKeys(self.current, {key: secret for key, secret in self.secrets.items() if key != number})


def pseudonym(keys: PseudonymKeys, reader: str, id_: str) -> str:
    """What a reader calls who or what has an id: p, the number of the secret, and 256 bits in base 32."""
    return _made(keys, keys.current, "pseudonym", reader, id_)


def stands_for(keys: PseudonymKeys, institution: str, person: str, shown: str) -> bool:
    """Whether a pseudonym that an institution shows is its one for this person, under any secret still kept."""
    found = _PSEUDONYM.fullmatch(shown)
    if found is None:
        raise IdentityError("this is no pseudonym; send it back exactly as it was given")
    number = int(found["key"])
    if number not in keys.secrets:
        raise IdentityError(f"the pseudonym is of secret number {number}, which is gone; ask for a new one")
    return hmac.compare_digest(_made(keys, number, "pseudonym", institution, person), shown)


def renewed(keys: PseudonymKeys, institution: str, person: str, shown: str) -> str:
    """The pseudonym of today in place of an older one, which must be the institution's own for this person."""
    if not stands_for(keys, institution, person, shown):
        raise IdentityError(f"the pseudonym is not one of {institution} for this person; ask for it anew")
    return pseudonym(keys, institution, person)


def local_person(keys: PseudonymKeys, identifier: PersonIdentifier) -> str:
    """The party id under which records name whoever has an identifier, without showing the identifier.

    It must never change, so that the first secret makes it always; that secret is kept as long as the records.
    """
    if 1 not in keys.secrets:
        raise IdentityError("secret number 1 is gone, which made the ids of persons in records; restore it")
    return "person:" + _made(keys, 1, "local person", identifier.issuer, f"{identifier.KIND}\x1f{identifier.value}")


def _made(keys: PseudonymKeys, number: int, purpose: str, *parts: str) -> str:
    message = b"".join(
        len(part).to_bytes(4, "big") + part for part in (text.encode() for text in ("kyosei", purpose, *parts))
    )
    digest = hmac.digest(keys.secrets[number], message, "sha256")
    return f"p{number}-{base64.b32encode(digest).decode().rstrip('=').lower()}"
