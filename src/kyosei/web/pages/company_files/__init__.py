"""All that an employer has to do, as one archive for whoever does it for them (社会保険労務士)."""
