"""Names in any script as keys that can be compared; a versioned normalisation, which alone never links anybody.

Other floors use `NORMALISATION`, `NameKeys` and `name_keys`.
"""

from __future__ import annotations

from kyosei.identity.names.keys import NORMALISATION, NameKeys, name_keys

__all__ = ["NORMALISATION", "NameKeys", "name_keys"]
