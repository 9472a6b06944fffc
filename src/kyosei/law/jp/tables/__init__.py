"""The dated figures of Japanese law: wages, holidays, statuses of residence and social insurance, as plain tuples."""

from __future__ import annotations

__all__ = ["Citation"]

Citation = tuple[str, str, int | None, str | None]
"""Law id, article, paragraph (項) and item (号), as in `("329AC0000000115", "12", 1, "5イ")`.

Branch numbers are joined by a hyphen (`19-16`, item `3-2`); `main` is a text without articles, `suppl:17` an article of
the supplementary provisions (附則), `app:別表第一` an appended table.
"""
