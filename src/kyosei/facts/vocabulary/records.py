"""Records themselves: what somebody asks an office to put right."""

from __future__ import annotations

from kyosei.facts.fields import BoolField, ChoiceField, TextField
from kyosei.facts.kinds import Kind, TheParty
from kyosei.facts.scopes import CORRECTION

__all__ = ["CorrectionRequest"]


class CorrectionRequest(
    Kind, name="record.correction_request", ja="記録の訂正の求め", en="Request to correct a record", about=("person", "office"),
    single=False, holders=(TheParty("office"),), lag_days=30, scope=CORRECTION,
):  # fmt: skip
    """The person says to an office that its record is wrong: from the day on which it was asked until it is answered.

    Of disputes evidence derives it (`kyosei.evidence.correction_requests`); what was asked elsewhere the office states.
    """

    extended = ChoiceField("期限の延長", "extension told to the person", "thirty_days", "longer")
    reasons = TextField("延長の理由", "reasons of the extension")
    criminal_case = BoolField("刑事事件等に係る記録", "record of a criminal case")


KINDS: tuple[type[Kind], ...] = (CorrectionRequest,)
"""In the order of the vocabulary."""
