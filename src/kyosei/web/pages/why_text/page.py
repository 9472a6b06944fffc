"""The text of a notice that is the person's to file, filled as far as their own record tells."""

from __future__ import annotations

from typing import Final

from kyosei.cases.texts import HAPPENED, TEXTS, notice_text
from kyosei.web.own.looking import look_at_own
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.parties import with_names
from kyosei.web.visit import Given, NotHere, Visit

__all__ = ["WHY_TEXT"]


def _text(visit: Visit) -> Given | NotHere:
    norm = visit.portal.norms.get(visit.arguments["norm"])
    if norm is None or norm.id not in TEXTS:
        return NotHere()
    own = look_at_own(visit)
    wanted = visit.query.get("instance", "")
    found = [
        one for one in own.of_norm(norm)
        if str(one.instance) == wanted and one.state in HAPPENED and one.bearer == own.person
    ]  # fmt: skip
    if not found:
        return NotHere()
    with visit.portal.engine.connect() as connection:
        case = with_names(connection, own.case)
    text, _ = notice_text(case, found, visit.now, visit.language)
    return Given(text.encode(), "text/plain; charset=utf-8", "notice.txt")


WHY_TEXT: Final = Page("why_text", "/why/{norm}/text", PERSONS, None, _text)
