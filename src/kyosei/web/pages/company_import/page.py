"""An employer brings a file of its own payroll: first what would be recorded is shown, then it is recorded, all of it or nothing.

Nothing of the file is kept here in between: the form carries it along, and it is read again. What is confirmed has the digest of
what was shown, or it is shown anew.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.connectors import CONNECTORS
from kyosei.journal.entered import Entered, entered_by
from kyosei.web.institution.looking import organisation_of
from kyosei.web.institution.payroll import FILE_BYTES_MOST, FORMATS, Brought, Fault, Prepared, Refused, prepared
from kyosei.web.institution.sending import may_sign, sent_whole
from kyosei.web.pages.company.page import EMPLOYERS
from kyosei.web.pages.page import Page
from kyosei.web.parties import called
from kyosei.web.visit import Given, Go, NotHere, Shown, Visit

__all__ = ["COMPANY_IMPORT"]

_BODY_MOST: Final = 2 * FILE_BYTES_MOST
"""A file that cannot be packed is a third longer as text; entries that are brought signed come with it."""


@dataclass(frozen=True, slots=True)
class CompanyImportShown:
    """formats: id, Japanese and English title. refused: why nothing of the file is taken. found: what would be recorded. carried:
    the file, as the form carries it along. missing: that the employer has not said that the file is its own. changed: whether
    something is otherwise than when it was shown. refusals: why what was sent was not taken. line: the first of what is to be
    signed. signs: whether the portal may sign. can_take: whether anything can be recorded here.
    """

    organisation: str
    formats: Sequence[tuple[str, str, str]]
    format: str
    megabytes: int
    can_take: bool
    refused: Refused | None = None
    found: Prepared | None = None
    carried: Sequence[tuple[str, str]] = ()
    missing: bool = False
    changed: bool = False
    refusals: Sequence[str] = ()
    line: str = ""
    signs: bool = False
    receipt: Entered | None = None


def _show(visit: Visit) -> Shown:
    with visit.portal.engine.connect() as connection:
        receipt = entered_by(connection, organisation_of(visit), visit.query.get("sent", ""))
    return _page(visit, "", receipt=receipt)


def _take(visit: Visit) -> Shown | Go | Given | NotHere:
    if visit.portal.intake is None:
        return NotHere()
    brought = _brought(visit)
    if brought is None:
        return _page(visit, visit.form.get("format", ""), refused=Refused(Fault.MISSING))
    found = prepared(visit, brought, visit.form)
    if isinstance(found, Refused):
        return _page(visit, brought.format, refused=found)
    do = visit.form.get("do", "")
    if do not in ("send", "download"):
        return _preview(visit, brought, found)
    if visit.form.get("digest") != found.digest:
        return _preview(visit, brought, found, changed=True)
    if not found.is_whole:
        return _preview(visit, brought, found)
    if do == "download":
        lines = b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in found.lines)
        return Given(lines, "application/jsonl", "line.json")
    if not found.own and visit.form.get("ours") != "yes":
        return _preview(visit, brought, found, missing=True)
    refusals = sent_whole(visit, found.lines) if found.lines else []
    if refusals:
        return _preview(visit, brought, found, refusals=refusals)
    return Go(f"/company/import?sent={found.ids[-1]}")


def _preview(visit: Visit, brought: Brought, found: Prepared, **more: object) -> Shown:
    carried = [("format", brought.format), ("name", brought.name), ("packed", _packed(brought.content)),
               ("digest", found.digest)]  # fmt: skip
    written = [json.dumps(one, ensure_ascii=False) for one in found.lines[:1]]
    line = "\n".join([*written, "…"] if len(found.lines) > 1 else written)
    return _page(visit, brought.format, found=found, carried=carried, line=line, signs=may_sign(visit), **more)


def _page(visit: Visit, format_: str, **more: object) -> Shown:
    organisation = organisation_of(visit)
    with visit.portal.engine.connect() as connection:
        name = called(connection, [organisation], visit.language)[organisation]
    formats = [(one, CONNECTORS[one].title_ja, CONNECTORS[one].title_en) for one in FORMATS]
    content = CompanyImportShown(
        name, formats, format_, FILE_BYTES_MOST // 1024**2, visit.portal.intake is not None,
        **more,  # type: ignore[arg-type]  # the fields of the page, by their names
    )  # fmt: skip
    return Shown(content, 413 if content.refused is not None and content.refused.fault is Fault.LARGE else 200)


# The file between two forms -------------------------------------------------------------------------------------------


def _brought(visit: Visit) -> Brought | None:
    """The file that was chosen, or that the form carries along; None if there is none."""
    format_ = visit.form.get("format", "")
    if (upload := visit.uploads.get("file")) is not None:
        return Brought(format_, upload.name[:200], upload.content)
    content = _unpacked(visit.form.get("packed", ""))
    return None if content is None else Brought(format_, visit.form.get("name", "")[:200], content)


def _packed(content: bytes) -> str:
    return base64.urlsafe_b64encode(zlib.compress(content, 6)).decode()


def _unpacked(packed: str) -> bytes | None:
    """No more than a file may have, and one byte, whatever it would become."""
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(base64.urlsafe_b64decode(packed.encode()), FILE_BYTES_MOST + 1)
    except (ValueError, zlib.error):
        return None
    return content if packed else None


COMPANY_IMPORT: Final = Page(
    "company_import", "/company/import", EMPLOYERS, CompanyImportShown, _show, _take, body_most=_BODY_MOST,
    grave=lambda visit: bool(visit.form),  # up to hundreds of records at once, in the employer's name
)  # fmt: skip
