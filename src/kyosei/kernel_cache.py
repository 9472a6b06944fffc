"""Where compiled kernels are kept: one folder for each state of their sources, so that a changed kernel is never run stale.

Numba's own cache looks at one file at a time and would keep a kernel whose callee in another file has changed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

__all__ = ["cache_folder", "compiler", "kernels_are_compiled", "name_kernel_cache"]

_FOLDERS = ("timelines", "evidence")


def name_kernel_cache(environment: MutableMapping[str, str], home: Path) -> Path:
    """Point Numba (by its environment variable, unless the user has set it) to the folder of these kernels' sources."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for folder in _FOLDERS:
        for source in sorted((here / folder).glob("*.py")):
            content = source.read_bytes()
            if b"njit" in content or b"@kernel" in content or b"@inlined" in content:
                digest.update(source.name.encode() + b"\0" + content)
    folder_of_sources = cache_folder(environment, home) / "kernels" / digest.hexdigest()[:16]
    chosen = environment.setdefault("NUMBA_CACHE_DIR", str(folder_of_sources))
    return Path(chosen)


def compiler() -> Callable[..., Any]:  # Any: Numba's stubs leave out options that the kernels need
    """Numba's decorator, which keeps what it compiles in that folder, whoever imports the kernels."""
    name_kernel_cache(os.environ, writable_home())
    from numba import njit  # reads the environment when it is imported

    found: Callable[..., Any] = njit
    return found


def cache_folder(environment: Mapping[str, str], home: Path) -> Path:
    """Where Kyosei keeps what it can make again (XDG Base Directory Specification)."""
    return Path(environment.get("XDG_CACHE_HOME") or home / ".cache") / "kyosei"


def kernels_are_compiled(cache: Path) -> bool:
    """Whether the main kernels have been compiled into this folder before."""
    return any(cache.rglob("machine.run-*.nbi")) and any(cache.rglob("leaves.answer-*.nbi"))


def writable_home() -> Path:
    """The user's home, or a temporary folder where there is none to write to."""
    home = Path(os.path.expanduser("~"))
    return home if os.access(home, os.W_OK) else Path(os.environ.get("TMPDIR", "/tmp"))
