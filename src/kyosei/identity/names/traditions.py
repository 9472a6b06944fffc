"""How Latin spellings of different languages are heard and written in katakana: one tradition a language, or a habit.

Nobody's language is asked or guessed: a name is read in every tradition, and each reading is a key. A tradition is a list
of spellings (regular expressions over a to z, the first that fits wins) with their sounds in capitals (`romaji`). What no
spelling matches sounds as it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from kyosei.identity.names.kana import fold_kana
from kyosei.identity.names.lexicon import LEXICON
from kyosei.identity.names.romaji import katakana

__all__ = ["TRADITIONS", "Tradition", "heard"]

_NO_VOWEL = "(?![aeiouy])"
_SAME = "\\1"


@dataclass(frozen=True, eq=False)
class Tradition:
    """A way of reading. `particles` are words that many forms leave out of a name of three words or more.

    medial: how a token is read from the third on, where that is another way: it is the second syllable of a given name.
    """

    name: str
    spellings: tuple[tuple[str, str], ...]
    particles: frozenset[str] = field(default=frozenset())
    medial: Tradition | None = None


_VIETNAMESE = (
    ("^nguyen$", "GUEN"), ("^ngh?", "G"), ("^nh", "NY"), ("^ph", "F"), ("^th", "T"), ("^ch", "C"), ("^kh", "K"),
    ("^gh", "G"), ("^qu", "KU"), ("^x", "S"), ("^c", "K"), ("anh$", "AIQ"), ("[yi]nh$", "IQ"), ("enh$", "EQ"),
    ("onh$", "OQ"), ("ng$", "Q"), ("nh?$", "Q"), ("ch$", "K"), ("c$", "KU"), ("uye", "UIE"), ("y", "I"),
)  # fmt: skip
_VIETNAMESE_NORTH = (("^tr", "C"), ("^gi(?=[aeou])", "Z"), ("^d", "Z"), ("^r", "Z"), *_VIETNAMESE)
_VIETNAMESE_SOUTH = (("^tr", "TOR"), ("^gi(?=[aeou])", "J"), ("^d", "Y"), ("anh$", "AQ"), *_VIETNAMESE)
_VIETNAMESE_WRITTEN = (("^tr", "C"), ("^gi(?=[aeou])", "J"), ("anh$", "AQ"), *_VIETNAMESE)

_CHINESE = (
    ("zhi", "JI"), ("chi", "CI"), ("shi", "XI"), ("zi", "ZU"), ("ci", "TSU"), ("si", "SU"), ("zh", "J"), ("ch", "C"),
    ("sh", "X"), ("x", "X"), ("q", "C"), ("c", "TS"), ("huang", "HOAQ"), ("hua", "HOA"), ("hui", "HOI"), ("wu", "U"),
    ("ying", "IQ"), ("yin", "IQ"), ("yi", "I"), ("yan(?!g)", "IEQ"), ("iang", "YAQ"), ("ian", "IEQ"), ("iao", "YAO"),
    ("iong", "YOQ"), ("ang", "AQ"), ("[eo]ng", "OQ"), ("ing", "IQ"), ("er$", "ARU"), ("v", "YU"),
    (f"n{_NO_VOWEL}", "Q"),
)  # fmt: skip

_KOREAN_MEDIAL = (
    ("sh", "X"), ("ch", "C"), ("kk", "K"), ("young", "YOQ"),
    ("hyun", "HYOQ"), ("kyung", "KYOQ"), ("s[uo]ng", "SOQ"), ("jung", "JOQ"), ("yeo", "YO"), ("yae", "YE"),
    ("wae", "WE"), ("oe", "WE"), ("eo", "O"), ("eu", "U"), ("ae", "E"), ("ui", "I"), ("oo", "U"), ("ee", "I"),
    ("woo", "U"), ("wu", "U"), ("ng", "Q"), (f"n{_NO_VOWEL}", "Q"), (f"l{_NO_VOWEL}", "RU"), (f"h{_NO_VOWEL}", ""),
)  # fmt: skip
_KOREAN = (("^g", "K"), ("^d", "T"), ("^b", "P"), ("^j", "C"), *_KOREAN_MEDIAL)

_JAPANESE = (
    ("oh(?![aiueo])", "O"), ("shi|si", "XI"), ("chi|ti", "CI"), ("tsu|tu", "TSU"), ("ji|zi|di", "JI"), ("du|dzu", "ZU"),
    ("sh|sy", "X"), ("tch|ch|ty", "C"), ("zy|jy", "J"), ("hu", "FU"), ("([kstp])(?=\\1)", ""), ("m(?=[bp])", "Q"),
    (f"n{_NO_VOWEL}", "Q"),
)  # fmt: skip

_NEPALI = (
    ("ksh", "KUX"), ("x", "KUS"), ("chh?", "C"), ("sh(?![aeiou])", "XU"), ("sh", "X"), ("bh|v", "B"), ("dh", "D"),
    ("gh", "G"), ("jh", "J"), ("kh|q", "K"), ("th", "T"), ("ph", "P"), ("aa", "A"), ("ee", "I"), ("oo", "U"), ("c", "K"),
    ("ng(?![aeiou])", "Q"), ("m(?=[bp])", "Q"), (f"n{_NO_VOWEL}", "Q"), (f"h{_NO_VOWEL}", ""), ("y$", "I"),
)  # fmt: skip

_BURMESE = (
    ("kyaw", "CO"), ("khy|ky|hky", "C"), ("gy", "J"), ("h?ny", "NY"), ("phy|hpy", "PY"), ("ph|hp", "P"), ("kh|hk", "K"),
    ("ht|th", "T"), ("hs", "S"), ("hl", "R"), ("hn", "N"), ("hm", "M"), ("sh", "X"), ("ch", "C"), ("aung", "AUQ"),
    ("aing", "AIQ"), ("aw", "O"), ("oe", "O"), ("aye?$", "E"), ("eint?$", "EIQ"), ("[iy]nt$", "IQ"), ("oo", "U"),
    ("ee", "I"), ("ou", "O"), ("ng(?![aeiou])", "Q"), (f"n{_NO_VOWEL}", "Q"), ("c", "K"),
)  # fmt: skip

_INDONESIAN = (
    ("sy", "X"), ("dj", "J"), ("tj|ch|c", "C"), ("oe", "U"), ("kh", "K"), ("th", "T"), ("dh", "D"), ("bh", "B"),
    ("v", "F"), ("x", "KUS"), ("ng(?![aeiou])", "Q"), ("m(?=[bp])", "Q"), (f"n{_NO_VOWEL}", "Q"), (f"h{_NO_VOWEL}", ""),
    ("([a-z])(?=\\1)", ""),
)  # fmt: skip

_ROMANCE = (
    ("qu(?=[ei])", "K"), ("gu(?=[ei])", "G"), ("c(?=[ei])", "S"), ("m(?=[bp])", "Q"), (f"n{_NO_VOWEL}", "Q"), ("ph", "F"),
    ("th", "T"), ("y$", "I"), ("v", "B"),
)  # fmt: skip
_SPANISH = (
    ("ll", "RY"), ("ch", "C"), ("j|g(?=[ei])", "H"), ("z", "S"), ("x", "KUS"), ("h", ""), ("([a-z])(?=\\1)", ""),
    *_ROMANCE, ("c", "K"),
)  # fmt: skip
_PORTUGUESE = (
    ("oao$", "OAQ"), ("lh", "RY"), ("nh", "NY"), ("ch|x", "X"), ("rr", "H"), ("ss", "S"), ("g(?=[ei])", "J"),
    ("(?<=[aeiou])s(?=[aeiou])", "Z"), ("z$", "S"), ("th?i", "CI"), ("di", "JI"), ("h", ""), ("m$", "Q"),
    ("([a-z])(?=\\1)", ""), *_ROMANCE, ("c", "K"),
)  # fmt: skip
_ENGLISH = (
    ("ph", "F"), ("sh", "X"), ("tch|ch", "C"), ("ck", "K"), ("c(?=[eiy])", "S"), ("c|q", "K"), ("th", "S"), ("x", "KUS"),
    ("ee|ea", "I"), ("oo", "U"), ("ai|ay", "EI"), ("(?<=[^aeiou])y(?![aeiou])", "I"), ("[aeo]r$", "A"),
    ("(?<=[^aeiou])e$", ""), ("([a-z])(?=\\1)", ""), ("m(?=[bp])", "Q"), (f"n{_NO_VOWEL}", "Q"), (f"h{_NO_VOWEL}", ""),
)  # fmt: skip
_IBERIAN_PARTICLES = frozenset({"da", "de", "do", "dos", "das", "e", "del", "dela", "la", "las", "los", "y"})

TRADITIONS = (
    Tradition("vietnamese, north", _VIETNAMESE_NORTH),
    Tradition("vietnamese, south", _VIETNAMESE_SOUTH),
    Tradition("vietnamese, as written", _VIETNAMESE_WRITTEN),
    Tradition("chinese", _CHINESE),
    Tradition("korean", _KOREAN, medial=Tradition("korean medial", _KOREAN_MEDIAL)),
    Tradition("japanese", _JAPANESE),
    Tradition("nepali", _NEPALI),
    Tradition("burmese", _BURMESE),
    Tradition("indonesian", _INDONESIAN),
    Tradition("spanish", _SPANISH, _IBERIAN_PARTICLES),
    Tradition("portuguese", _PORTUGUESE, _IBERIAN_PARTICLES),
    Tradition("english", _ENGLISH, _IBERIAN_PARTICLES),
)
"""Every tradition, by hand."""


@lru_cache(maxsize=65_536)
def heard(tradition: Tradition, letters: str) -> str:
    """The folded katakana of a token of letters a to z in a tradition."""
    known = LEXICON.get(tradition.name.partition(",")[0], {}).get(letters)
    if known is not None:
        return fold_kana(known)
    spelling, sounds = _compiled(tradition)
    return fold_kana(katakana(spelling.sub(lambda match: sounds[match.lastgroup or ""], letters).upper()))


@lru_cache(maxsize=len(TRADITIONS))
def _compiled(tradition: Tradition) -> tuple[re.Pattern[str], dict[str, str]]:
    """All spellings as one expression, each a named group."""
    parts, sounds = [], {}
    for number, (spelling, sound) in enumerate(tradition.spellings):
        named = spelling
        if _SAME in spelling:  # a letter before itself: groups count through the whole expression, so name this one
            named = spelling.replace(_SAME, f"(?P=d{number})").replace("([", f"(?P<d{number}>[", 1)
        parts.append(f"(?P<s{number}>{named})")
        sounds[f"s{number}"] = sound
    return re.compile("|".join(parts)), sounds
