"""Keep the law as it is now among the released ones, so that verdicts made under it can be replayed later.

python -m scripts.release_law
"""

from __future__ import annotations

import gzip
from pathlib import Path

from kyosei.norms.archive import write_law
from kyosei.wiring import RELEASED, compile_japan

__all__ = ["main"]


def main() -> None:
    """Write the law under its address; nothing happens if it is there."""
    law = compile_japan()
    path = Path(str(RELEASED)) / f"{law.version.replace('@', '-')}.json.gz"
    path.parent.mkdir(exist_ok=True)
    if path.exists():
        print(f"{law.version} is kept already")
        return
    path.write_bytes(gzip.compress(write_law(law).encode(), mtime=0))
    print(f"kept {law.version} in {path.name}")


if __name__ == "__main__":
    main()
