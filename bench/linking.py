"""Error rates of linking by scripts and family of names (P05): `python -m bench.linking [--persons N] [--write]`.

`--estimate` makes the probabilities of the model anew from sets of other seeds, and prints them as its JSON.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench.linking_world import SCRIPTS, Sides, families_of, make_sides
from kyosei.identity.candidates.model import LEVELS, MODEL, Model, load_model
from kyosei.identity.candidates.proposals import WITHIN_REACH_BITS, links_on_shared_identifiers, propose
from kyosei.identity.candidates.search import bits_needed, compare_all, find_candidates
from kyosei.identity.names import NORMALISATION

__all__ = ["Rates", "estimate", "measure", "page"]

PAGE = Path(__file__).parents[1] / "docs/linking.md"
_SEED = 20261121
_SEED_OF_ESTIMATE = 1
_EVERY_PAIR: dict[str, object] = {"blocking_rule": "1=1"}


@dataclass(frozen=True, slots=True)
class Rates:
    """What became of the pairs of one set: all that are one person, and what a person was shown.

    alone: proposed with nobody within reach. among: proposed with others within reach. missed: not proposed. wrong: two
    persons proposed alone. software, software_wrong: links that software would state on a shared number.
    """

    scripts: str
    family: str
    pairs: int
    alone: int
    among: int
    wrong: int
    software: int
    software_wrong: int

    @property
    def missed(self) -> int:
        """Pairs of one person that nobody was shown."""
        return self.pairs - self.alone - self.among

    @property
    def false_rate(self) -> float:
        """Of what was proposed alone, the share that is two persons; 0 if nothing was."""
        return self.wrong / max(self.wrong + self.alone, 1)

    @property
    def missed_rate(self) -> float:
        """The share of pairs that nobody was shown."""
        return self.missed / self.pairs


def measure(scripts: str, family: str, persons: int, model: Model, seed: int = _SEED) -> Rates:
    """The rates of one generated set."""
    sides = make_sides(family, scripts, persons, seed)
    proposals = propose(find_candidates(sides.cards, sides.others, model))
    right = [p for p in proposals if sides.truth.get(p.candidate.left) == p.candidate.right]
    wrong = [p for p in proposals if p.is_alone and sides.truth.get(p.candidate.left) != p.candidate.right]
    links = list(links_on_shared_identifiers(sides.cards, sides.others, proposals, (), "authority:isa", 0))
    true_links = sum(sides.truth.get(link.left) == link.right for link in links)
    alone = sum(p.is_alone for p in right)
    return Rates(
        scripts, family, len(sides.truth), alone, len(right) - alone, len(wrong), true_links, len(links) - true_links
    )


def estimate(persons: int) -> str:
    """The model's JSON: outcomes counted over generated sets, each family with the same weight."""
    sets = [make_sides(f, s, persons, _SEED_OF_ESTIMATE) for s in SCRIPTS for f in families_of(s)]
    counts = {which: {comparison: Counter[str]() for comparison in LEVELS} for which in "mu"}
    for sides in sets:
        _count(sides, counts)
    shares = {
        which: {c: {level: _share(found[c], level, LEVELS[c]) for level in LEVELS[c]} for c in LEVELS}
        for which, found in counts.items()
    }
    model = {
        "version": MODEL,
        "normalisation": NORMALISATION,
        "obtained": (
            f"Counted by `python -m bench.linking --estimate --persons {persons}` over {len(sets)} generated sets of that"
            f" many persons (seed {_SEED_OF_ESTIMATE}), one for each pair of scripts and family of names, all with the same"
            " weight: m over the pairs that are one person, u over all other pairs within a set. No record of a real person"
            " was used. One model serves every family: nationality is no part of it."
        ),
        **shares,
    }
    return json.dumps(model, ensure_ascii=False, indent=2)


def _count(sides: Sides, counts: dict[str, dict[str, Counter[str]]]) -> None:
    for pair in compare_all(sides.cards, sides.others, load_model(), [_EVERY_PAIR]):
        which = "m" if sides.truth.get(pair.left) == pair.right else "u"
        for outcome in pair.outcomes:
            counts[which][outcome.comparison][outcome.level] += 1


def _share(found: Counter[str], level: str, levels: tuple[str, ...]) -> float:
    """The share of an outcome, with half a pair added to each so that none is impossible."""
    return float(f"{(found[level] + 0.5) / (found.total() + 0.5 * len(levels)):.3g}")


def page(all_rates: list[Rates], persons: int) -> str:
    """The page docs/linking.md."""
    rows = [
        f"| {r.scripts} | {r.family} | {r.pairs} | {r.alone} | {r.among} | {r.missed} | {r.wrong} | {r.false_rate:.1%}"
        f" | {r.missed_rate:.1%} | {r.software} | {r.software_wrong} |"
        for r in all_rates
    ]
    spread = [
        f"| {scripts} | {_spread(all_rates, scripts, 'false_rate')} | {_spread(all_rates, scripts, 'missed_rate')} |"
        for scripts in SCRIPTS
    ]
    return f"""# How often candidates for links are wrong

Made by `python -m bench.linking --persons {persons} --write` with model {MODEL} and normalisation {NORMALISATION}. The persons
are generated (`bench/linking_world.py`, seed {_SEED}): real names in the katakana that people write for them, with errors.
The figures tell how families of names compare, and what a change of rules does. They are not those of a real register.

The first script is that of the residence card's register, the second that of the other institution. Of its {persons}
records four in five are of persons on a card. **alone**: the right pair is proposed and nobody else is within reach
({WITHIN_REACH_BITS:g} bits). **among**: it is proposed with others within reach. **missed**: it is not proposed, because the
pair says less than {bits_needed(persons):.1f} bits or another is out of its reach. **wrong**: two persons are proposed alone.
*False* is the share of wrong ones in what is proposed alone, *missed* the share of all pairs. A person decides about each of
them. **Software** is what software alone would link because both hold the same residence card number; two in five of the
other records hold one, one in a hundred of those somebody else's.

| scripts | names | pairs | alone | among | missed | wrong | false | missed | software | wrong |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
{chr(10).join(rows)}

## Between families

The lowest and the highest rate of all families that are written so. Where they lie apart, the same rule burdens some
people more than others: they wait for a person's decision, or are proposed as somebody else.

| scripts | false, from – to | missed, from – to |
| --- | --- | --- |
{chr(10).join(spread)}

What no rule here reads: Japanese names in characters without their kana. Registers of Japanese residents hold the kana beside
them; give both.
"""


def _spread(all_rates: list[Rates], scripts: str, rate: str) -> str:
    found = sorted((getattr(r, rate), r.family) for r in all_rates if r.scripts == scripts)
    (low, first), (high, last) = found[0], found[-1]
    return f"{low:.1%} ({first}) – {high:.1%} ({last})"


def main() -> None:
    """Measure and print the page, or the model."""
    parser = argparse.ArgumentParser(prog="python -m bench.linking", description=__doc__)
    parser.add_argument("--persons", type=int, default=500)
    parser.add_argument("--write", action="store_true", help="also write docs/linking.md")
    parser.add_argument("--estimate", action="store_true", help="print a new model instead")
    chosen = parser.parse_args()
    if chosen.estimate:
        print(estimate(chosen.persons))
        return
    model = load_model()
    rates = [measure(scripts, family, chosen.persons, model) for scripts in SCRIPTS for family in families_of(scripts)]
    text = page(rates, chosen.persons)
    print(text)
    if chosen.write:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
