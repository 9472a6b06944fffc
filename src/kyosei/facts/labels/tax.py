"""The choices of statements about tax."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

__all__ = ["LABELS"]

_TAXES = {
    "resident": Text("住民税", "住民税", "resident tax"),
    "income": Text("所得税", "所得税", "income tax"),
}
_COLLECTIONS = {
    "special": Text("特別徴収", "会社が 給料から 引いて はらう", "special collection"),
    "ordinary": Text("普通徴収", "自分で はらう", "ordinary collection"),
}
_OCCASIONS = {
    "leaving": Text("退職", "やめた とき", "leaving"),
    "yearly": Text("年末", "年の おわり", "yearly"),
}
_FORMS = {
    "1": Text("その1", "その1", "no. 1"),
    "2": Text("その2", "その2", "no. 2"),
    "3": Text("その3", "その3", "no. 3"),
    "3-2": Text("その3の2", "その3の2", "no. 3-2"),
    "3-3": Text("その3の3", "その3の3", "no. 3-3"),
    "4": Text("その4", "その4", "no. 4"),
}

LABELS: Mapping[str, Mapping[str, Text]] = MappingProxyType(
    {
        "tax.instalment.tax": _TAXES,
        "tax.instalment.collection": _COLLECTIONS,
        "tax.withholding_slip.occasion": _OCCASIONS,
        "tax.certificate.form": _FORMS,
    }
)
"""By the full name of the field, and by the value."""
