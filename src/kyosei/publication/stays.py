"""The statuses of residence as rows of a page: the Act's table, work, what is notified, and the periods day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kyosei.publication.speech import Speech
from kyosei.statutes.stays import StatusOfStay, StayPeriods
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.choice_prose import word_said

__all__ = ["StayShown", "stays_shown"]

_WORK: Mapping[str, Text] = MappingProxyType({
    "authorised": Text("定められた活動の範囲で可", "決められた しごとだけ できます", "within the activities of the status"),
    "none": Text("不可（資格外活動の許可が必要）", "できません（許可が いります）", "not without a permission"),
    "designated": Text("個別に指定された活動による", "その 人の 紙に 書いて あります", "as designated for the person"),
    "unrestricted": Text("制限なし", "どんな しごとも できます", "without limits"),
})  # fmt: skip
_NOTIFICATION: Mapping[str, Text] = MappingProxyType({
    "activity": Text("所属機関の変更", "学校や 会社が かわった とき", "when the organisation changes"),
    "contract": Text("契約機関の変更", "けいやくの 会社が かわった とき", "when the contracting organisation changes"),
    "activity_or_contract": Text(
        "所属機関または契約機関の変更", "会社が かわった とき", "when the organisation or the contracting one changes"
    ),
    "spouse": Text("配偶者との離婚・死別", "りこん した とき、夫や 妻が なくなった とき", "when the marriage ends"),
    "none": Text("なし", "ありません", "none"),
})  # fmt: skip
_UP_TO = Text("{0}を超えない範囲で指定", "{0}までで 決めます", "set for the person, at most {0}")
_ONLY = Text("{0}：", "{0}：", "{0}: ")


@dataclass(frozen=True, slots=True)
class StayShown:
    """One row. periods: (since when, for whom and how long), the newest first."""

    slug: str
    title: str
    table: str
    work: str
    notification: str
    periods: tuple[tuple[str, str], ...]


def stays_shown(stays: Iterable[StatusOfStay], speech: Speech) -> Iterator[StayShown]:
    """The rows in the order of the Act."""
    language = speech.language
    for stay in stays:
        yield StayShown(
            stay.slug, word_said("residence.status.status", stay.slug).said_in(language), stay.table,
            _WORK[stay.work].said_in(language), _NOTIFICATION[stay.notification].said_in(language),
            tuple((_since(held, speech), _how_long(held, language)) for held in reversed(stay.periods)),
        )  # fmt: skip


def _since(held: StayPeriods, speech: Speech) -> str:
    said = speech("since", speech.day(day_from_date(held.from_day)))
    return said if held.day_verified else f"{said} {speech('from_knowledge')}"


def _how_long(held: StayPeriods, language: Language) -> str:
    separator = ", " if language == "en" else "、"
    lengths = [_period(word, language) for word in held.fixed]
    if held.designated_max is not None:
        lengths.append(_UP_TO.said_in(language).format(_period(held.designated_max, language)))
    whom = separator.join(word_said("residence.status.subclass", one).said_in(language) for one in held.subclasses)
    return (_ONLY.said_in(language).format(whom) if whom else "") + separator.join(lengths)


def _period(word: str, language: Language) -> str:
    return word_said("residence.status.granted_period", word).said_in(language)
