"""SHFD0006.CSV, the file in which employers hand notices to the Japan Pension Service: what all its forms share."""
