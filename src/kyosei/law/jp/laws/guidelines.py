"""What offices lay down without a register of laws: guidelines, practices, drafts and what was announced.

A draft or something announced is in force on no day. It is listed so that a norm or a what-if can name it.
"""

from __future__ import annotations

from kyosei.law.jp.laws.intervals import of_unknown_beginning, since, verified_since
from kyosei.terms.citations import Law

__all__ = [
    "AGENCY_DATA_LINK",
    "BUSINESS_MANAGER_TRANSITION",
    "CHANGE_AND_RENEWAL_GUIDELINE",
    "EXPIRED_STAY_WITHDRAWALS",
    "FOREIGN_EXCHANGE_CIRCULAR",
    "GUIDELINES",
    "LANGUAGE_SCHOOL_NOTICE",
    "PERMANENT_RESIDENCE_DOCUMENTS",
    "PERMANENT_RESIDENCE_DRAFT",
    "PERMANENT_RESIDENCE_GUIDELINE",
    "ROLLING_WEEK_PRACTICE",
    "SPECIAL_PERMISSION_GUIDELINE",
    "SSW_FIVE_YEARS_DRAFT",
    "SSW_OPERATING_GUIDELINE",
    "STATUS_REVOCATION_DRAFT",
]

_ISA = "https://www.moj.go.jp/isa"
_DRAFTS = "e-Gov public comment 315000140, 2026-08-04 to 2026-09-03; no final version was found by 2026-11-21"

PERMANENT_RESIDENCE_GUIDELINE = Law(
    "guideline:permanent-residence", "永住許可に関するガイドライン", "Permanent Residence Guideline",
    "永住許可ガイドライン", "guideline", verified_since(2026, 2, 24),
    f"{_ISA}/applications/resources/nyukan_nyukan50.html",
)  # fmt: skip
"""As revised on 2026-02-24; the same guideline held before with other figures."""
CHANGE_AND_RENEWAL_GUIDELINE = Law(
    "guideline:change-and-renewal", "在留資格の変更、在留期間の更新許可のガイドライン",
    "Guideline on Change of Status and Extension of Stay", "変更・更新ガイドライン", "guideline",
    of_unknown_beginning(), f"{_ISA}/applications/resources/nyuukokukanri07_00058.html",
)  # fmt: skip
"""Made in March 2008, last amended in June 2026; the days of the month were not read."""
SPECIAL_PERMISSION_GUIDELINE = Law(
    "guideline:special-permission", "在留特別許可に係るガイドライン", "Guideline on Special Permission to Stay",
    "在留特別許可ガイドライン", "guideline", verified_since(2024, 6, 10), f"{_ISA}/deportation/resources/08_00035.html",
)  # fmt: skip
LANGUAGE_SCHOOL_NOTICE = Law(
    "guideline:language-school-notice", "日本語教育機関の告示基準", "Language School Notice Standards", "告示基準",
    "guideline", of_unknown_beginning(), "Immigration Services Agency; read in a copy of 2026",
)  # fmt: skip
"""The old list of schools that it governs ends on 2029-03-31."""
FOREIGN_EXCHANGE_CIRCULAR = Law(
    "guideline:foreign-exchange-circular", "外国為替法令の解釈及び運用について（昭和55年蔵国第4672号）",
    "Circular on the Foreign Exchange Laws", "蔵国4672号", "guideline", of_unknown_beginning(), "Ministry of Finance",
)  # fmt: skip
SSW_OPERATING_GUIDELINE = Law(
    "guideline:specified-skilled-operation", "特定技能外国人受入れに関する運用要領", "SSW Operating Guideline",
    "特定技能運用要領", "guideline", since(2019, 4, 1), "Immigration Services Agency; not read, known from reports",
)  # fmt: skip
ROLLING_WEEK_PRACTICE = Law(
    "practice:any-seven-days", "資格外活動許可の一週の起算（どの曜日から起算しても28時間以内）",
    "Twenty-Eight Hours in Any Seven Days", "28時間の起算", "practice", of_unknown_beginning(),
    "Immigration Services Agency; absent from the Regulations, known from reports",
)  # fmt: skip
BUSINESS_MANAGER_TRANSITION = Law(
    "practice:business-manager-transition", "経営・管理の許可基準改正に伴う更新の取扱い",
    "Business Manager Renewals until 2028-10-16", "経営・管理の経過的取扱い", "practice", since(2025, 10, 16),
    "Immigration Services Agency; the ordinance has no such clause",
)  # fmt: skip
PERMANENT_RESIDENCE_DOCUMENTS = Law(
    "practice:permanent-residence-documents", "永住許可申請の提出書類一覧", "Documents for Permanent Residence",
    "永住申請書類一覧", "practice", of_unknown_beginning(), "Immigration Services Agency, pages zairyu_eijyu01 to 04",
)  # fmt: skip
EXPIRED_STAY_WITHDRAWALS = Law(
    "practice:expired-stay-withdrawals", "在留期間経過後の預貯金口座の取扱い（警察庁、令和6年12月24日）",
    "Police Agency Note on Accounts after the Stay", "在留期間経過後の口座の取扱い", "practice",
    since(2024, 12, 24), "National Police Agency, note to all institutions of 2024-12-24",
)  # fmt: skip
PERMANENT_RESIDENCE_DRAFT = Law(
    "draft:permanent-residence-2026-08", "永住許可に関するガイドライン（案）", "Draft Permanent Residence Guideline",
    "永住許可ガイドライン案", "draft", (), _DRAFTS,
)  # fmt: skip
STATUS_REVOCATION_DRAFT = Law(
    "draft:permanent-residence-revocation-2026-08", "永住者の在留資格の取消しに関するガイドライン（案）",
    "Draft Guideline on Revoking Permanent Residence", "永住取消しガイドライン案", "draft", (),
    _DRAFTS.replace("315000140", "315000141"),
)  # fmt: skip
SSW_FIVE_YEARS_DRAFT = Law(
    "draft:ssw-2-five-years-2026-08", "出入国管理及び難民認定法施行規則の一部を改正する省令（案）",
    "Draft: Five Years for Specified Skilled Worker (ii)", "特定技能2号5年案", "draft", (),
    _DRAFTS.replace("315000140", "315000139"),
)  # fmt: skip
AGENCY_DATA_LINK = Law(
    "announced:agency-data-link-2027-06", "国民健康保険・国民年金の納付状況の連携による在留審査",
    "Link of Premium Records to Residence Examination", "納付状況の連携", "announced", (),
    "announced for June 2027; known from reports",
)  # fmt: skip

GUIDELINES = (
    PERMANENT_RESIDENCE_GUIDELINE, CHANGE_AND_RENEWAL_GUIDELINE, SPECIAL_PERMISSION_GUIDELINE, LANGUAGE_SCHOOL_NOTICE,
    FOREIGN_EXCHANGE_CIRCULAR, SSW_OPERATING_GUIDELINE, ROLLING_WEEK_PRACTICE, BUSINESS_MANAGER_TRANSITION,
    PERMANENT_RESIDENCE_DOCUMENTS, EXPIRED_STAY_WITHDRAWALS, PERMANENT_RESIDENCE_DRAFT, STATUS_REVOCATION_DRAFT,
    SSW_FIVE_YEARS_DRAFT, AGENCY_DATA_LINK,
)  # fmt: skip
