"""Every component once, to look at while building; there is nobody's record in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kyosei.web.components import COMPONENTS
from kyosei.web.pages.page import EVERYBODY, Page
from kyosei.web.visit import Shown, Visit

__all__ = ["GALLERY"]


@dataclass(frozen=True, slots=True)
class GalleryShown:
    """Their names."""

    components: tuple[str, ...]


def _show(visit: Visit) -> Shown:
    return Shown(GalleryShown(COMPONENTS))


GALLERY: Final = Page("gallery", "/components", EVERYBODY, GalleryShown, _show)
