"""How a ruling about the alerts of a norm is written as an entry."""

from __future__ import annotations

from kyosei.facts.case_file import Line
from kyosei.facts.case_file.shown import nearest, shown
from kyosei.facts.case_file.values import identifier, instants, optional_day, optional_identifier, party, text
from kyosei.journal.entries import NormAct, NormActKind
from kyosei.timelines.days import FIRST_DAY, NEVER

__all__ = ["read_norm_act"]


def read_norm_act(line: Line, laws: tuple[str, ...]) -> NormAct:
    """The ruling that a line states; laws: what stands under `laws`. CaseFileError if it is none that may be."""
    written = identifier(line, "act")
    if written not in tuple(NormActKind):
        raise line.refusal(f"unknown act {shown(written)}; {nearest(written, NormActKind)}")
    act = NormActKind(written)
    from_day, until_day = optional_day(line, "from"), optional_day(line, "until")
    if act is NormActKind.DEFECTIVE:
        if not laws:
            raise line.refusal("`laws` is empty; name each law version under which the norm is defective")
        if from_day is not None and until_day is not None and until_day <= from_day:
            raise line.refusal("`until` is not after `from`; correct one of them")
    elif laws or from_day is not None or until_day is not None:
        raise line.refusal(
            f"`laws`, `from` and `until` tell which version is defective; leave them out of {shown(written)}"
        )
    return NormAct(
        identifier(line, "id"), identifier(line, "norm"), act, laws, FIRST_DAY if from_day is None else from_day,
        NEVER if until_day is None else until_day, text(line, "reason"), optional_identifier(line, "author"),
        party(line, "source"), *instants(line),
    )  # fmt: skip
