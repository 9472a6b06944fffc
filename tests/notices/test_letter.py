"""Letters as PDF: tagged, with embedded fonts for every script, the same bytes for the same letter."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typst
from pypdf import PdfReader

from kyosei.errors import MissingPartError
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.channels.channel import Failed, HandedOver
from kyosei.notices.channels.fonts import fonts_for
from kyosei.notices.channels.letter import LetterChannel, pdf_of
from kyosei.notices.voice import languages
from tests.notices.asked import NOON, asked
from tests.notices.parcels import parcel_of

SET_IN = {"Noto Sans", "Noto Sans CJK JP", "Noto Sans CJK SC", "Noto Sans Myanmar", "Noto Sans Khmer"}
needs_fonts = pytest.mark.skipif(
    not set(typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).families()) >= SET_IN,
    reason="letters are set in fonts of the system; on Debian or Ubuntu: apt install fonts-noto-core fonts-noto-cjk",
)
BURMESE, KHMER = "မအေးအေး", "សុខ សុភា"


def fonts_of(reader: PdfReader) -> Iterator[tuple[str, bool]]:
    """Each font by its name, and whether its file is in the document."""
    for page in reader.pages:
        resources: Any = page["/Resources"]  # Any: objects of pypdf nest freely
        for font in resources["/Font"].values():
            for inner in font.get_object().get("/DescendantFonts", [font]):
                described = inner.get_object()["/FontDescriptor"]
                embedded = any(f"/FontFile{sort}" in described for sort in ("", "2", "3"))
                yield str(inner.get_object()["/BaseFont"]).split("+")[-1], embedded


def read(written: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(written))


@needs_fonts
@pytest.mark.parametrize("language", languages())
def test_a_letter_is_tagged_names_its_language_and_embeds_its_fonts(catalogue: Catalogue, language: str) -> None:
    names = {"person:hoa": f"{BURMESE} {KHMER}", "org:sakura": "さくら食品株式会社"}
    address = "100-0001\n東京都千代田区一丁目"
    reader = read(pdf_of(parcel_of(catalogue, asked(language=language), address=address, names=names), "Kyosei"))
    root: Any = reader.trailer["/Root"].get_object()  # Any: as above
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language.split("-", maxsplit=1)[0]
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    found = dict(fonts_of(reader))
    assert all(found.values()), found
    assert any("CJK" in name for name in found)
    assert any("Myanmar" in name for name in found)
    assert any("Khmer" in name for name in found)


@needs_fonts
def test_a_letter_says_what_the_notice_says(catalogue: Catalogue) -> None:
    text = "".join(page.extract_text() for page in read(pdf_of(parcel_of(catalogue, asked()), "Kyosei")).pages)
    squeezed = text.replace("\n", "").replace(" ", "")
    for said in ("行っていただくこと", "さくら食品株式会社", "厚生年金保険法施行規則第15条第1項", f"{1:032x}"):
        assert said in squeezed


@needs_fonts
def test_no_name_is_read_as_markup(catalogue: Catalogue) -> None:
    names = {"org:sakura": "#panic() *A* $x$ [b] \\ <c> `d` @e", "person:hoa": "Hoa"}
    text = read(pdf_of(parcel_of(catalogue, asked(), names=names), "Kyosei")).pages[0].extract_text()
    assert "#panic() *A* $x$ [b] \\ <c> `d` @e" in text


@needs_fonts
def test_the_same_letter_is_the_same_bytes_and_written_once(catalogue: Catalogue, tmp_path: Path) -> None:
    parcel = parcel_of(catalogue, asked())
    channel = LetterChannel(tmp_path / "letters", "Kyosei")
    assert channel.hand_over(parcel, NOON) == HandedOver(False, f"{parcel.key}.pdf")
    file = tmp_path / "letters" / f"{parcel.key}.pdf"
    assert file.read_bytes() == pdf_of(parcel, "Kyosei")
    file.write_bytes(b"posted already")
    assert channel.hand_over(parcel, NOON) == HandedOver(False, f"{parcel.key}.pdf")
    assert file.read_bytes() == b"posted already"


@needs_fonts
def test_a_folder_that_cannot_be_written_is_tried_again(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "letters").write_text("a file")
    assert isinstance(
        LetterChannel(tmp_path / "letters", "Kyosei").hand_over(parcel_of(catalogue, asked()), NOON), Failed
    )


ALL = ("Noto Sans", "Noto Sans CJK JP", "Noto Sans CJK SC", "Noto Sans Myanmar", "Noto Sans Khmer")


@pytest.mark.parametrize(
    ("text", "language", "fonts"),
    [
        ("Nguyễn Иван Ελένη 12", "en", ["Noto Sans", "Noto Sans CJK JP"]),
        ("さくら ｶﾅ 食品", "ja", ["Noto Sans", "Noto Sans CJK JP"]),
        ("食品", "zh-Hans", ["Noto Sans", "Noto Sans CJK SC"]),
        (BURMESE + KHMER, "ja", ["Noto Sans", "Noto Sans CJK JP", "Noto Sans Khmer", "Noto Sans Myanmar"]),
    ],
)
def test_fonts_follow_the_scripts_of_a_text(text: str, language: str, fonts: list[str]) -> None:
    assert fonts_for([text], language, ALL) == fonts


@pytest.mark.parametrize(
    ("text", "missing", "message"),
    [
        (BURMESE, "Noto Sans Myanmar", "need the font 'Noto Sans Myanmar'.*apt install fonts-noto-core"),
        (KHMER, "Noto Sans Khmer", "need the font 'Noto Sans Khmer'.*apt install fonts-noto-core"),
        ("あ", "Noto Sans CJK JP", "need the font 'Noto Sans CJK JP'.*apt install fonts-noto-cjk"),
        ("ᏣᎳᎩ", "", "no font is known here for letters of the Cherokee script"),
    ],
)
def test_a_font_that_is_absent_is_named_with_how_to_get_it(text: str, missing: str, message: str) -> None:
    with pytest.raises(MissingPartError, match=message):
        fonts_for([text], "ja", [family for family in ALL if family != missing])
