"""Notices as the regulations ask for them, in the words of their tables, filled as far as records tell; the rest is left blank.

The persons' notices on the organisation and on the spouse: Immigration Act art. 19-16, Regulations art. 19-15 and Table 3-3. The
support organisation's report: Act art. 19-30 (2), Regulations art. 19-24. Each item stands in Japanese, as the office reads it,
and beside it in the language of whoever fills it in. What is asked about a contract's beginning is left blank where only the
first day of the work is known, and the name of a country where only its code is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kyosei.errors import QuestionError
from kyosei.evidence.known import standing
from kyosei.facts.statements import Case, Statement
from kyosei.law.jp.tables.statuses import STATUSES
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import date_from_day, day_from_date
from kyosei.verdicts.verdict import Verdict

__all__ = ["HAPPENED", "TEXTS", "Item", "items_of", "notice_text"]

_LEFT, _JOINED = "jp.immigration.notify-organisation-left", "jp.immigration.notify-organisation-joined"
_SCHOOL_LEFT, _SCHOOL_JOINED = "jp.immigration.notify-school-left", "jp.immigration.notify-school-joined"
_MARRIAGE, _SUPPORT = "jp.immigration.notify-marriage-ended", "jp.ssw.supporter-report"
TEXTS: Final = (_LEFT, _JOINED, _SCHOOL_LEFT, _SCHOOL_JOINED, _MARRIAGE, _SUPPORT)
"""The duties whose filing is a text."""

HAPPENED: Final = ("due", "breached")
"""The states of a verdict about what is on record as having happened, and is not told yet."""

_BLANK: Final = "＿＿＿＿＿＿"
_YEARLY_SINCE: Final = day_from_date(date(2025, 6, 1))
_KINDS_OF_ORGANISATION: Final = {one.slug: one.notification for one in STATUSES}
_SEX: Final = {"male": "男", "female": "女"}

_ORGANISATION_TITLE = Text(
    "所属機関に関する届出（案）",
    "会社や 学校の ことを 入管に 知らせる 紙（下書き）",
    "Notice on the organisation (draft)",
)
_SPOUSE_TITLE = Text(
    "配偶者に関する届出（案）", "離婚や 夫・妻の 死亡を 入管に 知らせる 紙（下書き）", "Notice on the spouse (draft)"
)
_REPORT_TITLE = Text(
    "支援業務の実施状況の届出（案）",
    "した 支援を 入管に 知らせる 紙（下書き）",
    "Report on the support that was given (draft)",
)
_ORGANISATION_LAW = "出入国管理及び難民認定法第19条の16、同法施行規則第19条の15・別表第三の三"
_REPORT_LAW = "出入国管理及び難民認定法第19条の30第2項、同法施行規則第19条の24"

_NAME = Text("氏名", "なまえ", "name")
_BORN = Text("生年月日", "生まれた 日", "date of birth")
_SEX_ITEM = Text("性別", "性別", "sex")
_NATIONALITY = Text("国籍・地域", "国", "nationality or region")
_ADDRESS = Text("住居地", "住んで いる ところ", "address")
_CARD = Text("在留カードの番号", "在留カードの 番号", "number of the residence card")
_CAUSE = Text("届出の事由", "知らせる こと", "what is notified")
_ACTIVITY = Text("新たな機関における活動の内容", "新しい ところで する こと", "activity at the new organisation")
_DATES = {
    "left.contract": Text("契約機関との契約が終了した年月日", "契約が おわった 日", "day on which the contract ended"),
    "left.activity": Text("活動機関から離脱した年月日", "やめた 日", "day on which the organisation was left"),
    "joined.contract": Text(
        "新たな契約機関との契約を締結した年月日", "新しい 契約を した 日", "day on which the new contract was made"
    ),
    "joined.activity": Text("新たな活動機関に移籍した年月日", "うつった 日", "day of the move to the new organisation"),
}  # fmt: skip
_CAUSES = {
    "left.contract": "契約機関との契約の終了", "left.activity": "活動機関からの離脱",
    "joined.contract": "新たな契約の締結", "joined.activity": "活動機関からの移籍",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One item that a text has to say; said: empty where no record tells it."""

    asked: Text
    said: str


def notice_text(
    case: Case, verdicts: Sequence[Verdict], known: int, language: Language
) -> tuple[str, tuple[str, ...]]:  # fmt: skip
    """The text of one norm's verdicts, as known at an instant (microseconds), and in Japanese which items are left blank.

    QuestionError where the norm has no such text, or it is not on record when what is to be told happened.
    """
    norm = verdicts[0].norm
    if norm not in TEXTS or any(one.norm != norm for one in verdicts):
        raise QuestionError(f"a text is of one of {', '.join(TEXTS)}")
    title, law = (
        (_REPORT_TITLE, _REPORT_LAW) if norm == _SUPPORT
        else (_SPOUSE_TITLE if norm == _MARRIAGE else _ORGANISATION_TITLE, _ORGANISATION_LAW)
    )  # fmt: skip
    blocks = [items_of(case, one, known) for one in verdicts]
    lines = [_both(title, language), law]
    for items in blocks:
        lines += ["", *(f"{_both(one.asked, language)}：{one.said or _BLANK}" for one in items)]
    blank = dict.fromkeys(one.asked.ja for items in blocks for one in items if not one.said)
    return "\n".join(lines) + "\n", tuple(blank)


def items_of(case: Case, verdict: Verdict, known: int) -> list[Item]:
    """What the text of one verdict says, in the order of the regulations."""
    if verdict.state not in HAPPENED or verdict.arose < 0:
        raise QuestionError(f"it is not on record on which day what {verdict.norm} is about happened")
    stands = [s for s in standing(case, known).statements if not s.source.startswith("person:")]
    writer = _Writer(case, sorted(stands, key=lambda s: (s.from_day, s.stated_at)), verdict)
    match verdict.norm:
        case norm if norm == _SUPPORT:
            return list(writer.support())
        case norm if norm == _MARRIAGE:
            return [*writer.marriage(), *writer.person(address=True)]
        case _:
            return [*writer.organisation(), *writer.person(address=True)]


@dataclass(frozen=True, slots=True)
class _Writer:
    """statements: what institutions say and stands, in the order of its days."""

    case: Case
    statements: Sequence[Statement]
    verdict: Verdict

    def person(self, *, address: bool) -> Iterator[Item]:
        person = self.verdict.about["person"]
        born = self.case.parties[person].born if person in self.case.parties else None
        yield Item(_NAME, self._name(person, ("Latn", "Hani", "Jpan")))
        yield Item(_BORN, "" if born is None else _day(born))
        yield Item(_SEX_ITEM, _SEX.get(str(self._told("person.particulars", "sex")), ""))
        yield Item(_NATIONALITY, "")
        if address:
            yield Item(_ADDRESS, "")
        yield Item(_CARD, str(self._told("residence.card", "number") or ""))

    def organisation(self) -> Iterator[Item]:
        """The event, its day, and which organisations: Table 3-3, of contracts or of activities as the status has it."""
        norm, about, arose = self.verdict.norm, self.verdict.about, self.verdict.arose
        school = norm in (_SCHOOL_LEFT, _SCHOOL_JOINED)
        event = "left" if norm in (_LEFT, _SCHOOL_LEFT) else "joined"
        organisation = about["school" if school else "employer"]
        status = self._told("residence.status", "status")
        of = "activity" if school else _KINDS_OF_ORGANISATION.get(str(status), "")
        causes = [f"{event}.{one}" for one in ("contract", "activity") if of in (one, "activity_or_contract", "")]
        yield Item(_CAUSE, "又は".join(_CAUSES[one] for one in causes))
        known = event == "left" or causes == ["joined.activity"]
        yield Item(_DATES[causes[0]], _day(arose) if known else "")
        if event == "joined":
            before = self._before("study.enrolment" if school else "work.contract", organisation)
            yield from self._named("従前の機関", "前の ところ", "the organisation before", before)
        of_event = ("契約が終了した（離脱した）機関", "やめた ところ", "the organisation that was left")
        new = ("新たな機関", "新しい ところ", "the new organisation")
        yield from self._named(*(of_event if event == "left" else new), organisation)
        if event == "joined" and status != "student":
            yield Item(_ACTIVITY, "")

    def marriage(self) -> Iterator[Item]:
        ended = [s for s in self._of("family.event") if s.from_day == self.verdict.arose]
        event = str(ended[-1].data.get("event", "")) if ended else ""
        yield Item(_CAUSE, {"divorce": "配偶者との離婚", "spouse_died": "配偶者との死別"}.get(event, ""))
        asked = Text("離婚又は死別の年月日", "離婚した 日、なくなった 日", "day of the divorce or of the death")
        yield Item(asked, _day(self.verdict.arose))

    def support(self) -> Iterator[Item]:
        """Of one worker: who, with which host, and what was done in the period that is reported on."""
        first, until = self._period()
        about = self.verdict.about
        yield Item(Text("対象期間", "いつの こと", "period"), f"{_day(first)}から{_day(until - 1)}まで")
        supporter = about["supporter"]
        asked = Text("登録支援機関の名称", "支援の 団体の なまえ", "name of the support organisation")
        yield Item(asked, self._name(supporter, ("Jpan", "Latn")))
        yield from self.person(address=False)
        engaged = [s for s in self._of("support.engagement") if s.about.get("supporter") == supporter]
        host = about.get("employer") or (engaged[-1].about.get("employer") if engaged else None)
        yield from self._named("特定技能所属機関", "会社", "the host", host)
        for kind, asked in (
            ("support.interview", Text("定期面談の実施日", "面談を した 日", "days of the regular interviews")),
            ("support.action", Text("その他の支援の実施日", "ほかの 支援を した 日", "days of other support")),
        ):
            done = [s.from_day for s in self._of(kind) if first <= s.from_day < until and supporter in s.about.values()]
            yield Item(asked, "、".join(map(_day, dict.fromkeys(done))))

    def _period(self) -> tuple[int, int]:
        """The quarter or year that ended the day before the obligation arose."""
        ended = date_from_day(self.verdict.arose)
        months = 12 if self.verdict.arose >= _YEARLY_SINCE else 3
        count = ended.year * 12 + ended.month - 1 - months
        return day_from_date(date(count // 12, count % 12 + 1, 1)), self.verdict.arose

    def _before(self, kind: str, organisation: str) -> str | None:
        """The organisation with which the person was last before this one."""
        role = "school" if kind == "study.enrolment" else "employer"
        found = [s for s in self._of(kind) if s.about.get(role) != organisation and s.from_day < self.verdict.arose]
        return found[-1].about.get(role) if found else None

    def _named(self, ja: str, easy: str, en: str, organisation: str | None) -> Iterator[Item]:
        name = "" if organisation is None else self._name(organisation, ("Jpan", "Latn"))
        yield Item(Text(f"{ja}の名称", f"{easy}の なまえ", f"name of {en}"), name)
        yield Item(Text(f"{ja}の所在地", f"{easy}の ばしょ", f"address of {en}"), "")

    def _name(self, id_: str, scripts: Sequence[str]) -> str:
        party = self.case.parties.get(id_)
        names = {} if party is None else {name.script: name.text for name in party.names}
        return next((names[script] for script in scripts if script in names), "")

    def _of(self, kind: str) -> list[Statement]:
        person = self.verdict.about["person"]
        return [s for s in self.statements if s.kind == kind and s.about.get("person") == person]

    def _told(self, kind: str, field: str) -> object:
        """What the latest statement of a kind that had begun says."""
        found = [s for s in self._of(kind) if s.from_day <= max(self.verdict.arose, 0) and field in s.data]
        return found[-1].data[field] if found else None


def _both(text: Text, language: Language) -> str:
    said = text.said_in(language)
    return text.ja if language == "ja" or said == text.ja else f"{text.ja}（{said}）"


def _day(day: int) -> str:
    found = date_from_day(day)
    return f"{found.year}年{found.month}月{found.day}日"
