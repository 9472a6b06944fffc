"""The kinds of norms, their pieces, the states they can be in and the causes of what is open, in three languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from kyosei.terms.text import Language, Text
from kyosei.verdicts.naming import listed_said

__all__ = [
    "CAUSES",
    "KINDS_OF_NORM",
    "NO_SAID",
    "PIECES",
    "SINCE",
    "STATES",
    "UNTIL",
    "YES_SAID",
    "causes_said",
    "state_said",
    "state_word",
]

KINDS_OF_NORM: Mapping[str, Text] = MappingProxyType(
    {
        "duty": Text("義務", "しなければ ならないこと", "duty"),
        "limit": Text("制限", "こえては いけないこと", "limit"),
        "right": Text("権利", "できること", "right"),
        "requirement": Text("要件", "ひつような こと", "requirement"),
        "status": Text("法律上の状態", "法律の じょうたい", "legal status"),
    }
)
PIECES: Mapping[str, Text] = MappingProxyType(
    {
        "arises": Text("義務が生じる", "する 義務が できました", "the duty arises"),
        "performed": Text("履行された", "しました", "it was done"),
        "due": Text("期限", "いつまで", "the day by which"),
        "applies": Text("適用される", "関係が あります", "it applies"),
        "respected": Text("守られている", "まもって います", "it is respected"),
        "met": Text("満たされている", "足りて います", "it is met"),
        "holds": Text("その状態にある", "そうです", "it holds"),
        "exercisable": Text("行使できる", "使うことが できます", "it can be used"),
    }
)
"""What each condition of a norm says when it holds."""

_STATES: Mapping[str, Text] = MappingProxyType(
    {
        "not_applicable": Text("該当なし", "関係 ありません", "does not apply"),
        "met": Text("充足", "できて います", "met"),
        "due": Text("期限前", "これから します", "due"),
        "late": Text("遅れて履行", "おくれて できました", "met late"),
        "breached": Text("不履行", "まだ して いません", "breached"),
        "unmet": Text("不充足", "まもられて いません", "not met"),
        "open": Text("未確定", "まだ わかりません", "open"),
    }
)
_STATES_OF_KIND: Mapping[tuple[str, str], Text] = MappingProxyType(
    {
        ("right", "met"): Text("行使できる", "使うことが できます", "can be used now"),
        ("right", "unmet"): Text("今は行使できない", "いまは 使えません", "cannot be used now"),
        ("limit", "met"): Text("遵守", "まもって います", "kept"),
        ("limit", "unmet"): Text("不遵守", "まもられて いません", "not kept"),
        ("requirement", "met"): Text("充足", "足りて います", "met"),
        ("requirement", "unmet"): Text("不充足", "まだ 足りません", "not met"),
        ("status", "met"): Text("該当", "はい、そうです", "holds"),
        ("status", "unmet"): Text("非該当", "いいえ、ちがいます", "does not hold"),
    }
)

STATES: tuple[Text, ...] = (*_STATES.values(), *_STATES_OF_KIND.values())
"""Every word for a state."""

CAUSES: Mapping[str, Text] = MappingProxyType(
    {
        "missing": Text("答えるべき者の記録がない", "まだ 返事が ありません", "nobody who should know has said"),
        "unconfirmed": Text("確定できる者の確認がない", "まだ 確認して いません", "not confirmed by who can settle it"),
        "conflict": Text("記録が食い違う", "記録が ちがいます", "the sources differ"),
        "disputed": Text("争われている", "まちがいだと 言う 人が います", "a record is disputed"),
        "judgement": Text("担当官の判断を待つ", "役所の 人が 決めます", "waits for an official's assessment"),
        "law": Text("法令の確認が必要", "きまりを 確認します", "the law for this day is not confirmed here"),
    }
)


YES_SAID = Text("はい", "はい", "yes")
NO_SAID = Text("いいえ", "いいえ", "no")
SINCE = Text("{0}から", "{0}から", "since {0}")
UNTIL = Text("{0}まで", "{0}まで", "until {0}")


def causes_said(causes: Iterable[str], language: Language) -> str:
    """Why something is open."""
    return listed_said((CAUSES[cause].said_in(language) for cause in causes), language)


def state_word(kind: str, state: str, language: Language) -> str:
    """A state of a norm of some kind in words."""
    return state_said(kind, state).said_in(language)


def state_said(kind: str, state: str) -> Text:
    """The word for a state of a norm of some kind."""
    return _STATES_OF_KIND.get((kind, state), _STATES[state])
