"""What the API answers about a code: the record of the check, or one problem whatever the reason is that there is none."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Annotated, Final

from fastapi import Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, StringConstraints
from starlette.concurrency import run_in_threadpool

import kyosei
from kyosei.errors import QuestionError
from kyosei.sharing.checking import Checked
from kyosei.sharing.codes import SlipError, read_code
from kyosei.sharing.record import record_of
from kyosei.sharing.shares import VERIFIER_LETTERS_MAX, plain
from kyosei.web.api.callers import portal_of
from kyosei.web.api.problems import Problem, ProblemError
from kyosei.web.pages.check.page import SECONDS_LEAST
from kyosei.web.portal import Portal

__all__ = ["CheckAsked", "check_code"]

_LOG: Final = logging.getLogger("kyosei.web")
_INSTEAD: Final = (
    "ask to see the residence card and, if an application is pending, its receipt; or ask the person for a new code"
)


class CheckAsked(BaseModel):
    """code: as the person gave it. name: of whoever asks, which the person is shown."""

    model_config = ConfigDict(extra="forbid")

    code: Annotated[str, StringConstraints(max_length=40)]
    name: Annotated[str, StringConstraints(min_length=1, max_length=VERIFIER_LETTERS_MAX)]


async def check_code(request: Request, asked: CheckAsked) -> Response:
    """What a code shows, once. One problem stands for a code that is unknown, used, revoked or over, and for any failure."""
    began = time.monotonic()
    try:
        code = read_code(asked.code)
    except SlipError as error:
        raise QuestionError("a character of the code seems to be mistyped; look at it again") from error
    if not plain(asked.name):
        raise QuestionError("name whoever asks: the person is shown who looked")
    portal = portal_of(request)
    checked = await run_in_threadpool(_checked, portal, code, asked.name)
    await asyncio.sleep(began + SECONDS_LEAST - time.monotonic())
    if checked is None:
        raise ProblemError(Problem.CANNOT_CONFIRM, _INSTEAD)
    record = record_of(checked, portal.seal_with, f"kyosei {kyosei.__version__}")
    return Response(record, headers={"cache-control": "no-store"}, media_type="application/json")


def _checked(portal: Portal, code: str, name: str) -> Checked | None:
    try:
        return portal.checking.check(code, name)
    except Exception:  # noqa: BLE001  # whatever happens reads as: not now
        _LOG.exception("a code could not be checked")
        return None
