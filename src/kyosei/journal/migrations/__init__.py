"""The migrations of the schema, in order; run by `kyosei.journal.database.migrate`."""
