"""What a notice says in its language: Japanese, easy Japanese, English, or one of the further translations."""

from __future__ import annotations

from dataclasses import dataclass

from kyosei.errors import QuestionError
from kyosei.notices.translations import Translation, translations
from kyosei.notices.words import WORDS
from kyosei.publication.speech import Speech
from kyosei.terms.citations import Provision
from kyosei.terms.text import Language, Text

__all__ = ["Voice", "languages", "voice_of"]

_OWN: tuple[Language, ...] = ("ja", "ja-easy", "en")


@dataclass(frozen=True)
class Voice:
    """Speaks one language. base: the language of what has no translation."""

    language: str
    base: Language
    translation: Translation | None
    speech: Speech

    def __call__(self, key: str, **slots: str) -> str:
        """A general word, its slots filled."""
        word = WORDS[key].said_in(self.base)
        if self.translation is not None:
            word = self.translation.words.get(key, word)
        return word.format(**slots)

    def text(self, text: Text) -> str:
        """A text of the law pack."""
        return text.said_in(self.base)

    def term(self, text: Text) -> str:
        """A legal term or title, with the Japanese one beside it."""
        return text.ja if self.base == "ja" else f"{text.said_in(self.base)}（{text.ja}）"

    def day(self, day: int) -> str:
        """A day."""
        return self.speech.day(day)

    def role(self, role: str) -> str:
        """A role."""
        return self.speech.role(role)

    def office(self, authority: str) -> str:
        """An office or a role, as norms name them."""
        return self.speech.authority(authority)

    def provision(self, provision: Provision) -> str:
        """A provision; outside Japanese with the Japanese citation beside it."""
        ja = Speech("ja", ()).provision(provision)
        return ja if self.base != "en" else f"{self.speech.provision(provision)}（{ja}）"

    def warning(self) -> list[str]:
        """What stands before everything else: that nobody reviewed the translation."""
        if self.translation is None or self.translation.reviewed_by is not None:
            return []
        return [self("note.unreviewed"), WORDS["note.unreviewed"].en]

    def notes(self) -> list[str]:
        """What must be said of the text itself."""
        return [] if self.base == "ja" else [self("note.translation")]


def languages() -> tuple[str, ...]:
    """Every language that notices can be written in: those that every message has, then the further ones."""
    return (*_OWN, *translations())


def voice_of(language: str) -> Voice:
    """The voice of a language. QuestionError naming those that there are."""
    for own in _OWN:
        if language == own:
            return Voice(language, own, None, Speech(own, ()))
    translation = translations().get(language)
    if translation is None:
        raise QuestionError(f"notices are not written in {language!r}; there are {', '.join(languages())}")
    return Voice(language, "en", translation, Speech("en", ()))
