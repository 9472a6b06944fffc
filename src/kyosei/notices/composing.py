"""From what is asked to the message: the general words, what is particular to the norm, and who may be asked what.

Only the bearer of a duty or limit, or an applicant whom an office asks, is given a task; only a source is asked to answer.
Whoever else is told reads what protects them, "they do it" and "I ask for it myself" side by side, and whom they can ask (P06,
DESIGN.md section 5).
"""

from __future__ import annotations

from collections.abc import Iterator

from kyosei.errors import QuestionError
from kyosei.norms.declare import Norm, bearer_among
from kyosei.norms.forms import Right
from kyosei.norms.graph import claimant_of
from kyosei.notices.asking import Asked, Audience, NoticeRequest, Occasion
from kyosei.notices.catalogue import Catalogue, audiences_of, occasions_of
from kyosei.notices.guidance import Guidance
from kyosei.notices.message import Message, Part, Section
from kyosei.notices.outstanding import compose_outstanding
from kyosei.notices.voice import Voice, voice_of
from kyosei.terms.text import Text

__all__ = ["compose", "recipient_role"]

_TO_DO = (Occasion.DUE, Occasion.BREACHED, Occasion.UNMET, Occasion.ESCALATED)


def compose(catalogue: Catalogue, request: NoticeRequest) -> Message:
    """The message. QuestionError if the norm cannot be told to this audience on this occasion, or the recipient is not it."""
    if request.occasion is Occasion.OUTSTANDING:
        return compose_outstanding(catalogue.kinds, request)
    norm = catalogue.norm(request.norm)
    _check(norm, request)
    writer = _Writer(catalogue, norm, request, voice_of(request.language))
    sections = tuple(section for section in writer.sections() if section.lines)
    asks = any(section.part in (Part.TASK, Part.ANSWER) for section in sections)
    voice = writer.voice
    return Message(
        request.language,
        request.recipient,
        voice("subject.task" if asks else "subject.information"),
        voice.term(norm.title),
        sections,
        voice("heading.about"),
        tuple(
            (_capital(voice.role(role)), request.about[role]) for role in norm.scope.parties if role in request.about
        ),
        request.recipient if asks else None,
    )


def _check(norm: Norm, request: NoticeRequest) -> None:
    audience, occasion = request.audience, request.occasion
    if audience not in audiences_of(norm) or occasion not in occasions_of(norm, audience):
        raise QuestionError(f"{norm.id} ({norm.kind}) is not told to its {audience} when {occasion}")
    if (request.corrected is None) == (occasion is Occasion.CORRECTED):
        raise QuestionError(f"{norm.id}: say of which days another answer is given, when it is, and only then")
    role = recipient_role(norm, audience)
    party = bearer_among(role, request.about)
    if role is not None and party != request.recipient:
        raise QuestionError(f"{norm.id}: the {audience} is the {role}, {party}; this notice is to {request.recipient}")


def recipient_role(norm: Norm, audience: Audience) -> str | None:
    """The role that an audience has in a norm; None for a source or a reader, who need not be a party."""
    match audience:
        case Audience.BEARER:
            return norm.bearer
        case Audience.PROTECTED | Audience.HOLDER:
            return norm.protects
        case Audience.CONCERNED:
            return norm.scope.parties[0]
        case Audience.SOURCE | Audience.OFFICE | Audience.READER:
            return None


class _Writer:
    """Writes the sections of one message."""

    def __init__(self, catalogue: Catalogue, norm: Norm, request: NoticeRequest, voice: Voice) -> None:
        self.catalogue = catalogue
        self.norm = norm
        self.request = request
        self.voice = voice
        self.guidance: Guidance = catalogue.guidance[norm.id]
        day, due = request.day, request.due
        self.slots = {
            "title": voice.text(norm.title),
            "bearer": voice.role(norm.bearer or norm.scope.parties[0]),
            "office": voice.office(norm.authority),
            "day": voice.day(day),
            "due": voice.day(day if due is None else due),
        }
        if request.corrected is not None:
            self.slots["relied_on"] = voice.day(request.corrected.relied_on)
            self.slots["days"] = self._period(day, request.corrected.until_day)

    def sections(self) -> Iterator[Section]:
        request = self.request
        yield self._section(Part.NOTE, *self.voice.warning())
        yield Section(Part.LEAD, "", (self._lead(),))
        if request.occasion is not Occasion.WITHDRAWN:
            match request.audience:
                case Audience.BEARER:
                    yield from self._for_bearer()
                case Audience.PROTECTED:
                    yield from self._for_protected()
                case Audience.CONCERNED | Audience.HOLDER:
                    yield from self._for_person()
                case Audience.SOURCE:
                    yield from self._for_source()
                case Audience.OFFICE:
                    yield self._section(Part.MISTAKE, self._say("mistake.organisation"))
                case Audience.READER:
                    yield from self._for_reader()
        yield self._section(Part.BASIS, *map(self.voice.provision, self.norm.provisions))
        yield self._section(Part.NOTE, *self.voice.notes())

    def _lead(self) -> str:
        request = self.request
        if (request.audience, request.occasion, request.bearer_told) == (Audience.PROTECTED, Occasion.OPEN, False):
            return self._say("open.unasked")
        if request.further_office is not None and request.audience is not Audience.OFFICE:
            told = self.voice.office(request.further_office)
            return self._say(f"further.{request.audience}", further=told)
        return self._say(f"lead.{self.norm.kind}.{request.occasion}.{request.audience}")

    def _for_bearer(self) -> Iterator[Section]:
        kind = self.norm.kind
        person = self.request.recipient.startswith("person:")
        if self.request.occasion in _TO_DO:
            yield self._section(Part.TASK, self._particular(self.guidance.task, f"task.{kind}"))
            yield self._section(Part.WHO, self._say("who.person" if person else "who.organisation"))
            yield self._section(Part.UNTIL, *self._until())
            yield self._section(Part.WHERE, self._particular(self.guidance.where, "where"))
            yield self._section(Part.PROOF, self._particular(self.guidance.proof, f"proof.{kind}"))
        if self.request.occasion not in (Occasion.MET, Occasion.LATE):
            yield self._section(Part.MISTAKE, self._say("mistake.person" if person else "mistake.organisation"))
        if person:
            yield self._section(Part.MYSELF, *self._rights(self.catalogue.rights_beside(self.norm.id)))
            yield self._section(Part.ASK, self._particular(self.guidance.ask, "ask"))

    def _for_protected(self) -> Iterator[Section]:
        occasion = self.request.occasion
        if occasion in (Occasion.MET, Occasion.LATE):
            yield self._section(Part.THEY, self._say("they.done"))
        else:
            yield self._section(Part.PROTECTION, self._particular(self.guidance.protects, "protection"))
            if occasion is not Occasion.OPEN or not self.request.bearer_told:
                yield self._section(Part.THEY, self._say("they.told" if self.request.bearer_told else "they.not_told"))
            beside = self._rights(self.catalogue.rights_beside(self.norm.id)) or [self._say("myself.none")]
            yield self._section(Part.MYSELF, *beside)
        yield self._section(Part.ASK, self._particular(self.guidance.ask, "ask"), self._say("ask.private"))

    def _for_person(self) -> Iterator[Section]:
        if self.request.occasion is Occasion.REQUESTED:
            yield self._section(Part.TASK, self._say("task.requested"))
            yield self._section(Part.WHO, self._say("who.person"))
            yield self._section(Part.UNTIL, *self._until())
            yield self._section(Part.ASK, self._particular(self.guidance.ask, "ask"))
            return
        if claimant_of(self.norm) is None and self.guidance.protects is not None:
            yield self._section(Part.PROTECTION, self.voice.text(self.guidance.protects))
        own = (self.norm,) if isinstance(self.norm.body, Right) else self.catalogue.rights_beside(self.norm.id)
        yield self._section(Part.MYSELF, *self._rights(own))
        if self.request.occasion is not Occasion.MET:
            yield self._section(Part.MISTAKE, self._say("mistake.person"))
        yield self._section(Part.ASK, self._particular(self.guidance.ask, "ask"))

    def _for_source(self) -> Iterator[Section]:
        asked = [self._asked(one) for one in self.request.asked] or [self._say("answer.any")]
        yield self._section(Part.ANSWER, *asked)
        yield self._section(Part.UNTIL, *self._until())

    def _for_reader(self) -> Iterator[Section]:
        corrected = self.request.corrected
        said = [self._say("again")]
        if corrected is not None and corrected.reference is not None:
            said.append(self._say("again.reference", reference=corrected.reference))
        yield self._section(Part.AGAIN, *said)
        if self.request.recipient.startswith("person:"):
            yield self._section(Part.ASK, self._particular(self.guidance.ask, "ask"))

    def _until(self) -> list[str]:
        request = self.request
        said = []
        if request.due is None:
            if request.answer_days is None:
                said.append(self._say("until.soon"))
        else:
            said.append(self._say("until.due" if request.due >= request.day else "until.past"))
        if request.answer_days is not None:
            said.append(self._say("until.answer", days=str(request.answer_days)))
        return said

    def _rights(self, rights: tuple[Norm, ...]) -> list[str]:
        usable = self.request.rights
        said = []
        for right in rights:
            if isinstance(right.body, Right) and (usable is None or right.id in usable or right is self.norm):
                said.append(f"{self.voice.term(right.title)}: {self.voice.text(right.body.how)}")
                said.append(self._say("lost", lost=self.voice.text(right.body.lost)))
        return said

    def _asked(self, asked: Asked) -> str:
        ja, en = self.catalogue.kinds.get(asked.kind, (asked.kind, asked.kind))
        period = self._period(asked.from_day, asked.until_day)
        return self._say("answer", kind=en if self.voice.base == "en" else ja, period=period)

    def _period(self, from_day: int, until_day: int | None) -> str:
        first = self.voice.day(from_day)
        if until_day is None:
            return self.voice("period.since", from_day=first)
        if until_day == from_day + 1:
            return first
        return self.voice("period.between", from_day=first, until_day=self.voice.day(until_day - 1))

    def _particular(self, text: Text | None, general: str) -> str:
        return self._say(general) if text is None else self.voice.text(text)

    def _say(self, key: str, **slots: str) -> str:
        return self.voice(key, **(self.slots | slots))

    def _section(self, part: Part, *lines: str) -> Section:
        return Section(part, self.voice(f"heading.{part}"), lines)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
