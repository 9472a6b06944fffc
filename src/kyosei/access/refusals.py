"""Why a look is refused, in words that say what to do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import assert_never

from kyosei.access.requests import ByConsent, Request, Role
from kyosei.errors import AccessRefusal, AccessRefusedError

__all__ = ["refused", "why_not_permitted"]

_SAID: Mapping[AccessRefusal, str] = MappingProxyType(
    {
        AccessRefusal.NO_PURPOSE: "no purpose is stated; say for which declared purpose the records are needed",
        AccessRefusal.UNKNOWN_PURPOSE: "there is no such purpose; name one of those that are declared",
        AccessRefusal.NO_BASIS: "no basis is stated; name the provision, or the person's consent, that permits it",
        AccessRefusal.KNOWN_IN_FUTURE: "nothing is known yet as of a future instant; ask as of now or earlier",
        AccessRefusal.ROLE_OUTSIDE_PURPOSE: "this purpose is not for somebody in this role; ask for one that is",
        AccessRefusal.BASIS_NOT_OF_PURPOSE: "the purpose does not rest on this basis; name one on which it does",
        AccessRefusal.BASIS_EXPIRED: (
            "the basis of this purpose is not in force today; whoever answers for the purposes has to look at it again"
        ),
        AccessRefusal.CASE_MISSING: "this purpose needs the reference of a case; state it",
        AccessRefusal.HUMAN_NEEDED: "only a human can ask in this role; ask in the role of an organisation",
        AccessRefusal.WITHHOLDING_WITHOUT_LAW: (
            "no law lets this purpose hide the look from the person for so long; ask without hiding it, or for less time"
        ),
        AccessRefusal.ON_BEHALF_OF_ANOTHER: (
            "who acts for somebody names that person and reads about nobody else; everybody else acts for nobody"
        ),
        AccessRefusal.NOT_THE_PERSON: "in this role a living person reads their own records only",
        AccessRefusal.NO_MANDATE: (
            "no mandate to view that stands today is on record; let the person, or the court, enter one"
        ),
        AccessRefusal.NOT_THIS_OFFICE: (
            "this purpose is not one of this office, or nothing on record has to do with both the office and the person; "
            "ask the office in charge"
        ),
        AccessRefusal.NO_RELATION: (
            "nobody but the organisation itself tells of a relation to this person that stands today; "
            "wait for the notice to be confirmed, or ask the person for consent"
        ),
        AccessRefusal.NO_CONSENT: "no consent for this purpose and organisation stands today; ask the person for it",
        AccessRefusal.UNKNOWN_SUBJECT: "nothing is on record under this id; check it",
        AccessRefusal.CONSENT_TOO_NARROW: (
            "the consent leaves out fields that the norms of the purpose read, and without them an answer could be wrong; "
            "ask the person for consent to all of them, or read the records that it names"
        ),
        AccessRefusal.ENTRIES_ARE_WHOLE: (
            "entries are signed as a whole and show more than this purpose may read; let the person, or who acts for them, "
            "export the bundle for own.records"
        ),
        AccessRefusal.LINKS_ARE_THE_PERSONS: (
            "links tell under which ids other institutions know the person, which no purpose of an office needs; let the"
            " person, or who acts for them, ask for own.records"
        ),
        AccessRefusal.LINK_DISPUTED: (
            "the evaluation rests on entries behind a link that is disputed, then or now; they may be another person's, and"
            " are not handed out whole: export when the dispute is settled (`kyosei link show` names it)"
        ),
        AccessRefusal.DOSSIER_OF_OTHERS: (
            "no dossier of this address is sealed about this person, or it is not for whoever asks: a dossier is shown to the"
            " office that sealed it, and to the person once they were told"
        ),
        AccessRefusal.EVALUATION_FAILED: "the policies could not be evaluated; nothing is shown, please report it",
    }
)


def refused(refusal: AccessRefusal) -> AccessRefusedError:
    """The error for a refusal. It repeats nothing that is on record."""
    return AccessRefusedError(refusal, _SAID[refusal])


def why_not_permitted(request: Request) -> AccessRefusal:
    """What a request lacks that nothing forbids and nothing permits."""
    match request.requester.role:
        case Role.PERSON:
            return AccessRefusal.NOT_THE_PERSON
        case Role.REPRESENTATIVE | Role.GUARDIAN | Role.HELPER:
            return AccessRefusal.NO_MANDATE
        case Role.OFFICER | Role.OPERATOR:
            return AccessRefusal.NOT_THIS_OFFICE
        case Role.EMPLOYER | Role.SCHOOL | Role.SUPPORTER:
            return AccessRefusal.NO_CONSENT if isinstance(request.basis, ByConsent) else AccessRefusal.NO_RELATION
        case Role.BANK | Role.LANDLORD | Role.CHECKER:
            return AccessRefusal.NO_CONSENT
        case role:
            assert_never(role)
