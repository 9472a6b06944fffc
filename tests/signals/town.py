"""The lines of a small town: employers with workers, a pension office that counts, and one employer that becomes late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

__all__ = ["KNOWN", "LATE", "PERSONAL", "WORKERS", "lines"]

Line = dict[str, Any]  # Any: JSON
KNOWN = "2026-06-30T12:00:00+09:00"
LATE = "org:employer-0"
PERSONAL = "org:employer-1"
"""A sole proprietor, late as well: a natural person, whom no signal names."""
EMPLOYERS = 9
WORKERS = 12
_PENSION = "authority:pension-service"


def lines() -> Iterator[Line]:
    """Parties, contracts, engagements; then each month three acquisition notices of each employer, late ones from 2026 on."""
    yield _party("org:supporter", "supporter")
    for employer in range(EMPLOYERS):
        yield _party(f"org:employer-{employer}", "employer")
        yield _statement(
            f"profile-{employer}", "employer.profile", f"org:employer-{employer}", {"employer": f"org:employer-{employer}"},
            "2024-06-01", {"prefecture": "13" if employer < 2 else "27",
                           "legal_form": "sole_proprietor" if employer == 1 else "corporation"}, date(2024, 6, 3),
        )  # fmt: skip
        for worker in range(WORKERS):
            yield from _worker(employer, worker)
    yield {"type": "party", "id": "person:twice", "party": "person"}
    for month in range(18):
        for employer in range(EMPLOYERS):
            for notice in range(3):
                yield _notice(month, employer, notice)
    for employer in range(EMPLOYERS):
        yield {
            "type": "coverage", "id": f"count-{employer}", "kind": "pension.acquisition_notice", "source": _PENSION,
            "about": {"employer": f"org:employer-{employer}"}, "from": "2025-01-01", "until": "2026-06-29",
            "count": 54 if employer else 55, "stated_at": "2026-06-29T10:00:00+09:00",
        }  # fmt: skip


def _worker(employer: int, worker: int) -> Iterator[Line]:
    person, about = f"person:{employer}-{worker}", {"employer": f"org:employer-{employer}"}
    yield {"type": "party", "id": person, "party": "person"}
    source, began = f"org:employer-{employer}", "2024-06-01"
    yield _statement(
        f"contract-{employer}-{worker}",
        "work.contract",
        source,
        {"person": person, **about},
        began,
        {},
        date(2024, 6, 3),
    )
    if employer < 2:
        parties = {"person": person, **about, "supporter": "org:supporter"}
        yield _statement(
            f"engagement-{employer}-{worker}",
            "support.engagement",
            "org:supporter",
            parties,
            began,
            {},
            date(2024, 6, 4),
        )


def _notice(month: int, employer: int, notice: int) -> Line:
    """Received on the 1st, 11th or 21st or a little later; of the two employers that change, forty days after the event."""
    received = date(2025 + month // 12, month % 12 + 1, 1 + 10 * notice) + timedelta(days=employer % 3)
    # One of the others is late now and then, so that the usual odds can be told.
    late = (employer < 2 and month >= 6) or (month + notice + employer) % 7 == 0
    acquired = received - timedelta(days=40 if late else 2)
    return {
        "type": "statement", "id": f"notice-{month}-{employer}-{notice}", "kind": "pension.acquisition_notice",
        "source": _PENSION,
        "about": {"person": f"person:{employer}-{(month + 5 * notice) % WORKERS}", "employer": f"org:employer-{employer}"},
        "on": received.isoformat(), "data": {"acquired_on": acquired.isoformat()},
        "stated_at": f"{received + timedelta(days=1)}T10:00:00+09:00",
    }  # fmt: skip


def _party(id_: str, role: str) -> Line:
    return {"type": "party", "id": id_, "party": "organisation", "roles": [role]}


def _statement(id_: str, kind: str, source: str, about: dict[str, str], from_: str, data: Line, stated: date) -> Line:
    return {
        "type": "statement", "id": id_, "kind": kind, "source": source, "about": about, "from": from_, "data": data,
        "stated_at": f"{stated}T09:00:00+09:00",
    }  # fmt: skip
