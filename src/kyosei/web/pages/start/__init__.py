"""Where `/` leads: to the first page of whoever is signed in, else to signing in."""
