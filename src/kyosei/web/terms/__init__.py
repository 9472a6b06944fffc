"""Words of other floors that stand on every page of a person: what they are, and their translations, a file a language."""
