"""The forms (様式コード) that a filing CSV can hold, by number, for messages about those that are not read."""

from __future__ import annotations

from kyosei.connectors.filing_csv.cells import Cell
from kyosei.connectors.lines import shown
from kyosei.errors import InstitutionFileError

__all__ = ["FORMS", "unread_form"]

FORMS = {
    "2200700": "資格取得届",
    "2201700": "資格喪失届",
    "2202700": "被扶養者（異動）届",
    "2225700": "算定基礎届",
    "2221700": "月額変更届",
    "2265700": "賞与支払届",
}


def unread_form(form: Cell, *read: str) -> InstitutionFileError:
    """The error for a form that a connector does not read, to be raised; `read` are those that it reads."""
    title = FORMS.get(form.text(), "a form not known here")
    known = " or ".join(f"{number} ({FORMS[number]})" for number in read)
    return form.refusal(f"is {shown(form.text())} ({title}), which is not read; import a file with {known} only")
