"""The words of what `kyosei world` prints, each in Japanese, easy Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

MADE = Text("{0}：{1}人、記録{2}行", "{0}：{1}人、きろく {2}行", "{0}: {1} persons, {2} lines of records")
TOWN = Text(
    "seed {0}：{1}人、記録{2}行、処理{3}秒",
    "seed {0}：{1}人、きろく {2}行、計算 {3}秒",
    "seed {0}: {1} persons, {2} lines of records, {3} s of processor time",
)
PLANTED = Text("仕込んだ不履行", "うそでは ない 問題", "PLANTED FAILURES")
TWINS = Text("無実の双子", "問題の ない 人たち", "INNOCENT TWINS")
BY_NORM = Text("規範ごと", "きまり ごと", "BY NORM")
FALSE = Text("事実に反する否定", "まちがった「だめ」", "NEGATIVES THAT ARE NOT TRUE")
NONE_FALSE = Text("なし", "ありません", "none")
SILENCE = Text(
    "沈黙を違反と読めば、無実の{0}人のうち{1}人が責められた",
    "きろくが ない ことを「だめ」と よむと、{0}人の うち {1}人が まちがえられました",
    "Read silence as a violation, and {1} of {0} innocent persons would have been accused",
)
FOUND_COLUMNS = (
    Text("仕込み", "ぜんぶ", "planted"),
    Text("証拠あり", "きろく あり", "with evidence"),
    Text("発見", "みつけた", "found"),
    Text("判断待ち", "役所が きめる", "to be judged"),
    Text("見逃し", "みつけない", "missed"),
    Text("再現率", "わりあい", "recall"),
)
EARLY = Text(
    "失われた証拠と、知らせた早さ", "なくなった きろくと、知らせた 日", "EVIDENCE LOST, AND HOW EARLY THE REST WAS SEEN"
)
EARLY_COLUMNS = (
    Text("欠落を明示", "ない ものを 言った", "lost, named"),
    Text("欠落を示さず", "ない ものを 言わない", "lost, not named"),
    Text("警告、日前", "まえに 知らせた 日", "warned days before"),
    Text("確定、日前", "わかった 日", "certain days before"),
)
TWIN_COLUMNS = (Text("人数", "人", "persons"), Text("うち否定", "うち「だめ」", "accused"))
NORM_COLUMNS = (
    Text("判定", "しらべた", "judged"),
    Text("否定", "「だめ」", "negatives"),
    Text("事実に反する", "まちがい", "not true"),
)
FAILURES: Mapping[str, Text] = MappingProxyType(
    {
        "unauthorised_employment": Text("資格外の就労", "できない 仕事", "work outside the status"),
        "missing_social_insurance": Text("社会保険の未加入", "会社の 保険が ない", "missing social insurance"),
        "unstable_residence": Text("不安定な在留", "在留期限が すぎた", "unstable residence"),
        "work_unrelated_to_status": Text(
            "活動と無関係な業務", "在留資格と ちがう 仕事", "work unrelated to the status"
        ),
        "left_without_support": Text("支援の欠如", "支援が ない", "left without support"),
    }
)
