"""How the items of a notice are filled: from what institutions say and stands, about the parties of one verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from kyosei.errors import QuestionError
from kyosei.evidence.known import standing
from kyosei.facts.statements import Case, Statement
from kyosei.terms.text import Text
from kyosei.timelines.days import date_from_day, day_from_date
from kyosei.verdicts.verdict import Verdict

__all__ = ["BLANK", "HAPPENED", "Filling", "Item", "day_said"]

HAPPENED: Final = ("due", "breached")
"""The states of a verdict about what is on record as having happened, and is not told yet."""
BLANK: Final = "＿＿＿＿＿＿"
_YEARLY_SINCE: Final = day_from_date(date(2025, 6, 1))
_SEX: Final = {"male": "男", "female": "女"}

_NAME = Text("氏名", "なまえ", "name")
_BORN = Text("生年月日", "生まれた 日", "date of birth")
_SEX_ITEM = Text("性別", "性別", "sex")
_NATIONALITY = Text("国籍・地域", "国", "nationality or region")
_ADDRESS = Text("住居地", "住んで いる ところ", "address")
_CARD = Text("在留カードの番号", "在留カードの 番号", "number of the residence card")


@dataclass(frozen=True, slots=True)
class Item:
    """One item that a text has to say; said: empty where no record tells it, with BLANK where records tell a part."""

    asked: Text
    said: str

    @property
    def is_blank(self) -> bool:
        """Whether something is still to be written."""
        return not self.said or BLANK in self.said


@dataclass(frozen=True, slots=True)
class Filling:
    """statements: what institutions say and stands, in the order of its days."""

    case: Case
    statements: Sequence[Statement]
    verdict: Verdict

    @classmethod
    def of_verdict(cls, case: Case, verdict: Verdict, known: int) -> Self:
        """For one verdict, as known at an instant (microseconds). QuestionError where what is to be told is not on record."""
        if verdict.state not in HAPPENED or verdict.arose < 0:
            raise QuestionError(f"it is not on record on which day what {verdict.norm} is about happened")
        stands = [s for s in standing(case, known).statements if not s.source.startswith("person:")]
        return cls(case, sorted(stands, key=lambda s: (s.from_day, s.stated_at)), verdict)

    def person(self, *, address: bool) -> Iterator[Item]:
        """Who the person is."""
        person = self.verdict.about["person"]
        born = self.case.parties[person].born if person in self.case.parties else None
        yield Item(_NAME, self.name(person, ("Latn", "Hani", "Jpan")))
        yield Item(_BORN, "" if born is None else day_said(born))
        yield Item(_SEX_ITEM, _SEX.get(str(self.told("person.particulars", "sex")), ""))
        yield Item(_NATIONALITY, "")
        if address:
            yield Item(_ADDRESS, "")
        yield Item(_CARD, str(self.told("residence.card", "number") or ""))

    @property
    def reported_on(self) -> tuple[int, int]:
        """The quarter or year that ended the day before a regular report arose."""
        ended = date_from_day(self.verdict.arose)
        count = ended.year * 12 + ended.month - 1 - (12 if self.is_yearly else 3)
        return day_from_date(date(count // 12, count % 12 + 1, 1)), self.verdict.arose

    @property
    def is_yearly(self) -> bool:
        """Whether a regular report is on a year; those that arose until May 2025 are on a quarter."""
        return self.verdict.arose >= _YEARLY_SINCE

    def period(self) -> Iterator[Item]:
        """What a regular report is on."""
        first, until = self.reported_on
        yield Item(Text("対象期間", "いつの こと", "period"), f"{day_said(first)}から{day_said(until - 1)}まで")

    def support_days(self, party: str) -> Iterator[Item]:
        """The days of the period on which the person was supported, where a party is named."""
        first, until = self.reported_on
        for kind, asked in (
            ("support.interview", Text("定期面談の実施日", "面談を した 日", "days of the regular interviews")),
            ("support.action", Text("その他の支援の実施日", "ほかの 支援を した 日", "days of other support")),
        ):
            done = [s.from_day for s in self.of(kind) if first <= s.from_day < until and party in s.about.values()]
            yield Item(asked, "、".join(map(day_said, dict.fromkeys(done))))

    def named(self, ja: str, easy: str, en: str, organisation: str | None) -> Iterator[Item]:
        """The name of an organisation, and where it is."""
        name = "" if organisation is None else self.name(organisation, ("Jpan", "Latn"))
        yield Item(Text(f"{ja}の名称", f"{easy}の なまえ", f"name of {en}"), name)
        yield Item(Text(f"{ja}の所在地", f"{easy}の ばしょ", f"address of {en}"), "")

    def name(self, id_: str, scripts: Sequence[str]) -> str:
        """The name of a party in the first of these scripts that it has."""
        party = self.case.parties.get(id_)
        names = {} if party is None else {name.script: name.text for name in party.names}
        return next((names[script] for script in scripts if script in names), "")

    def of(self, kind: str) -> list[Statement]:
        """What is said of a kind about the person."""
        person = self.verdict.about["person"]
        return [s for s in self.statements if s.kind == kind and s.about.get("person") == person]

    def told(self, kind: str, field: str) -> object:
        """What the latest statement of a kind that had begun says."""
        found = [s for s in self.of(kind) if s.from_day <= max(self.verdict.arose, 0) and field in s.data]
        return found[-1].data[field] if found else None


def day_said(day: int) -> str:
    """A day as the office writes it."""
    found = date_from_day(day)
    return f"{found.year}年{found.month}月{found.day}日"
