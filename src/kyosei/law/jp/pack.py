"""The law pack of Japan: every norm, listed by hand, file by file."""

from __future__ import annotations

from kyosei.law.jp import (
    address_notice,
    bank_stay,
    confirmation_right,
    contract_as_applied,
    employment_insurance,
    first_shift,
    foreign_worker_notice,
    host_notice,
    insured,
    lawful_stay,
    minimum_wage,
    organisation_notice,
    part_time_hours,
    pension_contributions,
    pension_deductions,
    pension_notice,
    resident_tax,
    schooling,
    scope_of_work,
    specified_skilled,
    stay_ending,
    support,
    support_interviews,
)
from kyosei.norms.declare import Norm

__all__ = ["NORMS"]

NORMS: tuple[Norm, ...] = (
    *lawful_stay.NORMS,
    *stay_ending.NORMS,
    *scope_of_work.NORMS,
    *part_time_hours.NORMS,
    *organisation_notice.NORMS,
    *host_notice.NORMS,
    *address_notice.NORMS,
    *first_shift.NORMS,
    *insured.NORMS,
    *pension_notice.NORMS,
    *employment_insurance.NORMS,
    *pension_contributions.NORMS,
    *pension_deductions.NORMS,
    *confirmation_right.NORMS,
    *resident_tax.NORMS,
    *foreign_worker_notice.NORMS,
    *minimum_wage.NORMS,
    *contract_as_applied.NORMS,
    *specified_skilled.NORMS,
    *support.NORMS,
    *support_interviews.NORMS,
    *bank_stay.NORMS,
    *schooling.NORMS,
)
