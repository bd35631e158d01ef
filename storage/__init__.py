"""The database and what lies at rest: tables, the unit of work, the outbox, sealing and files."""
