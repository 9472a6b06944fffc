"""How applications about the stay are decided under the law of Japan: factors, bounds and remedy, listed by hand.

Compared with their texts on 2026-11-22: the Guideline on Change of Status and Extension of Stay (June 2026), the Permanent
Residence Guideline (2026-02-24), Immigration Act arts. 20 to 22, Administrative Case Litigation Act arts. 11 to 14. Judgments
were not read in whole; what they hold is cited from reports.

The Administrative Procedure Act does not bind here (its art. 3 (1) x), nor is there a complaint to the administration
(Administrative Complaint Review Act art. 7 (1) x). So a dossier goes beyond what the law asks of the office, and says so
nowhere else.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from kyosei.law.jp.laws import (
    ADMINISTRATIVE_APPEALS_ACT,
    ADMINISTRATIVE_LITIGATION_ACT,
    IMMIGRATION_ACT,
    IMMIGRATION_RULES,
)
from kyosei.norms.procedures import Factor, Procedure, Remedy, Weighing
from kyosei.terms.citations import Provision
from kyosei.terms.text import Text

__all__ = ["PROCEDURES"]

_READ_ON: Final = date(2026, 11, 22)

_CHANGE, _RENEWAL = IMMIGRATION_ACT.article(20, 3), IMMIGRATION_ACT.article(21, 3)
_PERMANENT = IMMIGRATION_ACT.article(22, 2)
_GROUND, _ACQUISITION = IMMIGRATION_ACT.article("22-2", 1), IMMIGRATION_ACT.article("22-2", 3)
_CONDUCT, _LIVELIHOOD = IMMIGRATION_ACT.article(22, 2, "1"), IMMIGRATION_ACT.article(22, 2, "2")
_ACQUISITION_OF_PERMANENCE: Final = IMMIGRATION_ACT.article("22-2", 4)
_WORK, _WORK_SCOPES = IMMIGRATION_ACT.article(19, 2), IMMIGRATION_RULES.article(19, 5, "1")
_LATER_READ_ON: Final = date(2026, 11, 23)
_IN_THE_ACT: Final = Text("入管法", "入管の 法律", "the Immigration Act")


def _item(number: int) -> Text:
    return Text(
        f"変更・更新ガイドライン{number}",
        f"入管の ガイドライン {number}",
        f"guideline on change and renewal, item {number}",
    )


_PREAMBLE: Final = Text(
    "変更・更新ガイドライン前文", "入管の ガイドラインの はじめ", "guideline on change and renewal, preamble"
)
_JUDGMENT_OF_1996: Final = Text(
    "最判平成8年7月2日（集民179号435頁）", "最高裁判所の 判決（1996年7月2日）", "Supreme Court, 2 July 1996"
)
_JUDGMENT_OF_1978: Final = Text(
    "最大判昭和53年10月4日（民集32巻7号1223頁）", "最高裁判所の 判決（1978年10月4日）", "Supreme Court, 4 October 1978"
)
_PERMANENT_GUIDELINE: Final = Text(
    "永住許可ガイドライン1", "永住の ガイドライン 1", "Permanent Residence Guideline, item 1"
)
_COURT_PRACTICE: Final = Text(
    "裁判例で考慮される事情（規約17条・23条、児童の権利条約3条）",
    "裁判所が 考える こと（家族と 子ども）",
    "weighed by courts (Covenant on Civil and Political Rights arts. 17, 23; Convention on the Rights of the Child art. 3)",
)

_REMEDY: Final = Remedy(
    "action-for-annulment",
    Text(
        "被告の所在地、処分庁の所在地、又は原告の所在地を管轄する高等裁判所の所在地の地方裁判所",
        "地方裁判所（国の ある ところか、きめた 役所の ある ところ、または 近くの 高等裁判所と 同じ 町の 裁判所）",
        "the district court at the seat of the State, of the office that decided, or of the high court of where the person lives",
    ),
    Text("国", "国", "the State"),
    6,
    1,
    Text(
        "行政不服審査法による審査請求はできない",
        "役所に もういちど 考えて もらう 法律の てつづきは ありません",
        "there is no complaint under the Administrative Complaint Review Act",
    ),
    (
        ADMINISTRATIVE_LITIGATION_ACT.article(14, 1), ADMINISTRATIVE_LITIGATION_ACT.article(14, 2),
        ADMINISTRATIVE_LITIGATION_ACT.article(11, 1), ADMINISTRATIVE_LITIGATION_ACT.article(12, 1),
        ADMINISTRATIVE_LITIGATION_ACT.article(12, 4), ADMINISTRATIVE_APPEALS_ACT.article(7, 1, 10),
    ),
)  # fmt: skip


def _mandatory(id_: str, title: Text, said_by: Text, provision: Provision, norm: str | None = None) -> Factor:
    return Factor(id_, Weighing.MANDATORY, title, said_by, (provision,), norm)


def _of_the_stay(here: Provision) -> tuple[Factor, ...]:
    """Items 1 to 8 of the guideline, what it and the courts say beside them, and what must not count."""
    return (
        _mandatory(
            "status_fit", Text("在留資格該当性", "する ことが 在留資格に 合う か", "belongs to the status"), _item(1), here,
            "jp.stay.status-fit",
        ),
        _mandatory(
            "landing_criteria", Text("上陸許可基準等への適合", "在留資格の ルールに 合う か", "meets the criteria"), _item(2),
            here, "jp.stay.landing-criteria",
        ),
        _mandatory(
            "activity_done", Text("在留資格に応じた活動", "在留資格の ことを して いたか", "did what the status is for"),
            _item(3), here, "jp.stay.activity",
        ),
        _mandatory("conduct", Text("素行", "まじめに くらして いるか", "conduct"), _item(4), here, "jp.stay.conduct"),
        _mandatory(
            "livelihood", Text("独立の生計", "くらせる お金が あるか", "livelihood of the household"), _item(5), here,
            "jp.stay.livelihood",
        ),
        _mandatory(
            "employment_conditions",
            Text("雇用・労働条件", "しごとの 条件が 正しいか", "conditions of work"), _item(6), here,
            "jp.stay.conditions-of-work",
        ),
        _mandatory(
            "tax_and_premiums", Text("納税義務等の履行", "税金や 保険の お金", "tax and premiums"), _item(7), here,
            "jp.stay.tax-and-premiums",
        ),
        _mandatory("notifications", Text("届出等の義務の履行", "入管への とどけ", "notices"), _item(8), here, "jp.stay.notices"),
        Factor(
            "history_of_status", Weighing.MANDATORY,
            Text("現在の在留資格に至った経緯", "今の 在留資格に なった わけ", "how the present status came about"),
            _JUDGMENT_OF_1996,
        ),
        Factor(
            "humanitarian_reasons", Weighing.PERMITTED,
            Text("在留を認めるべき人道上の理由", "人として 考える こと", "humanitarian reasons"), _item(5), (here,),
        ),
        *_COMMON,
        Factor(
            "employers_breach_held_against_person", Weighing.PROHIBITED,
            Text(
                "雇用主の労働関係法規違反を申請人の責めとすること",
                "会社が まもらなかった ことを、その 人の せいに する こと",
                "holding an employer's breach of labour law against the person",
            ),
            _item(6), (here,), "jp.stay.conditions-of-work", protects=True,
        ),
        Factor(
            "health_insurance_card_not_shown", Weighing.PROHIBITED,
            Text("健康保険証等の不提示", "保険証を 見せなかった こと", "not showing a health insurance card"), _PREAMBLE, (here,),
        ),
    )  # fmt: skip


_COMMON: Final = (
    Factor(
        "conduct_during_stay", Weighing.PERMITTED,
        Text("在留中の一切の行状", "日本での くらし ぜんぶ", "everything done during the stay"), _JUDGMENT_OF_1978,
    ),
    Factor(
        "family_and_children", Weighing.PERMITTED,
        Text("家族の結合・子の最善の利益", "家族と 子どもの こと", "family life and the best interests of the child"),
        _COURT_PRACTICE,
    ),
)  # fmt: skip

_STAY_NORMS: Final = tuple(
    f"jp.stay.{name}"
    for name in (
        "status-fit", "landing-criteria", "activity", "conduct", "livelihood", "conditions-of-work", "tax-and-premiums",
        "notices",
    )
)  # fmt: skip
_PERMANENT_NORMS: Final = tuple(
    f"jp.pr.{name}"
    for name in (
        "good-conduct", "livelihood", "national-interest", "years-of-residence", "longest-period", "landing-criteria",
        "no-penalty", "resident-tax", "pension", "health-insurance", "notices", "public-health",
    )
)  # fmt: skip


def _of_permanence(name: str, title: Text) -> Factor:
    return _mandatory(name.replace("-", "_"), title, _PERMANENT_GUIDELINE, _PERMANENT, f"jp.pr.{name}")


def _asked(id_: str, title: Text, provision: Provision, norm: str, *, if_asked: bool = False) -> Factor:
    return Factor(id_, Weighing.MANDATORY, title, _IN_THE_ACT, (provision,), norm, if_asked=if_asked)


PROCEDURES: Final[tuple[Procedure, ...]] = (
    Procedure(
        "renewal", Text("在留期間更新許可", "在留期間の 更新", "renewal of the period of stay"), "immigration.examination",
        _STAY_NORMS, ("jp.stay.status-fit",), True, True, _of_the_stay(_RENEWAL), _REMEDY, (_RENEWAL,), _READ_ON, 1,
    ),
    Procedure(
        "change", Text("在留資格変更許可", "在留資格の 変更", "change of status"), "immigration.examination", _STAY_NORMS,
        ("jp.stay.status-fit",), True, True, _of_the_stay(_CHANGE), _REMEDY, (_CHANGE,), _READ_ON, 2,
    ),
    Procedure(
        "permanent", Text("永住許可", "永住の 許可", "permanent residence"), "immigration.permanent-residence",
        _PERMANENT_NORMS, ("jp.pr.good-conduct", "jp.pr.livelihood"), True, False,
        (
            _of_permanence("good-conduct", Text("素行", "まじめに くらして いるか", "good conduct")),
            _of_permanence("livelihood", Text("独立の生計", "くらせる お金が あるか", "livelihood")),
            _of_permanence("national-interest", Text("日本国の利益", "日本の ために なるか", "the interest of Japan")),
            _of_permanence("years-of-residence", Text("在留年数", "日本に すんだ 年", "years of residence")),
            _of_permanence("longest-period", Text("最長の在留期間", "いちばん 長い 在留期間", "the longest period of stay")),
            _of_permanence("landing-criteria", Text("上陸許可基準等", "在留資格の ルール", "the criteria of the status")),
            _of_permanence("no-penalty", Text("罰金刑・拘禁刑等", "罰金や 刑", "fines and imprisonment")),
            _of_permanence("resident-tax", Text("住民税", "住民税", "resident tax")),
            _of_permanence("pension", Text("公的年金", "年金の お金", "pension contributions")),
            _of_permanence("health-insurance", Text("公的医療保険", "健康保険の お金", "health premiums")),
            _of_permanence("notices", Text("入管法上の届出", "入管への とどけ", "notices under the Act")),
            _of_permanence("public-health", Text("公衆衛生", "みんなの 健康", "public health")),
            *_COMMON,
        ),
        _REMEDY, (_PERMANENT,), _READ_ON, 6,
    ),
    Procedure(
        "acquisition", Text("在留資格取得許可", "在留資格の 取得", "acquisition of a status"), "immigration.examination",
        tuple(
            f"jp.immigration.acquisition-{one}"
            for one in (
                "without-landing", "status-fit", "reasonable-ground", "permanent-conduct", "permanent-livelihood",
                "permanent-national-interest",
            )
        ),
        tuple(
            f"jp.immigration.acquisition-{one}"
            for one in ("without-landing", "status-fit", "permanent-conduct", "permanent-livelihood")
        ),
        True, False,
        (
            _asked(
                "without_landing", Text("上陸の手続を経ない在留", "上陸しないで いる", "stays without having landed"),
                _GROUND, "jp.immigration.acquisition-without-landing",
            ),
            _asked(
                "status_fit", Text("在留資格該当性", "する ことが 在留資格に 合う か", "belongs to the status"), _ACQUISITION,
                "jp.immigration.acquisition-status-fit", if_asked=True,
            ),
            _asked(
                "reasonable_ground", Text("相当の理由", "よい わけ", "a reasonable ground"), _ACQUISITION,
                "jp.immigration.acquisition-reasonable-ground", if_asked=True,
            ),
            _asked(
                "permanent_conduct", Text("素行（永住者の取得）", "まじめに くらして いるか（永住）", "good conduct"), _CONDUCT,
                "jp.immigration.acquisition-permanent-conduct", if_asked=True,
            ),
            _asked(
                "permanent_livelihood",
                Text("独立の生計（永住者の取得）", "くらせる お金が あるか（永住）", "an independent livelihood"), _LIVELIHOOD,
                "jp.immigration.acquisition-permanent-livelihood", if_asked=True,
            ),
            _asked(
                "permanent_national_interest",
                Text("日本国の利益（永住者の取得）", "日本の ために なるか（永住）", "the interests of Japan"), _PERMANENT,
                "jp.immigration.acquisition-permanent-national-interest", if_asked=True,
            ),
            *_COMMON,
        ),
        _REMEDY, (_ACQUISITION, _CHANGE, _ACQUISITION_OF_PERMANENCE), _LATER_READ_ON,
    ),
    Procedure(
        "work_permission", Text("資格外活動許可", "しごとの 許可", "permission to work beside the status"),
        "immigration.examination",
        tuple(f"jp.immigration.work-permission-{one}" for one in ("limited-status", "no-hindrance", "suitable", "enrolled")),
        ("jp.immigration.work-permission-limited-status", "jp.immigration.work-permission-no-hindrance"), True, False,
        (
            _asked(
                "limited_status",
                Text("就労に制限のある在留資格", "しごとに きまりが ある", "a status under which work is limited"), _WORK,
                "jp.immigration.work-permission-limited-status",
            ),
            _asked(
                "no_hindrance", Text("本来の活動を阻害しない", "じゃまに ならない", "does not hinder what the status is for"),
                _WORK, "jp.immigration.work-permission-no-hindrance",
            ),
            _asked(
                "suitable", Text("相当性", "許可して よいか", "suitable"), _WORK, "jp.immigration.work-permission-suitable",
            ),
            _asked(
                "enrolled", Text("教育機関に在籍（留学）", "学校に いる（留学）", "a student is enrolled"), _WORK_SCOPES,
                "jp.immigration.work-permission-enrolled",
            ),
            Factor(
                "conduct_during_stay", Weighing.PERMITTED,
                Text("在留中の一切の行状", "日本での くらし ぜんぶ", "everything done during the stay"), _JUDGMENT_OF_1978,
            ),
        ),
        _REMEDY, (_WORK, _WORK_SCOPES), _LATER_READ_ON,
    ),
)  # fmt: skip
"""Of these a dossier is made. The usual months are those of `decided_in_time`; of the last two no figure was read."""
