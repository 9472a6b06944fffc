"""Small invented laws in a folder, as the texts of real ones lie there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

__all__ = ["ACT", "write_texts"]

ACT = "300AC0000000001"


def write_texts(
    folder: Path,
    articles: Mapping[str, str],
    day: str,
    *,
    law: str = ACT,
    earlier: Mapping[str, Mapping[str, str]] = {},
) -> Path:
    """The articles of a law as of a day, and by earlier day how some of them read from then on."""
    folder.mkdir(exist_ok=True)
    whole = [
        {"law_id": law, "article": article, "text": text, "enforced_at": day} for article, text in articles.items()
    ]
    history = [
        {"law_id": law, "article": article, "text": text, "from_date": since}
        for since, texts in earlier.items()
        for article, text in texts.items()
    ]
    for name, rows in (("articles.jsonl", whole), ("history.jsonl", history)):
        lines = (json.dumps(row, ensure_ascii=False) for row in rows)
        (folder / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder
