"""The commands `kyosei world …`: making a synthetic town, and scoring what is made of its records."""
