"""A plan to read: from which day on, what is not there yet and why, what is, and whose turn each thing is."""

from __future__ import annotations

from collections.abc import Sequence

from kyosei.cli.check.answers import kind_title
from kyosei.cli.sheet import Sheet
from kyosei.cli.words import KNOWN, NOTHING_RECORDED, TURN_NOBODY
from kyosei.terms.text import Text
from kyosei.verdicts import plan_words as words
from kyosei.verdicts.names import instant_said
from kyosei.verdicts.outlook import Days
from kyosei.verdicts.plan_prose import PlanProse
from kyosei.verdicts.planned import Obstacle, Plan, Step

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
        self.prose = PlanProse(plan, sheet.language, sheet.law, sheet.party, lambda kind: kind_title(kind, sheet))

    def head(self) -> None:
        """Whose plan, for what, on which records, and what it is not."""
        sheet, plan = self.sheet, self.plan
        sheet.page.add((sheet.say(words.WAY_TO, self.prose.goal()), "bold"), sheet.bracketed(plan.goal))
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
        sheet, needed = self.sheet, self.prose.needed_to_ask()
        sheet.page.blank()
        sheet.page.mark("·", sheet.say(words.NOTHING_ASKED))
        if needed:
            sheet.page.add(sheet.labelled(sheet.say(words.NEEDED_TO_ASK)), indent=2)
            for obstacle in needed:
                sheet.page.mark("–", self.prose.named(obstacle), indent=4)
                self._provision(obstacle, 6)

    def days(self) -> None:
        """The three days, as recorded, and on the assumption that the stay is renewed."""
        sheet, outlook = self.sheet, self.plan.outlook
        sheet.page.heading(sheet.say(words.WHEN))
        self._three(self.prose.as_recorded(), 2)
        if outlook.if_renewed is not None and outlook.if_renewed != outlook.recorded:
            sheet.page.add(sheet.labelled(self.prose.if_renewed()), indent=2)
            self._three(outlook.if_renewed, 4)

    def _three(self, days: Days, indent: int) -> None:
        sheet = self.sheet
        rows = ((words.ALL_MET, days.met), (words.BY_RECORDS, days.by_records), (words.NOT_LACKING, days.not_lacking))
        for text, stretch in rows:
            mark = "◦" if stretch is None else "✓" if stretch.from_day == self.plan.on else "▸"
            said = self.prose.stretch(stretch)
            sheet.page.mark(mark, sheet.label(sheet.say(text)), (said, "bold"), indent=indent)

    def steps(self, heading: Text, mark: str, steps: Sequence[Step]) -> None:
        """The requirements that stand in one way."""
        if not steps:
            return
        self.sheet.page.heading(self.sheet.say(heading))
        for step in steps:
            self.step(mark, step)

    def step(self, mark: str, step: Step) -> None:
        """One requirement with its provisions, its days, what it lacks and the ways to it."""
        sheet, verdict, prose = self.sheet, step.verdict, self.prose
        when = prose.remark(step)
        remark = sheet.bracketed(when) if when else ""
        sheet.page.mark(mark, (prose.title(step), "bold"), remark, indent=2, style=_STYLES[mark])
        sheet.page.add((self._cited(step), "dim"), indent=4)
        if verdict.state == "not_applicable":
            return
        if verdict.state == "met":
            sheet.page.add(*filter(None, [prose.met_by(step)]), indent=4)
        else:
            self._obstacles(prose.lacking(step), 4)
        for heading, ways in prose.ways(step):
            sheet.page.add(sheet.labelled(heading), indent=4)
            for way in ways:
                found = _STATE_MARKS[way.state]
                sheet.page.mark(found, prose.way(way), indent=6, style=_STYLES[found])
                self._obstacles(prose.lacking_of(way), 8)

    def _cited(self, step: Step) -> str:
        provisions = "; ".join(self.sheet.provision(provision) for provision in step.verdict.provisions)
        return f"{provisions}{self.sheet.bracketed(step.verdict.norm)}"

    def _obstacles(self, obstacles: Sequence[Obstacle], indent: int) -> None:
        for obstacle in obstacles:
            self.sheet.page.mark("–", self.prose.obstacle(obstacle), indent=indent)
            self._provision(obstacle, indent + 2)

    def _provision(self, obstacle: Obstacle, indent: int) -> None:
        if obstacle.provision is not None:
            self.sheet.page.add((self.sheet.provision(obstacle.provision), "dim"), indent=indent)

    def turns(self) -> None:
        """Each party with what waits for it; and what waits for nothing but time."""
        sheet = self.sheet
        sheet.page.heading(sheet.say(words.TURN))
        waiting, timed = self.prose.turns(), self.prose.timed()
        for party, things in waiting.items():
            sheet.page.add((sheet.party(party), "bold"), indent=2)
            for said in things:
                sheet.page.mark("–", said, indent=4)
        if timed:
            sheet.page.add((sheet.say(words.TIME), "bold"), indent=2)
            for said in timed:
                sheet.page.mark("–", said, indent=4)
        if not waiting and not timed:
            sheet.page.add(sheet.say(TURN_NOBODY), indent=2)
