"""The ways out: e-mail, webhooks, letters, and the calendar feed. A channel is handed a parcel under a key and says what became
of it; it decides nothing about whom to tell.
"""
