"""What the pages of an officer who decides about applications stand on: looks, drafts, checks, and forms read back."""
