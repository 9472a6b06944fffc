"""The voting rule once more, day by day and in plain Python, written from DESIGN.md §1 and not from the kernels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kyosei.facts.kinds import Anyone, Authority, Holder, Kind, Span, TheParty
from kyosei.facts.statements import Case, Coverage, FieldValue, Statement
from kyosei.facts.vocabulary import KINDS
from kyosei.timelines.days import NEVER, day_of_instant, instant_from_microseconds

__all__ = ["ANY", "NaiveQuestion", "Record", "record_of", "total_on", "truth_on", "values_on"]

ANY = "anybody"
Says = bool | None
YES, NO = "yes", "no"
_SPANS = {kind.facts.name: kind.facts.span for kind in KINDS}


@dataclass(frozen=True)
class NaiveQuestion:
    """K(where p) about parties: `about` gives each role a party, ANY, or None where there is none.

    `has`: whether a statement's fields have p (None: they do not say). `field`: the one field it turns on, if it is one.
    `starts`: only on the first day. `paid`: by the fields paid_on and unpaid_as_of. `begins`: the relation is not older.
    """

    kind: type[Kind]
    about: Mapping[str, str | None]
    has: Callable[[Mapping[str, FieldValue]], Says] = lambda data: True
    field: str | None = None
    starts: bool = False
    paid: bool = False
    begins: int = 0
    bearer: str | None = None
    burdens: str | None = None


@dataclass(frozen=True)
class Record:
    """What stands at an instant."""

    case: Case
    known_day: int
    statements: tuple[Statement, ...]
    coverages: tuple[Coverage, ...]
    wrong: tuple[Coverage, ...]
    disputers: Mapping[str, frozenset[str]]
    doubted: frozenset[str]
    last_sign: Mapping[str, int]


def _day(microseconds: int) -> int:
    return day_of_instant(instant_from_microseconds(microseconds))


def record_of(case: Case, known: int) -> Record:
    """The lines recorded by then that are neither withdrawn nor replaced, and the disputes that nobody has ended."""
    gone = {w.target for w in case.withdrawals if w.recorded_at <= known}
    recorded = [s for s in case.statements if s.recorded_at <= known and s.id not in gone]
    statements = tuple(s for s in recorded if not any(r.replaces == s.id for r in recorded))
    covering = [c for c in case.coverages if c.recorded_at <= known and c.id not in gone]
    coverages = tuple(c for c in covering if c.count is None or c.count == _different(_counted(c, statements)))
    wrong = tuple(c for c in covering if c not in coverages and not _counted_since(c, coverages))
    doubted = frozenset(
        s.id for c in wrong
        for s in _counted(c, statements)
        if _SPANS[s.kind] is Span.STATE or _different(_counted(c, statements)) > (c.count or 0)
    )  # fmt: skip
    ended = {r.target for r in case.resolutions if r.recorded_at <= known}
    disputers: dict[str, set[str]] = {}
    for d in case.disputes:
        if d.recorded_at <= known and d.id not in gone and d.id not in ended:
            reached = {d.target}
            while more := {s.id for s in recorded if s.replaces in reached} - reached:
                reached |= more
            for target in reached:
                disputers.setdefault(target, set()).add(d.by)
    signs: dict[str, int] = {}
    said: list[tuple[str, int, int]] = [
        (line.source, line.stated_at, line.recorded_at)
        for group in (case.statements, case.coverages, case.heartbeats, case.withdrawals)
        for line in group
    ]
    said += [(d.by, d.stated_at, d.recorded_at) for d in case.disputes]
    said += [(r.by, r.stated_at, r.recorded_at) for r in case.resolutions]
    for source, stated, at in said:
        if at <= known:
            signs[source] = max(signs.get(source, 0), _day(stated))
    frozen = {target: frozenset(by) for target, by in disputers.items()}
    return Record(case, _day(known), statements, coverages, wrong, frozen, doubted, signs)


def _counted(coverage: Coverage, statements: Iterable[Statement]) -> list[Statement]:
    """What a count is about: the source's lines of that scope and period that it had told by then, or corrected since."""
    found = [s for s in statements if (s.kind, s.source) == (coverage.kind, coverage.source)]
    found = [s for s in found if s.from_day < coverage.until_day and coverage.from_day < s.until_day]
    found = [s for s in found if s.replaces or s.stated_at <= coverage.stated_at]
    return [s for s in found if all(s.about.get(role) == party for role, party in coverage.about.items())]


def _different(statements: Iterable[Statement]) -> int:
    return len(
        {(str(sorted(s.about.items())), s.from_day, s.until_day, str(sorted(s.data.items()))) for s in statements}
    )


def _counted_since(void: Coverage, right: Iterable[Coverage]) -> bool:
    """Whether the source has counted the same rightly since."""
    return any(
        (c.source, c.kind, c.about) == (void.source, void.kind, void.about)
        and c.count is not None
        and c.stated_at > void.stated_at
        and c.from_day <= void.from_day
        and void.until_day <= c.until_day
        for c in right
    )


def truth_on(record: Record, question: NaiveQuestion, day: int, *, projected: bool) -> tuple[str, str]:
    """The truth of a day: ("yes", ""), ("no", "") or ("open", cause)."""
    if not projected and day > record.known_day:
        return "open", "missing"
    if day < question.begins:
        return NO, ""
    voter = _Voter(record, question, day, projected)
    votes = {source: voter.vote(source) for source in voter.sources()}
    bearer, burdens = question.bearer, question.burdens
    if bearer is not None and burdens is not None and not record.case.parties[bearer].is_person:
        other = NO if burdens == YES else YES
        if any(vote.startswith(other) for vote in votes.get(bearer, set())):
            without = voter.decide({s: v for s, v in votes.items() if s != bearer})
            if without == (burdens, ""):
                return without
    return voter.decide(votes)


class _Voter:
    """Votes are sets of "yes", "no", "yes?" and "no?" (disputed), or of "!": what it counts is not what is held of it."""

    def __init__(self, record: Record, question: NaiveQuestion, day: int, projected: bool) -> None:
        self.record = record
        self.q = question
        self.day = day
        self.projected = projected
        self.facts = question.kind.facts
        self.holders = self.facts.holders_of(question.field)

    def sources(self) -> set[str]:
        """Everybody who has said anything of the kind."""
        lines: list[Statement | Coverage] = [*self.record.statements, *self.record.coverages, *self.record.wrong]
        return {line.source for line in lines if line.kind == self.facts.name}

    def told(self, source: str) -> list[Statement]:
        """What a source has said of the kind about these parties."""
        return [
            s for s in self.record.statements
            if s.kind == self.facts.name and s.source == source
            and all(party == ANY or s.about.get(role) == party for role, party in self.q.about.items())
        ]  # fmt: skip

    def vote(self, source: str) -> set[str]:
        """What a source votes on the day."""
        if self.q.paid:
            return self.vote_on_payment(source)
        told = self.told(source)
        active = [s for s in told if s.from_day <= self.day < s.until_day]
        if self.facts.single and active:
            last = max(s.stated_at for s in active)
            said = [(s, self.answer(s)) for s in active if s.stated_at == last]
            return {self.cast(YES if has else NO, s) for s, has in said if has is not None} or self.miscount(source)
        yes = {self.cast(YES, s) for s in active if self.answer(s)}
        if yes:
            return {YES} if YES in yes else yes
        if any(self.answer(s) is None for s in active):
            return self.miscount(source)
        if not active and (end := self.end(told)):
            return {end}
        if self.is_holder(source) and (covered := self.covered(source)):
            doubtful = any(self.cast(NO, s) != NO for s in active)
            return {"no?"} if covered == "disputed" or doubtful else {NO}
        return self.miscount(source)

    def miscount(self, source: str) -> set[str]:
        """The vote of a source that could settle it and has told of the day only what counts wrongly."""
        if not self.is_holder(source) or self.covered(source):
            return set()
        return {"!"} if any(self.covers(c, source) for c in self.record.wrong) else set()

    def answer(self, s: Statement) -> Says:
        """Whether a statement has p on the day; one in doubt does not say."""
        if s.id in self.record.doubted:
            return None
        return False if self.q.starts and s.from_day != self.day else self.q.has(s.data)

    def vote_on_payment(self, source: str) -> set[str]:
        told = self.told(source)
        if not self.facts.single:
            told = [s for s in told if self.q.has(s.data)]
        last = max((s.stated_at for s in told), default=0)
        votes: set[str] = set()
        for s in told:
            if s.stated_at != last or not self.q.has(s.data) or s.id in self.record.doubted:
                continue
            paid, unpaid = s.data.get("paid_on"), s.data.get("unpaid_as_of")
            if isinstance(paid, int):
                votes.add(self.cast(YES if self.day == max(paid, s.from_day) else NO, s))
            elif isinstance(unpaid, int) and self.day <= unpaid:
                votes.add(self.cast(NO, s))
        if not votes and self.is_holder(source) and self.unpaid_before(self.told(source)):
            covered = self.covered(source)
            return {"no?"} if covered == "disputed" else {NO} if covered else self.miscount(source)
        return votes

    def unpaid_before(self, told: list[Statement]) -> bool:
        """Whether all that a source has said is that it was unpaid on an earlier day: a payment would be news."""
        return bool(told) and all(
            self.q.has(s.data)
            and "paid_on" not in s.data
            and isinstance(unpaid := s.data.get("unpaid_as_of"), int)
            and unpaid < self.day
            and not self.record.disputers.get(s.id)
            and s.id not in self.record.doubted
            for s in told
        )

    def end(self, told: list[Statement]) -> str | None:
        """The NO of a fact whose end was reported when it had come: of the last that ended, about all parties."""
        past = [s for s in told if s.until_day <= self.day]
        if self.facts.span is not Span.STATE or not past or ANY in self.q.about.values():
            return None
        latest = max(s.until_day for s in past)
        reports = [
            s for s in past
            if s.until_day == latest and _day(s.stated_at) >= latest - 1 and (self.facts.single or self.q.has(s.data))
            and s.id not in self.record.doubted
        ]  # fmt: skip
        votes = {self.cast(NO, s) for s in reports}
        return NO if NO in votes else "no?" if votes else None

    def cast(self, vote: str, line: Statement | Coverage) -> str:
        """The vote as it is, or disputed by somebody whose dispute counts."""
        for by in self.record.disputers.get(line.id, frozenset()) - {line.source}:
            is_person = self.record.case.parties[by].is_person
            if by == self.q.bearer and not is_person and (self.q.burdens is None or vote == self.q.burdens):
                continue
            return f"{vote}?"
        return vote

    def covered(self, source: str) -> str | None:
        """Whether a source has told everything about the scope for the day."""
        found = None
        for c in self.record.coverages:
            if not self.covers(c, source):
                continue
            if self.cast(NO, c) == NO:
                return "covered"
            found = "disputed"
        return found

    def covers(self, c: Coverage, source: str) -> bool:
        """Whether it is this source's, about the day and all that the question may be about."""
        if (c.kind, c.source) != (self.facts.name, source) or not c.from_day <= self.day < self.reach(c):
            return False
        return all(self.q.about[role] == party for role, party in c.about.items())

    def serves_itself(self, source: str) -> bool:
        """Whether it is an organisation whose own duty this is about."""
        return source == self.q.bearer and not self.record.case.parties[source].is_person

    def reach(self, c: Coverage) -> int:
        """The first day that a coverage does not reach."""
        sign, told = self.record.last_sign[c.source], _day(c.stated_at) + 1
        if c.until_day <= told or (self.projected and self.record.known_day - sign <= self.facts.lag_days):
            return c.until_day
        shown = sign - self.facts.lag_days + 1
        return shown if c.until_day == NEVER else min(c.until_day, max(told, shown))

    def is_holder(self, source: str) -> bool:
        """Whether a source can settle the question."""
        return any(self.holds(source, holder) for holder in self.holders)

    def holds(self, source: str, holder: Holder) -> bool:
        match holder:
            case Authority(name):
                return source == f"authority:{name}"
            case TheParty(role):
                return self.q.about[role] == source or (
                    self.q.about[role] == ANY and all(s.about.get(role) == source for s in self.told(source))
                )
            case Anyone(role):
                record = self.record.case.parties.get(source)
                return role in (record.roles if record is not None else (source.split(":", maxsplit=1)[0],))

    def decide(self, votes: Mapping[str, set[str]]) -> tuple[str, str]:
        """What the votes amount to."""
        settling: dict[str, set[str]] = {}
        others: set[str] = set()
        admitted = wrongly = False
        for source, vote in votes.items():
            admission = source == self.q.bearer and self.q.burdens is not None and self.q.burdens in vote
            if self.is_holder(source) or admission:
                settling[source] = vote - {"!"}
                wrongly = wrongly or ("!" in vote and not self.serves_itself(source))
                admitted = admitted or (admission and self.q.burdens == NO)
            else:
                others |= {said.rstrip("?") for said in vote}
        said = {v for vote in settling.values() for v in vote}
        if YES in said and NO in said:
            return "open", "conflict"
        if YES in said:
            return ("open", "conflict") if NO in others else (YES, "")
        if NO in said:
            if YES in others:
                return "open", "conflict"
            if admitted or self.every_holder_says_no({s for s, vote in settling.items() if NO in vote}):
                return NO, ""
            return "open", "disputed" if said != {NO} else "conflict" if wrongly else "missing"
        if said:
            return "open", "disputed"
        if wrongly:
            return "open", "conflict"
        return "open", "unconfirmed" if others else "missing"

    def every_holder_says_no(self, sources: set[str]) -> bool:
        """One of each sort of holder that there can be here; any one, where the kind says that one settles it."""
        answers: list[bool] = []
        for holder in self.holders:
            if isinstance(holder, TheParty):
                if self.q.about[holder.role] is None:
                    continue
                if self.q.about[holder.role] == ANY:
                    return False
            answers.append(any(self.holds(source, holder) for source in sources))
        return bool(answers) and (any(answers) if self.facts.settled_by_any else all(answers))


def values_on(
    record: Record, question: NaiveQuestion, field: str, day: int, *, projected: bool, choice: bool
) -> tuple[frozenset[FieldValue | None] | None, str]:
    """The values that are still possible (None among them: no such fact), and why it is open.

    Nothing instead of a set: any value or none at all. The empty set: a fact is told without the field, so it has some
    value that nobody says.
    """
    if not projected and day > record.known_day:
        return None, "missing"
    voter = _Voter(record, question, day, projected)
    settled: set[FieldValue | None] = set()
    others: set[FieldValue | None] = set()
    disputed = exists = wrongly = False
    heard = set[str]()
    quiet = set[str]()
    for source in voter.sources():
        active = [s for s in voter.told(source) if s.from_day <= day < s.until_day]
        last = max((s.stated_at for s in active), default=0)
        for s in active:
            value = s.data.get(field)
            if (voter.facts.single and s.stated_at != last) or not question.has(s.data) or s.id in record.doubted:
                continue
            if value is None:
                exists = exists or (voter.is_holder(source) and not record.disputers.get(s.id, frozenset()) - {source})
            elif voter.cast(YES, s) != YES:
                disputed = True
            elif voter.is_holder(source):
                settled.add(value)
            else:
                heard.add(source)
                if source != question.bearer or record.case.parties[source].is_person:
                    others.add(value)
        if choice and not active and voter.is_holder(source):
            covered = voter.covered(source)
            disputed = disputed or covered == "disputed"
            quiet |= {source} if covered == "covered" else set()
        if choice:
            wrongly = wrongly or (bool(voter.miscount(source)) and not voter.serves_itself(source))
    if not settled and not quiet:
        cause = "disputed" if disputed else "conflict" if wrongly else "unconfirmed" if heard else "missing"
        return frozenset() if exists else None, cause
    found = frozenset(settled | others | ({None} if quiet else set()))
    if found == {None} and (exists or not voter.every_holder_says_no(quiet)):
        return None, "conflict" if exists else "disputed" if disputed else "conflict" if wrongly else "missing"
    return found, "conflict" if len(found) > 1 else ""


def total_on(
    record: Record, question: NaiveQuestion, field: str, day: int, last: int, *, projected: bool
) -> tuple[int, int | None]:
    """The least and the most that a field adds up to in the window of `last` days up to a day, from holders alone.

    A period counts wholly if the window contains it and with 0 to all if they only overlap; a day that nobody tells of
    has no upper bound unless it is covered. The periods of the record must not overlap. None: no upper bound.
    """
    low, high, unbounded, told = 0, 0, False, set[int]()
    voter = _Voter(record, question, day, projected)
    lines = [s for source in voter.sources() if voter.is_holder(source) for s in voter.told(source)]
    for period in {(s.from_day, s.until_day) for s in lines}:
        if not projected and period[1] > record.known_day + 1:
            continue
        alike = [s for s in lines if (s.from_day, s.until_day) == period]
        said = [s for s in alike if s.stated_at == max(a.stated_at for a in alike)]
        values = [v for s in said if isinstance(v := s.data.get(field), int)]
        if not values:
            continue
        told |= set(range(*period))
        if period[0] > day or period[1] <= day - last + 1:
            continue
        telling = [s for s in said if s.data.get(field) is not None]
        disputed = any(voter.cast(YES, s) != YES or s.id in record.doubted for s in telling)
        contained = period[0] > day - last and period[1] <= day + 1
        unbounded = unbounded or disputed
        low += min(values) if contained and not disputed else 0
        high += max(values)
    for other in set(range(day - last + 1, day + 1)) - told:
        quiet = _Voter(record, question, other, projected)
        holders = [source for source in quiet.sources() if quiet.is_holder(source)]
        unbounded = unbounded or not any(quiet.covered(source) == "covered" for source in holders)
    return low, None if unbounded else high
