"""Has an office answered in time whoever says that its record about them is wrong?

The Personal Information Act gives an office thirty days from a request for correction (art. 94 (1)), thirty more where it
tells the person of a good reason (art. 94 (2)), and a reasonable time where it tells them that it takes particularly long
(art. 95). A dispute that is entered here is no such request in form, which asks that the information was disclosed by a
decision before (art. 90 (1)). It is held to the same days, as a limit: nothing is breached, and nothing follows for the
person but that they may ask. Records of criminal cases are not bound (art. 124 (1)). The days in which the office has a
request completed (art. 91 (3)) are not counted apart, as nobody records them; an office that needs them tells of an
extension. The wording is that of 2026; earlier ones, and when municipalities became bound, were not read.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import CORRECTION, Correction
from kyosei.facts.vocabulary.records import CorrectionRequest
from kyosei.law.jp.laws import PERSONAL_INFORMATION_ACT
from kyosei.law.jp.on_record import on_record, told
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.language import any_one, days, item, within
from kyosei.terms.text import Text

__all__ = ["NORMS", "answer_correction_request"]

_WITHIN, _EXTENDED = PERSONAL_INFORMATION_ACT.article(94, 1), PERSONAL_INFORMATION_ACT.article(94, 2)
_LONGER, _CRIMINAL = PERSONAL_INFORMATION_ACT.article(95), PERSONAL_INFORMATION_ACT.article(124, 1)


@limit(
    _WITHIN,
    _EXTENDED,
    _LONGER,
    PERSONAL_INFORMATION_ACT.article(93, 1),
    PERSONAL_INFORMATION_ACT.article(93, 2),
    id="jp.records.answer-correction-request",
    title=Text(
        "記録の訂正の求めへの回答（30日以内）",
        "「この 記録は ちがいます」と 言われた 役所は 30日までに こたえる",
        "An office answers within thirty days whoever says that its record is wrong",
    ),
    bearer="office",
    protects="person",
    in_force=since_day(2026, 1, 1),
    verified_on=date(2026, 11, 23),
    layer="practice",
    authority="authority:isa",
)
def answer_correction_request(asked: Correction) -> Limit:
    """An office to which a person says that its record about them is wrong corrects it or keeps it, and tells them so,
    within 30 days. Where it has told the person that it needs longer, it has 60 days; where it has told them that it
    takes particularly long, the law names no number of days. This is the time that the law gives for a formal request: a
    later answer counts as well, and nothing follows for the person but that they may ask.
    """
    request = CorrectionRequest.at(asked, at_key=True)
    began = request.starts()
    waits = item(
        "93",
        Text("訂正の求めに未回答", "まだ こたえて いない", "asked, and not answered yet"),
        told(request.holds()),
        _WITHIN,
    )
    criminal = item(
        "124(1)",
        Text(
            "刑事事件等に係る記録", "刑事事件（悪い ことを した 人の 裁判など）の 記録", "a record of a criminal case"
        ),
        on_record(request.where(CorrectionRequest.criminal_case).holds()),
        _CRIMINAL,
        proviso=True,
    )
    extended = on_record(request.where(CorrectionRequest.extended.is_("thirty_days")).holds())
    longer = on_record(request.where(CorrectionRequest.extended.is_("longer")).holds())
    return Limit(
        applies=waits.unless(criminal),
        respected=any_one(
            item(
                "94(1)",
                Text("30日以内", "30日までの 間", "within 30 days"),
                within(days(30, CORRECTION), after=began),
                _WITHIN,
            ),
            item(
                "94(2)",
                Text(
                    "延長後の60日以内", "60日までの 間（長く すると 言った）", "within 60 days, as the person was told"
                ),
                extended & within(days(60, CORRECTION), after=began),
                _EXTENDED,
            ),
            item(
                "95",
                Text(
                    "特に長期間を要する旨の通知",
                    "とても 長く かかると 言った",
                    "the person was told that it takes long",
                ),
                longer,
                _LONGER,
            ),
        ),
    )


NORMS = (answer_correction_request,)
