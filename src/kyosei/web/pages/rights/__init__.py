"""My rights, each with its clock: how, against whom, until when, and what is lost when."""
