"""What an answer says in words: one place for the preview, the view, the list of looks and the signed record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from kyosei.terms.citations import Provision
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import day_from_date, microseconds_from_instant
from kyosei.verdicts.choice_prose import word_said
from kyosei.verdicts.names import day_said, instant_said, listed_said, provision_said

__all__ = ["ENDLESS", "SAID", "TITLES", "Line", "SaidAnswer", "answer_said"]

Document = Mapping[str, Any]  # Any: JSON, as `answer_document` makes it

TITLES: Final[dict[str, Text]] = {
    "lawful_stay": Text("適法な在留", "日本に いても いいか", "Lawful stay"),
    "may_work": Text("仕事", "仕事を しても いいか", "Work"),
    "student": Text("在留資格「留学」", "在留資格「留学」", "The status Student"),
}

SAID: Final[dict[str, Text]] = {
    "lawful": Text(
        "{day}まで適法に在留できます。", "{day}まで 日本に いる ことが できます。", "Lawful stay until {day}."
    ),
    "special_period": Text(
        "遅くとも{day}まで適法に在留できます（特例期間。その前に決定の効力が生じる日まで）。在留カードの日付が過ぎていても、在留は適法です。",
        "{day}まで 日本に いる ことが できます。特例期間（とくれいきかん）です。その 前に 結果が 出たら、その 日までです。"
        "カードの 日が すぎても いいです。",
        "Lawful stay until {day} at the latest, basis: special period (earlier if a decision takes effect). The date on the "
        "card may have passed; the stay is lawful all the same.",
    ),
    "any_work": Text("はい。どの仕事もできます。", "はい、どんな 仕事も できます。", "Yes, any work."),
    "work_of_the_status": Text(
        "はい。在留資格「{status}」に属する仕事ができます。", "はい、「{status}」の 仕事が できます。",
        "Yes: work that belongs to the status {status}.",
    ),
    "within_28_hours": Text(
        "はい。1週28時間以内で仕事ができます（包括許可）。留学生は在籍中に限ります。",
        "はい、1週間に 28時間まで 働く ことが できます。留学生は 学校に いる 間だけです。",
        "Yes, within 28 hours a week (comprehensive permission); a student only while enrolled.",
    ),
    "by_permission": Text(
        "はい。個別の許可の範囲で仕事ができます。本人に許可を見せてもらってください。",
        "はい、許可（きょか）の とおりに 働く ことが できます。許可を 見せて もらって ください。",
        "Yes, within an individual permission; please ask to see it.",
    ),
    "as_designated": Text(
        "指定書に書かれた範囲で仕事ができます。本人に指定書を見せてもらってください。",
        "指定書（していしょ）に 書いて ある 仕事が できます。見せて もらって ください。",
        "As far as the paper of designation says; please ask to see it.",
    ),
    "permission_needed": Text(
        "在留資格だけでは仕事はできず、許可が必要です。許可の有無はここでは確認していません。",
        "働く 前に 許可（きょか）が いります。許可が あるか、ここでは わかりません。",
        "Not by the status alone: work needs a permission. Whether there is one is not confirmed here.",
    ),
    "student": Text("はい。在留資格は「留学」です。", "はい、「留学」です。", "Yes."),
    "another_status": Text(
        "別の在留資格で在留しています。", "ほかの 在留資格で 日本に います。", "The stay is with another status."
    ),
    "not_confirmed": Text(
        "いまここでは確認できません。「いいえ」という意味ではありません。本人に書類を見せてもらってください。",
        "いま ここでは わかりません。だめと いう ことでは ありません。紙を 見せて もらって ください。",
        "Cannot be confirmed here now. This is not a no; please ask to see the papers.",
    ),
}  # fmt: skip
"""What each answer says; places in braces are filled."""

ENDLESS: Final = Text(
    "期限なく適法に在留できます。", "ずっと 日本に いる ことが できます。", "Lawful stay without an end."
)

_AS_OF: Final = Text(
    "{day}について（{instant}までの記録による）", "{day}の こと（{instant}までの 記録）", "About {day}, as known at {instant}"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One predicate: what it is, what is answered, and where that stands in the law (empty where it is nowhere)."""

    title: str
    value: str
    law: str


@dataclass(frozen=True, slots=True)
class SaidAnswer:
    """An answer in one language. whom: the person's names, in each script; as_of: about which day, as known when."""

    whom: str
    as_of: str
    lines: tuple[Line, ...]


def answer_said(document: Document, language: Language) -> SaidAnswer:
    """The words of an answer."""
    day = day_said(_day(document["on"]), language)
    instant = instant_said(microseconds_from_instant(datetime.fromisoformat(document["known"])), language)
    return SaidAnswer(
        " / ".join(name["text"] for name in document["names"]),
        _AS_OF.said_in(language).format(day=day, instant=instant),
        tuple(_line(one, language) for one in document["answers"]),
    )


def _line(said: Document, language: Language) -> Line:
    text = SAID[said["answer"]]
    if said["answer"] == "lawful" and said["last_day"] is None:
        text = ENDLESS
    value = text.said_in(language).format(
        day="" if said["last_day"] is None else day_said(_day(said["last_day"]), language),
        status="" if said["status"] is None else word_said("residence.status.status", said["status"]).said_in(language),
    )
    provisions = [Provision(*(one.get(part) for part in ("law", "article", "paragraph", "item")))
                  for one in said["provisions"]]  # fmt: skip
    joined = listed_said((provision_said(one, language) for one in provisions), language)
    return Line(TITLES[said["predicate"]].said_in(language), value, joined)


def _day(written: str) -> int:
    return day_from_date(date.fromisoformat(written))
