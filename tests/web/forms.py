"""The forms of a page as a browser without scripts would send them: every input with what stands in it."""

from __future__ import annotations

import re
from html import unescape

from tests.web.client import Answer, Client

__all__ = ["fields_of", "read", "sent"]

_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


def fields_of(page: str) -> dict[str, str]:
    """The inputs of the forms in the main part of a page; of those of one name the last."""
    main = page[page.find("<main") : page.find("</main>")]
    found: dict[str, str] = {}
    for written in re.finditer(r"<input ([^>]*)>", main):
        one = dict(_ATTRIBUTE.findall(written[1]))
        if one.get("type") != "checkbox" or " checked" in written[1]:
            found[one["name"]] = unescape(one.get("value", ""))
    for written in re.finditer(r"<textarea ([^>]*)>([^<]*)</textarea>", main):
        found[dict(_ATTRIBUTE.findall(written[1]))["name"]] = unescape(written[2])
    for written in re.finditer(r"<select ([^>]*)>(.*?)</select>", main, re.S):
        chosen = re.search(r'value="([^"]*)" selected', written[2]) or re.search(r'value="([^"]*)"', written[2])
        assert chosen is not None
        found[dict(_ATTRIBUTE.findall(written[1]))["name"]] = unescape(chosen[1])
    return found


def sent(client: Client, path: str, *, at: str | None = None, **more: str) -> Answer:
    """Sends the form of a page, with further values; underscores twice in a name are dots. at: another address that takes it."""
    form = fields_of(client.get(path).text) | {name.replace("__", "."): value for name, value in more.items()}
    return client.post(at or path, form)


def read(answer: Answer) -> str:
    """What the main part of a page says, in one line."""
    main = answer.text[answer.text.find("<main") : answer.text.find("</main>")]
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)))
