"""Two institutions' records of generated persons, for `bench.linking`: who is who is known, names and dates have errors.

One side is the residence card's register. On the other are four of five of its persons, written as its forms are, and as
many strangers from the same names as make up for the rest; some of them are sisters and brothers.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from kyosei.facts.statements import Name
from kyosei.identity.candidates.records import Record, Sex
from kyosei.identity.identifiers import ResidenceCardNumber
from kyosei.world.name_parts import POOLS, NamePart, Pool

__all__ = ["SCRIPTS", "Sides", "families_of", "make_sides"]

SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "Latin, katakana": tuple(POOLS),
    "Latin, bank kana": tuple(POOLS),
    "Latin, Latin": tuple(POOLS),
    "characters, characters": ("Chinese", "Korean", "Japanese"),
    "characters, katakana": ("Chinese", "Korean", "Japanese"),
}
"""How the card's register and the other one write names, and the families of names for which they do."""

_IN_ON, _CONSISTENT = 0.35, 0.95
_TURNED, _LEFT_OUT, _JOINED, _SLIP = 0.12, 0.15, 0.25, 0.02
_DATE_TURNED, _DATE_SLIP, _DATE_WRONG, _NO_DATE = 0.015, 0.015, 0.004, 0.03
_NO_SEX, _SEX_WRONG = 0.3, 0.004
_HELD, _HELD_WRONGLY, _SIBLING, _TWIN = 0.4, 0.01, 0.08, 0.05
_FIRST_BIRTH, _DAYS_OF_BIRTH = date(1984, 1, 1), 7670
_SMALL = str.maketrans("ァィゥェォャュョッ", "アイウエオヤユヨツ")
_HALF = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFF9E)} | {
    "\u3099": "ﾞ", "\u309a": "ﾟ", "ー": "ｰ", " ": " ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sides:
    """The records of both institutions; truth: the other side's record for each of the card's that has one."""

    cards: tuple[Record, ...]
    others: tuple[Record, ...]
    truth: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Person:
    parts: tuple[NamePart, ...]
    surname_first: bool
    born: date
    sex: Sex
    card: ResidenceCardNumber


def families_of(scripts: str) -> tuple[str, ...]:
    """The families of names that are measured for two scripts."""
    return SCRIPTS[scripts]


def make_sides(family: str, scripts: str, persons: int, seed: int) -> Sides:
    """The records of about so many persons on either side; the same seed makes the same."""
    random = Random(f"{family}/{scripts}/{seed}")
    people = [_person(random, family, number) for number in range(persons)]
    for number in range(1, persons):
        if random.random() < _SIBLING:
            people[number] = _sibling(random, POOLS[family], people[number - 1], people[number])
    known, strangers = people[: persons * 4 // 5], persons // 5
    cards = [_card(random, scripts, person, number) for number, person in enumerate(people)]
    both = [(number, person) for number, person in enumerate(known)]
    both += [(persons + number, _person(random, family, persons + number)) for number in range(strangers)]
    random.shuffle(both)
    numbers = [person.card for person in people]
    others = [_other(random, scripts, person, number, numbers) for number, person in both]
    return Sides(
        tuple(cards), tuple(others), {f"person:card-{number}": f"person:other-{number}" for number in range(len(known))}
    )


def _person(random: Random, family: str, number: int) -> _Person:
    pool = POOLS[family]
    sex = random.choice(list(Sex))
    given = pool.women if sex is Sex.FEMALE else pool.men
    born = _FIRST_BIRTH + timedelta(random.randrange(_DAYS_OF_BIRTH))
    card = ResidenceCardNumber.parse(f"{'AB' if number % 2 else 'UH'}{random.randrange(10**8):08d}{'LK'}")
    parts = _name(random, family, pool, given, sex)
    return _Person(parts, family not in ("Brazilian", "Indonesian", "Burmese"), born, sex, card)


def _name(random: Random, family: str, pool: Pool, given: tuple[NamePart, ...], sex: Sex) -> tuple[NamePart, ...]:
    """The parts in the order of the family."""
    between = pool.women_between if sex is Sex.FEMALE else pool.men_between
    one = _frequent(random, given)
    match family:
        case "Vietnamese":
            return (_frequent(random, pool.surnames), _frequent(random, between), one)
        case "Nepali":
            middle = (_frequent(random, between),) if random.random() < 0.5 else ()
            return (_frequent(random, pool.surnames), one, *middle)
        case "Burmese":
            return tuple(random.sample(given, random.choice((2, 3, 3, 4))))
        case "Filipino":
            return (_frequent(random, pool.surnames), one, _frequent(random, pool.surnames))
        case "Indonesian":
            more = (_frequent(random, pool.surnames),) if random.random() < 0.7 else ()
            return (one, *more)
        case "Brazilian":
            return (
                one,
                *random.sample(given, random.choice((0, 1))),
                *random.sample(pool.surnames, random.choice((1, 2))),
            )
        case _:
            return (_frequent(random, pool.surnames), one)


def _sibling(random: Random, pool: Pool, elder: _Person, person: _Person) -> _Person:
    """Somebody of the same surname; now and then a twin."""
    same = next((part for part in elder.parts if part in pool.surnames), None)
    parts = tuple(same if same and part in pool.surnames else part for part in person.parts)
    born = elder.born if random.random() < _TWIN else person.born
    return _Person(parts, person.surname_first, born, person.sex, person.card)


def _frequent(random: Random, parts: tuple[NamePart, ...]) -> NamePart:
    """One of them, the n-th about 1/n as often as the first."""
    return random.choices(parts, [1 / (place + 1) for place in range(len(parts))])[0]


def _card(random: Random, scripts: str, person: _Person, number: int) -> Record:
    if scripts.startswith("characters"):
        name = Name("Hani", "".join(random.choice(part.characters) for part in person.parts))
    else:
        name = Name("Latn", " ".join(random.choice(part.latin).replace("_", " ") for part in person.parts))
    return Record(f"person:card-{number}", (name,), person.born, person.sex, frozenset({person.card}))


def _other(random: Random, scripts: str, person: _Person, number: int, numbers: list[ResidenceCardNumber]) -> Record:
    held = (
        (random.choice(numbers) if random.random() < _HELD_WRONGLY else person.card,) if random.random() < _HELD else ()
    )
    sex = None if random.random() < _NO_SEX else _sex(random, person.sex)
    name = _written(random, scripts.split(", ")[1], person)
    return Record(f"person:other-{number}", (name,), _date(random, person.born), sex, frozenset(held))


def _written(random: Random, script: str, person: _Person) -> Name:
    """The name as a form of the other institution has it."""
    if script == "characters":
        return Name("Hani", "".join(random.choice(part.characters) for part in person.parts))
    parts = list(person.parts)
    if len(parts) > 2 and random.random() < _LEFT_OUT:
        del parts[random.randrange(1, len(parts) - 1) if person.surname_first else 1]
    if random.random() < _TURNED:
        parts = [*parts[1:], parts[0]]
    in_on = random.random() < _IN_ON
    if script == "Latin":
        between = random.choice(("", "-", " ")) if random.random() < _JOINED else " "
        text = " ".join(random.choice(part.latin).replace("_", between) for part in parts)
        return Name("Latn", _slip(random, text, "AEIOURNT"))
    text = " ".join(_kana(random, part, in_on) for part in parts).replace("_", " ")
    if random.random() < _JOINED / 5:
        text = text.replace(" ", "")
    text = _slip(random, text, "アイウカキタナマラン")
    if script == "bank kana":
        text = "".join(_HALF[c] for c in unicodedata.normalize("NFD", text.translate(_SMALL)))
    return Name("Kana", text)


def _kana(random: Random, part: NamePart, in_on: bool) -> str:
    """The katakana of a part; of Chinese names the second is the on reading, which a form has for the whole name or not."""
    if part.characters and len(part.kana) > 1 and random.random() < _CONSISTENT:
        return part.kana[1] if in_on else random.choice((part.kana[0], *part.kana[2:]))
    return random.choice(part.kana)


def _slip(random: Random, text: str, letters: str) -> str:
    """One letter replaced, now and then."""
    if random.random() >= _SLIP:
        return text
    place = random.randrange(len(text))
    return text[:place] + random.choice(letters) + text[place + 1 :]


def _sex(random: Random, sex: Sex) -> Sex:
    if random.random() >= _SEX_WRONG:
        return sex
    return Sex.MALE if sex is Sex.FEMALE else Sex.FEMALE


def _date(random: Random, born: date) -> date | None:
    chance = random.random()
    if chance < _NO_DATE:
        return None
    if chance < _NO_DATE + _DATE_TURNED and born.day <= 12:
        return date(born.year, born.day, born.month)
    if chance > 1 - _DATE_WRONG:
        return _FIRST_BIRTH + timedelta(random.randrange(_DAYS_OF_BIRTH))
    if chance > 1 - _DATE_WRONG - _DATE_SLIP:
        return date(born.year, born.month, min(born.day + random.choice((1, 10)), 28))
    return born
