"""An application at an officer's desk: the evidence."""
