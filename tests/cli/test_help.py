"""Every option and argument of the commands that keep records says what it is for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import typer.main
from typer import Typer

from kyosei.cli.applications.command import applications_application
from kyosei.cli.bundle import bundle_application
from kyosei.cli.decisions.command import decisions_application
from kyosei.cli.entering import submit
from kyosei.cli.journal import journal_application
from kyosei.cli.link.command import link_application
from kyosei.cli.log import log_application
from kyosei.cli.person.command import person_application
from kyosei.cli.world.command import world_application


def _submitting() -> Typer:
    application = Typer()
    application.command("submit")(submit)
    application.callback()(lambda: None)
    return application


GROUPS = {
    "applications": applications_application,
    "journal": journal_application, "log": log_application, "bundle": bundle_application, "person": person_application,
    "link": link_application, "world": world_application, "decisions": decisions_application, "": _submitting,
}  # fmt: skip


def parameters() -> Iterator[tuple[str, str, str | None]]:
    """(command, parameter, help) of each."""
    for group, make in GROUPS.items():
        command = typer.main.get_group(make())
        for name, one in command.commands.items():
            yield f"{group} {name}", "the command itself", one.help
            for parameter in one.params:
                yield f"{group} {name}", str(parameter.name), getattr(parameter, "help", None)


@pytest.mark.parametrize(("command", "parameter", "said"), list(parameters()))
def test_it_says_what_it_is_for(command: str, parameter: str, said: str | None) -> None:
    assert said is not None
    assert len(said.split()) >= 2
    assert said.endswith((".", "…"))


def test_all_commands_are_looked_at() -> None:
    commands = {command for command, _, _ in parameters()}
    assert {"journal seal", "log witness", "bundle verify", "person show", " submit"} <= commands
