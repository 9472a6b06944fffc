"""The words of the reports on records and looks, each in Japanese, easy Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

RECORDS = Text("{0}の記録", "{0}の 記録", "Records about {0}")
KNOWN = Text("{0}（日本時間）までの記録による", "{0}までの 記録", "as known at {0}, Japan time")
LOOK = Text("この閲覧は第{0}号として記録された", "この 閲覧は {0}番です", "this look is on record as no. {0}")
NOTHING = Text("記録なし", "記録は ありません", "nothing is on record")
SAID_BY = Text("{0}が{1}に述べた", "{0}が {1}に 言いました", "said by {0} on {1}")
TO = Text("{0}～{1}", "{0}から {1}まで", "{0} to {1}")
SINCE = Text("{0}～", "{0}から", "since {0}")
WITHDRAWN = Text("取下げ", "とりけしました", "withdrawn")
REPLACED = Text("訂正済み", "なおしました", "replaced")
DISPUTED = Text("争われている", "まちがいだと 言う 人が います", "disputed")
COVERED = Text("全件回答", "ぜんぶの 答え", "full answer")
BORN = Text("生年月日 {0}", "生まれた 日 {0}", "born {0}")
NAME = Text("氏名 {0}", "名前 {0}", "name {0}")
ANOTHER = Text("ほかの人", "ほかの 人", "another person")

LINK_DISPUTED = Text(
    "あなたの番号をほかの番号と同じ人のものとする記録（{0}）が争われている（{1}）。決着まで、その先の記録は示されない。",
    "「同じ 人です」という 記録（{0}）が まちがいかも しれません（{1}）。決まるまで、その 先の 記録は 見えません。",
    "It is disputed whether this id and another are both yours (link {0}, {1}). What is on record under the other is not "
    "shown until that is settled.",
)
OTHER_LINK_DISPUTED = Text(
    "あなたのほかの番号についての記録（{0}）が争われている（{1}）。決着まで、その先の記録は示されない。",
    "あなたの ほかの 番号の 記録（{0}）が まちがいかも しれません（{1}）。決まるまで、その 先の 記録は 見えません。",
    "It is disputed whether another id of yours and a further one are both yours (link {0}, {1}). What is on record under "
    "the latter is not shown until that is settled.",
)
LOOKS = Text("だれが記録を見たか（記載{0}件）", "だれが 見ましたか（記録が {0}）", "WHO HAS LOOKED ({0} entries)")
PERIOD = Text("{0}から{1}までの閲覧", "{0}から {1}まで", "looks from {0} to {1}")
RECORD = Text("あなたの別の番号の記録（{0}）", "あなたの ほかの 番号の 記録（{0}）", "under another of your ids ({0})")
YOU = Text("本人", "あなた", "you")
FOR_YOU = Text("{0}（本人のため）", "{0}（あなたの ために）", "{0}, for you")
SOFTWARE = Text("自動処理", "コンピューター", "software")
SOMEBODY = Text("{0}・{1}", "{0}・{1}", "{0}, {1}")
FOR_PURPOSE = Text("目的：{0}", "なんの ため：{0}", "purpose: {0}")
NO_PURPOSE = Text("目的：定められたものではない", "なんの ためか わかりません", "purpose: none that is declared")
BY_LAW = Text("根拠：{0}", "きまり：{0}", "basis: {0}")
BY_CONSENT = Text("根拠：同意（{0}）", "あなたの 同意（{0}）", "basis: your consent {0}")
CASE = Text("事件番号（仮名）{0}", "番号（かえたもの）{0}", "case, under a pseudonym: {0}")
SEEN = Text("見たもの：{0}", "見た もの：{0}", "seen: {0}")
SEEN_NOTHING = Text("見たものはない", "なにも 見て いません", "nothing was seen")
TOLD = Text(
    "以前に見た結果が変わったことを知らされた（中身は知らされていない）",
    "前に 見た 答えが かわったと 聞きました。ほかの ことは 聞いて いません",
    "was told that an answer seen before is another now, and nothing else",
)
THE_LOG = Text("この一覧", "この リスト", "this list")
THE_CASES = Text("案件", "だれが する ことか（案件）", "cases about you")
THE_LINKS = Text("番号どうしのつながり", "あなたの 番号の つながり", "which of your ids are linked")
REFUSED = Text("拒否（{0}）", "見る ことは できませんでした（{0}）", "refused ({0})")
HIDDEN = Text(
    "{1}まで示されない（{0}）。その日からすべて示される。",
    "{1}まで 見えません（{0}）。その 日から ぜんぶ 見えます。",
    "not shown before {1} ({0}); all of it is shown from that day",
)
WAS_HIDDEN = Text("{1}まで示されなかった（{0}）", "{1}まで 見えませんでした（{0}）", "was not shown before {1} ({0})")
ELSEWHERE = Text("ほかの機関での閲覧（報告による）", "ほかの ところで 見た 人", "LOOKS ELSEWHERE, AS REPORTED")

ROLES: Mapping[str, Text] = MappingProxyType(
    {
        "person": Text("本人として", "本人だと 言った 人", "somebody as the person"),
        "representative": Text("代理人", "代理人", "representative"),
        "guardian": Text("法定代理人", "親や 後見人", "guardian"),
        "helper": Text("支援者", "手つだう 人", "helper"),
        "officer": Text("職員", "役所の 人", "officer"),
        "employer": Text("雇用主", "会社", "employer"),
        "school": Text("学校", "学校", "school"),
        "supporter": Text("登録支援機関", "支援の 会社", "support organisation"),
        "bank": Text("銀行", "銀行", "bank"),
        "checker": Text("コードを持つ人", "コードを 持つ 人", "whoever held a code"),
        "operator": Text("運営者", "この しくみを 動かす 人", "operator"),
        "landlord": Text("貸主", "大家さん", "landlord"),
    }
)

WHO_MAY = Text("利用者：{0}", "使う 人：{0}", "for: {0}")
RESTS_ON = Text("根拠：{0}（{1}まで）", "きまり：{0}（{1}まで）", "basis: {0}, until {1}")
BY_CONSENT_TOO = Text("本人の同意：{0}", "本人の 同意：{0}", "by consent: {0}")
READS = Text("見るもの：{0}", "見る もの：{0}", "reads: {0}")
EVERYTHING = Text("すべての記録", "ぜんぶの 記録", "everything on record")
