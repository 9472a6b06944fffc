"""Why a norm answers as it does: the provision piece by piece, and who said what."""
