"""Connectors: each translates one institution's own file into lines of a case file, and does nothing else."""

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.connectors.connector import Connector, Line
from kyosei.connectors.freee_hr import FREEE_HR
from kyosei.connectors.jps_acquisition import JPS_ACQUISITION

__all__ = ["CONNECTORS", "Connector", "Line"]

CONNECTORS: Mapping[str, Connector] = MappingProxyType(
    {
        "freee-hr": FREEE_HR,
        "jps-acquisition": JPS_ACQUISITION,
    }
)
