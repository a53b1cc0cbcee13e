"""The National Provider Identifier: ten digits with a check digit.

The check digit is Luhn's over the prefix 80840 (health industry, United
States) and the ten digits [45 CFR 162.406; CMS NPI check digit requirements].
"""

from __future__ import annotations

from stdnum import luhn

_PREFIX = "80840"


def is_npi(text: str) -> bool:
    """True for a valid NPI. Spaces and hyphens are allowed, any other character is not.

    >>> is_npi("1234567893"), is_npi("1234567890")
    (True, False)
    """
    digits = text.replace(" ", "").replace("-", "")
    if len(digits) != 10 or not (digits.isascii() and digits.isdigit()):
        return False
    return digits[0] in "12" and bool(luhn.is_valid(_PREFIX + digits))
