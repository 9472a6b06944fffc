"""Organisations over the years: what befalls them, what they do and when, the lines made of it, and what arrives.

The four layers of a town, for employers and supporters. Other parts use `course_of`, `filings_of`, `sent` and the truth.
"""
