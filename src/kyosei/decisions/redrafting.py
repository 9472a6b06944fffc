"""Takes over into a new draft what an officer wrote in one that was assembled before, as far as it still speaks of the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kyosei.decisions.dossier import Assembled, Dossier, Sentence, Submission

__all__ = ["taken_over"]


def taken_over(written: Dossier, fresh: Dossier) -> Dossier:
    """The fresh draft with the opinion of another of the same application; its officer stays the fresh one's.

    What rests on a record, requirement, gap or conflict that is not there any more rests on it no longer, so that the checks
    say it.
    """
    same = dict(_same(written.assembled, fresh.assembled))
    opinion = replace(written.opinion, submissions=_submissions(written, fresh))
    known = fresh.ids() | {one.id for one in opinion.submissions}

    def refs(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(now for id_ in ids if (now := same.get(id_, id_)) in known))

    def sentences(told: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return tuple(Sentence(one.text, refs(one.rests_on)) for one in told)

    conflicts = tuple(replace(one, conflict=same[one.conflict]) for one in opinion.conflicts if one.conflict in same)
    opinion = replace(
        opinion, authority=replace(opinion.authority, officer=fresh.opinion.authority.officer),
        factors=tuple(replace(one, evidence=refs(one.evidence)) for one in opinion.factors), conflicts=conflicts,
        submissions=tuple(replace(one, refs=refs(one.refs)) for one in opinion.submissions),
        reasons=sentences(opinion.reasons), period_reasons=sentences(opinion.period_reasons),
    )  # fmt: skip
    return replace(fresh, opinion=opinion)


def _submissions(written: Dossier, fresh: Dossier) -> tuple[Submission, ...]:
    """What is answered already, and what was said since, which is still to be answered."""
    before = written.opinion.submissions
    points = {one.point for one in before}
    new = [one for one in fresh.opinion.submissions if one.point not in points]
    return (*before, *(replace(one, id=f"submission-{place}") for place, one in enumerate(new, len(before) + 1)))


def _same(before: Assembled, after: Assembled) -> Iterator[tuple[str, str]]:
    """The ids that are given by place, of what is the same in both."""
    yield from _paired(
        {one.id: (one.norm, one.instance) for one in before.findings},
        {one.id: (one.norm, one.instance) for one in after.findings},
    )
    norm = {one.id: (one.norm, one.instance) for one in before.findings}
    norm_after = {one.id: (one.norm, one.instance) for one in after.findings}
    yield from _paired(
        {one.id: (norm[one.finding], one.facts) for one in before.conflicts},
        {one.id: (norm_after[one.finding], one.facts) for one in after.conflicts},
    )
    yield from _paired(
        {one.id: (one.kind, one.owner, one.from_day) for one in before.gaps},
        {one.id: (one.kind, one.owner, one.from_day) for one in after.gaps},
    )


def _paired(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Each id before with the one that stands for the same now; one of which nothing is left with itself and a mark."""
    now = {what: id_ for id_, what in after.items()}
    for id_, what in before.items():
        yield id_, now.get(what, f"{id_}, no longer there")
