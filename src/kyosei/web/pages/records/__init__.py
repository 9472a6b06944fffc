"""Every record about the person."""
