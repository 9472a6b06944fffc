"""Where the portal is reached: its one origin. Requests for another host are refused, and cookies belong to it alone."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from kyosei.errors import QuestionError

__all__ = ["Origin"]

_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Origin:
    """scheme, host and port, as a browser writes them."""

    scheme: str
    host: str

    @staticmethod
    def read(written: str) -> Origin:
        """From text such as https://kyosei.example. QuestionError if it is no origin, or not a safe one."""
        parts = urlsplit(written)
        if parts.scheme not in ("http", "https") or not parts.netloc or parts.path not in ("", "/") or parts.query:
            raise QuestionError(f"--origin {written!r} is no origin; write it as in https://kyosei.example")
        if parts.scheme == "http" and (parts.hostname or "") not in ("127.0.0.1", "localhost", "::1"):
            raise QuestionError(
                f"--origin {written!r}: over plain HTTP anybody on the way reads along; put a server with TLS before it "
                "and name its https:// address"
            )
        return Origin(parts.scheme, parts.netloc.lower())

    @property
    def is_secure(self) -> bool:
        """Whether it is reached over TLS."""
        return self.scheme == "https"

    @property
    def text(self) -> str:
        """As browsers send it."""
        return f"{self.scheme}://{self.host}"

    def serves(self, host: str) -> bool:
        """Whether a request for this host is for us; of a loopback origin under each of its names."""
        if host.lower() == self.host:
            return True
        port = self.host.rpartition(":")[2]
        return not self.is_secure and host.lower() in {f"{name}:{port}" for name in _LOOPBACK}
