"""The general words of notices: by kind of norm, occasion and audience, each in Japanese, easy Japanese and English.

They serve every norm, so that no norm is without a notice; what is particular to one stands beside it (`guidance`).
Slots: title, bearer, office, due, day, days; further: the office to which something went from the one in charge; relied_on, days,
reference: of an answer that is another now; kind, measured: of what a source is told about its records.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kyosei.notices.words_of_leads import LEADS
from kyosei.terms.text import Text

__all__ = ["WORDS"]

_HEADINGS: Final = {
    "heading.task": Text("行っていただくこと", "して ほしい こと", "What is to be done"),
    "heading.who": Text("行う方", "だれが しますか", "By whom"),
    "heading.until": Text("いつまでに", "いつまでに しますか", "Until when"),
    "heading.where": Text("窓口", "どこで しますか", "Where"),
    "heading.proof": Text("済んだことを示すもの", "できた ことが わかる もの", "What shows that it is done"),
    "heading.answer": Text("お答えいただきたいこと", "教えて ほしい こと", "What we ask you to tell"),
    "heading.protection": Text("あなたを守るもの", "あなたを まもる もの", "What protects you"),
    "heading.they": Text("行う側に任せる", "会社や 役所が します", "They do it"),
    "heading.myself": Text("自分で求める", "自分で 求めます", "I ask for it myself"),
    "heading.ask": Text("相談できるところ", "聞く ことが できる ところ", "Whom you can ask"),
    "heading.mistake": Text("記録が違うとき", "記録が まちがって いる とき", "If the records are mistaken"),
    "heading.again": Text("改めて照会するとき", "もう 一度 見る とき", "To see how it stands"),
    "heading.basis": Text("根拠となる法令", "もとに なる 法律", "The law it rests on"),
    "heading.note": Text("この文書について", "この お知らせに ついて", "About this text"),
    "heading.about": Text("対象", "だれの こと", "Whom it is about"),
}

_TASKS: Final = {
    "task.duty": Text(
        "次のことを行ってください：{title}", "つぎの ことを して ください：「{title}」。", "Please do this: {title}"
    ),
    "task.limit": Text(
        "次のことが守られるようにしてください：{title}",
        "つぎの ことを まもって ください：「{title}」。",
        "Please see that this is kept: {title}",
    ),
    "task.requested": Text(
        "ポータルの申請のページで答えてください。どの言語でも書けます。",
        "ポータルの 申請の ページで 答えて ください。どの ことばでも いいです。",
        "Please answer on the application's page in the portal, in any language",
    ),
    "who.organisation": Text("{bearer}（このお知らせの宛先）", "{bearer}", "You, as the {bearer}"),
    "who.person": Text("あなた", "あなた", "You"),
    "until.due": Text("{due}まで", "{due}までです。", "By {due}"),
    "until.past": Text(
        "できるだけ早く（法令の期限は{due}でした）",
        "できるだけ 早く して ください。決まった 日は {due}でした。",
        "As soon as possible; the day set by law was {due}",
    ),
    "until.soon": Text("できるだけ早く", "できるだけ 早く して ください。", "As soon as possible"),
    "until.answer": Text(
        "このお知らせがお手元に届いた日の翌日から{days}日以内にお願いします。届くまで、この期間は始まりません。",
        "お知らせが とどいた つぎの 日から {days}日までに して ください。とどくまで、日を 数えません。",
        "Within {days} days of the day on which this notice reached you; until it does, they do not begin",
    ),
    "where": Text("担当の窓口：{office}", "聞く ところは {office}です。", "The office in charge: {office}"),
    "proof.duty": Text(
        "記録をもつところの記録、又は行ったことを示す書類の写し。記録されると、このお知らせの件は終わります。",
        "役所などの 記録か、した ことが わかる 紙の コピーです。記録が できると、この 話は おわります。",
        "The record of whoever keeps it, or a copy of a paper that shows it. Once it is recorded, this matter ends.",
    ),
    "proof.limit": Text(
        "守られていることを示す記録。記録されると、このお知らせの件は終わります。",
        "まもって いる ことが わかる 記録です。記録が できると、この 話は おわります。",
        "A record which shows that it is kept. Once it is there, this matter ends.",
    ),
    "answer": Text(
        "「{kind}」の記録（{period}）。記録がないときは、ないことをお答えください。",
        "「{kind}」の 記録を 教えて ください（{period}）。ない ときは「ありません」と 答えて ください。",
        "Your records of “{kind}” ({period}). If there are none, please say so.",
    ),
    "answer.any": Text(
        "このことについて貴機関がもつ記録。記録がないときは、ないことをお答えください。",
        "もって いる 記録を 教えて ください。ない ときは「ありません」と 答えて ください。",
        "The records that you hold about this. If there are none, please say so.",
    ),
}

_PROTECTION: Final = {
    "protection": Text(
        "行う義務があるのは{bearer}です。あなたがしなかったこととして記録することはありません。",
        "これは {bearer}が する ことです。あなたが しなかった ことには なりません。",
        "The duty is that of the {bearer}. It is not recorded as something that you did or left undone.",
    ),
    "they.told": Text(
        "{bearer}に、行うよう知らせています。あなたからの手続きは要りません。",
        "{bearer}に 知らせました。あなたの 手続きは いりません。",
        "The {bearer} is told as well. You need not do anything for that.",
    ),
    "they.not_told": Text(
        "{bearer}には知らせていません。知らせるかどうかは、あなたが決められます。",
        "{bearer}には 知らせて いません。あなたが 決める ことが できます。",
        "The {bearer} has not been told. Whether that happens is for you to choose.",
    ),
    "open.unasked": Text(
        "あなたが述べた次のことは、まだだれにも確認していません：{title}",
        "あなたが 言った ことは、まだ だれにも 聞いて いません：「{title}」。",
        "Nobody has been asked yet about what you told us: {title}.",
    ),
    "they.done": Text("{bearer}が行いました。", "{bearer}が しました。", "The {bearer} has done it."),
    "myself.none": Text(
        "{office}に、自分で問い合わせることができます。",
        "{office}に 自分で 聞く ことが できます。",
        "You may ask this office about it yourself: {office}.",
    ),
    "ask": Text(
        "{office}、お住まいの市区町村の外国人相談窓口",
        "{office}や、市役所の 外国人の 相談の まどぐちです。",
        "{office}, or the advice desk for foreign residents of your municipality",
    ),
    "ask.private": Text(
        "このお知らせを{bearer}に見せる必要はありません。",
        "この お知らせを {bearer}に 見せなくても いいです。",
        "You need not show this notice to the {bearer}.",
    ),
    "mistake.person": Text(
        "事実と違うときは、違うところを知らせてください。確かめる間、この件は先に進みません。",
        "ちがう ところが あれば 教えて ください。たしかめる 間、この 話は 止まります。",
        "If this does not fit the facts, tell us what is different. While that is looked into, nothing further happens.",
    ),
    "mistake.organisation": Text(
        "事実と違うときは、違うところと、それを示す記録をお知らせください。担当者が確かめます。",
        "ちがう ところが あれば、記録と いっしょに 教えて ください。人が たしかめます。",
        "If this does not fit the facts, tell us what is different and what shows it. A person will look into it.",
    ),
    "note.translation": Text(
        "この文書は説明であり、法令の正文ではありません。",
        "この お知らせは 説明です。法律の 文では ありません。",
        "This text explains the law; the Japanese text of the law is what counts.",
    ),
    "note.unreviewed": Text(
        "この翻訳は、まだ確認を受けていません。",
        "この 翻訳（ほんやく）は、まだ だれも たしかめて いません。",
        "Unreviewed translation: nobody has checked it yet.",
    ),
}

_CORRECTED: Final = {
    "again": Text(
        "この結果が今も必要で、ご覧になることができるときは、改めて照会してください。",
        "この 答えが いまも いる ときは、もう 一度 見て ください。",
        "If you still need the answer and may see it, ask for it again.",
    ),
    "again.reference": Text(
        "貴機関の番号：{reference}", "あなたの 番号：{reference}", "Your own reference: {reference}"
    ),
}

_SUBJECTS: Final = {
    "subject.task": Text("期日のあるお知らせ", "大切な お知らせ（日が 決まって います）", "A notice with a date"),
    "subject.information": Text("お知らせ", "お知らせ", "A notice for you"),
    "subject.digest": Text("お知らせ（{count}件）", "お知らせ（{count}つ）", "Notices for you ({count})"),
    "calendar.entry": Text("予定", "よてい", "Reminder"),
    "calendar.name": Text("予定", "よてい", "Reminders"),
    "calendar.where": Text(
        "内容はポータルでご覧ください。",
        "くわしい ことは ポータルで 見て ください。",
        "Sign in to the portal to read what this is.",
    ),
    "period.since": Text("{from_day}から", "{from_day}から", "from {from_day}"),
    "period.between": Text(
        "{from_day}から{until_day}まで", "{from_day}から {until_day}まで", "from {from_day} to {until_day}"
    ),
    "lost": Text("失われるとき：{lost}", "なくなる とき：{lost}", "When it is lost: {lost}"),
    "opens_portal": Text(
        "ポータルで読み、返事をすることができます。",
        "ポータルで 読む ことと 返事が できます。",
        "You can read this and answer it in the portal.",
    ),
}

_FURTHER: Final = {
    "further.bearer": Text(
        "次のことについて、担当の窓口（{office}）が、法令に基づく求めに応じて{further}にも知らせました：{title}",
        "つぎの ことを {office}が {further}にも 知らせました：「{title}」。法律で きまって います。",
        "Asked for it under the law, the office in charge ({office}) has also told the {further} about this: {title}.",
    ),
    "further.protected": Text(
        "{bearer}が行う次のことについて、担当の窓口（{office}）が、法令に基づく求めに応じて{further}にも知らせました：{title}。"
        "あなたがすることではありません。",
        "{bearer}が する ことを {office}が {further}にも 知らせました：「{title}」。あなたが する ことでは ありません。",
        "Asked for it under the law, the office in charge ({office}) has also told the {further} about something that the "
        "{bearer} is to do: {title}. It is not for you to do.",
    ),
}

_OUTSTANDING: Final = {
    "title.outstanding": Text(
        "記録の届き方（{day}現在）", "記録は 早く とどいて いますか（{day}）", "How your records arrive, as of {day}"
    ),
    "lead.outstanding": Text(
        "{day}現在、貴機関からの記録に、その種類について定めた期間より遅いもの、又は件数の合わないものがあります。数だけを見ており、"
        "特定の人の記録ではありません。記録が届くまで、関係する方の答えは決まりません。",
        "{day}に 数えました。おそい 記録や、数が あわない 記録が あります。だれの 記録かは 見て いません。"
        "記録が とどくまで、答えが 出ない 人が います。",
        "Counted on {day}: some of what you tell arrives later, or less complete, than is allowed for its kind. Only counts were "
        "looked at, and nobody's record. Until your records are here, answers about those concerned stay open.",
    ),
    "outstanding.source": Text("記録をもつところ", "記録を もって いる ところ", "Whoever keeps the records"),
    "outstanding.late": Text(
        "{kind}：9割が届くまで{measured}日かかっています（{days}日以内とされています）。遅れている記録を送ってください。",
        "{kind}：9割が とどくまで {measured}日です（{days}日までです）。まだの ものを 送って ください。",
        "{kind}: nine in ten are on record after {measured} days; {days} are allowed. Please send those that are outstanding.",
    ),
    "outstanding.silent": Text(
        "{kind}：{measured}日間、何も届いていません（{days}日以内とされています）。記録がないときは、ないことを知らせてください。",
        "{kind}：{measured}日 なにも とどいて いません（{days}日までです）。ない ときは「ありません」と 知らせて ください。",
        "{kind}: nothing has come for {measured} days; {days} are allowed. If there is nothing to tell, please say so.",
    ),
    "outstanding.incomplete": Text(
        "{kind}：知らせた件数と届いた記録の数が、{measured}件で合いません。確かめて、足りない記録を送ってください。",
        "{kind}：数が {measured} あいません。たしかめて、足りない ものを 送って ください。",
        "{kind}: {measured} of the counts that you gave differ from what arrived. Please look into it and send what is missing.",
    ),
    "outstanding.incomplete.few": Text(
        "{kind}：知らせた件数と届いた記録の数が合わないものがあります（10件未満）。確かめて、足りない記録を送ってください。",
        "{kind}：数が あわない ものが あります（10より 少ない）。たしかめて、足りない ものを 送って ください。",
        "{kind}: a few of the counts that you gave, under ten, differ from what arrived. Please look into it and send what is "
        "missing.",
    ),
    "outstanding.unanswered": Text(
        "{kind}：異議のうち{days}日以内に答えたものが9割に満たず、{measured}件が答えを待っています。答えてください。",
        "{kind}：「ちがいます」と 言われた ときの 答えが おそいです（{days}日までです）。"
        "まだの ものが {measured} あります。答えて ください。",
        "{kind}: fewer than nine in ten disputes were answered within {days} days; {measured} wait. Please answer them.",
    ),
    "outstanding.unanswered.few": Text(
        "{kind}：異議のうち{days}日以内に答えたものが9割に満たないため、まだのものに答えてください。",
        "{kind}：「ちがいます」と 言われた ときの 答えが おそいです（{days}日までです）。まだの ものに 答えて ください。",
        "{kind}: fewer than nine in ten disputes were answered within {days} days. Please answer those that are open.",
    ),
    "outstanding.corrected": Text(
        "{kind}：訂正した記録は、半数が{measured}日以内に訂正されています（お知らせのみ）。",
        "{kind}：なおした ものの 半分は、{measured}日までに なおりました（お知らせだけです）。",
        "{kind}: of the records that you corrected, half were put right within {measured} days (for information).",
    ),
}

WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {**_HEADINGS, **_TASKS, **_PROTECTION, **_SUBJECTS, **_CORRECTED, **_FURTHER, **_OUTSTANDING, **LEADS}
)
