"""Asking an applicant for something that no source has."""
