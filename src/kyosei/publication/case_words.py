"""The words of the cases on a page, each in Japanese, easy Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

__all__ = ["CASE_WORDS", "EXPECTED"]

CASE_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "coverage": Text("全件回答", "ぜんぶの 答え", "all that there is was told"),
        "dispute": Text("異議", "まちがいだと 言った", "disputed"),
        "resolution": Text("異議への回答", "まちがいだと 言った ことへの 答え", "dispute answered"),
        "withdrawal": Text("撤回", "とりけした", "withdrawn"),
        "applies_yes": Text("適用される", "関係が あります", "yes"),
        "applies_no": Text("適用されない", "関係 ありません", "no"),
        "applies_open": Text("未確定", "まだ わかりません", "open"),
    }
)
EXPECTED: Mapping[str, Text] = MappingProxyType(
    {
        "figures": Text("参考の数値", "さんこうの 数", "figures"),
        "bearer": Text("義務を負う者", "だれが しますか", "bearer"),
        "protects": Text("守られる者", "だれを まもりますか", "protects"),
        "due": Text("期限", "いつまで", "due"),
        "since": Text("いつから", "いつから", "since"),
        "needs_sources": Text("答えるべき者", "だれが 答えますか", "to be answered by"),
        "needs_kinds": Text("必要な記録", "いる 記録", "records needed"),
        "arose": Text("生じた日", "できた 日", "arose"),
        "applies": Text("適用", "関係", "applies"),
        "next": Text("次の変化", "つぎに かわる こと", "next"),
        "attribution": Text("原因となった者", "だれの せいか", "because of"),
    }
)
"""The parts of an answer that a row of a case table may expect, beside its state and causes."""
