"""What a shadow run found, as a table and as JSON."""

from __future__ import annotations

from kyosei.cli.law import words
from kyosei.cli.page import Page
from kyosei.norms.compiler import CompiledLaw
from kyosei.terms.text import Language
from kyosei.verdicts.names import day_said
from kyosei.verdicts.segments import STATE_NAMES
from kyosei.verdicts.state_prose import state_word
from kyosei.verdicts.verdict import iso
from kyosei.watch.shadow import Change, Shadow

__all__ = ["shadow_document", "write_shadow"]


def write_shadow(found: Shadow, other: CompiledLaw, language: Language) -> None:
    """Norm by norm what would be said otherwise, and how often; then how much stays as it is."""
    page = Page()
    page.add((f"{found.kept} → {found.other}", "bold"))
    page.add(words.SHADOW_OF.said_in(language).format(day_said(found.day, language), f"{found.subjects:,}"))
    kinds = {norm.id: norm.latest.kind for norm in other.norms}
    page.blank()
    for change in sorted(found.changes):
        kind = kinds.get(change.norm, "")
        was, would_be = (state_word(kind, STATE_NAMES[state], language) for state in (change.before, change.after))
        same = change.before == change.after
        said = words.OTHER_DAY.said_in(language).format(was) if same else f"{was} → {would_be}"
        page.add((change.norm, "bold"), f" · {said} · {found.changes[change]:,}", hang=2)
    page.blank()
    page.add(words.SHADOW_SAME.said_in(language).format(f"{found.same:,}", f"{found.changes.total():,}"))
    page.write()


def shadow_document(found: Shadow) -> dict[str, object]:
    """The same as JSON."""
    return {
        "kept": found.kept, "other": found.other, "on": iso(found.day), "subjects": found.subjects, "same": found.same,
        "changes": [_change(change, found.changes[change]) for change in sorted(found.changes)],
    }  # fmt: skip


def _change(change: Change, answers: int) -> dict[str, object]:
    before, after = STATE_NAMES[change.before], STATE_NAMES[change.after]
    return {"norm": change.norm, "before": before, "after": after, "answers": answers}
