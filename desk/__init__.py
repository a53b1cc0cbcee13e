"""People's doors: the command line (and later the web page)."""
