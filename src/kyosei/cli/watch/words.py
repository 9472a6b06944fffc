"""The words of `kyosei watch`, each in Japanese, easy Japanese and English."""

from __future__ import annotations

from kyosei.terms.text import Text

TAKEN_UP = Text(
    "記録{0}件・{1}日分を反映",
    "記録 {0}・{1}日",
    "taken up: entries {0}, days {1}",
)
EVALUATED = Text(
    "{0}者を判定・変化{1}件", "しらべた 数 {0}・かわった こと {1}", "subjects evaluated: {0}, transitions: {1}"
)
CASES = Text("{0}者の案件を更新", "{0}の ことを なおしました", "subjects with cases renewed: {0}")
NOTICES = Text(
    "お知らせ{0}件を作成・{1}件を引渡し・受領{2}件を記録",
    "お知らせ {0}・わたした もの {1}・とどいた もの {2}",
    "notices posted: {0}, handed over: {1}, receipts entered: {2}",
)
