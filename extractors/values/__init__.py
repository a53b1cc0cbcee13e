"""Values as documents print them, brought into contract form.

Dates, names, phone numbers, identifiers, and the search for a value beside
its printed label. Everything here works on text and on `Page` geometry alone
and knows nothing of kinds of documents.
"""
