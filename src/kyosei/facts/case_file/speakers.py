"""Who may speak: who may state or cover a kind about somebody, and who may dispute a line or end a dispute."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from kyosei.facts.case_file.statements import PARTY_SORTS
from kyosei.facts.case_file.values import IMPLIED
from kyosei.facts.kinds import Anyone, Authority, Holder, KindFacts, TheParty
from kyosei.facts.statements import Coverage, Dispute, PartyRecord, Statement

__all__ = ["adverse_parties", "holders_in_words", "may_cover", "may_dispute", "may_state"]


def may_state(statement: Statement, facts: KindFacts, parties: Mapping[str, PartyRecord]) -> bool:
    """Whether the source is a party of the statement, which is heard, or somebody who can settle the kind."""
    return statement.source in statement.about.values() or any(
        _is_holder(statement.source, holder, statement.about, parties) for holder in facts.holders
    )


def may_cover(coverage: Coverage, facts: KindFacts, parties: Mapping[str, PartyRecord]) -> bool:
    """Whether the source can settle the kind about these parties: nobody else can say that there is nothing more."""
    return any(_is_holder(coverage.source, holder, coverage.about, parties) for holder in facts.holders)


def may_dispute(dispute: Dispute, disputed: Statement | Coverage, parties: Mapping[str, PartyRecord]) -> bool:
    """Whether the line is the disputer's concern: a person's or an office's always, an organisation's if it is about it."""
    return (
        parties[dispute.by].is_person
        or dispute.by.partition(":")[0] in IMPLIED
        or dispute.by == disputed.source
        or dispute.by in disputed.about.values()
    )


def adverse_parties(dispute: Dispute, disputed: Statement | Coverage) -> tuple[str, ...]:
    """Those between whom the dispute is, who cannot end it: the disputer, the source, and the parties of the line.

    An authority, municipality or insurer is an institution that decides about what it has on record: it can end it.
    """
    others = (disputed.source, *disputed.about.values())
    return (dispute.by, *(party for party in others if party.partition(":")[0] not in IMPLIED))


def holders_in_words(facts: KindFacts) -> str:
    """Who can settle a kind, for a message."""
    return ", ".join(_in_words(holder) for holder in facts.holders)


def _is_holder(source: str, holder: Holder, about: Mapping[str, str], parties: Mapping[str, PartyRecord]) -> bool:
    match holder:
        case Authority(name):
            return source == f"authority:{name}"
        case TheParty(role):
            if role in about:
                return source == about[role]
            # A coverage that leaves the role open speaks of whatever its source holds in that role.
            sort = PARTY_SORTS.get(role, "organisation")
            return sort == "either" or (sort == "person") == source.startswith("person:")
        case Anyone(role):
            return source.startswith(f"{role}:") or (source in parties and role in parties[source].roles)
        case _:
            assert_never(holder)


def _in_words(holder: Holder) -> str:
    match holder:
        case Authority(name):
            return f"authority:{name}"
        case TheParty(role):
            return f"the {role}"
        case Anyone(role):
            return f"any {role}"
        case _:
            assert_never(holder)
