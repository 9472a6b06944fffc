"""What the owner of a case says about it in the portal: that it was read, an answer, or that it is done, with what shows it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from kyosei.cases.acts import ActKind
from kyosei.cases.proofs import Proof
from kyosei.errors import EntryRefusedError
from kyosei.timelines.days import day_from_date, instant_from_microseconds, legal_day
from kyosei.web.entering import Intake
from kyosei.web.security.sessions import is_token

__all__ = ["ACTS_OF_OWNER", "Said", "enter_said", "read_said"]

ACTS_OF_OWNER: Final = ("acknowledge", "answer", "done")
"""What its form sends."""
_LETTERS_MOST: Final = 500
_READ: Final = "お知らせを確認した"
_DONE: Final = "{day}に対応済み"
_LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")
"""An id in letters cannot look like an Individual Number, which a journal refuses."""


@dataclass(frozen=True, slots=True)
class Said:
    """act: of `ACTS_OF_OWNER`. words: the owner's own, or the number of a receipt. on: the day it was done, None if none."""

    act: str
    words: str
    on: date | None
    key: str


def read_said(form: Mapping[str, str]) -> Said | None:
    """What a form says; None if it is none of ours."""
    act, key = form.get("act", ""), form.get("key", "")
    if act not in ACTS_OF_OWNER or not is_token(key):
        return None
    try:
        on = date.fromisoformat(form.get("on", ""))
    except ValueError:
        on = None
    return Said(act, " ".join(form.get("words", "").split())[:_LETTERS_MOST], on, key)


def enter_said(
    intake: Intake, owner: str, case: str, said: Said, proofs: Sequence[Proof], now: int
) -> bool:  # fmt: skip
    """Enters it under the owner's key, and whether it was taken: not an empty answer, nor what has no day or one to come.

    Of what is done, the record that shows it is entered as well, if the owner is the one who can say it; what an office has to
    say, it says itself.
    """
    at = instant_from_microseconds(now).isoformat()
    name = hashlib.sha256(f"{case} {said.act} {said.key}".encode()).hexdigest()[:24].translate(_LETTERS)
    reason = _reason(said, now)
    if reason is None:
        return False
    act = ActKind.ACKNOWLEDGE if said.act == "acknowledge" else ActKind.ANSWER
    lines: list[Mapping[str, object]] = [
        {
            "type": "case_act", "id": f"act-{name}", "case": case, "act": act.value, "reason": reason, "source": owner,
            "stated_at": at,
        }
    ]  # fmt: skip
    own = next((one for one in proofs if one.source == owner and one.is_event), None)
    if said.act == "done" and said.on is not None and own is not None:
        lines.insert(0, replace(own, on=day_from_date(said.on)).line(f"done-{name}", at))
    try:
        for line in lines:
            intake.enter(owner, line)
    except EntryRefusedError:
        return False
    return True


def _reason(said: Said, now: int) -> str | None:
    match said.act:
        case "acknowledge":
            return _READ
        case "done":
            if said.on is None or day_from_date(said.on) > legal_day(now):
                return None
            return "。".join(filter(None, (_DONE.format(day=said.on.isoformat()), said.words)))
        case _:
            return said.words or None
