"""Reads a page of a further language: whether everything in another one is marked as such (WCAG 3.1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from kyosei.web.languages import Tongue

__all__ = ["marked"]


class Reader(HTMLParser):
    """Reads a page: each piece of text with the language that it is marked as; attributes that are read aloud, too."""

    EMPTY = ("meta", "link", "input", "br", "path", "rect", "line", "circle", "hr", "img")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.said: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        language = found.get("lang")
        if language is None:
            language = self.open[-1][1] if self.open else ""
        for name in ("aria-label", "title", "alt"):
            if value := found.get(name):
                assert "<" not in value, value
                self.said.append((language, value))
        if tag not in self.EMPTY:
            self.open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while self.open and tag not in self.EMPTY and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self.open}
        if data.strip() and not {"pre", "code"} & tags:
            if {"title", "option", "text"} & tags:
                assert "<" not in data, data
            else:
                self.said.append((self.open[-1][1], data.strip()))


def read(page: str) -> Iterator[tuple[str, str]]:
    reader = Reader()
    reader.feed(page)
    yield from reader.said


def marked(path: str, page: str, tongue: Tongue) -> None:
    """That everything on a page is in its language, or marked as what it is; asserted by scripts, which tell most apart."""
    assert tongue.manner is not None
    assert "&lt;span" not in page, path
    for language, text in read(page):
        if language != tongue.tag:
            continue
        if not tongue.manner.has_kanji:
            assert not re.search("[぀-ヿ㐀-鿿]", text), f"Japanese that is not marked on {path}: {text}"
        else:
            assert not re.search("[぀-ヿ]", text), f"Japanese that is not marked on {path}: {text}"
        if tongue.code != "vi":
            assert not re.search("[a-z]{2,} [a-z]{2,}", text), f"English that is not marked on {path}: {text}"
