"""Tables as Japanese offices exchange them: CSV with a header row, read strictly and written back, and their connectors."""
