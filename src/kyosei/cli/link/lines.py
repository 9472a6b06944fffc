"""`kyosei link join|end|dispute|resolve`: the entry that somebody then signs and enters. Nothing is entered here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kyosei.cli.arguments import read_files
from kyosei.cli.asking import now
from kyosei.cli.page import write_text
from kyosei.errors import CaseFileError, InputError, QuestionError

if TYPE_CHECKING:
    from kyosei.facts.link_evidence import Evidence
    from kyosei.facts.links import Link, Unlink
    from kyosei.facts.statements import Dispute, Resolution

__all__ = ["dispute", "end", "join", "resolve"]

Outcome = Literal["kept", "corrected"]
Person = Annotated[str, typer.Argument(metavar="PERSON", help="A local id, such as person:hoa.", show_default=False)]
LinkId = Annotated[str, typer.Argument(metavar="LINK", help="The id of a link.", show_default=False)]
Source = Annotated[
    str, typer.Option(metavar="PARTY", help="The institution that says so.", show_default=False)
]  # fmt: skip
DecidedBy = Annotated[str, typer.Option(metavar="ID", help="The human who decided: staff:…", show_default=False)]
Reason = Annotated[str, typer.Option(metavar="TEXT", help="Why, in your words.", show_default=False)]


def join(
    first: Person,
    second: Person,
    source: Source,
    decided_by: DecidedBy,
    document: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="A document that shows both.", show_default=False)
    ] = None,
    seen_by: Annotated[
        str | None, typer.Option(metavar="ID", help="Who saw the documents. Default: who decided.", show_default=False)
    ] = None,
    person_says: Annotated[
        str | None, typer.Option(metavar="PERSON", help="Which of the two says so themself.", show_default=False)
    ] = None,
    candidates: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="What `kyosei link candidates --format json` said.", show_default=False),
    ] = None,
) -> None:
    """Write the entry that links two ids. It says what shows that both are one person's; sign it, then submit it."""
    from kyosei.facts.link_evidence import DocumentSeen, PersonSays
    from kyosei.facts.links import Link

    _refuse_numbers(first=first, second=second, source=source, document=document, candidates=candidates)
    evidence: list[Evidence] = [DocumentSeen(one, seen_by or decided_by) for one in document or ()]
    if seen_by is not None and not document:
        raise QuestionError("--seen-by names who saw a document, but no --document is given; say which document it was")
    if person_says is not None:
        evidence.append(PersonSays(person_says))
    if candidates is not None:
        from kyosei.identity.candidates.documents import comparison_in

        ((name, content),) = read_files([candidates])
        evidence.append(comparison_in(name, content, (first, second)))
    if not evidence:
        raise QuestionError(
            "nothing shows that both are one person; name a --document that somebody saw, which of the two says so with"
            " --person-says, or the list of --candidates"
        )
    at = now()
    id_ = _id("link", first, second, source, at)
    _write(Link(id_, first, second, source, decided_by, tuple(evidence), at, at))


def end(link: LinkId, source: Source, decided_by: DecidedBy, reason: Reason) -> None:
    """Write the entry that ends a link. All is then as if it had never been; sign it, then submit it."""
    from kyosei.facts.links import Unlink

    _refuse_numbers(link=link, source=source, reason=reason)
    at = now()
    _write(Unlink(_id("unlink", link, source, reason, at), link, source, decided_by, reason, at, at))


def dispute(
    link: LinkId,
    by: Annotated[str, typer.Option(metavar="PARTY", help="Whose word it is: person:…", show_default=False)],
    reason: Reason,
) -> None:
    """Write the dispute of a link. It opens what rests on the link until it is resolved; sign it, then submit it."""
    from kyosei.facts.statements import Dispute

    _refuse_numbers(link=link, by=by, reason=reason)
    at = now()
    _write(Dispute(_id("dispute", link, by, reason, at), link, by, reason, at, at))


def resolve(
    dispute: Annotated[str, typer.Argument(metavar="DISPUTE", help="The id of a dispute.", show_default=False)],
    by: Annotated[str, typer.Option(metavar="PARTY", help="Who had no part in the link.", show_default=False)],
    outcome: Annotated[
        str, typer.Option(metavar="kept|corrected", help="corrected ends the link.", show_default=False)
    ],
    reason: Reason,
) -> None:
    """Write the end of a dispute. Nobody with a part in the link ends it; sign it, then submit it."""
    from kyosei.facts.statements import Resolution

    _refuse_numbers(dispute=dispute, by=by, reason=reason)
    at = now()
    id_ = _id("resolution", dispute, by, outcome, reason, at)
    _write(Resolution(id_, dispute, by, _outcome(outcome), reason, at, at))


def _outcome(written: str) -> Outcome:
    outcomes: Mapping[str, Outcome] = {"kept": "kept", "corrected": "corrected"}
    if written not in outcomes:
        raise QuestionError(f"--outcome {written!r} is none; write kept, or corrected, which ends the link")
    return outcomes[written]


def _refuse_numbers(**options: object) -> None:
    """Before all else: another refusal could repeat an Individual Number."""
    from kyosei.facts.individual_number import refuse_individual_numbers

    refuse_individual_numbers(options, "kyosei link")


def _id(sort: str, *said: object) -> str:
    """An id that follows from what is said, and when."""
    text = "\x1f".join(map(str, said))
    return f"{sort}-{hashlib.sha256(text.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}"


def _write(entry: Link | Unlink | Dispute | Resolution) -> None:
    """The line of an entry that the journal can read. InputError if it could not."""
    from kyosei.journal.entry_lines import parsed_line, read_entry
    from kyosei.journal.link_lines import link_line

    line = link_line(entry)
    written = json.dumps(line, ensure_ascii=False)
    try:
        read_entry(parsed_line(json.dumps(line).encode("ascii")))
    except CaseFileError as error:
        raise InputError(error.message) from error
    write_text(written + "\n")
