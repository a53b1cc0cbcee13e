"""The casebook's tests: real SQLite files, a real PostgreSQL server, real folders."""
