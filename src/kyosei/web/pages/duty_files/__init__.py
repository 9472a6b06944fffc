"""Files about one duty of an organisation: the filing, filled as far as records tell, and the text of its notice."""
