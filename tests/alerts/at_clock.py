"""The command line as `kyosei.wiring` starts it, with a clock that stands still and webhooks that may go to this machine.

Arguments: the instant, in microseconds; then those of the command.
"""

from __future__ import annotations

import sys
from functools import partial
from ipaddress import ip_network

import kyosei.cli.asking
from kyosei.notices.channels import guard


def run(at: int, arguments: list[str]) -> None:
    """Runs the command, which ends the process."""
    kyosei.cli.asking.now = lambda: at
    guard.Guard = partial(guard.Guard, permitted=(ip_network("127.0.0.0/8"),))  # type: ignore[misc,assignment]
    sys.argv = ["kyosei", *arguments]
    from kyosei import wiring  # imports the commands, which take the clock as it is now

    wiring.main()


if __name__ == "__main__":
    run(int(sys.argv[1]), sys.argv[2:])
