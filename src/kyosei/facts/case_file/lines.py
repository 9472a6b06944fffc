"""A file's bytes as lines of JSON: UTF-8, one object a line, no key twice, only numbers that JSON has."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kyosei.errors import CaseFileError, LineFault
from kyosei.facts.case_file.shown import shown

__all__ = ["LINE_BYTES_MAX", "Line", "line_of", "lines_in"]

LINE_BYTES_MAX = 65_536
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Line:
    """One line, and where it stands; `number` counts from 1. A key that was null is not there."""

    file: str
    number: int
    content: Mapping[str, object]

    def refusal(self, message: str, fault: LineFault = LineFault.MALFORMED) -> CaseFileError:
        """The error that refuses this line."""
        return CaseFileError(self.file, self.number, message, fault)


class _RepeatedKeyError(ValueError):
    """A key stands twice in one object."""


def lines_in(file: str, content: bytes) -> Iterator[Line]:
    """The lines of a file that are not blank."""
    for number, raw in enumerate(content.split(b"\n"), start=1):
        if not raw.strip():
            continue
        yield line_of(file, number, raw)


def line_of(file: str, number: int, raw: bytes, most: int = LINE_BYTES_MAX) -> Line:
    """One line from its bytes; `file` and `number` are for messages. most: how many bytes it may have."""
    if len(raw) > most:
        raise CaseFileError(
            file, number, f"the line has {len(raw)} bytes; split what it says, a line has at most {most}"
        )
    return Line(file, number, _object(file, number, raw))


def _object(file: str, number: int, raw: bytes) -> dict[str, object]:
    try:
        if raw.startswith(_MARK):
            raise CaseFileError(file, number, "the file begins with a byte order mark; save it as UTF-8 without one")
        text = raw.decode("utf-8")
        parsed = _DECODER.decode(text)
        if b"\\u" in raw:
            json.dumps(parsed, ensure_ascii=False, default=str).encode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"byte 0x{raw[error.start]:02x} at place {error.start + 1}"
        raise CaseFileError(file, number, f"{byte} is not UTF-8; save the file as UTF-8") from error
    except UnicodeEncodeError as error:
        raise CaseFileError(
            file, number, "an escape such as \\ud83d is half a character; write both halves or the character itself"
        ) from error
    except json.JSONDecodeError as error:
        raise CaseFileError(
            file, number, f"not JSON from column {error.colno} on; write one JSON object on the line"
        ) from error
    except _RepeatedKeyError as error:
        raise CaseFileError(file, number, f"the key {shown(str(error))} stands twice; keep one of them") from error
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise CaseFileError(
            file, number, "a number or nesting that no case file needs (NaN, Infinity, thousands of digits); remove it"
        ) from error
    if not isinstance(parsed, dict):
        raise CaseFileError(file, number, f"the line is {shown(parsed)}; write one JSON object on the line")
    return {key: value for key, value in parsed.items() if value is not None} if None in parsed.values() else parsed


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _RepeatedKeyError(next(key for place, key in enumerate(keys) if key in keys[:place]))
    return found


def _no_number(name: str) -> object:
    raise ValueError(name)


# Decimal: what is written is what is read. Hours of 0.1 are six minutes, not six minutes and a rounding error.
_DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_float=Decimal, parse_constant=_no_number)
