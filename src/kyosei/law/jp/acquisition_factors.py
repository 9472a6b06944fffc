"""What does the office ask and weigh when a status is acquired by somebody who did not land?

Immigration Act art. 22-2 (3), which takes over art. 20 (3): a status is granted only on a reasonable ground, in the wording of
2026-06-14; earlier wordings were not read. The acquisition of permanent residence (art. 22-2 (4)) is another question and
not asked here. No guideline of its own is published.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.immigration import ResidenceApplication, ResidenceBasis
from kyosei.law.jp.judged import assessed, weighed
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.residence import new_status, pending_for
from kyosei.norms.declare import Norm, requirement, since_day
from kyosei.norms.forms import Requirement
from kyosei.terms.citations import Provision
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, any_one, item, since
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_ACQUISITION, _CHANGE = IMMIGRATION_ACT.article("22-2", 3), IMMIGRATION_ACT.article(20, 3)
_GROUND, _STATUS = IMMIGRATION_ACT.article("22-2", 1), IMMIGRATION_ACT.article("2-2", 2)
_WITHOUT_LANDING = ("birth_transitional", "nationality_loss_transitional")


def _pending(person: Person) -> Cond:
    """An acquisition is applied for, and not of permanent residence."""
    permanent = ResidenceApplication.at(person).where(
        ResidenceApplication.procedure.is_("acquisition"), ResidenceApplication.for_status.is_("permanent-resident")
    )
    return all_of(
        pending_for(person, "acquisition", new_status(person)),
        ~since(permanent.happened(), reset=new_status(person)),
    )


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


def _norm(name: str, title: Text, says: str, met: Callable[[Person], Cond], *cited: Provision) -> Norm:
    """What is asked while an acquisition is pending."""

    def asked(person: Person) -> Requirement:
        return Requirement(applies=_pending(person), met=met(person))

    asked.__doc__ = says
    return requirement(
        _ACQUISITION, *cited, id=f"jp.immigration.acquisition-{name}", title=title, in_force=since_day(2026, 6, 14),
        verified_on=date(2026, 11, 23), authority="authority:isa",
    )(asked)  # fmt: skip


NORMS = (
    _norm(
        "without-landing",
        Text("取得①上陸の手続を経ない在留", "取得①上陸しないで いる", "Acquisition, 1: stays without having landed"),
        "The person came to stay without having landed: by birth, by losing Japanese nationality, or otherwise. Of birth and "
        "loss of nationality the office's record tells; of anything else the office finds it.",
        _without_landing,
        _GROUND,
    ),
    _norm(
        "status-fit",
        Text("取得②在留資格該当性", "取得②在留資格に 合う", "Acquisition, 2: belongs to the status"),
        "What the person is going to do, or is, belongs to the status asked for. This is necessary.",
        _status_fit,
        _STATUS,
    ),
    _norm(
        "reasonable-ground",
        Text("取得③相当の理由", "取得③よい わけ", "Acquisition, 3: a reasonable ground"),
        "There is a reasonable ground to grant the status; the office weighs all that speaks for and against it.",
        _reasonable,
        _CHANGE,
    ),
)
