"""Measuring the product: accuracy on drawn and real documents, time and memory of commands.

Nothing of the product imports this. It draws documents of looks and wordings
that the reader's rules were not written from, so that a good figure means
something.
"""
