"""All that an employer has to do, as one archive: a table of its duties, and the notice and the filing of each.

It is for whoever files for the employer, such as a labour and social security attorney (社会保険労務士).
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from typing import Final

from kyosei.cases.book import case_documents
from kyosei.cases.case import Sort
from kyosei.cases.filings import acquisition_filing
from kyosei.cases.showing import Document
from kyosei.cases.texts import notice_text
from kyosei.connectors.jps_acquisition.writing import FILE
from kyosei.notices.message import plain_text
from kyosei.timelines.days import date_from_day
from kyosei.verdicts.names import provision_said
from kyosei.web.institution.cases import look_at_cases
from kyosei.web.institution.curing import curing_of
from kyosei.web.institution.duties import duty_in, names_in
from kyosei.web.institution.looking import organisation_of
from kyosei.web.pages.company.page import EMPLOYERS
from kyosei.web.pages.duty.page import notices_of
from kyosei.web.pages.page import Page
from kyosei.web.parties import with_names
from kyosei.web.visit import Given, Visit

__all__ = ["COMPANY_FILES", "harmless"]

_AT: Final = (1980, 1, 1, 0, 0, 0)
"""The same duties make the same bytes."""
_HEADS: Final = ("案件", "義務", "根拠", "対象者", "期日", "状態", "ファイル")


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip()[:1] in ("=", "+", "-", "@") or text[:1] in ("\t", "\r") else text


def _show(visit: Visit) -> Given:
    owner = organisation_of(visit)
    with visit.portal.engine.connect() as connection:
        own = [one for one in case_documents(connection, owner=owner) if one["sort"] == Sort.TASK]
    parts = look_at_cases(visit.portal, visit.signed_in, own)
    rows: list[list[str]] = []
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        for part in parts:
            made = [(f"{part['id']}/{name}", content) for name, content in _files(visit, part, owner)]
            rows.append(_row(visit, part, owner, [name for name, _ in made]))
            for name, content in made:
                files.writestr(zipfile.ZipInfo(name, _AT), content)
        files.writestr(zipfile.ZipInfo("duties.csv", _AT), _table(rows))
    return Given(archive.getvalue(), "application/zip", "duties.zip")


def _files(visit: Visit, part: Document, owner: str) -> Iterator[tuple[str, bytes]]:
    """The notice and the filing of a duty, as far as a look shows what they need."""
    if "about" not in part:
        return
    with visit.portal.engine.connect() as connection:
        names = names_in(connection, [part], owner, visit)
    notices = notices_of(visit, part, owner)
    if notices:
        yield "notice.txt", "\n\n".join(plain_text(one, names) for one in notices).encode()
    curing = curing_of(visit, part)
    if curing.fileable:
        with visit.portal.engine.connect() as connection:
            case = with_names(connection, curing.case)
        yield FILE, acquisition_filing(case, curing.fileable, visit.today, {}).content
    elif curing.writable:
        with visit.portal.engine.connect() as connection:
            case = with_names(connection, curing.case)
        yield "report.txt", notice_text(case, curing.writable, visit.now, visit.language)[0].encode()


def _row(visit: Visit, part: Document, owner: str, files: list[str]) -> list[str]:
    with visit.portal.engine.connect() as connection:
        names = names_in(connection, [part], owner, visit)
    duty = duty_in(part, names, owner, visit.today)
    norms = [visit.portal.norms[norm].latest for norm in duty.norms if norm in visit.portal.norms]
    return [
        duty.id, "・".join(one.title.ja for one in norms),
        "・".join(provision_said(one.provisions[0], "ja") for one in norms), "・".join(name for _, name in duty.about),
        "" if duty.day < 0 else date_from_day(duty.day).isoformat(), duty.state.ja, "・".join(files),
    ]  # fmt: skip


def _table(rows: list[list[str]]) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets here need."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_HEADS)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


COMPANY_FILES: Final = Page("company_files", "/company/duties.zip", EMPLOYERS, None, _show)
