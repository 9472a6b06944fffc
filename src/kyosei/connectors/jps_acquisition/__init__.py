"""SHFD0006.CSV: the acquisition notices (資格取得届, form 2200700) that an employer files with the Pension Service."""

from kyosei.connectors.jps_acquisition.reading import JPS_ACQUISITION

__all__ = ["JPS_ACQUISITION"]
