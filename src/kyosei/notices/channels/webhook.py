"""Webhooks by the Standard Webhooks specification: a thin event that says that there is a notice, and nothing of what it says.

The body is a CloudEvent (CloudEvents 1.0, JSON). It goes over a connection to the address that was checked, follows no
redirect, and reads little of the answer. Only an answer of 2xx counts as delivered; 410 ends the endpoint.
"""

from __future__ import annotations

import http.client
import json
import socket
import ssl
from collections.abc import Callable
from typing import Final

from kyosei.errors import UnsafeAddressError
from kyosei.notices.channels.channel import Failed, HandedOver, Outcome, Parcel, Refused
from kyosei.notices.channels.guard import Destination, Guard
from kyosei.notices.channels.signing import signature_header
from kyosei.timelines.days import instant_from_microseconds

__all__ = ["WebhookChannel", "event_of"]

EVENT_TYPE: Final = "kyosei.notice.made"
_SECONDS_MOST: Final = 20.0
_MICROSECONDS: Final = 1_000_000
_GONE: Final = 410


def event_of(parcel: Parcel) -> bytes:
    """The event: only keys, by which the receiver reads the notice with its own authority. The same bytes at every attempt."""
    event = {
        "specversion": "1.0",
        "id": parcel.key,
        "source": "urn:kyosei:notices",
        "type": EVENT_TYPE,
        "time": instant_from_microseconds(parcel.made_at).isoformat().replace("+00:00", "Z"),
        "datacontenttype": "application/json",
        "data": {"notices": list(parcel.notices)},
    }
    return json.dumps(event, sort_keys=True, separators=(",", ":")).encode()


class WebhookChannel:
    """secrets_of: the secrets of a party's endpoint that sign at an instant, the newest first."""

    def __init__(
        self, secrets_of: Callable[[str, int], tuple[bytes, ...]], guard: Guard, context: ssl.SSLContext | None = None
    ) -> None:
        self._secrets_of = secrets_of
        self._guard = guard
        self._context = context or ssl.create_default_context()

    def hand_over(self, parcel: Parcel, now: int) -> Outcome:
        """Posts the event. What a network does is `Failed`; what will not change by itself is `Refused`."""
        try:
            destination = self._guard.destination(parcel.address)
        except UnsafeAddressError as error:
            return Refused(str(error))
        except OSError as error:
            return Failed(f"{parcel.address}: {error}")
        body = event_of(parcel)
        seconds = now // _MICROSECONDS
        headers = {
            "Host": _host(destination),
            "Content-Type": "application/cloudevents+json; charset=utf-8",
            "Content-Length": str(len(body)),
            "User-Agent": "Kyosei",
            "Connection": "close",
            "webhook-id": parcel.key,
            "webhook-timestamp": str(seconds),
            "webhook-signature": signature_header(self._secrets_of(parcel.recipient, now), parcel.key, seconds, body),
        }
        connection = _Pinned(destination, self._context)
        try:
            connection.request("POST", destination.target, body, headers)
            answer = connection.getresponse()
            return _outcome(answer.status, answer.getheader("Retry-After"))
        except (OSError, http.client.HTTPException) as error:
            return Failed(f"{destination.host}: {type(error).__name__}: {error}")
        finally:
            connection.close()


class _Pinned(http.client.HTTPConnection):
    """A connection to the address that was checked, whatever the name resolves to by now; TLS asks for the name."""

    def __init__(self, destination: Destination, context: ssl.SSLContext) -> None:
        super().__init__(destination.host, destination.port, timeout=_SECONDS_MOST)
        self._destination = destination
        self._context = context

    def connect(self) -> None:
        """Opens it."""
        opened = socket.create_connection((self._destination.address, self._destination.port), _SECONDS_MOST)
        if self._destination.secure:
            opened = self._context.wrap_socket(opened, server_hostname=self._destination.host)
        self.sock = opened


def _host(destination: Destination) -> str:
    host = f"[{destination.host}]" if ":" in destination.host else destination.host
    return host if destination.port in (80, 443) else f"{host}:{destination.port}"


def _outcome(status: int, retry_after: str | None) -> Outcome:
    if 200 <= status < 300:
        return HandedOver(delivered=True, detail=f"answered {status}")
    if status == _GONE:
        return Refused("answered 410: the endpoint is gone", gone=True)
    wait = int(retry_after) if retry_after is not None and retry_after.isascii() and retry_after.isdigit() else None
    return Failed(f"answered {status}", wait)
