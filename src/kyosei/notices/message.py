"""A message: what one recipient reads, in one language, before any channel gives it a form. It names parties only by id.

Names are put in where it is handed over (`channels`), so that what is kept holds none, and no wording depends on one (P04).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kyosei.errors import JournalError

__all__ = ["Message", "Part", "Section", "about_lines", "message_document", "message_from", "plain_text"]


class Part(StrEnum):
    """What a section of a message is for."""

    LEAD = "lead"
    TASK = "task"
    WHO = "who"
    UNTIL = "until"
    WHERE = "where"
    PROOF = "proof"
    ANSWER = "answer"
    PROTECTION = "protection"
    THEY = "they"
    MYSELF = "myself"
    ASK = "ask"
    MISTAKE = "mistake"
    AGAIN = "again"
    BASIS = "basis"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, empty for the lead, and its sentences."""

    part: Part
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """What is told. language: a tag (BCP 47), `ja-easy` included.

    subject: a line that reveals nothing to whoever looks over a shoulder. title: what it is about. about: the parties by the
    word for their role and their id. task_of: the id of whose task it contains; None if it contains none.
    """

    language: str
    recipient: str
    subject: str
    title: str
    sections: tuple[Section, ...]
    about_heading: str
    about: tuple[tuple[str, str], ...]
    task_of: str | None = None

    def __post_init__(self) -> None:
        tasks = [section for section in self.sections if section.part in (Part.TASK, Part.ANSWER)]
        if tasks and self.task_of != self.recipient:
            raise ValueError(f"a notice to {self.recipient} would hand over a task of {self.task_of}")

    def section(self, part: Part) -> Section | None:
        """The section for something, if there is one."""
        return next((section for section in self.sections if section.part is part), None)


def message_document(message: Message) -> dict[str, Any]:  # Any: JSON
    """The message as JSON, from which `message_from` makes an equal one."""
    return {
        "language": message.language,
        "recipient": message.recipient,
        "subject": message.subject,
        "title": message.title,
        "sections": [
            {"part": section.part.value, "heading": section.heading, "lines": list(section.lines)}
            for section in message.sections
        ],
        "about_heading": message.about_heading,
        "about": [list(pair) for pair in message.about],
        "task_of": message.task_of,
    }


def message_from(document: Mapping[str, Any]) -> Message:  # Any: JSON
    """A message out of JSON. JournalError if what is kept is none."""
    try:
        sections = tuple(
            Section(Part(section["part"]), section["heading"], tuple(section["lines"]))
            for section in document["sections"]
        )
        about = tuple((role, party) for role, party in document["about"])
        return Message(
            document["language"], document["recipient"], document["subject"], document["title"], sections,
            document["about_heading"], about, document["task_of"],
        )  # fmt: skip
    except (KeyError, TypeError, ValueError) as error:
        raise JournalError(f"a kept notice is damaged: {error}") from error


def plain_text(message: Message, names: Mapping[str, str]) -> str:
    """The message as text, with the names of parties by id; a party without one is said by its id."""
    blocks = [message.title]
    blocks.append("\n".join([message.about_heading, *(f"  {line}" for line in about_lines(message, names))]))
    for section in message.sections:
        lines = [f"  {line}" for line in section.lines] if section.heading else list(section.lines)
        blocks.append("\n".join([section.heading, *lines] if section.heading else lines))
    return "\n\n".join(blocks) + "\n"


def about_lines(message: Message, names: Mapping[str, str]) -> list[str]:
    """Whom it is about, a line each."""
    return [f"{role}: {names.get(party, party)}" for role, party in message.about]
