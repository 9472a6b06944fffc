"""The person shows one answer to a checker: to whom, what, how long, and a look at exactly that before it is done."""
