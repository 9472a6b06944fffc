"""What does the office ask and weigh when a status is acquired by somebody who did not land?

Immigration Act art. 22-2 (3), which takes over art. 20 (3): a status is granted only on a reasonable ground, in the wording of
2026-06-14; earlier wordings were not read. Of permanent residence art. 22-2 (4) takes over art. 22 instead: conduct,
livelihood and the interests of Japan. No guideline of its own is published.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.immigration import ResidenceApplication, ResidenceBasis
from kyosei.law.jp.asked_while_pending import AskedWhilePending
from kyosei.law.jp.judged import assessed, weighed
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.permanent_classes import family_of_national_or_permanent
from kyosei.law.jp.residence import new_status, pending_for
from kyosei.norms.declare import since_day
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, any_one, item, since
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_ACQUISITION, _CHANGE = IMMIGRATION_ACT.article("22-2", 3), IMMIGRATION_ACT.article(20, 3)
_GROUND, _STATUS = IMMIGRATION_ACT.article("22-2", 1), IMMIGRATION_ACT.article("2-2", 2)
_ACQUISITION_OF_PERMANENCE, _PERMANENT = IMMIGRATION_ACT.article("22-2", 4), IMMIGRATION_ACT.article(22, 2)
_CONDUCT, _LIVELIHOOD = IMMIGRATION_ACT.article(22, 2, "1"), IMMIGRATION_ACT.article(22, 2, "2")
_OF_PERMANENT_RESIDENCE = ResidenceApplication.for_status.is_("permanent-resident")
_WITHOUT_LANDING = ("birth_transitional", "nationality_loss_transitional")


def _pending(person: Person) -> Cond:
    """An acquisition is applied for, of whatever status."""
    return pending_for(person, "acquisition", new_status(person))


def _pending_otherwise(person: Person) -> Cond:
    """An acquisition is applied for, and not of permanent residence."""
    permanent = ResidenceApplication.at(person).where(
        ResidenceApplication.procedure.is_("acquisition"), _OF_PERMANENT_RESIDENCE
    )
    return all_of(_pending(person), ~since(permanent.happened(), reset=new_status(person)))


def _pending_permanent(person: Person) -> Cond:
    """An acquisition of permanent residence is applied for (art. 22-2 (4))."""
    return pending_for(person, "acquisition", new_status(person), _OF_PERMANENT_RESIDENCE)


def _without_landing(person: Person) -> Cond:
    text = Text("上陸の手続を経ない在留", "上陸しないで 日本に いる", "came to stay without landing")
    began = ResidenceBasis.at(person).where(ResidenceBasis.basis.is_in(_WITHOUT_LANDING)).starts()
    recorded = item("22-2(1)", text, since(began, reset=new_status(person)), _GROUND)
    return any_one(recorded, assessed(person, "acquisition_ground", "22-2(1)", text, _GROUND))


def _status_fit(person: Person) -> Cond:
    text = Text("在留資格該当性", "する ことが 在留資格に 合う", "the activity or position belongs to the status")
    return assessed(person, "status_fit", "2-2(2)", text, _STATUS)


def _reasonable(person: Person) -> Cond:
    text = Text("相当の理由", "よい わけが ある", "a reasonable ground")
    return weighed(person, "reasonable_ground", "20(3)", text, _CHANGE)


def _conduct(person: Person) -> Cond:
    text = Text("素行が善良", "まじめに くらして いる", "good conduct")
    return assessed(person, "conduct", "22(2)(i)", text, _CONDUCT)


def _livelihood(person: Person) -> Cond:
    text = Text("独立の生計", "自分の お金や 仕事で くらせる", "an independent livelihood")
    return assessed(person, "livelihood", "22(2)(ii)", text, _LIVELIHOOD)


def _national_interest(person: Person) -> Cond:
    text = Text("日本国の利益", "日本の ため", "the interests of Japan")
    return assessed(person, "national_interest", "22(2)", text, _PERMANENT)


_PREFIX, _FORCE, _READ_ON = "jp.immigration.acquisition-", since_day(2026, 6, 14), date(2026, 11, 23)
_ANY = AskedWhilePending(_PREFIX, (_ACQUISITION,), _pending, _FORCE, _READ_ON)
_OTHERWISE = AskedWhilePending(_PREFIX, (_ACQUISITION,), _pending_otherwise, _FORCE, _READ_ON)
_OF_PERMANENCE = AskedWhilePending(
    f"{_PREFIX}permanent-", (_ACQUISITION_OF_PERMANENCE,), _pending_permanent, _FORCE, _READ_ON
)

NORMS = (
    _ANY.norm(
        "without-landing",
        Text("取得①上陸の手続を経ない在留", "取得①上陸しないで いる", "Acquisition, 1: stays without having landed"),
        "The person came to stay without having landed: by birth, by losing Japanese nationality, or otherwise. Of birth and "
        "loss of nationality the office's record tells; of anything else the office finds it.",
        _without_landing,
        _GROUND,
    ),
    _OTHERWISE.norm(
        "status-fit",
        Text("取得②在留資格該当性", "取得②在留資格に 合う", "Acquisition, 2: belongs to the status"),
        "What the person is going to do, or is, belongs to the status asked for. This is necessary.",
        _status_fit,
        _STATUS,
    ),
    _OTHERWISE.norm(
        "reasonable-ground",
        Text("取得③相当の理由", "取得③よい わけ", "Acquisition, 3: a reasonable ground"),
        "There is a reasonable ground to grant the status; the office weighs all that speaks for and against it.",
        _reasonable,
        _CHANGE,
    ),
    _OF_PERMANENCE.norm(
        "conduct",
        Text("永住者の取得①素行", "永住の 取得①まじめに くらす", "Acquisition of permanent residence, 1: good conduct"),
        "The conduct is good. Not asked of spouses and children of nationals, permanent residents and special permanent "
        "residents, and so of no child that was born to one of them.",
        _conduct,
        _CONDUCT,
        unless=family_of_national_or_permanent,
    ),
    _OF_PERMANENCE.norm(
        "livelihood",
        Text(
            "永住者の取得②独立の生計", "永住の 取得②くらせる お金", "Acquisition of permanent residence, 2: livelihood"
        ),
        "Assets or skills for an independent living. Not asked of spouses and children of nationals, permanent residents and "
        "special permanent residents. The relief of those recognised as in need of protection (art. 61-2-14) speaks of "
        "applications by who has a status.",
        _livelihood,
        _LIVELIHOOD,
        unless=family_of_national_or_permanent,
    ),
    _OF_PERMANENCE.norm(
        "national-interest",
        Text(
            "永住者の取得③日本国の利益",
            "永住の 取得③日本の ため",
            "Acquisition of permanent residence, 3: the interests of Japan",
        ),
        "The Minister finds that the permanent residence accords with the interests of Japan. What the guideline on permanent "
        "residence says of that, such as years of residence, is written for who changes a status, and is not asked here.",
        _national_interest,
        _PERMANENT,
    ),
)
