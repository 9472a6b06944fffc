"""What official codes stand for: languages, and the States with a social-security agreement."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

__all__ = ["LABELS"]

_LANGUAGES = {
    "ja": Text("日本語", "日本語", "Japanese"),
    "ja-easy": Text("やさしい日本語", "やさしい日本語", "easy Japanese"),
    "en": Text("英語", "英語", "English"),
    "vi": Text("ベトナム語", "ベトナム語", "Vietnamese"),
    "zh": Text("中国語", "中国語", "Chinese"),
    "zh-hans": Text("中国語（簡体字）", "中国語（簡体字）", "Chinese (simplified)"),
    "zh-hant": Text("中国語（繁体字）", "中国語（繁体字）", "Chinese (traditional)"),
    "ko": Text("韓国・朝鮮語", "韓国・朝鮮語", "Korean"),
    "tl": Text("タガログ語", "タガログ語", "Tagalog"),
    "pt": Text("ポルトガル語", "ポルトガル語", "Portuguese"),
    "es": Text("スペイン語", "スペイン語", "Spanish"),
    "id": Text("インドネシア語", "インドネシア語", "Indonesian"),
    "ne": Text("ネパール語", "ネパール語", "Nepali"),
    "my": Text("ミャンマー語", "ミャンマー語", "Burmese"),
    "th": Text("タイ語", "タイ語", "Thai"),
    "km": Text("クメール語", "クメール語", "Khmer"),
    "mn": Text("モンゴル語", "モンゴル語", "Mongolian"),
    "bn": Text("ベンガル語", "ベンガル語", "Bengali"),
    "si": Text("シンハラ語", "シンハラ語", "Sinhala"),
    "ta": Text("タミル語", "タミル語", "Tamil"),
    "hi": Text("ヒンディー語", "ヒンディー語", "Hindi"),
    "ur": Text("ウルドゥー語", "ウルドゥー語", "Urdu"),
    "uz": Text("ウズベク語", "ウズベク語", "Uzbek"),
    "lo": Text("ラオス語", "ラオス語", "Lao"),
    "ms": Text("マレー語", "マレー語", "Malay"),
    "fa": Text("ペルシア語", "ペルシア語", "Persian"),
    "ar": Text("アラビア語", "アラビア語", "Arabic"),
    "tr": Text("トルコ語", "トルコ語", "Turkish"),
    "ru": Text("ロシア語", "ロシア語", "Russian"),
    "uk": Text("ウクライナ語", "ウクライナ語", "Ukrainian"),
    "fr": Text("フランス語", "フランス語", "French"),
    "de": Text("ドイツ語", "ドイツ語", "German"),
    "it": Text("イタリア語", "イタリア語", "Italian"),
    "pa": Text("パンジャブ語", "パンジャブ語", "Punjabi"),
    "te": Text("テルグ語", "テルグ語", "Telugu"),
    "ml": Text("マラヤーラム語", "マラヤーラム語", "Malayalam"),
    "mr": Text("マラーティー語", "マラーティー語", "Marathi"),
    "gu": Text("グジャラート語", "グジャラート語", "Gujarati"),
    "ps": Text("パシュトー語", "パシュトー語", "Pashto"),
    "prs": Text("ダリー語", "ダリー語", "Dari"),
    "ku": Text("クルド語", "クルド語", "Kurdish"),
    "am": Text("アムハラ語", "アムハラ語", "Amharic"),
    "sw": Text("スワヒリ語", "スワヒリ語", "Swahili"),
    "kk": Text("カザフ語", "カザフ語", "Kazakh"),
    "ky": Text("キルギス語", "キルギス語", "Kyrgyz"),
    "tg": Text("タジク語", "タジク語", "Tajik"),
    "dz": Text("ゾンカ語", "ゾンカ語", "Dzongkha"),
    "ceb": Text("セブアノ語", "セブアノ語", "Cebuano"),
    "pl": Text("ポーランド語", "ポーランド語", "Polish"),
    "ro": Text("ルーマニア語", "ルーマニア語", "Romanian"),
    "nl": Text("オランダ語", "オランダ語", "Dutch"),
    "sv": Text("スウェーデン語", "スウェーデン語", "Swedish"),
}
_COUNTRIES = {
    "DE": Text("ドイツ", "ドイツ", "Germany"),
    "GB": Text("イギリス", "イギリス", "United Kingdom"),
    "KR": Text("韓国", "韓国", "Republic of Korea"),
    "US": Text("アメリカ", "アメリカ", "United States"),
    "BE": Text("ベルギー", "ベルギー", "Belgium"),
    "FR": Text("フランス", "フランス", "France"),
    "CA": Text("カナダ", "カナダ", "Canada"),
    "AU": Text("オーストラリア", "オーストラリア", "Australia"),
    "NL": Text("オランダ", "オランダ", "Netherlands"),
    "CZ": Text("チェコ", "チェコ", "Czech Republic"),
    "ES": Text("スペイン", "スペイン", "Spain"),
    "IE": Text("アイルランド", "アイルランド", "Ireland"),
    "BR": Text("ブラジル", "ブラジル", "Brazil"),
    "CH": Text("スイス", "スイス", "Switzerland"),
    "HU": Text("ハンガリー", "ハンガリー", "Hungary"),
    "IN": Text("インド", "インド", "India"),
    "LU": Text("ルクセンブルク", "ルクセンブルク", "Luxembourg"),
    "PH": Text("フィリピン", "フィリピン", "Philippines"),
    "SK": Text("スロバキア", "スロバキア", "Slovakia"),
    "CN": Text("中国", "中国", "China"),
    "FI": Text("フィンランド", "フィンランド", "Finland"),
    "SE": Text("スウェーデン", "スウェーデン", "Sweden"),
    "IT": Text("イタリア", "イタリア", "Italy"),
    "AT": Text("オーストリア", "オーストリア", "Austria"),
}

LABELS: Mapping[str, Mapping[str, Text]] = MappingProxyType(
    {
        "person.particulars.languages": _LANGUAGES,
        "work.conditions_document.language": _LANGUAGES,
        "support.plan.language": _LANGUAGES,
        "support.action.language": _LANGUAGES,
        "pension.coverage_certificate.country": _COUNTRIES,
    }
)
"""By the full name of the field, and by the value."""
