"""Who has looked at the person's records, and why; what the law lets wait is said to be there, and until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.access.requests import Role
from kyosei.access.usages import Hidden, Reported, Usage, UsagePeriod
from kyosei.facts.vocabulary import KINDS
from kyosei.sharing.prose import SaidAnswer, answer_said
from kyosei.sharing.shares import ShareLook
from kyosei.terms.text import Language, Text
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.parties import called
from kyosei.web.visit import Shown, Visit

__all__ = ["LOOKS"]

_EACH: Final = 100
_LAST_PAGE: Final = 10_000


@dataclass(frozen=True, slots=True)
class Look:
    """A look by somebody else. seen: the kinds of what was seen. checker: of a look by a code, the name that its holder gave;
    said: what the code showed them.
    """

    usage: Usage
    seen: Sequence[Text]
    checker: str | None = None
    said: SaidAnswer | None = None


@dataclass(frozen=True, slots=True)
class LooksShown:
    """others: the looks of this stretch by anybody but the person; own: how many in it are the person's. total: all there are,
    from `offset` on these; more: whether there are older ones. names: of the organisations that looked.
    """

    others: Sequence[Look]
    hidden: Sequence[Hidden]
    reported: Sequence[Reported]
    own: int
    period: UsagePeriod
    total: int
    page: int
    more: bool
    names: Mapping[str, str]


_TITLES: Final[dict[str, Text]] = {
    kind.facts.name: Text(kind.facts.title_ja, kind.facts.title_ja, kind.facts.title_en) for kind in KINDS
}


def _show(visit: Visit) -> Shown:
    written = visit.query.get("page", "1")
    page = min(max(int(written), 1), _LAST_PAGE) if written.isdecimal() and len(written) < 6 else 1
    found = visit.portal.path.read_accesses(visit.signed_in.own_request(), (page - 1) * _EACH, _EACH)
    usages = [one for one in found.usages if isinstance(one, Usage)]
    checks = _checks(visit)
    others = [_look(one, checks, visit.language) for one in usages if not one.receiver.is_the_person]
    hidden = [one for one in found.usages if isinstance(one, Hidden)]
    reported = found.reported if page == 1 else ()
    organisations = [one.usage.receiver.organisation for one in others] + [one.organisation for one in reported]
    with visit.portal.engine.connect() as connection:
        names = called(connection, [one for one in organisations if one is not None], visit.language)
    return Shown(
        LooksShown(
            others, hidden, reported,
            len(usages) - len(others), found.period, found.total, page, found.total > page * _EACH, names,
        )
    )  # fmt: skip


def _checks(visit: Visit) -> dict[int, ShareLook]:
    """What codes of the person showed, by the number of the look."""
    shares, person = visit.portal.shares, visit.signed_in.person
    if shares is None or person is None:
        return {}
    return {one.look.entry: one.look for one in shares.of(person) if one.look is not None}


def _look(usage: Usage, checks: Mapping[int, ShareLook], language: Language) -> Look:
    check = checks.get(usage.number) if usage.record is None and usage.receiver.role == Role.CHECKER else None
    if check is None:
        return Look(usage, _seen(usage))
    return Look(usage, _seen(usage), check.name, answer_said(check.answer, language))


def _seen(usage: Usage) -> Sequence[Text]:
    return tuple(_TITLES[name] for name in usage.fields if name in _TITLES)


LOOKS: Final = Page("looks", "/looks", PERSONS, LooksShown, _show, in_menu=True)
