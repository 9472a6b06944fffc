"""SHFD0006.CSV: the notices of monthly remuneration (算定基礎届 2225700, 月額変更届 2221700) of an employer."""

from kyosei.connectors.jps_remuneration.reading import JPS_REMUNERATION

__all__ = ["JPS_REMUNERATION"]
