"""Where a webhook may go: to public addresses alone, and to the very address that was checked.

Whoever registers an address could otherwise have us call our own network (server-side request forgery): a name that resolves to
a private, loopback, link-local or metadata address, also inside an IPv6 address that embeds it, or one that resolves to
another address at the second look.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit

from kyosei.errors import UnsafeAddressError

__all__ = ["Destination", "Guard", "resolve"]

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
Resolver = Callable[[str, int], Sequence[str]]

_WELL_KNOWN: Final = IPv6Network("64:ff9b::/96")
_LOCAL_USE: Final = IPv6Network("64:ff9b:1::/48")
_COMPATIBLE: Final = IPv6Network("::/96")
_NAT64_BITS: Final = 0xFFFFFFFF
_HTTPS: Final = 443
_HTTP: Final = 80
_FIRST_FREE_PORT: Final = 1024


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to connect: the address that was checked, and the host that TLS and the request name."""

    secure: bool
    host: str
    port: int
    address: str
    target: str


def resolve(host: str, port: int) -> Sequence[str]:
    """Every address of a host by the system's resolver. OSError if it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Guard:
    """The check. permitted: networks of the operator's own that may be called all the same, also without TLS."""

    resolver: Resolver = resolve
    permitted: tuple[Network, ...] = ()

    def destination(self, url: str) -> Destination:
        """Where a webhook with this address goes. UnsafeAddressError says why it goes nowhere; OSError: no such host now."""
        parts = _parts(url)
        host, secure = parts.hostname or "", parts.scheme == "https"
        port = parts.port or (_HTTPS if secure else _HTTP)
        addresses = self.resolver(host, port)
        if not addresses:
            raise OSError(f"{host} has no address")
        own = all(self._is_permitted(ip_address(address)) for address in addresses)
        if not own:
            for address in addresses:
                _refuse_inner(host, address)
            if not secure:
                raise UnsafeAddressError(f"{url}: a webhook goes over https; register an https address")
            if port != _HTTPS and port < _FIRST_FREE_PORT:
                raise UnsafeAddressError(f"{url}: port {port} belongs to another service; use 443, or one from 1024 on")
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return Destination(secure, host, port, addresses[0], target)

    def _is_permitted(self, address: Address) -> bool:
        return any(address in network for network in self.permitted if network.version == address.version)


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  # reading it checks it
    except ValueError as error:
        raise UnsafeAddressError(f"{url}: this is no address: {error}") from error
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise UnsafeAddressError(f"{url}: a webhook's address begins with https:// and names a host")
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise UnsafeAddressError(f"{url}: a webhook's address has no user, password or fragment")
    if not url.isascii() or any(character.isspace() or not character.isprintable() for character in url):
        raise UnsafeAddressError("a webhook's address is ASCII and has no spaces; write xn--… for a host, %… in a path")
    return parts


def _refuse_inner(host: str, written: str) -> None:
    try:
        address = ip_address(written.split("%", maxsplit=1)[0])
    except ValueError as error:
        raise UnsafeAddressError(f"{host} resolves to {written}, which is no address") from error
    embedded = _embedded(address)
    for one in embedded if address in _WELL_KNOWN else (address, *embedded):
        if not one.is_global or one.is_multicast or one.is_reserved:
            raise UnsafeAddressError(f"{host} resolves to {written}, which is not on the public internet")
    if isinstance(address, IPv6Address) and (address in _LOCAL_USE or "%" in written):
        raise UnsafeAddressError(f"{host} resolves to {written}, which is not on the public internet")


def _embedded(address: Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 address leads to: mapped, compatible, 6to4, Teredo, NAT64 (RFC 4291, 3056, 4380, 6052)."""
    if isinstance(address, IPv4Address):
        return []
    found = [one for one in (address.ipv4_mapped, address.sixtofour) if one is not None]
    if address.teredo is not None:
        found += address.teredo
    if address in _WELL_KNOWN or (address in _COMPATIBLE and int(address) > 1):
        found.append(IPv4Address(int(address) & _NAT64_BITS))
    return found
