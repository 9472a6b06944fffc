"""The outbox: notices are posted in the caller's transaction, handed to each channel under one key, and followed until receipt.

`posting` (post, take_back), `delivering` (deliver), `receipts` (record_receipt, delivered_on), `reach` (how a party is
reached), `timing` (back-off, quiet hours, digests).
"""
