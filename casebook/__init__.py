"""What we know: frozen records, the database, the archive of originals, the audit trail.

`casebook.records` may be imported by every room; everything else here (the
database and the archive) is for `flows` and `desk` alone, so that reading,
judging and writing documents stay pure functions over records.
"""
