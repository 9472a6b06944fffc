"""`kyosei submit`, and `kyosei journal register|key|sign`: how signed entries come about and into the journal."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kyosei.cli.arguments import Format, FormatOption, read_files
from kyosei.cli.asking import now
from kyosei.cli.data_directory import DataDirectoryOption, instant_text, opened_journal
from kyosei.cli.page import write_json, write_text
from kyosei.errors import EntryRefusedError, InputError, QuestionError

if TYPE_CHECKING:
    from kyosei.journal.admission import Receipt
    from kyosei.journal.envelope import SigningKey, VerifyingKey

__all__ = ["make_key", "register", "sign", "submit"]

Party = Annotated[
    str,
    typer.Argument(metavar="PARTY", help="The institution, such as authority:isa or org:acme.", show_default=False),
]
_KeyFile = typer.Option("--key", metavar="FILE", help="Sign with the key in this file.", show_default=False)


def submit(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="Signed entries, one a line, as `kyosei journal sign` writes them; - is standard input.",
            show_default=False,
        ),
    ],
    data: DataDirectoryOption,
    format_: Annotated[
        Format, typer.Option("--format", help="Receipts to read, or JSON with one receipt a line.")
    ] = Format.TEXT,
) -> None:
    """Enter signed entries. Prints a receipt for each; refusals go to standard error, with their reasons."""
    lines = [
        (f"{name}:{number}", line.strip())
        for name, content in read_files(files)
        for number, line in enumerate(content.split(b"\n"), start=1)
        if line.strip()
    ]
    with opened_journal(data) as (journal, _):
        answers = journal.submit([line for _, line in lines])
    refused = 0
    for (where, _), answer in zip(lines, answers, strict=True):
        if isinstance(answer, EntryRefusedError):
            refused += 1
            sys.stderr.write(f"{where}: {answer}\n")
        elif format_ is Format.JSON:
            write_text(json.dumps(_receipt(answer)) + "\n")
        else:
            write_text(_receipt_page(answer))
    if refused:
        raise InputError(f"{refused} of {len(lines)} entries were refused; the others are in the journal")


def register(
    party: Party,
    data: DataDirectoryOption,
    public_key: Annotated[
        str | None,
        typer.Option(
            metavar="KEY",
            help="Its public key, which `kyosei journal key` prints. Default: a new key, kept in DIR/keys.",
        ),
    ] = None,
    human: Annotated[
        str | None,
        typer.Option(metavar="ID", help="The human whose key it is, such as staff:sato. Default: a program's key."),
    ] = None,
    speaks_for: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Whose word it signs beside its own; person:* is every person. Repeatable."),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="Only statements of this kind, such as pension.*. Repeatable. Default: all."),
    ] = None,
    about: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Only about these persons, such as person:p-*. Repeatable. Default: all."),
    ] = None,
    entry_type: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TYPE", help="What it may enter beyond the usual, such as link, erasure or access_head. Repeatable."
        ),
    ] = None,
    declares_role: Annotated[
        list[str] | None,
        typer.Option(metavar="ROLE", help="The roles of organisations that it may declare, such as host. Repeatable."),
    ] = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Register an institution and its key. The root key of the data directory signs it."""
    from kyosei.journal.directory import DataDirectory, Registration, register_key
    from kyosei.journal.directory import register as register_with_new_key

    registration = Registration(party, human, speaks_for or (), kind, about, entry_type or (), declares_role or ())
    given = None if public_key is None else _public_key(public_key)
    with opened_journal(data) as (journal, _):
        if given is None:
            key = register_with_new_key(journal, data, registration, now()).public
        else:
            key = given
            register_key(journal, data, registration, key, now())
    kept = None if given is not None else DataDirectory(data).party_key(party)
    if format_ is Format.JSON:
        write_json({"institution": party, "key_id": key.id, "public_key": key.text, "kept_in": kept and str(kept)})
        return
    lines = [f"{party} is registered", *_key_lines(key)]
    if kept is not None:
        lines.append(f"  kept in      {kept} (for development: in production each institution keeps its own)")
    write_text("\n".join(lines) + "\n")


def make_key(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Where the new signing key is written.", show_default=False)
    ],
    format_: FormatOption = Format.TEXT,
) -> None:
    """Make a signing key for entries. Its public part is printed, and may be known to all."""
    from kyosei.journal.directory import write_new_key

    key = write_new_key(file)
    if format_ is Format.JSON:
        write_json({"key_id": key.id, "public_key": key.text, "kept_in": str(file)})
        return
    lines = [
        "a new signing key was made",
        *_key_lines(key),
        f"  kept in      {file} (secret: whoever has it signs with it)",
    ]
    write_text("\n".join(lines) + "\n")


def sign(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="What is said: lines of case files, or other entries, one JSON object a line; - is standard input.",
            show_default=False,
        ),
    ],
    key: Annotated[Path | None, _KeyFile] = None,
    signer: Annotated[
        str | None,
        typer.Option("--as", metavar="PARTY", help="Sign with the key of this institution in --data; for development."),
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option("--data", metavar="DIR", envvar="KYOSEI_DATA", help="The data directory with the key of --as."),
    ] = None,
) -> None:
    """Sign entries. Prints one compact JWS a line, for `kyosei submit`."""
    signing = _signing_key(key, signer, data)
    for name, content in read_files(files):
        for number, line in enumerate(content.split(b"\n"), start=1):
            if line.strip():
                write_text(signing.sign(_content(f"{name}:{number}", line)).decode() + "\n")


def _signing_key(file: Path | None, signer: str | None, data: Path | None) -> SigningKey:
    from kyosei.journal.directory import read_key_file, signing_key

    if (file is None) == (signer is None):
        raise QuestionError("say with which key to sign: --key FILE, or --as PARTY with --data DIR; one of the two")
    if file is not None:
        return read_key_file(file)
    if signer is None or data is None:
        raise QuestionError("--as needs the data directory that has the key: --data DIR")
    return signing_key(data, signer)


def _public_key(written: str) -> VerifyingKey:
    from kyosei.journal.envelope import VerifyingKey

    try:
        return VerifyingKey(written.strip())
    except ValueError as error:
        raise QuestionError(f"--public-key is no key: {error}; `kyosei journal key` prints it") from error


def _key_lines(key: VerifyingKey) -> list[str]:
    return [f"  key id       {key.id}", f"  public key   {key.text}"]


def _content(where: str, line: bytes) -> Mapping[str, object]:
    """A line to be signed. `recorded_at` is for the journal to say."""
    try:
        content: Any = json.loads(line)  # Any: whatever JSON it is
    except ValueError as error:
        raise InputError(f"{where}: no JSON: {error}; write one object a line") from error
    if not isinstance(content, dict):
        raise InputError(f"{where}: no object; write one object a line")
    return {key: value for key, value in content.items() if key != "recorded_at"}


def _receipt(receipt: Receipt) -> dict[str, object]:
    return {
        "id": receipt.id, "sequence": receipt.sequence, "recorded_at": instant_text(receipt.recorded_at),
        "salt": receipt.salt.hex(), "commitment": receipt.commitment.hex(),
    }  # fmt: skip


def _receipt_page(receipt: Receipt) -> str:
    lines = [
        f"{receipt.id}: in the journal and in the public log",
        f"  entry        {receipt.sequence}",
        f"  recorded at  {instant_text(receipt.recorded_at)}",
        f"  salt         {receipt.salt.hex()} (keep it with the entry: it shows that the log has it)",
        f"  commitment   {receipt.commitment.hex()}",
    ]
    return "\n".join(lines) + "\n"
