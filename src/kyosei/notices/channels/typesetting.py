"""Sets a letter as tagged PDF (PDF/UA-1) by Typst, in the fonts that its texts need."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from kyosei.errors import KyoseiError
from kyosei.notices.channels.fonts import fonts_for

__all__ = ["typeset"]


def typeset(
    template: bytes, letter: Mapping[str, Any], texts: Iterable[str], language: str, made_at: int
) -> bytes:  # Any: JSON
    """The PDF of a letter, which its template reads as data with the key `fonts` beside its own. texts: all that is set in it;
    made_at: microseconds. The same letter makes the same bytes. MissingPartError names a font that is not there.
    """
    import typst

    document = {**letter, "fonts": fonts_for(texts, language, _families())}
    try:
        return bytes(
            typst.compile(
                template, format="pdf", sys_inputs={"letter": json.dumps(document, ensure_ascii=False)},
                pdf_standards="ua-1", timestamp=made_at // 1_000_000,
            )
        )  # fmt: skip
    except typst.TypstError as error:
        raise KyoseiError(f"the letter could not be set: {error}") from error


@cache
def _families() -> frozenset[str]:
    import typst

    return frozenset(typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).families())
