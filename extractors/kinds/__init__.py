"""Which kind of document a page or two is, from the words on it and where they stand.

The words are data (evidence.yaml); nothing here finds values.
"""

from extractors.kinds.classify import classify

__all__ = ["classify"]
