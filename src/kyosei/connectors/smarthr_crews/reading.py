"""Reads a file of SmartHR answers whole: the company, then its crews, as the employer's own word.

One line reads `{"request": "GET https://aozora.smarthr.jp/api/v1/crews?page=1", "retrieved_at": "…", "response": […]}`.
The company is known by its subdomain, the only name of it that these answers have. Of a crew that is answered twice
the later answer stands.
"""

from __future__ import annotations

import re

from kyosei.connectors.api_answers.envelopes import Envelope, read_envelopes
from kyosei.connectors.api_answers.located import Located
from kyosei.connectors.connector import Connector, Line
from kyosei.connectors.lines import employer_line, shown, unrepeated
from kyosei.connectors.smarthr_crews.crews import crew_lines, identifier

__all__ = ["SMARTHR_CREWS"]

NAME = "smarthr-crews"
REQUEST = re.compile(
    r"GET https://(?P<tenant>[a-z0-9][a-z0-9-]{0,62})\.smarthr\.jp/api/v1/crews(?:/(?P<crew>[0-9A-Za-z-]{1,60}))?(?:\?.*)?"
)


def read(file: str, content: bytes) -> list[Line]:
    """The case-file lines of a file of answers."""
    latest: dict[tuple[str, str], tuple[Envelope, Located]] = {}
    for envelope in read_envelopes("SmartHR", file, content):
        tenant, crews = answered(envelope)
        for crew in crews:
            key = (tenant, identifier(crew))
            known = latest.get(key)
            if known is not None and known[0].retrieved_at == envelope.retrieved_at and known[1].value != crew.value:
                raise crew.refusal(
                    "differs from another answer retrieved at the same instant; keep the one that is right"
                )
            if known is None or known[0].retrieved_at <= envelope.retrieved_at:
                latest[key] = (envelope, crew)
    tenants = sorted({tenant for tenant, _ in latest})
    lines = [employer_line(f"org:smarthr-{tenant}", [{"script": "Latn", "text": tenant}]) for tenant in tenants]
    stated: list[Line] = []
    for (tenant, _), (envelope, crew) in sorted(latest.items(), key=lambda entry: entry[0]):
        stated += crew_lines(NAME, crew, f"org:smarthr-{tenant}", envelope.retrieved_at)
    parties = [line for line in stated if line["type"] == "party"]
    return unrepeated([*lines, *parties, *(line for line in stated if line["type"] != "party")])


def answered(envelope: Envelope) -> tuple[str, list[Located]]:
    """The company that was asked, and the crews of the answer: a list, or the one that was asked for."""
    text = envelope.request.text()
    match = REQUEST.fullmatch(text)
    if match is None:
        raise envelope.request.refusal(
            f"is {shown(text)}; write what was asked, as 'GET https://(company).smarthr.jp/api/v1/crews?page=1'"
        )
    if match["crew"] is None:
        return match["tenant"], list(envelope.response.items())
    place = envelope.response.member("id")
    if place.text() != match["crew"]:
        raise place.refusal(
            f"is {shown(place.value)}, but the request asks for another crew; pair requests and answers"
        )
    return match["tenant"], [envelope.response]


SMARTHR_CREWS = Connector(
    name=NAME,
    title_ja="SmartHR 従業員（APIの応答）",
    title_en="SmartHR crews (API answers)",
    suffix=".jsonl",
    read=read,
)
