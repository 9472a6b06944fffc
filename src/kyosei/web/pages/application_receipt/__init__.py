"""The receipt of an application, as a file."""
