"""The way to permanent residence: from when every requirement is met, what is not there yet, and whose turn each thing is."""
