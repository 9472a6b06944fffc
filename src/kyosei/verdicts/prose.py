"""Expression trees in words: what a node says, in Japanese, easy Japanese and English, with its numbers in their units."""

from __future__ import annotations

from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.kinds import Kind
from kyosei.facts.vocabulary import kind_named
from kyosei.terms.expressions import Node
from kyosei.terms.questions import Form, Question, Test, TestKind
from kyosei.terms.text import Text
from kyosei.timelines.days import NEVER, date_from_day
from kyosei.timelines.program import INFINITY, Op

__all__ = ["amount", "kind_of", "operator_text", "question_text", "unit_of"]

_OPERATORS = {
    Op.NOT: Text("次のことはない", "つぎの ことは ありません", "not so"),
    Op.AND: Text("次のすべて", "つぎの ぜんぶ", "all of"),
    Op.OR: Text("次のいずれか", "つぎの どれか", "any of"),
    Op.BEGINS: Text("始まった", "はじまりました", "has begun"),
    Op.ENDS: Text("終わった", "おわりました", "has ended"),
    Op.EVER: Text("期間内に一度でもあった", "その あいだに ありました", "was so at some time in the period"),
    Op.THROUGHOUT: Text("期間を通じて続いた", "その あいだ ずっと つづきました", "was so all along the period"),
    Op.CONTINUOUSLY: Text("引き続いていた", "ずっと つづいています", "has gone on without a break"),
    Op.EACH_MONTH: Text("毎月あった", "毎月 ありました", "was so every month"),
    Op.SHIFT_DAYS: Text("先立つ日に", "まえの 日に", "on an earlier day"),
    Op.SHIFT_MONTHS: Text("先立つ月に", "まえの 月に", "in an earlier month"),
    Op.SINCE: Text("その後あった", "その あとに ありました", "has been so since"),
    Op.ANY_OF: Text("そのうち一つでも", "どれか ひとつでも", "for at least one of them"),
    Op.EVERY: Text("そのすべてについて", "ぜんぶに ついて", "for every one of them"),
    Op.COUNT: Text("その数", "いくつ あるか", "how many of them"),
    Op.TOTAL: Text("その合計", "ぜんぶで いくら", "their total"),
    Op.DOUBT: Text("まだ判断が要る", "まだ 決まって いません", "still to be judged"),
    Op.EXCUSED: Text("他の者の義務違反による場合を考慮", "ほかの 人の 義務を 考えます", "regard to another's breach"),
    Op.NEARING: Text("期日が近い", "その日が 近いです", "the day is near"),
    Op.MONTH_SAMPLE: Text("その月の末日に", "その月の さいごの 日に", "on the last day of that month"),
    Op.NEXT_WORKING_DAY: Text("翌開庁日", "つぎの あいている 日", "the next day when offices are open"),
    Op.STATE_IS: Text("他の規定の結果", "ほかの きまりの 結果", "the result of another rule"),
    Op.ON_RECORD: Text("記録に表れた", "記録に でて きました", "has come on record"),
    Op.SCALE: Text("その一定割合", "その いちぶ", "a fixed share of it"),
    Op.PIECEWISE: Text("表による額", "表の 金額", "its bracket in the table"),
    Op.LOOKUP: Text("表による額", "表の 金額", "the figure in the table"),
    Op.DATED: Text("法令の定める値", "きまりの 数", "the figure that the law sets"),
    Op.ADD: Text("合計", "たした 数", "sum"),
    Op.SUBTRACT: Text("差額", "ひいた 数", "difference"),
    Op.MULTIPLY: Text("積", "かけた 数", "product"),
    Op.TOTAL_WITHIN: Text("期間内の合計", "その あいだの 合計", "total in the window"),
    Op.DAYS_WITHIN: Text("期間内の日数", "その あいだの 日の 数", "days in the window"),
    Op.COUNT_WITHIN: Text("期間内の回数", "その あいだの 回数", "times in the window"),
    Op.RUNNING_COUNT: Text("これまでの回数", "いままでの 回数", "times so far"),
    Op.RECONCILE: Text("双方の記録の突き合わせ", "りょうほうの 記録を くらべます", "both sides compared"),
    Op.AGE: Text("年齢", "年れい", "age"),
    Op.CONST_TRUTH: Text("常に", "いつも", "always"),
}
_PLAIN = Text("計算", "計算", "computed")


def operator_text(op: Op) -> Text:
    """What an operator does with its pieces."""
    return _OPERATORS.get(op, _PLAIN)


def kind_of(question: Question) -> type[Kind]:
    """The kind that a question asks for."""
    return EmploymentRelation if question.kind == EmploymentRelation.facts.name else kind_named(question.kind)


def question_text(question: Question) -> Text:
    """What a leaf asks, in words."""
    if question.form is Form.BORN:
        return Text("生年月日", "生まれた 日", "day of birth")
    kind = kind_of(question)
    ja, en = kind.facts.title_ja, kind.facts.title_en
    if question.tests:
        ja_tests = "、".join(_test(kind, test)[0] for test in question.tests)
        en_tests = ", ".join(_test(kind, test)[1] for test in question.tests)
        ja, en = f"{ja}（{ja_tests}）", f"{en} ({en_tests})"
    if question.value is not None and question.form in (
        Form.NUMBER,
        Form.CHOICE,
        Form.QUANTITY,
        Form.QUANTITY_OF_OTHERS,
    ):
        name, _, item = question.value.partition(":")
        field = kind.fields[name]
        extra = f" {item}" if item else ""
        return Text(
            f"{ja}の{field.title_ja}{extra}", f"{ja}の {field.title_ja}{extra}", f"{field.title_en}{extra} ({en})"
        )
    form = question.form
    if form is Form.PAID:
        return Text(f"{ja}の納付", f"{ja}を はらいました", f"{en}: paid")
    if form is Form.STARTS:
        return Text(f"{ja}の開始", f"{ja}が はじまります", f"{en}: begins")
    if form is Form.COVERED:
        return Text(
            f"{ja}の記録がすべてそろっている",
            f"{ja}の 記録が ぜんぶ あります",
            f"{en}: all that there is has been told",
        )
    if form is Form.ENDS_ON:
        return Text(f"{ja}の満了日", f"{ja}の さいごの 日", f"{en}: last day")
    return Text(f"{ja}の記録", f"{ja}の 記録", f"{en} on record")


def _test(kind: type[Kind], test: Test) -> tuple[str, str]:
    name, _, item = test.field.partition(":")
    field = kind.fields[name]
    ja, en = field.title_ja + item, f"{field.title_en} {item}".strip()
    if test.kind in (TestKind.AMONG, TestKind.HAS_ANY):
        options: tuple[str, ...] = getattr(field, "options", None) or getattr(field, "known", None) or ("false", "true")
        if options == ("false", "true"):
            said = test.operand == 4 and test.wanted
            return (ja if said else f"{ja}でない"), (en if said else f"not {en}")
        chosen = [option for place, option in enumerate(options) if test.operand >> (place + 1) & 1]
        sign = "＝" if test.wanted else "≠"
        shown = "・".join(chosen[:4]) + ("…" if len(chosen) > 4 else "")
        return f"{ja}{sign}{shown}", f"{en} {'is' if test.wanted else 'is not'} {shown}"
    if test.kind is TestKind.IS_PARTY:
        return f"{ja}が一致", f"{en} is that party"
    sign = "≥" if (test.kind is TestKind.AT_LEAST) == test.wanted else "≤"
    shown = amount(test.operand, test.operand, field.unit)[1]
    return f"{ja}{sign}{shown}", f"{en} {sign} {shown}"


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
        return "yen an hour"
    if node.op is Op.MULTIPLY:
        return "sixtieths of a yen"
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
    if unit == "yen an hour":
        return f"1時間{value:,}円", f"¥{value:,} an hour"
    if unit == "sixtieths of a yen":
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
    if unit == "days":
        return f"{value}日", f"{value} days"
    return f"{value:,}", f"{value:,}"
