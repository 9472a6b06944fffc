"""Who calls the API: a program of an institution with a signed assertion, or whoever is signed in to the portal.

An assertion is a JWT (RFC 7519) under a key that the register of the journal has for the institution, alive for five minutes at
most (as RFC 7523 section 3 has it): `iss` the institution, `sub` the actor whose key it is, `aud` our origin, `role` in which
it calls; one that has a `jti` works once. Its type keeps it apart from signed entries, so that neither is taken for the other.
"""

from __future__ import annotations

from typing import Final

from fastapi import Request
from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from kyosei.access.requests import Role
from kyosei.errors import InputError
from kyosei.journal.registry import RegisteredKey, declared_roles, registered_key
from kyosei.web.api.problems import Problem, ProblemError
from kyosei.web.portal import Portal
from kyosei.web.security.sessions import is_token, session_cookie_name
from kyosei.web.visitor import Visitor

__all__ = ["ASSERTION_TYPE", "caller_of", "portal_of", "program_of", "seconds_to_wait"]

ASSERTION_TYPE: Final = "kyosei-access+jwt"
_ALGORITHM: Final = "Ed25519"
_SECONDS_MAX: Final = 300
_CLOCKS_DIFFER_SECONDS: Final = 30
_OFFICES: Final = ("authority:", "municipality:", "insurer:")
_BYTES_MAX: Final = 4_096


def portal_of(request: Request) -> Portal:
    """The portal that the API belongs to."""
    portal = request.app.state.portal
    assert isinstance(portal, Portal)
    return portal


def caller_of(request: Request) -> Visitor:
    """Who calls. ProblemError if nobody can be recognised, or if they have asked too often lately."""
    portal = portal_of(request)
    visitor = _recognised(portal, request)
    seconds = seconds_to_wait(portal, visitor)
    if seconds > 0:
        raise ProblemError(Problem.TOO_MANY, f"ask again in {seconds} seconds", seconds)
    return visitor


def seconds_to_wait(portal: Portal, visitor: Visitor) -> int:
    """Counts one question of a caller; 0: it may be asked now, else in how many seconds."""
    return portal.pace.wait(f"{visitor.actor} {visitor.organisation}")


def program_of(request: Request) -> Visitor:
    """Which institution's program calls; a session is none, so that no page elsewhere can send anything with it."""
    if not _bears(request):
        raise ProblemError(Problem.NOT_SIGNED_IN, "send a signed assertion as bearer token")
    return caller_of(request)


def _bears(request: Request) -> bool:
    return request.headers.get("authorization", "").partition(" ")[0].lower() == "bearer"


def _recognised(portal: Portal, request: Request) -> Visitor:
    if _bears(request):
        return _asserted(portal, request.headers["authorization"].partition(" ")[2].strip())
    token = request.cookies.get(session_cookie_name(portal.origin), "")
    visitor = portal.sessions.visitor(token) if is_token(token) else None
    if visitor is None:
        raise ProblemError(Problem.NOT_SIGNED_IN, "sign in to the portal, or send a signed assertion as bearer token")
    return visitor


def _asserted(portal: Portal, assertion: str) -> Visitor:
    """Whom an assertion names, verified. Why one is refused is not told: only its owner needs it, and has the rules above."""
    refused = ProblemError(Problem.NOT_SIGNED_IN, "the assertion is not valid: see the rules in the documentation")
    if len(assertion) > _BYTES_MAX:
        raise refused
    try:
        key = _key_of(portal, assertion)
        token = jwt.decode(assertion, OKPKey.import_key(_jwk(key)), algorithms=[_ALGORITHM])
        claims, now = token.claims, portal.clock() // 1_000_000
        issued, ends = int(claims["iat"]), int(claims["exp"])
        begins = max(issued, int(claims.get("nbf", issued)))
        in_time = begins - _CLOCKS_DIFFER_SECONDS <= now < ends <= issued + _SECONDS_MAX
        fits = (claims["iss"], claims["sub"]) == (key.institution, key.actor.id) and _names(claims["aud"], portal)
        role = Role(claims["role"])
    except (JoseError, InputError, ValueError, KeyError, TypeError) as error:
        raise refused from error
    if not (in_time and fits and token.header.get("typ") == ASSERTION_TYPE and _may_be(portal, key.institution, role)):
        raise refused
    if "jti" in claims and not portal.used.is_new(key.institution, claims["jti"], ends * 1_000_000):
        raise refused
    return Visitor(key.actor.id, role, organisation=key.institution)


def _names(audience: object, portal: Portal) -> bool:
    """Whether an assertion is meant for us, perhaps among others."""
    return portal.origin.text in (audience if isinstance(audience, list) else [audience])


def _key_of(portal: Portal, assertion: str) -> RegisteredKey:
    """The key that an assertion names, if it may sign now. EntryRefusedError if it may not."""
    header = jws.extract_compact(assertion.encode(), None, jws.JWSRegistry(algorithms=[_ALGORITHM])).headers()
    with portal.engine.connect() as connection:
        return registered_key(connection, str(header.get("kid")), portal.clock())


def _jwk(key: RegisteredKey) -> dict[str, str | list[str]]:
    return {"kty": "OKP", "crv": "Ed25519", "x": key.key.text}


def _may_be(portal: Portal, institution: str, role: Role) -> bool:
    """Whether an institution has a role: offices are known by their ids, organisations by what is declared of them."""
    if role is Role.OFFICER:
        return institution.startswith(_OFFICES)
    with portal.engine.connect() as connection:
        return institution.startswith("org:") and role.value in declared_roles(connection, institution)
