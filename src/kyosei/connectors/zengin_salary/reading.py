"""Reads a salary file whole, as the word of the employer who orders the transfers: an order is not yet a credit.

The source is the employer, who is heard about wage credits and cannot settle them: only the receiving bank can. `on` is
取組日, the day of the transfer. The file writes it as month and day without a year, so the name of the file must say
the whole day, such as `kyuyo-20261125.txt`; the two must agree. 給与 (11) and 賞与 (12) are wages; of a general
transfer (総合振込, 21) the file does not say that it is, so it is refused.

Not taken: account numbers, branches. A record without 社員番号 names its person by order and record only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kyosei.connectors.connector import Connector, Line
from kyosei.connectors.lines import (
    employer_line,
    evening_of,
    event_line,
    organisation_line,
    person_line,
    shown,
)
from kyosei.connectors.zengin_salary.records import DATA, END, HEADER, TRAILER, Record, read_records
from kyosei.errors import InstitutionFileError

__all__ = ["ZENGIN_SALARY"]

NAME = "zengin-salary"
WAGES = {"11": "給与", "12": "賞与"}
GENERAL = "21"
DAY_IN_NAME = re.compile(r"(?<![0-9])((?:19|20|21)[0-9]{2})-?([0-9]{2})-?([0-9]{2})(?![0-9])")


@dataclass(frozen=True, slots=True)
class Order:
    """A header, the transfers under it, and the trailer that sums them up."""

    header: Record
    transfers: tuple[Record, ...]
    trailer: Record


def read(file: str, content: bytes) -> list[Line]:
    """The employers, the receiving banks, the payees, and one wage credit for each transfer."""
    parties: dict[object, tuple[Record, Line]] = {}
    credits: list[Line] = []
    for order in orders(read_records(file, content)):
        must_agree(order)
        day = transfer_day(file, order.header)
        for record, line in order_lines(order, day):
            if line["type"] == "statement":
                credits.append(line)
                continue
            earlier, known = parties.setdefault(line["id"], (record, line))
            if known != line:
                raise record.refusal(
                    "社員番号", f"or a bank's number has another name here than in record {earlier.row};"
                    " give every person and bank a number of their own"
                )  # fmt: skip
    return [*(line for _, line in parties.values()), *credits]


def orders(records: list[Record]) -> Iterator[Order]:
    """The orders of a file: header, transfers, trailer, any number of times, then the end."""
    header: Record | None = None
    transfers: list[Record] = []
    for record, following in zip(records, [*records[1:], None], strict=True):
        match record.kind:
            case "1" if header is None:
                header, transfers = record, []
            case "2" if header is not None:
                transfers.append(record)
            case "8" if header is not None:
                yield Order(header, tuple(transfers), record)
                header = None
            case "9" if header is None and record.row > 1 and following is None:
                return
            case _:
                raise record.refusal(
                    "データ区分", f"is {record.kind} out of its place; a file has header ({HEADER}), data ({DATA}),"
                    f" trailer ({TRAILER}) and at last the end ({END})"
                )  # fmt: skip
    raise records[-1].refusal(
        "データ区分", f"is {records[-1].kind}, but the last record must be the end ({END}); give the whole file"
    )


def must_agree(order: Order) -> None:
    """Refuse an order whose trailer does not sum up its transfers: then one of them is missing or changed."""
    total = sum(int(record.digits("振込金額")) for record in order.transfers)
    for field, found in (("合計件数", len(order.transfers)), ("合計金額", total)):
        written = int(order.trailer.digits(field))
        if written != found:
            raise order.trailer.refusal(
                field, f"is {written}, but the records before it make {found}; give the whole file"
            )


def transfer_day(file: str, header: Record) -> date:
    """取組日 with the year that the file's name says."""
    named = DAY_IN_NAME.findall(file)
    if not named:
        raise header.refusal(
            "取組日", "has no year, and the name of the file does not say the day; name it by the day, such as"
            " kyuyo-20261125.txt"
        )  # fmt: skip
    year, month, day = named[-1]
    written = header.digits("取組日")
    if written != month + day:
        raise header.refusal(
            "取組日", f"is {written}, but the name of the file says {year}-{month}-{day}; name the file by the day of"
            " its transfers"
        )  # fmt: skip
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise header.refusal("取組日", f"is {written}, which is no day of {year}; correct the day") from error


def order_lines(order: Order, day: date) -> Iterator[tuple[Record, Line]]:
    """The lines of one order, each with the record that says so."""
    header = order.header
    must_be_wages(header)
    code = header.digits("振込依頼人コード")
    employer = f"org:zengin-{code}"
    yield header, employer_line(employer, [half_width(header, "振込依頼人名")])
    for record in order.transfers:
        bank = f"org:zengin-bank-{record.digits('被仕向金融機関番号')}"
        bank_name = record.text("被仕向金融機関名")
        yield record, organisation_line(bank, ["bank"], [{"script": "Kana", "text": bank_name}] if bank_name else [])
        person = f"person:zengin-{code}-{person_number(record, order, day)}"
        yield record, person_line(person, [half_width(record, "受取人名")], None)
        about = {"person": person, "employer": employer, "bank": bank}
        fields = {"amount_yen": int(record.digits("振込金額"))}
        yield record, event_line(NAME, "bank.wage_credit", employer, about, day, fields, evening_of(day))


def must_be_wages(header: Record) -> None:
    """Refuse transfers of which the file does not say that they are wages, and other codes than JIS."""
    kind = header.digits("種別コード")
    if kind not in WAGES:
        known = ", ".join(f"{code} {title}" for code, title in WAGES.items())
        why = " (総合振込), of which nobody can tell whether it is wages" if kind == GENERAL else ""
        raise header.refusal("種別コード", f"is {kind}{why}; give a file of {known}")
    if header.fields["コード区分"] != "0":
        raise header.refusal(
            "コード区分", f"is {shown(header.fields['コード区分'])}, but only 0 (JIS) is read; write the file in JIS"
        )


def person_number(record: Record, order: Order, day: date) -> str:
    """社員番号 as a part of an id; where it is empty, the order and the record, which name nobody else."""
    text = record.text("社員番号")
    if not text:
        count, total = (int(order.trailer.digits(field)) for field in ("合計件数", "合計金額"))
        return f"order-{day:%Y%m%d}-{order.header.digits('種別コード')}-{count}-{total}-record-{record.row}"
    if re.fullmatch("[0-9A-Z-]+", text, re.ASCII) is None:
        raise record.refusal("社員番号", f"is {shown(text)}, but needs digits, capitals or hyphens; correct the number")
    return text


def half_width(record: Record, field: str) -> dict[str, str]:
    """A name as the file has it, in half-width katakana or capitals."""
    text = record.text(field)
    if not text:
        raise InstitutionFileError(record.file, record.row, field, "is empty; have the file written with the name")
    script = "Latn" if text.isascii() else "Kana"
    return {"script": script, "text": text}


ZENGIN_SALARY = Connector(
    name=NAME,
    title_ja="全銀協規定フォーマット 給与・賞与振込（固定長120バイト）",
    title_en="Zengin salary transfers (fixed length, 120 bytes)",
    suffix=".txt",
    read=read,
)
