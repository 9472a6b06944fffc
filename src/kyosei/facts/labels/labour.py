"""The choices of statements about work."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

__all__ = ["LABELS"]

_EMPLOYMENT_TYPES = {
    "regular": Text("正社員（無期・通常）", "正社員", "regular"),
    "fixed_term": Text("有期契約", "期間が 決まって いる", "fixed term"),
    "part_time": Text("短時間（パート）", "パート・アルバイト", "part time"),
    "dispatched": Text("派遣", "派遣", "dispatched"),
}
_INITIATIVES = {
    "employer": Text("雇用主", "会社", "the employer"),
    "worker": Text("本人", "本人", "the worker"),
    "agreement": Text("合意", "話しあって 決めた", "agreement"),
    "expiry": Text("期間満了", "期間が 終わった", "expiry"),
}
_ALLOWANCES = {
    "commuting": Text("通勤手当", "通勤の お金", "commuting"),
    "family": Text("家族手当", "家族の お金", "family"),
    "attendance": Text("精皆勤手当", "休まない 人の お金", "attendance"),
    "overtime": Text("時間外労働", "残業の お金", "overtime"),
    "holiday_work": Text("休日労働", "休みの 日の しごとの お金", "work on holidays"),
    "night_work": Text("深夜労働", "夜の しごとの お金", "night work"),
    "bonus": Text("賞与", "ボーナス", "bonus"),
    "position": Text("役職手当", "役の お金", "position"),
    "housing": Text("住宅手当", "家の お金", "housing"),
    "closure": Text("休業手当", "休業の お金", "closure"),
    "other": Text("その他", "ほか", "other"),
}
_DEDUCTIONS = {
    "rent": Text("家賃", "家賃", "rent"),
    "support_cost": Text("支援の費用", "支援の お金", "cost of support"),
    "meals": Text("食費", "食べものの お金", "meals"),
    "utilities": Text("水道光熱費", "水・電気・ガスの お金", "utilities"),
    "union": Text("組合費", "組合の お金", "union dues"),
    "advance": Text("前借り", "前借り", "advance"),
    "savings": Text("貯蓄", "ためる お金", "savings"),
    "other": Text("その他", "ほか", "other"),
}
_ABSENCES = {
    "leave": Text("休暇", "休み", "leave"),
    "sickness": Text("病気", "病気", "sickness"),
    "maternity": Text("産前産後休業", "産休（赤ちゃんが 生まれる 前と あとの 休み）", "maternity"),
    "childcare": Text("育児休業", "育休（子どもの 世話の 休み）", "childcare"),
    "closure": Text("休業（雇用主の都合）", "会社の りゆうの 休み", "closure"),
    "suspension": Text("出勤停止", "会社が 来るなと 言った", "suspension"),
    "dismissal_dispute": Text("解雇を争う間", "解雇の あらそいの 間", "dispute about a dismissal"),
    "work_injury": Text("業務災害", "しごとの けが", "injury at work"),
}
_FOREIGN_WORKER_NOTICES = {
    "hired": Text("雇入れ", "やとった", "hired"),
    "left": Text("離職", "やめた", "left"),
}
_CATEGORIES = {
    "1": Text("カテゴリー1", "カテゴリー1", "category 1"),
    "2": Text("カテゴリー2", "カテゴリー2", "category 2"),
    "3": Text("カテゴリー3", "カテゴリー3", "category 3"),
    "4": Text("カテゴリー4", "カテゴリー4", "category 4"),
}
_LEGAL_FORMS = {
    "corporation": Text("法人", "会社（法人）", "corporation"),
    "sole_proprietor": Text("個人事業主", "個人の 店や 会社", "sole proprietor"),
}
_MATTERS_FOUND = {
    "labour": Text("労働", "労働（しごと）", "labour"),
    "immigration": Text("入管", "入管", "immigration"),
}
_PORTIONS = {
    "full": Text("1日", "1日", "a full day"),
    "half": Text("半日", "半日", "half a day"),
}
_REQUESTS = {
    "employment_certificate": Text("退職時の証明書", "やめた ときの 証明書", "certificate of employment"),
    "dismissal_reasons": Text("解雇理由の証明書", "やめさせる りゆうの 紙", "reasons for dismissal"),
    "settlement": Text("賃金・金品の返還", "お金と ものを 返す", "settlement on leaving"),
    "emergency_pay": Text("非常時払", "こまった ときの 給料", "pay in an emergency"),
    "savings_return": Text("貯蓄金の返還", "ためた お金を 返す", "return of savings"),
    "treatment_explanation": Text("待遇の説明", "ちがう わけの 説明", "explanation of treatment"),
}
_KEPT_ITEMS = {
    "passport": Text("旅券", "パスポート", "passport"),
    "residence_card": Text("在留カード", "在留カード", "residence card"),
    "bankbook": Text("通帳", "銀行の 通帳", "bankbook"),
    "phone": Text("携帯電話", "けいたい電話", "telephone"),
    "other": Text("その他", "ほか", "other"),
}
_CLAUSES = {
    "penalty": Text("違約金・賠償予定", "やめたら はらう お金", "penalty"),
    "savings": Text("強制貯金", "むりに ためる お金", "compulsory savings"),
}
_PAID_BY = {
    "bank_transfer": Text("口座振込み", "銀行の 口座に 入れる", "bank transfer"),
    "cash": Text("現金", "現金（お札や コイン）", "cash"),
    "other": Text("その他", "ほか", "other"),
}

LABELS: Mapping[str, Mapping[str, Text]] = MappingProxyType(
    {
        "residence.declared_conditions.employment_type": _EMPLOYMENT_TYPES,
        "work.contract.employment_type": _EMPLOYMENT_TYPES,
        "work.termination.initiative": _INITIATIVES,
        "work.pay.allowances": _ALLOWANCES,
        "work.pay.deductions": _DEDUCTIONS,
        "work.pay.paid_by": _PAID_BY,
        "work.absence.reason": _ABSENCES,
        "work.foreign_worker_notice.event": _FOREIGN_WORKER_NOTICES,
        "employer.profile.category": _CATEGORIES,
        "employer.profile.legal_form": _LEGAL_FORMS,
        "employer.finding.matter": _MATTERS_FOUND,
        "work.paid_leave_day.portion": _PORTIONS,
        "work.request.matter": _REQUESTS,
        "work.request_answer.matter": _REQUESTS,
        "work.kept_item.item": _KEPT_ITEMS,
        "work.clause.clause": _CLAUSES,
    }
)
"""By the full name of the field, and by the value."""
