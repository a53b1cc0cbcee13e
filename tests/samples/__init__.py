"""The samples: drawn as the stories say, listed as the importer reads, read as expected."""
