"""Where a rule stands: a law by its number in the State's own register, and an article, paragraph and item of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kyosei.errors import LawError

__all__ = ["Law", "Provision"]

_LAW_ID = re.compile(r"^\d{3}(AC|CO|M|R|RJ)[0-9A-Z]{10}$|^\d{3}M[0-9]{11}$")
_ARTICLE = re.compile(r"^(\d+(-\d+)*|main|suppl:\d+(-\d+)*|app:\S+)$")
_PARAGRAPH = re.compile(r"^\d+(-\d+)*$")


@dataclass(frozen=True, slots=True)
class Provision:
    """A law's article, with paragraph and item where the rule stands in one; an item such as 5, 3-2 or 5イ."""

    law: str
    article: str
    paragraph: str | None = None
    item: str | None = None

    def __post_init__(self) -> None:
        if not _LAW_ID.match(self.law):
            raise LawError(f"a law is cited by its register number such as 326CO0000000319, not {self.law!r}")
        if not _ARTICLE.match(self.article):
            raise LawError(
                f"article {self.article!r} of {self.law}: write 19-16 for article 19 no. 16, "
                "suppl:17 for a supplementary provision, app:NAME for an appended table, main for a rule without articles"
            )
        if self.paragraph is not None and not _PARAGRAPH.match(self.paragraph):
            raise LawError(f"paragraph {self.paragraph!r} of {self.law} article {self.article}: write digits")

    def to_json(self) -> dict[str, str]:
        """Its law, article, paragraph and item, as far as it has them."""
        parts = {"law": self.law, "article": self.article, "paragraph": self.paragraph, "item": self.item}
        return {name: value for name, value in parts.items() if value is not None}

    def item_of(self, item: str) -> Provision:
        """The same place, one item deeper."""
        return replace(self, item=item)


@dataclass(frozen=True, slots=True)
class Law:
    """A law, ordinance or rule: its register number, official title, and a short English title of ours."""

    law_id: str
    title_ja: str
    title_en: str

    def article(self, article: int | str, paragraph: int | None = None, item: str | int | None = None) -> Provision:
        """A provision of this law."""
        return Provision(
            self.law_id,
            str(article),
            None if paragraph is None else str(paragraph),
            None if item is None else str(item),
        )
