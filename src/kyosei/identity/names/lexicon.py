"""Frequent names whose katakana follows no spelling rule, by language."""

from __future__ import annotations

__all__ = ["LEXICON"]


def _read(lines: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in lines.split())


LEXICON = {
    "korean": _read(
        "lee=イ yi=イ rhee=イ kim=キム park=パク pak=パク choi=チェ choe=チェ jung=チョン jeong=チョン chung=チョン"
        " cho=チョ jo=チョ yoon=ユン yun=ユン oh=オ shin=シン sin=シン kwon=クォン gwon=クォン hwang=ファン"
        " moon=ムン mun=ムン ryu=リュ yoo=ユ yu=ユ you=ユ ahn=アン an=アン seo=ソ suh=ソ noh=ノ no=ノ heo=ホ hur=ホ"
        " im=イム lim=イム rim=イム jang=チャン chang=チャン kang=カン ko=コ go=コ koo=ク ku=ク song=ソン hong=ホン"
        " nam=ナム bae=ペ baek=ペク paik=ペク son=ソン han=ハン jeon=チョン jun=ジュン joon=ジュン jin=ジン ji=ジ"
        " jae=ジェ hun=フン hoon=フン"
    ),
    "english": _read(
        "michael=マイケル mary=メアリー john=ジョン joy=ジョイ grace=グレース christine=クリスティン"
        " christian=クリスチャン james=ジェームズ jane=ジェーン anne=アン ann=アン marie=マリー rose=ローズ"
        " jennifer=ジェニファー jessica=ジェシカ michelle=ミシェル catherine=キャサリン katherine=キャサリン"
        " kathleen=キャスリーン joseph=ジョセフ mark=マーク paul=ポール peter=ピーター charles=チャールズ"
        " george=ジョージ ryan=ライアン brian=ブライアン kevin=ケビン jay=ジェイ ray=レイ angel=エンジェル"
        " angelica=アンジェリカ princess=プリンセス cherry=チェリー lovely=ラブリー daisy=デイジー june=ジューン"
        " faith=フェイス hope=ホープ nicole=ニコル rachel=レイチェル sarah=サラ ruth=ルース elizabeth=エリザベス"
        " william=ウィリアム vincent=ビンセント jerome=ジェローム jerry=ジェリー gerald=ジェラルド"
        " geraldine=ジェラルディン jonathan=ジョナサン joshua=ジョシュア cruz=クルス santos=サントス reyes=レイエス"
        " garcia=ガルシア mendoza=メンドーサ torres=トレス flores=フローレス gonzales=ゴンザレス"
        " bautista=バウティスタ villanueva=ビリャヌエバ ramos=ラモス aquino=アキノ castro=カストロ rivera=リベラ"
        " fernandez=フェルナンデス mercado=メルカド navarro=ナバロ salazar=サラザール lopez=ロペス"
        " martinez=マルティネス maria=マリア jose=ホセ juan=フアン de=デ dela=デラ"
    ),
    "portuguese": _read(
        "goncalves=ゴンサルベス joao=ジョアン joaquim=ジョアキン assuncao=アスンソン conceicao=コンセイソン"
        " diego=ディエゴ william=ウィリアン wellington=ウェリントン washington=ワシントン wesley=ウェズレイ"
        " michel=ミシェル michele=ミシェリ maicon=マイコン kevin=ケビン thais=タイス isabelle=イザベリ"
    ),
    "burmese": _read(
        "u=ウ daw=ドー thein=テイン kyaw=チョー zaw=ゾー soe=ソー moe=モー htet=テッ thet=テッ phyo=ピョー"
    ),
    "nepali": _read("laxmi=ラクスミ lakshmi=ラクスミ"),
}
"""Katakana by tradition and folded Latin token."""
