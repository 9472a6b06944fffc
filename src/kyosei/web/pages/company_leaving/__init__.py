"""What an employer owes when somebody leaves on a day."""
