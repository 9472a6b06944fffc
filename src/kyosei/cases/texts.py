"""Notices as the regulations ask for them, in the words of their tables, filled as far as records tell; the rest is left blank.

The persons' notices on the organisation and on the spouse: Immigration Act art. 19-16, Regulations art. 19-15 and Table 3-3. The
support organisation's report: Act art. 19-30 (2), Regulations art. 19-24; the host's is in `host_report`. Each item stands in
Japanese, as the office reads it, and beside it in the language of whoever fills it in. What is asked about a contract's beginning
is left blank where only the first day of the work is known, and the name of a country where only its code is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final

from kyosei.cases.filling import BLANK, HAPPENED, Filling, Item, day_said
from kyosei.cases.host_report import HOST_REPORT, HOST_REPORT_LAW, HOST_REPORT_TITLE, HostReporting
from kyosei.errors import QuestionError
from kyosei.facts.statements import Case
from kyosei.law.jp.tables.statuses import STATUSES
from kyosei.terms.text import Language, Text
from kyosei.verdicts.verdict import Verdict

__all__ = ["HAPPENED", "TEXTS", "Item", "items_of", "notice_text"]

_LEFT, _JOINED = "jp.immigration.notify-organisation-left", "jp.immigration.notify-organisation-joined"
_SCHOOL_LEFT, _SCHOOL_JOINED = "jp.immigration.notify-school-left", "jp.immigration.notify-school-joined"
_MARRIAGE, _SUPPORT = "jp.immigration.notify-marriage-ended", "jp.ssw.supporter-report"
TEXTS: Final = (_LEFT, _JOINED, _SCHOOL_LEFT, _SCHOOL_JOINED, _MARRIAGE, _SUPPORT, HOST_REPORT)
"""The duties whose filing is a text."""

_KINDS_OF_ORGANISATION: Final = {one.slug: one.notification for one in STATUSES}

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

_HEADS: Final = {
    _MARRIAGE: (_SPOUSE_TITLE, _ORGANISATION_LAW),
    _SUPPORT: (_REPORT_TITLE, _REPORT_LAW),
    HOST_REPORT: (HOST_REPORT_TITLE, HOST_REPORT_LAW),
}

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


def notice_text(
    case: Case, verdicts: Sequence[Verdict], known: int, language: Language
) -> tuple[str, tuple[str, ...]]:  # fmt: skip
    """The text of one norm's verdicts, as known at an instant (microseconds), and in Japanese which items are left blank.

    QuestionError where the norm has no such text, or it is not on record when what is to be told happened.
    """
    norm = verdicts[0].norm
    if norm not in TEXTS or any(one.norm != norm for one in verdicts):
        raise QuestionError(f"a text is of one of {', '.join(TEXTS)}")
    title, law = _HEADS.get(norm, (_ORGANISATION_TITLE, _ORGANISATION_LAW))
    blocks = list(
        _of_host(case, verdicts, known) if norm == HOST_REPORT else (items_of(case, one, known) for one in verdicts)
    )
    lines = [_both(title, language), law]
    for items in blocks:
        lines += ["", *(f"{_both(one.asked, language)}：{one.said or BLANK}" for one in items)]
    blank = dict.fromkeys(one.asked.ja for items in blocks for one in items if one.is_blank)
    return "\n".join(lines) + "\n", tuple(blank)


def _of_host(case: Case, verdicts: Sequence[Verdict], known: int) -> Iterator[list[Item]]:
    """What the reports of hosts say: of each host and period once, and then of each worker on record."""
    fillings = [HostReporting.of_verdict(case, one, known) for one in verdicts]
    about = {(one.verdict.about["employer"], one.verdict.arose): one for one in reversed(fillings)}
    for (host, arose), first in sorted(about.items(), key=itemgetter(0)):
        yield list(first.host())
        for one in fillings:
            if (one.verdict.about["employer"], one.verdict.arose) == (host, arose):
                yield list(one.worker())


def items_of(case: Case, verdict: Verdict, known: int) -> list[Item]:
    """What the text of one verdict says, in the order of the regulations."""
    if verdict.norm == HOST_REPORT:
        filling = HostReporting.of_verdict(case, verdict, known)
        return [*filling.host(), *filling.worker()]
    writer = _Writer.of_verdict(case, verdict, known)
    match verdict.norm:
        case norm if norm == _SUPPORT:
            return list(writer.support())
        case norm if norm == _MARRIAGE:
            return [*writer.marriage(), *writer.person(address=True)]
        case _:
            return [*writer.organisation(), *writer.person(address=True)]


class _Writer(Filling):
    """One of the persons' notices, or a support organisation's report."""

    def organisation(self) -> Iterator[Item]:
        """The event, its day, and which organisations: Table 3-3, of contracts or of activities as the status has it."""
        norm, about, arose = self.verdict.norm, self.verdict.about, self.verdict.arose
        school = norm in (_SCHOOL_LEFT, _SCHOOL_JOINED)
        event = "left" if norm in (_LEFT, _SCHOOL_LEFT) else "joined"
        organisation = about["school" if school else "employer"]
        status = self.told("residence.status", "status")
        of = "activity" if school else _KINDS_OF_ORGANISATION.get(str(status), "")
        causes = [f"{event}.{one}" for one in ("contract", "activity") if of in (one, "activity_or_contract", "")]
        yield Item(_CAUSE, "又は".join(_CAUSES[one] for one in causes))
        known = event == "left" or causes == ["joined.activity"]
        yield Item(_DATES[causes[0]], day_said(arose) if known else "")
        if event == "joined":
            before = self._before("study.enrolment" if school else "work.contract", organisation)
            yield from self.named("従前の機関", "前の ところ", "the organisation before", before)
        of_event = ("契約が終了した（離脱した）機関", "やめた ところ", "the organisation that was left")
        new = ("新たな機関", "新しい ところ", "the new organisation")
        yield from self.named(*(of_event if event == "left" else new), organisation)
        if event == "joined" and status != "student":
            yield Item(_ACTIVITY, "")

    def marriage(self) -> Iterator[Item]:
        ended = [s for s in self.of("family.event") if s.from_day == self.verdict.arose]
        event = str(ended[-1].data.get("event", "")) if ended else ""
        yield Item(_CAUSE, {"divorce": "配偶者との離婚", "spouse_died": "配偶者との死別"}.get(event, ""))
        asked = Text("離婚又は死別の年月日", "離婚した 日、なくなった 日", "day of the divorce or of the death")
        yield Item(asked, day_said(self.verdict.arose))

    def support(self) -> Iterator[Item]:
        """Of one worker: who, with which host, and what was done in the period that is reported on."""
        about = self.verdict.about
        yield from self.period()
        supporter = about["supporter"]
        asked = Text("登録支援機関の名称", "支援の 団体の なまえ", "name of the support organisation")
        yield Item(asked, self.name(supporter, ("Jpan", "Latn")))
        yield from self.person(address=False)
        engaged = [s for s in self.of("support.engagement") if s.about.get("supporter") == supporter]
        host = about.get("employer") or (engaged[-1].about.get("employer") if engaged else None)
        yield from self.named("特定技能所属機関", "会社", "the host", host)
        yield from self.support_days(supporter)

    def _before(self, kind: str, organisation: str) -> str | None:
        """The organisation with which the person was last before this one."""
        role = "school" if kind == "study.enrolment" else "employer"
        found = [s for s in self.of(kind) if s.about.get(role) != organisation and s.from_day < self.verdict.arose]
        return found[-1].about.get(role) if found else None


def _both(text: Text, language: Language) -> str:
    said = text.said_in(language)
    return text.ja if language == "ja" or said == text.ja else f"{text.ja}（{said}）"
