"""In which language a page is: as its reader chose, else as their browser asks, else in Japanese.

Every message exists in three languages; these are complete (`terms.text.Language`). What a person sees is in further ones, too: a
page in one of them borrows from its base what is not translated, such as the titles of norms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kyosei.terms.text import Language

__all__ = ["COMPLETE", "FURTHER", "TONGUES", "Manner", "Tongue", "chosen_tongue", "language_named", "tongue_named"]

_MONTHS_IN_NEPALI: Final = (
    "जनवरी", "फेब्रुअरी", "मार्च", "अप्रिल", "मे", "जुन", "जुलाई", "अगस्ट", "सेप्टेम्बर", "अक्टोबर", "नोभेम्बर", "डिसेम्बर",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Manner:
    """How a language writes (CLDR): patterns of days, of months of a year and of instants; what stands between the things of a
    list; names of months, where it names them; its ten digits. has_kanji: whether Chinese characters are its own script.
    """

    day: str
    month: str
    instant: str
    between: str
    months: tuple[str, ...] = ()
    digits: str = "0123456789"
    has_kanji: bool = False

    @property
    def translating(self) -> dict[int, int]:
        """From the digits that computers write to its own."""
        return str.maketrans("0123456789", self.digits)


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of pages. code: in links and cookies, and in the names of files. tag: BCP 47. name: in itself. base: the
    complete language in which everything has words. manner: how a further one writes; None: it is complete itself.
    """

    code: str
    tag: str
    name: str
    base: Language
    manner: Manner | None = None

    def number(self, number: int | str) -> str:
        """A number in its digits."""
        return str(number) if self.manner is None else str(number).translate(self.manner.translating)


COMPLETE: Final[dict[Language, Tongue]] = {
    "ja": Tongue("ja", "ja", "日本語", "ja"),
    "ja-easy": Tongue("ja-easy", "ja", "やさしい日本語", "ja-easy"),
    "en": Tongue("en", "en", "English", "en"),
}
"""The languages that every message has."""

FURTHER: Final = (
    Tongue("vi", "vi", "Tiếng Việt", "en", Manner(
        "ngày {day} tháng {month} năm {year}", "tháng {month} năm {year}", "{hour}:{minute} {day}", ", ",
    )),
    Tongue("zh", "zh-Hans", "简体中文", "en", Manner(
        "{year}年{month}月{day}日", "{year}年{month}月", "{day} {hour}:{minute}", "、", has_kanji=True,
    )),
    Tongue("ne", "ne", "नेपाली", "en", Manner(
        "{year} {month} {day}", "{year} {month}", "{day}, {hour}:{minute}", ", ", _MONTHS_IN_NEPALI, "०१२३४५६७८९",
    )),
)  # fmt: skip
"""The languages into which the pages of persons are translated; a file beside each `words.yaml` for each of them."""

TONGUES: Final = (*COMPLETE.values(), *FURTHER)
"""All of them, in the order in which they are offered."""


def tongue_named(written: str | None) -> Tongue | None:
    """A language of pages by what a link or a cookie says; None if it is none of ours."""
    return next((tongue for tongue in TONGUES if tongue.code == written), None)


def language_named(written: str | None) -> Language | None:
    """A complete language by its name; None if it is none."""
    return next((language for language in COMPLETE if language == written), None)


def chosen_tongue(accepted: str) -> Tongue:
    """The first of ours among those that a browser accepts (RFC 9110 section 12.5.4), by weight; none of them: English."""
    weighed = [_weighed(part) for part in accepted.split(",") if part.strip()]
    offered = (COMPLETE["ja"], COMPLETE["en"], *FURTHER)
    for weight, tag in sorted(weighed, key=lambda one: -one[0]):
        found = next((tongue for tongue in offered if tag.partition("-")[0] == tongue.code), None)
        if found is not None and weight > 0:
            return found
    return COMPLETE["en" if weighed else "ja"]


def _weighed(part: str) -> tuple[float, str]:
    tag, _, parameters = part.strip().partition(";")
    weight = parameters.strip().removeprefix("q=")
    try:
        return (float(weight) if weight else 1.0), tag.strip().lower()
    except ValueError:
        return 0.0, tag.strip().lower()
