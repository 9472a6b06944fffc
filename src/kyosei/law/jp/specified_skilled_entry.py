"""Does whoever asks to stay as a specified skilled worker meet what the criteria ask of the person and of the promises made?

The row on specified skilled workers of the landing criteria, items 1, 4 and 5: asked of whoever applies for the status, and
in principle again at a renewal. Item 2 (deposits), item 3 (fees abroad) and the five years are in `specified_skilled_stay`,
what it asks of the host in `specified_skilled_host`. Health, the issuing state of the passport and what the ministers in
charge of a field add by notice are not here: no record tells of them.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import EMPLOYMENT, PERSON, Employment, Person
from kyosei.facts.vocabulary.education import StudyCredential
from kyosei.facts.vocabulary.immigration import DeclaredConditions, ResidenceApplication, ResidenceStatus
from kyosei.facts.vocabulary.labour import WorkPay
from kyosei.facts.vocabulary.support import HomeCountryProcedure
from kyosei.law.jp.judged import found
from kyosei.law.jp.laws import IMMIGRATION_ACT, LANDING_CRITERIA
from kyosei.law.jp.on_record import on_record, told
from kyosei.law.jp.residence import designated_here, keeps_status, pending_application
from kyosei.norms.declare import requirement, since_day
from kyosei.norms.forms import Requirement
from kyosei.terms.expressions import Cond
from kyosei.terms.language import WindowEdge, age, all_of, always, any_one, ever, item, since, years, yen
from kyosei.terms.text import Text

__all__ = [
    "NORMS",
    "asks_to_be_specified_skilled",
    "asks_to_work_here",
    "charges_agreed",
    "procedure_abroad",
    "test_of_japanese",
    "test_of_skill",
    "would_work_here",
]

_SKILLED = ("specified-skilled-worker",)
_OF_INTERNS = ("titp-2", "titp-2a", "titp-2b")
_ENOUGH_JAPANESE = ("jlpt_n1", "jlpt_n2", "jlpt_n3", "jlpt_n4", "jft_basic")
_criterion = partial(
    requirement,
    LANDING_CRITERIA.article("main"),
    IMMIGRATION_ACT.article(7, 1, "2"),
    in_force=since_day(2019, 4, 1),
    verified_on=date(2026, 11, 22),
    layer="ministerial_ordinance",
    authority="authority:isa",
)


def _filed(person: Person, procedure: str) -> Cond:
    """The event that it was filed: an act that the office has on record, or that there was not (decision 0023)."""
    return told(ResidenceApplication.at(person).where(ResidenceApplication.procedure.is_(procedure)).happened())


def _asked_for_the_status(person: Person) -> Cond:
    filed = ResidenceApplication.at(person).where(
        ResidenceApplication.procedure.is_("change"), ResidenceApplication.for_status.is_in(_SKILLED)
    )
    return told(filed.happened())


def asks_to_be_specified_skilled(person: Person) -> Cond:
    """An application for the status is pending, or for a renewal of it."""
    renews = _filed(person, "renewal") & keeps_status(person, _SKILLED)
    changes = _asked_for_the_status(person)
    return item(
        None,
        Text(
            "特定技能への変更・更新の申請中",
            "特定技能の 申請中",
            "applies to be, or to stay, a specified skilled worker",
        ),
        all_of(
            pending_application(person),
            any_one(
                since(renews, reset=_filed(person, "change")),
                since(changes, reset=_filed(person, "renewal")),
            ),
        ),
        LANDING_CRITERIA.article("main"),
    )


def would_work_here(job: Employment) -> Cond:
    """The last thing asked of the office is a renewal with the designated organisation, or a change to another one of which it
    was told. An employer whom the worker leaves by the change is not looked at.
    """
    person = job.person
    renewal = since(_filed(person, "renewal"), reset=_filed(person, "change"))
    change = since(_asked_for_the_status(person), reset=_filed(person, "renewal"))
    return any_one(
        all_of(renewal, designated_here(job)),
        all_of(change, ~designated_here(job), told(DeclaredConditions.at(job).holds())),
    )


def asks_to_work_here(job: Employment) -> Cond:
    """What the office has before it is work as a specified skilled worker at this employer."""
    return all_of(asks_to_be_specified_skilled(job.person), would_work_here(job))


def _passed(person: Person, credentials: tuple[str, ...]) -> Cond:
    found_on = StudyCredential.at(person).where(StudyCredential.credential.is_in(credentials)).happened()
    return ever(found_on, last=None, counting=WindowEdge.INCLUDING_THE_DAY)


def _second_kind(person: Person) -> Cond:
    """Holds the second kind: of it no test of Japanese is asked, and its test of skill is another one, without exceptions."""
    return ResidenceStatus.at(person).subclass.is_("ssw-2")


def _instead_of_tests(person: Person) -> Cond:
    """Whoever completed the second stage of technical intern training well, in related work: for the office to find."""
    trained = ResidenceStatus.at(person).subclass.is_in(_OF_INTERNS)
    return item(
        "一",
        Text(
            "技能実習2号の良好な修了（関連性）",
            "技能実習 2号を さいごまで した",
            "the second stage of technical intern training completed well, in related work",
        ),
        any_one(
            found(person, "intern_training_completed"),
            on_record(trained).waits_for_judgement(),
        ),
        LANDING_CRITERIA.article("main"),
        proviso=True,
    )


@_criterion(
    id="jp.ssw.skill-test",
    title=Text(
        "特定技能の年齢・技能試験",
        "特定技能の 年（18さい）と 技能の 試験",
        "Age and test of skill of a specified skilled worker",
    ),
)
def test_of_skill(person: Person) -> Requirement:
    """Who asks for the status is eighteen or older and has shown by a test the skill that the work needs; who completed the
    second stage of technical intern training well needs no test for related work, but for kind (ii) there is no such
    exception. Which test is the right one for the field and the kind is for the office: a test on record is taken for it.
    """
    return Requirement(
        applies=asks_to_be_specified_skilled(person),
        met=all_of(
            item(
                "一イ",
                Text("18歳以上", "18さい 以上", "eighteen or older"),
                age(person.born) >= years(18, PERSON),
                LANDING_CRITERIA.article("main"),
            ),
            any_one(
                item(
                    "一ハ",
                    Text("技能試験の合格", "技能の 試験に 合格した", "a test of skill passed"),
                    _passed(person, ("ssw_test", "skill_test")),
                    LANDING_CRITERIA.article("main"),
                ),
                all_of(_instead_of_tests(person), ~told(_second_kind(person))),
            ),
        ),
    )


@_criterion(
    id="jp.ssw.japanese-test",
    title=Text(
        "特定技能1号の日本語試験",
        "特定技能 1号の 日本語の 試験",
        "Test of Japanese of a specified skilled worker (i)",
    ),
)
def test_of_japanese(person: Person) -> Requirement:
    """Who asks to be a specified skilled worker (i) has shown by a test the Japanese that life and work need: JLPT N4 or
    JFT-Basic are what offices take (practice; some fields ask for more). Nobody needs it who completed the second stage of
    technical intern training well; nor who is, or becomes, a specified skilled worker (ii).
    """
    return Requirement(
        applies=all_of(asks_to_be_specified_skilled(person), ~told(_second_kind(person))),
        met=any_one(
            item(
                "一ニ",
                Text("日本語試験の合格", "日本語の 試験に 合格した", "a test of Japanese passed"),
                _passed(person, _ENOUGH_JAPANESE),
                LANDING_CRITERIA.article("main"),
            ),
            _instead_of_tests(person),
        ),
    )


@_criterion(
    id="jp.ssw.home-country-procedure",
    title=Text(
        "本国で必要な手続（特定技能）",
        "国で しなければ ならない 手続き（特定技能）",
        "The procedure that the home country asks for (specified skilled worker)",
    ),
)
def procedure_abroad(person: Person) -> Requirement:
    """Where the country of nationality or of residence asks for a procedure before its people work in Japan, such as a permit
    or a registration, it was gone through. Which countries ask for one stands in agreements that change; it is not read
    off the nationality here. A procedure on record meets it; else the office says whether one is needed.
    """
    done = on_record(HomeCountryProcedure.at(person).happened())
    return Requirement(
        applies=asks_to_be_specified_skilled(person),
        met=item(
            "四",
            Text("本国の手続の履行", "国の 手続きを した", "the procedure of the home country was gone through"),
            any_one(done, found(person, "no_home_country_procedure"), always(PERSON).waits_for_judgement()),
            LANDING_CRITERIA.article("main"),
        ),
    )


@_criterion(
    id="jp.ssw.charges-agreed",
    title=Text(
        "定期に負担する費用の合意・実費（特定技能）",
        "家や 食事の お金は、わかって きめた 分だけ（特定技能）",
        "Regular charges are understood, agreed on and no more than they cost (specified skilled worker)",
    ),
)
def charges_agreed(job: Employment) -> Requirement:
    """What the worker pays regularly for food, housing or anything else is agreed on with full understanding of what is given
    for it, is no more than it costs, and stands on a statement that is shown. Nothing taken off the pay meets it. A charge
    is for the office to look at: the promise is the employer's, and a charge that is too high refuses nothing by itself.
    """
    pay = WorkPay.at(job).deductions
    charged = pay.of("rent") + pay.of("meals") + pay.of("utilities")
    some = charged > yen(0, EMPLOYMENT)
    return Requirement(
        applies=asks_to_work_here(job),
        met=item(
            "五",
            Text(
                "食費・居住費等の合意と適正な額",
                "食事や 家の お金が 正しい",
                "charges for food and housing are agreed on and proper",
            ),
            any_one(~some, some.waits_for_judgement()),
            LANDING_CRITERIA.article("main"),
        ),
        figures={"rent_yen": pay.of("rent"), "charged_yen": charged},
    )


NORMS = (test_of_skill, test_of_japanese, procedure_abroad, charges_agreed)
