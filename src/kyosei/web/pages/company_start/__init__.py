"""Whether those with whom an employer has a contract may work there on a day."""
