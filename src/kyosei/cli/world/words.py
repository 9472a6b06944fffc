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
        "unpaid_resident_tax": Text("住民税の未納", "住民税を はらって いない", "unpaid resident tax"),
        "left_without_support": Text("支援の欠如", "支援が ない", "left without support"),
    }
)
FOUND_BEFORE = Text("事前の発見（{0}）", "まえに みつけた もの（{0}）", "FOUND BEFORE THE COLLAPSE: {0}")
ALARMS = Text("警報（{0}）", "知らせ（{0}）", "ALARMS: {0}")
PRECURSORS_BY_SIZE = Text("前ぶれあり、{0}人", "まえの しるし あり、{0}人", "with precursors, {0} people")
STRANDING = Text(
    "受け皿のない人を抱える組織（他に2割の余裕がある場合）",
    "ほかに 行く ところが ない 人",
    "STRANDING, IF THE OTHERS HAVE A FIFTH TO SPARE",
)
STATED_RATE = Text(
    "組織と月{0}あたり誤報1件以下と定めている。窓口が全員に遅れた月は{1}、そのそばの誤報は{2}",
    "「{0}か月に 1つまで まちがえる」と 決めています。役所が おそい 月は {1}、その あとの まちがいは {2}",
    "Stated: one false alarm in {0} organisation-months or more. "
    "Offices were late with everybody in {1} months; beside these, {2} false alarms",
)
EARLY_FOUND_COLUMNS = (
    Text("組織", "会社", "organisations"),
    Text("破綻", "だめに なった", "collapsed"),
    Text("事前に発見", "まえに みつけた", "found before"),
    Text("再現率", "わりあい", "recall"),
    Text("中央値、月前", "何か月 まえ", "median lead, months"),
    Text("9割が、月前", "10の うち 9は", "nine in ten, months"),
)
ALARM_COLUMNS = (
    Text("正しい警報", "正しい", "true alarms"),
    Text("誤報", "まちがい", "false alarms"),
    Text("適合率", "正しい わりあい", "precision"),
    Text("異常のない組織月", "何も ない 月", "unit-months"),
    Text("1,000組織月あたり誤報", "1,000か月の まちがい", "false in 1,000"),
)
STRANDING_COLUMNS = (
    Text("実際", "ほんとう", "true"),
    Text("発見", "みつけた", "found"),
    Text("誤り", "まちがい", "wrongly"),
)
DETECTORS: Mapping[str, Text] = MappingProxyType(
    {
        "signals": Text("兆候", "しるし", "signals"),
        "a third late this month": Text("今月3分の1が遅延", "今月 3つに 1つ おそい", "a third late this month"),
    }
)
ROLES: Mapping[str, Text] = MappingProxyType(
    {
        "employer": Text("雇用主", "会社", "employers"),
        "supporter": Text("登録支援機関", "支援の 会社", "supporters"),
    }
)
