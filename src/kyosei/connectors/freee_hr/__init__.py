"""freee HR: what its API answered about a company's employees, their pay, hours and insurance."""

from kyosei.connectors.freee_hr.reading import FREEE_HR

__all__ = ["FREEE_HR"]
