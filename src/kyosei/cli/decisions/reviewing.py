"""`kyosei decisions review` and `defective`: what is another since, and which dossiers rest on a defective norm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from kyosei.cli.arguments import Format, FormatOption, LanguageOption, language_of
from kyosei.cli.asking import Asker, with_asker
from kyosei.cli.data_directory import DataDirectoryOption
from kyosei.cli.decisions.deciding import AddressArgument, PersonOption, deciding_in
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import Page, write_json, write_text

if TYPE_CHECKING:
    from kyosei.decisions.shown import Review
    from kyosei.norms.compiler import CompiledLaw
    from kyosei.terms.text import Language

__all__ = ["defective", "review"]


@with_asker
def review(
    context: typer.Context, address: AddressArgument, person: PersonOption, data: DataDirectoryOption, *, asker: Asker,
    format_: FormatOption = Format.TEXT, lang: LanguageOption = None,
) -> None:  # fmt: skip
    """Review a sealed dossier: the same as known then, and what is another as known now, record by record. It is logged."""
    from kyosei.decisions.reviewing import review as review_of
    from kyosei.decisions.sealed import sealed_dossier
    from kyosei.decisions.shape import written

    request = asker.request(person, None)
    with deciding_in(context, data) as deciding:
        found = sealed_dossier(deciding.office().path, request, address)
        reviewed = review_of(deciding.office, request, found.dossier)
    if format_ is Format.JSON:
        write_json({"address": address, **written(reviewed), "is_the_same": reviewed.is_the_same})
        return
    _write(reviewed, LawSource.of(context).compile_law(), language_of(lang))


def defective(
    context: typer.Context, data: DataDirectoryOption, format_: FormatOption = Format.TEXT, lang: LanguageOption = None
) -> None:  # fmt: skip
    """List the sealed dossiers whose proofs hold a norm version that was ruled defective, by their addresses. It names nobody."""
    from kyosei.cli.decisions import words
    from kyosei.decisions.reviewing import defective_dossiers

    with deciding_in(context, data) as deciding, deciding.database.engine.connect() as connection:
        law_of = deciding.source.open_law
        held = list(defective_dossiers(connection, lambda version: law_of(version).law, deciding.journal.size()))
    if format_ is Format.JSON:
        write_json({"dossiers": [{"dossier": one.dossier, "rulings": list(one.rulings)} for one in held]})
        return
    lines = [f"{one.dossier}  {', '.join(one.rulings)}" for one in held]
    write_text("\n".join(lines or [words.NONE_DEFECTIVE.said_in(language_of(lang))]) + "\n")


def _write(found: Review, law: CompiledLaw, language: Language) -> None:
    from kyosei.cli.decisions import words
    from kyosei.verdicts.state_prose import state_word

    page = Page()
    norms = {norm.id: norm.latest for norm in law.norms}

    def title(norm: str) -> str:
        return norms[norm].title.said_in(language) if norm in norms else norm

    def state(norm: str, said: str | None) -> str:
        kind = norms[norm].kind if norm in norms else "requirement"
        return words.NOT_IN_PLAY.said_in(language) if said is None else state_word(kind, said, language)

    page.add(words.REPLAYED[found.then].said_in(language).format(", ".join(found.parts)))
    if found.is_the_same:
        page.add(words.REVIEWED_SAME.said_in(language))
    for text, ids in ((words.NOW_ADDED, found.added), (words.NOW_GONE, found.gone), (words.NOW_DISPUTED, found.disputed),
                      (words.BY_RULING, found.rulings)):  # fmt: skip
        for id_ in ids:
            page.add(text.said_in(language).format(id_), indent=2)
    for one in found.findings:
        said = words.NOW_ANOTHER.said_in(language)
        page.add(said.format(title(one.norm), state(one.norm, one.then), state(one.norm, one.now)), indent=2)
    for one in found.under_present_law:
        said = words.BY_PRESENT_LAW.said_in(language)
        parts = (found.present_law, title(one.norm), state(one.norm, one.then), state(one.norm, one.now))
        page.add(said.format(*parts), indent=2)
    page.write()
