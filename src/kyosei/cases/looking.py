"""Looking at cases: each person about whom one is shown gets an access entry with the purpose, before anything is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kyosei.access.purposes import Purposes
from kyosei.access.reading import ReadPath
from kyosei.access.requests import Request
from kyosei.cases.showing import Document, is_about_a_person, shown_part
from kyosei.errors import AccessRefusedError

__all__ = ["Looked", "looked_at"]


@dataclass(frozen=True, slots=True)
class Looked:
    """What is shown of cases, in their order, and the ids of those that were refused, each with why."""

    parts: Sequence[Document]
    refused: Sequence[tuple[str, AccessRefusedError]]


def looked_at(
    path: ReadPath, purposes: Purposes, asking: Callable[[Document], Request], documents: Sequence[Document]
) -> Looked:
    """What somebody may see of cases: one look at each person whom those are about that their purpose lets them see.

    asking: who looks at the person of a case, why and by what right. A look that is refused is an entry as well, and its cases
    are not shown. Of a case that is not for the purpose nothing is said.
    """
    parts: list[Document] = []
    refused: list[tuple[str, AccessRefusedError]] = []
    decided: dict[Request, AccessRefusedError | None] = {}
    for document in documents:
        if not is_about_a_person(document):
            parts.append(document)
            continue
        request = asking(document)
        purpose = purposes.by_id.get(request.purpose or "")
        part = shown_part(document, request.requester, purpose)
        if part is None and purpose is not None:
            continue
        if request not in decided:
            decided[request] = _refusal(path, request)
        error = decided[request]
        if error is not None:
            refused.append((document["id"], error))
        elif part is not None:
            parts.append(part)
    return Looked(parts, refused)


def _refusal(path: ReadPath, request: Request) -> AccessRefusedError | None:
    try:
        path.show_cases(request)
    except AccessRefusedError as error:
        return error
    return None
