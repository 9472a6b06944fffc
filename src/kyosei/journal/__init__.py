"""The journal: signed entries in order, what they say as tables, and reading them as known at an instant.

Other floors use `database` (opening), `journal` (the `Journal`: submit, recover, rebuild, verify), `envelope` (keys and
signing), `reading` (cases), `entries` (what may be entered), `tables` (the projections), `backup`, `clock`.
"""
