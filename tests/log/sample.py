"""Writes `samples/transparency-log`, always with the same bytes: `python -m tests.log.sample`. Its keys are no secret."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from kyosei.log import Log
from tests.log.logs import LOG_KEY, WITNESS_KEY, contents, entry, grow_witnessed, salt

FOLDER = Path(__file__).parents[2] / "samples/transparency-log"
EARLIER, SIZE, ENTRY = 3, 260, 42


def sample() -> dict[str, bytes]:
    """The files of the sample by their path."""
    with TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        grow_witnessed(log, Path(folder) / "memory", [EARLIER])
        earlier = (log / "checkpoint").read_bytes()
        grow_witnessed(log, Path(folder) / "memory", [SIZE])
        with Log(log, LOG_KEY) as opened:
            receipt = bytes(opened.proof(ENTRY, salt(ENTRY)))
        shutil.rmtree(log / ".writer")
        published = {f"log/{name}": content for name, content in contents(log).items()}
    policy = f"log {LOG_KEY.verifier}\nwitness sample {WITNESS_KEY.verifier}\nquorum sample\n"
    return {
        **published,
        "checkpoint-of-3": earlier,
        "policy": policy.encode(),
        f"entry-{ENTRY}": entry(ENTRY),
        f"entry-{ENTRY}.tlog-proof": receipt,
    }


def main() -> None:
    """Writes the files."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    for name, content in sample().items():
        (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_bytes(content)
    sys.stdout.write(f"{FOLDER}\n")


if __name__ == "__main__":
    main()
