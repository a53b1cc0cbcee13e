"""The archive of originals: content-addressed, never changed."""
