"""The law packs: norms as code, one folder for each country."""
