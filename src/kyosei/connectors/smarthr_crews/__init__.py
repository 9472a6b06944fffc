"""SmartHR: what its API answered about a company's employees (crews)."""

from kyosei.connectors.smarthr_crews.reading import SMARTHR_CREWS

__all__ = ["SMARTHR_CREWS"]
