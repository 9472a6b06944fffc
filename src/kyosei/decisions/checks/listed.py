"""The checks, listed by hand, each with what it asks in three languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kyosei.decisions.checks import bounds, factors, moments, reasons
from kyosei.decisions.checks.examining import Answer, Examining
from kyosei.decisions.dossier import Checked, Proven
from kyosei.terms.text import Text

__all__ = ["CHECKS", "Check", "checked", "stops_sealing"]


@dataclass(frozen=True, slots=True)
class Check:
    """A check by its id; `asks`: what it asks of the process."""

    id: str
    asks: Text
    look: Callable[[Examining], Answer]


CHECKS: Final[tuple[Check, ...]] = (
    Check(
        "sealed-before-notice",
        Text("通知より前に封印", "知らせる 前に 封を する", "sealed before the person is told"),
        moments.sealed_before_notice,
    ),
    Check(
        "delegation-valid",
        Text("処分権限の委任が有効", "きめる 人に その 力が ある", "whoever decides may do so on the day"),
        moments.delegation_valid,
    ),
    Check(
        "reasons-supported",
        Text("全ての理由に根拠", "りゆうの 文 ぜんぶに もとが ある", "every reason rests on something in the dossier"),
        reasons.reasons_supported,
    ),
    Check(
        "mandatory-factors-considered",
        Text(
            "考慮すべき事項を全て考慮",
            "考える ことを ぜんぶ 考えた",
            "every mandatory factor was considered, on evidence",
        ),
        factors.mandatory_factors_considered,
    ),
    Check(
        "no-prohibited-factor",
        Text(
            "考慮してはならない事項に重みなし",
            "考えては いけない ことを 使って いない",
            "no prohibited factor has weight",
        ),
        factors.no_prohibited_factor,
    ),
    Check(
        "discretion-within-bounds",
        Text(
            "裁量を認識し、その範囲内", "きめて よい はんいの 中", "discretion is recognised and kept within its bounds"
        ),
        bounds.discretion_within_bounds,
    ),
    Check(
        "lesser-measure-examined",
        Text("より軽い措置を検討", "もっと やさしい 方法を 考えた", "before a refusal a lesser measure was examined"),
        bounds.lesser_measure_examined,
    ),
    Check(
        "nothing-adverse-on-open-parts",
        Text(
            "不利益な結果が未確定・争いのある事実に基づかない",
            "わからない ことや、ちがうと 言われて いる ことで、ことわらない",
            "no refusal rests on what is open or disputed",
        ),
        bounds.nothing_adverse_on_open_parts,
    ),
    Check(
        "facts-known",
        Text("用いた事実は当時把握", "その ときに わかって いた こと だけ", "the facts were known at the time"),
        moments.facts_known,
    ),
    Check(
        "submissions-answered",
        Text("全ての主張に応答", "言われた ことに ぜんぶ 答えた", "every submission is answered"),
        reasons.submissions_answered,
    ),
    Check(
        "others-conduct-attributed",
        Text(
            "他者の義務違反を本人の責めとしない",
            "ほかの 人が しなかった ことを、本人の せいに しない",
            "what somebody else left undone is named as theirs, and not held against the person",
        ),
        factors.others_conduct_attributed,
    ),
    Check(
        "departures-reasoned",
        Text("同種事案との相違に理由", "にた ときと ちがう りゆうが ある", "a departure from like cases is reasoned"),
        reasons.departures_reasoned,
    ),
    Check(
        "decisive-factors-consistent",
        Text(
            "決定的な事情の説明が一貫",
            "いちばん 大切な わけが 合って いる",
            "what decides is consistent with what would be without it",
        ),
        factors.decisive_factors_consistent,
    ),
    Check(
        "no-boilerplate",
        Text(
            "理由が定型文でない",
            "りゆうが ほかの 人の 文と 同じで ない",
            "the reasons are not those of a case with other facts",
        ),
        reasons.no_boilerplate,
    ),
    Check(
        "notice-understood",
        Text(
            "理解できる言語と正しい救済の教示",
            "わかる ことばで 知らせ、次に できる ことも 書く",
            "notice in an understood language, with the right remedy",
        ),
        bounds.notice_understood,
    ),
    Check(
        "tools-on-record",
        Text(
            "ツールの表示と自らの言葉を記録",
            "ソフトが 見せた ことと 自分の ことばが ある",
            "what tools showed is on record, with own words on it",
        ),
        moments.tools_on_record,
    ),
    Check(
        "family-considered",
        Text("家族と子を考慮", "家族と 子どもの ことを 考えた", "family and children are considered"),
        bounds.family_considered,
    ),
    Check(
        "same-for-everybody",
        Text(
            "国籍・性別・氏名を替えても同じ",
            "国や 男女や 名前が ちがっても 同じ",
            "the same with another nationality, sex and name",
        ),
        bounds.same_for_everybody,
    ),
    Check(
        "period-reasoned",
        Text("在留期間の長さに理由", "在留期間の 長さの りゆうが ある", "the length of the period is reasoned"),
        reasons.period_reasoned,
    ),
)


def checked(examining: Examining) -> tuple[Checked, ...]:
    """What every check comes to, in the order of the list."""
    return tuple(Checked(one.id, *one.look(examining)) for one in CHECKS)


def stops_sealing(found: tuple[Checked, ...], *, adverse: bool) -> tuple[Checked, ...]:
    """Those for which a dossier is not sealed: of a refusal all that do not pass; of a permission none, they go on record.

    A flaw of the office's process keeps nobody waiting for what is granted.
    """
    return tuple(one for one in found if adverse and one.came_to is not Proven.PASS)
