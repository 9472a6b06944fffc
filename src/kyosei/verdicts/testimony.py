"""Who spoke to a leaf on a day: the statements, coverages and disputes behind a piece of a proof."""

from __future__ import annotations

from kyosei.evidence.batch import Batch
from kyosei.evidence.columns import ROLES
from kyosei.evidence.derived import derive_statements
from kyosei.evidence.known import Standing
from kyosei.evidence.questions import ROLE_BITS
from kyosei.facts.kinds import Anyone, Authority, Kind, Span, TheParty
from kyosei.facts.statements import Coverage, Statement
from kyosei.terms.questions import ABSENT, Form, Question
from kyosei.terms.text import Text
from kyosei.timelines.days import NEVER, legal_day
from kyosei.verdicts.field_prose import value_said
from kyosei.verdicts.proof import Evidence
from kyosei.verdicts.prose import kind_of
from kyosei.verdicts.verdict import iso

__all__ = ["testimony"]

_MOST = 8
_DISPUTED = Text("（争いあり）", "（争いあり）", " (disputed)")
_DOUBTED = Text("（件数が合わないため確認待ち）", "（数が合わないので、確認を待っています）",
                " (its source counts another number of these: not relied on until that is clear)")  # fmt: skip


def testimony(
    batch: Batch, question: Question, parties: tuple[int, ...], key: int, day: int, since: int
) -> tuple[Evidence, ...]:
    """The lines about a question that are active on a day, or that ended or cover it; the newest first.

    since: the first day that counts, of quantities stated over periods.
    """
    if question.form is Form.BORN:
        return ()
    kind = kind_of(question)
    bound = {
        role.name: (ABSENT if at == ABSENT else parties[at] if at >= 0 else None)
        for role, at in zip(kind.facts.roles, question.bound, strict=True)
    }
    named = {role: batch.parties[party] for role, party in bound.items() if party is not None and party >= 0}
    empty = {role for role, party in bound.items() if party is not None and party < 0}
    found: list[Evidence] = []
    statements = batch.standing.statements
    lines = [s for s in statements if s.kind == question.kind]
    if not lines and kind.facts.settled_by_any:
        lines = [s for s in derive_statements(statements, batch.standing.unsettled) if s.kind == question.kind]
    said_at = {s.id: s.stated_at for s in statements}  # a derived line does not say when it was stated
    for s in lines if question.form is not Form.COVERED else ():
        if any(s.about.get(role) != party for role, party in named.items()) or empty & set(s.about):
            continue
        if question.at_key and s.from_day != key:
            continue
        if not _bears(s, question, kind, day, since) or not _answers(s, question):
            continue
        stated = legal_day(said_at.get(s.id, s.stated_at))
        found.append(_of_statement(s, stated, kind, question, batch, _mark(s.id, batch.standing)))
    for c in batch.standing.coverages:
        same = c.kind == question.kind or (kind.facts.settled_by_any and c.kind == "work.contract")
        if (
            same
            and c.from_day <= day < c.until_day
            and all(named.get(role) == party for role, party in c.about.items())
        ):
            found.append(_of_coverage(c, kind, batch, _mark(c.id, batch.standing)))
    found.sort(key=lambda e: (not e.settles, -e.stated_day, e.id))
    return tuple(found[:_MOST])


def _mark(line: str, standing: Standing) -> Text | None:
    """What follows a line that cannot be relied on for now."""
    return _DISPUTED if line in standing.disputers else _DOUBTED if line in standing.doubted else None


def _marked(says: Text, mark: Text | None) -> Text:
    return says if mark is None else Text(says.ja + mark.ja, says.easy + mark.easy, says.en + mark.en)


def _bears(statement: Statement, question: Question, kind: type[Kind], day: int, since: int) -> bool:
    """Whether a statement speaks about the day: active on it, its end reported before it, or a dated payment."""
    if question.form in (Form.QUANTITY, Form.QUANTITY_OF_OTHERS):
        return statement.from_day <= day and statement.until_day > since
    if question.form is Form.PAID:
        return statement.from_day <= day
    if kind.facts.span is Span.EVENT:
        return statement.from_day <= day
    return statement.from_day <= day and (
        day < statement.until_day or legal_day(statement.stated_at) >= statement.until_day - 1
    )


def _answers(statement: Statement, question: Question) -> bool:
    """Whether a statement says anything that the question asks for: a field that it names, or simply that it is so."""
    asked = _asked(question)
    return not asked or question.form is Form.HOLDS or not asked.keys().isdisjoint(statement.data)


def _settles(kind: type[Kind], source: str, about: dict[str, str], field: str | None, batch: Batch) -> bool:
    for holder in kind.facts.holders_of(field):
        match holder:
            case Authority():
                if source == f"authority:{holder.name}":
                    return True
            case TheParty():
                if about.get(holder.role) == source:
                    return True
            case Anyone():
                if batch.columns.party[batch.number[source], ROLES] & ROLE_BITS[holder.role]:
                    return True
    return False


def _asked(question: Question) -> dict[str, frozenset[str]]:
    """The fields that a question asks for, and of a list the items."""
    found: dict[str, frozenset[str]] = {}
    for written in (*(test.field for test in question.tests), question.value, question.second):
        name, _, item = (written or "").partition(":")
        if name:
            found[name] = found.get(name, frozenset()) | ({item} if item else frozenset())
    return found


def _of_statement(
    s: Statement, stated_day: int, kind: type[Kind], question: Question, batch: Batch, mark: Text | None
) -> Evidence:
    field = question.value.split(":")[0] if question.value else None
    shown: list[Text] = []
    for name, items in _asked(question).items():
        declared, value = kind.fields.get(name), s.data.get(name)
        if declared is None or value is None:
            continue
        said = value_said(f"{s.kind}.{name}", declared, value, items)
        ja, easy = f"{declared.title_ja} {said.ja}", f"{declared.title_ja} {said.easy}"
        shown.append(Text(ja, easy, f"{declared.title_en} {said.en}"))
    span_ja, span_en = _span(s.from_day, s.until_day, kind.facts.span)
    says = Text(
        f"{kind.facts.title_ja} {span_ja}", f"{kind.facts.title_ja} {span_ja}", f"{kind.facts.title_en} {span_en}"
    )
    if shown:
        says = Text(
            f"{says.ja}：{'、'.join(text.ja for text in shown)}",
            f"{says.easy}：{'、'.join(text.easy for text in shown)}",
            f"{says.en}: {', '.join(text.en for text in shown)}",
        )
    return Evidence(s.id, s.source, s.kind, "statement", s.from_day, s.until_day, stated_day,
                    _marked(says, mark), _settles(kind, s.source, dict(s.about), field, batch))  # fmt: skip


def _of_coverage(c: Coverage, kind: type[Kind], batch: Batch, mark: Text | None) -> Evidence:
    span_ja, span_en = _span(c.from_day, c.until_day, Span.STATE)
    says = Text(
        f"{kind.facts.title_ja}の記録は {span_ja} これですべて",
        f"{kind.facts.title_ja}の 記録は {span_ja} これで ぜんぶです",
        f"{kind.facts.title_en}: this is all there is {span_en}",
    )
    return Evidence(c.id, c.source, c.kind, "coverage", c.from_day, c.until_day, legal_day(c.stated_at),
                    _marked(says, mark), _settles(kind, c.source, dict(c.about), None, batch))  # fmt: skip


def _span(from_day: int, until_day: int, span: Span) -> tuple[str, str]:
    if span is Span.EVENT or until_day == from_day + 1:
        return iso(from_day), f"on {iso(from_day)}"
    if until_day >= NEVER:
        return f"{iso(from_day)}～", f"from {iso(from_day)}"
    return f"{iso(from_day)}～{iso(until_day - 1)}", f"from {iso(from_day)} to {iso(until_day - 1)}"
