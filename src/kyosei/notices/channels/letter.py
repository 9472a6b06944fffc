"""Letters: tagged PDF (PDF/UA-1) with embedded fonts, set by Typst, laid into a folder from which they are printed or posted."""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Any

from kyosei.errors import KyoseiError
from kyosei.notices.channels.channel import Failed, HandedOver, Outcome, Parcel
from kyosei.notices.channels.typesetting import typeset
from kyosei.notices.message import Message, about_lines
from kyosei.notices.voice import voice_of
from kyosei.timelines.days import legal_day

__all__ = ["LetterChannel", "letter_of", "pdf_of"]


class LetterChannel:
    """Writes each letter once, under its key; that it was posted and delivered is told by receipts of whoever posts it."""

    def __init__(self, folder: Path, sender: str) -> None:
        self._folder = folder
        self._sender = sender

    def hand_over(self, parcel: Parcel, now: int) -> Outcome:
        """Writes the letter, unless it lies there already."""
        file = self._folder / f"{parcel.key}.pdf"
        if file.exists():
            return HandedOver(delivered=False, detail=file.name)
        try:
            written = pdf_of(parcel, self._sender)
            self._folder.mkdir(parents=True, exist_ok=True)
            beside = file.with_suffix(f".{os.getpid()}")
            beside.write_bytes(written)
            beside.replace(file)
        except (KyoseiError, OSError) as error:
            return Failed(str(error))
        return HandedOver(delivered=False, detail=file.name)


def pdf_of(parcel: Parcel, sender: str) -> bytes:
    """The letter as PDF; the same parcel makes the same bytes. MissingPartError names a font that is not there."""
    letter = letter_of(parcel, sender)
    template = (resources.files("kyosei.notices.channels") / "letter.typ").read_bytes()
    return typeset(template, letter, _texts(letter), letter["lang"], parcel.made_at)


def letter_of(parcel: Parcel, sender: str) -> dict[str, Any]:  # Any: JSON
    """What stands in the letter."""
    first = parcel.messages[0]
    voice = voice_of(first.language)
    name = parcel.names.get(parcel.recipient, parcel.recipient)
    return {
        "lang": first.language.split("-", maxsplit=1)[0],
        "title": first.subject,
        "sender": sender,
        "date": voice.day(legal_day(parcel.made_at)),
        "address": [*parcel.address.splitlines(), name],
        "messages": [_message(message, parcel) for message in parcel.messages],
        "reference": parcel.key,
    }


def _message(message: Message, parcel: Parcel) -> dict[str, Any]:  # Any: JSON
    return {
        "title": message.title,
        "about_heading": message.about_heading,
        "about": about_lines(message, parcel.names),
        "sections": [{"heading": one.heading, "lines": list(one.lines)} for one in message.sections],
    }


def _texts(value: object) -> Iterable[str]:
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from _texts(one)
        case list() | tuple():
            for one in value:
                yield from _texts(one)
        case _:
            pass
