"""Runs in the interpreter that has openfisca-japan: answers the questions on standard input, as JSON on standard output.

    in:  [{"day": "2026-11-30", "variables": ["..."], "people": {"p0": {"収入": 3120000, ...}, ...}, "households": [["p0"]]}]
    out: {"versions": {"openfisca-japan": "..."}, "variables": ["..."], "answers": [{"...": {"p0": 1.0}}]}

It imports nothing of ours.
"""

import json
import sys
from importlib.metadata import version

ONE_DAY_FOR_ALL = "誕生年月日"  # the one input that holds for ever, not for a day


def main():
    """Answer every question with one simulation."""
    from openfisca_core.simulation_builder import SimulationBuilder
    from openfisca_japan import CountryTaxBenefitSystem

    system = CountryTaxBenefitSystem()
    answers = []
    for question in json.load(sys.stdin):
        day, people = question["day"], question["people"]
        situation = {
            "世帯員": {
                name: {key: {"ETERNITY" if key == ONE_DAY_FOR_ALL else day: value} for key, value in facts.items()}
                for name, facts in people.items()
            },
            "世帯一覧": {f"世帯{number}": {"親一覧": members} for number, members in enumerate(question["households"])},
        }
        simulation = SimulationBuilder().build_from_entities(system, situation)
        order = simulation.persons.ids
        answers.append(
            {
                name: {who: value.item() for who, value in zip(order, simulation.calculate(name, day), strict=True)}
                for name in question["variables"]
            }
        )
    versions = {package: version(package) for package in ("openfisca-japan", "openfisca-core")}
    json.dump({"versions": versions, "variables": sorted(system.variables), "answers": answers}, sys.stdout)


if __name__ == "__main__":
    main()
