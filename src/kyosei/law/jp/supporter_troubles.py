"""Has a support organisation told the immigration office in time that it can hardly go on with the support?

What the office asks a host or a support organisation to report or show (Immigration Act arts 19-20, 19-34) it asks in the
single case: no record tells of it.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Support
from kyosei.facts.vocabulary.immigration import AffiliationNotice, OrganisationChange
from kyosei.facts.vocabulary.support import SupporterNotice
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.on_record import on_record
from kyosei.law.jp.organisation_notice import fourteen_days
from kyosei.law.jp.support_engaged import supported_by_organisation
from kyosei.norms.declare import duty, newly_since
from kyosei.norms.forms import Duty
from kyosei.terms.language import all_of, any_one, begins, item
from kyosei.terms.text import Text

__all__ = ["NORMS"]


@duty(
    IMMIGRATION_RULES.article("19-24-2", 1),
    IMMIGRATION_RULES.article("app:別表第三の六"),
    IMMIGRATION_ACT.article("19-30", 1),
    id="jp.ssw.supporter-difficulty",
    title=Text(
        "支援の実施困難の報告（登録支援機関、14日以内）",
        "支援の 団体は 支援が できなく なったら 14日以内に 入管に 知らせる",
        "The support organisation reports within fourteen days that it can hardly go on with the support",
    ),
    bearer="supporter",
    protects="person",
    in_force=newly_since(2025, 4, 1),
    verified_on=date(2026, 11, 23),
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def report_difficulty(given: Support) -> Duty:
    """An organisation to which all support is delegated, and for which it has become difficult, reports that to the office within
    fourteen days, with how the support can go on. Records tell of it when it notifies that it suspends or gives up its work,
    and when the host is dissolved. It reports in the same time what it learns by which the host no longer meets the standards
    for hosts; when it learnt that, no record tells. The text before 2025-04-01 has no such article.
    """
    stopped = SupporterNotice.at(supporter=given.supporter).where(
        SupporterNotice.event.is_in(("suspended", "abolished"))
    )
    dissolved = OrganisationChange.at(organisation=given.employer).where(OrganisationChange.change.is_("dissolved"))
    notice = AffiliationNotice.at(organisation=given.supporter, person=given.party("person"))
    return Duty(
        arises=all_of(
            item(
                "19-24-2(1)",
                Text("支援の実施困難", "支援が むずかしく なった", "the support has become difficult"),
                any_one(begins(on_record(stopped.happened())), begins(on_record(dissolved.happened()))),
                IMMIGRATION_RULES.article("app:別表第三の六"),
            ),
            supported_by_organisation(given),
        ),
        performed=notice.where(AffiliationNotice.event.is_("acceptance_difficult")).happened(key="event_on"),
        due=fourteen_days(),
        matched_by_day=True,
    )


NORMS = (report_difficulty,)
