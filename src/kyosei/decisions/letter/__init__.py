"""The letter about a decision: composed once, as text in a few shapes, and set as HTML and as tagged PDF from the same.

It says what a sealed dossier holds, in Japanese and in the language of whoever is told. What the officer wrote is quoted.
"""
