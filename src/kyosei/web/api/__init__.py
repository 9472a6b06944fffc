"""The API under /api/v1: the same answers as the command line, each read through the one read path, problems as RFC 9457."""
