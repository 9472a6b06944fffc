"""What a source is told of its own records: how late, how complete, and how long it takes to put something right.

It rests on counts and on no norm, names nobody, and asks for records, never for a person's answer.
"""

from __future__ import annotations

from collections.abc import Mapping

from kyosei.errors import QuestionError
from kyosei.notices.asking import Audience, NoticeRequest, Outstanding
from kyosei.notices.message import Message, Part, Section
from kyosei.notices.voice import Voice, voice_of
from kyosei.notices.words import WORDS

__all__ = ["compose_outstanding"]


def compose_outstanding(kinds: Mapping[str, tuple[str, str]], request: NoticeRequest) -> Message:
    """The message; kinds: the Japanese and English title of each kind. QuestionError if it is to a natural person, or empty."""
    if request.audience is not Audience.SOURCE or request.recipient.startswith("person:") or not request.outstanding:
        raise QuestionError(
            f"what is outstanding is told to sources that are organisations; {request.recipient} is none"
        )
    voice = voice_of(request.language)
    day = voice.day(request.day)
    parts = (
        (Part.NOTE, voice.warning()),
        (Part.LEAD, [voice("lead.outstanding", day=day)]),
        (Part.ANSWER, [_said(voice, kinds, one) for one in request.outstanding]),
        (Part.UNTIL, [voice("until.soon")]),
        (Part.MISTAKE, [voice("mistake.organisation")]),
    )
    sections = tuple(
        Section(part, "" if part is Part.LEAD else voice(f"heading.{part}"), tuple(lines))
        for part, lines in parts
        if lines
    )
    return Message(
        request.language, request.recipient, voice("subject.information"), voice("title.outstanding", day=day), sections,
        voice("heading.about"), ((voice("outstanding.source"), request.recipient),), request.recipient,
    )  # fmt: skip


def _said(voice: Voice, kinds: Mapping[str, tuple[str, str]], one: Outstanding) -> str:
    ja, en = kinds.get(one.kind, (one.kind, one.kind))
    key = f"outstanding.{one.what}" + (".few" if one.measured is None else "")
    if key not in WORDS:
        key = f"outstanding.{one.what}"
    return voice(key, kind=en if voice.base == "en" else ja, days=str(one.days), measured=str(one.measured))
