"""A host's regular report on its specified skilled workers: Immigration Act art. 19-18 (2), Regulations art. 19-18.

About the host it asks for numbers and means over all of its workers, which no records of single workers give, and for papers
that go with it: these stay blank. About each worker it says in which part of the period the contract was in force within the
status, what each month was paid by the host's own word, and on which days support was given, unless all support was delegated.
A quarter that was to be reported on until May 2025 has the items of the wording of then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from kyosei.cases.filling import BLANK, Filling, Item, day_said
from kyosei.facts.statements import Statement
from kyosei.terms.text import Text
from kyosei.timelines.days import NEVER, date_from_day, day_from_date

__all__ = ["HOST_REPORT", "HOST_REPORT_LAW", "HOST_REPORT_TITLE", "HostReporting"]

HOST_REPORT: Final = "jp.immigration.host-report"
_STATUS: Final = "specified-skilled-worker"
HOST_REPORT_LAW: Final = "出入国管理及び難民認定法第19条の18第2項、同法施行規則第19条の18"
HOST_REPORT_TITLE: Final = Text(
    "特定技能所属機関による定期の届出（案）",
    "特定技能の 人の ことを 会社が 入管に 知らせる 紙（下書き）",
    "The host's regular report on its specified skilled workers (draft)",
)
_TOTAL = Text(
    "対象期間内に受け入れていた特定技能外国人の総数", "その 期間に いた 特定技能の 人の 数",
    "how many specified skilled workers there were in the period",
)  # fmt: skip
_MEANS = (
    Text(
        "一人当たりの平均した一月当たりの労働日数", "ひとりが １か月に はたらいた 日の 数（平均）",
        "mean days of work a month and worker",
    ),
    Text("一人当たりの平均した一月当たりの報酬", "ひとりの １か月の お金（平均）", "mean pay a month and worker"),
    Text("その他の受入れの状況", "そのほかの こと", "anything else about taking them on"),
)  # fmt: skip
_STANDARDS = Text(
    "労働、社会保険及び租税に関する法令の遵守その他の基準に適合していることに関する事項",
    "労働・保険・税金の きまりを まもって いる こと、そのほかの きまり",
    "that labour, insurance and tax law and the other standards are kept",
)
_PAPERS = Text("併せて提出する資料", "いっしょに 出す 紙", "papers that go with it")
_REPRESENTATIVE = Text("代表者の氏名", "会社を 代表する 人の なまえ", "name of the representative")
_OF_A_QUARTER = (
    Text(
        "従業員の数、新規雇用者数、離職者数、行方不明者数（日本人・外国人の別）",
        "はたらく 人・入った 人・やめた 人・いなく なった 人の 数（日本人と 外国人）",
        "numbers of staff, hired, left and missing, of Japanese and foreign nationals",
    ),
    Text(
        "健康保険、厚生年金保険、雇用保険及び労働者災害補償保険の適用の状況", "保険に 入って いるか",
        "how health, pension, employment and accident insurance apply",
    ),
    Text("安全衛生に関する状況", "安全と 健康の こと", "safety and health"),
    Text("受入れに要した費用の額及びその内訳", "かかった お金", "what taking them on cost, and for what"),
)  # fmt: skip
_ACTIVE = Text("活動を行った期間", "はたらいて いた 期間", "period of the activity")
_DAYS = Text("活動を行った日数", "はたらいた 日の 数", "days of the activity")
_PLACE = Text("活動の場所", "はたらいた ばしょ", "place of the activity")
_WORK = Text("従事した業務の内容", "した しごと", "what the work was")
_SENT_TO = Text("派遣先の名称", "派遣で はたらいた ところの なまえ", "name of where the worker was dispatched to")
_PAID = Text("活動に対する報酬", "はらった お金", "pay for the activity")
_PEERS_PAID = Text(
    "比較対象者とした従業員に対する報酬の支払状況",
    "くらべた 人に はらった お金",
    "what those it is compared with were paid",
)

Span = tuple[int, int]


class HostReporting(Filling):
    """What a host reports, filled from what is on record about one of its workers."""

    def host(self) -> Iterator[Item]:
        """What is asked once, about the host and all of its workers."""
        employer = self.verdict.about["employer"]
        yield from self.period()
        yield from self.named("特定技能所属機関", "会社", "the host", employer)
        profiles = [s for s in self.statements if s.kind == "employer.profile" and s.about.get("employer") == employer]
        forms = [s.data["legal_form"] for s in profiles if "legal_form" in s.data]
        if forms[-1:] != ["sole_proprietor"]:
            yield Item(_REPRESENTATIVE, "")
        asked = (*_MEANS, _STANDARDS, _PAPERS) if self.is_yearly else _OF_A_QUARTER
        for one in (_TOTAL, *asked):
            yield Item(one, "")

    def worker(self) -> Iterator[Item]:
        """What is asked about the worker."""
        yield from self.person(address=not self.is_yearly)
        active = self._active()
        if self.is_yearly:
            yield Item(_ACTIVE, "、".join(map(self._span_said, active)))
            yield Item(_PLACE, "")
        else:
            for asked in (_DAYS, _PLACE, _WORK):
                yield Item(asked, "")
            yield from self._sent_to()
        yield Item(_PAID, self._paid(active))
        if not self.is_yearly:
            yield Item(_PEERS_PAID, "")
        if self._supports():
            yield from self.support_days(self.verdict.about["employer"])

    def _active(self) -> list[Span]:
        """The parts of the period in which there was a contract with the host within the status."""
        ended = [s.from_day for s in self._with_host("work.termination")]
        contracts = []
        for one in self._with_host("work.contract"):
            last = min((day + 1 for day in ended if day >= one.from_day), default=one.until_day)
            contracts.append((one.from_day, min(one.until_day, last)))
        stays = self.of("residence.status")
        after = [one.from_day for one in stays[1:]] + [NEVER]
        skilled = [
            (one.from_day, max(until, one.from_day))
            for one, until in zip(stays, after, strict=False)
            if one.data.get("status") == _STATUS
        ]
        return _common(_common(_joined(contracts), _joined(skilled)), [self.reported_on])

    def _span_said(self, span: Span) -> str:
        """A part of the period. Past the last day of the last status nobody has told whether it goes on, so its end is blank."""
        stays = self.of("residence.status")
        told_until = stays[-1].until_day if stays and stays[-1].data.get("status") == _STATUS else NEVER
        first, until = span
        begins = day_said(first) if first < told_until else BLANK
        return f"{begins}から{day_said(until - 1) if until <= told_until else BLANK}まで"

    def _paid(self, active: Iterable[Span]) -> str:
        """What each month of the activity was paid; blank where no single record of the whole month says so."""
        months = sorted({month for span in active for month in _months(*span)})
        told: dict[Span, set[object]] = {}
        for one in self._with_host("work.pay"):
            if "gross_yen" in one.data and one.source == self.verdict.about["employer"]:
                told.setdefault((one.from_day, one.until_day), set()).add(one.data["gross_yen"])
        said = []
        for month in months:
            amounts = told.get(month, set())
            begins = date_from_day(month[0])
            paid = f"{next(iter(amounts)):,}円" if len(amounts) == 1 else BLANK
            said.append(f"{begins.year}年{begins.month}月 {paid}")
        return "、".join(said) if any(BLANK not in one for one in said) else ""

    def _sent_to(self) -> Iterator[Item]:
        """Where the worker was dispatched to; asked of those alone who were."""
        contracts = _within(self._with_host("work.contract"), *self.reported_on)
        sent = [str(s.data["dispatched_to"]) for s in contracts if "dispatched_to" in s.data]
        if sent or any(s.data.get("employment_type") == "dispatched" for s in contracts):
            yield Item(_SENT_TO, "、".join(dict.fromkeys(self.name(one, ("Jpan", "Latn")) for one in sent)))

    def _supports(self) -> bool:
        """Whether the host reports on the support: not of whom the second sort of the status, nor where all was delegated."""
        sorts = {s.data.get("subclass") for s in _within(self.of("residence.status"), *self.reported_on)}
        if sorts == {"ssw-2"}:
            return False
        delegated = [
            (s.from_day, s.until_day) for s in self._with_host("support.engagement") if s.data.get("delegated") == "all"
        ]
        covered = _common(_joined(delegated), self._active())
        return not covered or covered != self._active()

    def _with_host(self, kind: str) -> list[Statement]:
        return [s for s in self.of(kind) if s.about.get("employer") == self.verdict.about["employer"]]


def _within(statements: Iterable[Statement], first: int, until: int) -> list[Statement]:
    return [s for s in statements if s.from_day < until and s.until_day > first]


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same days in as few spans as can be."""
    found: list[Span] = []
    for first, until in sorted(spans):
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], max(until, found[-1][1])
        elif first < until:
            found.append((first, until))
    return found


def _common(left: Iterable[Span], right: Iterable[Span]) -> list[Span]:
    """The days that are in both."""
    both = ((max(a, c), min(b, d)) for a, b in left for c, d in right)
    return sorted(span for span in both if span[0] < span[1])


def _months(first: int, until: int) -> Iterator[Span]:
    """The months of which days lie in a span."""
    begins, last = date_from_day(first), date_from_day(until - 1)
    for count in range(begins.year * 12 + begins.month - 1, last.year * 12 + last.month):
        days = [day_from_date(date(n // 12, n % 12 + 1, 1)) for n in (count, count + 1)]
        yield days[0], days[1]
