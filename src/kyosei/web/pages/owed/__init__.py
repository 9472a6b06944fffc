"""What an organisation owes: its duties, and the questions that it has to answer."""
