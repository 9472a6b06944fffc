"""What a law pack hands in beside its norms: its laws, what moved, what its facts cite, how it all was read, its
cases and words, and which systems and failures it speaks of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kyosei.norms.coverage import NOTHING_DECLARED, Coverage
from kyosei.statutes.readings import Readings
from kyosei.statutes.stays import StatusOfStay
from kyosei.terms.citations import Citation, Law, Renumbering

__all__ = ["LegalSources"]


@dataclass(frozen=True, slots=True)
class LegalSources:
    """`citations`: of everything but the norms, which bring their own. `cases`, `words`: the case tables and the norms in our
    words, as YAML, by the name of their file. `stays`: the statuses of residence, in the order of the Act.
    """

    laws: tuple[Law, ...]
    renumbered: tuple[Renumbering, ...]
    citations: tuple[Citation, ...]
    readings: Readings
    cases: Mapping[str, str]
    coverage: Coverage = NOTHING_DECLARED
    words: Mapping[str, str] = field(default_factory=dict)
    stays: tuple[StatusOfStay, ...] = ()
