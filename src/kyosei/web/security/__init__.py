"""Security: what stands before every page: hosts, bodies, headers, sessions, and the proof that a form is our own."""
