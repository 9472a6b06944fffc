"""Breaks lines by the width that characters take on a terminal, with the rules of Japanese line ends."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

__all__ = ["cell_len", "one_line", "padded", "wrapped"]

# Characters that never begin a line, and that never end one (JIS X 4051, the common part).
_NEVER_FIRST = frozenset(
    "、。，．・：；？！）］｝」』】〉》〕ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ…‥％℃円,.:;?!)]}"
)
_GOOD_ENDS = frozenset(" 、。）」")
_NEVER_LAST = frozenset("（［｛「『【〈《〔([{¥￥")


def one_line(text: str) -> str:
    """Text from a file as it may stand in a report: without line ends, and without anything that steers a terminal."""
    return "".join(_harmless(character) for character in text)


def _harmless(character: str) -> str:
    if character.isspace():
        return " "
    return character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"


def padded(text: str, width: int) -> str:
    """Text filled with spaces to a width in cells."""
    return text + " " * max(width - cell_len(text), 0)


def wrapped(text: Text, width: int, first_more: int = 0) -> list[Text]:
    """The lines of a text, none wider than `width` cells (the first may take some more); between words where that fits."""
    plain = text.plain
    breaks: list[int] = []
    start, last_chance, last_space, used = 0, 0, 0, 0
    for place, character in enumerate(plain):
        if place > start and _may_break_before(plain, place):
            last_chance = place
            last_space = place if plain[place - 1] in _GOOD_ENDS else last_space
        cells = cell_len(character)
        room = width if breaks else width + first_more
        if used + cells > room and character != " " and place > start:
            if last_space > start and cell_len(plain[start:last_space]) * 3 >= room * 2:
                start = last_space
            else:
                start = last_chance if last_chance > start else place
            breaks.append(start)
            used = cell_len(plain[start:place])
        used += cells
    lines = list(text.divide(breaks))
    for line in lines:
        line.rstrip()
    return lines


def _may_break_before(plain: str, place: int) -> bool:
    """Between words, and around wide characters, except before a closing and after an opening mark."""
    before, here = plain[place - 1], plain[place]
    if before == " ":
        return here != " "
    if here == " " or here in _NEVER_FIRST or before in _NEVER_LAST or not cell_len(here):
        return False
    return cell_len(before) == 2 or cell_len(here) == 2
