"""What `kyosei law check` found, as a report and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kyosei.cli.law import words
from kyosei.cli.page import Page
from kyosei.statutes.checking import Drift, Fault, Findings, Reason, Unchecked
from kyosei.terms.citations import Citer
from kyosei.terms.text import Language
from kyosei.verdicts.names import day_said, provision_said
from kyosei.verdicts.schemas import Schema, published
from kyosei.verdicts.verdict import iso

__all__ = ["document", "findings_schema", "write_findings"]


def write_findings(law: str, findings: Findings, language: Language) -> None:
    """What drifted and who must read it again; what could not be checked; how much reads as it did."""
    page = Page()
    page.add((law, "bold"), " · ", words.UNCHANGED.said_in(language).format(findings.unchanged))
    if findings.drift:
        page.heading(f"{words.DRIFT.said_in(language)} ({len(findings.drift)})")
        for drift in findings.drift:
            _write_drift(page, drift, language)
        page.heading(words.RESTING.said_in(language))
        _write_citers(page, findings.to_read_again(), language)
    if findings.unchecked:
        page.heading(f"{words.UNCHECKED.said_in(language)} ({len(findings.unchecked)})")
        for unchecked in findings.unchecked:
            reason = words.REASONS[unchecked.reason].said_in(language)
            page.mark("?", provision_said(unchecked.provision, language), f" · {reason}")
            page.add(_ids(unchecked.cited_by), indent=2)
    page.write()


def _write_drift(page: Page, drift: Drift, language: Language) -> None:
    read = words.READ_ON.said_in(language).format(day_said(drift.read_on, language))
    page.mark("✗", (provision_said(drift.provision, language), "bold"), f" · {read}")
    said = [words.FAULTS[drift.fault].said_in(language)]
    if drift.fault is Fault.MISSING:
        said[0] += f" ({drift.detail})"
    said.append(words.TEXT_OF.said_in(language).format(day_said(drift.text_of, language)))
    if drift.looked_for != drift.provision:
        said.append(words.STOOD_AT.said_in(language).format(provision_said(drift.looked_for, language)))
    if drift.moved_to is not None:
        said.append(words.NOW_AT.said_in(language).format(provision_said(drift.moved_to, language)))
    page.add(" · ".join(said), indent=2)
    page.add(_ids(drift.cited_by), indent=2)


def _write_citers(page: Page, citers: Sequence[Citer], language: Language) -> None:
    for kind, title in words.CITERS.items():
        ids = [by.id for by in citers if by.kind == kind]
        if ids:
            page.add(f"{title.said_in(language)}: {', '.join(ids)}", hang=2)


def _ids(citers: Iterable[Citer]) -> str:
    return ", ".join(by.id for by in citers)


def document(law: str, findings: Findings) -> dict[str, object]:
    """The findings as JSON."""
    return {
        "law": law,
        "unchanged": findings.unchanged,
        "drift": [_drift(drift) for drift in findings.drift],
        "unchecked": [_unchecked(unchecked) for unchecked in findings.unchecked],
        "read_again": _citers(findings.to_read_again()),
    }


def _drift(drift: Drift) -> dict[str, object]:
    return {
        "provision": drift.provision.to_json(),
        "read_on": iso(drift.read_on),
        "looked_for": drift.looked_for.to_json(),
        "text_of": iso(drift.text_of),
        "fault": drift.fault.value,
        "detail": drift.detail,
        "moved_to": None if drift.moved_to is None else drift.moved_to.to_json(),
        "cited_by": _citers(drift.cited_by),
    }


def _unchecked(unchecked: Unchecked) -> dict[str, object]:
    return {
        "provision": unchecked.provision.to_json(),
        "read_on": iso(unchecked.read_on),
        "reason": unchecked.reason.value,
        "cited_by": _citers(unchecked.cited_by),
    }


def _citers(citers: Iterable[Citer]) -> list[dict[str, str]]:
    return [{"kind": by.kind, "id": by.id} for by in citers]


def findings_schema() -> Schema:
    """What `document` makes: a provision has the numbering of `read_on`, `looked_for` that of the text of `text_of`."""
    provision, day = {"$ref": "#/$defs/provision"}, {"$ref": "#/$defs/day"}
    citer = _object({"kind": {"enum": list(words.CITERS)}, "id": {"type": "string"}})
    citers: Schema = {"type": "array", "items": citer}
    drift = {
        "provision": provision,
        "read_on": day,
        "looked_for": provision,
        "text_of": day,
        "fault": {"enum": [fault.value for fault in Fault]},
        "detail": {"type": "string"},
        "moved_to": {"anyOf": [provision, {"type": "null"}]},
        "cited_by": citers,
    }
    unchecked = {
        "provision": provision,
        "read_on": day,
        "reason": {"enum": [reason.value for reason in Reason]},
        "cited_by": citers,
    }
    found = {
        "law": {"type": "string", "pattern": r"^[a-z]+@[0-9a-f]+$"},
        "unchanged": {"type": "integer", "minimum": 0},
        "drift": {"type": "array", "items": _object(drift)},
        "unchecked": {"type": "array", "items": _object(unchecked)},
        "read_again": citers,
    }
    return published("law-check", "What of the law no longer reads as it did", _object(found))


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}
