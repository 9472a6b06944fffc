"""A plan in words: what its requirements are called, from when they are met, what they lack and whose turn each thing is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from kyosei.norms.compiler import CompiledLaw
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import NEVER
from kyosei.verdicts import plan_words as words
from kyosei.verdicts.naming import day_said, listed_said, month_said
from kyosei.verdicts.outlook import Days, Outlook, Stretch
from kyosei.verdicts.planned import Alternative, Obstacle, Plan, Step, Turn
from kyosei.verdicts.state_prose import SINCE, UNTIL, causes_said
from kyosei.verdicts.turns import is_day

__all__ = ["PlanProse"]

_SEPARATORS = ("：", ": ")
_TURNS: Mapping[str, Text] = {"act": words.ACTS, "answer": words.ANSWERS, "judge": words.JUDGES}


@dataclass(frozen=True)
class PlanProse:
    """Says a plan in a language. party, kind: how its readers call a party and a kind of statement."""

    plan: Plan
    language: Language
    law: CompiledLaw
    party: Callable[[str], str]
    kind: Callable[[str], str]

    def say(self, text: Text, *parts: object) -> str:
        """A text, its places filled."""
        return text.said_in(self.language).format(*parts)

    def _day(self, day: int) -> str:
        return day_said(day, self.language)

    def _listed(self, said: Sequence[str]) -> str:
        return listed_said(said, self.language)

    def _causes(self, causes: Sequence[str]) -> str:
        return causes_said(causes, self.language)

    @cached_property
    def _titles(self) -> tuple[str, Mapping[str, str]]:
        """What all titles begin with, or nothing; and the rest of each."""
        titles = {step.verdict.norm: self._title(step.verdict.norm) for step in self.plan.steps}
        for separator in _SEPARATORS:
            heads = {title.partition(separator)[0] for title in titles.values()}
            if len(heads) == 1 and all(separator in title for title in titles.values()):
                return heads.pop(), {norm: title.partition(separator)[2] for norm, title in titles.items()}
        return "", titles

    def _title(self, norm_id: str) -> str:
        norm = next(norm for norm in self.law.norms if norm.id == norm_id)
        version = norm.version_on(self.plan.on)
        return (norm.latest if version is None else version.norm).title.said_in(self.language)

    def goal(self) -> str:
        """What the goal is called."""
        return self._titles[0] or self.plan.goal

    def title(self, step: Step) -> str:
        """What a requirement is called under the goal's own name."""
        return self._titles[1][step.verdict.norm]

    def stretch(self, stretch: Stretch | None) -> str:
        """From when until when; from the asked day on it is so already."""
        if stretch is None:
            return self.say(words.NO_DAY)
        begins = words.SINCE_NOW if stretch.from_day == self.plan.on else words.FROM
        said = [self.say(begins, self._day(stretch.from_day))]
        if stretch.until_day < NEVER:
            said.append(self.say(UNTIL, self._day(stretch.until_day - 1)))
        return self._listed(said)

    def as_recorded(self) -> Days:
        """The days as recorded: none on which the stay has ended, as then nobody can say what a renewal would bring."""
        days = self.plan.outlook.recorded
        ends = self.plan.stay_ends

        def during(stretch: Stretch | None) -> Stretch | None:
            return None if stretch is None or stretch.from_day >= ends else stretch

        return Days(during(days.met), during(days.by_records), during(days.not_lacking))

    def if_renewed(self) -> str:
        """The assumption that the present stay is prolonged each time."""
        return self.say(words.IF_RENEWED, self._day(self.plan.stay_ends - 1))

    def when(self, outlook: Outlook) -> str:
        """From when it is met, and before if an official finds so: as recorded, or else if the stay is renewed."""
        for days, text in ((outlook.recorded, "{0}"), (outlook.if_renewed, self.say(words.RENEWED_ONLY, "{0}"))):
            said: list[str] = []
            if days is None or days.by_records is None:
                continue
            if days.met is None or days.by_records.from_day < days.met.from_day:
                said.append(self.say(words.JUDGED_ONLY, self.stretch(days.by_records)))
            if days.met is not None:
                said.append(self.stretch(days.met))
            return "; ".join(text.format(one) for one in said)
        return ""

    def remark(self, step: Step) -> str:
        """Of what is there: since when and until when. Of what waits for an official alone: nothing. Else from when."""
        verdict, met = step.verdict, step.outlook.recorded.met
        if verdict.state == "met":
            said = [self.say(SINCE, self._day(verdict.since))] if is_day(verdict.since) else []
            if met is not None and met.until_day < NEVER:
                said.append(self.say(UNTIL, self._day(met.until_day - 1)))
            return self._listed(said)
        if verdict.state == "not_applicable" or verdict.causes == ("judgement",):
            return ""
        return self.when(step.outlook)

    def met_by(self, step: Step) -> str:
        """By which ways a requirement is met, or nothing."""
        ways = dict.fromkeys(way.text.said_in(self.language) for way in step.alternatives if way.state == "yes")
        return self.say(words.MET_BY, self._listed(list(ways))) if ways else ""

    def lacking(self, step: Step) -> Sequence[Obstacle]:
        """What a requirement lacks beside its ways; a judgement that is all it waits for is not said again."""
        verdict = step.verdict
        judged = verdict.causes == ("judgement",)
        if judged and all(one.provision in verdict.provisions for one in step.obstacles):
            return ()
        return step.obstacles

    def ways(self, step: Step) -> Iterator[tuple[str, list[Alternative]]]:
        """The branches of each version of a requirement, each version under its heading; of one that is met, only later ones."""
        shown = [way for way in step.alternatives if step.verdict.state != "met" or way.from_day > self.plan.on]
        for (from_day, draft), some in groupby(shown, key=lambda way: (way.from_day, way.is_draft)):
            later = from_day > self.plan.on
            said = self.say(words.WAYS_FROM, self._day(from_day)) if later else self.say(words.WAYS)
            yield said + (self.say(words.WAYS_IN_DRAFT) if draft else ""), list(some)

    def way(self, way: Alternative) -> str:
        """A branch, and from when it would be enough."""
        text = way.text.said_in(self.language)
        number = way.number or ""
        named = f"{text} ({number})" if number and self.language == "en" else f"{text}（{number}）" if number else text
        when = self.when(way.outlook) or self.say(words.STATES[way.state])
        return " · ".join(part for part in (named, when, self._causes(way.causes)) if part)

    def lacking_of(self, way: Alternative) -> list[Obstacle]:
        """What decides about a branch; what only repeats it says nothing more."""
        under = way.text.said_in(self.language)
        return [o for o in way.obstacles if o.state == way.state and o.text.said_in(self.language) != under]

    def obstacle(self, obstacle: Obstacle) -> str:
        """One thing that stands in the way: what, why, since when it goes on, and from when it is none."""
        said = [self.named(obstacle), self._stands(obstacle)]
        if obstacle.since >= 0:
            said.append(self.say(words.LASTS_SINCE, self._day(obstacle.since)))
            said.append("" if obstacle.outlook is None else self._first_day(obstacle.outlook))
        return " · ".join(part for part in said if part)

    def named(self, obstacle: Obstacle) -> str:
        """What is wanted; of what is not, the question whether it is so, or whether a duty was done."""
        text = obstacle.text.said_in(self.language)
        if obstacle.key >= 0:
            text = f"{text} {self._month(obstacle.key)}"
        if obstacle.duty is not None:
            bearer = self.party(obstacle.bearer) if obstacle.bearer is not None else ""
            return self.say(words.DUTIES[obstacle.duty], text, bearer)
        is_item = obstacle.provision is not None or obstacle.number is not None
        return text if obstacle.wanted or is_item else self.say(words.WHETHER, text)

    def needed_to_ask(self) -> Sequence[Obstacle]:
        """What it takes to ask at all."""
        first = next((step for step in self.plan.steps if step.obstacles), None)
        return () if first is None else first.obstacles

    def turns(self) -> Mapping[str, list[str]]:
        """Each party with what waits for it."""
        waiting: dict[str, dict[str, dict[str, None]]] = {}
        for step in self.plan.steps:
            for turn in step.turns:
                waiting.setdefault(turn.party, {}).setdefault(turn.to, {})[self._thing(turn, step)] = None
        return {
            party: [self.say(text, "; ".join(things[to])) for to, text in _TURNS.items() if to in things]
            for party, things in waiting.items()
        }

    def timed(self) -> list[str]:
        """What waits for nothing but time, with from when it is met."""
        colon = ": " if self.language == "en" else "："
        unmet = [(step, self.when(step.outlook)) for step in self.plan.steps if step.verdict.state == "unmet"]
        return [f"{self.title(step)}{colon}{when}" for step, when in unmet if when]

    def _thing(self, turn: Turn, step: Step) -> str:
        if turn.kind is not None:
            return self.kind(turn.kind)
        return self.title(step) if turn.norm is None else self._latest(turn.norm)

    def _latest(self, norm_id: str) -> str:
        return next(norm for norm in self.law.norms if norm.id == norm_id).latest.title.said_in(self.language)

    def _stands(self, obstacle: Obstacle) -> str:
        if obstacle.state == "open":
            return self._causes(obstacle.causes)
        if obstacle.since >= 0 or obstacle.duty is not None:
            return ""
        return self.say(words.STATES["no"] if obstacle.wanted else words.STANDS_AGAINST)

    def _first_day(self, outlook: Outlook) -> str:
        """The first day alone: of a stretch of time that still has to pass."""
        for days, text in ((outlook.recorded, "{0}"), (outlook.if_renewed, self.say(words.RENEWED_ONLY, "{0}"))):
            if days is not None and days.met is not None:
                return text.format(self.say(words.LONG_ENOUGH, self._day(days.met.from_day)))
        return ""

    def _month(self, key: int) -> str:
        return month_said(key, self.language)
