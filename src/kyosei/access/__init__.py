"""Access: the one way in which anybody reads a person's records, and what that person sees of it.

Other floors use `requests` (who asks what, and why), `reading` (the `ReadPath`), `usages` (who has looked), `purposes`
and `japan` (what may be asked for), `documents` (as JSON) and `schemas`.
"""
