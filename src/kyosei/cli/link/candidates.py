"""`kyosei link candidates`: which persons of two institutions may be one, for somebody to look at. Nothing is linked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.cli.arguments import Format, FormatOption, LanguageOption, language_of, read_files
from kyosei.cli.page import Page, write_json
from kyosei.errors import InputError

if TYPE_CHECKING:
    from kyosei.identity.candidates.records import Record

__all__ = ["candidates"]

Side = Annotated[
    str, typer.Argument(metavar="CASE", help="A case file of one institution; - is standard input.", show_default=False)
]


def candidates(left: Side, right: Side, lang: LanguageOption = None, format_: FormatOption = Format.TEXT) -> None:
    """Show which persons may be one. Names and birth dates are compared; nothing is linked."""
    from kyosei.identity.candidates.documents import proposals_document
    from kyosei.identity.candidates.model import load_model
    from kyosei.identity.candidates.proposals import propose
    from kyosei.identity.candidates.search import find_candidates

    one, other = (_records(name, content) for name, content in read_files([left, right]))
    model = load_model()
    proposals = propose(find_candidates(one, other, model))
    if format_ is Format.JSON:
        write_json(proposals_document(one, other, proposals, model))
        return
    from kyosei.cli.link.page import write_proposals

    page = Page()
    write_proposals(page, language_of(lang), one, other, proposals)
    page.write()


def _records(name: str, content: bytes) -> list[Record]:
    """The persons that a case file declares. InputError if it declares none."""
    from kyosei.facts.case_file import read_case
    from kyosei.identity.candidates.records import Record
    from kyosei.timelines.days import date_from_day

    found = [
        Record(party.id, party.names, None if party.born is None else date_from_day(party.born))
        for party in read_case([(name, content)]).parties.values()
        if party.is_person
    ]
    if not found:
        raise InputError(
            f'{name}: no line declares a person; give each one such as {{"type": "party", "id": "person:hoa", "party":'
            ' "person", "names": [{"script": "Latn", "text": "NGUYEN THI HOA"}], "born": "1998-05-01"}'
        )
    return found
