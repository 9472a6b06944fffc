"""The questions of a norm in words, and numbers in their units, in Japanese, easy Japanese and English."""

from __future__ import annotations

from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.kinds import Kind
from kyosei.facts.vocabulary import kind_named
from kyosei.terms.expressions import Node
from kyosei.terms.questions import Form, Question, Test, TestKind
from kyosei.terms.text import Text
from kyosei.timelines.days import NEVER, date_from_day
from kyosei.timelines.program import INFINITY, Op
from kyosei.verdicts.choice_prose import chosen_from, word_said

__all__ = ["SIXTIETHS", "amount", "kind_of", "question_text", "unit_of"]

SIXTIETHS = "sixtieths of a yen"
"""The unit of yen an hour times minutes."""


def kind_of(question: Question) -> type[Kind]:
    """The kind that a question asks for."""
    return EmploymentRelation if question.kind == EmploymentRelation.facts.name else kind_named(question.kind)


def question_text(question: Question) -> Text:
    """What a leaf asks, in words."""
    if question.form is Form.BORN:
        return Text("生年月日", "生まれた 日", "day of birth")
    kind = kind_of(question)
    ja = easy = kind.facts.title_ja
    en = kind.facts.title_en
    if question.tests:
        tests = [_test(kind, test) for test in question.tests]
        ja = f"{ja}（{'、'.join(test.ja for test in tests)}）"
        easy = f"{easy}（{'、'.join(test.easy for test in tests)}）"
        en = f"{en} ({', '.join(test.en for test in tests)})"
    if question.value is not None and question.form in (
        Form.NUMBER,
        Form.CHOICE,
        Form.QUANTITY,
        Form.QUANTITY_OF_OTHERS,
    ):
        name, _, item = question.value.partition(":")
        field = kind.fields[name]
        if not item:
            if field.title_ja == ja:
                return Text(ja, easy, en)
            return Text(f"{ja}の{field.title_ja}", f"{easy}の {field.title_ja}", f"{field.title_en} ({en})")
        word = word_said(f"{question.kind}.{name}", item)
        return Text(
            f"{ja}の{field.title_ja}（{word.ja}）",
            f"{easy}の {field.title_ja}（{word.easy}）",
            f"{field.title_en} for {word.en} ({en})",
        )
    form = question.form
    if form is Form.PAID:
        return Text(f"{ja}の納付", f"{easy}を はらいました", f"{en}: paid")
    if form is Form.STARTS:
        return Text(f"{ja}の開始", f"{easy}が はじまります", f"{en}: begins")
    if form is Form.COVERED:
        return Text(
            f"{ja}の記録がすべてそろっている",
            f"{easy}の 記録が ぜんぶ あります",
            f"{en}: all that there is has been told",
        )
    if form is Form.ENDS_ON:
        return Text(f"{ja}の満了日", f"{easy}の さいごの 日", f"{en}: last day")
    return Text(f"{ja}の記録", f"{easy}の 記録", f"{en} on record")


def _test(kind: type[Kind], test: Test) -> Text:
    name, _, item = test.field.partition(":")
    field = kind.fields[name]
    ja = easy = field.title_ja
    en = field.title_en
    if item:
        word = word_said(f"{kind.facts.name}.{name}", item)
        ja, easy, en = f"{ja}（{word.ja}）", f"{easy}（{word.easy}）", f"{en} for {word.en}"
    if test.kind in (TestKind.AMONG, TestKind.HAS_ANY):
        options: tuple[str, ...] = getattr(field, "options", None) or getattr(field, "known", None) or ("false", "true")
        if options == ("false", "true"):
            said = test.operand == 4 and test.wanted
            return Text(ja, easy, en) if said else Text(f"{ja}でない", f"{easy}では ない", f"not {en}")
        chosen = [option for place, option in enumerate(options) if test.operand >> (place + 1) & 1]
        sign = "＝" if test.wanted else "≠"
        shown = chosen_from(f"{kind.facts.name}.{name}", chosen)
        is_so = "is" if test.wanted else "is not"
        return Text(f"{ja}{sign}{shown.ja}", f"{easy}{sign}{shown.easy}", f"{en} {is_so} {shown.en}")
    if test.kind is TestKind.IS_PARTY:
        return Text(f"{ja}が一致", f"{easy}が おなじ", f"{en} is that party")
    sign = "≥" if (test.kind is TestKind.AT_LEAST) == test.wanted else "≤"
    amount_ja, amount_en = amount(test.operand, test.operand, field.unit)
    return Text(f"{ja}{sign}{amount_ja}", f"{easy}{sign}{amount_ja}", f"{en} {sign} {amount_en}")


def unit_of(node: Node) -> str:
    """The unit of a number's node, from the fields below it; empty if nothing below has one."""
    if node.question is not None:
        if node.question.form in (Form.BORN, Form.ENDS_ON):
            return "day"
        if node.question.value is not None and node.question.form is not Form.CHOICE:
            return kind_of(node.question).fields[node.question.value.split(":")[0]].unit
        return ""
    if node.op is Op.AGE:
        return "years"
    if node.op is Op.LOOKUP:
        return "yen per hour"
    if node.op is Op.MULTIPLY:
        return SIXTIETHS
    if node.op in (Op.COUNT, Op.COUNT_WITHIN, Op.RUNNING_COUNT):
        return "count"
    if node.op is Op.DAYS_WITHIN:
        return "days"
    return next((unit for unit in map(unit_of, node.arguments) if unit), "")


def amount(low: int, high: int, unit: str) -> tuple[str, str]:
    """Bounds as (Japanese, English) words."""
    if low == high:
        return _single(low, unit)
    if low <= 0 and high >= INFINITY:
        return "不明", "not known"
    ja_low, en_low = _single(low, unit)
    if high >= INFINITY:
        return f"{ja_low}以上", f"at least {en_low}"
    ja_high, en_high = _single(high, unit)
    return f"{ja_low}～{ja_high}", f"between {en_low} and {en_high}"


def _single(value: int, unit: str) -> tuple[str, str]:
    if unit == "yen":
        return f"{value:,}円", f"¥{value:,}"
    if unit == "yen per hour":
        return f"1時間{value:,}円", f"¥{value:,} an hour"
    if unit == SIXTIETHS:
        return f"{value / 60:,.0f}円", f"¥{value / 60:,.0f}"
    if unit == "hours":
        whole, rest = divmod(value, 60)
        return (f"{whole}時間" + (f"{rest}分" if rest else "")), (f"{whole} h" + (f" {rest} min" if rest else ""))
    if unit == "day":
        if value >= NEVER or value < 0:
            return "期限なし", "no end"
        return date_from_day(value).isoformat(), date_from_day(value).isoformat()
    if unit == "years":
        return f"{value}歳", f"{value} years"
    if unit == "year":
        return f"{value}年", f"{value}"
    if unit == "percent":
        return f"{_hundredths(value)}%", f"{_hundredths(value)}%"
    if unit == "square metres":
        return f"{_hundredths(value)}m²", f"{_hundredths(value)} m²"
    if unit == "days":
        return f"{value}日", f"{value} day{'' if value == 1 else 's'}"
    return f"{value:,}", f"{value:,}"


def _hundredths(value: int) -> str:
    """A number kept in hundredths, without zeros at its end."""
    return f"{value // 100:,}" + (f".{value % 100:02}".rstrip("0") if value % 100 else "")
