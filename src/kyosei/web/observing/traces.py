"""Traces (OpenTelemetry): a span for each request, named after its route. Off unless a collector is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyosei.errors import QuestionError
from kyosei.web.observing.seen import Seen

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import SpanProcessor

__all__ = ["Traces", "exported_to"]

_NANOSECONDS = 1_000_000_000


class Traces:
    """Makes spans. No context is taken from whoever calls: what they write there would go along."""

    def __init__(self, processor: SpanProcessor) -> None:
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider

        self._provider = TracerProvider(resource=Resource({"service.name": "kyosei"}), shutdown_on_exit=False)
        self._provider.add_span_processor(processor)
        self._tracer = self._provider.get_tracer("kyosei.web")

    def observe(self, seen: Seen) -> None:
        """One span."""
        from opentelemetry.context import Context
        from opentelemetry.trace import SpanKind, Status, StatusCode

        attributes: dict[str, str | int] = {
            "http.request.method": seen.method, "http.route": seen.route, "http.response.status_code": seen.status,
        }  # fmt: skip
        name, kind = f"{seen.method} {seen.route}", SpanKind.SERVER
        span = self._tracer.start_span(name, Context(), kind, attributes, start_time=seen.began)
        if seen.status >= 500:
            span.set_status(Status(StatusCode.ERROR))
        span.end(seen.began + int(seen.seconds * _NANOSECONDS))

    def end(self) -> None:
        """Sends what is left."""
        self._provider.shutdown()


def exported_to(collector: str) -> SpanProcessor:
    """Sends spans to a collector by OTLP over HTTP. QuestionError where the packages for that are not there."""
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        raise QuestionError("--traces needs packages that are not here: `pip install kyosei[traces]`") from error
    return BatchSpanProcessor(OTLPSpanExporter(endpoint=f"{collector.rstrip('/')}/v1/traces"))
