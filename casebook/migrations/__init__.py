"""The casebook's schema, step by step.

`casebook.store.migrating` runs these on the connection it hands over. To add
a step: change `casebook.store.tables`, write ``versions/NNNN_what.py`` by
hand, and set `casebook.store.tables.HEAD` to its number. A step that has been
released is never changed.
"""
