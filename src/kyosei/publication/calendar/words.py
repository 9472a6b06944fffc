"""The words of the calendar of the law, each in Japanese, easy Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.publication.calendar.changes import Change, ChangeKind
from kyosei.publication.calendar.tables import Step
from kyosei.terms.text import Language, Text
from kyosei.verdicts.naming import provision_said, role_said

__all__ = ["CALENDAR_WORDS", "KINDS_OF_CHANGE", "parties_said", "step_said", "steps_said"]

KINDS_OF_CHANGE: Mapping[ChangeKind, Text] = MappingProxyType(
    {
        ChangeKind.LAW_BEGINS: Text("法令の施行", "法律が はじまります", "A law comes into force"),
        ChangeKind.LAW_ENDS: Text("法令の失効", "法律が おわります", "A law ceases to be in force"),
        ChangeKind.LAW_RENAMED: Text("法令の題名の変更", "法律の 名前が かわります", "A law bears another name"),
        ChangeKind.RENUMBERED: Text("号などの繰下げ", "文の 番号が かわります", "Provisions bear other numbers"),
        ChangeKind.NORM_BEGINS: Text("規範の適用開始", "きまりが はじまります", "A norm comes into force"),
        ChangeKind.NORM_CHANGES: Text("規範の改正", "きまりが かわります", "A norm changes"),
        ChangeKind.NORM_ENDS: Text("規範の終了", "きまりが おわります", "A norm ends"),
        ChangeKind.FIGURE: Text("数値の変更", "数が かわります", "A figure changes"),
        ChangeKind.SWITCH: Text(
            "この日に結び付いた条件の変更", "この日から 条件が かわります", "A condition tied to this day changes"
        ),
        ChangeKind.DAY: Text("法令の定める日", "きまりの 日", "A day that the law names"),
        ChangeKind.REVIEW: Text("見直し", "もう いちど 読む 日", "Review"),
    }
)
CALENDAR_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "calendar": Text("法令の暦", "きまりが かわる 日", "Calendar of the law"),
        "calendar_intro": Text(
            "いつ、だれについて、何が変わるか。{0}から{1}まで。規範の日付付きの数値、版、法令の一覧から導いた。",
            "いつ、だれの、なにが かわるか。{0}から {1}まで。",
            "What changes on which day for whom, from {0} to {1}, read off the dated figures and versions of the norms and the "
            "registry of laws.",
        ),
        "calendar_feed": Text(
            "カレンダーに取り込む（iCalendar）", "カレンダーに 入れる", "Subscribe to it (iCalendar)"
        ),
        "calendar_review": Text(
            "この日を過ぎると、読み直されるまで、これらの規範の答えは「未確定」となる。",
            "この日の あとは、もう いちど 読むまで、こたえは「まだ わかりません」に なります。",
            "After this day, until somebody has read the law again, these norms answer: open.",
        ),
        "for_whom": Text("対象", "だれの こと", "For"),
        "norms_concerned": Text("関係する規範", "かんけいの ある きまり", "Norms concerned"),
    }
)
_NEW = Text("{0}（新設）", "{0}（はじめて）", "{0} (new)")
_ENDED = Text("{0}まで、以後なし", "{0}で おわり", "{0} until then, none after")
_SURENESS: Mapping[str, Text] = MappingProxyType(
    {
        "knowledge": Text(
            "日付は知識によるもので、公示では未確認",
            "日は まだ たしかめて いません",
            "the day is known, and was not read in an official text",
        ),
        "uncertain": Text("日付は報道等によるもので、未確定", "日は まだ わかりません", "the day rests on reports"),
    }
)
_LISTED_MOST = 6
_MORE = Text("ほか{0}件", "ほかに {0}", "and {0} more")


def parties_said(change: Change, language: Language) -> str:
    """Whom a change concerns."""
    return ("; " if language == "en" else "、").join(role_said(role, language) for role in change.parties)


def step_said(step: Step, language: Language) -> str:
    """A value before and after."""
    place = 1 if language == "en" else 0
    if step.before is None:
        said = _NEW.said_in(language).format(step.after[place] if step.after else "")
    elif step.after is None:
        said = _ENDED.said_in(language).format(step.before[place])
    else:
        said = f"{step.before[place]} → {step.after[place]}"
    return said if step.key is None else f"{step.key.said_in(language)}: {said}"


def steps_said(change: Change, language: Language) -> list[str]:
    """What a change does, one thing a line: values, or provisions under their other numbers; the first few of many."""
    said = [step_said(step, language) for step in change.steps]
    said += [f"{provision_said(was, language)} → {provision_said(now, language)}" for was, now in change.moved]
    if len(said) > _LISTED_MOST:
        said[_LISTED_MOST:] = [_MORE.said_in(language).format(len(said) - _LISTED_MOST)]
    if change.sureness in _SURENESS:
        said.append(_SURENESS[change.sureness].said_in(language))
    return said
