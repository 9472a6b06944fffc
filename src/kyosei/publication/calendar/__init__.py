"""The calendar of the law: what changes on which day for whom, read off its dated parameters, versions and registry."""
