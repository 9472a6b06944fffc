"""Metrics in the format of Prometheus, on a listener of their own that this machine alone reaches."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server

from kyosei.errors import QuestionError
from kyosei.web.observing.seen import Seen

__all__ = ["Metrics", "serve_metrics"]

_SECONDS: Final = (0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
"""A page has 0.2."""


class Metrics:
    """Counts requests by route, method and status. Each label is one of few values that the code writes out."""

    def __init__(self, is_working: Callable[[], bool]) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "kyosei_requests", "Requests answered.", ("route", "method", "status"), registry=self.registry
        )
        self._seconds = Histogram(
            "kyosei_request_seconds", "How long they took.", ("route",), buckets=_SECONDS, registry=self.registry
        )
        worker = Gauge("kyosei_worker_running", "Whether the worker runs: 1, or 0.", registry=self.registry)
        worker.set_function(lambda: float(is_working()))

    def observe(self, seen: Seen) -> None:
        """Counts one."""
        self._requests.labels(seen.route, seen.method, str(seen.status)).inc()
        self._seconds.labels(seen.route).observe(seen.seconds)


def serve_metrics(metrics: Metrics, port: int) -> Callable[[], None]:
    """Serves them at http://127.0.0.1:PORT/metrics; what ends it. QuestionError if something else listens there."""
    try:
        server, thread = start_http_server(port, "127.0.0.1", metrics.registry)
    except OSError as error:
        raise QuestionError(f"--metrics-port {port} cannot be used: {error.strerror}; name another") from error

    def end() -> None:
        server.shutdown()
        server.server_close()
        thread.join(5)

    return end
