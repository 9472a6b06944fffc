"""A sealed dossier at its office."""
