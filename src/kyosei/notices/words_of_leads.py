"""The first sentence of a notice: by kind of norm, occasion and audience. What has no entry here is told to nobody."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kyosei.terms.text import Text

__all__ = ["LEADS"]

_WITHDRAWN: Final = Text(
    "先にお送りしたお知らせを取り消します：{title}。そのお知らせのために何かをする必要はありません。",
    "前の お知らせを とりけします：「{title}」。その お知らせの ために する ことは ありません。",
    "An earlier notice is withdrawn: {title}. Nothing need be done because of it.",
)
_OPEN_BEARER: Final = Text(
    "次のことについて、記録がそろっていません：{title}。記録をもつところに確認しています。今、お願いすることはありません。",
    "つぎの ことの 記録が まだ 足りません：「{title}」。もって いる ところに 聞いて います。いま、する ことは ありません。",
    "The records about this are not complete: {title}. Whoever holds them is asked. Nothing is asked of you now.",
)
_OPEN_PROTECTED: Final = Text(
    "{bearer}が行う次のことについて、記録がまだそろっていません：{title}。行われていないと決まったわけではありません。"
    "記録をもつところに確認しています。",
    "{bearer}が する ことの 記録が まだ 足りません：「{title}」。した か どうかは まだ わかりません。いま 聞いて います。",
    "The records about something that the {bearer} does are not complete yet: {title}. Nobody says that it was not done; "
    "whoever holds the records is asked.",
)
_OPEN_PERSON: Final = Text(
    "次のことについて、記録がまだそろっていません：{title}。当てはまらないと決まったわけではありません。"
    "記録をもつところに確認しています。",
    "つぎの ことの 記録が まだ 足りません：「{title}」。こたえは まだ わかりません。いま 聞いて います。",
    "The records about this are not complete yet: {title}. It is not decided either way; whoever holds them is asked.",
)
_OPEN_SOURCE: Final = Text(
    "次のことを確かめるため、貴機関の記録が必要です：{title}",
    "つぎの ことを たしかめます：「{title}」。記録が いります。",
    "Your records are needed to see how this stands: {title}.",
)
_DONE_BEARER: Final = Text(
    "次のことが記録されました：{title}。これ以上お願いすることはありません。",
    "つぎの ことが できました：「{title}」。もう する ことは ありません。",
    "This is now on record: {title}. Nothing more is asked of you.",
)
_DONE_PROTECTED: Final = Text(
    "{bearer}が行う次のことが記録されました：{title}",
    "{bearer}が しました：「{title}」。記録が あります。",
    "What the {bearer} had to do is now on record: {title}.",
)
_ENDS: Final = Text(
    "次のことは{due}までです：{title}",
    "つぎの ことは {due}までです：「{title}」。",
    "This holds until {due}: {title}.",
)
_UNMET_BEARER: Final = Text(
    "記録によれば、{day}の時点で次のことが守られていません：{title}",
    "{day}の 記録を 見ました。つぎの ことが まだ できて いません：「{title}」。",
    "By the records, this was not kept on {day}: {title}.",
)
_UNMET_PROTECTED: Final = Text(
    "記録によれば、{bearer}が守るべき次のことが、{day}の時点で守られていません：{title}。あなたがすることではありません。",
    "{day}の 記録を 見ました。{bearer}が つぎの ことを まもって いません：「{title}」。あなたが する ことでは ありません。",
    "By the records, the {bearer} did not keep this on {day}: {title}. It is not for you to do.",
)
_UNMET_PERSON: Final = Text(
    "記録によれば、{day}の時点で次に当てはまりません：{title}",
    "{day}の 記録を 見ました。つぎの ことに まだ 合って いません：「{title}」。",
    "By the records, this does not hold on {day}: {title}.",
)
_MET_PERSON: Final = Text(
    "記録によれば、次に当てはまります：{title}",
    "記録を 見ました。つぎの ことに 合って います：「{title}」。",
    "By the records, this holds: {title}.",
)

_ESCALATED_BEARER: Final = Text(
    "期間内に記録が確認できなかったため、担当の窓口（{office}）に次のことを知らせました：{title}",
    "日が すぎました。つぎの ことを {office}に 知らせました：「{title}」。",
    "The time for this has ended without a record of it, and the office in charge ({office}) has been told: {title}.",
)
_ESCALATED_PROTECTED: Final = Text(
    "{bearer}が行う次のことについて、担当の窓口（{office}）に知らせました：{title}。あなたがすることではありません。",
    "{bearer}が する ことを {office}に 知らせました：「{title}」。あなたが する ことでは ありません。",
    "The office in charge ({office}) has been told about something that the {bearer} is to do: {title}. "
    "It is not for you to do.",
)
_ESCALATED_OFFICE: Final = Text(
    "記録によれば、{bearer}が行うべき次のことが{day}の時点で確認できません：{title}。判断は貴機関が行います。",
    "{day}の 記録を 見ました。{bearer}が する ことの 記録が ありません：「{title}」。役所が きめます。",
    "By the records of {day}, there is no sign that the {bearer} did this: {title}. What follows is for you to decide.",
)
_DONE_OFFICE: Final = Text(
    "先にお知らせした次のことが記録されました：{title}",
    "前に 知らせた ことが できました：「{title}」。",
    "What we told you about is now on record: {title}.",
)

_CORRECTED_READER: Final = Text(
    "{relied_on}にご覧になった（又はお知らせした）次のことについて、その後の記録により、結果が前と変わりました：{title}（対象の日：{days}）。"
    "新しい結果は、ここには書いていません。",
    "{relied_on}に 見た 答えが かわりました：「{title}」（{days}）。新しい 記録が あります。新しい 答えは ここに ありません。",
    "Because of later records, the answer that you read or were told on {relied_on} is another now: {title} ({days}). "
    "The new answer is not written here.",
)

_REVIEW_PERSON: Final = Text(
    "あなたの申請についての決定は、次のことについて誤りのあったものに基づいていました：{title}。役所が自ら、その決定を見直しています。"
    "あなたがすることはありません。結果は改めてお知らせします。",
    "「{title}」の ところに まちがいが ありました。役所が あなたの 申請の 結果を もういちど 見て います。"
    "あなたは 何も しなくて いいです。終わったら 知らせます。",
    "The decision about your application rested on something about this that proved wrong: {title}. The office is looking at the "
    "decision again, by itself. There is nothing for you to do. You will be told what comes of it.",
)

_REQUESTED_PERSON: Final = Text(
    "あなたの申請について、入管が資料や説明を求めています。何を求めているかと、その理由は、ポータルの申請のページで読めます。",
    "入管が あなたの 申請に ついて 聞いて います。何を 聞いて いるか、どうしてかは、ポータルの 申請の ページで 読んで ください。",
    "The immigration office asks you for something about your application. What it asks, and why, is on the application's page "
    "in the portal.",
)

LEADS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "lead.duty.due.bearer": Text(
            "次のことを行う期日が近づいています：{title}",
            "つぎの ことを する 日が 近く なりました：「{title}」。",
            "The day by which this is to be done is near: {title}.",
        ),
        "lead.duty.breached.bearer": Text(
            "記録によれば、次のことがまだ行われていません：{title}",
            "つぎの ことの 記録が まだ ありません：「{title}」。",
            "By the records, this has not been done yet: {title}.",
        ),
        "lead.duty.open.bearer": _OPEN_BEARER,
        "lead.duty.late.bearer": _DONE_BEARER,
        "lead.duty.met.bearer": _DONE_BEARER,
        "lead.duty.withdrawn.bearer": _WITHDRAWN,
        "lead.duty.due.protected": Text(
            "{bearer}が次のことを行う期日が近づいています：{title}。あなたがすることではありません。",
            "{bearer}が つぎの ことを します：「{title}」。あなたが する ことでは ありません。",
            "The day by which the {bearer} is to do this is near: {title}. It is not for you to do.",
        ),
        "lead.duty.breached.protected": Text(
            "記録によれば、{bearer}が行うべき次のことがまだ行われていません：{title}。あなたがすることではありません。",
            "{bearer}が する ことの 記録が まだ ありません：「{title}」。あなたが する ことでは ありません。",
            "By the records, the {bearer} has not done this yet: {title}. It is not for you to do.",
        ),
        "lead.duty.open.protected": _OPEN_PROTECTED,
        "lead.duty.late.protected": _DONE_PROTECTED,
        "lead.duty.met.protected": _DONE_PROTECTED,
        "lead.duty.withdrawn.protected": _WITHDRAWN,
        "lead.duty.open.source": _OPEN_SOURCE,
        "lead.duty.escalated.bearer": _ESCALATED_BEARER,
        "lead.duty.escalated.protected": _ESCALATED_PROTECTED,
        "lead.duty.escalated.office": _ESCALATED_OFFICE,
        "lead.duty.met.office": _DONE_OFFICE,
        "lead.duty.late.office": _DONE_OFFICE,
        "lead.duty.withdrawn.office": _WITHDRAWN,
        "lead.limit.escalated.bearer": _ESCALATED_BEARER,
        "lead.limit.escalated.protected": _ESCALATED_PROTECTED,
        "lead.limit.escalated.office": _ESCALATED_OFFICE,
        "lead.limit.met.office": _DONE_OFFICE,
        "lead.limit.withdrawn.office": _WITHDRAWN,
        "lead.limit.unmet.bearer": _UNMET_BEARER,
        "lead.limit.open.bearer": _OPEN_BEARER,
        "lead.limit.met.bearer": _DONE_BEARER,
        "lead.limit.withdrawn.bearer": _WITHDRAWN,
        "lead.limit.unmet.protected": _UNMET_PROTECTED,
        "lead.limit.open.protected": _OPEN_PROTECTED,
        "lead.limit.met.protected": _DONE_PROTECTED,
        "lead.limit.withdrawn.protected": _WITHDRAWN,
        "lead.limit.open.source": _OPEN_SOURCE,
        "lead.requirement.due.concerned": _ENDS,
        "lead.requirement.unmet.concerned": _UNMET_PERSON,
        "lead.requirement.open.concerned": _OPEN_PERSON,
        "lead.requirement.met.concerned": _MET_PERSON,
        "lead.requirement.withdrawn.concerned": _WITHDRAWN,
        "lead.requirement.open.source": _OPEN_SOURCE,
        "lead.status.due.concerned": _ENDS,
        "lead.status.unmet.concerned": _UNMET_PERSON,
        "lead.status.open.concerned": _OPEN_PERSON,
        "lead.status.met.concerned": _MET_PERSON,
        "lead.status.withdrawn.concerned": _WITHDRAWN,
        "lead.status.open.source": _OPEN_SOURCE,
        "lead.right.due.holder": Text(
            "次の権利を使えるのは{due}までです：{title}",
            "つぎの ことが できるのは {due}までです：「{title}」。",
            "You can use this right until {due}: {title}.",
        ),
        "lead.right.met.holder": Text(
            "次の権利を使うことができます：{title}",
            "つぎの ことが できます：「{title}」。",
            "You can use this right: {title}.",
        ),
        "lead.right.unmet.holder": Text(
            "次の権利は、今は使えません：{title}",
            "つぎの ことは、いまは できません：「{title}」。",
            "This right cannot be used at present: {title}.",
        ),
        "lead.right.open.holder": _OPEN_PERSON,
        "lead.right.withdrawn.holder": _WITHDRAWN,
        "lead.right.open.source": _OPEN_SOURCE,
        **{
            f"lead.{kind}.corrected.reader": _CORRECTED_READER
            for kind in ("duty", "limit", "requirement", "status", "right")
        },
        **{f"lead.{kind}.review.concerned": _REVIEW_PERSON for kind in ("requirement", "status")},
        "lead.status.requested.concerned": _REQUESTED_PERSON,
    }
)
