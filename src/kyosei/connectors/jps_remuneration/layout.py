"""The cells of both notices, in order: 53 of 算定基礎届 (2225700) and 49 of 月額変更届 (2221700).

The order is that of public programs that write these files, not yet compared with the Pension Service's own table. It
changed its forms in October 2026; a file with another number of cells is refused rather than read by position.
"""

from __future__ import annotations

__all__ = ["LAYOUTS", "MONTHLY_CHANGE", "MONTHS", "REGULAR"]

REGULAR, MONTHLY_CHANGE = "2225700", "2221700"
MONTHS = ("1", "2", "3")
"""The three months of payment that both notices report, in order."""

SHARED = (
    *("様式コード", "都道府県コード", "郡市区符号", "事業所記号", "被保険者整理番号", "氏名_カナ", "氏名_漢字"),
    *("生年月日_元号", "生年月日_年月日", "適用年月_元号", "適用年月_年", "適用年月_月"),
    *("従前の標準報酬月額_健保", "従前の標準報酬月額_厚年", "従前改定月_元号", "従前改定月_年", "従前改定月_月"),
    *("昇降給_月", "昇降給_区分", "遡及支払額_月", "遡及支払額"),
    *(f"支払月_{month}" for month in MONTHS),
    *(f"支払基礎日数_{month}" for month in MONTHS),
    *(f"通貨_{month}" for month in MONTHS),
    *(f"現物_{month}" for month in MONTHS),
    *(f"合計_{month}" for month in MONTHS),
    *("総計", "平均額", "修正平均額", "個人番号", "基礎年金番号_課所符号", "基礎年金番号_一連番号", "備考_70歳以上"),
)
LAYOUTS = {
    REGULAR: (
        *SHARED,
        *("備考_70歳算定基礎月", "備考_二以上勤務", "備考_月額変更予定", "備考_途中入社", "備考_病休・育休・休職等"),
        *("備考_短時間労働者", "備考_パート", "備考_年間平均", "備考_その他", "70歳以上被用者届のみ"),
    ),
    MONTHLY_CHANGE: (
        *SHARED,
        *("備考_二以上勤務", "備考_短時間労働者", "備考_昇給・降給の理由", "備考_健康保険のみ月額変更", "備考_その他"),
        "70歳以上被用者届のみ",
    ),
}
