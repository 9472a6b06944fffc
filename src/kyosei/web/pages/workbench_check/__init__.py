"""The checks of a dossier before it is sealed, and the seal."""
