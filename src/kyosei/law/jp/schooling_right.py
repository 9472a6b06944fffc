"""May a child go to a Japanese public school?

The Act binds the guardians of Japanese children only (arts. 16, 17). A foreign child has no duty and a right: whoever asks
is admitted on the same terms, without fees (Covenant on Economic, Social and Cultural Rights art. 13, Convention on the
Rights of the Child art. 28; practice of the Ministry of Education). So there is no breach here, whatever a family does.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import PERSON, Person
from kyosei.facts.vocabulary.education import Schooling
from kyosei.law.jp.laws import SCHOOL_EDUCATION_ACT
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.expressions import Cond
from kyosei.terms.language import age, all_of, any_one, item, years
from kyosei.terms.text import Text

__all__ = ["NORMS"]


def _of_school_age(person: Person) -> Cond:
    """Six to fourteen years old; at fifteen it depends on whether the school year has ended."""
    at_least_six = age(person.born) >= years(6, PERSON)
    fifteen = age(person.born) >= years(15, PERSON)
    sixteen = age(person.born) >= years(16, PERSON)
    return item(
        "17",
        Text("学齢", "6さいから 中学校の おわりまで", "of school age"),
        any_one(all_of(at_least_six, ~fifteen), all_of(fifteen, ~sixteen).unsettled_in_law()),
        SCHOOL_EDUCATION_ACT.article(17),
    )


@right(
    SCHOOL_EDUCATION_ACT.article(16),
    SCHOOL_EDUCATION_ACT.article(17, 1),
    id="jp.education.right-to-schooling",
    title=Text(
        "公立小中学校への就学",
        "子どもは 日本の 小学校・中学校に 入れます",
        "A child may go to public primary and lower secondary school",
    ),
    holder="person",
    in_force=since_day(1979, 9, 21),
    verified_on=date(2026, 11, 21),
    layer="practice",
    authority="unknown:municipality",
)
def right_to_schooling(person: Person) -> Right:
    """A child of school age who does not go to school yet may be enrolled by asking the municipality, whatever the nationality
    and the status of residence. School begins in the April after the sixth birthday, and ends in the March after the
    fifteenth: for the last year it is not computed here but said to be open.
    """
    return Right(
        applies=_of_school_age(person),
        exercisable=~Schooling.at(person).holds(),
        how=Text(
            "市区町村の教育委員会に就学を申し出る（授業料・教科書は無償。在留資格は問われない）",
            "市役所で「学校に 入りたい」と 言います。お金は いりません。",
            "Ask the municipality's board of education; tuition and textbooks are free, and the status does not matter",
        ),
        against="unknown:municipality",
        lost=Text(
            "学齢の終わりまで（その後は夜間中学など）",
            "中学校の おわりまで。その あとは 夜間中学が あります。",
            "At the end of school age; after that there are evening schools",
        ),
    )


NORMS = (right_to_schooling,)
