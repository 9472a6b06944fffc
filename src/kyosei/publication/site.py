"""All pages of the law, as bytes by path, and their writing into a folder."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kyosei.errors import InputError
from kyosei.norms.compiler import CompiledLaw
from kyosei.norms.graph import Graph, graph_of, system_of
from kyosei.publication.calendar.changes import Change, calendar_of, verified_on
from kyosei.publication.calendar.icalendar import feed_of
from kyosei.publication.calendar.page import days_shown
from kyosei.publication.cases import read_cases
from kyosei.publication.duty_page import duty_page
from kyosei.publication.norm_page import Setting, norm_page
from kyosei.publication.paraphrases import read_paraphrases
from kyosei.publication.speech import Speech
from kyosei.publication.stays import stays_shown
from kyosei.publication.words import LANGUAGES, system_said
from kyosei.statutes.sources import LegalSources
from kyosei.terms.text import Language

__all__ = ["CALENDAR_DAYS", "pages_of", "pages_of_duties", "write_pages"]

CALENDAR_DAYS = 5 * 365
"""How far the calendar looks ahead of the day on which the law was last verified."""
_ALL: tuple[Language, ...] = ("ja", "ja-easy", "en")


@cache
def _templates() -> Environment:
    """Everything is escaped, and a name that a page does not have is an error."""
    return Environment(
        loader=PackageLoader("kyosei.publication", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip


@cache
def _style() -> tuple[Markup, str]:
    """The style sheet, which stands in every page, and its digest, which alone the page's policy permits."""
    text = (resources.files("kyosei.publication") / "templates" / "style.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), f"sha256-{digest}"


def pages_of(law: CompiledLaw, sources: LegalSources) -> dict[str, bytes]:
    """By path: a start page, and in each language indexes, the registry of laws, the statuses of residence, a calendar, a page a
    norm, and a page a duty.

    The same law makes the same bytes. LawError for a table of cases or a file of words that is none.
    """
    setting = Setting(law, sources, tuple(read_cases(sources.cases)), read_paraphrases(sources.words))
    graph = graph_of(law)
    first = verified_on(law)
    changes = calendar_of(law, sources, first, first + CALENDAR_DAYS)
    pages = {"index.html": _render("start.html", "ja", "index.html", {"names": LANGUAGES})}
    for language in _ALL:
        speech = Speech(language, sources.laws)
        groups: dict[str, list[object]] = {}
        for norm in law.norms:
            groups.setdefault(system_said(system_of(norm.id), language), []).append(norm.latest)
        common = {"say": speech, "law": law.version}
        path = "index.html"
        pages[f"{language}/{path}"] = _render("norms.html", language, path, {**common, "groups": groups})
        path = "laws.html"
        pages[f"{language}/{path}"] = _render("laws.html", language, path, {**common, "laws": sources.laws})
        path = "stays.html"
        stays = tuple(stays_shown(sources.stays, speech))
        pages[f"{language}/{path}"] = _render("stays.html", language, path, {**common, "stays": stays})
        for norm in law.norms:
            path = f"norms/{norm.id}.html"
            page = norm_page(setting, norm, speech)
            pages[f"{language}/{path}"] = _render("norm.html", language, path, {**common, "page": page})
        pages |= pages_of_duties(law, graph, speech)
        pages |= _calendar(law, changes, speech, common)
    return pages


def _calendar(
    law: CompiledLaw, changes: Sequence[Change], speech: Speech, common: Mapping[str, object]
) -> dict[str, bytes]:
    """The calendar as a page and as a feed."""
    language, first, path = speech.language, verified_on(law), "calendar.html"
    days = days_shown(law, changes, language)
    told = {"days": days, "first": speech.day(first), "last": speech.day(first + CALENDAR_DAYS - 1)}
    return {
        f"{language}/{path}": _render("calendar.html", language, path, {**common, **told}),
        f"{language}/calendar.ics": feed_of(changes, law.version, first, language).encode(),
    }


def pages_of_duties(law: CompiledLaw, graph: Graph, speech: Speech) -> dict[str, bytes]:
    """In one language, a page for each norm that has a bearer, and their index."""
    language, pages = speech.language, dict[str, bytes]()
    common = {"say": speech, "law": law.version}
    groups: dict[str, list[object]] = {}
    for norm in law.norms:
        if norm.latest.bearer is not None:
            path = f"duties/{norm.id}.html"
            page = duty_page(law, graph, norm, speech)
            groups.setdefault(system_said(system_of(norm.id), language), []).append(page)
            pages[f"{language}/{path}"] = _render("duty.html", language, path, {**common, "page": page})
    path = "duties.html"
    pages[f"{language}/{path}"] = _render("duties.html", language, path, {**common, "groups": groups})
    return pages


def _render(template: str, language: Language, path: str, content: Mapping[str, object]) -> bytes:
    """A page. `path`: within its language, so that the same page in the others is found."""
    style, digest = _style()
    depth = path.count("/") + (template != "start.html")
    text = _templates().get_template(template).render(
        style=style, digest=digest, language=language, languages=LANGUAGES, path=path, up="../" * depth,
        home="../" * path.count("/"), **content,
    )  # fmt: skip
    return text.encode()


def write_pages(pages: Mapping[str, bytes], directory: Path) -> None:
    """Write pages into a folder that is new or empty. InputError if it is not, or cannot be written."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        if any(directory.iterdir()):
            raise InputError(
                f"{directory} is not empty; name a new folder, so that no page of an older law stays in it"
            )
        for path, content in pages.items():
            file = directory / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    except OSError as error:
        raise InputError(f"{directory} cannot be written: {error.strerror or error}; name another folder") from error
