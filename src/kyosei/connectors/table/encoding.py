"""The characters of a table: UTF-8 with a byte order mark, or CP932 as Windows writes it without one.

The two are told apart by the mark alone and never guessed from the content. A table without the mark is read as CP932;
its header must then say what the layout says, so that a file in another encoding is refused and never garbled.
"""

from __future__ import annotations

import codecs
import unicodedata

from kyosei.errors import InstitutionFileError

__all__ = ["BYTES_MAX", "decoded", "encoded"]

BYTES_MAX = 64 * 1024 * 1024
# Control, surrogates, private use (外字: characters that only one machine knows) and unassigned code points.
UNREADABLE = ("Cc", "Cs", "Co", "Cn")
LINE_ENDS = "\r\n"
# Bidirectional controls; the joiners, which names in Devanagari or Burmese need, are no such characters.
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def decoded(file: str, content: bytes) -> str:
    """The text of a table; InstitutionFileError with the row if it is empty, too long or in no known encoding."""
    if not content.removeprefix(codecs.BOM_UTF8).strip():
        raise InstitutionFileError(file, 1, "", "is empty; give the whole table with its header row")
    if len(content) > BYTES_MAX:
        raise InstitutionFileError(
            file, 1, "", f"has {len(content)} bytes, more than {BYTES_MAX}; split the table and repeat its header row"
        )
    marked = content.startswith(codecs.BOM_UTF8)
    try:
        text = content.decode("utf-8-sig" if marked else "cp932")
    except UnicodeDecodeError as error:
        row = error.object.count(b"\n", 0, error.start) + 1
        raise InstitutionFileError(file, row, "", undecodable(content, error, marked)) from error
    found = [(text.index(character), character) for character in set(text) if unreadable(character)]
    if found:
        place, character = min(found)
        raise InstitutionFileError(
            file, text.count("\n", 0, place) + 1, "", f"has the character U+{ord(character):04X}, which cannot be shown,"
            " turns the direction of text or is a gaiji (外字) of one machine; write it with characters that every machine"
            " has"
        )  # fmt: skip
    return text


def unreadable(character: str) -> bool:
    """Whether a character cannot be shown to everybody, or makes others be shown where they do not stand."""
    if character.isprintable() or character in LINE_ENDS:
        return False
    return character in TURNING or unicodedata.category(character) in UNREADABLE


def encoded(text: str) -> bytes:
    """A table's text as UTF-8 with a byte order mark, which spreadsheets need to see that it is UTF-8."""
    return codecs.BOM_UTF8 + text.encode("utf-8")


def undecodable(content: bytes, error: UnicodeDecodeError, marked: bool) -> str:
    """Why the bytes are no text, and what to do."""
    byte = f"byte {error.object[error.start]:#04x}"
    if marked:
        return f"{byte} is not UTF-8, which the byte order mark announces; save the table anew as UTF-8 with BOM"
    if is_utf8(content):
        return "is UTF-8 without a byte order mark; save the table as UTF-8 with BOM (CSV UTF-8)"
    return f"{byte} is not CP932, and no byte order mark announces UTF-8; save the table anew in either of the two"


def is_utf8(content: bytes) -> bool:
    """Whether the bytes would also be UTF-8: only for the wording of a refusal."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
