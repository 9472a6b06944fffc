"""Owned: what the pages of an organisation stand on: the cases that it has to act on, each shown by a look with a purpose."""
