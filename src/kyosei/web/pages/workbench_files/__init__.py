"""The letter about a draft or a sealed dossier, as an officer keeps it."""
