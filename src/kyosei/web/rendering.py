"""Pages as HTML: a template sees the fields of its page record and what the layout gives, and nothing else.

Everything is escaped, and a name that a page does not have is an error. The style sheet is put together once, out of the tokens
of the Digital Agency and the styles beside the components, and named by its digest, so that a browser keeps it for good.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from kyosei.facts.statements import Case
from kyosei.web.borrowing import plain
from kyosei.web.completeness import check_translations, is_reviewed
from kyosei.web.components import COMPONENTS
from kyosei.web.languages import COMPLETE, TONGUES, Tongue
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.pages.problem.page import PROBLEM
from kyosei.web.security.sessions import form_token
from kyosei.web.speech import Speech
from kyosei.web.untranslated import UNTRANSLATED
from kyosei.web.visit import Visit
from kyosei.web.words import say_beside, words_beside

__all__ = ["LAYOUT_GIVES", "StyleSheet", "environment", "load_pages", "rendered", "style_sheet"]

LAYOUT_GIVES: Final = (
    "say", "common", "speech", "language", "tongue", "tongues", "is_reviewed", "style_path", "form_token", "visitor",
    "menu", "path", "page_id", "is_trial", "acts_for",
)  # fmt: skip
"""What every template sees beside the fields of its page record."""
_STYLES: Final = ("assets/tokens/tokens.css", "layout/layout.css")


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The one style sheet, and where it is."""

    path: str
    content: bytes


@cache
def environment() -> Environment:
    """The templates of the portal."""
    found = Environment(
        loader=PackageLoader("kyosei.web", "."), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True, auto_reload=False,
    )  # fmt: skip
    found.filters["plain"] = plain
    return found


def load_pages(pages: Sequence[Page]) -> None:
    """Compiles their templates and reads their words, so that nobody waits. LawError if a translation is not complete."""
    style_sheet()
    check_translations(pages, environment())
    for page in pages:
        if page.shows is not None:
            environment().get_template(f"{page.folder}/page.html")
            words_beside(page.folder)


@cache
def style_sheet() -> StyleSheet:
    """Tokens, layout and components, in this order."""
    here = resources.files("kyosei.web")
    files = [*_STYLES, *(f"components/{name}/{name}.css" for name in COMPONENTS)]
    content = b"\n".join(here.joinpath(file).read_bytes() for file in files)
    return StyleSheet(f"/assets/{hashlib.sha256(content).hexdigest()[:20]}.css", content)


def rendered(page: Page, visit: Visit, content: object, menu: tuple[Page, ...]) -> str:
    """A page. `content`: an instance of what the page shows; where it has a `case`, parties are called by the names there."""
    case = getattr(content, "case", Case({}))
    tongue = _spoken_on(page, visit)
    given: Mapping[str, object] = {
        "say": say_beside(page.folder, tongue), "common": say_beside("layout", tongue),
        "speech": Speech(tongue, visit.portal.norms, case),
        "language": tongue.base, "tongue": tongue, "tongues": _offered(page, visit),
        "is_reviewed": tongue.manner is None or is_reviewed(page, tongue, environment()), "style_path": style_sheet().path,
        "form_token": form_token(visit.token), "visitor": visit.visitor, "page_id": page.id,
        "path": "/" if page is PROBLEM else visit.path,  # what somebody only tried is not said back
        "menu": tuple(one for one in menu if visit.visitor is not None and visit.visitor.role in one.roles),
        "is_trial": visit.portal.residents is not None,
        "acts_for": visit.visitor.acts_for if visit.visitor is not None and visit.visitor.role in PERSONS else None,
    }  # fmt: skip
    shown = {name: getattr(content, name) for name in page.names()}
    return environment().get_template(f"{page.folder}/page.html").render(**given, **shown)


def _spoken_on(page: Page, visit: Visit) -> Tongue:
    """In which language a page is for a visit: that of the visit where the page is in it, else the complete one behind it."""
    return visit.tongue if visit.tongue in _offered(page, visit) else COMPLETE[visit.language]


def _offered(page: Page, visit: Visit) -> tuple[Tongue, ...]:
    """In which languages a page is: what an organisation sees is in the complete ones."""
    is_person = visit.visitor is None or visit.visitor.role in PERSONS
    is_translated = page.is_for_persons and page.folder not in UNTRANSLATED
    return TONGUES if is_person and is_translated else tuple(COMPLETE.values())
