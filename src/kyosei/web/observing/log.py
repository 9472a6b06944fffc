"""The log: JSON, a line for each thing. Of what went wrong it has the type and the places in our code, and no message of it.

A message may hold whatever somebody typed, and that of a database what was stored. So only the sentences that the code writes out
are told, with the few values that it puts in: names of pages, kinds of refusals.
"""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TextIO

from kyosei.web.observing.seen import Seen

__all__ = ["JsonLines", "log_to", "request_lines"]

_LOG: Final = logging.getLogger("kyosei.web.requests")


class JsonLines(logging.Formatter):
    """Formats a record as one line."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        told: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(), "logger": record.name,
        }  # fmt: skip
        seen = getattr(record, "seen", None)
        if isinstance(seen, Seen):
            told |= {
                "method": seen.method,
                "route": seen.route,
                "status": seen.status,
                "ms": round(seen.seconds * 1_000, 1),
            }
        elif record.name.startswith("kyosei."):
            told["message"] = record.getMessage()
        else:
            told["message"] = record.msg if isinstance(record.msg, str) and not record.args else "told by a library"
        if record.exc_info is not None and record.exc_info[0] is not None:
            told |= _told_of(record.exc_info[1])
        return json.dumps(told, ensure_ascii=False)


def log_to(stream: TextIO, *, requests: bool) -> None:
    """From now on all that is logged goes there, as lines. requests: whether that includes each request."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("kyosei").setLevel(logging.INFO if requests else logging.WARNING)


def request_lines() -> Callable[[Seen], None]:
    """An observer that logs each request."""

    def observe(seen: Seen) -> None:
        _LOG.info("request", extra={"seen": seen})

    return observe


def _told_of(error: BaseException | None) -> dict[str, object]:
    """Types from the one that was raised to its first cause, and where: files of ours by their place, others by name alone."""
    types: list[str] = []
    places: list[str] = []
    while error is not None and len(types) < 10:
        types.append(type(error).__name__)
        frames = traceback.extract_tb(error.__traceback__)
        places += [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames[-8:]]
        error = error.__cause__ or error.__context__
    return {"error": types, "places": places}
