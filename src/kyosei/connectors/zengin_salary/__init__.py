"""The salary file of the Japanese Bankers Association's layout: the transfers of wages that an employer orders."""

from kyosei.connectors.zengin_salary.reading import ZENGIN_SALARY

__all__ = ["ZENGIN_SALARY"]
