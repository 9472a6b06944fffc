"""What does the office ask and weigh when permission for work beside the status is asked for?

Immigration Act art. 19 (2): it may be given, where it is suitable, for work that does not hinder what the status is for; and
Regulations art. 19 (5), in the wording of 2026-06-14. Earlier wordings were not read. What the office publishes as general
principles beside that was read in secondary sources only, and is not asked here.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.immigration import WorkPermission
from kyosei.law.jp.asked_while_pending import AskedWhilePending
from kyosei.law.jp.judged import assessed, weighed
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.permitted_work import enrolled_anywhere, is_student
from kyosei.law.jp.residence import LIMITED_IN_WORK, keeps_status, pending_for
from kyosei.norms.declare import since_day
from kyosei.terms.expressions import Cond
from kyosei.terms.language import any_one, item
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_PERMISSION = IMMIGRATION_ACT.article(19, 2)
_SCOPES = IMMIGRATION_RULES.article(19, 5, "1")


def _limited(person: Person) -> Cond:
    return item(
        "19(2)",
        Text("別表第一の在留資格", "しごとに きまりが ある 在留資格", "a status under which work is limited"),
        keeps_status(person, LIMITED_IN_WORK),
        _PERMISSION,
    )


def _no_hindrance(person: Person) -> Cond:
    text = Text("本来の活動を阻害しない", "もとの ことの じゃまに ならない", "does not hinder what the status is for")
    return assessed(person, "no_hindrance", "19(2)", text, _PERMISSION)


def _suitable(person: Person) -> Cond:
    text = Text("相当と認められる", "許可して よい", "is suitable")
    return weighed(person, "suitable_permission", "19(2)", text, _PERMISSION)


def _enrolled(person: Person) -> Cond:
    """A permission for one employer, designated one by one, does not ask for it: so it never fails by itself."""
    text = Text("個別に指定する活動", "ひとつずつ きめる しごと", "work that is designated one by one")
    individual = weighed(person, "individually_designated", "19(5)(iii)", text, IMMIGRATION_RULES.article(19, 5, "3"))
    return any_one(enrolled_anywhere(person), individual)


def _pending(person: Person) -> Cond:
    return pending_for(person, "work_permission", WorkPermission.at(person).starts())


_ASKED = AskedWhilePending(
    "jp.immigration.work-permission-", (_PERMISSION,), _pending, since_day(2026, 6, 14), date(2026, 11, 23)
)

NORMS = (
    _ASKED.norm(
        "limited-status",
        Text(
            "資格外活動①就労に制限のある在留資格",
            "しごとの 許可①在留資格",
            "Permission to work, 1: a status under which work is limited",
        ),
        "The person holds a status under which paid work is limited. Who holds another one may do any work and needs no "
        "permission.",
        _limited,
    ),
    _ASKED.norm(
        "no-hindrance",
        Text(
            "資格外活動②本来の活動を阻害しない",
            "しごとの 許可②じゃまに ならない",
            "Permission to work, 2: no hindrance",
        ),
        "The work does not hinder what the status is for, such as studying. This is necessary, and for the office to find.",
        _no_hindrance,
    ),
    _ASKED.norm(
        "suitable",
        Text("資格外活動③相当性", "しごとの 許可③許可して よい", "Permission to work, 3: suitable"),
        "The office holds it to be suitable; it weighs all that speaks for and against it.",
        _suitable,
    ),
    _ASKED.norm(
        "enrolled",
        Text(
            "資格外活動④教育機関に在籍（留学）",
            "しごとの 許可④学校に いる（留学）",
            "Permission to work, 4: a student is enrolled",
        ),
        "A student is enrolled at a school: the general permission covers only what is done while enrolled. For work that the "
        "office designates one by one it may find that this is not needed.",
        _enrolled,
        _SCOPES,
        also=is_student,
    ),
)
