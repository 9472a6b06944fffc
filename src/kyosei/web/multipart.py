"""Forms with a file (multipart/form-data, RFC 7578), of a body that is there whole and no longer than its page takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["Upload", "read_multipart"]

_PARTS_MOST: Final = 100
_BOUNDARY: Final = re.compile(r'boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))', re.ASCII)
_NAME: Final = re.compile(r';\s*name="([^"]*)"')
_FILE: Final = re.compile(r';\s*filename="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as a browser sent it: what it is called there, without folders, and its bytes."""

    name: str
    content: bytes


def read_multipart(content_type: str, body: bytes) -> tuple[dict[str, str], dict[str, Upload]]:
    """The fields and the files of such a form, the first of each name. ValueError if it is none, or has too many parts."""
    boundary = _BOUNDARY.search(content_type)
    if boundary is None:
        raise ValueError("the form names no boundary")
    delimiter = b"\r\n--" + (boundary[1] or boundary[2]).encode("ascii")
    before, *parts = (b"\r\n" + body).split(delimiter, _PARTS_MOST + 1)
    if before or not parts or parts[-1][:2] != b"--" or len(parts) > _PARTS_MOST:
        raise ValueError("the form does not end, or has too many parts")
    fields: dict[str, str] = {}
    files: dict[str, Upload] = {}
    for part in parts[:-1]:
        head, separator, content = part.partition(b"\r\n\r\n")
        named = _NAME.search(written := _disposition(head))
        if not separator or named is None:
            raise ValueError("a part of the form has no name")
        if (file := _FILE.search(written)) is not None:
            files.setdefault(named[1], Upload(re.split(r"[/\\]", file[1])[-1], content))
        else:
            fields.setdefault(named[1], content.decode())
    return fields, files


def _disposition(head: bytes) -> str:
    for line in head.decode().split("\r\n"):
        name, _, value = line.partition(":")
        if name.strip().lower() == "content-disposition":
            return value
    return ""
