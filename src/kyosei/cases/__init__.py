"""Cases: what a breach, a deadline or an open question asks of whom, from its opening to its outcome."""
