"""`kyosei cases gateways`, and where a case may go: the offices, what joins two of them, and which the law keeps apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import typer

from kyosei.cli.arguments import Format, FormatOption, LanguageOption, language_of
from kyosei.cli.cases import words
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import Page, write_json

if TYPE_CHECKING:
    from kyosei.cases.offices import Offices, Way
    from kyosei.norms.gateways import Gateway
    from kyosei.terms.text import Language

__all__ = ["gateways", "gateways_document", "office_said", "offices_of", "ways_document", "write_ways"]

Document = Mapping[str, Any]  # Any: JSON


def gateways(context: typer.Context, format_: FormatOption = Format.TEXT, lang: LanguageOption = None) -> None:
    """List the legal gateways between offices: what may pass from which to which, since when, by which provision."""
    found = LawSource.of(context).gateways()
    if format_ is Format.JSON:
        write_json(gateways_document(found))
        return
    page, language = Page(), language_of(lang)
    for one in found:
        _write_gateway(page, one, language)
    page.blank()
    page.add(words.NO_OTHER_GATEWAY.said_in(language))
    page.write()


def gateways_document(found: Sequence[Gateway]) -> dict[str, Any]:  # Any: JSON
    """As `kyosei cases gateways --format json` writes it."""
    return {"gateways": [_gateway(one) for one in found]}


def offices_of(source: LawSource) -> Offices:
    """The offices in charge under the law as it is now, and the gateways between them."""
    from kyosei.cases.cures import Owing

    return Owing.under(source.compile_law(), source.gateways()).offices


def ways_document(ways: Iterable[Way]) -> list[dict[str, Any]]:  # Any: JSON
    """Where a case may go: `kept_apart` offices get nothing of it; `others` lead there and do not carry it."""
    return [
        {
            "office": way.office, "in_charge": way.in_charge, "kept_apart": way.is_kept_apart,
            "through": None if way.through is None else way.through.id, "others": [one.id for one in way.others],
        }
        for way in ways
    ]  # fmt: skip


def write_ways(page: Page, ways: Iterable[Way], told: Sequence[str], language: Language) -> None:
    """Where a case may go, office by office; those that are kept apart are named together, as what protects people."""
    from kyosei.verdicts.naming import provision_said

    apart = []
    page.add(f"  {words.OFFICES.said_in(language)}")
    for way in ways:
        if way.is_kept_apart:
            apart.append(way)
            continue
        said = [office_said(way.office, language)]
        if way.through is None:
            said.append(words.IN_CHARGE.said_in(language))
        else:
            said.append(words.OPENINGS[way.through.opening].said_in(language))
            said += [provision_said(one, language) for one in way.through.provisions]
        said += [words.WAS_TOLD.said_in(language)] if way.office in told else []
        page.add(f"    {' · '.join(said)}", hang=4)
    if apart:
        named = ("、", ", ")[language == "en"].join(office_said(way.office, language) for way in apart)
        page.add(f"    {words.KEPT_APART.said_in(language).format(named)}", hang=4)


def office_said(office: str, language: Language) -> str:
    """An office in words with its id."""
    from kyosei.facts.statements import Case
    from kyosei.verdicts.names import party_said

    return (
        words.MUNICIPALITIES.said_in(language) if office == "municipality:*" else party_said(office, Case({}), language)
    )


def _gateway(one: Gateway) -> dict[str, Any]:  # Any: JSON
    force = one.force
    return {
        "id": one.id, "from": one.from_office, "to": one.to_office, "opening": one.opening.value,
        "passes": {"ja": one.passes.ja, "ja-easy": one.passes.easy, "en": one.passes.en},
        "provisions": [provision.to_json() for provision in one.provisions],
        "since": None if force.from_day is None else force.from_day.isoformat(), "sureness": force.sureness,
        "read_on": one.read_on.isoformat(), "look_again": one.look_again.isoformat(), "carries": list(one.carries),
    }  # fmt: skip


def _write_gateway(page: Page, one: Gateway, language: Language) -> None:
    from kyosei.timelines.days import day_from_date
    from kyosei.verdicts.names import day_said
    from kyosei.verdicts.naming import provision_said

    page.blank()
    page.add((f"{office_said(one.from_office, language)} → {office_said(one.to_office, language)}", "bold"), hang=2)
    page.add(f"  {one.passes.said_in(language)}", hang=2)
    provisions = [provision_said(provision, language) for provision in one.provisions]
    page.add(f"  {' · '.join([*provisions, words.OPENINGS[one.opening].said_in(language)])}", hang=2)
    if one.force.from_day is not None:
        since = day_said(day_from_date(one.force.from_day), language)
        page.add(f"  {words.SINCE[one.force.sureness].said_in(language).format(since)}", hang=2)
    carried = ", ".join(one.carries) or words.CARRIES_NO_CASE.said_in(language)
    page.add(f"  {words.CARRIES.said_in(language).format(carried)}", hang=2)
