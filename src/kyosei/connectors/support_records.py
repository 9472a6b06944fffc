"""What was done to support a specified skilled worker: supports given (支援の実施) and regular interviews (定期的な面談).

The word is that of whoever keeps the record: the registered support organisation where the row names one, else the
host that supports its worker itself. Both are holders of these kinds.
"""

from __future__ import annotations

from collections.abc import Iterator

from kyosei.connectors.connector import Line
from kyosei.connectors.lines import event_line
from kyosei.connectors.table.columns import (
    MADE_ON,
    PERSON,
    must_be_past,
    number,
    organisation_named,
    person_named,
    stated_at,
)
from kyosei.connectors.table.layout import Column, Layout, Row
from kyosei.connectors.table.reading import Table
from kyosei.connectors.table.values import Choice, Code, Day, Words

__all__ = ["SUPPORT_ACTIONS", "SUPPORT_INTERVIEWS"]

ACTIONS = "support-actions"
INTERVIEWS = "support-interviews"
# The ten mandatory supports, in the order of the Ordinance on the standards of specified skilled work (art. 3).
KINDS_OF_SUPPORT = {
    "事前ガイダンス": "prior_guidance", "出入国時の送迎": "pick_up_and_drop_off",
    "住居確保・生活に必要な契約支援": "housing_and_contracts", "生活オリエンテーション": "life_orientation",
    "公的手続等への同行": "accompaniment", "日本語学習の機会の提供": "japanese_learning",
    "相談・苦情への対応": "consultation", "日本人との交流促進": "exchange", "転職支援": "job_change_support",
    "定期的な面談・行政機関への通報": "interviews_and_reporting",
}  # fmt: skip
LANGUAGES = {
    "日本語": "ja", "やさしい日本語": "ja-easy", "英語": "en", "ベトナム語": "vi", "中国語": "zh", "中国語（簡体字）": "zh-hans",
    "中国語（繁体字）": "zh-hant", "韓国語": "ko", "フィリピノ語": "tl", "ポルトガル語": "pt", "スペイン語": "es",
    "インドネシア語": "id", "ネパール語": "ne", "ミャンマー語": "my", "タイ語": "th", "クメール語": "km", "モンゴル語": "mn",
    "ベンガル語": "bn", "シンハラ語": "si", "ウズベク語": "uz", "ラオス語": "lo", "ヒンディー語": "hi", "ウルドゥー語": "ur",
}  # fmt: skip

SUPPORTER = Column(
    "登録番号", Code("[0-9]{2}登-[0-9]{6}", "a number such as 19登-000123", "19登-000123 の形"),
    "the support organisation's registration; empty where the host supports the worker itself",
)  # fmt: skip
SUPPORTER_NAME = Column("登録支援機関名", Words(), "the support organisation's name")
HOST = number("所属機関番号", "the record's number of the host")
HOST_NAME = Column("所属機関名", Words(), "the host's name", needed=True)
WORKER = number("対象者番号", "the record's number of the worker")
DONE_ON = Column("実施年月日", Day(), "the day on which it was done", needed=True)
ACTION = Column("支援の種類", Choice(KINDS_OF_SUPPORT), "which of the mandatory supports", needed=True)
LANGUAGE = Column("使用言語", Choice(LANGUAGES), "the language used")
WITH = Column("面談の相手", Choice({"本人": "worker", "監督者": "supervisor"}), "with whom", needed=True)
WHO = (MADE_ON, SUPPORTER, SUPPORTER_NAME, HOST, HOST_NAME, WORKER, *PERSON, DONE_ON)


def record_lines(connector: str, kind: str, fields: dict[str, object], row: Row) -> Iterator[Line]:
    """Host, support organisation and worker, and what was done."""
    supporter, name = row.get(SUPPORTER), row.get(SUPPORTER_NAME)
    if (supporter is None) is not (name is None):
        raise row.refusal(SUPPORTER_NAME, "and 登録番号 belong together; fill in both or neither")
    keeper = f"host-{row.must(HOST)}" if supporter is None else supporter.replace("登", "")
    host = f"org:support-{keeper}" if supporter is None else f"org:support-{keeper}.host-{row.must(HOST)}"
    about = {"person": f"person:support-{keeper}.{row.must(WORKER)}", "employer": host}
    yield organisation_named(about["employer"], ["employer", "host"], row.must(HOST_NAME))
    source = about["employer"]
    if supporter is not None and name is not None:
        source = about["supporter"] = f"org:support-{keeper}"
        yield organisation_named(source, ["supporter"], name)
    yield person_named(row, about["person"])
    must_be_past(row, DONE_ON)
    yield event_line(connector, kind, source, about, row.must(DONE_ON), fields, stated_at(row))


def action_lines(row: Row) -> Iterator[Line]:
    """A support given."""
    fields: dict[str, object] = {"action": row.must(ACTION)}
    language = row.get(LANGUAGE)
    if language is not None:
        fields["language"] = language
    return record_lines(ACTIONS, "support.action", fields, row)


def interview_lines(row: Row) -> Iterator[Line]:
    """An interview held."""
    return record_lines(INTERVIEWS, "support.interview", {"with": row.must(WITH)}, row)


SUPPORT_ACTIONS = Table(
    name=ACTIONS,
    title_ja="登録支援機関・所属機関 支援の実施記録（CSV）",
    title_en="Support organisation or host, supports given (CSV)",
    spoken_by="the registered support organisation, or the host where none is named; both settle what they record",
    layout=Layout((*WHO, ACTION, LANGUAGE)),
    lines_of=action_lines,
)
SUPPORT_INTERVIEWS = Table(
    name=INTERVIEWS,
    title_ja="登録支援機関・所属機関 定期的な面談の記録（CSV）",
    title_en="Support organisation or host, regular interviews (CSV)",
    spoken_by="the registered support organisation, or the host where none is named; both settle what they record",
    layout=Layout((*WHO, WITH)),
    lines_of=interview_lines,
)
