"""The rows of the acceptance stories: what a provision says about somebody on a day, in lives with fixed data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["ROWS", "Row"]

IMMIGRATION_ACT = "326CO0000000319"
IMMIGRATION_RULES = "356M50000010054"
EMPLOYEES_PENSION_ACT = "329AC0000000115"
EMPLOYEES_PENSION_RULES = "329M50000100037"
HEALTH_INSURANCE_RULES = "215M10000008036"
NATIONAL_PENSION_ACT = "334AC0000000141"
LABOUR_MEASURES_ACT = "341AC0000000132"
LABOUR_STANDARDS_ACT = "322AC0000000049"
MINIMUM_WAGE_ACT = "334AC0000000137"
SSW_STANDARDS = "431M60000010005"
LANDING_CRITERIA = "402M50000010016"
NATIONAL_PENSION_RULES = "335M50000100012"

BAO, MINATO = "person:bao", "org:minato"
MINH, TECH, SAKURA, KAEDE = "person:minh", "org:tech", "org:sakura", "org:kaede"
THU, KITA, HIKARI, TOMOSHIBI = "person:thu", "org:kita", "org:hikari", "org:tomoshibi"

MONTH_END = ("month-end",)
REQUESTED = ("month-end", "month-end-requested")
CONFIRMED = ("month-end", "month-end-requested", "month-end-confirmed")
RENEWAL = (*CONFIRMED, "month-end-renewal")
APRIL = ("april", "april-card-in-time")
APRIL_AS_IT_WENT = ("april", "april-card-in-time", "april-as-it-went")
TOO_LATE = ("april", "april-card-too-late")
TOO_LATE_AS_IT_WENT = ("april", "april-card-too-late", "april-as-it-went")
ON_MONDAY = ("april", "april-filed-on-monday")
LEAVING = ("leaving",)
EARLY_SHIFT = ("leaving", "leaving-early-shift")
RENEWS_WITH_KITA = ("leaving-renewal",)

NEGATIVE = ("late", "breached", "unmet")


@dataclass(frozen=True)
class Row:
    """What is expected of a provision: found by law, article and paragraph, never by the id of a norm.

    `expect`: some verdict of the provision (of `kind`, if given) about these parties has these members; a tuple of states
    means any of them. `never`: no such verdict has one of these states. `known`: as known at the end
    of that day; by default with all that is told.
    """

    name: str
    files: Sequence[str]
    on: str
    law: str
    article: str
    about: Sequence[str]
    expect: Mapping[str, object] = field(default_factory=dict)
    kind: str | None = None
    paragraph: str | None = None
    never: Sequence[str] = ()
    known: str | None = None


MONTH_END_ROWS = (
    Row("the_employer_never_reported_him", MONTH_END, "2026-10-15", EMPLOYEES_PENSION_RULES, "15", (BAO, MINATO),
        {"state": "breached", "bearer": MINATO, "arose": "2024-02-01", "due": "2024-02-06", "since": "2024-02-07"},
        paragraph="1"),
    Row("nobody_asked_the_health_insurer", MONTH_END, "2026-10-15", HEALTH_INSURANCE_RULES, "24", (BAO, MINATO),
        {"state": "open", "causes": ["missing"], "needs_kinds": ["health.acquisition_notice"],
         "needs_sources": ["unknown:insurer"]}, never=NEGATIVE),
    Row("the_months_billed_to_him_are_not_his", MONTH_END, "2026-10-15", NATIONAL_PENSION_ACT, "88", (BAO,),
        {"state": ("not_applicable", "open")}, never=(*NEGATIVE, "due")),
    Row("not_by_the_article_on_the_date_either", MONTH_END, "2026-10-15", NATIONAL_PENSION_ACT, "91", (BAO,),
        {"state": ("not_applicable", "open")}, never=(*NEGATIVE, "due")),
    Row("he_may_ask_himself_and_seven_months_are_lost", MONTH_END, "2026-10-15", EMPLOYEES_PENSION_ACT, "31",
        (BAO, MINATO),
        kind="right", expect={"state": "met", "figures": {"months_lost": [7, 7]}, "next": {"on": "2026-11-01", "state": "met"}},
        paragraph="1"),
    Row("with_november_the_eighth_month_is_lost", MONTH_END, "2026-11-01", EMPLOYEES_PENSION_ACT, "92", (BAO, MINATO),
        kind="right", expect={"state": "met", "figures": {"months_lost": [8, 8]}}),
    Row("once_he_asked_nothing_more_is_lost", REQUESTED, "2026-10-21", EMPLOYEES_PENSION_ACT, "75", (BAO, MINATO),
        kind="right", expect={"figures": {"months_lost": [7, 7]}, "next": None}),
    Row("the_months_stay_at_seven_in_november", REQUESTED, "2026-11-01", EMPLOYEES_PENSION_ACT, "31", (BAO, MINATO),
        kind="right", expect={"figures": {"months_lost": [7, 7]}}),
    Row("confirmed_he_owed_no_month_himself", CONFIRMED, "2026-12-09", NATIONAL_PENSION_ACT, "88", (BAO,),
        {"state": "not_applicable"}, never=(*NEGATIVE, "due", "open"), known="2026-12-09"),
    Row("the_employer_takes_the_arrears_from_one_pay", CONFIRMED, "2026-12-26", EMPLOYEES_PENSION_ACT, "84", (BAO, MINATO),
        {"state": "unmet", "bearer": MINATO,
         "figures": {"allowed_yen": [23790, 23790], "deducted_yen": [642330, 642330], "excess_yen": [618540, 618540]}},
        paragraph="1"),
    Row("the_premiums_wait_for_judgement_and_the_employer_is_named", RENEWAL, "2026-12-26", IMMIGRATION_ACT, "21", (BAO,),
        {"state": "open", "judgement": True, "attributed_to": [MINATO], "bearer": None}, kind="requirement", paragraph="3",
        never=NEGATIVE),
)  # fmt: skip

_STAY = (IMMIGRATION_ACT, "20", (MINH,))

APRIL_ROWS = (
    Row("the_last_day_on_the_card", APRIL, "2026-04-05", *_STAY, kind="status", expect={"state": "met"}),
    Row("the_first_day_of_the_special_period", APRIL, "2026-04-06", *_STAY, kind="status", expect={"state": "met"},
        paragraph="6"),
    Row("the_decision_alone_ends_nothing", APRIL, "2026-04-21", *_STAY, kind="status", expect={"state": "met"}, paragraph="5"),
    Row("nor_on_the_next_day", APRIL, "2026-04-22", *_STAY, kind="status", expect={"state": "met"}),
    Row("the_day_before_the_card", APRIL, "2026-04-23", *_STAY, kind="status", expect={"state": "met"}),
    Row("the_day_of_the_card", APRIL, "2026-04-24", *_STAY, kind="status", expect={"state": "met"}),
    Row("at_the_latest_until_the_fifth_of_june", APRIL_AS_IT_WENT, "2026-04-10", *_STAY,
        kind="status", expect={"state": "met", "next_on": "2026-06-06"}, known="2026-04-10"),
    Row("six_hours_in_the_vacation", APRIL, "2026-03-30", IMMIGRATION_RULES, "19", (MINH,), {"bearer": MINH},
        paragraph="5", never=NEGATIVE),
    Row("five_hours_on_the_last_day_of_school", APRIL, "2026-03-31", IMMIGRATION_RULES, "19", (MINH,), {"bearer": MINH},
        paragraph="5", never=NEGATIVE),
    Row("a_shift_after_leaving_school", APRIL, "2026-04-03", IMMIGRATION_RULES, "19", (MINH,),
        {"state": ("unmet", "open"), "bearer": MINH}, paragraph="5"),
    Row("the_shop_is_asked_whether_it_took_care", APRIL, "2026-04-03", IMMIGRATION_ACT, "73-2", (MINH, SAKURA),
        {"state": "open", "causes": ["judgement"], "bearer": SAKURA}, never=NEGATIVE),
    Row("no_start_on_the_first_of_april", APRIL, "2026-04-01", IMMIGRATION_ACT, "19", (MINH, KAEDE),
        kind="requirement", expect={"state": "unmet", "next": {"on": "2026-04-24", "state": "met"}}, paragraph="1"),
    Row("asked_a_week_ahead", APRIL_AS_IT_WENT, "2026-04-01", IMMIGRATION_ACT, "19", (MINH, KAEDE),
        kind="requirement", expect={"state": ("unmet", "open")}, paragraph="1", never=("met",), known="2026-03-25"),
    Row("he_told_the_office_in_time", APRIL, "2026-04-14", IMMIGRATION_ACT, "19-16", (MINH, TECH),
        {"state": "met", "arose": "2026-03-31", "due": "2026-04-14", "since": "2026-04-10"}, paragraph="1"),
    Row("the_fifth_day_is_a_holiday", APRIL, "2026-04-30", EMPLOYEES_PENSION_RULES, "15", (MINH, KAEDE),
        {"state": "met", "bearer": KAEDE, "arose": "2026-04-24", "due": "2026-04-30"}),
    Row("the_tenth_is_a_sunday", APRIL, "2026-05-11", LABOUR_MEASURES_ACT, "28", (MINH, KAEDE),
        {"state": ("met", "open"), "bearer": KAEDE, "arose": "2026-04-24"}, never=NEGATIVE),
    Row("too_late_the_last_day_of_two_months", TOO_LATE, "2026-06-05", *_STAY, kind="status", expect={"state": "met"}),
    Row("too_late_the_day_after_two_months", TOO_LATE, "2026-06-06", *_STAY, kind="status", never=("met",)),
    Row("too_late_the_second_day", TOO_LATE, "2026-06-07", *_STAY, kind="status", never=("met",)),
    Row("too_late_lawful_again_with_the_card", TOO_LATE, "2026-06-08", *_STAY, kind="status", expect={"state": "met"}),
    Row("the_postcard_came_and_the_day_is_near", TOO_LATE_AS_IT_WENT, "2026-05-28", *_STAY,
        kind="status", expect={"state": "met", "next_on": "2026-06-06"}, known="2026-05-28"),
    Row("sunday_expiry_the_last_day", ON_MONDAY, "2026-04-05", *_STAY, kind="status", expect={"state": "met"}),
    Row("sunday_expiry_filed_on_monday", ON_MONDAY, "2026-04-06", *_STAY,
        kind="status", expect={"state": "open", "causes": ["law"], "needs_sources": ["authority:isa"]}, never=NEGATIVE),
    Row("sunday_expiry_the_tuesday_after", ON_MONDAY, "2026-04-07", *_STAY,
        kind="status", expect={"state": "open", "causes": ["law"], "needs_sources": ["authority:isa"]}, never=NEGATIVE),
)  # fmt: skip

_JOB = (THU, KITA)

LEAVING_ROWS = (
    Row("a_thousand_yen_are_enough_in_february", LEAVING, "2026-02-28", MINIMUM_WAGE_ACT, "4", _JOB, {"state": "met"}),
    Row("gunmas_new_amount_of_march", LEAVING, "2026-03-01", MINIMUM_WAGE_ACT, "4", _JOB,
        {"state": "unmet", "bearer": KITA, "figures": {"needed_yen": [180710, 180710], "base_yen": [170000, 170000],
                                                       "shortfall_yen": [10710, 10710]}}),
    *(
        Row(f"fifteen_thousand_yen_short_{month}", LEAVING, f"2026-{month}-15", LABOUR_STANDARDS_ACT, "24", _JOB,
            {"state": "unmet", "bearer": KITA,
             "figures": {"agreed_yen": [185000, 185000], "paid_yen": [170000, 170000], "shortfall_yen": [15000, 15000],
                         "support_cost_yen": [10000, 10000]}})
        for month in ("02", "03", "04", "05", "06", "07")
    ),
    *(
        Row(f"no_slips_no_verdict_{month}", LEAVING, f"{month}-15", LABOUR_STANDARDS_ACT, "24", _JOB,
            {"state": "open", "causes": ["missing"]}, never=NEGATIVE)
        for month in ("2025-03", "2025-09", "2026-01")
    ),
    Row("less_than_the_japanese_peer", LEAVING, "2026-04-15", SSW_STANDARDS, "1", _JOB, {"state": "unmet", "bearer": KITA},
        paragraph="1"),
    Row("the_cost_of_support_is_charged", LEAVING, "2026-04-15", SSW_STANDARDS, "2", _JOB,
        {"state": "unmet", "bearer": KITA, "figures": {"support_cost_yen": [10000, 10000]}}, paragraph="1"),
    Row("promised_signed_and_paid", LEAVING, "2026-04-15", LABOUR_STANDARDS_ACT, "15", _JOB,
        {"state": "unmet", "bearer": KITA,
         "figures": {"told_yen": [185000, 185000], "signed_yen": [185000, 185000], "paid_yen": [170000, 170000]}}),
    Row("three_months_without_an_interview", LEAVING, "2026-04-20", SSW_STANDARDS, "3", (THU, KITA, TOMOSHIBI),
        {"state": "breached", "bearer": TOMOSHIBI, "since": "2026-04-15"}, paragraph="1"),
    Row("the_supporter_reports_at_once", LEAVING, "2026-06-03", SSW_STANDARDS, "3", (THU, KITA, TOMOSHIBI),
        {"state": "due", "arose": "2026-06-03", "due": None, "bearer": TOMOSHIBI}, paragraph="1"),
    Row("not_yet_at_the_new_employer", LEAVING, "2026-08-03", IMMIGRATION_ACT, "19", (THU, HIKARI),
        kind="requirement", expect={"state": "unmet", "next": {"on": "2026-09-18", "state": "met"}}, paragraph="1"),
    Row("granted_but_no_card_yet", LEAVING, "2026-09-12", IMMIGRATION_ACT, "20", (THU, HIKARI),
        kind="requirement", expect={"state": "unmet"}, paragraph="1"),
    Row("the_day_before_the_card", LEAVING, "2026-09-17", IMMIGRATION_ACT, "20", (THU, HIKARI),
        kind="requirement", expect={"state": "unmet"}, paragraph="5"),
    Row("with_the_card_she_may_start", LEAVING, "2026-09-18", IMMIGRATION_ACT, "20", (THU, HIKARI),
        kind="requirement", expect={"state": "met"}, paragraph="5"),
    Row("her_own_notice_came_in_time", LEAVING, "2026-08-20", IMMIGRATION_ACT, "19-16", _JOB,
        {"state": "met", "due": "2026-08-14", "since": "2026-08-11", "bearer": THU}),
    Row("the_host_never_told_the_office", LEAVING, "2026-08-20", IMMIGRATION_ACT, "19-18", _JOB,
        {"state": "breached", "since": "2026-08-15", "bearer": KITA}, paragraph="1"),
    Row("nor_the_employment_office", LEAVING, "2026-08-20", LABOUR_MEASURES_ACT, "28", _JOB,
        {"state": "breached", "since": "2026-08-11", "due": "2026-08-10", "bearer": KITA}),
    Row("august_paid_in_time", LEAVING, "2026-10-01", NATIONAL_PENSION_ACT, "88", (THU,),
        {"state": "met", "arose": "2026-08-01", "due": "2026-09-30"}, never=NEGATIVE),
    Row("the_counter_was_closed_on_saturday", LEAVING, "2026-08-31", NATIONAL_PENSION_RULES, "6-2", (THU,),
        never=("late", "breached")),
    Row("no_warning_a_month_after_the_last_day", LEAVING, "2026-08-31", IMMIGRATION_ACT, "22-4", (THU,),
        {"state": "met", "next": {"on": "2026-11-01", "state": "open"}}, kind="status", paragraph="1", never=NEGATIVE,
        known="2026-08-31"),
    Row("the_warning_is_gone_with_the_new_work", LEAVING, "2026-11-01", IMMIGRATION_ACT, "22-4", (THU,),
        {"state": "met"}, kind="status", paragraph="1", never=NEGATIVE),
    Row("renewing_with_kita_waits_because_of_kita", RENEWS_WITH_KITA, "2026-11-20", LANDING_CRITERIA, "main", _JOB,
        {"state": ("unmet", "open"), "applies": "yes", "judgement": True, "attributed_to": [KITA], "bearer": None},
        kind="requirement"),
    Row("and_it_is_said_how_to_move", RENEWS_WITH_KITA, "2026-11-20", IMMIGRATION_ACT, "20", (THU,),
        {"state": "met", "next_on": "2027-02-13"}, kind="right", paragraph="1"),
    Row("her_change_to_hikari_asks_nothing_of_kita", LEAVING, "2026-07-25", LANDING_CRITERIA, "main", _JOB,
        {"state": "not_applicable"}, kind="requirement", never=(*NEGATIVE, "open")),
    Row("early_shift_her_own_limit", EARLY_SHIFT, "2026-08-05", IMMIGRATION_ACT, "19", (THU, HIKARI),
        kind="limit", expect={"state": "unmet", "bearer": THU}, paragraph="1"),
    Row("early_shift_and_the_employers", EARLY_SHIFT, "2026-08-05", IMMIGRATION_ACT, "73-2", (THU, HIKARI),
        kind="limit", expect={"state": ("unmet", "open"), "bearer": HIKARI}),
)  # fmt: skip

ROWS = (*MONTH_END_ROWS, *APRIL_ROWS, *LEAVING_ROWS)
