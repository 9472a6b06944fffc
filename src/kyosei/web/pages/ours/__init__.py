"""An institution as a source: how late it tells, its keys, and what it entered."""
