"""Letters and forms about a patient: what they say, proposed field by field.

Knows referrals and letters of medical necessity in full (their diagnoses are
`extractors.diagnoses`' business), and of the other kinds whom they are about
and when they were written. Each finder proposes; `extractors.deciding` decides.
"""

from extractors.letters.find import find

__all__ = ["find"]
