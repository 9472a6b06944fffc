"""How many people supporters and employers have in each prefecture: where they work, else where the employer is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from kyosei.facts.statements import Statement

__all__ = ["People", "people_of", "prefectures_of"]

People = Mapping[tuple[str, str | None], int]
"""How many people, by organisation and prefecture; None: nobody told where they work."""


def prefectures_of(profiles: Iterable[Statement], day: int) -> Mapping[str, str]:
    """The prefecture of each employer on a day, as far as told."""
    current = (s for s in profiles if s.from_day <= day < s.until_day and "prefecture" in s.data)
    return {s.about["employer"]: str(s.data["prefecture"]) for s in current}


def people_of(
    engagements: Iterable[Statement], contracts: Iterable[Statement], day: int,
    prefecture_of: Mapping[str, str], person_of: Mapping[str, str],
) -> tuple[People, People]:  # fmt: skip
    """Of supporters, and of employers, on a day; from statements that stand. person_of: local ids that are one person."""
    engaged, working = ([s for s in lines if s.from_day <= day < s.until_day] for lines in (engagements, contracts))
    works_in = {
        (person_of[s.about["person"]], s.about["employer"]): str(s.data["workplace_prefecture"])
        for s in working if "workplace_prefecture" in s.data
    }  # fmt: skip

    def region(person: str, employer: str) -> str | None:
        return works_in.get((person, employer), prefecture_of.get(employer))

    def counted(lines: Iterable[Statement], role: str) -> People:
        pairs = {(s.about[role], person_of[s.about["person"]], s.about["employer"]) for s in lines if role in s.about}
        of = {(one, person): region(person, employer) for one, person, employer in sorted(pairs)}
        return Counter((one, where) for (one, _), where in of.items() if not one.startswith("person:"))

    return counted(engaged, "supporter"), counted(working, "employer")
