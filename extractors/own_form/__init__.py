"""The studio's own form, come back completed: found by its code, read box by box.

On our own form every label stands where we printed it, so nothing is guessed
from the page's looks. What is written by hand into a box cannot be read and
may correct what is printed there: such a value is never used before a person
has looked.
"""

from extractors.own_form.boxes import Box, boxes_of
from extractors.own_form.code import CODE, Code, code_of, codes_of
from extractors.own_form.fields import SURE, find, is_own_form, returned, with_handwriting

__all__ = [
    "CODE",
    "SURE",
    "Box",
    "Code",
    "boxes_of",
    "code_of",
    "codes_of",
    "find",
    "is_own_form",
    "returned",
    "with_handwriting",
]
