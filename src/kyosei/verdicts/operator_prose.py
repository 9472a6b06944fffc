"""What an operator does with its pieces, in Japanese, easy Japanese and English, with the length of its window."""

from __future__ import annotations

from kyosei.terms.expressions import Node
from kyosei.terms.text import Text
from kyosei.timelines.program import Op

__all__ = ["SIGNS", "node_text", "operator_text", "opposite"]

_OPERATORS = {
    Op.NOT: Text("次のことはない", "つぎの ことは ありません", "not so"),
    Op.AND: Text("次のすべて", "つぎの ぜんぶ", "all of"),
    Op.OR: Text("次のいずれか", "つぎの どれか", "any of"),
    Op.BEGINS: Text("始まった", "はじまりました", "has begun"),
    Op.ENDS: Text("終わった", "おわりました", "has ended"),
    Op.SINCE: Text(
        "あって、その後終わっていない", "あって、まだ おわって いません", "came about, and nothing has ended it since"
    ),
    Op.ANY_OF: Text("そのうち一つでも", "どれか ひとつでも", "for at least one of them"),
    Op.EVERY: Text("そのすべてについて", "ぜんぶに ついて", "for every one of them"),
    Op.COUNT: Text("その数", "いくつ あるか", "how many of them"),
    Op.TOTAL: Text("その合計", "ぜんぶで いくら", "their total"),
    Op.DOUBT: Text("まだ判断が要る", "まだ 決まって いません", "still to be judged"),
    Op.EXCUSED: Text("他の者の義務違反による場合を考慮", "ほかの 人の 義務を 考えます", "regard to another's breach"),
    Op.NEARING: Text("期日が近い", "その日が 近いです", "the day is near"),
    Op.NEXT_WORKING_DAY: Text("翌開庁日", "つぎの あいている 日", "the next day when offices are open"),
    Op.STATE_IS: Text("他の規定の結果", "ほかの きまりの 結果", "the result of another rule"),
    Op.ON_RECORD: Text("記録に表れた", "記録に でて きました", "has come on record"),
    Op.SCALE: Text(
        "法令の定める割合を乗じた値", "その いちぶ（きまりの わりあい）", "the share of it that the law sets"
    ),
    Op.PIECEWISE: Text("表による額", "表の 金額", "its bracket in the table"),
    Op.LOOKUP: Text("表による額", "表の 金額", "the figure in the table"),
    Op.DATED: Text("法令の定める値", "きまりの 数", "the figure that the law sets"),
    Op.ADD: Text("合計", "たした 数", "sum"),
    Op.SUBTRACT: Text("差額", "ひいた 数", "difference"),
    Op.MULTIPLY: Text("積", "かけた 数", "product"),
    Op.RUNNING_COUNT: Text("これまでの回数", "いままでの 回数", "times so far"),
    Op.RECONCILE: Text(
        "双方の記録の突き合わせ", "りょうほうの 記録を くらべます", "what both sides recorded, compared"
    ),
    Op.AGE: Text("年齢", "年れい", "age"),
    Op.CONST_TRUTH: Text("常に", "いつも", "always"),
}
_PLAIN = Text("計算", "計算", "computed")
SIGNS = {Op.ADD: "+", Op.SUBTRACT: "−", Op.MULTIPLY: "×"}
"""Of the operators that a comparison writes as a formula."""
_OPPOSITES = {
    Op.AND: Text("次のすべてが揃うことはない", "つぎの ぜんぶでは ありません", "not all of these"),
    Op.OR: Text("次のいずれにも当たらない", "つぎの どれでも ありません", "none of these"),
}


def operator_text(op: Op) -> Text:
    """What an operator does with its pieces, whatever its parameters."""
    return _OPERATORS.get(op, _PLAIN)


def opposite(node: Node, text: Text) -> Text:
    """That a piece, with this text of its own, is not so."""
    if node.label is None and node.op in _OPPOSITES:
        return _OPPOSITES[node.op]
    return Text(f"次に当たらない：{text.ja}", f"つぎの ことは ありません：{text.easy}", f"not: {text.en}")


def node_text(node: Node) -> Text:
    """What the operator of a node does with its pieces."""
    match node.op, node.parameters:
        case (Op.EVER | Op.THROUGHOUT | Op.COUNT_WITHIN) as op, (months, size):
            return _windows(op, _span(size, bool(months)) if size else None)
        case Op.TOTAL_WITHIN, (days, *_):
            span = _span(days, False)
            return Text(f"直近{span.ja}の合計", f"さいごの {span.easy}の 合計", f"total of the last {span.en}")
        case Op.DAYS_WITHIN, (days, *_):
            span = _span(days, False)
            return Text(
                f"直近{span.ja}のうちの日数", f"さいごの {span.easy}の 中の 日の 数", f"how many of the last {span.en}"
            )
        case Op.CONTINUOUSLY, (days, _):
            span = _span(days, False)
            return Text(f"{span.ja}以上引き続いている", f"{span.easy}より 長く つづいています",
                        f"has gone on for at least {span.en}")  # fmt: skip
        case Op.HELD_IN_ALL, (days,):
            span = _span(days, False)
            return Text(f"通算して{span.ja}以上", f"あわせて {span.easy}より 多い", f"in all, for at least {span.en}")
        case (Op.SHIFT_DAYS | Op.SHIFT_MONTHS) as op, (by, *_):
            return _moved(_span(abs(by), op is Op.SHIFT_MONTHS), by > 0)
        case Op.EACH_MONTH, (first, last):
            return _month_ends(first, last)
        case Op.MONTH_SAMPLE, (months, *_):
            return _month_ends(months, months)
        case op, _:
            return operator_text(op)


def _span(size: int, months: bool) -> Text:
    unit = "month" if months else "day"
    ja = f"{size}か月間" if months else f"{size}日間"
    return Text(ja, ja, f"{size} {unit}" + ("" if size == 1 else "s"))


def _windows(op: Op, span: Text | None) -> Text:
    if op is Op.COUNT_WITHIN:
        if span is None:
            return operator_text(Op.RUNNING_COUNT)
        return Text(f"直近{span.ja}の回数", f"さいごの {span.easy}の 回数", f"times in the last {span.en}")
    if op is Op.EVER:
        if span is None:
            return Text("これまでに一度でもあった", "いままでに ありました", "was so at some time")
        return Text(
            f"直近{span.ja}に一度でもあった", f"さいごの {span.easy}に ありました", f"was so within the last {span.en}"
        )
    if span is None:
        return Text("これまで常に続いていた", "いままで ずっと つづきました", "has always been so")
    return Text(f"直近{span.ja}を通じて続いた", f"さいごの {span.easy} ずっと つづきました",
                f"was so all through the last {span.en}")  # fmt: skip


def _moved(span: Text, earlier: bool) -> Text:
    ja = span.ja.removesuffix("間")
    if earlier:
        return Text(f"{ja}前に", f"{ja} まえに", f"{span.en} before")
    return Text(f"{ja}後に", f"{ja} あとに", f"{span.en} later")


def _month_ends(first: int, last: int) -> Text:
    """At the end of every month from `first` to `last` months ago."""
    if first != last:
        return Text(f"{first}か月前から{last}か月前までの各月末に", f"{first}か月まえから {last}か月まえまでの 月の おわりに",
                    f"at the end of each month from {first} to {last} months before")  # fmt: skip
    if first == 0:
        return Text("当月末に", "この 月の おわりに", "at the end of this month")
    if first == 1:
        return Text("前月末に", "まえの 月の おわりに", "at the end of the previous month")
    return Text(
        f"{first}か月前の月末に", f"{first}か月まえの 月の おわりに", f"at the end of the month {first} months before"
    )
