"""`python -m kyosei` is the command `kyosei`."""

from __future__ import annotations

from kyosei.wiring import main

main()
