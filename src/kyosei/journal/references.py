"""What entries name: the parties, lines and links on record that a batch of new entries refers to, and the rules about that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from kyosei.errors import EntryRefusedError, IdentityError, LineFault, Refusal
from kyosei.facts.case_file import Line, Target, check_reference
from kyosei.facts.case_file.shown import shown
from kyosei.facts.links import Link, Unlink, check_resolver, check_withdrawer
from kyosei.facts.statements import Coverage, Dispute, Heartbeat, PartyRecord, Resolution, Statement, Withdrawal
from kyosei.journal.application_lines import check_asked
from kyosei.journal.entries import (
    Access,
    AccessHead,
    Actor,
    ActorKind,
    ApplicationAct,
    ApplicationActKind,
    CaseAct,
    Decision,
    DecisionAct,
    Entry,
    Erasure,
    Institution,
    KeyRegistration,
    KeyRevocation,
    NormAct,
)

__all__ = ["Applied", "Decided", "References", "Stored"]

_ERASABLE: Final = ("party", "statement", "coverage", "consent", "mandate", "assessment", "application")
_FILED: Final = "residence.application"


@dataclass(frozen=True, slots=True)
class Stored:
    """What is known of any entry without its payload."""

    type: str
    erased: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """What was done about a dossier, and by whom."""

    act: DecisionAct
    dossier: str
    source: str
    author: str
    adverse: bool
    person: str | None


@dataclass(frozen=True, slots=True)
class Applied:
    """What was done about an application. procedure: of a filing, what it applies for."""

    id: str
    act: ApplicationActKind
    application: str
    person: str | None
    office: str | None
    target: str | None
    procedure: str | None


@dataclass(slots=True)
class References:
    """What new entries may refer to: what is on record, and what earlier ones of the same batch add."""

    parties: dict[str, PartyRecord] = field(default_factory=dict)
    records: dict[str, Target] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    unlinks: dict[str, Unlink] = field(default_factory=dict)
    stored: dict[str, Stored] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    decided: list[Decided] = field(default_factory=list)
    applied: list[Applied] = field(default_factory=list)

    def check(self, line: Line, entry: Entry, actor: Actor) -> None:
        """Whether all that the entry names is there, and is what it must be. CaseFileError or EntryRefusedError if not.

        actor: who signs it; what a human decided about a link only a human undoes.
        """
        match entry:
            case Dispute() if entry.target in self.links:
                self._require_parties(line, [entry.by])
            case Resolution() if (link := self._disputed_link(entry)) is not None:
                self._require_parties(line, [entry.by])
                self._check_resolution_of_link(line, entry, link, actor)
            case Withdrawal() if (taken := self._said_of_link(entry.target)) is not None:
                self._require_parties(line, [entry.source])
                _check_withdrawal_of_link(line, entry, taken, actor)
            case Link():
                self._require_parties(line, [*entry.pair, entry.source])
            case Unlink():
                self._require_parties(line, [entry.source])
                if entry.target not in self.links:
                    raise self._not_there(line, entry.target, "link")
            case Access():
                self._require_parties(line, [entry.subject, entry.source])
            case Erasure():
                self._check_erasure(line, entry)
            case KeyRevocation():
                if self.keys.get(entry.key_id) != entry.institution:
                    raise line.refusal(
                        f"no key {shown(entry.key_id)} of {shown(entry.institution)} is registered", LineFault.NO_TARGET
                    )
            case KeyRegistration():
                if entry.key.id in self.keys:
                    raise line.refusal(f"the key {shown(entry.key.id)} is already registered", LineFault.WRONG_TARGET)
            case Decision():
                self._check_decision(line, entry)
            case ApplicationAct():
                self._check_application(line, entry)
            case Institution() | AccessHead() | CaseAct() | NormAct():
                pass
            case _:
                check_reference(line, entry, self.records, self.parties)

    def add(self, entry: Entry) -> None:
        """Lets later entries of the batch refer to this one."""
        match entry:
            case PartyRecord():
                self.parties[entry.id] = entry
            case Link():
                self.links[entry.id] = entry
            case Unlink():
                self.unlinks[entry.id] = entry
            case KeyRegistration():
                self.keys[entry.key.id] = entry.institution
            case Erasure():
                self.stored[entry.target] = Stored(self.stored[entry.target].type, erased=True)
            case Statement() | Coverage() | Heartbeat() | Withdrawal() | Dispute() | Resolution():
                self.records[entry.id] = entry
            case Decision():
                self.decided.append(
                    Decided(entry.act, entry.dossier, entry.source, entry.author, entry.is_adverse, entry.person)
                )
            case ApplicationAct():
                self.applied.append(Applied(
                    entry.id, entry.act, entry.application, entry.person, entry.office, entry.target, _procedure(entry.document)
                ))  # fmt: skip
            case Access() | AccessHead() | CaseAct() | NormAct() | Institution() | KeyRevocation():
                pass

    def _require_parties(self, line: Line, ids: Iterable[str]) -> None:
        for id_ in ids:
            if id_ not in self.parties:
                raise line.refusal(
                    f"no entry of type party declares {shown(id_)}; enter one or correct the id",
                    LineFault.UNDECLARED_PARTY,
                )

    def _dispute(self, id_: str) -> Dispute:
        found = self.records[id_]
        assert isinstance(found, Dispute)
        return found

    def _disputed_link(self, resolution: Resolution) -> Link | None:
        dispute = self.records.get(resolution.target)
        return self.links.get(dispute.target) if isinstance(dispute, Dispute) else None

    def _said_of_link(self, id_: str) -> Link | Unlink | Resolution | None:
        """The link, the end of one or the resolution of its dispute; a dispute is withdrawn like any other."""
        found = self.links.get(id_) or self.unlinks.get(id_) or self.records.get(id_)
        if isinstance(found, Resolution):
            return found if self._disputed_link(found) is not None else None
        return found if isinstance(found, Link | Unlink) else None

    def _check_resolution_of_link(self, line: Line, resolution: Resolution, link: Link, actor: Actor) -> None:
        try:
            check_resolver(resolution, self._dispute(resolution.target), link)
        except IdentityError as error:
            raise line.refusal(str(error), LineFault.OUT_OF_PLACE) from error
        _require_human(resolution.id, actor)
        if actor.id == link.decided_by:
            raise line.refusal(
                f"{shown(actor.id)} decided link {shown(link.id)} and cannot end a dispute of it; somebody else can",
                LineFault.OUT_OF_PLACE,
            )

    def _not_there(self, line: Line, id_: str, meant: str) -> Exception:
        if id_ in self.stored or id_ in self.records:
            return line.refusal(f"`target` {shown(id_)} is no {meant}; name a {meant}", LineFault.WRONG_TARGET)
        return line.refusal(f"`target` is {shown(id_)}, which is no entry; correct the id", LineFault.NO_TARGET)

    def _check_decision(self, line: Line, entry: Decision) -> None:
        """A dossier is sealed once, then concurred in by somebody else if it is adverse, and only then told."""
        so_far = [one for one in self.decided if one.dossier == entry.dossier]
        seal = next((one for one in so_far if one.act is DecisionAct.SEAL), None)
        if entry.act is DecisionAct.SEAL:
            if seal is not None:
                raise line.refusal("this very dossier is sealed already", LineFault.WRONG_TARGET)
            assert entry.person is not None
            assert entry.application is not None
            self._require_parties(line, [entry.person])
            filed = self.records.get(entry.application)
            if not isinstance(filed, Statement) or entry.person not in filed.about.values():
                raise line.refusal(
                    f"`application` is {shown(entry.application)}, which is no statement about {shown(entry.person)};"
                    " name the application that is decided",
                    LineFault.NO_TARGET,
                )
            return
        if seal is None:
            raise line.refusal(f"no dossier {shown(entry.dossier)} is sealed; seal it first", LineFault.NO_TARGET)
        if entry.act is DecisionAct.REVIEW and entry.source.startswith("person:"):
            if entry.source != seal.person or entry.rulings:
                raise line.refusal("the dossier is about somebody else", LineFault.TARGET_OF_ANOTHER)
        elif entry.source != seal.source:
            raise line.refusal(f"the dossier is one of {shown(seal.source)}", LineFault.TARGET_OF_ANOTHER)
        second = any(one.act is DecisionAct.CONCUR for one in so_far)
        if entry.act in (DecisionAct.CONCUR, DecisionAct.RETURN) and entry.author == seal.author:
            raise line.refusal(
                f"{shown(entry.author)} sealed this dossier; a second officer reads it", LineFault.OUT_OF_PLACE
            )
        _check_return(line, entry, so_far)
        if entry.act is DecisionAct.NOTIFY and seal.adverse and not second:
            raise line.refusal(
                "an application is not granted here, and no second officer has concurred: nobody is told of it yet",
                LineFault.OUT_OF_PLACE,
            )
        if entry.act is DecisionAct.NOTIFY and any(one.act is DecisionAct.NOTIFY for one in so_far):
            raise line.refusal("the person was told of this dossier already", LineFault.WRONG_TARGET)
        _check_review(line, entry, so_far)

    def _check_application(self, line: Line, entry: ApplicationAct) -> None:
        """An application is filed by its person, received once by its office, and nothing is done about one that is withdrawn."""
        if entry.act is ApplicationActKind.FILE:
            assert entry.person is not None
            self._require_parties(line, [entry.person])
            if entry.source != entry.person:
                raise line.refusal(
                    f"it is {shown(entry.person)} who applies here; `source` must be the same",
                    LineFault.TARGET_OF_ANOTHER,
                )
            if _procedure(entry.document) is None:
                raise line.refusal("`document` does not say for which `procedure`")
            return
        so_far = [one for one in self.applied if one.application == entry.application]
        filed = next((one for one in so_far if one.act is ApplicationActKind.FILE), None)
        if filed is None:
            raise line.refusal(f"no application {shown(entry.application)} is filed", LineFault.NO_TARGET)
        offices = entry.act in (ApplicationActKind.RECEIVE, ApplicationActKind.REQUEST, ApplicationActKind.INQUIRE)
        if entry.source != (filed.office if offices else filed.person):
            whose = filed.office if offices else "whoever applies"
            raise line.refusal(f"that is for {whose} to do, not for {shown(entry.source)}", LineFault.TARGET_OF_ANOTHER)
        if any(one.act is ApplicationActKind.WITHDRAW for one in so_far):
            raise line.refusal("the application is withdrawn; file another one", LineFault.WRONG_TARGET)
        asked = entry.office or ""
        if entry.act is ApplicationActKind.INQUIRE and (
            asked == entry.source or not asked.startswith(("authority:", "municipality:"))
        ):
            raise line.refusal(
                f"`office` is {shown(asked)}; another public office is asked, and nobody else learns of an application",
                LineFault.OUT_OF_PLACE,
            )
        check_asked(line, entry)
        if entry.act is ApplicationActKind.RECEIVE:
            self._check_received(line, entry, filed)
        if entry.act is ApplicationActKind.ANSWER and not any(
            one.act is ApplicationActKind.REQUEST and one.id == entry.target for one in so_far
        ):
            raise line.refusal(f"`target` is {shown(entry.target)}, which is no request about it", LineFault.NO_TARGET)

    def _check_received(self, line: Line, entry: ApplicationAct, filed: Applied) -> None:
        """What proves that an application is pending is the office's own statement about its person and its procedure."""
        said = self.records.get(entry.target or "")
        if not isinstance(said, Statement) or said.kind != _FILED:
            raise line.refusal(f"`target` is {shown(entry.target)}, which is no {_FILED}", LineFault.NO_TARGET)
        fits = (said.source, said.about.get("person"), said.data.get("procedure"))
        if fits != (filed.office, filed.person, filed.procedure):
            raise line.refusal("`target` is about another application", LineFault.WRONG_TARGET)
        received = (one for one in self.applied if one.act is ApplicationActKind.RECEIVE)
        if any(entry.target == one.target or entry.application == one.application for one in received):
            raise line.refusal("the application, or that statement, was received already", LineFault.WRONG_TARGET)

    def _check_erasure(self, line: Line, entry: Erasure) -> None:
        found = self.stored.get(entry.target)
        if found is None:
            raise line.refusal(
                f"`target` is {shown(entry.target)}, which is no entry on record; correct the id", LineFault.NO_TARGET
            )
        person = entry.target.startswith("person:")
        if found.erased or found.type not in _ERASABLE or (found.type == "party" and not person):
            why = "erased already" if found.erased else f"of type {found.type}"
            raise EntryRefusedError(
                Refusal.NOT_ERASABLE,
                f"{shown(entry.target)} is {why}; what can be erased: {', '.join(_ERASABLE)} (of persons)",
                entry.id,
            )
        target = self.records.get(entry.target)
        if isinstance(target, Statement) and target.replaces in self.records:
            raise EntryRefusedError(
                Refusal.NOT_ERASABLE,
                f"{shown(target.id)} corrects {shown(target.replaces)}, which would hold again without it;"
                f" erase {shown(target.replaces)} first",
                entry.id,
            )


def _check_return(line: Line, entry: Decision, so_far: Iterable[Decided]) -> None:
    """A dossier is sent back once, before anybody agrees or is told; of one that was, nobody is told any more."""
    did = {one.act for one in so_far}
    ends = (DecisionAct.CONCUR, DecisionAct.RETURN, DecisionAct.NOTIFY)
    if DecisionAct.RETURN in did and entry.act in ends:
        raise line.refusal("the dossier was sent back; what is decided now is sealed anew", LineFault.OUT_OF_PLACE)
    if entry.act is DecisionAct.RETURN and did & set(ends):
        raise line.refusal(
            "somebody agreed to the dossier or was told of it; add to it instead", LineFault.OUT_OF_PLACE
        )


def _check_review(line: Line, entry: Decision, so_far: Collection[Decided]) -> None:
    """A decision is reviewed once the person was told of it, one time after the other, and by somebody who had no part in it."""
    asked = sum(one.act is DecisionAct.REVIEW for one in so_far)
    ended = sum(one.act is DecisionAct.OUTCOME for one in so_far)
    if entry.act is DecisionAct.REVIEW:
        if not any(one.act is DecisionAct.NOTIFY for one in so_far):
            raise line.refusal("nobody was told of this dossier yet; it is reviewed after that", LineFault.WRONG_TARGET)
        if asked > ended:
            raise line.refusal("a review of this dossier is open already", LineFault.WRONG_TARGET)
    elif entry.act is DecisionAct.OUTCOME:
        if asked == ended:
            raise line.refusal("no review of this dossier is open", LineFault.NO_TARGET)
        if any(entry.author == one.author for one in so_far if one.act in (DecisionAct.SEAL, DecisionAct.CONCUR)):
            raise line.refusal(
                f"{shown(entry.author)} took part in this decision; somebody else reviews it", LineFault.OUT_OF_PLACE
            )


def _procedure(document: Mapping[str, object] | None) -> str | None:
    said = (document or {}).get("procedure")
    return said if isinstance(said, str) else None


def _check_withdrawal_of_link(
    line: Line, withdrawal: Withdrawal, taken: Link | Unlink | Resolution, actor: Actor
) -> None:
    try:
        check_withdrawer(withdrawal, taken)
    except IdentityError as error:
        raise line.refusal(str(error), LineFault.TARGET_OF_ANOTHER) from error
    if not isinstance(taken, Link) or taken.decided_by is not None:
        _require_human(withdrawal.id, actor)


def _require_human(id_: str, actor: Actor) -> None:
    if actor.kind is not ActorKind.HUMAN:
        raise EntryRefusedError(
            Refusal.WRONG_ACTOR,
            f"{actor.id} is no human; what becomes of a link that a human decided, or of its dispute, a human decides and"
            " signs with their own key",
            id_,
        )
