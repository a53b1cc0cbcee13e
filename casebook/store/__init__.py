"""The casebook's database: SQLite by default, PostgreSQL by URL."""
