"""A plan to read: from which day on, what is not there yet and why, what is, and whose turn each thing is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from kyosei.cli.check.answers import kind_title
from kyosei.cli.plan import words
from kyosei.cli.plan.titles import Titles
from kyosei.cli.sheet import Sheet
from kyosei.cli.words import KNOWN, NOTHING_RECORDED, SINCE, TURN_NOBODY, UNTIL
from kyosei.terms.text import Text
from kyosei.timelines.days import NEVER
from kyosei.verdicts.names import instant_said
from kyosei.verdicts.outlook import Days, Outlook, Stretch
from kyosei.verdicts.planned import Alternative, Obstacle, Plan, Step
from kyosei.verdicts.turns import is_day

__all__ = ["write_plan"]

_STATE_MARKS = {"yes": "✓", "no": "◦", "open": "?"}
_STYLES = {"✓": "green", "◦": "yellow", "?": "cyan", "·": "dim"}


def write_plan(sheet: Sheet, plan: Plan) -> None:
    """The days first, then the requirements by how they stand, then whose turn it is."""
    report = _Report(sheet, plan)
    report.head()
    if not plan.is_asked:
        report.not_asked_at_all()
        return
    report.days()
    steps = plan.steps
    unmet = [step for step in steps if step.verdict.state == "unmet"]
    judged = [step for step in steps if step.verdict.causes == ("judgement",)]
    unanswered = [step for step in steps if step.verdict.state == "open" and step not in judged]
    for heading, some in ((words.NOT_YET, unmet), (words.UNANSWERED, unanswered), (words.JUDGED, judged)):
        report.steps(heading, "◦" if some is unmet else "?", some)
    report.steps(words.MET, "✓", [step for step in steps if step.verdict.state == "met"])
    report.steps(words.NOT_ASKED, "·", [step for step in steps if step.verdict.state == "not_applicable"])
    report.turns()


class _Report:
    """Writes one plan on one sheet."""

    def __init__(self, sheet: Sheet, plan: Plan) -> None:
        self.sheet = sheet
        self.plan = plan
        self.titles = Titles.of(sheet, [step.verdict.norm for step in plan.steps], plan.on)

    def head(self) -> None:
        """Whose plan, for what, on which records, and what it is not."""
        sheet, plan = self.sheet, self.plan
        sheet.page.add((sheet.say(words.WAY_TO, self.titles.goal or plan.goal), "bold"), sheet.bracketed(plan.goal))
        sheet.page.add(sheet.party(plan.about))
        known = sheet.say(NOTHING_RECORDED) if plan.known is None else sheet.say(
            KNOWN, instant_said(plan.known, sheet.language)
        )  # fmt: skip
        sheet.page.add(" · ".join([sheet.say(words.FROM_ON, sheet.day(plan.on)), known]))
        sheet.page.add((sheet.say(words.CAVEAT), "dim"))
        if plan.draft is not None:
            sheet.page.blank()
            norms = sheet.listed(list(plan.draft.norms))
            sheet.page.mark("!", (sheet.say(words.DRAFT, norms, sheet.day(plan.draft.from_day)), "bold"))

    def not_asked_at_all(self) -> None:
        """Who cannot ask for it on the day is told what it would take to ask."""
        sheet = self.sheet
        sheet.page.blank()
        sheet.page.mark("·", sheet.say(words.NOTHING_ASKED))
        first = next((step for step in self.plan.steps if step.obstacles), None)
        if first is not None:
            sheet.page.add(sheet.labelled(sheet.say(words.NEEDED_TO_ASK)), indent=2)
            for obstacle in first.obstacles:
                sheet.page.mark("–", self._named(obstacle), indent=4)
                if obstacle.provision is not None:
                    sheet.page.add((sheet.provision(obstacle.provision), "dim"), indent=6)

    def days(self) -> None:
        """The three days, as recorded, and on the assumption that the stay is renewed."""
        sheet, outlook = self.sheet, self.plan.outlook
        sheet.page.heading(sheet.say(words.WHEN))
        self._three(outlook.recorded, 2)
        if outlook.if_renewed is not None and outlook.if_renewed != outlook.recorded:
            assumed = sheet.say(words.IF_RENEWED, sheet.last_day(self.plan.stay_ends))
            sheet.page.add(sheet.labelled(assumed), indent=2)
            self._three(outlook.if_renewed, 4)

    def _three(self, days: Days, indent: int) -> None:
        sheet = self.sheet
        rows = ((words.ALL_MET, days.met), (words.BY_RECORDS, days.by_records), (words.NOT_LACKING, days.not_lacking))
        for text, stretch in rows:
            mark = "◦" if stretch is None else "✓" if stretch.from_day == self.plan.on else "▸"
            said = sheet.say(words.NO_DAY) if stretch is None else self.stretch(stretch)
            sheet.page.mark(mark, sheet.label(sheet.say(text)), (said, "bold"), indent=indent)

    def stretch(self, stretch: Stretch) -> str:
        """From when until when; from the asked day on it is so already."""
        sheet = self.sheet
        day = sheet.day(stretch.from_day)
        begins = sheet.say(words.SINCE_NOW if stretch.from_day == self.plan.on else words.FROM, day)
        if stretch.until_day >= NEVER:
            return begins
        return sheet.listed([begins, sheet.say(UNTIL, sheet.last_day(stretch.until_day))])

    def when(self, outlook: Outlook) -> str:
        """From when it is met, and before if an official finds so: as recorded, or else if the stay is renewed."""
        sheet = self.sheet
        for days, text in ((outlook.recorded, "{0}"), (outlook.if_renewed, sheet.say(words.RENEWED_ONLY, "{0}"))):
            said: list[str] = []
            if days is None or days.by_records is None:
                continue
            if days.met is None or days.by_records.from_day < days.met.from_day:
                said.append(sheet.say(words.JUDGED_ONLY, self.stretch(days.by_records)))
            if days.met is not None:
                said.append(self.stretch(days.met))
            return "; ".join(text.format(one) for one in said)
        return ""

    def first_day(self, outlook: Outlook) -> str:
        """The first day alone: of a stretch of time that still has to pass."""
        for days, text in ((outlook.recorded, "{0}"), (outlook.if_renewed, self.sheet.say(words.RENEWED_ONLY, "{0}"))):
            if days is not None and days.met is not None:
                return text.format(self.sheet.say(words.LONG_ENOUGH, self.sheet.day(days.met.from_day)))
        return ""

    def steps(self, heading: Text, mark: str, steps: Sequence[Step]) -> None:
        """The requirements that stand in one way."""
        if not steps:
            return
        self.sheet.page.heading(self.sheet.say(heading))
        for step in steps:
            self.step(mark, step)

    def step(self, mark: str, step: Step) -> None:
        """One requirement with its provisions, its days, what it lacks and the ways to it."""
        sheet, verdict = self.sheet, step.verdict
        when = self._remark(step)
        remark = sheet.bracketed(when) if when else ""
        sheet.page.mark(mark, (self.titles.of_norm(verdict.norm), "bold"), remark, indent=2, style=_STYLES[mark])
        sheet.page.add((self._cited(step), "dim"), indent=4)
        if verdict.state == "not_applicable":
            return
        if verdict.state == "met":
            ways = [way.text.said_in(sheet.language) for way in step.alternatives if way.state == "yes"]
            sheet.page.add(
                *([sheet.say(words.MET_BY, sheet.listed(list(dict.fromkeys(ways))))] if ways else []), indent=4
            )
            self.ways([way for way in step.alternatives if way.from_day > self.plan.on])
            return
        if verdict.causes != ("judgement",) or any(o.provision not in verdict.provisions for o in step.obstacles):
            self.obstacles(step.obstacles, 4)
        self.ways(step.alternatives)

    def _remark(self, step: Step) -> str:
        """Of what is there: since when and until when. Of what waits for an official alone: nothing. Else from when."""
        sheet, verdict, met = self.sheet, step.verdict, step.outlook.recorded.met
        if verdict.state == "met":
            since = [sheet.say(SINCE, sheet.day(verdict.since))] if is_day(verdict.since) else []
            ends = met is not None and met.until_day < NEVER
            return sheet.listed([*since, *([sheet.say(UNTIL, sheet.last_day(met.until_day))] if met and ends else [])])
        if verdict.state == "not_applicable" or verdict.causes == ("judgement",):
            return ""
        return self.when(step.outlook)

    def _cited(self, step: Step) -> str:
        provisions = "; ".join(self.sheet.provision(provision) for provision in step.verdict.provisions)
        return f"{provisions}{self.sheet.bracketed(step.verdict.norm)}"

    def ways(self, ways: Iterable[Alternative]) -> None:
        """The branches of each version of a requirement, with what each lacks."""
        sheet = self.sheet
        for (from_day, draft), some in groupby(ways, key=lambda way: (way.from_day, way.is_draft)):
            later = from_day > self.plan.on
            said = sheet.say(words.WAYS_FROM, sheet.day(from_day)) if later else sheet.say(words.WAYS)
            sheet.page.add(sheet.labelled(said + (sheet.say(words.WAYS_IN_DRAFT) if draft else "")), indent=4)
            for way in some:
                self.way(way)

    def way(self, way: Alternative) -> None:
        """A branch: from when it would be enough, and what it lacks."""
        sheet = self.sheet
        text, number = way.text.said_in(sheet.language), sheet.bracketed(way.number) if way.number else ""
        when = self.when(way.outlook) or sheet.say(words.STATES[way.state])
        said = [text + number, when, sheet.causes(way.causes)]
        mark = _STATE_MARKS[way.state]
        sheet.page.mark(mark, " · ".join(part for part in said if part), indent=6, style=_STYLES[mark])
        decisive = [one for one in way.obstacles if one.state == way.state]
        self.obstacles(decisive, 8, text)

    def obstacles(self, obstacles: Sequence[Obstacle], indent: int, under: str = "") -> None:
        """What stands in the way, each once; one that only repeats what it stands under says nothing more."""
        for obstacle in obstacles:
            if obstacle.text.said_in(self.sheet.language) != under:
                self.obstacle(obstacle, indent)

    def obstacle(self, obstacle: Obstacle, indent: int) -> None:
        """One thing that stands in the way: what, why, since when it goes on, from when it is none, and its provision."""
        sheet = self.sheet
        said = [self._named(obstacle), self._stands(obstacle)]
        if obstacle.since >= 0:
            said.append(sheet.say(words.LASTS_SINCE, sheet.day(obstacle.since)))
            said.append("" if obstacle.outlook is None else self.first_day(obstacle.outlook))
        sheet.page.mark("–", " · ".join(part for part in said if part), indent=indent)
        if obstacle.provision is not None:
            sheet.page.add((sheet.provision(obstacle.provision), "dim"), indent=indent + 2)

    def _named(self, obstacle: Obstacle) -> str:
        """What is wanted; of what is not, the question whether it is so, or whether a duty was done."""
        sheet = self.sheet
        text = obstacle.text.said_in(sheet.language)
        if obstacle.key >= 0:
            text = f"{text} {sheet.month(obstacle.key)}"
        if obstacle.duty is not None:
            bearer = sheet.party(obstacle.bearer) if obstacle.bearer is not None else ""
            return sheet.say(words.DUTIES[obstacle.duty], text, bearer)
        is_item = obstacle.provision is not None or obstacle.number is not None
        return text if obstacle.wanted or is_item else sheet.say(words.WHETHER, text)

    def _stands(self, obstacle: Obstacle) -> str:
        sheet = self.sheet
        if obstacle.state == "open":
            return sheet.causes(obstacle.causes)
        if obstacle.since >= 0 or obstacle.duty is not None:
            return ""
        return sheet.say(words.STATES["no"] if obstacle.wanted else words.STANDS_AGAINST)

    def turns(self) -> None:
        """Each party with what waits for it; and what waits for nothing but time."""
        sheet = self.sheet
        sheet.page.heading(sheet.say(words.TURN))
        waiting: dict[str, dict[str, dict[str, None]]] = {}
        for step in self.plan.steps:
            for turn in step.turns:
                what = self.titles.of_norm(step.verdict.norm)
                if turn.kind is not None:
                    what = kind_title(turn.kind, sheet)
                elif turn.norm is not None:
                    what = sheet.title(turn.norm)
                waiting.setdefault(turn.party, {}).setdefault(turn.to, {})[what] = None
        for party, things in waiting.items():
            sheet.page.add((sheet.party(party), "bold"), indent=2)
            for to, text in (("act", words.ACTS), ("answer", words.ANSWERS), ("judge", words.JUDGES)):
                if to in things:
                    sheet.page.mark("–", sheet.say(text, "; ".join(things[to])), indent=4)
        timed = [step for step in self.plan.steps if step.verdict.state == "unmet" and self.when(step.outlook)]
        if timed:
            sheet.page.add((sheet.say(words.TIME), "bold"), indent=2)
            for step in timed:
                said = f"{sheet.label(self.titles.of_norm(step.verdict.norm))}{self.when(step.outlook)}"
                sheet.page.mark("–", said, indent=4)
        if not waiting and not timed:
            sheet.page.add(sheet.say(TURN_NOBODY), indent=2)
