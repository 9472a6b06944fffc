"""Connectors: each translates one institution's own file into lines of a case file, and does nothing else."""

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.connectors.bank_registered_stays import BANK_REGISTERED_STAYS
from kyosei.connectors.connector import Connector, Line
from kyosei.connectors.freee_hr import FREEE_HR
from kyosei.connectors.immigration_notices import ACCEPTING_ORGANISATION_NOTICES, CONTRACTING_ORGANISATION_NOTICES
from kyosei.connectors.immigration_stays import IMMIGRATION_STAYS
from kyosei.connectors.jps_acquisition import JPS_ACQUISITION
from kyosei.connectors.jps_remuneration import JPS_REMUNERATION
from kyosei.connectors.labour_foreign_workers import LABOUR_FOREIGN_WORKERS
from kyosei.connectors.municipality_residents import MUNICIPALITY_RESIDENTS
from kyosei.connectors.pension_payments import ESTABLISHMENT_PAYMENTS, NATIONAL_CONTRIBUTIONS
from kyosei.connectors.school_records import SCHOOL_ATTENDANCE, SCHOOL_ENROLMENTS
from kyosei.connectors.smarthr_crews import SMARTHR_CREWS
from kyosei.connectors.support_records import SUPPORT_ACTIONS, SUPPORT_INTERVIEWS
from kyosei.connectors.table.reading import Table
from kyosei.connectors.tax_special_collection import TAX_SPECIAL_COLLECTION
from kyosei.connectors.zengin_salary import ZENGIN_SALARY

__all__ = ["CONNECTORS", "TABLES", "Connector", "Line"]

TABLES: tuple[Table, ...] = (
    IMMIGRATION_STAYS, CONTRACTING_ORGANISATION_NOTICES, ACCEPTING_ORGANISATION_NOTICES, LABOUR_FOREIGN_WORKERS,
    ESTABLISHMENT_PAYMENTS, NATIONAL_CONTRIBUTIONS, TAX_SPECIAL_COLLECTION, BANK_REGISTERED_STAYS, SCHOOL_ENROLMENTS,
    SCHOOL_ATTENDANCE, MUNICIPALITY_RESIDENTS, SUPPORT_ACTIONS, SUPPORT_INTERVIEWS,
)  # fmt: skip
"""The tables documented here, which can also be written."""

CONNECTORS: Mapping[str, Connector] = MappingProxyType(
    {
        "freee-hr": FREEE_HR,
        "smarthr-crews": SMARTHR_CREWS,
        "jps-acquisition": JPS_ACQUISITION,
        "jps-remuneration": JPS_REMUNERATION,
        "zengin-salary": ZENGIN_SALARY,
        **{table.name: table.connector for table in TABLES},
    }
)
