"""One record: who said it, when, how it is linked to the person, and which norms use it."""
