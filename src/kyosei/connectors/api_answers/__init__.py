"""JSON Lines of what a web service answered: each line the request, when it was answered, and the body as it came."""
