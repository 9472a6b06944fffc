"""Prints how many lives were compared, every reason for a difference with an example, and what nobody foresaw."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable

from scripts.compare_openfisca.comparing import Compared, Difference, Theirs, ask_openfisca, compare
from scripts.compare_openfisca.questions import QUESTIONS

__all__ = ["main"]

VARIABLE = "KYOSEI_OPENFISCA"


def main(arguments: list[str]) -> int:
    """The exit status: 0 if every difference was foreseen, 1 if one was not, 2 if OpenFisca could not be asked."""
    python = arguments[0] if len(arguments) == 1 else os.environ.get(VARIABLE) if not arguments else None
    if not python:
        print(f"usage: python -m scripts.compare_openfisca PYTHON (or set {VARIABLE})", file=sys.stderr)
        return 2
    try:
        theirs = ask_openfisca(python, QUESTIONS)
    except (OSError, subprocess.CalledProcessError) as error:
        told = getattr(error, "stderr", None) or error
        print(f"{python} could not answer; it needs openfisca-japan:\n{told}", file=sys.stderr)
        return 2
    compared = [compare(question, numbers) for question, numbers in zip(QUESTIONS, theirs.numbers, strict=True)]
    print("\n".join(_report(theirs, compared)))
    return int(any(not difference.reasons for one in compared for difference in one.differences))


def _report(theirs: Theirs, compared: Iterable[Compared]) -> Iterable[str]:
    yield ", ".join(f"{package} {version}" for package, version in theirs.versions.items())
    for one in compared:
        question, differences = one.question, one.differences
        yield f"\n{question.id}: {len(question.lives)} lives, {len(differences)} differ"
        for reason in question.reasons:
            touched = [difference for difference in differences if reason in difference.reasons]
            alone = [difference for difference in touched if len(difference.reasons) == 1]
            yield f"  {reason.id}: {len(touched)} ({len(alone)} for this reason alone)"
            yield from (f"    {_said(difference)}" for difference in alone[:1])
        yield from (f"  UNFORESEEN {_said(difference)}" for difference in differences if not difference.reasons)


def _said(difference: Difference) -> str:
    return f"OpenFisca {difference.theirs}, Kyosei {difference.ours}: {difference.life}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
