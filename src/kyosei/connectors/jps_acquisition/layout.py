"""The 34 cells of an acquisition notice, in order.

The order is that of public programs that write these files, not yet compared with the Pension Service's own table. It
changed its forms in October 2026; a file with another number of cells is refused rather than read by position.
"""

from __future__ import annotations

__all__ = ["ACQUISITION"]

ACQUISITION = (
    *("様式コード", "都道府県コード", "郡市区符号", "事業所記号", "事業所番号", "被保険者整理番号"),
    *("氏名_カナ", "氏名_漢字", "生年月日_元号", "生年月日_年月日", "種別", "取得区分"),
    *("個人番号", "個人番号省略理由", "備考", "基礎年金番号_課所符号", "基礎年金番号_一連番号"),
    *("取得年月日_元号", "取得年月日_年月日", "被扶養者", "報酬月額_通貨", "報酬月額_現物", "報酬月額_合計"),
    *("備考_70歳以上", "備考_二以上勤務", "備考_短時間労働者", "備考_退職後の継続再雇用", "備考_その他"),
    *("郵便番号_親番号", "郵便番号_子番号", "住所_カナ", "住所_漢字", "70歳以上被用者該当のみ", "資格確認書発行要否"),
)
