"""The papers of each story, drawn: one module per story, one function per paper."""
