"""Kyosei: a trust infrastructure for people who live and work in a country that is not their own."""

__version__ = "0.1.0"
