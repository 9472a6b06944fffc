"""Notices: what a party is told about a norm, in its language, handed to each of its channels once and kept until it arrived.

Other floors use `asking` (what to tell whom), `composing` (the message), `outbox` (posting, delivering, receipts) and
`channels`. A notice never gives anybody the task of another (P06).
"""
